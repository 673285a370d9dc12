"""Compute a rate from its counts."""

from typing import overload

__all__ = ["rate_of"]


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
    if value is None or value != value:  # noqa: PLR0124  # NaN differs from itself
        return value
    if factor is None or not denominator or numerator is None:
        return value + 0.0  # -0.0 becomes 0.0, so that equal figures print the same
    rate = numerator / denominator * factor
    return (value if rate != rate else rate) + 0.0  # noqa: PLR0124  # NaN where a count is NaN
