"""What a rule is told, made from a few numbers: for worked examples and for tests."""

from collections.abc import Sequence
from datetime import date

from sendframe.model import (
    CalendarYear,
    Comparison,
    Direction,
    Indicator,
    LevelTarget,
    Measure,
    NoOptions,
    Point,
    TargetPosition,
    Text,
)

from ._rule import ScoringContext

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
    if target is not None:
        due = CalendarYear(year=first_year + len(values) + 1)
        aim = LevelTarget(level=target, due=due)
        name = f"{indicator}.measure"
        measures = (Measure(id=name, statement=about.title, indicators=(indicator,), target=aim),)
    return ScoringContext(
        rule=rule,
        indicator=about,
        points=points,
        latest=points[-1] if points else None,
        targets=() if target is None else (_position(about, seen, target),),
        measures=measures,
        comparisons=() if benchmark is None or seen is None else (_beside(seen, benchmark),),
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


def _position(about: Indicator, seen: Point | None, target: float) -> TargetPosition:
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
        low=low,
        high=high,
        gap=gap,
        reached=None if gap is None or about.direction == "neutral" else gap == 0,
        fact=f"measure/{about.id}.measure/target",
    )


def _beside(seen: Point, benchmark: float) -> Comparison:
    return Comparison(
        comparator="others",
        title="Others",
        method="single",
        period=seen.period,
        value=benchmark,
        areas=1,
        fact=f"{seen.fact}/others",
    )


def _counted(value: float | None, denominator: float | None, factor: float | None) -> float | None:
    """Return what was counted; None where that cannot be worked out."""
    if value is None or denominator is None or factor is None:
        return None
    return value * denominator / factor
