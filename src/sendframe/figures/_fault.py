"""Figures that contradict themselves: found once, here; checks and reports only word them."""

from array import array
from collections.abc import Iterable
from math import inf
from typing import final

import attrs

from sendframe.model import Indicator
from sendframe.statistics import amount

__all__ = ["FAULTS", "Fault", "fault_of", "faults_of"]

_MOST_DECIMALS = 20


@final
@attrs.frozen
class Fault:
    """A way in which a figure contradicts itself.

    A figure with a fault is printed and marked. It is not scored, compared, averaged or joined to
    others by a line.

    Attributes:
        code: Its code.
        title: What it is, as a short phrase.
    """

    code: str
    title: str

    def sentence(
        self, indicator: Indicator, value: float, top: float | None, bottom: float | None
    ) -> str:
        """Return what is wrong with a figure, as one plain sentence without a full stop."""
        figure = amount(value, indicator.decimals, indicator.unit_text)
        if top is None or bottom is None:
            return f"{figure} is impossible"
        counts = f"{amount(top)} of {amount(bottom)}"
        if self.code == "impossible":
            return f"{figure} for {counts} is impossible"
        return f"{figure} does not agree with its counts, {counts}"


FAULTS = (
    Fault("impossible", "the figure is impossible"),
    Fault("value-against-counts", "the figure does not agree with its counts"),
)
"""Every fault there is; where a figure has several, the first counts."""

_IMPOSSIBLE, _AGAINST_COUNTS = range(1, len(FAULTS) + 1)


def fault_of(code: str) -> Fault:
    """Return a fault by its code.

    Raises:
        KeyError: There is none of this code.
    """
    return {fault.code: fault for fault in FAULTS}[code]


def faults_of(  # noqa: PLR0913  # one column each
    indicator: Indicator,
    values: Iterable[float],
    tops: Iterable[float],
    bottoms: Iterable[float],
    rates: Iterable[float],
    decimals: Iterable[int],
) -> "array[int]":
    """Return the fault of each figure: 0 for none, else its place in `FAULTS`, from 1.

    All columns are equally long; NaN stands for None.

    Args:
        indicator: The indicator of all of them.
        values: The figures as published.
        tops: What was counted.
        bottoms: Of what.
        rates: The rate from the counts; the figure itself where there are none.
        decimals: Decimal places that each was printed with; its rate may lie half of the last one
            off.
    """
    share = indicator.is_share
    low = 0.0 if share or (indicator.is_count and indicator.counts_people) else -inf
    whole = 100.0 if indicator.unit == "percent" else 1.0
    high = whole if share and not indicator.may_exceed else inf
    part = share and not indicator.may_exceed
    # A little more than half, since no binary number is exactly a tenth.
    margins = [0.5 * 10.0**-places * (1 + 1e-9) for places in range(_MOST_DECIMALS + 1)]
    return array(
        "B",
        [
            0
            if value != value  # noqa: PLR0124  # NaN: a symbol stands
            else _IMPOSSIBLE
            if not low <= value <= high or (part and top > bottom)
            else _AGAINST_COUNTS
            if abs(rate - value) > margins[places] + abs(value) * 1e-12
            else 0
            for value, top, bottom, rate, places in zip(
                values, tops, bottoms, rates, decimals, strict=True
            )
        ],
    )
