"""Find points of a series that are more than chance, by the rules of an XmR chart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from ._control_limits import ControlLimits

__all__ = ["Assurance", "SpecialCause", "assurance", "special_causes"]

SpecialCause = Literal["outside", "trend", "two_of_three", "shift"]
"""Why a point is more than chance; the first of several reasons in this order."""

Assurance = Literal["passes", "fails", "hit_or_miss"]
"""Whether a series passes its target by chance alone: always, never, or sometimes."""

TREND_POINTS = 7
SHIFT_POINTS = 7


def special_causes(
    values: Sequence[float], limits: ControlLimits, follows: Sequence[bool] | None = None
) -> tuple[SpecialCause | None, ...]:
    """Return for each point why it is more than chance; None where it is not.

    The rules, in this order: outside the limits; seven successive points that rise, or fall; two
    of three points beyond two thirds of the distance to a limit, all three on one side of the
    mean; seven successive points on one side of the mean. Equal neighbours end a trend, and a
    point on the mean ends a shift. All points of a run are marked. A period without a figure
    interrupts every run: what was there is not known.

    Args:
        values: The figures, oldest first.
        limits: The limits of the series.
        follows: Whether each figure is of the period right after that of the one before; all are
            unless given.

    Examples:
        >>> from sendframe.statistics import xmr_limits
        >>> series = [5.0, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 20]
        >>> special_causes(series, xmr_limits(series, screened=True))[-1]
        'outside'

    Source:
        NHS England, Making Data Count; the order and the runs as in NHSRplotthedots.
    """
    causes: list[SpecialCause | None] = [None] * len(values)
    if limits.lower is None or limits.upper is None:
        return tuple(causes)
    for start, end in _unbroken(len(values), follows):
        part = values[start:end]
        rules: tuple[tuple[SpecialCause, Iterator[int]], ...] = (
            ("outside", _outside(part, limits.lower, limits.upper)),
            ("trend", _trend(part)),
            ("two_of_three", _two_of_three(part, limits.mean, limits.upper - limits.mean)),
            ("shift", _shift(part, limits.mean)),
        )
        for name, positions in rules:
            for position in positions:
                causes[start + position] = causes[start + position] or name
    return tuple(causes)


def _unbroken(count: int, follows: Sequence[bool] | None) -> Iterator[tuple[int, int]]:
    """Yield the start and the exclusive end of each part in which every figure follows another."""
    breaks = [] if follows is None else [at for at in range(count) if not follows[at]]
    return pairwise((0, *breaks, count))


def _outside(values: Sequence[float], lower: float, upper: float) -> Iterator[int]:
    return (position for position, value in enumerate(values) if not lower <= value <= upper)


def _signs(differences: Sequence[float]) -> list[int]:
    return [(change > 0) - (change < 0) for change in differences]


def _runs(signs: Sequence[int], shortest: int) -> Iterator[tuple[int, int]]:
    """Yield the start and the exclusive end of runs of the same sign; 0 is no sign."""
    start = 0
    for position in range(1, len(signs) + 1):
        if position == len(signs) or signs[position] != signs[start]:
            if signs[start] and position - start >= shortest:
                yield start, position
            start = position


def _trend(values: Sequence[float]) -> Iterator[int]:
    steps = _signs([after - before for before, after in pairwise(values)])
    for start, end in _runs(steps, TREND_POINTS - 1):
        yield from range(start, end + 1)


def _shift(values: Sequence[float], mean: float) -> Iterator[int]:
    for start, end in _runs(_signs([value - mean for value in values]), SHIFT_POINTS):
        yield from range(start, end)


def _two_of_three(values: Sequence[float], mean: float, distance: float) -> Iterator[int]:
    threshold = distance * 2 / 3
    for start in range(len(values) - 2):
        window = range(start, start + 3)
        for side in (1, -1):
            distances = [side * (values[position] - mean) for position in window]
            if (
                min(distances) > 0
                and sum(distance_on_side > threshold for distance_on_side in distances) > 1
            ):
                yield from window


def assurance(
    target: float, limits: ControlLimits, direction: Literal["higher", "lower"]
) -> Assurance | None:
    """Return whether a series passes or fails its target by more than chance.

    Args:
        target: The level to be reached.
        limits: The limits of the series.
        direction: Which way is better.

    Returns:
        ``passes`` where even the worse limit is better than the target, ``fails`` where even the
        better limit is worse, ``hit_or_miss`` otherwise; None without limits.

    Examples:
        >>> from sendframe.statistics import xmr_limits
        >>> assurance(9, xmr_limits([5.0, 6, 5, 6, 5, 6]), "higher")
        'fails'

    Source:
        NHS England, Making Data Count: assurance icons.
    """
    if limits.lower is None or limits.upper is None:
        return None
    if target > limits.upper:
        return "fails" if direction == "higher" else "passes"
    if target < limits.lower:
        return "passes" if direction == "higher" else "fails"
    return "hit_or_miss"
