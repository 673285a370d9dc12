"""What an evaluation finds out about one thing: facts, scores, refusals, profiles."""

from typing import Annotated, Literal

from ._area import AreaCode
from ._constraint import LARGEST_INTEGER, Examples, Length, Pattern, Range
from ._frozen import FrozenMap
from ._period import Period, When
from ._text import Code, Id, Line
from ._value import Value, value_class

__all__ = [
    "AreaFigure",
    "BenchmarkPoint",
    "Breakdown",
    "Change",
    "ChangeTest",
    "Comparison",
    "Fact",
    "FactId",
    "Point",
    "Refusal",
    "Score",
    "SeriesLimits",
    "TargetPosition",
    "Tone",
]

FactId = Annotated[
    str,
    Pattern("^[A-Za-z0-9][A-Za-z0-9._:/-]*$", "a fact id such as indicator/x/latest"),
    Examples(("indicator/x/latest",)),
    Length(1, 400),
]
"""Id of a fact: what it is about, then what it says, with ``/`` between."""

Count = Annotated[int, Range(0, LARGEST_INTEGER)]
Tone = Literal["better", "worse", "between", "neutral"]
"""Whether something may be coloured. ``neutral`` never is."""


@value_class
class Fact(Value):
    """One thing that was read or worked out, so that each sentence can be traced to it.

    Attributes:
        id: Its id.
        statement: The fact, as one plain sentence.
        value: Its number, unrounded.
        unit: Unit of the number.
        derived_from: Facts that it was computed from; empty for facts that were read.
        source: What it was read from: a release, a document and a place in it.

    Document: ``evaluation``.
    """

    id: FactId
    statement: Line
    value: float | None = None
    unit: Code | None = None
    derived_from: tuple[FactId, ...] = ()
    source: Line | None = None


@value_class
class Point(Value):
    """One figure of a series.

    Attributes:
        period: The period.
        value: The figure, unrounded; None where there is none.
        symbol: Symbol in place of a figure.
        meaning: What the symbol means in this release.
        numerator: The numerator.
        denominator: The denominator.
        status: Provisional, revised, final and so on.
        release: Id of its release.
        fault: Code of its fault; a figure with a fault is not scored, compared or averaged.
        doubts: Codes of the checks that doubt it, sorted; a figure in doubt is scored and compared,
            and marked wherever it is printed, until an accepted exception settles it.
        fact: The fact.

    Document: ``evaluation``.
    """

    period: Period
    value: float | None = None
    symbol: Line | None = None
    meaning: Line | None = None
    numerator: float | None = None
    denominator: float | None = None
    status: Code
    release: Id | None = None
    fault: Code | None = None
    doubts: tuple[Code, ...] = ()
    fact: FactId

    @property
    def sound(self) -> float | None:
        """The figure, where there is one and it does not contradict itself."""
        return None if self.fault is not None else self.value


ChangeTest = Literal["beyond", "random", "too_few"]
"""Whether a change is beyond random variation, could be random variation, or rests on too few."""


@value_class
class Change(Value):
    """The difference between two periods that may be compared.

    Attributes:
        before: The earlier period.
        after: The later period.
        amount: Later minus earlier figure, in the indicator's unit.
        test: Whether it is more than random variation; None where no test fits its figures.
        lower: Lower end of the 95% interval of the amount, where one was computed.
        upper: Upper end of it.
        fact: The fact.

    Document: ``evaluation``.
    """

    before: Period
    after: Period
    amount: float
    test: ChangeTest | None = None
    lower: float | None = None
    upper: float | None = None
    fact: FactId


@value_class
class AreaFigure(Value):
    """The figure of one area that a benchmark rests on.

    Attributes:
        area: Code of the area.
        name: Its name.
        value: Its figure, unrounded; None where it has none, none that may be shown, or one that
            contradicts itself.
        numerator: What was counted there; None where that is not known.
        denominator: The denominator; None where it is not known.

    Document: ``evaluation``.
    """

    area: AreaCode
    name: Line
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None


@value_class
class BenchmarkPoint(Value):
    """A benchmark in one period.

    Attributes:
        period: The period.
        value: The benchmark, unrounded; None where no area has a figure.
        numerator: Numerator behind it, where there is one.
        denominator: Denominator behind it, where there is one.
        areas: How many areas it rests on.
        missing: Codes of areas without a figure that may be compared, sorted.
        left_out: Code of the reason why the figure of an area is not used, by the area's code: it
            has a ``fault``, or is about other people (``basis``).
        members: The areas, each with its figure; only in the two latest periods.
        fact: The fact.

    Document: ``evaluation``.
    """

    period: Period
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    areas: Count
    missing: tuple[AreaCode, ...] = ()
    left_out: FrozenMap[Code] = FrozenMap()
    members: tuple[AreaFigure, ...] = ()
    fact: FactId

    @property
    def figures(self) -> tuple[float, ...]:
        """The figures of the areas that have one, unrounded, in the order of the areas."""
        return tuple(member.value for member in self.members if member.value is not None)


@value_class
class Comparison(Value):
    """A benchmark beside the area's own series, with a past of its own.

    Attributes:
        comparator: Id of the comparator set.
        title: Its title.
        method: How the areas' figures became one.
        points: The benchmark in each period of the area's own series up to its latest figure,
            oldest first. Where nothing of the series is compared, nothing of these is either.

    Document: ``evaluation``.
    """

    comparator: Id
    title: Line
    method: Literal["single", "mean", "pooled", "median"]
    points: Annotated[tuple[BenchmarkPoint, ...], Length(1)]

    @property
    def latest(self) -> BenchmarkPoint:
        """The benchmark in the period of the area's own latest figure."""
        return self.points[-1]

    @property
    def period(self) -> Period:
        """The latest period."""
        return self.latest.period

    @property
    def value(self) -> float | None:
        """The benchmark in the latest period."""
        return self.latest.value

    @property
    def fact(self) -> FactId:
        """The fact of the latest period."""
        return self.latest.fact

    @property
    def areas(self) -> int:
        """How many areas the latest benchmark rests on."""
        return self.latest.areas

    @property
    def missing(self) -> tuple[AreaCode, ...]:
        """Codes of the areas without a figure in the latest period."""
        return self.latest.missing

    @property
    def members(self) -> tuple[AreaFigure, ...]:
        """The areas in the latest period, each with its figure."""
        return self.latest.members

    @property
    def figures(self) -> tuple[float, ...]:
        """The figures of the areas that have one in the latest period, unrounded."""
        return self.latest.figures

    def at(self, period: Period) -> BenchmarkPoint | None:
        """Return the benchmark in a period; None where there is none."""
        return next((point for point in self.points if point.period == period), None)


@value_class
class TargetPosition(Value):
    """Where the latest figure stands to a target.

    Attributes:
        measure: The measure the target belongs to.
        statement: The target, in words.
        due: By when it is to be reached.
        low: Lower end of the target; None where open.
        high: Upper end of the target; None where open.
        gap: Distance of the figure from the target, in the indicator's unit; 0 where it is reached.
        reached: Whether the target is reached; None where that is not known.
        not_compared: Why the latest figure may not be compared with it; None where it may.
        doubts: Codes of the checks that doubt it, sorted, until an accepted exception settles it.
        fact: The fact.

    Document: ``evaluation``.
    """

    measure: Id
    statement: Line
    due: When | None = None
    low: float | None = None
    high: float | None = None
    gap: float | None = None
    reached: bool | None = None
    not_compared: Line | None = None
    doubts: tuple[Code, ...] = ()
    fact: FactId


@value_class
class SeriesLimits(Value):
    """How far a series wanders by chance, as a chart shows it.

    Attributes:
        mean: The mean of its figures.
        lower: The lower limit, cut off where the unit ends.
        upper: The upper limit, cut off where the unit ends.
        trial: Whether there are too few figures to make anything of one outside.
        since: First period whose figures they are computed from; absent where they are computed
            from all that may be compared.

    Document: ``evaluation``.
    """

    mean: float
    lower: float
    upper: float
    trial: bool
    since: Period | None = None


@value_class
class Score(Value):
    """What a rule made of facts. Made by rules only; people make a judgement.

    Attributes:
        rule: Id of the rule.
        about: Id of the indicator, priority or criterion.
        band: Which of the rule's bands.
        label: The word shown.
        shape: Shape printed with the label.
        tone: Whether it may be coloured.
        statement: One plain sentence that says why.
        formula: The formula with its numbers.
        source: Where the rule comes from.
        facts: The facts it rests on.
        made_by: Distribution and version of the rule.
        kind: What the rule compares figures with, as it declares.
        limits: Limits that its chart shows, where it works some out.

    Document: ``evaluation``.
    """

    rule: Code
    about: Id
    band: Code
    label: Line
    shape: Code = "circle"
    tone: Tone
    statement: Line
    formula: Line
    source: Line
    facts: tuple[FactId, ...] = ()
    made_by: Line = "sendframe"
    kind: Code = "other"
    limits: SeriesLimits | None = None


@value_class
class Refusal(Value):
    """A rule that did not score, and why.

    Attributes:
        rule: Id of the rule.
        about: Id of the indicator, priority or criterion.
        reason: Why not, as one plain sentence.
        facts: The facts the reason rests on.
        made_by: Distribution and version of the rule.
        kind: What the rule compares figures with, as it declares.
        limits: Limits that the chart shows although there is no score.

    Document: ``evaluation``.
    """

    rule: Code
    about: Id
    reason: Line
    facts: tuple[FactId, ...] = ()
    made_by: Line = "sendframe"
    kind: Code = "other"
    limits: SeriesLimits | None = None


@value_class
class Breakdown(Value):
    """The parts of a whole, for one dimension and period.

    Attributes:
        dimension: Name of the dimension.
        period: The period.
        parts: Figure of each part, under its name.
        hidden: Parts whose figure may not be shown.
        fact: The fact.

    Document: ``evaluation``.
    """

    dimension: Line
    period: Period
    parts: FrozenMap[Point] = FrozenMap()
    hidden: tuple[Line, ...] = ()
    fact: FactId
