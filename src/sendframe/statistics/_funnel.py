"""Compute the limits of a funnel plot: how far areas of a size differ by chance alone."""

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
"""The two-sided confidence of the inner and outer limits of a funnel plot."""


def funnel_limits(
    baseline: float, total: int, *, confidence: float = 0.95, between: float = 0.0
) -> Interval:
    """Return the limits within which the proportion of an area lies by chance.

    Args:
        baseline: The proportion of all areas together, strictly between 0 and 1.
        total: Number of cases in the area, at least 1.
        confidence: Two-sided, strictly between 0 and 1; see `FUNNEL_CONFIDENCE`.
        between: Variance between areas in addition to chance; see `between_areas`. With 0 the
            limits are those of chance alone.

    Returns:
        Lower and upper limit as shares between 0 and 1, unrounded.

    Raises:
        ValueError: An argument lies outside its range.

    Examples:
        >>> limits = funnel_limits(39_407 / 84_866, 333)
        >>> round(limits.lower, 6), round(limits.upper, 6)
        (0.410778, 0.51791)

    Source:
        Limits for proportions by inversion of the Wilson interval, as in PHEindicatormethods: its
        solution is the normal approximation. With a variance between areas: the additive
        random-effects model of Spiegelhalter (2005), Statistics in Medicine 24:1185-1202.
    """
    if not 0 < baseline < 1 or not 0 < confidence < 1:
        message = "baseline and confidence must lie between 0 and 1"
        raise ValueError(message)
    if total < 1:
        message = f"total must be at least 1, not {total}"
        raise ValueError(message)
    if between < 0:
        message = f"between must be at least 0, not {between}"
        raise ValueError(message)
    distance = z_score(confidence) * sqrt(baseline * (1 - baseline) / total + between)
    return Interval(max(0.0, baseline - distance), min(1.0, baseline + distance))


def overdispersion(events: Sequence[int], totals: Sequence[int]) -> float | None:
    """Return how much more areas differ than by chance alone.

    By chance alone this is about 1. Far above 1, differences between areas have other causes,
    most areas lie outside the limits, and being outside means little.

    Args:
        events: Number of events, one for each area.
        totals: Number of cases, in the same order; areas with 0 are skipped.

    Returns:
        The mean of the squared standard scores, at least 0; None for fewer than two areas, and
        where no case or every case is an event.

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
    """Return the standard score and the variance by chance of each area; empty without two."""
    counts = [
        (event_count, total) for event_count, total in zip(events, totals, strict=True) if total > 0
    ]
    all_totals = fsum(total for _, total in counts)
    share = fsum(event_count for event_count, _ in counts) / all_totals if all_totals else 0.0
    if len(counts) < 2 or not 0 < share < 1:  # noqa: PLR2004  # two areas can lie apart
        return []
    variances = [share * (1 - share) / total for _, total in counts]
    return [
        ((event_count / total - share) / sqrt(variance), variance)
        for (event_count, total), variance in zip(counts, variances, strict=True)
    ]


def is_overdispersed(measure: float, areas: int) -> bool:
    """Say whether areas differ significantly more than by chance.

    By chance alone the measure is 1 with a standard deviation of the root of 2 divided by the
    number of areas; more than two standard deviations above 1 is significant.

    Args:
        measure: The result of `overdispersion`.
        areas: Number of areas, at least 1.

    Examples:
        >>> is_overdispersed(1.2, 151), is_overdispersed(1.3, 151)
        (False, True)

    Source:
        Spiegelhalter (2005), Quality and Safety in Health Care 14:347-351.
    """
    return measure > 1 + 2 * sqrt(2 / areas)


def between_areas(events: Sequence[int], totals: Sequence[int]) -> float | None:
    """Return the variance of proportions between areas, in addition to chance.

    Args:
        events: Number of events, one for each area.
        totals: Number of cases, in the same order; areas with 0 are skipped.

    Returns:
        The variance, at least 0: 0 where chance explains all differences. None where
        `overdispersion` returns None.

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
