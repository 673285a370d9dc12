"""Compute progress from a baseline to a target, and the level that is expected on a day."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

__all__ = ["distance_travelled", "expected_along", "expected_by"]


def distance_travelled(baseline: float, target: float, current: float) -> float | None:
    """Return the share of the distance from baseline to target that a figure has travelled.

    The share is not limited: below 0 the figure got worse, above 1 it passed the target.

    Args:
        baseline: The figure at the beginning.
        target: The level to be reached.
        current: The figure now; of the same type of period as the baseline.

    Returns:
        The share, unrounded; None where target and baseline are equal.

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
    distance = target - baseline
    return (current - baseline) / distance if distance else None


def expected_by(
    day: date, *, baseline: float, baseline_on: date, target: float, due_on: date
) -> float:
    """Return the expected level on a day, on a straight line from baseline to target.

    Args:
        day: The day.
        baseline: The figure at the beginning.
        baseline_on: Day of the baseline.
        target: The level to be reached.
        due_on: Day on which it is due; after *baseline_on*.

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
    share = min(1.0, max(0.0, (day - baseline_on).days / length))
    return baseline + (target - baseline) * share


def expected_along(day: date, steps: Sequence[tuple[date, float]]) -> float:
    """Return the expected level on a day, on straight lines from each step to the next.

    Args:
        day: The day.
        steps: Days and levels, in the order of the days, with no day twice: the baseline first,
            then each milestone, the target last.

    Returns:
        The level, unrounded: the first before the steps begin, the last after they end.

    Raises:
        ValueError: There is no step, or the steps are not in the order of their days.

    Examples:
        >>> steps = [(date(2025, 1, 1), 60.0), (date(2025, 1, 11), 61.0), (date(2025, 1, 21), 70.0)]
        >>> expected_along(date(2025, 1, 6), steps), expected_along(date(2025, 1, 11), steps)
        (60.5, 61.0)
        >>> expected_along(date(2024, 1, 1), steps), expected_along(date(2026, 1, 1), steps)
        (60.0, 70.0)
    """
    days = [step_day for step_day, _ in steps]
    if not days or any(later <= earlier for earlier, later in pairwise(days)):
        message = "steps must be there, in the order of their days, and no day twice"
        raise ValueError(message)
    position = bisect_right(days, day)
    if position in (0, len(steps)):
        return steps[max(0, position - 1)][1]
    (previous_day, low), (next_day, high) = steps[position - 1 : position + 1]
    return expected_by(day, baseline=low, baseline_on=previous_day, target=high, due_on=next_day)
