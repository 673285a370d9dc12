"""Checks of a portfolio, and the context that is passed to them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain, islice
from typing import TypeVar, final

import attrs

from sendframe.errors import Diagnostic, Location, Related, Severity
from sendframe.figures import Figures, figures_of
from sendframe.model import (
    Action,
    Criterion,
    Direction,
    Entity,
    Example,
    Indicator,
    IndicatorResult,
    Measure,
    NoOptions,
    Portfolio,
    Priority,
    ScaleValue,
    SelfEvaluation,
    Strategy,
    SubjectResult,
    Value,
    Variant,
    chosen_options,
    short_repr,
)

from ._faulty_figures import FaultyFigure, faulty_figures
from ._stale_words import FiguresByFact, figures_by_fact
from ._value_locations import ValueLocations
from ._written_texts import PlainText, WrittenIdentifier, WrittenText, WrittenTexts

__all__ = ["Check", "CheckContext"]

T = TypeVar("T")  # a class of options

_MOST_FURTHER = 2
"""So many places beside the first are named of a diagnostic about many."""

_ENDED = ("superseded", "expired")


@attrs.frozen(slots=False)
class CheckContext:
    """All input of a check. A check reads no clock, no file and no network.

    Attributes:
        check: Code of the check.
        portfolio: The documents.
        as_at: The day of the evaluation.
        indicators: Result of each indicator, by its id.
        subjects: Result of each priority and criterion.
        source: The plug-in, with distribution and version.
        severity: Severity of its diagnostics.
        options: Options from the portfolio, as the check's options class.
        locations: Locations of the portfolio's values in its files.

    Hook: ``sendframe_checks``.
    """

    __repr__ = short_repr

    check: str
    portfolio: Portfolio
    as_at: date
    indicators: Mapping[str, IndicatorResult]
    subjects: tuple[SubjectResult, ...]
    source: str
    severity: Severity = "warning"
    options: object = NoOptions()
    locations: ValueLocations = attrs.field(
        default=attrs.Factory(lambda self: ValueLocations(self.portfolio), takes_self=True),
        eq=False,
        repr=False,
    )
    _texts: WrittenTexts = attrs.field(
        default=attrs.Factory(lambda self: WrittenTexts(self.portfolio), takes_self=True),
        eq=False,
        repr=False,
    )
    _counted: Figures | None = attrs.field(default=None, eq=False, repr=False)
    _section_kinds: Callable[[], tuple[str, ...]] = attrs.field(default=tuple, eq=False, repr=False)

    @cached_property
    def section_kinds(self) -> tuple[str, ...]:
        """The kinds of sections that profiles of reports may name, sorted.

        They are collected when a check first asks for them.
        """
        return tuple(sorted(self._section_kinds()))

    def further(self, values: Iterable[Value]) -> tuple[Related, ...]:
        """Return the places of further values that a diagnostic is about, the first few of them."""
        return tuple(
            Related(self.locations.location_of(value), "and here")
            for value in islice(values, _MOST_FURTHER)
        )

    @cached_property
    def figures(self) -> FiguresByFact:
        """Each figure of an indicator, with its indicator, by the id of its fact."""
        return figures_by_fact(self.indicators.values())

    @cached_property
    def faulty_figures(self) -> tuple[FaultyFigure, ...]:
        """The figures of all areas that contradict themselves, the parts of each period too.

        Of several releases of a figure only that which counts on the day is looked at.
        """
        counted = self._counted
        if counted is None:
            table = self.portfolio.observations
            counted = figures_of(table, self._indicators.values(), as_at=self.as_at)
        return faulty_figures(counted)

    @property
    def strings(self) -> tuple[tuple[Entity, Value, str], ...]:
        """Everything that is written in the documents, names, codes and data of plug-ins included.

        Each comes with the nearest thing with an id, and the nearest value, that it is part of.
        """
        return self._texts.strings

    @property
    def identifiers(self) -> tuple[WrittenIdentifier, ...]:
        """What may identify a person in anything that is written in the documents."""
        return self._texts.identifiers

    @property
    def names(self) -> tuple[tuple[Entity, Value, int, int], ...]:
        """Names beside a child's story: how many are certain, and how many are not.

        Each pair comes with the nearest thing with an id, and the nearest value, that it is part of.
        """
        return self._texts.names

    @property
    def written_texts(self) -> tuple[WrittenText, ...]:
        """Every text of the documents, in their order, but for what people said."""
        return self._texts.all

    def plain_texts(self, variants: Iterable[str]) -> Iterator[PlainText]:
        """Yield the words of some variants that authors wrote; the same words of one text once.

        What people said is left out, and so are texts that are quoted word by word.

        Args:
            variants: Names of the variants, such as those of `PlainTextOptions`.
        """
        return self._texts.plain(variants)

    def variants_by_document(
        self, variants: Iterable[str]
    ) -> dict[str, list[tuple[WrittenText, Variant]]]:
        """Return the variants of `plain_texts` with their texts, by the id of their document.

        Args:
            variants: Names of the variants.
        """
        return self._texts.variants_by_document(variants)

    @cached_property
    def _subjects(self) -> dict[str, SubjectResult]:
        return {subject.id: subject for subject in reversed(self.subjects)}

    @cached_property
    def priorities(self) -> tuple[Priority, ...]:
        """All priorities of all plans."""
        return tuple(
            priority for plan in self.portfolio.of(Strategy) for priority in plan.priorities
        )

    @cached_property
    def plans(self) -> tuple[Strategy, ...]:
        """All plans that are neither superseded nor expired by their status, drafts included."""
        return tuple(plan for plan in self.portfolio.of(Strategy) if plan.status not in _ENDED)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures of plans that are neither superseded nor expired."""
        return tuple(measure for plan in self.plans for measure in plan.measures)

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return self.portfolio.indicators()

    def direction_of(self, measure: Measure) -> Direction | None:
        """Return which way a measure is meant to move; None where that is not stated.

        It is the intended direction of the measure, or else the one that all its indicators share.
        """
        if measure.intended_direction is not None:
            return measure.intended_direction
        known = self._indicators
        directions = {known[id_].direction for id_ in measure.indicators if id_ in known}
        return directions.pop() if len(directions) == 1 else None

    def target_facts(self, measure: Measure) -> tuple[str, ...]:
        """Return the facts of where the figures of a measure stand to its target."""
        facts = (self._facts_of_targets.get((id_, measure.id), ()) for id_ in measure.indicators)
        return tuple(chain.from_iterable(facts))

    @cached_property
    def _facts_of_targets(self) -> dict[tuple[str, str | None], list[str]]:
        """The facts of the positions of each indicator to the targets of each measure."""
        facts: dict[tuple[str, str | None], list[str]] = {}
        for id_, result in self.indicators.items():
            for position in result.targets:
                facts.setdefault((id_, position.measure), []).append(position.fact)
        return facts

    @cached_property
    def editions(self) -> tuple[SelfEvaluation, ...]:
        """All editions of the self-evaluation."""
        return tuple(self.portfolio.of(SelfEvaluation))

    @cached_property
    def _scale_values(self) -> dict[str, ScaleValue]:
        return self.portfolio.scale_values()

    def progress(self, action: Action) -> str | None:
        """Return how far an action is by its delivery status; None where that does not say.

        One of ``not_started``, ``under_way``, ``complete`` and ``stopped``.
        """
        value = self._scale_values.get(action.delivery.value) if action.delivery else None
        return value.progress if value else None

    def subject(self, thing: Priority | Criterion | str) -> SubjectResult | None:
        """Return the result of a priority or criterion; None where there is none."""
        id_ = thing if isinstance(thing, str) else thing.id
        return self._subjects.get(id_)

    def chosen(self, options: type[T]) -> T:
        """Return the options, typed.

        Raises:
            TypeError: The check declared another options class.
        """
        return chosen_options(self.options, options, self.check)

    def diagnostic(  # noqa: PLR0913  # one argument for each field
        self,
        message: str,
        *,
        at: Value | Location | None = None,
        about: str | None = None,
        help: str = "",  # noqa: A002  # the field's name
        facts: tuple[str, ...] = (),
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Return a diagnostic of this check.

        Args:
            message: What the check found, as one sentence without a full stop; a question, where
                the check asks one.
            at: The value of the portfolio it is about, or a location. Without one, where *about*
                is an indicator, its definition in a document of the area, or else the row of its
                latest figure.
            about: Id of the thing it is about.
            help: What to do.
            facts: Ids of the facts it depends on.
            related: Other locations that belong to it.
        """
        location = at if isinstance(at, Location) else self.locations.location_of(at)
        if location.file is None and about is not None:
            location = self.locations.of_indicator(about)
        return Diagnostic(
            self.check,
            message,
            location,
            severity=self.severity,
            help=help,
            related=related,
            source=self.source,
            about=about,
            facts=facts,
        )


@final
@attrs.frozen
class Check:
    """A check that yields diagnostics about a portfolio.

    Attributes:
        id: Its code, such as ``SFR301``.
        title: What it checks.
        manual: What it checks, why it matters, an example, how to put it right, the source.
        run: The function that checks: pure, with the context as its only input.
        severity: Severity of its diagnostics.
        asks: True where it compares judgement with evidence: its diagnostics are then
            discrepancies, worded as questions to the people who judge.
        doubts: True where its diagnostics are suspicions about figures: the points and targets
            whose facts they name are marked as in doubt wherever they are printed, until an
            accepted exception settles it. What is certainly wrong is a fault instead.
        options: attrs class of its options.
        examples: Worked examples: a `CheckContext`, and a tuple of the diagnostics it yields.

    Hook: ``sendframe_checks``.
    """

    id: str
    title: str
    manual: str
    run: Callable[[CheckContext], Iterable[Diagnostic]]
    severity: Severity = "warning"
    asks: bool = False
    doubts: bool = False
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
