"""The figures that count, as sorted columns; `Figure` objects are created on demand."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from math import nan
from typing import Any

import attrs

from sendframe.errors import InvalidValue
from sendframe.model import FrozenMap, Indicator, Observations, Period, begun_by, short_repr

from ._fault import FAULTS
from ._figure import TOTAL, Figure
from ._row_faults import checked_columns
from ._selection import select_rows

__all__ = ["Figures", "figures_of"]


@attrs.frozen(eq=False, slots=False)
class Figures:
    """The figures of a table that count on one day: one row for each cell.

    A cell is one indicator, period, set of dimensions and area. Rows are sorted by these, areas
    by kind and code. All columns have the same length; NaN means None.

    Attributes:
        observations: The table.
        as_at: The day.
        indicators: The indicators, sorted by id.
        periods: The periods, oldest first.
        dimensions: The sets of dimensions; that of the total, which is empty, is the first.
        areas: Present codes of the areas, sorted by kind and code.
        area_kinds: Kind of each area.
        key: The cell of each row as one number.
        table_row: Row of the table.
        value: The figure as published.
        numerator: Its numerator.
        denominator: Its denominator.
        rate: The rate from the counts, unrounded; the figure itself where there are none.
        decimals: Decimal places of the published figure.
        segment: Number of breaks in comparability before the end of its period.
        fault: 0 for none, else its position in `FAULTS`, from 1.
        restated: 1 where an older release has another figure for the same cell.
        hidden: 1 where disclosure control hides the figure.
    """

    __repr__ = short_repr

    observations: Observations
    as_at: date
    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    dimensions: tuple[FrozenMap[str], ...]
    areas: tuple[str, ...]
    area_kinds: tuple[str | None, ...]
    key: "array[int]"
    table_row: "array[int]"
    value: "array[float]"
    numerator: "array[float]"
    denominator: "array[float]"
    rate: "array[float]"
    decimals: "array[int]"
    segment: "array[int]"
    fault: "array[int]"
    restated: bytearray
    hidden: bytearray

    def __len__(self) -> int:
        return len(self.key)

    @cached_property
    def indicator_indexes(self) -> dict[str, int]:
        """The index of each indicator in ``indicators``, by its id."""
        return {indicator.id: number for number, indicator in enumerate(self.indicators)}

    @cached_property
    def area_indexes(self) -> dict[str, int]:
        """The index of each area in ``areas``, by its present code."""
        return {code: number for number, code in enumerate(self.areas)}

    @cached_property
    def areas_around(self) -> dict[int, int]:
        """The index of the area that an area is a part of, by its own index."""
        table, indexes = self.observations, self.area_indexes
        pairs = (
            (table.present_code(part), table.present_code(whole))
            for part, whole in table.wholes.items()
        )
        return {
            indexes[part]: indexes[whole]
            for part, whole in pairs
            if part != whole and part in indexes and whole in indexes
        }

    @property
    def cells_of_an_indicator(self) -> int:
        """The number of keys of one indicator."""
        return self._widths[0]

    @property
    def cells_of_a_period(self) -> int:
        """The number of keys of one period of an indicator."""
        return self._widths[1]

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """The first row of each indicator, and the number of rows at the end."""
        width = self._widths[0]
        numbers = range(len(self.indicators) + 1)
        return tuple(bisect_left(self.key, number * width) for number in numbers)

    @cached_property
    def _widths(self) -> tuple[int, int]:
        """The number of cells of an indicator, and of one of its periods."""
        by_period = len(self.areas) * len(self.dimensions)
        return by_period * len(self.periods), by_period

    @cached_property
    def _groups(self) -> dict[int, tuple[tuple[int, int, int, int], ...]]:
        return {}

    def groups(self, indicator: str) -> tuple[tuple[int, int, int, int], ...]:
        """Return the periods and dimensions of an indicator, with the rows of each.

        Returns:
            Index of the period, index of the dimensions, first row, and row after the last; oldest
            period first, and the total before its parts.
        """
        index = self.indicator_indexes.get(indicator)
        if index is None:
            return ()
        if index not in self._groups:
            self._groups[index] = tuple(self._groups_of(index))
        return self._groups[index]

    def _groups_of(self, indicator_index: int) -> Iterator[tuple[int, int, int, int]]:
        start, end = self.bounds[indicator_index], self.bounds[indicator_index + 1]
        width, first_key = len(self.areas), indicator_index * self._widths[0]
        while start < end:
            group = (self.key[start] - first_key) // width
            stop = bisect_left(self.key, first_key + (group + 1) * width, start, end)
            yield *divmod(group, len(self.dimensions)), start, stop
            start = stop

    def rows(self, indicator: str, area: str) -> Iterator[tuple[int, int]]:
        """Yield the rows of one area with the index of their dimensions, oldest first.

        Args:
            indicator: Id of the indicator.
            area: Any code of the area.
        """
        area_index = self.area_indexes.get(self.observations.present_code(area))
        index = self.indicator_indexes.get(indicator)
        if index is None or area_index is None:
            return
        if index not in self._rows:
            self._rows[index] = self._rows_by_area(indicator)
        yield from self._rows[index].get(area_index, ())

    @cached_property
    def _rows(self) -> dict[int, dict[int, list[tuple[int, int]]]]:
        return {}

    def _rows_by_area(self, indicator: str) -> dict[int, list[tuple[int, int]]]:
        """Return the rows of each area with the index of their dimensions, in one pass."""
        by_area: dict[int, list[tuple[int, int]]] = {}
        for _, dimensions, start, stop in self.groups(indicator):
            for row in range(start, stop):
                by_area.setdefault(self.area_of(row), []).append((row, dimensions))
        return by_area

    def series(
        self, indicator: str, area: str, dimensions: FrozenMap[str] = TOTAL
    ) -> tuple[Figure, ...]:
        """Return the figures of one area and set of dimensions, oldest first.

        Args:
            indicator: Id of the indicator.
            area: Any code of the area.
            dimensions: The dimensions; those of the total unless given.
        """
        return tuple(
            self.figure(row)
            for row, index in self.rows(indicator, area)
            if self.dimensions[index] == dimensions
        )

    def group(self, indicator: str, period: Period, kind: str | None) -> tuple[Figure, ...]:
        """Return the totals of all areas of one kind in one period.

        Args:
            indicator: Id of the indicator.
            period: The period.
            kind: Kind of the areas; None for those of no known kind.
        """
        return tuple(
            self.figure(row)
            for period_index, index, start, stop in self.groups(indicator)
            if index == 0 and self.periods[period_index] == period
            for row in range(start, stop)
            if self.area_kinds[self.area_of(row)] == kind
        )

    def figure_at(self, indicator: str, area: str, period: Period) -> Figure | None:
        """Return the total of one area and period; None where there is none."""
        for row, part in self.rows(indicator, area):
            if part == 0 and self.period_of(row) == period:
                return self.figure(row)
        return None

    def area_of(self, row: int) -> int:
        """Return the index in ``areas`` of the area of a row."""
        return self.key[row] % len(self.areas)

    def period_of(self, row: int) -> Period:
        """Return the period of a row."""
        return self.periods[self.period_index_of(row)]

    def period_index_of(self, row: int) -> int:
        """Return the index in ``periods`` of the period of a row."""
        return self.key[row] // self._widths[1] % len(self.periods)

    def indicator_of(self, row: int) -> Indicator:
        """Return the indicator of a row."""
        return self.indicators[self.key[row] // self._widths[0]]

    def dimensions_of(self, row: int) -> FrozenMap[str]:
        """Return the dimensions of a row."""
        return self.dimensions[self.key[row] // len(self.areas) % len(self.dimensions)]

    def figure(self, row: int) -> Figure:
        """Return the figure of a row."""
        table, table_row = self.observations, self.table_row[row]
        value, fault = self.value[row], self.fault[row]
        release = table.release[table_row]
        known_release = table.releases.get(release or "")
        symbol, meaning = self.symbol_of(row)
        return Figure(
            indicator=self.indicator_of(row),
            area=self.areas[self.area_of(row)],
            period=self.period_of(row),
            value=_none_if_nan(value),
            numerator=_none_if_nan(self.numerator[row]),
            denominator=_none_if_nan(self.denominator[row]),
            rate=_none_if_nan(self.rate[row]),
            symbol=symbol,
            meaning=meaning,
            dimensions=self.dimensions_of(row),
            status=table.status[table_row],
            release=release,
            published_on=None if known_release is None else known_release.published_on,
            segment=self.segment[row],
            basis=table.bases.get(table.area[table_row]),
            fault=FAULTS[fault - 1].code if fault else None,
            restated=bool(self.restated[row]),
            hidden=bool(self.hidden[row]),
            table_row=table_row,
        )

    def symbol_of(self, row: int) -> tuple[str | None, str | None]:
        """Return the symbol in place of the figure of a row, and its meaning."""
        table_row = self.table_row[row]
        return self.observations.symbol[table_row], self.observations.meaning(table_row)

    def columns_without(self, rows: Iterable[int]) -> dict[str, Any]:
        """Return the columns without the figures of some rows, by name."""
        value, numerator, denominator, rate = (
            self.value[:],
            self.numerator[:],
            self.denominator[:],
            self.rate[:],
        )
        fault, restated, hidden = self.fault[:], self.restated[:], self.hidden[:]
        for row in rows:
            value[row] = numerator[row] = denominator[row] = rate[row] = nan
            fault[row], restated[row], hidden[row] = 0, 0, 1
        return {
            "value": value, "numerator": numerator, "denominator": denominator, "rate": rate,
            "fault": fault, "restated": restated, "hidden": hidden,
        }  # fmt: skip

    def name_of(self, area: str) -> str:
        """Return the name of an area by any of its codes."""
        return self.observations.name_of(area)

    def source(self, figure: Figure) -> str | None:
        """Return the source of a figure as text; None for a computed figure."""
        return None if figure.table_row is None else self.observations.source(figure.table_row)

    def hidden_symbol(self, indicator: Indicator, value: float) -> tuple[str, str] | None:
        """Return the symbol and meaning that hide a computed figure; None where it may be shown.

        Here nothing is hidden.
        """
        del indicator, value
        return None


def _none_if_nan(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124  # NaN differs from itself


def figures_of(
    observations: Observations, indicators: Iterable[Indicator], *, as_at: date
) -> Figures:
    """Return the figures that count on one day, each with its rate and its fault.

    Of several releases of a figure, the newest that is known on the day counts; a symbol in it
    withdraws the figure. Projected figures are skipped, and management information counts only for
    indicators of management information. Figures under a former code of an area are figures of
    the area. The order of the rows does not matter.

    Args:
        observations: The figures.
        indicators: The indicators to select.
        as_at: The day; figures that are published later or begin later are skipped.

    Raises:
        InvalidValue: Two indicators have the same id.

    Examples:
        >>> from sendframe.model import CalendarYear, Indicator, Text
        >>> table = Observations.of_columns(
        ...     indicator=["rate"], area=["ZZ0000001"], period=[CalendarYear(year=2024)],
        ...     value=[71.0], numerator=[66.0], denominator=[110.0],
        ... )
        >>> rate = Indicator(
        ...     id="rate", title=Text(default="Rate"), unit="percent", factor=100.0,
        ...     direction="higher",
        ... )
        >>> figure, = figures_of(table, [rate], as_at=date(2026, 1, 31)).series("rate", "ZZ0000001")
        >>> figure.value, figure.rate, figure.fault
        (71.0, 60.0, 'value-against-counts')
    """
    wanted = tuple(sorted(indicators, key=lambda indicator: indicator.id))
    for first, second in pairwise(wanted):
        if first.id == second.id:
            raise InvalidValue("figures_of", "/indicators", f"two of them have the id {first.id!r}")
    selection = select_rows(observations, wanted, as_at)
    rows, keys = selection.table_rows, selection.keys
    width = len(selection.areas) * len(selection.dimensions) * len(selection.periods)
    # Lists are indexed and looked through faster than arrays, which make each number anew.
    value, numerator, denominator, printed = (
        list(map(column.buffer.tolist().__getitem__, rows))
        for column in (
            observations.value,
            observations.numerator,
            observations.denominator,
            observations.decimals,
        )
    )
    rate, decimals, fault = array("d"), array("b"), array("B")
    segment = array("B")
    for index, indicator in enumerate(wanted):
        start, end = (bisect_left(keys, (index + offset) * width) for offset in (0, 1))
        block = slice(start, end)
        rates, decimal_places, faults = checked_columns(
            indicator, value[block], numerator[block], denominator[block], printed[block]
        )
        rate += rates
        decimals.extend(decimal_places)
        fault += faults
        segment.extend(_segments(indicator, selection.periods, keys[block], width))
    return Figures(
        observations, as_at, wanted, selection.periods, selection.dimensions, selection.areas, selection.area_kinds,
        keys, rows, array("d", value), array("d", numerator), array("d", denominator),
        rate, decimals, segment, fault, selection.restated, bytearray(len(rows)),
    )  # fmt: skip


def _segments(
    indicator: Indicator, periods: Sequence[Period], keys: Sequence[int], width: int
) -> Iterable[int]:
    """Return the number of breaks in comparability before the end of each row's period."""
    if not (indicator.breaks and keys):
        return bytes(len(keys))
    first_periods = [break_.first_period for break_ in indicator.breaks]
    breaks_before = [
        sum(begun_by(first, period.last_day) for first in first_periods) for period in periods
    ]
    by_period = width // len(periods)
    return [breaks_before[key % width // by_period] for key in keys]
