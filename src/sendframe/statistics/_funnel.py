"""How far areas of different sizes lie apart by chance alone: limits of a funnel."""

from collections.abc import Sequence
from math import fsum, sqrt

from ._interval import Interval, z_score

__all__ = [
    "FUNNEL_CONFIDENCE",
    "between_areas",
    "funnel_limits",
    "is_overdispersed",
    "overdispersion",
]

FUNNEL_CONFIDENCE = (0.95, 0.998)
"""The two-sided shares that inner and outer limits of a funnel are drawn at."""


def funnel_limits(
    baseline: float, total: int, *, confidence: float = 0.95, between: float = 0.0
) -> Interval:
    """Return within which proportions an area of a size lies by chance.

    Args:
        baseline: The proportion of all areas together, strictly between 0 and 1.
        total: How often it could have happened in the area, at least 1.
        confidence: Two-sided, strictly between 0 and 1; see `FUNNEL_CONFIDENCE`.
        between: How far areas differ beside chance, as a variance; see `between_areas`. With 0
            limits are those of chance alone.

    Returns:
        Lower and upper limit as shares between 0 and 1, unrounded.

    Raises:
        ValueError: An argument lies outside its range.

    Examples:
        >>> found = funnel_limits(39_407 / 84_866, 333)
        >>> round(found.lower, 6), round(found.upper, 6)
        (0.410778, 0.51791)

    Source:
        Limits for proportions by inversion of the Wilson interval, as in PHEindicatormethods.
        With a variance between areas: the additive random-effects model of Spiegelhalter (2005),
        Statistics in Medicine 24:1185-1202, by the normal approximation.
    """
    if not 0 < baseline < 1 or not 0 < confidence < 1:
        message = "baseline and confidence must lie between 0 and 1"
        raise ValueError(message)
    if total < 1:
        message = f"total must be at least 1, not {total}"
        raise ValueError(message)
    z = z_score(confidence)
    size, p = float(total), baseline
    if between < 0:
        message = f"between must be at least 0, not {between}"
        raise ValueError(message)
    if between:
        reach = z * sqrt(p * (1 - p) / size + between)
        return Interval(max(0.0, p - reach), min(1.0, p + reach))
    # Products, and no powers: these are rounded alike on columns.
    square = z * z
    first = p * (size / square + 1)
    last = 1 / square + 1 / size
    under = (8 * first) * (8 * first) - 64 * last * p * (
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
    squares = [score * score for score, _ in _scores(events, totals)]
    return fsum(squares) / len(squares) if squares else None


def _scores(events: Sequence[int], totals: Sequence[int]) -> list[tuple[float, float]]:
    """Return the standard score of each area and its variance by chance; none without two."""
    known = [(top, bottom) for top, bottom in zip(events, totals, strict=True) if bottom > 0]
    everything = fsum(bottom for _, bottom in known)
    share = fsum(top for top, _ in known) / everything if everything else 0.0
    if len(known) < 2 or not 0 < share < 1:  # noqa: PLR2004  # two areas can lie apart
        return []
    variances = [share * (1 - share) / bottom for _, bottom in known]
    return [
        ((top / bottom - share) / sqrt(variance), variance)
        for (top, bottom), variance in zip(known, variances, strict=True)
    ]


def is_overdispersed(measure: float, areas: int) -> bool:
    """Say whether areas lie further apart than chance would have them, by more than chance.

    By chance alone the measure is 1, give or take a standard deviation of the root of 2 divided
    by the number of areas; more than two of them above 1 is more than chance.

    Args:
        measure: What `overdispersion` returned.
        areas: How many areas it rests on, at least 1.

    Examples:
        >>> is_overdispersed(1.2, 151), is_overdispersed(1.3, 151)
        (False, True)

    Source:
        Spiegelhalter (2005), Quality and Safety in Health Care 14:347-351.
    """
    return measure > 1 + 2 * sqrt(2 / areas)


def between_areas(events: Sequence[int], totals: Sequence[int]) -> float | None:
    """Return how far areas differ beside chance, as a variance of their proportions.

    Args:
        events: How often it happened, one number an area.
        totals: How often it could have happened, in the same order; areas with 0 are left out.

    Returns:
        The variance, at least 0: 0 where chance explains all differences. None where
        `overdispersion` is none.

    Examples:
        >>> round(between_areas([40, 50, 60], [100, 100, 100]), 4)
        0.0075
        >>> between_areas([49, 50, 51], [100, 100, 100])
        0.0

    Source:
        DerSimonian and Laird (1986), Controlled Clinical Trials 7:177-188, about the proportion
        of all areas together, as in Spiegelhalter (2005), Statistics in Medicine 24:1185-1202;
        without winsorising.
    """
    scores = _scores(events, totals)
    if not scores:
        return None
    weights = [1 / variance for _, variance in scores]
    total = fsum(weights)
    spread = fsum(score * score for score, _ in scores)
    return max(0.0, (spread - (len(scores) - 1)) / (total - fsum(w * w for w in weights) / total))
