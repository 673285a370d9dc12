"""The rates and faults of columns of figures, and the faults of the rows of a table."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress

from sendframe.model import Indicator, Observations

from ._fault import FAULTS, Fault, find_faults
from ._rate import rates_of

__all__ = ["checked_columns", "row_faults"]

_MOST_DECIMALS = 20


def checked_columns(
    indicator: Indicator,
    values: Sequence[float],
    numerators: Sequence[float],
    denominators: Sequence[float],
    printed: Sequence[int],
) -> "tuple[array[float], list[int], array[int]]":
    """Return the rates of figures of one indicator, their decimals and their faults.

    Args:
        indicator: The indicator.
        values: The figures as published; NaN for None, as in the other columns.
        numerators: Their numerators.
        denominators: Their denominators.
        printed: Decimals with which they were printed; below 0 where that is not known.
    """
    rates = rates_of(values, numerators, denominators, indicator.factor)
    known = {
        places: indicator.decimals if places < 0 else min(places, _MOST_DECIMALS)
        for places in set(printed)
    }
    decimals = list(map(known.__getitem__, printed))
    faults = find_faults(indicator, values, numerators, denominators, rates, decimals)
    return rates, decimals, faults


def row_faults(
    observations: Observations, indicators: Iterable[Indicator]
) -> tuple[Fault | None, ...]:
    """Return the fault of each row of a table, whichever release it is of.

    Rows of other indicators have none, since nothing is known of them.

    Args:
        observations: The figures.
        indicators: The definitions of their indicators.

    Examples:
        >>> from sendframe.model import CalendarYear, Text
        >>> table = Observations.of_columns(
        ...     indicator=["rate"] * 2, area=["ZZ0000001"] * 2,
        ...     period=[CalendarYear(year=2023), CalendarYear(year=2024)],
        ...     value=[60.0, 71.0], numerator=[66.0] * 2, denominator=[110.0] * 2,
        ... )
        >>> rate = Indicator(id="rate", title=Text(default="Rate"), unit="percent", factor=100.0)
        >>> [fault and fault.code for fault in row_faults(table, [rate])]
        [None, 'value-against-counts']
    """
    known = {indicator.id: indicator for indicator in indicators}
    rows: list[list[int]] = [[] for _ in observations.indicator.values]
    for row, code in enumerate(observations.indicator.buffer):
        rows[code].append(row)
    # Lists of numbers are looked through faster than arrays, which make each number anew.
    columns = [
        column.buffer.tolist()
        for column in (
            observations.value,
            observations.numerator,
            observations.denominator,
            observations.decimals,
        )
    ]
    faults: list[Fault | None] = [None] * len(observations)
    for name, own in zip(observations.indicator.values, rows, strict=True):
        indicator = known.get(name)
        if indicator is None:
            continue
        value, top, bottom, printed = (list(map(column.__getitem__, own)) for column in columns)
        faulty = checked_columns(indicator, value, top, bottom, printed)[2]
        for row, fault in compress(zip(own, faulty, strict=True), faulty):
            faults[row] = FAULTS[fault - 1]
    return tuple(faults)
