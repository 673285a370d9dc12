"""Find figures that contradict themselves; checks and reports only print the result."""

from array import array
from collections.abc import Iterable
from math import inf
from typing import final

import attrs

from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import Indicator
from sendframe.statistics import amount

__all__ = ["FAULTS", "Fault", "fault_by_code", "find_faults"]

_MOST_DECIMALS = 20


@final
@attrs.frozen
class Fault:
    """A way in which a figure contradicts itself.

    A figure with a fault is printed and marked. It is not scored, compared, averaged or connected
    to others by a line in a chart.

    Attributes:
        code: Its code.
        title: The fault, as a short phrase.
    """

    code: str
    title: str

    def sentence(
        self, indicator: Indicator, value: float, numerator: float | None, denominator: float | None
    ) -> str:
        """Return the fault of a figure as one sentence without a full stop."""
        figure = amount(value, indicator.decimals, indicator.unit_text)
        if numerator is None or denominator is None:
            return _("{figure} is impossible", figure=figure)
        counts = _(
            "{number} of {total}",
            number=amount(numerator),
            total=amount(denominator),
        )
        if self.code == "impossible":
            return _("{figure} for {counts} is impossible", figure=figure, counts=counts)
        return _("{figure} does not agree with its counts, {counts}", figure=figure, counts=counts)


FAULTS = (
    Fault("impossible", N_("the figure is impossible")),
    Fault("value-against-counts", N_("the figure does not agree with its counts")),
)
"""All faults; where a figure has several, the first counts."""

_IMPOSSIBLE, _AGAINST_COUNTS = range(1, len(FAULTS) + 1)


def fault_by_code(code: str) -> Fault:
    """Return a fault by its code.

    Raises:
        KeyError: There is no fault with this code.
    """
    return {fault.code: fault for fault in FAULTS}[code]


def find_faults(  # noqa: PLR0913  # one column each
    indicator: Indicator,
    values: Iterable[float],
    numerators: Iterable[float],
    denominators: Iterable[float],
    rates: Iterable[float],
    decimals: Iterable[int],
) -> "array[int]":
    """Return the fault of each figure: 0 for none, else its position in `FAULTS`, from 1.

    All columns have the same length; NaN means None.

    Args:
        indicator: The indicator of all figures.
        values: The figures as published.
        numerators: Their numerators.
        denominators: Their denominators.
        rates: The rates from the counts; the figures themselves where there are no counts.
        decimals: Decimal places of each published figure; its rate may differ from it by half of
            the last place.
    """
    share = indicator.is_share
    low = 0.0 if share or (indicator.is_count and indicator.counts_people) else -inf
    full_range = 100.0 if indicator.unit == "percent" else 1.0
    high = full_range if share and not indicator.may_exceed else inf
    numerator_is_part = share and not indicator.may_exceed
    # A little more than half, since no binary number is exactly a tenth.
    margins = [0.5 * 10.0**-places * (1 + 1e-9) for places in range(_MOST_DECIMALS + 1)]
    return array(
        "B",
        [
            0
            if value != value  # noqa: PLR0124  # NaN: a symbol stands
            else _IMPOSSIBLE
            if not low <= value <= high or (numerator_is_part and numerator > denominator)
            else _AGAINST_COUNTS
            if abs(rate - value) > margins[places] + abs(value) * 1e-12
            else 0
            for value, numerator, denominator, rate, places in zip(
                values, numerators, denominators, rates, decimals, strict=True
            )
        ],
    )
