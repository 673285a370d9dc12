"""Where the latest figure stands to what was aimed for."""

from sendframe.figures import fault_by_code, why_target_not_comparable
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
from sendframe.statistics import amount, difference

from ._document_facts import DocumentFacts
from ._facts import FactBook

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


def _apart(measure: Measure, indicator: Indicator, latest: Point) -> str | None:
    """Return why the latest figure may not be compared with the target; None where it may."""
    if latest.fault is not None:
        return fault_by_code(latest.fault).title
    target, baseline = measure.target, measure.baseline
    kind = indicator.period_type
    if isinstance(target, BenchmarkTarget):
        kind = target.period.kind
    elif baseline is not None and baseline.period is not None:
        kind = baseline.period.kind
    apart = why_target_not_comparable(kind, latest.period)
    return None if apart is None else apart.sentence


def _level(level: float, indicator: Indicator) -> str:
    """Return a level as people set it: whole numbers without a nought behind the point."""
    decimals = 0 if level.is_integer() else indicator.decimals
    return amount(level, decimals, indicator.unit_text)


def position_of(
    measure: Measure,
    indicator: Indicator,
    latest: Point | None,
    book: FactBook,
    documents: DocumentFacts,
) -> TargetPosition | None:
    """Return where the latest figure stands to a measure's target; None where it has none."""
    target = measure.target
    if target is None:
        return None
    direction = measure.intended_direction or indicator.direction
    low, high = _bounds(target, direction)
    statement = _words(target, indicator, low, high)
    gap, reached = None, None
    value = None if latest is None else latest.sound
    apart = None if latest is None else _apart(measure, indicator, latest)
    if apart is None and value is not None and (low is not None or high is not None):
        gap = max(0.0, (low or 0.0) - value if low is not None else 0.0)
        gap = max(gap, value - high if high is not None else 0.0)
        reached = None if direction == "neutral" else gap == 0
    due = "" if target.due is None else f" by {target.due}"
    said = ""
    if gap is not None:
        off = difference(gap, indicator.decimals, indicator.unit, indicator.unit_text)
        said = f"; {off} off"
    if reached:
        said = "; reached"
    fact = book.add(
        f"measure/{measure.id}/{indicator.id}/target",
        f"{indicator.title}: the target is {statement}{due}{said}.",
        value=gap,
        unit=indicator.unit,
        derived_from=() if latest is None else (latest.fact,),
        source=documents.source(f"measure {measure.id}", measure),
    )
    return TargetPosition(
        measure=measure.id,
        statement=statement,
        due=target.due,
        low=low,
        high=high,
        gap=gap,
        reached=reached,
        not_compared=None if apart is None else f"{apart[0].upper()}{apart[1:]}.",
        fact=fact,
    )
