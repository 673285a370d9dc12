"""Compute the position of the latest figure relative to the target of a measure."""

from sendframe.figures import fault_by_code, why_target_not_comparable
from sendframe.language import gettext as _
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
    When,
    WordsTarget,
)
from sendframe.statistics import amount, difference

from ._document_facts import DocumentFacts
from ._facts import FactBook

__all__ = ["measures_of", "target_position"]


def measures_of(portfolio: Portfolio) -> dict[str, list[Measure]]:
    """Return the measures of each indicator, plan by plan."""
    by_indicator: dict[str, list[Measure]] = {}
    for plan in portfolio.of(Strategy):
        for measure in plan.measures:
            for indicator in dict.fromkeys(measure.indicators):
                by_indicator.setdefault(indicator, []).append(measure)
    return by_indicator


def _bounds(target: Target, direction: Direction) -> tuple[float | None, float | None]:
    """Return the lower and upper end of a target; None where open or unknown."""
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


def _target_text(
    target: Target, indicator: Indicator, low: float | None, high: float | None
) -> str:
    if isinstance(target, (WordsTarget, BenchmarkTarget)):
        return str(target.statement).rstrip(".")
    if low is None and high is not None:
        return _("{level} or less", level=_level_text(high, indicator))
    if high is None and low is not None:
        return _("{level} or more", level=_level_text(low, indicator))
    if low is not None and high is not None and low != high:
        return _(
            "between {low} and {high}",
            low=_level_text(low, indicator),
            high=_level_text(high, indicator),
        )
    return _level_text(low or 0.0, indicator)


def _due_text(due: When) -> str:
    """Return a due date as it follows a level; words stand by themselves."""
    return f" by {due}" if due.is_dated else f" ({due})"


def _why_not_comparable(measure: Measure, indicator: Indicator, latest: Point) -> str | None:
    """Return why the latest figure may not be compared with the target; None where it may."""
    if latest.fault is not None:
        return _(fault_by_code(latest.fault).title)
    target, baseline = measure.target, measure.baseline
    measured_in = None if baseline is None else baseline.period
    if isinstance(target, BenchmarkTarget):
        measured_in = target.period
    due = None if target is None else target.due
    problem = why_target_not_comparable(indicator, measured_in, due, latest.period)
    return None if problem is None else problem.sentence


def _level_text(level: float, indicator: Indicator) -> str:
    """Return a level as text; whole numbers without decimals."""
    decimals = 0 if level.is_integer() else indicator.decimals
    return amount(level, decimals, indicator.unit_text)


def target_position(
    measure: Measure,
    indicator: Indicator,
    latest: Point | None,
    book: FactBook,
    documents: DocumentFacts,
) -> TargetPosition | None:
    """Return the position of the latest figure relative to a measure's target; None without one."""
    target = measure.target
    if target is None:
        return None
    direction = measure.intended_direction or indicator.direction or "neutral"
    low, high = _bounds(target, direction)
    statement = _target_text(target, indicator, low, high)
    gap, reached = None, None
    value = None if latest is None else latest.sound
    problem = None if latest is None else _why_not_comparable(measure, indicator, latest)
    if problem is None and value is not None and (low is not None or high is not None):
        below = (value if low is None else low) - value
        above = value - (value if high is None else high)
        gap = max(0.0, below, above)
        reached = None if direction == "neutral" else gap == 0
    due = "" if target.due is None else _due_text(target.due)
    gap_text = ""
    if gap is not None:
        distance = difference(gap, indicator.decimals, indicator.unit, indicator.unit_text)
        gap_text = f"; {distance} off"
    if reached:
        gap_text = "; reached"
    fact = book.add(
        f"measure/{measure.id}/{indicator.id}/target",
        f"{indicator.title}: the target is {statement}{due}{gap_text}.",
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
        not_compared=None if problem is None else f"{problem[0].upper()}{problem[1:]}.",
        fact=fact,
    )
