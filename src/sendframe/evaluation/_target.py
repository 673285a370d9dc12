"""Where the latest figure stands to what was aimed for."""

from sendframe.model import (
    BenchmarkTarget,
    Direction,
    Indicator,
    LevelTarget,
    Measure,
    Point,
    Portfolio,
    RangeTarget,
    Strategy,
    Target,
    TargetPosition,
    WordsTarget,
)
from sendframe.statistics import amount

from ._facts import FactBook
from ._ground import Ground

__all__ = ["measures_of", "position_of"]


def measures_of(portfolio: Portfolio) -> dict[str, list[Measure]]:
    """Return the measures that each indicator shows, plan by plan."""
    found: dict[str, list[Measure]] = {}
    for plan in portfolio.of(Strategy):
        for measure in plan.measures:
            for indicator in dict.fromkeys(measure.indicators):
                found.setdefault(indicator, []).append(measure)
    return found


def _bounds(target: Target, direction: Direction) -> tuple[float | None, float | None]:
    """Return the lower and upper end of what is aimed for; None where open or unknown."""
    if isinstance(target, RangeTarget):
        return target.low, target.high
    level: float | None = None
    if isinstance(target, LevelTarget):
        level = target.level
    elif isinstance(target, BenchmarkTarget):
        level = target.value
    if level is None:
        return None, None
    return {
        "higher": (level, None),
        "lower": (None, level),
        "range": (level, level),
        "neutral": (level, level),
    }[direction]


def _words(target: Target, indicator: Indicator, low: float | None, high: float | None) -> str:
    if isinstance(target, (WordsTarget, BenchmarkTarget)):
        return str(target.statement).rstrip(".")
    if low is None and high is not None:
        return f"{_level(high, indicator)} or less"
    if high is None and low is not None:
        return f"{_level(low, indicator)} or more"
    if low is not None and high is not None and low != high:
        return f"between {_level(low, indicator)} and {_level(high, indicator)}"
    return _level(low or 0.0, indicator)


def _level(level: float, indicator: Indicator) -> str:
    """Return a level as people set it: whole numbers without a nought behind the point."""
    decimals = 0 if level.is_integer() else indicator.decimals
    return amount(level, decimals, indicator.unit_text)


def position_of(
    measure: Measure, indicator: Indicator, latest: Point | None, book: FactBook, ground: Ground
) -> TargetPosition | None:
    """Return where the latest figure stands to a measure's target; None where it has none."""
    target = measure.target
    if target is None:
        return None
    direction = measure.intended_direction or indicator.direction
    low, high = _bounds(target, direction)
    statement = _words(target, indicator, low, high)
    gap, reached = None, None
    value = None if latest is None else latest.value
    if value is not None and (low is not None or high is not None):
        gap = max(0.0, (low or 0.0) - value if low is not None else 0.0)
        gap = max(gap, value - high if high is not None else 0.0)
        reached = None if direction == "neutral" else gap == 0
    due = "" if target.due is None else f" by {target.due}"
    unit = "percentage points" if indicator.unit == "percent" else indicator.unit_text
    said = "" if gap is None else f"; {amount(gap, indicator.decimals, unit)} off"
    if reached:
        said = "; reached"
    fact = book.add(
        f"measure/{measure.id}/{indicator.id}/target",
        f"{indicator.title}: the target is {statement}{due}{said}.",
        value=gap,
        unit=indicator.unit,
        derived_from=() if latest is None else (latest.fact,),
        source=ground.source(f"measure {measure.id}", measure),
    )
    return TargetPosition(
        measure=measure.id,
        statement=statement,
        due=target.due,
        low=low,
        high=high,
        gap=gap,
        reached=reached,
        fact=fact,
    )
