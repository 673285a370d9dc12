"""Round and print numbers for readers: once, half up, in decimal."""

from decimal import ROUND_HALF_UP, Context, Decimal

from sendframe.language import gettext as _

__all__ = ["amount", "difference", "rounded"]

_WIDE = Context(prec=400)
"""Precision for every float: the largest has 309 digits."""


def rounded(value: float, decimals: int) -> Decimal:
    """Round a number half away from zero, as people do on paper.

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
    result = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
    return abs(result) if result.is_zero() else result


def amount(value: float, decimals: int = 0, unit: str | None = None) -> str:
    """Return a number as text: rounded, with thousands separators and its unit.

    Args:
        value: The unrounded number.
        decimals: Decimal places to keep.
        unit: Text after the number: a sign such as ``%`` at once, a word after a space.

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
    """Return a difference of two figures as text: of percentages, in percentage points.

    Args:
        value: The difference, unrounded.
        decimals: Decimal places to keep.
        unit: Unit of the figures, such as ``percent``.
        unit_text: Text after a figure.

    Examples:
        >>> difference(9.5, 1, "percent", "%")
        '9.5 percentage points'
        >>> difference(3.0, 0, "weeks", "weeks")
        '3 weeks'
    """
    if unit == "percent":
        text = _("{number} percentage points", number=amount(value, decimals))
    else:
        text = amount(value, decimals, unit_text)
    return text.replace("-", "\N{MINUS SIGN}")
