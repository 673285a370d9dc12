"""Make a context for a rule about an indicator from a few numbers, for examples and tests."""

from collections.abc import Sequence
from datetime import date

from sendframe.model import (
    AreaFigure,
    Baseline,
    BenchmarkPoint,
    CalendarYear,
    Comparison,
    Direction,
    Indicator,
    LevelTarget,
    Measure,
    MeasureMilestone,
    NoOptions,
    Point,
    TargetPosition,
    Text,
    Tolerance,
)
from sendframe.scoring import ScoringContext
from sendframe.statistics import mean

__all__ = ["scoring_context"]

_UNIT_TEXT = {"percent": "%", "share": "", "count": ""}
_LAST_DAY = date(2026, 1, 31)


def scoring_context(  # noqa: PLR0913  # keyword arguments
    values: Sequence[float | None],
    *,
    direction: Direction = "higher",
    unit: str = "percent",
    decimals: int = 1,
    indicator: str = "sample",
    rule: str = "sample",
    first_year: int = 2020,
    denominator: float | None = None,
    target: float | None = None,
    benchmark: float | None = None,
    members: Sequence[float | tuple[int, int] | None] = (),
    baseline: tuple[int, float] | None = None,
    milestones: Sequence[tuple[int, float]] = (),
    tolerance: Tolerance | None = None,
    options: object = NoOptions(),
    as_at: date = _LAST_DAY,
    made_by: str = "sendframe",
) -> ScoringContext:
    """Return the context of a rule about an indicator with the given figures.

    Args:
        values: One figure for each calendar year, oldest first; None for a year with a symbol.
        direction: Which way is better.
        unit: Unit of the figures.
        decimals: Decimal places shown.
        indicator: Id of the indicator.
        rule: Id of the rule.
        first_year: Year of the first figure.
        denominator: Denominator of each figure; for a percentage or share the numerator is
            computed from it.
        target: Level to be reached, in the unit of the figures; None for no target.
        benchmark: Figure of the benchmark in the latest year; None for no benchmark.
        members: Figures of the other areas, or pairs of numerator and denominator; None for an
            area without a figure.
        baseline: Year and figure of the measure's baseline.
        milestones: Year and level of each milestone.
        tolerance: Tolerance of the target.
        options: Options of the rule, as its options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Returns:
        The context, whose series is final and without a break.

    Examples:
        >>> context = scoring_context([58.2, None, 61.4], target=60)
        >>> [point.value for point in context.points], context.targets[0].reached
        ([58.2, None, 61.4], True)
    """
    factor = {"percent": 100.0, "share": 1.0}.get(unit)
    sample_indicator = Indicator(
        id=indicator,
        title=Text(default="Sample"),
        unit=unit,
        unit_text=_UNIT_TEXT.get(unit, unit) or None,
        factor=factor,
        direction=direction,
        decimals=decimals,
    )
    points = tuple(
        _point(indicator, first_year + index, value, denominator, factor)
        for index, value in enumerate(values)
    )
    latest = next((point for point in reversed(points) if point.value is not None), None)
    measures: tuple[Measure, ...] = ()
    due = CalendarYear(year=first_year + len(values) + 1)
    if target is not None:
        measure = Measure(
            id=f"{indicator}.measure",
            statement=sample_indicator.title,
            indicators=(indicator,),
            baseline=_baseline(baseline),
            target=LevelTarget(level=target, due=due),
            milestones=tuple(
                MeasureMilestone(due=CalendarYear(year=year), level=level)
                for year, level in milestones
            ),
            tolerance=tolerance,
        )
        measures = (measure,)
    comparison = None if latest is None else _comparison(latest, benchmark, members, factor)
    return ScoringContext(
        rule=rule,
        indicator=sample_indicator,
        points=points,
        latest=points[-1] if points else None,
        targets=() if target is None else (_position(sample_indicator, latest, target, due),),
        measures=measures,
        comparisons=() if comparison is None else (comparison,),
        options=options,
        as_at=as_at,
        made_by=made_by,
    )


def _point(
    indicator: str, year: int, value: float | None, denominator: float | None, factor: float | None
) -> Point:
    return Point(
        period=CalendarYear(year=year),
        value=value,
        symbol="x" if value is None else None,
        meaning="not available" if value is None else None,
        numerator=_numerator(value, denominator, factor),
        denominator=denominator,
        status="final",
        fact=f"indicator/{indicator}/{year}",
    )


def _position(
    indicator: Indicator, latest: Point | None, target: float, due: CalendarYear
) -> TargetPosition:
    low = None if indicator.direction == "lower" else target
    high = None if indicator.direction == "higher" else target
    gap = None
    if latest is not None and latest.value is not None:
        below = 0.0 if low is None else low - latest.value
        above = 0.0 if high is None else latest.value - high
        gap = max(0.0, below, above)
    return TargetPosition(
        measure=f"{indicator.id}.measure",
        statement=f"{target:g}{indicator.unit_text or ''}",
        due=due,
        low=low,
        high=high,
        gap=gap,
        reached=None if gap is None or indicator.direction in (None, "neutral") else gap == 0,
        fact=f"measure/{indicator.id}.measure/target",
    )


def _baseline(year_and_value: tuple[int, float] | None) -> Baseline | None:
    return year_and_value and Baseline(
        value=year_and_value[1], period=CalendarYear(year=year_and_value[0])
    )


def _comparison(
    latest: Point,
    benchmark: float | None,
    members: Sequence[float | tuple[int, int] | None],
    factor: float | None,
) -> Comparison | None:
    """Return a benchmark, whose figure is the mean of the members' figures unless given."""
    areas = tuple(_member(number, member, factor) for number, member in enumerate(members, 1))
    values = [member.value for member in areas if member.value is not None]
    value = mean(values) if benchmark is None else benchmark
    if value is None:
        return None
    benchmark_point = BenchmarkPoint(
        period=latest.period,
        value=value,
        areas=len(values) if areas else 1,
        missing=tuple(sorted(area.area for area in areas if area.value is None)),
        members=areas,
        fact=f"{latest.fact}/others",
    )
    return Comparison(
        comparator="others",
        title="Others",
        method="mean" if areas else "single",
        points=(benchmark_point,),
    )


def _member(
    number: int, figure: float | tuple[int, int] | None, factor: float | None
) -> AreaFigure:
    area = AreaFigure(area=f"ZZ{number:07}", name=f"Area {number}")
    if figure is None:
        return area
    if not isinstance(figure, tuple):
        return area.changed(value=float(figure))
    numerator, denominator = map(float, figure)
    value = numerator / denominator * (factor or 1.0) if denominator else None
    return area.changed(value=value, numerator=numerator, denominator=denominator)


def _numerator(
    value: float | None, denominator: float | None, factor: float | None
) -> float | None:
    """Return the numerator of a figure; None where it cannot be computed."""
    if value is None or denominator is None or factor is None:
        return None
    return value * denominator / factor
