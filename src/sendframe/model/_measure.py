"""Measures, with or without a number, and what is aimed for or foreseen."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal, TypeAlias

from ._action import ActionId, Responsible
from ._constraint import LARGEST_INTEGER, Length, Range, RefersTo
from ._entity import Entity
from ._period import Period, When
from ._text import Code, Id, Line, Text
from ._value import Value, value_class

__all__ = [
    "Baseline",
    "BenchmarkTarget",
    "Direction",
    "IndicatorId",
    "LevelTarget",
    "Measure",
    "MeasureActual",
    "MeasureMilestone",
    "Projection",
    "ProjectionValue",
    "RangeTarget",
    "Target",
    "Tolerance",
    "WordsTarget",
]

IndicatorId = Annotated[Id, RefersTo(("indicator",))]
Direction = Literal["higher", "lower", "range", "neutral"]
"""Which way is better. ``neutral`` has no better: it is never coloured or ranked."""


@value_class
class Baseline(Value):
    """Where a measure starts.

    Attributes:
        value: The level, in the indicator's unit.
        period: When it was so.
        statement: The starting point in words.

    Document: ``strategy``.
    """

    value: float | None = None
    period: Period | None = None
    statement: Text | None = None


@value_class
class LevelTarget(Value):
    """A level to be reached.

    Attributes:
        kind: Always ``level``.
        level: The level, in the indicator's unit.
        due: By when.
        rationale: Why this level.

    Document: ``strategy``.
    """

    kind: Literal["level"] = "level"
    level: float
    due: When
    rationale: Text | None = None


@value_class
class RangeTarget(Value):
    """A range to stay in.

    Attributes:
        kind: Always ``range``.
        low: Lower end, included, in the indicator's unit.
        high: Upper end, included.
        due: From when on.
        rationale: Why this range.

    Document: ``strategy``.
    """

    kind: Literal["range"] = "range"
    low: float
    high: float
    due: When
    rationale: Text | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.high < self.low:
            yield "/high", "is less than low"


@value_class
class BenchmarkTarget(Value):
    """A benchmark as it stood in one period, such as "England average 2021/22".

    Attributes:
        kind: Always ``pinned_benchmark``.
        statement: The benchmark in the author's words.
        comparator: The comparator set.
        period: The period it is pinned to.
        value: Its value then, in the indicator's unit.
        due: By when.
        rationale: Why this benchmark.

    Document: ``strategy``.
    """

    kind: Literal["pinned_benchmark"] = "pinned_benchmark"
    statement: Text
    comparator: Annotated[Id, RefersTo(("comparator-set",))] | None = None
    period: Period
    value: float | None = None
    due: When
    rationale: Text | None = None


@value_class
class WordsTarget(Value):
    """A target that has no number.

    Attributes:
        kind: Always ``words``.
        statement: The target.
        due: By when.
        rationale: Why.

    Document: ``strategy``.
    """

    kind: Literal["words"] = "words"
    statement: Text
    due: When | None = None
    rationale: Text | None = None


Target: TypeAlias = LevelTarget | RangeTarget | BenchmarkTarget | WordsTarget


@value_class
class Tolerance(Value):
    """How far off a target is still near it.

    Attributes:
        amount: The distance: per cent of the target where ``relative``, else the indicator's unit.
        kind: ``relative`` to the target, or in ``points`` of the indicator's own unit.

    Document: ``strategy``.
    """

    amount: Annotated[float, Range(0, LARGEST_INTEGER)]
    kind: Literal["relative", "points"]


@value_class
class MeasureMilestone(Value):
    """Where a measure should stand on the way.

    Attributes:
        due: By when.
        level: The level, in the indicator's unit.
        statement: The same in words.

    Document: ``strategy``.
    """

    due: When
    level: float | None = None
    statement: Text | None = None


@value_class
class MeasureActual(Value):
    """Where a measure stands now, in words; a number is a figure of its indicator.

    Attributes:
        statement: What has been reached.
        on: When it was so; absent where the source has no date.

    Document: ``strategy``.
    """

    statement: Text
    on: When | None = None


@value_class
class Measure(Entity):
    """How one will know. A measure without a number is a measure.

    Attributes:
        statement: The measure in its author's words.
        short_title: The same in a few words, for tables.
        intended_direction: Direction in which it is intended to move; on a neutral indicator this is
            the area's local planning assumption.
        indicators: Indicators that show it.
        baseline: Where it starts.
        target: What is aimed for.
        milestones: Steps on the way.
        actual: Where it stands now, in words.
        tolerance: How far off is still near.
        rationale: Why it is measured.
        leads: Roles that answer for it.
        serves: Priorities, outcomes, aims, commitments or workstreams it belongs to.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "measure"

    statement: Text
    short_title: Text | None = None
    intended_direction: Direction | None = None
    indicators: tuple[IndicatorId, ...] = ()
    baseline: Baseline | None = None
    target: Target | None = None
    milestones: tuple[MeasureMilestone, ...] = ()
    actual: MeasureActual | None = None
    tolerance: Tolerance | None = None
    rationale: Text | None = None
    leads: tuple[Responsible, ...] = ()
    serves: tuple[
        Annotated[
            Id, RefersTo(("priority", "outcome", "aim", "commitment", "workstream", "strategy"))
        ],
        ...,
    ] = ()


@value_class
class ProjectionValue(Value):
    """A foreseen level.

    Attributes:
        period: When.
        value: The level, in the indicator's unit.

    Document: ``strategy``.
    """

    period: Period
    value: float


@value_class
class Projection(Entity):
    """What is foreseen under a scenario.

    Attributes:
        indicator: What is projected.
        scenario: Such as ``without-action`` or ``with-action``.
        assumptions: What it rests on.
        actions: Actions the scenario counts on.
        values: Level by period.
        source: Who made it.

    Document: ``strategy``.
    """

    indicator: IndicatorId
    scenario: Code
    assumptions: tuple[Text, ...] = ()
    actions: tuple[ActionId, ...] = ()
    values: Annotated[tuple[ProjectionValue, ...], Length(1)]
    source: Line | None = None
