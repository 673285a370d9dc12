"""Compute quantiles, quartile bands and ranks of an area among others."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, TypeAlias

__all__ = [
    "FEWEST_BANDED",
    "Band",
    "Quartiles",
    "has_bands",
    "quantile",
    "quartile_band",
    "quartiles",
    "rank",
    "ranks",
]

Band: TypeAlias = Literal["A", "B", "C", "D"]
"""A quarter of the areas, A the best."""

Quartiles: TypeAlias = tuple[float, float, float]
"""The figures below which a quarter, a half and three quarters of the areas lie."""

FEWEST_BANDED = 4
"""Fewest areas that are divided into quarters."""


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile of figures by type 7, which interpolates between neighbouring figures.

    Args:
        ordered: The figures in ascending order, at least one.
        share: The share of figures below the quantile, 0 to 1.

    Raises:
        ValueError: There is no figure, or *share* lies outside 0 to 1.

    Examples:
        >>> quantile([1.0, 2.0, 3.0, 4.0], 0.25)
        1.75
        >>> quantile([1.0, 2.0, 3.0, 10.0], 0.5)
        2.5

    Source:
        Hyndman and Fan (1996), The American Statistician 50:361-365, definition 7; computed as
        R's ``quantile()`` does by default.
    """
    if not ordered:
        message = "there must be at least one figure"
        raise ValueError(message)
    if not 0 <= share <= 1:
        message = f"share must lie between 0 and 1, not {share}"
        raise ValueError(message)
    position = (len(ordered) - 1) * share
    index = int(position)
    fraction = position - index
    low = ordered[index]
    high = ordered[index + 1] if fraction else low
    # Between equal figures it is that figure, which rounding must not change.
    return low if low == high else (1 - fraction) * low + fraction * high


def quartiles(ordered: Sequence[float]) -> Quartiles:
    """Return the three quartiles of figures, by type 7.

    Args:
        ordered: The figures in ascending order, at least one.

    Raises:
        ValueError: There is no figure.

    Examples:
        >>> quartiles([1.0, 2.0, 3.0, 4.0, 5.0])
        (2.0, 3.0, 4.0)
    """
    return quantile(ordered, 0.25), quantile(ordered, 0.5), quantile(ordered, 0.75)


def quartile_band(value: float, bounds: Quartiles, direction: str | None) -> Band | None:
    """Return the quarter of the areas that a figure belongs to.

    A figure equal to a quartile belongs to the quarter below it: the better band where lower is
    better, and the worse band where higher is better, as published.

    Args:
        value: The figure.
        bounds: The quartiles of all areas' figures, including the area's own.
        direction: ``higher`` or ``lower``, whichever is better; all else has no band.

    Returns:
        A, the best quarter, to D; None for any other direction.

    Examples:
        >>> quartile_band(67.6, (29.15, 52.3, 79.4), "higher")
        'B'
        >>> bounds = (1.0, 2.0, 3.0)
        >>> quartile_band(1.0, bounds, "lower"), quartile_band(1.0, bounds, "higher")
        ('A', 'D')
        >>> quartile_band(1.0, bounds, "neutral") is None
        True

    Source:
        Quartile banding of the Local Authority Interactive Tool (Department for Education).
    """
    if direction not in ("higher", "lower"):
        return None
    first, second, third = bounds
    quarter = (value > first) + (value > second) + (value > third)
    letters: tuple[Band, Band, Band, Band] = ("A", "B", "C", "D")
    return letters[quarter if direction == "lower" else 3 - quarter]


def rank(value: float, ordered: Sequence[float], direction: str | None) -> int | None:
    """Return the rank of a figure among those of all areas.

    Args:
        value: The figure; it is one of *ordered*.
        ordered: The figures of all areas that have one, in ascending order.
        direction: ``higher`` or ``lower``, whichever is better; all else has no rank.

    Returns:
        1 for the best. Equal figures share the best of their ranks, and the next ranks stay
        empty ("min" ties). None for any other direction.

    Examples:
        >>> rank(5.0, [2.0, 5.0, 5.0, 9.0], "higher"), rank(2.0, [2.0, 5.0, 5.0, 9.0], "higher")
        (2, 4)
        >>> rank(5.0, [2.0, 5.0, 5.0, 9.0], "lower"), rank(9.0, [2.0, 5.0, 5.0, 9.0], "lower")
        (2, 4)
        >>> rank(5.0, [5.0], "neutral") is None
        True

    Source:
        Ranks of the Local Authority Interactive Tool (Department for Education).
    """
    if direction == "lower":
        return bisect_left(ordered, value) + 1
    if direction == "higher":
        return len(ordered) - bisect_right(ordered, value) + 1
    return None


def ranks(values: Sequence[float], direction: str | None) -> tuple[int, ...] | None:
    """Return the rank of each figure among all of them.

    Args:
        values: The figures, in any order.
        direction: ``higher`` or ``lower``, whichever is better; all else has no rank.

    Returns:
        1 for the best, in the order of *values*; ties as in `rank`. None for any other direction.

    Examples:
        >>> ranks([5.0, 9.0, 5.0, 2.0], "higher")
        (2, 1, 2, 4)
        >>> ranks([5.0], "neutral") is None
        True
    """
    if direction not in ("higher", "lower"):
        return None
    signed = [-value for value in values] if direction == "higher" else list(values)
    rank_by_value = {
        value: position for position, value in reversed([*enumerate(sorted(signed), 1)])
    }
    return tuple(rank_by_value[value] for value in signed)


def has_bands(count: int, least: float, greatest: float, direction: str | None) -> bool:
    """Say whether figures can be banded: at least four areas, not all with the same figure.

    Args:
        count: Number of areas with a figure.
        least: The least figure.
        greatest: The greatest figure.
        direction: ``higher`` or ``lower``, whichever is better; all else has no band.

    Examples:
        >>> has_bands(4, 1.0, 2.0, "lower"), has_bands(151, 5.0, 5.0, "lower")
        (True, False)
    """
    return direction in ("higher", "lower") and count >= FEWEST_BANDED and least < greatest
