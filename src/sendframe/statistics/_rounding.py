"""The one rounding of numbers that people read: once, half up, in decimal."""

from decimal import ROUND_HALF_UP, Context, Decimal

__all__ = ["amount", "difference", "rounded"]

_WIDE = Context(prec=400)
"""Room for every number that a computer holds: the largest has 309 figures."""


def rounded(value: float, decimals: int) -> Decimal:
    """Round a number as people do on paper: a half goes away from zero.

    Args:
        value: The unrounded number, finite.
        decimals: Decimal places to keep, 0 or more.

    Examples:
        >>> rounded(67.56756756756756, 1)
        Decimal('67.6')
        >>> rounded(0.25, 1), rounded(-0.25, 1), rounded(-0.01, 1)
        (Decimal('0.3'), Decimal('-0.3'), Decimal('0.0'))
        >>> len(str(rounded(1e300, 1)))
        303
    """
    found = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
    return abs(found) if found.is_zero() else found


def amount(value: float, decimals: int = 0, unit: str | None = None) -> str:
    """Return a number as it is printed: rounded, with thousands commas and its unit.

    Args:
        value: The unrounded number.
        decimals: Decimal places to keep.
        unit: What stands after it; a sign such as ``%`` follows at once, a word after a space.

    Examples:
        >>> amount(67.56756756756756, 1, "%")
        '67.6%'
        >>> amount(39407.0)
        '39,407'
        >>> amount(12.5, 1, "weeks")
        '12.5 weeks'
    """
    number = f"{rounded(value, decimals):,}"
    if not unit:
        return number
    return f"{number} {unit}" if unit[0].isalpha() else f"{number}{unit}"


def difference(value: float, decimals: int, unit: str, unit_text: str | None) -> str:
    """Return a difference of two figures as it is printed: of percentages, in points.

    Args:
        value: The difference, unrounded.
        decimals: Decimal places to keep.
        unit: Unit of the figures, such as ``percent``.
        unit_text: What stands after a figure.

    Examples:
        >>> difference(9.5, 1, "percent", "%")
        '9.5 percentage points'
        >>> difference(3.0, 0, "weeks", "weeks")
        '3 weeks'
    """
    words = "percentage points" if unit == "percent" else unit_text
    return amount(value, decimals, words).replace("-", "\N{MINUS SIGN}")
