"""The hooks: one for each kind of behaviour that a plug-in may bring.

A hook takes no arguments and returns an iterable of frozen records. A plug-in declares each
hook it implements as an entry point of the group named here; the entry point's name is the id
it gives, or the first part of all of them.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, final

import pluggy

from sendframe.checks import Check
from sendframe.scoring import DerivedIndicator, ScoringRule, SubjectRule

from ._group import PROJECT
from ._reader import Reader
from ._renderer import Renderer

__all__ = ["RECORDS", "HookSpecs", "hookimpl"]

_spec = pluggy.HookspecMarker(PROJECT)
_impl = pluggy.HookimplMarker(PROJECT)
F = TypeVar("F", bound=Callable[[], Iterable[Any]])


class HookSpecs:
    """What a plug-in may implement. Each function returns records, in any order."""

    @staticmethod
    @_spec
    def sendframe_indicators() -> Iterable[DerivedIndicator]:
        """Return derived indicators (entry-point group ``sendframe.indicators``).

        Figures that are worked out from other figures of the area, period by period. What the
        indicator is called, its unit and its direction stand in an indicator set, as data.

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

        A `ScoringRule` scores the figures of an indicator, a `SubjectRule` says in words what is
        known about a priority or criterion; both may refuse, and say why. A portfolio chooses the
        rule for an indicator, or for what it is about.

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

        A check asks a question of the whole portfolio, and yields what it finds.

        Examples:
            ```python
            from collections.abc import Iterator

            from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl


            def run(context: CheckContext) -> Iterator[Diagnostic]:
                for priority in context.priorities:
                    if not priority.leads:
                        yield context.found(f"nobody leads '{priority.id}'", at=priority)


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

        A reader turns a file that somebody publishes into figures and evidence. It is handed an
        open file, never a path, and accounts for every row.

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
                    found = Diagnostic("KENT.lines", "the file is not UTF-8", where)
                    return Import(diagnostics=(found,))
                left_out = (LeftOut("nothing is understood", len(lines), 1),) if lines else ()
                return Import(account=Account(len(lines), 0, left_out))


            @hookimpl.readers
            def readers() -> list[Reader]:
                return [Reader("KENT.lines", "Counts lines", "Reads nothing of them.", read)]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_renderers() -> Iterable[Renderer]:
        """Return renderers (entry-point group ``sendframe.renderers``).

        A renderer shows a report in another form. It computes nothing, and the host writes the
        files.

        Examples:
            ```python
            from sendframe.plugins import RenderedFile, Renderer, ReportModel, hookimpl


            def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
                return (RenderedFile("title.txt", "text/plain", model.title.encode()),)


            @hookimpl.renderers
            def renderers() -> list[Renderer]:
                return [Renderer("kent.title", "The title alone", "Writes the title.", render)]
            ```
        """
        return ()


RECORDS: dict[str, tuple[type, ...]] = {
    "sendframe_checks": (Check,),
    "sendframe_indicators": (DerivedIndicator,),
    "sendframe_readers": (Reader,),
    "sendframe_renderers": (Renderer,),
    "sendframe_scoring_rules": (ScoringRule, SubjectRule),
}
"""The records that each hook gives."""


@final
class hookimpl:  # noqa: N801  # the name pluggy's readers know
    """Marks the implementation of a hook, with its type: ``@hookimpl.checks``.

    A misspelt hook is an error for type checkers and at import; a wrong return type is one for
    type checkers.
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


def _mark(function: F, hook: str) -> F:
    return _impl(specname=hook)(function)
