"""Find the figures of many areas that are in doubt, each by its own series and benchmarks.

Doubts are rare, and most figures are cleared by comparing extremes: a series whose largest figure is
less than six times its smallest has no decimal point out of place, whatever lies between.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from math import fsum, inf, isnan
from typing import NamedTuple

import attrs

from sendframe.model import ComparatorSet, Indicator, Observations, Period

from ._benchmark import benchmark_series
from ._doubt import (
    FEWEST_RATIO,
    SLIPPED_DECIMAL,
    TOTAL_KINDS,
    TOTAL_TO_DATE,
    slips_beside,
    slips_in_run,
    total_in_run,
)
from ._figures import Figures, figures_of

__all__ = ["Comparators", "doubted_rows", "row_doubts"]

Comparators = Callable[[str], Sequence[ComparatorSet]]
"""Returns the sets that an area is compared with, by its present code."""

_RATIO = FEWEST_RATIO * (1 - 1e-6)  # a little less, so that rounding clears nothing
_OF_ALL = ("single", "mean", "median")
"""Methods that use every figure; ``pooled`` leaves out those without counts."""

_TOTAL_RATIO = 2.4  # a total of four figures is at least 2.5 times the first of them


def _no_comparators(_area: str) -> Sequence[ComparatorSet]:
    return ()


def doubted_rows(
    figures: Figures, comparators: Comparators = _no_comparators
) -> dict[int, tuple[str, ...]]:
    """Return the codes of the checks that doubt each figure, by its row; without those of none.

    Each area is looked at as in its own evaluation: a total of it beside its own figures before and
    after, and beside the benchmarks of its period. Baselines and targets are of one area alone, and
    are not looked at here.

    Args:
        figures: The figures.
        comparators: The sets that each area is compared with.

    Returns:
        Codes, sorted; rows in their order.

    Examples:
        >>> from datetime import date
        >>> from sendframe.figures import figures_of
        >>> from sendframe.model import CalendarYear, Observations, Text
        >>> table = Observations.of_columns(
        ...     indicator=["rate"] * 3, area=["ZZ0000001"] * 3,
        ...     period=[CalendarYear(year=year) for year in (2022, 2023, 2024)],
        ...     value=[68.0, 71.0, 7.2],
        ... )
        >>> rate = Indicator(
        ...     id="rate", title=Text(default="Rate"), unit="percent", direction="higher"
        ... )
        >>> doubted_rows(figures_of(table, [rate], as_at=date(2026, 1, 31)))
        {2: ('SFR407',)}
    """
    doubts: dict[int, set[str]] = {}
    members = _Members(figures, comparators)
    for indicator in figures.indicators:
        totals = _Totals.of(figures, indicator)
        slips = (*totals.slips(), *totals.slips_beside(members))
        for code, rows in ((SLIPPED_DECIMAL, slips), (TOTAL_TO_DATE, totals.to_date())):
            for row in rows:
                doubts.setdefault(row, set()).add(code)
    return {row: tuple(sorted(codes)) for row, codes in sorted(doubts.items())}


def row_doubts(
    observations: Observations,
    indicators: Iterable[Indicator],
    comparators: Sequence[ComparatorSet] = (),
) -> dict[int, tuple[str, ...]]:
    """Return the codes of the checks that doubt each figure of a table, by its row.

    Of several releases of a figure the newest is looked at, whenever it was published.

    Args:
        observations: The figures.
        indicators: The definitions of their indicators; nothing is known of others.
        comparators: The sets that every area is compared with.
    """
    figures = figures_of(observations, indicators, as_at=date.max)
    rows = doubted_rows(figures, lambda _area: comparators)
    return {figures.table_row[row]: codes for row, codes in rows.items()}


class _Total(NamedTuple):
    """A total of one area that has a figure without a fault.

    Attributes:
        row: Its row.
        period: Its period.
        value: The figure.
        numerator: Its numerator.
        denominator: Its denominator.
    """

    row: int
    period: Period
    value: float
    numerator: float | None
    denominator: float | None

    @property
    def sound(self) -> float:
        """The figure."""
        return self.value


class _Members:
    """The sets that each area is compared with, and the indexes of their areas."""

    def __init__(self, figures: Figures, comparators: Comparators) -> None:
        self._figures, self._comparators = figures, comparators
        self._of_area: dict[int, list[tuple[ComparatorSet, list[int]]]] = {}

    @cached_property
    def are_all_used(self) -> bool:
        """Whether all figures are about the same people, as far as is known."""
        return len(set(self._figures.observations.bases.values())) < 2  # noqa: PLR2004  # one is no other

    def of(self, area: int) -> list[tuple[ComparatorSet, list[int]]]:
        """Return each set with its members, but for the area itself."""
        if area not in self._of_area:
            present, indexes = self._figures.observations.present_code, self._figures.area_indexes
            self._of_area[area] = [
                (
                    comparator,
                    [
                        indexes[code]
                        for code in map(present, comparator.areas)
                        if code in indexes and indexes[code] != area
                    ],
                )
                for comparator in self._comparators(self._figures.areas[area])
            ]
        return self._of_area[area]


@attrs.frozen(eq=False, slots=False)
class _Totals:
    """The totals of one indicator, of all areas.

    Attributes:
        figures: The figures of all areas.
        indicator: The indicator.
        groups: Each period, oldest first, with its first row and the row after its last.
    """

    figures: Figures
    indicator: Indicator
    groups: Sequence[tuple[int, int, int]]

    @classmethod
    def of(cls, figures: Figures, indicator: Indicator) -> "_Totals":
        """Return the totals of an indicator."""
        groups = figures.groups(indicator.id)
        rows = [(period, start, stop) for period, index, start, stop in groups if index == 0]
        return cls(figures, indicator, rows)

    @cached_property
    def rows(self) -> list[list[int]]:
        """The rows of each period that have a figure without a fault."""
        value, fault = self.figures.value, self.figures.fault
        return [
            [row for row in range(start, stop) if value[row] == value[row] and not fault[row]]
            for _, start, stop in self.groups
        ]

    def is_sound(self, row: int) -> bool:
        """Whether a row has a figure without a fault."""
        return not (isnan(self.figures.value[row]) or self.figures.fault[row])

    @cached_property
    def extremes(self) -> list[tuple[float, float]]:
        """The smallest and the largest figure of each period, as published or from its counts."""
        value, rate = self.figures.value, self.figures.rate
        figures = ([column[row] for row in rows for column in (value, rate)] for rows in self.rows)
        return [(min(numbers, default=inf), max(numbers, default=0.0)) for numbers in figures]

    @cached_property
    def is_narrow(self) -> bool:
        """Whether no figure of any area and period is six times another one."""
        lows, highs = zip(*self.extremes, strict=True) if self.groups else ((inf,), (0.0,))
        return max(highs) < _RATIO * min(lows) and not self.indicator.is_count

    def runs(self, kinds: Sequence[str] | None = None) -> Iterator[list[int]]:
        """Yield the rows of each area in groups that may be compared, each oldest first.

        Args:
            kinds: The kinds of periods that are looked at; all unless given.
        """
        figures, width = self.figures, len(self.figures.areas)
        runs: dict[tuple[tuple[str, ...], int], dict[int, list[int]]] = {}
        for (number, _, _), rows in zip(self.groups, self.rows, strict=True):
            period = figures.periods[number]
            if rows and (kinds is None or period.kind in kinds):
                by_area = runs.setdefault((period.series, figures.segment[rows[0]]), {})
                for row in rows:
                    by_area.setdefault(figures.key[row] % width, []).append(row)
        for by_area in runs.values():
            yield from by_area.values()

    def total(self, row: int) -> _Total:
        """Return the total of a row."""
        figures = self.figures
        numerator, denominator = figures.numerator[row], figures.denominator[row]
        return _Total(
            row,
            figures.period_of(row),
            figures.value[row],
            None if isnan(numerator) else numerator,
            None if isnan(denominator) else denominator,
        )

    def slips(self) -> Iterator[int]:
        """Yield the rows that differ by a power of ten from those beside them in their series."""
        if self.is_narrow:
            return
        value = self.figures.value
        for run in self.runs():
            pairs = pairwise([value[row] for row in run])
            if any(second >= _RATIO * first or first >= _RATIO * second for first, second in pairs):
                totals = [self.total(row) for row in run]
                yield from (total.row for total, _ in slips_in_run(self.indicator, totals))

    def to_date(self) -> Iterator[int]:
        """Yield the rows that look like totals to date."""
        if not self.indicator.is_count:
            return
        value = self.figures.value
        for run in self.runs(TOTAL_KINDS):
            values = [value[row] for row in run]
            if max(values) >= _TOTAL_RATIO * min(values):
                yield from (total.row for total in total_in_run([self.total(row) for row in run]))

    def slips_beside(self, members: _Members) -> Iterator[int]:
        """Yield the rows that differ by a power of ten from a benchmark."""
        figures, indicator = self.figures, self.indicator
        for area, comparator in self._apart(members):
            code = figures.areas[area]
            rows = [row for row, index in figures.rows(indicator.id, code) if index == 0]
            if comparator.method != "single":
                first = self.groups[self.first_of_latest[area]][0]
                rows = [row for row in rows if figures.period_index_of(row) >= first]
            periods = [figures.period_of(row) for row in rows]
            series = benchmark_series(figures, comparator, indicator, own=code, periods=periods)
            benchmarks = {
                figure.period: _Benchmark(
                    figure.value,
                    figure.numerator,
                    figure.denominator,
                    [figures.rate[row] for row in figure.rows],
                )
                for figure in series.figures
            }
            totals = [self.total(row) for row in rows if self.is_sound(row)]
            slips = slips_beside(indicator, totals, comparator.method, benchmarks)
            yield from (total.row for total, _ in slips)

    def _apart(self, members: _Members) -> Iterator[tuple[int, ComparatorSet]]:
        """Yield the areas with a figure that may be six times a benchmark, or a sixth of it."""
        if self.indicator.is_count or self.indicator.sampled:
            return
        apart = {pair for group in range(len(self.groups)) for pair in self._pairs(group, members)}
        for area, number in sorted(apart):
            yield area, members.of(area)[number][0]

    def _pairs(self, group: int, members: _Members) -> Iterator[tuple[int, int]]:
        """Yield such areas of one period, each with the number of the set."""
        # A benchmark lies between the figures behind it, whichever way it was made.
        low, high = self.extremes[group]
        if high < _RATIO * low:
            return
        figures, rows, width = self.figures, self.rows[group], len(self.figures.areas)
        values = [figures.value[row] for row in rows]
        rate_of = {figures.key[row] % width: figures.rate[row] for row in rows}
        for area, value in zip(rate_of, values, strict=True):
            if value > 0 and (value >= _RATIO * low or _RATIO * value <= high):
                is_latest = group >= self.first_of_latest[area]
                for number, (comparator, indexes) in enumerate(members.of(area)):
                    if is_latest or comparator.method == "single":
                        others = [rate_of[index] for index in indexes if index in rate_of]
                        method = comparator.method if members.are_all_used else None
                        if others and _is_apart(value, others, method):
                            yield area, number

    @cached_property
    def first_of_latest(self) -> list[int]:
        """The group of the last but one of the periods of each area up to its latest figure.

        Only in these two the figures behind a benchmark are known in an evaluation.
        """
        figures, width = self.figures, len(self.figures.areas)
        latest = [-1] * width
        first = [0] * width
        for number in reversed(range(len(self.groups))):
            _, start, stop = self.groups[number]
            for row in range(start, stop):
                area = figures.key[row] % width
                if latest[area] < 0:
                    if figures.value[row] == figures.value[row]:
                        latest[area] = number
                elif not first[area]:
                    first[area] = number
        return first


def _is_apart(value: float, others: Sequence[float], method: str | None) -> bool:
    """Say whether a figure may be six times a benchmark of others, or a sixth of it.

    Args:
        value: The figure.
        others: The figures behind the benchmark.
        method: How it was made; None where some of the others may not be used.
    """
    low, high = min(others), max(others)
    if method in _OF_ALL and low <= value <= high:
        return False
    if method == "mean":
        low = high = fsum(others) / len(others)
    return value >= _RATIO * low or _RATIO * value <= high


@attrs.frozen
class _Benchmark:
    """A benchmark in one period.

    Attributes:
        value: The benchmark.
        numerator: Its numerator.
        denominator: Its denominator.
        figures: The figures of the areas behind it.
    """

    value: float | None
    numerator: float | None
    denominator: float | None
    figures: Sequence[float]
