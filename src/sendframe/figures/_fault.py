"""Find figures that contradict themselves; checks and reports only print the result."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, repeat
from math import inf, isnan
from operator import gt, not_, sub
from typing import final

import attrs

from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import Indicator
from sendframe.statistics import amount

from ._rate import rate_of

__all__ = ["FAULTS", "Fault", "fault_by_code", "find_faults"]


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
    values: Sequence[float],
    numerators: Sequence[float],
    denominators: Sequence[float],
    rates: Sequence[float],
    decimals: Sequence[int],
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
    faults = array("B", bytes(len(values)))
    # A little more than half, since no binary number is exactly a tenth.
    margins = {places: 0.5 * 10.0**-places * (1 + 1e-9) for places in set(decimals)}
    differences = map(abs, map(sub, rates, values))
    count_margin = indicator.count_margin
    for row in _rows_where(map(gt, differences, map(margins.__getitem__, decimals))):
        value, margin = values[row], margins[decimals[row]]
        figure = value, numerators[row], denominators[row]
        if abs(rates[row] - value) > margin + abs(value) * 1e-12 and not (
            count_margin and _agrees_after_rounding(*figure, margin, count_margin, indicator.factor)
        ):
            faults[row] = _AGAINST_COUNTS
    # The first fault counts, so it is written last.
    for row in _impossible(indicator, values, numerators, denominators):
        if not isnan(values[row]):
            faults[row] = _IMPOSSIBLE
    return faults


def _impossible(
    indicator: Indicator,
    values: Sequence[float],
    numerators: Sequence[float],
    denominators: Sequence[float],
) -> Iterator[int]:
    """Yield the rows whose figure or counts are impossible; NaN, a symbol, may be among them."""
    share, people = indicator.is_share, indicator.counts_people
    is_count = people and indicator.is_count
    fractions = not people or indicator.averaged or indicator.counts_rounded_to is not None
    low = 0.0 if share or is_count else -inf
    full_range = 100.0 if indicator.unit == "percent" else 1.0
    is_part = share and not indicator.may_exceed
    high = full_range if is_part else inf
    if low > -inf:
        yield from (row for row, value in enumerate(values) if not low <= value <= high)
    if is_count and not fractions:
        yield from _fractions(values)
    if is_part:
        margin = 2 * indicator.count_margin
        larger = _rows_where(map(gt, numerators, denominators))
        yield from (row for row in larger if numerators[row] > denominators[row] + margin)
    if people and indicator.factor is not None:
        # NaN, where a count is not known, is neither below 0 nor a fraction.
        for counts in (numerators, denominators):
            yield from _rows_where(map(gt, repeat(0.0), counts))
            if not fractions:
                yield from _fractions(counts)


def _fractions(counts: Sequence[float]) -> Iterator[int]:
    """Yield the rows whose count is no whole number."""
    others = _rows_where(map(not_, map(float.is_integer, map(float, counts))))
    return (row for row in others if not isnan(counts[row]))


def _rows_where(flags: Iterable[object]) -> Iterator[int]:
    """Yield the rows whose flag is true."""
    return compress(count(), flags)


def _count_text(number: float) -> str:
    """Return a count in full: a fraction of a person is what may be wrong with it."""
    return format(number, ".6g") if number % 1 > 0 else amount(number)


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
