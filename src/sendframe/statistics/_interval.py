"""How far a proportion, a count or a difference might lie from what was counted."""

from functools import cache
from math import sqrt
from statistics import NormalDist

import attrs

__all__ = [
    "Interval",
    "byar_interval",
    "difference_interval",
    "rate_difference_interval",
    "rate_interval",
    "wilson_bounds",
    "wilson_interval",
    "z_score",
]


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
    return Interval(*wilson_bounds(events, total, _z(confidence)))


def wilson_bounds(events: float, total: float, z: float) -> tuple[float, float]:
    """Return the bounds of `wilson_interval` as shares, for counts that are known to be sound.

    Args:
        events: How often it happened: a whole number from 0 to *total*.
        total: How often it could have happened: a whole number, at least 1.
        z: Standard deviations on either side; see `z_score`.

    Examples:
        >>> wilson_bounds(225.0, 333.0, z_score(0.95))[0]
        0.6236...
    """
    middle = 2 * events + z * z
    spread = z * sqrt(z * z + 4 * events * (1 - events / total))
    below = 2 * (total + z * z)
    return (
        max(0.0, (middle - spread) / below) if events else 0.0,
        min(1.0, (middle + spread) / below) if events < total else 1.0,
    )


def byar_interval(events: int, *, confidence: float = 0.95) -> Interval:
    """Return Byar's interval of a count, taken as Poisson.

    Args:
        events: How often it happened, at least 0. Below 10 exact limits are the better choice.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as counts, unrounded; the lower is 0 where nothing happened.

    Raises:
        ValueError: *events* is below 0, or *confidence* outside 0 to 1.

    Examples:
        >>> found = byar_interval(100)
        >>> round(found.lower, 2), round(found.upper, 2)
        (81.36, 121.63)
        >>> byar_interval(0).lower
        0.0

    Source:
        Breslow and Day (1987), Statistical Methods in Cancer Research, volume II; as in
        PHEindicatormethods.
    """
    if events < 0:
        message = f"events must be at least 0, not {events}"
        raise ValueError(message)
    z, more = _z(confidence), events + 1
    upper = more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3
    if not events:
        return Interval(0.0, upper)
    return Interval(events * (1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3, upper)


def rate_interval(events: int, population: float, *, confidence: float = 0.95) -> Interval:
    """Return Byar's interval of a rate: of its count, divided by its population.

    Args:
        events: How often it happened, at least 0. Below 10 exact limits are the better choice.
        population: Whom, or for how long, it could have happened to; above 0.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as events for each one of the population, unrounded.

    Raises:
        ValueError: *population* is not above 0, or an argument is none; see `byar_interval`.

    Examples:
        >>> found = rate_interval(100, 50_000)
        >>> round(found.lower * 10_000, 2), round(found.upper * 10_000, 2)
        (16.27, 24.33)

    Source:
        Breslow and Day (1987), Statistical Methods in Cancer Research, volume II; rates as in
        PHEindicatormethods.
    """
    if population <= 0:
        message = f"population must be above 0, not {population}"
        raise ValueError(message)
    found = byar_interval(events, confidence=confidence)
    return Interval(found.lower / population, found.upper / population)


def rate_difference_interval(
    first: tuple[int, float], second: tuple[int, float], *, confidence: float = 0.95
) -> Interval:
    """Return the interval of the difference of two independent rates, first minus second.

    Args:
        first: How often it happened, and the population.
        second: The same of the other.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as events for each one of the population, unrounded. Where 0 lies
        between them, the two may be alike.

    Raises:
        ValueError: Counts, populations or confidence are none; see `rate_interval`.

    Examples:
        >>> found = rate_difference_interval((100, 50_000), (60, 50_000))
        >>> round(found.lower * 10_000, 2), round(found.upper * 10_000, 2)
        (2.92, 13.18)

    Source:
        Zou and Donner (2008), Statistics in Medicine 27:1693-1702: limits of a difference from
        those of its two parts, here Byar's.
    """
    one, two = (rate_interval(*each, confidence=confidence) for each in (first, second))
    return _difference(first[0] / first[1], one, second[0] / second[1], two)


def difference_interval(
    first: tuple[int, int], second: tuple[int, int], *, confidence: float = 0.95
) -> Interval:
    """Return the interval of the difference of two independent proportions, first minus second.

    Args:
        first: How often it happened, and could have happened.
        second: The same of the other.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as shares between -1 and 1, unrounded. Where 0 lies between them,
        the two may be alike.

    Raises:
        ValueError: Counts or confidence are none; see `wilson_interval`.

    Examples:
        >>> found = difference_interval((56, 70), (48, 80))
        >>> round(found.lower, 4), round(found.upper, 4)
        (0.0524, 0.3339)

    Source:
        Newcombe (1998), Statistics in Medicine 17:873-890, method 10, whose published example is
        the one above.
    """
    one, two = (wilson_interval(*each, confidence=confidence) for each in (first, second))
    return _difference(first[0] / first[1], one, second[0] / second[1], two)


def _difference(p: float, one: Interval, q: float, two: Interval) -> Interval:
    """Return the limits of a difference from those of its two parts."""
    # Products, and no powers: these are rounded alike on columns.
    below = sqrt((p - one.lower) * (p - one.lower) + (two.upper - q) * (two.upper - q))
    above = sqrt((one.upper - p) * (one.upper - p) + (q - two.lower) * (q - two.lower))
    return Interval(p - q - below, p - q + above)


def _z(confidence: float) -> float:
    if not 0 < confidence < 1:
        message = f"confidence must lie between 0 and 1, not {confidence}"
        raise ValueError(message)
    return z_score(confidence)
