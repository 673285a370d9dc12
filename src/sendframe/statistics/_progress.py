"""How far a figure has come on its way, and where it should be by now."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

__all__ = ["distance_travelled", "expected_along", "expected_by"]


def distance_travelled(baseline: float, target: float, current: float) -> float | None:
    """Return which part of the way from baseline to target is behind, whichever way it leads.

    Nothing is cut off: below 0 things got worse, above 1 the target is passed.

    Args:
        baseline: Where it began.
        target: Where it is to go.
        current: Where it is; of the same type of period as the baseline.

    Returns:
        A share of the way, unrounded; None where the target is to stay where it was.

    Examples:
        >>> round(distance_travelled(10.9, 10, 10.3), 3)
        0.667
        >>> round(distance_travelled(10.9, 10, 12.2), 3)
        -1.444
        >>> round(distance_travelled(0.28, 0.13, 0.02), 3)
        1.733
        >>> distance_travelled(5, 5, 4) is None
        True

    Source:
        Progress as the share of the distance from baseline to target, as councils' outcome
        frameworks state it.
    """
    way = target - baseline
    return (current - baseline) / way if way else None


def expected_by(
    day: date, *, baseline: float, baseline_on: date, target: float, due_on: date
) -> float:
    """Return where a figure should be on a day, on a straight line from baseline to target.

    Args:
        day: The day.
        baseline: Where it began.
        baseline_on: When.
        target: Where it is to go.
        due_on: Until when; after *baseline_on*.

    Returns:
        The level, unrounded: the baseline before the line begins, the target after it ends.

    Raises:
        ValueError: *due_on* is not after *baseline_on*.

    Examples:
        >>> expected_by(
        ...     date(2025, 7, 2), baseline=60, baseline_on=date(2025, 1, 1),
        ...     target=70, due_on=date(2026, 1, 1),
        ... )
        64.98...
    """
    length = (due_on - baseline_on).days
    if length < 1:
        message = "the day it is due must lie after that of the baseline"
        raise ValueError(message)
    part = min(1.0, max(0.0, (day - baseline_on).days / length))
    return baseline + (target - baseline) * part


def expected_along(day: date, steps: Sequence[tuple[date, float]]) -> float:
    """Return where a figure should be on a day, on straight lines from each step to the next.

    Args:
        day: The day.
        steps: Days and levels, in the order of the days, no day twice: the baseline first, then
            each milestone, the target last.

    Returns:
        The level, unrounded: the first before the steps begin, the last after they end.

    Raises:
        ValueError: There is no step, or they are not in the order of their days.

    Examples:
        >>> steps = [(date(2025, 1, 1), 60.0), (date(2025, 1, 11), 61.0), (date(2025, 1, 21), 70.0)]
        >>> expected_along(date(2025, 1, 6), steps), expected_along(date(2025, 1, 11), steps)
        (60.5, 61.0)
        >>> expected_along(date(2024, 1, 1), steps), expected_along(date(2026, 1, 1), steps)
        (60.0, 70.0)
    """
    days = [each for each, _ in steps]
    if not days or any(two <= one for one, two in pairwise(days)):
        message = "steps must be there, in the order of their days, and no day twice"
        raise ValueError(message)
    place = bisect_right(days, day)
    if place in (0, len(steps)):
        return steps[max(0, place - 1)][1]
    (before, low), (after, high) = steps[place - 1 : place + 1]
    return expected_by(day, baseline=low, baseline_on=before, target=high, due_on=after)
