"""The figures that count, as sorted columns; single figures are made when they are asked for."""

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
from sendframe.model import FrozenMap, Indicator, Observations, Period, begun_by

from ._fault import FAULTS, faults_of
from ._figure import WHOLE, Figure
from ._rate import rate_of
from ._select import select

__all__ = ["Figures", "figures_of"]


@attrs.frozen(eq=False, slots=False)
class Figures:
    """What counts of a table of figures on one day: one row for each cell.

    A cell is one indicator, period, part of the whole and area. Rows are sorted by these, areas
    by kind and code. All columns are equally long; NaN stands for None.

    Attributes:
        observations: The table.
        as_at: The day.
        indicators: The indicators asked for, sorted by id.
        periods: The periods, oldest first.
        parts: The parts of a whole; the whole itself is the first.
        areas: Present codes of the areas, sorted by kind and code.
        kinds: Kind of each area.
        key: The cell of each row as one number.
        row: Row of the table.
        value: The figure as published.
        top: What was counted.
        bottom: Of what.
        rate: The rate from the counts, unrounded; the figure itself where there are none.
        decimals: Decimal places that it was printed with.
        segment: Number of breaks in comparability up to its period.
        fault: 0 for none, else its place in `FAULTS`, from 1.
        restated: 1 where an older release gives another figure for the same cell.
        hidden: 1 where disclosure control hides the figure.
    """

    observations: Observations
    as_at: date
    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    parts: tuple[FrozenMap[str], ...]
    areas: tuple[str, ...]
    kinds: tuple[str | None, ...]
    key: "array[int]"
    row: "array[int]"
    value: "array[float]"
    top: "array[float]"
    bottom: "array[float]"
    rate: "array[float]"
    decimals: "array[int]"
    segment: "array[int]"
    fault: "array[int]"
    restated: bytearray
    hidden: bytearray

    def __len__(self) -> int:
        return len(self.key)

    @cached_property
    def _indicator_numbers(self) -> dict[str, int]:
        return {indicator.id: number for number, indicator in enumerate(self.indicators)}

    @cached_property
    def area_numbers(self) -> dict[str, int]:
        """The place of each area in ``areas``, by its present code."""
        return {code: number for number, code in enumerate(self.areas)}

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """The row in which each indicator begins, and the number of rows at the end."""
        width = self._widths[0]
        numbers = range(len(self.indicators) + 1)
        return tuple(bisect_left(self.key, number * width) for number in numbers)

    @cached_property
    def _widths(self) -> tuple[int, int]:
        """How many cells an indicator has, and how many a period of one."""
        by_period = len(self.areas) * len(self.parts)
        return by_period * len(self.periods), by_period

    @cached_property
    def _groups(self) -> dict[int, tuple[tuple[int, int, int, int], ...]]:
        return {}

    def groups(self, indicator: str) -> tuple[tuple[int, int, int, int], ...]:
        """Return the periods and parts of an indicator, with the rows of each.

        Returns:
            Number of the period, number of the part, first row, and row after the last; oldest
            period first, and the whole before its parts.
        """
        number = self._indicator_numbers.get(indicator)
        if number is None:
            return ()
        if number not in self._groups:
            self._groups[number] = tuple(self._groups_of(number))
        return self._groups[number]

    def _groups_of(self, number: int) -> Iterator[tuple[int, int, int, int]]:
        start, end = self.bounds[number], self.bounds[number + 1]
        width, first = len(self.areas), number * self._widths[0]
        while start < end:
            group = (self.key[start] - first) // width
            stop = bisect_left(self.key, first + (group + 1) * width, start, end)
            yield *divmod(group, len(self.parts)), start, stop
            start = stop

    def rows(self, indicator: str, area: str) -> Iterator[tuple[int, int]]:
        """Yield the rows of one area with the number of the part each is about, oldest first.

        Args:
            indicator: Id of the indicator.
            area: Any code of the area.
        """
        number = self.area_numbers.get(self.observations.present_code(area))
        if number is None:
            return
        first = self._indicator_numbers.get(indicator, 0) * self._widths[0]
        for period, part, start, stop in self.groups(indicator):
            key = first + (period * len(self.parts) + part) * len(self.areas) + number
            at = bisect_left(self.key, key, start, stop)
            if at < stop and self.key[at] == key:
                yield at, part

    def series(self, indicator: str, area: str, part: FrozenMap[str] = WHOLE) -> tuple[Figure, ...]:
        """Return the figures of one area and part, oldest first.

        Args:
            indicator: Id of the indicator.
            area: Any code of the area.
            part: Which part of the whole.
        """
        return tuple(
            self.figure(at)
            for at, number in self.rows(indicator, area)
            if self.parts[number] == part
        )

    def group(self, indicator: str, period: Period, kind: str | None) -> tuple[Figure, ...]:
        """Return the figures of all areas of one kind in one period, for the whole.

        Args:
            indicator: Id of the indicator.
            period: The period.
            kind: Kind of the areas; None for those of no known kind.
        """
        return tuple(
            self.figure(at)
            for number, part, start, stop in self.groups(indicator)
            if part == 0 and self.periods[number] == period
            for at in range(start, stop)
            if self.kinds[self.area_of(at)] == kind
        )

    def at(self, indicator: str, area: str, period: Period) -> Figure | None:
        """Return the figure of one area and period, for the whole; None where there is none."""
        for at, part in self.rows(indicator, area):
            if part == 0 and self.period_of(at) == period:
                return self.figure(at)
        return None

    def area_of(self, at: int) -> int:
        """Return the place in ``areas`` of the area of a row."""
        return self.key[at] % len(self.areas)

    def period_of(self, at: int) -> Period:
        """Return the period of a row."""
        return self.periods[self.key[at] // self._widths[1] % len(self.periods)]

    def indicator_of(self, at: int) -> Indicator:
        """Return the indicator of a row."""
        return self.indicators[self.key[at] // self._widths[0]]

    def part_of(self, at: int) -> FrozenMap[str]:
        """Return which part of the whole a row is about."""
        return self.parts[self.key[at] // len(self.areas) % len(self.parts)]

    def figure(self, at: int) -> Figure:
        """Return the figure of a row."""
        table, row = self.observations, self.row[at]
        value, fault = self.value[at], self.fault[at]
        release = table.release[row]
        known = table.releases.get(release or "")
        symbol, meaning = self.symbol_of(at)
        return Figure(
            indicator=self.indicator_of(at),
            area=self.areas[self.area_of(at)],
            period=self.period_of(at),
            value=_number(value),
            top=_number(self.top[at]),
            bottom=_number(self.bottom[at]),
            rate=_number(self.rate[at]),
            decimals=self.decimals[at],
            symbol=symbol,
            meaning=meaning,
            part=self.part_of(at),
            status=table.status[row],
            release=release,
            published_on=None if known is None else known.published_on,
            segment=self.segment[at],
            basis=table.bases.get(table.area[row]),
            fault=FAULTS[fault - 1].code if fault else None,
            restated=bool(self.restated[at]),
            hidden=bool(self.hidden[at]),
            row=row,
        )

    def symbol_of(self, at: int) -> tuple[str | None, str | None]:
        """Return what stands in place of the figure of a row, and what it means."""
        row = self.row[at]
        return self.observations.symbol[row], self.observations.meaning(row)

    def without(self, rows: Iterable[int]) -> dict[str, Any]:
        """Return the columns in which some rows hold nothing any more, by name."""
        value, top, bottom, rate = self.value[:], self.top[:], self.bottom[:], self.rate[:]
        fault, restated, hidden = self.fault[:], self.restated[:], self.hidden[:]
        for at in rows:
            value[at] = top[at] = bottom[at] = rate[at] = nan
            fault[at], restated[at], hidden[at] = 0, 0, 1
        return {
            "value": value, "top": top, "bottom": bottom, "rate": rate, "fault": fault,
            "restated": restated, "hidden": hidden,
        }  # fmt: skip

    def name_of(self, area: str) -> str:
        """Return what the figures call an area, by any of its codes."""
        return self.observations.name_of(area)

    def source(self, figure: Figure) -> str | None:
        """Return where a figure comes from, in words; None for one that was worked out."""
        return None if figure.row is None else self.observations.source(figure.row)

    def hides(self, indicator: Indicator, value: float) -> tuple[str, str] | None:
        """Return the symbol and its meaning that stand for a figure that was worked out.

        None where it may be shown: here nothing is hidden.
        """
        del indicator, value
        return None


def _number(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124  # NaN differs from itself


def figures_of(
    observations: Observations, indicators: Iterable[Indicator], *, as_at: date
) -> Figures:
    """Return the figures that count on one day, each with its rate and what is wrong with it.

    Of several releases that give a figure, the newest known on the day holds; a symbol in it takes
    the figure back. Projected figures are left out, and management information counts only for
    indicators that are. Figures under a former code of an area are those of the area. The order
    of the rows decides nothing.

    Args:
        observations: The figures.
        indicators: The indicators asked for.
        as_at: The day; what was published later, or begins later, is left out.

    Raises:
        InvalidValue: Two indicators have one id.

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
    asked = tuple(sorted(indicators, key=lambda indicator: indicator.id))
    for one, two in pairwise(asked):
        if one.id == two.id:
            raise InvalidValue("figures_of", "/indicators", f"two of them have the id {one.id!r}")
    chosen = select(observations, asked, as_at)
    rows, keys = chosen.rows, chosen.keys
    width = len(chosen.areas) * len(chosen.parts) * len(chosen.periods)
    value, top, bottom = (
        array("d", map(column.buffer.__getitem__, rows))
        for column in (observations.value, observations.numerator, observations.denominator)
    )
    printed = observations.decimals.buffer
    rate, decimals, fault = array("d"), array("b"), array("B")
    segment = array("B")
    for number, indicator in enumerate(asked):
        start, end = (bisect_left(keys, (number + more) * width) for more in (0, 1))
        part = slice(start, end)
        values, tops, bottoms = value[part], top[part], bottom[part]
        factor = indicator.factor
        rates = array("d", [rate_of(*row, factor) for row in zip(values, tops, bottoms)])  # noqa: B905
        places = [printed[row] for row in rows[part]]
        places = [indicator.decimals if each < 0 else min(each, 20) for each in places]
        rate += rates
        decimals.extend(places)
        fault += faults_of(indicator, values, tops, bottoms, rates, places)
        segment.extend(_segments(indicator, chosen.periods, keys[part], width))
    return Figures(
        observations, as_at, asked, chosen.periods, chosen.parts, chosen.areas, chosen.kinds,
        keys, rows, value, top, bottom, rate, decimals, segment, fault,
        chosen.restated, bytearray(len(rows)),
    )  # fmt: skip


def _segments(
    indicator: Indicator, periods: Sequence[Period], keys: Sequence[int], width: int
) -> Iterable[int]:
    """Return for each row how many breaks in comparability lie before the end of its period."""
    if not (indicator.breaks and keys):
        return bytes(len(keys))
    firsts = [each.first_period for each in indicator.breaks]
    number = [sum(begun_by(first, period.last_day) for first in firsts) for period in periods]
    by_period = width // len(periods)
    return [number[key % width // by_period] for key in keys]
