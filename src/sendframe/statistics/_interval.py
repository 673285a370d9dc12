"""How far a proportion might lie from what was counted."""

from functools import cache
from math import sqrt
from statistics import NormalDist

import attrs

__all__ = ["Interval", "wilson_interval"]


@attrs.frozen
class Interval:
    """Two bounds.

    Attributes:
        lower: The lower bound.
        upper: The upper bound.
    """

    lower: float
    upper: float


@cache
def z_score(confidence: float) -> float:
    """Return how many standard deviations hold a share of a normal distribution, two-sided.

    Args:
        confidence: The share, strictly between 0 and 1.

    Examples:
        >>> round(z_score(0.95), 6)
        1.959964
    """
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson_interval(events: int, total: int, *, confidence: float = 0.95) -> Interval:
    """Return the Wilson score interval of a proportion.

    Args:
        events: How often it happened, 0 to *total*.
        total: How often it could have happened, at least 1.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as shares between 0 and 1, unrounded.

    Raises:
        ValueError: *total* is below 1, *events* lies outside 0 to *total*, or *confidence*
            outside 0 to 1.

    Examples:
        >>> wilson_interval(225, 333).lower
        0.6236...
        >>> wilson_interval(0, 12).lower
        0.0

    Source:
        Wilson (1927), JASA 22:209-212; as in PHEindicatormethods.
    """
    if total < 1:
        message = f"total must be at least 1, not {total}"
        raise ValueError(message)
    if not 0 <= events <= total:
        message = f"events must lie between 0 and {total}, not {events}"
        raise ValueError(message)
    if not 0 < confidence < 1:
        message = f"confidence must lie between 0 and 1, not {confidence}"
        raise ValueError(message)
    z = z_score(confidence)
    middle = 2 * events + z * z
    spread = z * sqrt(z * z + 4 * events * (1 - events / total))
    below = 2 * (total + z * z)
    return Interval(
        lower=max(0.0, (middle - spread) / below) if events else 0.0,
        upper=min(1.0, (middle + spread) / below) if events < total else 1.0,
    )
