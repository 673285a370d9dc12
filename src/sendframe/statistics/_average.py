"""One figure out of several: the plain mean, and all counts together."""

from collections.abc import Sequence
from math import fsum

__all__ = ["mean", "pooled"]


def mean(values: Sequence[float]) -> float | None:
    """Return the plain mean: every figure counts alike, however large its area is.

    The sum is rounded once, so the order of the figures does not matter.

    Args:
        values: The figures; what has none is left out beforehand, and never counted as 0.

    Returns:
        The mean, unrounded; None of no figures.

    Examples:
        >>> mean([0.1] * 10)
        0.1
        >>> mean([]) is None
        True

    Source:
        Statistical-neighbour averages of the Local Authority Interactive Tool (Department for
        Education) are unweighted means of the figures there are.
    """
    return fsum(values) / len(values) if values else None


def pooled(numerators: Sequence[float], denominators: Sequence[float]) -> float | None:
    """Return what was counted in all areas together, divided by what there was in all of them.

    Args:
        numerators: What was counted, one number an area.
        denominators: Of what, in the same order; each above 0.

    Returns:
        The quotient, unrounded and without a factor; None of no areas.

    Examples:
        >>> pooled([1.0, 99.0], [2.0, 198.0])
        0.5
        >>> mean([1 / 2, 0 / 98]), pooled([1.0, 0.0], [2.0, 98.0])
        (0.25, 0.01)

    Source:
        The ratio of sums, as national figures of the Department for Education are made.
    """
    return fsum(numerators) / fsum(denominators) if denominators else None
