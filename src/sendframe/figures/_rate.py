"""The rate behind a figure."""

from typing import overload

__all__ = ["rate_of"]


@overload
def rate_of(
    value: float, top: float | None, bottom: float | None, factor: float | None
) -> float: ...


@overload
def rate_of(
    value: float | None, top: float | None, bottom: float | None, factor: float | None
) -> float | None: ...


def rate_of(
    value: float | None, top: float | None, bottom: float | None, factor: float | None
) -> float | None:
    """Return a rate from its counts, unrounded; the published figure where it has none.

    Args:
        value: The published figure; None or NaN where a symbol stands, and then there is no rate.
        top: What was counted; None or NaN where it is not known.
        bottom: Of what; with 0 there is no rate to work out.
        factor: What the quotient is multiplied by; None for a figure that is no quotient.

    Examples:
        >>> rate_of(67.6, 225.0, 333.0, 100.0)
        67.56756756756756
        >>> rate_of(67.6, None, None, 100.0)
        67.6
    """
    if value is None or value != value:  # noqa: PLR0124  # NaN differs from itself
        return value
    if factor is None or not bottom or top is None or top != top or bottom != bottom:  # noqa: PLR0124
        return value + 0.0  # -0.0 becomes 0.0, so that equal figures look alike
    return top / bottom * factor + 0.0
