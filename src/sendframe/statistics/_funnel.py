"""How far areas of different sizes lie apart by chance alone: limits of a funnel."""

from collections.abc import Sequence
from math import fsum, sqrt

from ._interval import Interval, z_score

__all__ = ["FUNNEL_CONFIDENCE", "funnel_limits", "overdispersion"]

FUNNEL_CONFIDENCE = (0.95, 0.998)
"""The two-sided shares that inner and outer limits of a funnel are drawn at."""


def funnel_limits(baseline: float, total: int, *, confidence: float = 0.95) -> Interval:
    """Return within which proportions an area of a size lies by chance.

    Args:
        baseline: The proportion of all areas together, strictly between 0 and 1.
        total: How often it could have happened in the area, at least 1.
        confidence: Two-sided, strictly between 0 and 1; see `FUNNEL_CONFIDENCE`.

    Returns:
        Lower and upper limit as shares, unrounded.

    Raises:
        ValueError: An argument lies outside its range.

    Examples:
        >>> found = funnel_limits(39_407 / 84_866, 333)
        >>> round(found.lower, 6), round(found.upper, 6)
        (0.410778, 0.51791)

    Source:
        Limits for proportions by inversion of the Wilson interval, as in PHEindicatormethods.
    """
    if not 0 < baseline < 1 or not 0 < confidence < 1:
        message = "baseline and confidence must lie between 0 and 1"
        raise ValueError(message)
    if total < 1:
        message = f"total must be at least 1, not {total}"
        raise ValueError(message)
    square = z_score(confidence) ** 2
    size, p = float(total), baseline
    first = p * (size / square + 1)
    last = 1 / square + 1 / size
    under = (8 * first) ** 2 - 64 * last * p * (
        size * (p * (size / square + 2) - 1) + square * (p - 1)
    )
    reach = sqrt(max(0.0, under)) / 8
    return Interval((first - reach) / last / size, (first + reach) / last / size)


def overdispersion(events: Sequence[int], totals: Sequence[int]) -> float | None:
    """Return how much further areas lie apart than chance alone would have them.

    A funnel is honest where this is about 1. Far above it, differences between areas have other
    causes than chance, most areas lie outside the limits, and none is special for it.

    Args:
        events: How often it happened, one number an area.
        totals: How often it could have happened, in the same order; areas with 0 are left out.

    Returns:
        The mean of the squared standard scores, at least 0; None of fewer than two areas, or
        where it happened always or never.

    Examples:
        >>> round(overdispersion([40, 50, 60], [100, 100, 100]), 2)
        2.67
        >>> overdispersion([5], [10]) is None
        True

    Source:
        Spiegelhalter (2005), Statistics in Medicine 24:1185-1202.
    """
    known = [(top, bottom) for top, bottom in zip(events, totals, strict=True) if bottom > 0]
    everything = sum(bottom for _, bottom in known)
    share = sum(top for top, _ in known) / everything if everything else 0.0
    if len(known) < 2 or not 0 < share < 1:  # noqa: PLR2004  # two areas can lie apart
        return None
    scores = [(top / bottom - share) ** 2 / (share * (1 - share) / bottom) for top, bottom in known]
    return fsum(scores) / len(scores)
