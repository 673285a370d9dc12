"""Which points of a series are more than chance: the four rules of an XmR chart, and assurance."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from ._control import ControlLimits

__all__ = ["Assurance", "SpecialCause", "assurance", "special_causes"]

SpecialCause = Literal["outside", "trend", "two_of_three", "shift"]
"""Why a point is more than chance; of several reasons the first that is listed here."""

Assurance = Literal["passes", "fails", "hit_or_miss"]
"""Whether chance alone lets a series pass its target: always, never, or now and then."""

TREND_POINTS = 7
SHIFT_POINTS = 7


def special_causes(
    values: Sequence[float], limits: ControlLimits
) -> tuple[SpecialCause | None, ...]:
    """Return for each point why it is more than chance; None where it is not.

    The rules, in this order: outside the limits; seven points that rise, or fall, one after the
    other; two of three points beyond two thirds of the way to a limit, all three on one side of
    the mean; seven points in a row on one side of the mean. Equal neighbours break a trend, and
    a point on the mean breaks a shift. All points of a run are told.

    Args:
        values: The figures, oldest first.
        limits: The limits they are held against.

    Examples:
        >>> from sendframe.statistics import xmr_limits
        >>> series = [5.0, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 20]
        >>> special_causes(series, xmr_limits(series, screened=True))[-1]
        'outside'

    Source:
        NHS England, Making Data Count; the order and the runs as in NHSRplotthedots.
    """
    found: list[SpecialCause | None] = [None] * len(values)
    if limits.lower is None or limits.upper is None:
        return tuple(found)
    rules: tuple[tuple[SpecialCause, Iterator[int]], ...] = (
        ("outside", _outside(values, limits.lower, limits.upper)),
        ("trend", _trend(values)),
        ("two_of_three", _two_of_three(values, limits.mean, limits.upper - limits.mean)),
        ("shift", _shift(values, limits.mean)),
    )
    for name, places in rules:
        for place in places:
            found[place] = found[place] or name
    return tuple(found)


def _outside(values: Sequence[float], lower: float, upper: float) -> Iterator[int]:
    return (place for place, each in enumerate(values) if not lower <= each <= upper)


def _signs(differences: Sequence[float]) -> list[int]:
    return [(each > 0) - (each < 0) for each in differences]


def _runs(signs: Sequence[int], least: int) -> Iterator[tuple[int, int]]:
    """Yield where runs of one sign begin and end, the end not included; 0 is no sign."""
    start = 0
    for place in range(1, len(signs) + 1):
        if place == len(signs) or signs[place] != signs[start]:
            if signs[start] and place - start >= least:
                yield start, place
            start = place


def _trend(values: Sequence[float]) -> Iterator[int]:
    steps = _signs([after - before for before, after in pairwise(values)])
    for start, end in _runs(steps, TREND_POINTS - 1):
        yield from range(start, end + 1)


def _shift(values: Sequence[float], mean: float) -> Iterator[int]:
    for start, end in _runs(_signs([each - mean for each in values]), SHIFT_POINTS):
        yield from range(start, end)


def _two_of_three(values: Sequence[float], mean: float, reach: float) -> Iterator[int]:
    near = reach * 2 / 3
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        for side in (1, -1):
            apart = [side * (values[place] - mean) for place in three]
            if min(apart) > 0 and sum(each > near for each in apart) > 1:
                yield from three


def assurance(
    target: float, limits: ControlLimits, direction: Literal["higher", "lower"]
) -> Assurance | None:
    """Return whether a series passes its target by more than chance.

    Args:
        target: The level to be reached.
        limits: The limits of the series.
        direction: Which way is better.

    Returns:
        ``passes`` where even the worse limit is better than the target, ``fails`` where even the
        better one is worse, ``hit_or_miss`` between; None without limits.

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
