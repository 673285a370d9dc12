"""Compute rates from their counts."""

from array import array
from collections.abc import Iterable
from math import nan
from typing import overload

__all__ = ["rate_of", "rates_of"]


@overload
def rate_of(
    value: float, numerator: float | None, denominator: float | None, factor: float | None
) -> float: ...


@overload
def rate_of(
    value: float | None, numerator: float | None, denominator: float | None, factor: float | None
) -> float | None: ...


def rate_of(
    value: float | None, numerator: float | None, denominator: float | None, factor: float | None
) -> float | None:
    """Return a rate from its counts, unrounded; the published figure where it has none.

    Args:
        value: The published figure; None or NaN for a symbol, which has no rate.
        numerator: The numerator; None or NaN where it is not known.
        denominator: The denominator; 0 gives no rate.
        factor: Factor of the quotient; None for a figure that is no quotient.

    Examples:
        >>> rate_of(67.6, 225.0, 333.0, 100.0)
        67.56756756756756
        >>> rate_of(67.6, None, None, 100.0)
        67.6
    """
    if value is None:
        return None
    top, bottom = (nan if count is None else count for count in (numerator, denominator))
    return rates_of((value,), (top,), (bottom,), factor)[0]


def rates_of(
    values: Iterable[float],
    numerators: Iterable[float],
    denominators: Iterable[float],
    factor: float | None,
) -> "array[float]":
    """Return the rate of each figure of columns, as `rate_of` does; NaN means None.

    Args:
        values: The published figures.
        numerators: Their numerators.
        denominators: Their denominators.
        factor: Factor of the quotient; None for figures that are no quotient.
    """
    # Adding 0.0 turns -0.0 into 0.0, so that equal figures print the same.
    if factor is None:
        return array("d", [value + 0.0 for value in values])
    columns = zip(values, numerators, denominators, strict=True)
    return array(
        "d",
        [
            # NaN differs from itself: a symbol has no rate, and neither has an unknown count.
            value + 0.0
            if not bottom or value != value or (rate := top / bottom * factor) != rate  # noqa: PLR0124  # NaN
            else rate + 0.0
            for value, top, bottom in columns
        ],
    )
