"""Combine several figures: the mean, and the pooled figure."""

from collections.abc import Sequence
from math import fsum

__all__ = ["mean", "pooled"]


def mean(values: Sequence[float]) -> float | None:
    """Return the unweighted mean, in which every figure counts the same.

    The sum is rounded once, so the order of the figures does not matter.

    Args:
        values: The figures. Missing figures must be removed first, and never be counted as 0.

    Returns:
        The mean, unrounded; None without figures.

    Examples:
        >>> mean([0.1] * 10)
        0.1
        >>> mean([]) is None
        True

    Source:
        Statistical-neighbour averages of the Local Authority Interactive Tool (Department for
        Education) are unweighted means of the available figures.
    """
    return fsum(values) / len(values) if values else None


def pooled(numerators: Sequence[float], denominators: Sequence[float]) -> float | None:
    """Return the sum of numerators divided by the sum of denominators.

    Args:
        numerators: The numerators, one for each area.
        denominators: The denominators in the same order, each above 0.

    Returns:
        The quotient, unrounded and without a factor; None without areas.

    Examples:
        >>> pooled([1.0, 99.0], [2.0, 198.0])
        0.5
        >>> mean([1 / 2, 0 / 98]), pooled([1.0, 0.0], [2.0, 98.0])
        (0.25, 0.01)

    Source:
        The ratio of sums, as the Department for Education computes national figures.
    """
    return fsum(numerators) / fsum(denominators) if denominators else None
