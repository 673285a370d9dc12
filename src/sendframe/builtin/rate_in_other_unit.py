"""Rate in another unit.

What it checks
    Whether a figure follows from its counts by a factor other than that of its indicator: as a
    share of 1, a percentage, or a rate per 1,000, per 10,000 or per 100,000.

    It does not find figures without counts, which SFR407 doubts beside other figures, and those that
    follow from their counts by no usual factor, which SFR410 finds.

Why it matters
    In tables that are typed by hand, percentages are entered in a column of rates, and rates in a
    column of percentages. Nobody notices until somebody compares them.

Example:
    3 of 1,200 entered as 0.25 where the indicator is a rate per 1,000, which is 2.5.

How to put it right
    Correct the figure, or the ``factor`` and ``unit`` of its indicator.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterator
from decimal import Decimal
from math import isinf

from sendframe.plugins import N_, Check, CheckContext, Diagnostic, Indicator, Point, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import rounded

FACTORS = {
    1.0: N_("a share of 1"),
    100.0: N_("a percentage"),
    1_000.0: N_("a rate per 1,000"),
    10_000.0: N_("a rate per 10,000"),
    100_000.0: N_("a rate per 100,000"),
}
"""Usual factors, and the unit of a rate with each."""


def _decimals(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _is_rounded_product(value: float, share: float, factor: float) -> bool:
    """Return whether a figure is a share times a factor, rounded to the figure's decimals."""
    decimals = _decimals(value)
    return rounded(share * factor, decimals) == rounded(value, decimals)


def _other_unit(indicator: Indicator, point: Point) -> str | None:
    """Return the unit of a figure by its counts, if it is not that of its indicator."""
    top, bottom, value = point.numerator, point.denominator, point.value
    if indicator.factor is None or not top or not bottom or not value:
        return None
    share = top / bottom
    if isinf(share) or _is_rounded_product(value, share, indicator.factor):
        return None
    units = (unit for factor, unit in FACTORS.items() if _is_rounded_product(value, share, factor))
    return next(units, None)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure in a unit other than its indicator's."""
    indicators = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        for point in result.points:
            unit = _other_unit(indicators[id_], point)
            if unit is not None:
                yield context.diagnostic(
                    # No figure is printed: disclosure control does not hide small numbers in messages.
                    _(
                        "{title}: by its counts the figure for {period} is {unit}, and the unit is {other}",
                        title=result.title,
                        period=point.period,
                        unit=_(unit),
                        other=result.unit_text or result.unit,
                    ),
                    at=indicators[id_],
                    about=id_,
                    help="Put the figure right, or the factor and unit of its indicator.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR408", "Rate in another unit", __doc__ or "", run, severity="note")]
