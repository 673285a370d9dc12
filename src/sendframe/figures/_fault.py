"""Find figures that contradict themselves; checks and reports only print the result."""

from array import array
from collections.abc import Callable, Iterable
from math import inf
from typing import final

import attrs

from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import Indicator
from sendframe.statistics import amount

from ._rate import rate_of

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
            number=_count_text(numerator),
            total=_count_text(denominator),
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
        indicator: The indicator of all figures. Its ``may_exceed``, ``averaged`` and
            ``counts_rounded_to`` say what is possible, and how far a rate may be from its counts.
        values: The figures as published.
        numerators: Their numerators.
        denominators: Their denominators.
        rates: The rates from the counts; the figures themselves where there are no counts.
        decimals: Decimal places of each published figure; its rate may differ from it by half of
            the last place.
    """
    columns = zip(values, numerators, denominators, rates, decimals, strict=True)
    impossible, margin = _is_impossible(indicator), indicator.count_margin
    # A little more than half, since no binary number is exactly a tenth.
    margins = [0.5 * 10.0**-places * (1 + 1e-9) for places in range(_MOST_DECIMALS + 1)]
    return array(
        "B",
        [
            0
            if value != value  # noqa: PLR0124  # NaN: a symbol stands
            else _IMPOSSIBLE
            if impossible(value, numerator, denominator)
            else _AGAINST_COUNTS
            if abs(rate - value) > margins[places] + abs(value) * 1e-12
            and not (
                margin
                and _agrees_after_rounding(
                    value, numerator, denominator, margins[places], margin, indicator.factor
                )
            )
            else 0
            for value, numerator, denominator, rate, places in columns
        ],
    )


def _is_impossible(indicator: Indicator) -> Callable[[float, float, float], bool]:
    """Return whether a figure of an indicator with its counts is impossible, as a function."""
    share, people = indicator.is_share, indicator.counts_people
    is_count = people and indicator.is_count
    counted = people and indicator.factor is not None
    fractions = not people or indicator.averaged or indicator.counts_rounded_to is not None
    low = 0.0 if share or is_count else -inf
    full_range = 100.0 if indicator.unit == "percent" else 1.0
    high = full_range if share and not indicator.may_exceed else inf
    is_part, margin = share and not indicator.may_exceed, 2 * indicator.count_margin

    def impossible(value: float, numerator: float, denominator: float) -> bool:
        if not low <= value <= high or (is_count and not fractions and value % 1):
            return True
        if is_part and numerator > denominator + margin:
            return True
        # NaN, where a count is not known, is neither below 0 nor a fraction.
        return counted and (
            numerator < 0
            or denominator < 0
            or (not fractions and (_is_fraction(numerator) or _is_fraction(denominator)))
        )

    return impossible


def _count_text(count: float) -> str:
    """Return a count in full: a fraction of a person is what may be wrong with it."""
    return format(count, ".6g") if _is_fraction(count) else amount(count)


def _is_fraction(count: float) -> bool:
    return count % 1 > 0


def _agrees_after_rounding(  # noqa: PLR0913  # the parts of one comparison
    value: float,
    numerator: float,
    denominator: float,
    margin: float,
    count_margin: float,
    factor: float | None,
) -> bool:
    """Return whether a figure may be the rate of counts that were rounded."""
    low = rate_of(value, max(numerator - count_margin, 0.0), denominator + count_margin, factor)
    # Of a denominator that may be 0 any rate is possible, and `rate_of` returns the figure itself.
    high = rate_of(value, numerator + count_margin, max(denominator - count_margin, 0.0), factor)
    return low - margin <= value <= high + margin
