"""The rates and faults of columns of figures, and the faults of the rows of a table."""

from array import array
from collections.abc import Iterable, Sequence

from sendframe.model import Indicator, Observations

from ._fault import FAULTS, Fault, find_faults
from ._rate import rate_of

__all__ = ["checked_columns", "row_faults"]

_MOST_DECIMALS = 20


def checked_columns(
    indicator: Indicator,
    values: "array[float]",
    numerators: "array[float]",
    denominators: "array[float]",
    printed: Iterable[int],
) -> "tuple[array[float], list[int], array[int]]":
    """Return the rates of figures of one indicator, their decimals and their faults.

    Args:
        indicator: The indicator.
        values: The figures as published; NaN for None, as in the other columns.
        numerators: Their numerators.
        denominators: Their denominators.
        printed: Decimals with which they were printed; below 0 where that is not known.
    """
    factor = indicator.factor
    columns = zip(values, numerators, denominators, strict=True)
    rates = array("d", [rate_of(*row, factor) for row in columns])
    decimals = [
        indicator.decimals if places < 0 else min(places, _MOST_DECIMALS) for places in printed
    ]
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
    rows: dict[int, list[int]] = {}
    for row, code in enumerate(observations.indicator.buffer):
        rows.setdefault(code, []).append(row)
    faults: list[Fault | None] = [None] * len(observations)
    names: Sequence[str] = observations.indicator.values
    for code, own in rows.items():
        indicator = known.get(names[code])
        if indicator is None:
            continue
        value, top, bottom = (
            array("d", map(column.buffer.__getitem__, own))
            for column in (observations.value, observations.numerator, observations.denominator)
        )
        printed = map(observations.decimals.buffer.__getitem__, own)
        faulty = checked_columns(indicator, value, top, bottom, printed)[2]
        for row, fault in zip(own, faulty, strict=True):
            if fault:
                faults[row] = FAULTS[fault - 1]
    return tuple(faults)
