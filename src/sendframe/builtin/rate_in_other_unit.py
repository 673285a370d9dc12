"""Rate in another unit.

What it checks
    Whether a figure follows from its counts by another factor than that of its indicator: a share
    of 1, a percentage, a rate per 1,000, per 10,000 or per 100,000.

Why it matters
    In tables that are typed by hand percentages sit under a column of rates, and rates under one
    of percentages. Nothing looks wrong until somebody compares.

Example:
    3 of 1,200 as 0.25 under a rate per 1,000, which is 2.5.

How to put it right
    Put the figure right, or the ``factor`` and ``unit`` of its indicator.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterator
from decimal import Decimal

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    Indicator,
    Point,
    hookimpl,
    rounded,
)

FACTORS = {
    1.0: "a share of 1",
    100.0: "a percentage",
    1_000.0: "a rate per 1,000",
    10_000.0: "a rate per 10,000",
    100_000.0: "a rate per 100,000",
}
"""Usual factors, and what they make of two counts."""


def _decimals(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _follows(value: float, share: float, factor: float) -> bool:
    """Say whether a figure is a share times a factor, but for decimals that were cut off."""
    decimals = _decimals(value)
    return rounded(share * factor, decimals) == rounded(value, decimals)


def _other(indicator: Indicator, point: Point) -> str | None:
    """Return what a figure is, where it is another thing than its indicator says."""
    top, bottom, value = point.numerator, point.denominator, point.value
    if indicator.factor is None or not top or not bottom or not value:
        return None
    share = top / bottom
    if _follows(value, share, indicator.factor):
        return None
    return next((words for each, words in FACTORS.items() if _follows(value, share, each)), None)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    known = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        for point in result.points:
            words = _other(known[id_], point)
            if words is not None:
                yield context.diagnostic(
                    # No figure stands here: notices are no place where small numbers are hidden.
                    f"{result.title}: by its counts the figure for {point.period} is {words}, "
                    f"and the unit is {result.unit_text or result.unit}",
                    at=known[id_],
                    about=id_,
                    help="Put the figure right, or the factor and unit of its indicator.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR408", "Rate in another unit", __doc__ or "", run, severity="note")]
