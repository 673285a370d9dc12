"""Compute confidence intervals of proportions, counts, rates and differences."""

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
    """The two bounds of an interval.

    Attributes:
        lower: The lower bound.
        upper: The upper bound.
    """

    lower: float
    upper: float


@cache
def z_score(confidence: float) -> float:
    """Return the number of standard deviations that include a share of a normal distribution.

    Args:
        confidence: The share, two-sided, strictly between 0 and 1.

    Examples:
        >>> round(z_score(0.95), 6)
        1.959964
    """
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson_interval(events: int, total: int, *, confidence: float = 0.95) -> Interval:
    """Return the Wilson score interval of a proportion.

    Args:
        events: Number of events, 0 to *total*.
        total: Number of cases, at least 1.
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
    """Return the bounds of `wilson_interval` as shares, without validating the counts.

    Args:
        events: Number of events: a whole number from 0 to *total*.
        total: Number of cases: a whole number, at least 1.
        z: Number of standard deviations; see `z_score`.

    Examples:
        >>> wilson_bounds(225.0, 333.0, z_score(0.95))[0]
        0.6236...
    """
    square = z * z
    middle = 2 * events + square
    spread = z * sqrt(square + 4 * events * (1 - events / total))
    divisor = 2 * (total + square)
    lower, upper = (middle - spread) / divisor, (middle + spread) / divisor
    return lower if lower > 0 else 0.0, upper if events < total and upper < 1 else 1.0


def byar_interval(events: int, *, confidence: float = 0.95) -> Interval:
    """Return Byar's interval of a count with a Poisson distribution.

    Args:
        events: Number of events, at least 0. Below 10, exact limits are the better choice.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as counts, unrounded; the lower is 0 for no events.

    Raises:
        ValueError: *events* is below 0, or *confidence* outside 0 to 1.

    Examples:
        >>> interval = byar_interval(100)
        >>> round(interval.lower, 2), round(interval.upper, 2)
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
    z, next_count = _z(confidence), events + 1
    upper = next_count * (1 - 1 / (9 * next_count) + z / (3 * sqrt(next_count))) ** 3
    if not events:
        return Interval(0.0, upper)
    return Interval(events * (1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3, upper)


def rate_interval(events: int, population: float, *, confidence: float = 0.95) -> Interval:
    """Return Byar's interval of a rate: that of its count, divided by its population.

    Args:
        events: Number of events, at least 0. Below 10, exact limits are the better choice.
        population: Number of people, or time, in which events could occur; above 0.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as events per unit of the population, unrounded.

    Raises:
        ValueError: *population* is not above 0, or another argument is invalid; see
            `byar_interval`.

    Examples:
        >>> interval = rate_interval(100, 50_000)
        >>> round(interval.lower * 10_000, 2), round(interval.upper * 10_000, 2)
        (16.27, 24.33)

    Source:
        Breslow and Day (1987), Statistical Methods in Cancer Research, volume II; rates as in
        PHEindicatormethods.
    """
    if population <= 0:
        message = f"population must be above 0, not {population}"
        raise ValueError(message)
    interval = byar_interval(events, confidence=confidence)
    return Interval(interval.lower / population, interval.upper / population)


def rate_difference_interval(
    first: tuple[int, float], second: tuple[int, float], *, confidence: float = 0.95
) -> Interval:
    """Return the interval of the difference of two independent rates, first minus second.

    Args:
        first: Number of events and population of the first rate.
        second: Number of events and population of the second rate.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as events per unit of the population, unrounded. Where 0 lies
        between them, the two rates may be equal.

    Raises:
        ValueError: An argument is invalid; see `rate_interval`.

    Examples:
        >>> interval = rate_difference_interval((100, 50_000), (60, 50_000))
        >>> round(interval.lower * 10_000, 2), round(interval.upper * 10_000, 2)
        (2.92, 13.18)

    Source:
        Zou and Donner (2008), Statistics in Medicine 27:1693-1702: limits of a difference from
        those of its two parts, here Byar's.
    """
    first_interval, second_interval = (
        rate_interval(*counts, confidence=confidence) for counts in (first, second)
    )
    return _difference(first[0] / first[1], first_interval, second[0] / second[1], second_interval)


def difference_interval(
    first: tuple[int, int], second: tuple[int, int], *, confidence: float = 0.95
) -> Interval:
    """Return the interval of the difference of two independent proportions, first minus second.

    Args:
        first: Number of events and of cases of the first proportion.
        second: Number of events and of cases of the second proportion.
        confidence: Two-sided, strictly between 0 and 1.

    Returns:
        Lower and upper bound as shares between -1 and 1, unrounded. Where 0 lies between them,
        the two proportions may be equal.

    Raises:
        ValueError: An argument is invalid; see `wilson_interval`.

    Examples:
        >>> interval = difference_interval((56, 70), (48, 80))
        >>> round(interval.lower, 4), round(interval.upper, 4)
        (0.0524, 0.3339)

    Source:
        Newcombe (1998), Statistics in Medicine 17:873-890, method 10; the example above is
        published there.
    """
    first_interval, second_interval = (
        wilson_interval(*counts, confidence=confidence) for counts in (first, second)
    )
    return _difference(first[0] / first[1], first_interval, second[0] / second[1], second_interval)


def _difference(
    first: float, first_interval: Interval, second: float, second_interval: Interval
) -> Interval:
    """Return the limits of a difference from those of its two parts."""
    # Products instead of powers give the same rounding on columns.
    below = sqrt(
        (first - first_interval.lower) * (first - first_interval.lower)
        + (second_interval.upper - second) * (second_interval.upper - second)
    )
    above = sqrt(
        (first_interval.upper - first) * (first_interval.upper - first)
        + (second - second_interval.lower) * (second - second_interval.lower)
    )
    return Interval(first - second - below, first - second + above)


def _z(confidence: float) -> float:
    if not 0 < confidence < 1:
        message = f"confidence must lie between 0 and 1, not {confidence}"
        raise ValueError(message)
    return z_score(confidence)
