"""The hook specifications: one for each kind of contribution with code.

A hook takes no arguments and returns an iterable of frozen records. A plug-in declares each hook
that it implements as an entry point of the group named here; the entry point's name is the id of its
record, or the first part of all its ids.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, final

import pluggy

from sendframe.checks import Check
from sendframe.reports import SectionKind
from sendframe.scoring import DerivedIndicator, ScoringRule, SubjectRule

from ._entry_point_group import PROJECT
from ._reader import Reader
from ._renderer import Renderer

__all__ = ["RECORDS", "HookSpecs", "hookimpl"]

_spec = pluggy.HookspecMarker(PROJECT)
_impl = pluggy.HookimplMarker(PROJECT)
_Function = TypeVar("_Function", bound=Callable[[], Iterable[Any]])


class HookSpecs:
    """The hooks that a plug-in may implement. Each returns records, in any order.

    Hooks: every one.
    """

    @staticmethod
    @_spec
    def sendframe_indicators() -> Iterable[DerivedIndicator]:
        """Return derived indicators (entry-point group ``sendframe.indicators``).

        A derived indicator is computed from other figures of the area, period by period. Its title,
        unit and direction are data, in an indicator set.

        Examples:
            ```python
            from sendframe.plugins import DerivedContext, DerivedIndicator, Refusal, hookimpl


            def compute(facts: DerivedContext) -> float | Refusal:
                issued = facts.value("kent.plans-issued")
                if not issued:
                    return facts.refuse("No plan was issued.")
                return facts.value("kent.plans-on-time") / issued * 100


            @hookimpl.indicators
            def indicators() -> list[DerivedIndicator]:
                return [
                    DerivedIndicator(
                        id="kent.share-on-time",
                        title="Share of plans on time",
                        manual="Plans on time, of plans issued, in per cent.",
                        compute=compute,
                        needs=("kent.plans-on-time", "kent.plans-issued"),
                    )
                ]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_scoring_rules() -> Iterable[ScoringRule | SubjectRule]:
        """Return scoring rules (entry-point group ``sendframe.scoring_rules``).

        A `ScoringRule` scores the figures of an indicator, a `SubjectRule` describes what is known
        about a priority or criterion; both may refuse with a reason. A portfolio chooses the rule
        for each indicator, priority or criterion.

        Examples:
            ```python
            from sendframe.plugins import Refusal, Score, ScoringContext, ScoringRule, hookimpl


            def score(context: ScoringContext) -> Score | Refusal:
                if context.latest is None or context.latest.value is None:
                    return context.refuse("There is no figure.")
                return context.score(
                    band="seen",
                    label="seen",
                    tone="neutral",
                    statement="There is a figure.",
                    formula="figure is there",
                    source="example",
                )


            @hookimpl.scoring_rules
            def rules() -> list[ScoringRule]:
                return [ScoringRule("kent.seen", "A figure is there", "Says so.", score)]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_checks() -> Iterable[Check]:
        """Return checks (entry-point group ``sendframe.checks``).

        A check reads the whole portfolio and yields diagnostics.

        Examples:
            ```python
            from collections.abc import Iterator

            from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl


            def run(context: CheckContext) -> Iterator[Diagnostic]:
                for priority in context.priorities:
                    if not priority.leads:
                        yield context.diagnostic(f"nobody leads '{priority.id}'", at=priority)


            @hookimpl.checks
            def checks() -> list[Check]:
                return [Check("KENT001", "Priority without a lead", "Says so.", run)]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_readers() -> Iterable[Reader]:
        """Return readers (entry-point group ``sendframe.readers``).

        A reader reads a published file into figures and evidence. It gets an open file, not a path,
        and accounts for every row.

        Examples:
            ```python
            from sendframe.plugins import (
                Account,
                Diagnostic,
                Import,
                LeftOut,
                Location,
                Reader,
                ReaderSource,
                hookimpl,
            )


            def read(source: ReaderSource, options: object) -> Import:
                try:
                    lines = source.stream.read().decode("utf-8-sig").splitlines()
                except UnicodeDecodeError:
                    where = Location(source.name)
                    problem = Diagnostic("KENT.lines", "the file is not UTF-8", where)
                    return Import(diagnostics=(problem,))
                left_out = (LeftOut("no line is used", len(lines), 1),) if lines else ()
                return Import(account=Account(len(lines), 0, left_out))


            @hookimpl.readers
            def readers() -> list[Reader]:
                return [Reader("KENT.lines", "Count lines", "Counts lines and uses none.", read)]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_renderers() -> Iterable[Renderer]:
        """Return renderers (entry-point group ``sendframe.renderers``).

        A renderer turns a report into files of one format. It computes no figures, and sendframe
        writes the files.

        Examples:
            ```python
            from sendframe.plugins import RenderedFile, Renderer, ReportModel, hookimpl


            def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
                return (RenderedFile("title.txt", "text/plain", model.title.encode()),)


            @hookimpl.renderers
            def renderers() -> list[Renderer]:
                return [Renderer("kent.title", "Title only", "Writes the title.", render)]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_sections() -> Iterable[SectionKind]:
        """Return kinds of report sections (entry-point group ``sendframe.sections``).

        A kind of section builds one section of a report from what may be shown. A profile names it.

        Examples:
            ```python
            from sendframe.plugins import Bullets, Section, SectionKind, Sentence, hookimpl
            from sendframe.plugins.sections import BuildContext, ProfileSection


            def build(context: BuildContext, section: ProfileSection, _: object) -> Section | None:
                plans = tuple(Sentence(context.words(plan.title)) for plan in context.plans)
                if not plans:
                    return None
                return Section(section.id, context.words(section.title), (Bullets(plans),))


            @hookimpl.sections
            def sections() -> list[SectionKind]:
                return [SectionKind("kent.plans", "Titles of plans", "Lists the plans.", build)]
            ```
        """
        return ()


RECORDS: dict[str, tuple[type, ...]] = {
    "sendframe_checks": (Check,),
    "sendframe_indicators": (DerivedIndicator,),
    "sendframe_readers": (Reader,),
    "sendframe_renderers": (Renderer,),
    "sendframe_scoring_rules": (ScoringRule, SubjectRule),
    "sendframe_sections": (SectionKind,),
}
"""The types of the records that each hook returns."""


@final
class hookimpl:  # noqa: N801  # pluggy's usual name
    """Marks the implementation of a hook: ``@hookimpl.checks``.

    A misspelt hook is an error at import and for type checkers; a wrong return type is an error for
    type checkers.

    Hooks: every one.
    """

    @staticmethod
    def indicators(
        function: Callable[[], Iterable[DerivedIndicator]],
    ) -> Callable[[], Iterable[DerivedIndicator]]:
        """Mark a function that returns derived indicators."""
        return _mark(function, "sendframe_indicators")

    @staticmethod
    def scoring_rules(
        function: Callable[[], Iterable[ScoringRule | SubjectRule]],
    ) -> Callable[[], Iterable[ScoringRule | SubjectRule]]:
        """Mark a function that returns scoring rules."""
        return _mark(function, "sendframe_scoring_rules")

    @staticmethod
    def checks(function: Callable[[], Iterable[Check]]) -> Callable[[], Iterable[Check]]:
        """Mark a function that returns checks."""
        return _mark(function, "sendframe_checks")

    @staticmethod
    def readers(function: Callable[[], Iterable[Reader]]) -> Callable[[], Iterable[Reader]]:
        """Mark a function that returns readers."""
        return _mark(function, "sendframe_readers")

    @staticmethod
    def renderers(function: Callable[[], Iterable[Renderer]]) -> Callable[[], Iterable[Renderer]]:
        """Mark a function that returns renderers."""
        return _mark(function, "sendframe_renderers")

    @staticmethod
    def sections(
        function: Callable[[], Iterable[SectionKind]],
    ) -> Callable[[], Iterable[SectionKind]]:
        """Mark a function that returns kinds of report sections."""
        return _mark(function, "sendframe_sections")


def _mark(function: _Function, hook: str) -> _Function:
    return _impl(specname=hook)(function)
