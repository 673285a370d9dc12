"""What a rule is told, made from a few numbers: for worked examples and for tests."""

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
from sendframe.statistics import mean

from ._context import ScoringContext

__all__ = ["scoring_context"]

_UNIT_TEXT = {"percent": "%", "share": "", "count": ""}
_LAST_DAY = date(2026, 1, 31)


def scoring_context(  # noqa: PLR0913  # each is told by name
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
    """Return what a rule is told about an indicator with these figures.

    Args:
        values: A figure a calendar year, oldest first; None for a year in which a symbol stands.
        direction: Which way is better.
        unit: Unit of the figures.
        decimals: Decimal places shown.
        indicator: Id of the indicator.
        rule: Id of the rule.
        first_year: Year of the first figure.
        denominator: Of how many each figure is; the numerator follows for a percentage or share.
        target: Level to be reached, in the unit of the figures; None for no target.
        benchmark: Figure of others in the latest year; None for nobody to compare with.
        members: Figures of those others, one an area, or what was counted and of how many; None
            for an area without a figure.
        baseline: Year and figure that the measure starts from.
        milestones: Year and level of each step on the way to the target.
        tolerance: How far off the target is still near it.
        options: What the portfolio chose, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Returns:
        The context, whose series is final and unbroken.

    Examples:
        >>> told = scoring_context([58.2, None, 61.4], target=60)
        >>> [point.value for point in told.points], told.targets[0].reached
        ([58.2, None, 61.4], True)
    """
    factor = {"percent": 100.0, "share": 1.0}.get(unit)
    about = Indicator(
        id=indicator,
        title=Text(default="Sample"),
        unit=unit,
        unit_text=_UNIT_TEXT.get(unit, unit) or None,
        factor=factor,
        direction=direction,
        decimals=decimals,
    )
    points = tuple(
        _point(indicator, first_year + place, value, denominator, factor)
        for place, value in enumerate(values)
    )
    seen = next((each for each in reversed(points) if each.value is not None), None)
    measures: tuple[Measure, ...] = ()
    due = CalendarYear(year=first_year + len(values) + 1)
    if target is not None:
        measure = Measure(
            id=f"{indicator}.measure",
            statement=about.title,
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
    others = None if seen is None else _beside(seen, benchmark, members, factor)
    return ScoringContext(
        rule=rule,
        indicator=about,
        points=points,
        latest=points[-1] if points else None,
        targets=() if target is None else (_position(about, seen, target, due),),
        measures=measures,
        comparisons=() if others is None else (others,),
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
        numerator=_counted(value, denominator, factor),
        denominator=denominator,
        status="final",
        fact=f"indicator/{indicator}/{year}",
    )


def _position(
    about: Indicator, seen: Point | None, target: float, due: CalendarYear
) -> TargetPosition:
    low = None if about.direction == "lower" else target
    high = None if about.direction == "higher" else target
    gap = None
    if seen is not None and seen.value is not None:
        below = 0.0 if low is None else low - seen.value
        above = 0.0 if high is None else seen.value - high
        gap = max(0.0, below, above)
    return TargetPosition(
        measure=f"{about.id}.measure",
        statement=f"{target:g}{about.unit_text or ''}",
        due=due,
        low=low,
        high=high,
        gap=gap,
        reached=None if gap is None or about.direction == "neutral" else gap == 0,
        fact=f"measure/{about.id}.measure/target",
    )


def _baseline(given: tuple[int, float] | None) -> Baseline | None:
    return given and Baseline(value=given[1], period=CalendarYear(year=given[0]))


def _beside(
    seen: Point,
    benchmark: float | None,
    members: Sequence[float | tuple[int, int] | None],
    factor: float | None,
) -> Comparison | None:
    """Return others to compare with; their figure is the mean of the members' unless given."""
    areas = tuple(_member(place, each, factor) for place, each in enumerate(members, 1))
    known = [each.value for each in areas if each.value is not None]
    value = mean(known) if benchmark is None else benchmark
    if value is None:
        return None
    latest = BenchmarkPoint(
        period=seen.period,
        value=value,
        areas=len(known) if areas else 1,
        missing=tuple(sorted(area.area for area in areas if area.value is None)),
        members=areas,
        fact=f"{seen.fact}/others",
    )
    return Comparison(
        comparator="others",
        title="Others",
        method="mean" if areas else "single",
        points=(latest,),
    )


def _member(place: int, given: float | tuple[int, int] | None, factor: float | None) -> AreaFigure:
    area = AreaFigure(area=f"ZZ{place:07}", name=f"Area {place}")
    if given is None:
        return area
    if not isinstance(given, tuple):
        return area.changed(value=float(given))
    top, bottom = map(float, given)
    value = top / bottom * (factor or 1.0) if bottom else None
    return area.changed(value=value, numerator=top, denominator=bottom)


def _counted(value: float | None, denominator: float | None, factor: float | None) -> float | None:
    """Return what was counted; None where that cannot be worked out."""
    if value is None or denominator is None or factor is None:
        return None
    return value * denominator / factor
