"""The formulas over columns with numpy: the same numbers as in plain Python, to the last bit."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import fsum
from typing import Any, Literal, final

import attrs
import numpy as np

from ._control import FIRM_POINTS, XMR_FACTOR
from ._engine import Averages, Column, Funnels, Limits, Numbers, Standings
from ._interval import z_score
from ._numpy_array import Floats, Truths, Whole, floats, plain, sums, whole
from ._numpy_spread import differences, distances, funnels
from ._plain_columns import Codes
from ._standing import FEWEST_BANDED

__all__ = ["NumpyEngine"]

_CHUNK = 100_000
"""How many members are looked up at once: they stay in fast memory, and nothing else changes."""

_DENSE = 16
"""A table of all groups and areas is made where it has no more than so many cells a figure."""

_LETTERS = np.array(["A", "B", "C", "D", None], dtype=object)


@final
@attrs.frozen
class NumpyEngine:
    """The formulas with numpy."""

    name: Literal["numpy"] = "numpy"

    def numbers(self, column: Sequence[float | None]) -> Column:
        """Return numbers; see `Engine.numbers`."""
        return floats(column)

    def coded(self, codes: Mapping[Any, int], things: Iterable[object]) -> Column:
        """Return whole numbers; see `Engine.coded`."""
        return np.fromiter(map(Codes(codes).__getitem__, things), dtype=np.int64)

    def listed(self, column: Column) -> list[Any]:
        """Return numbers; see `Engine.listed`."""
        found: list[Any] = np.asarray(column).tolist()
        return found

    def taken(self, column: Column, rows: Column) -> Column:
        """Return some rows; see `Engine.taken`."""
        return np.asarray(column)[whole(rows)]

    def sound(self, *columns: Column) -> Column:
        """Return sound rows; see `Engine.sound`."""
        return np.flatnonzero(np.logical_and.reduce([whole(each) >= 0 for each in columns]))

    def known(self, column: Column) -> Column:
        """Return the rows with a number; see `Engine.known`."""
        return np.flatnonzero(~np.isnan(floats(column)))

    def arranged(self, *columns: Column) -> tuple[Column, list[int]]:
        """Return the rows in order; see `Engine.arranged`."""
        keys = [whole(each) for each in columns]
        order = np.lexsort(keys[::-1])
        return order, _starts([each[order] for each in keys])

    def starts(self, *columns: Column) -> list[int]:
        """Return where runs begin; see `Engine.starts`."""
        return _starts([whole(each) for each in columns])

    def rates(
        self, values: Column, numerators: Column, denominators: Column, factors: Column
    ) -> Column:
        """Return each rate; see `Engine.rates`."""
        given, top, bottom = floats(values), floats(numerators), floats(denominators)
        factor = floats(factors)
        counted = ~np.isnan(factor) & ~np.isnan(top) & (bottom != 0) & ~np.isnan(bottom)
        with np.errstate(all="ignore"):
            rate = np.where(counted, top / bottom * factor, given)
        return rate + 0.0  # -0.0 becomes 0.0

    def intervals(
        self, numerators: Column, denominators: Column, factors: Column
    ) -> tuple[Numbers, Numbers]:
        """Return each interval; see `Engine.intervals`."""
        top, bottom, factor = floats(numerators), floats(denominators), floats(factors)
        z = z_score(0.95)
        square = z * z
        shares = (top >= 0) & (top <= bottom) & (bottom >= 1) & ~np.isnan(factor)
        shares &= (top == np.floor(top)) & (bottom == np.floor(bottom))
        with np.errstate(all="ignore"):
            middle = 2 * top + square
            spread = z * np.sqrt(square + 4 * top * (1 - top / bottom))
            below = 2 * (bottom + square)
            low = np.where(top == 0, 0.0, (middle - spread) / below)
            high = np.where(top < bottom, (middle + spread) / below, 1.0)
            lower = np.where(low > 0.0, low, 0.0) * factor
            upper = np.where(high < 1.0, high, 1.0) * factor
        return plain(lower, shares), plain(upper, shares)

    def standings(
        self, figures: Column, starts: Sequence[int], directions: Sequence[str]
    ) -> Standings:
        """Return each standing; see `Engine.standings`."""
        values, edges = floats(figures), whole(starts)
        counts = np.diff(edges)
        group = np.repeat(np.arange(len(counts)), counts)
        better = np.array([_SIGNS.get(each, 0) for each in directions], dtype=np.int64)
        # Where higher is better the figures are turned round, so that the best stands first.
        keys = np.where(better[group] > 0, -values, values)
        order = np.lexsort((keys, group))
        ordered = keys[order]
        first = np.ones(len(values), dtype=np.bool_)
        first[1:] = (ordered[1:] != ordered[:-1]) | (group[1:] != group[:-1])
        places = np.maximum.accumulate(np.where(first, np.arange(len(values)), 0))
        rank = np.empty(len(values), dtype=np.int64)
        rank[order] = places - edges[group] + 1
        ranked = better[group] != 0
        band = _bands(values, group, ordered, edges[:-1], counts, better)
        return Standings(plain(rank, ranked), counts[group].tolist(), band)

    def averages(  # noqa: PLR0913  # told everything
        self,
        figures: Column,
        numerators: Column,
        denominators: Column,
        factors: Column,
        starts: Sequence[int],
        areas: Column,
        members: Sequence[tuple[int, ...]],
        names: Sequence[str],
    ) -> Averages:
        """Return each average; see `Engine.averages`."""
        found = Averages([], [], [], [], [], [])
        widest = max(map(len, members), default=0)
        edges = whole(starts)
        wanted = np.array([each + (-1,) * (widest - len(each)) for each in members], dtype=np.int64)
        table = _Lookup(
            values=floats(figures),
            tops=floats(numerators),
            bottoms=floats(denominators),
            factors=floats(factors),
            areas=whole(areas),
            groups=np.repeat(np.arange(len(edges) - 1), np.diff(edges)),
            wanted=wanted.reshape(len(members), widest).T,
            names=names,
        )
        step = max(1, _CHUNK // max(widest, 1))
        rows = len(table.values)
        for start in range(0, rows, step):
            made = table.averages(slice(start, min(start + step, rows)))
            for column, more in zip(found, made, strict=True):
                column.extend(more)  # type: ignore[attr-defined]  # each is a list
        return found

    def differences(
        self, numerators: Column, denominators: Column, others: Column, of_others: Column
    ) -> tuple[Numbers, Numbers]:
        """Return each difference; see `Engine.differences`."""
        return differences(*map(floats, (numerators, denominators, others, of_others)))

    def distances(self, baselines: Column, targets: Column, figures: Column) -> Numbers:
        """Return each distance; see `Engine.distances`."""
        return distances(*map(floats, (baselines, targets, figures)))

    def funnels(self, numerators: Column, denominators: Column, starts: Sequence[int]) -> Funnels:
        """Return each funnel; see `Engine.funnels`."""
        return funnels(floats(numerators), floats(denominators), starts)

    def limits(self, figures: Column, starts: Sequence[int]) -> Limits:
        """Return each series' limits; see `Engine.limits`."""
        values, edges = floats(figures), whole(starts)
        counts = np.diff(edges)
        steps = np.abs(np.diff(values)).tolist()
        several = counts > 1
        pairs = list(pairwise(starts))
        listed = values.tolist()
        mean = np.array([fsum(listed[start:end]) for start, end in pairs]) / counts
        with np.errstate(all="ignore"):
            step = np.array([fsum(steps[start : end - 1]) for start, end in pairs]) / (counts - 1)
            reach = XMR_FACTOR * step
        return Limits(
            counts.tolist(),
            mean.tolist(),
            plain(step, several),
            plain(mean - reach, several),
            plain(mean + reach, several),
            (counts < FIRM_POINTS).tolist(),
        )


def _starts(columns: Sequence[Whole]) -> list[int]:
    rows = len(columns[0])
    change = np.zeros(max(rows - 1, 0), dtype=np.bool_)
    for each in columns:
        change |= each[1:] != each[:-1]
    changes: list[int] = (np.flatnonzero(change) + 1).tolist()
    return [0, *changes, rows] if rows else [0]


_SIGNS = {"higher": 1, "lower": -1}


def _bands(  # noqa: PLR0913  # told everything
    values: Floats, group: Whole, ordered: Floats, first: Whole, counts: Whole, better: Whole
) -> list[Any]:
    """Return the band of each figure; None where there are no quarters to speak of."""
    last = first + counts - 1
    sign = np.where(better > 0, -1.0, 1.0)
    # In ascending order of the figures themselves, whichever way they were turned.
    begin, step = np.where(better > 0, last, first), np.where(better > 0, -1, 1)
    quarter = np.zeros(len(values), dtype=np.int64)
    for share in (0.25, 0.5, 0.75):
        place = (counts - 1) * share
        below = place.astype(np.int64)
        part = place - below
        low = ordered[begin + step * below] * sign
        high = ordered[begin + step * np.where(part > 0, below + 1, below)] * sign
        bound = np.where(low == high, low, (1 - part) * low + part * high)
        quarter += values > bound[group]
    banded = (better != 0) & (counts >= FEWEST_BANDED) & (ordered[first] != ordered[last])
    turned = np.where(better[group] > 0, 3 - quarter, quarter)
    letters: list[Any] = _LETTERS[np.where(banded[group], turned, 4)].tolist()
    return letters


@attrs.frozen(eq=False, slots=False)
class _Lookup:
    """Figures that can be looked up by group and area.

    Attributes:
        values: The figures, by ascending group and area.
        tops: What was counted.
        bottoms: Of what.
        factors: What a quotient is multiplied by.
        areas: The area of each figure.
        groups: The group of each figure.
        wanted: What the areas are compared with: the first of each, the second, and so on; -1
            for none.
        names: What each area is called.
    """

    values: Floats
    tops: Floats
    bottoms: Floats
    factors: Floats
    areas: Whole
    groups: Whole
    wanted: Whole
    names: Sequence[str]

    @cached_property
    def width(self) -> int:
        """The number of areas."""
        return int(self.wanted.shape[1])

    @cached_property
    def keys(self) -> Whole:
        """Group and area in one number; they ascend."""
        return self.groups * self.width + self.areas

    @cached_property
    def dense(self) -> Whole | None:
        """The row of each group and area; None where most of the table would be empty."""
        cells = (int(self.groups[-1]) + 1) * self.width
        if cells > _DENSE * len(self.values):
            return None
        table = np.full(cells, -1, dtype=np.int64)
        table[self.keys] = np.arange(len(self.keys))
        return table

    def find(self, query: Whole) -> tuple[Whole, Truths]:
        """Return the row of each group and area asked for, and whether there is one."""
        if self.dense is not None:
            at = self.dense[query]
            return at, at >= 0
        at = np.minimum(np.searchsorted(self.keys, query), len(self.keys) - 1)
        return at, self.keys[at] == query

    @cached_property
    def counted(self) -> Truths:
        """Whether a figure has counts."""
        there: Truths = ~np.isnan(self.tops) & ~np.isnan(self.bottoms) & (self.bottoms != 0)
        there &= ~np.isnan(self.factors)
        return there

    def averages(self, rows: slice) -> Averages:
        """Return the averages of some rows."""
        size = rows.stop - rows.start
        nothing = np.zeros(size)
        values, tops, bottoms = [nothing], [nothing], [nothing]
        missing: list[Truths] = []
        uncounted: list[Truths] = []
        count, base = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
        first = self.groups[rows] * self.width
        for column in self.wanted:
            asked = column[self.areas[rows]]
            real = asked >= 0
            at, there = self.find(first + np.maximum(asked, 0))
            there &= real
            counts = there & self.counted[at]
            values.append(np.where(there, self.values[at], 0.0))
            tops.append(np.where(counts, self.tops[at], 0.0))
            bottoms.append(np.where(counts, self.bottoms[at], 0.0))
            missing.append(real & ~there)
            uncounted.append(real & ~counts)
            count += there
            base += counts
        with np.errstate(all="ignore"):
            mean = sums(values) / count
            pooled = sums(tops) / sums(bottoms) * self.factors[rows] + 0.0
        lost = self._lost(rows, missing)
        same = all(map(np.array_equal, missing, uncounted))
        return Averages(
            plain(mean, count > 0),
            count.tolist(),
            lost,
            plain(pooled, base > 0),
            base.tolist(),
            lost if same else self._lost(rows, uncounted),
        )

    def _lost(self, rows: slice, marks: Sequence[Truths]) -> list[tuple[str, ...]]:
        """Return the areas of each row that are marked, nearly always none."""
        found: list[tuple[str, ...]] = [()] * (rows.stop - rows.start)
        areas = self.areas[rows]
        for column, mark in zip(self.wanted, marks, strict=True):
            marked = np.flatnonzero(mark)
            for row, area in zip(marked.tolist(), column[areas[marked]].tolist(), strict=True):
                found[row] += (self.names[area],)
        return found
