"""The formulas over columns in plain Python: no other library is needed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import fsum, sqrt
from operator import itemgetter
from typing import Any, Literal, TypeAlias, final

import attrs

from ._control import xmr_limits
from ._engine import Averages, Column, Funnels, Limits, Numbers, Standings
from ._interval import z_score
from ._plain_spread import differences, distances, funnels
from ._standing import Band, has_bands, quartile_band, quartiles

__all__ = ["Codes", "PlainEngine"]


@final
@attrs.frozen
class PlainEngine:
    """The formulas in plain Python: no other library is needed."""

    name: Literal["python"] = "python"

    def numbers(self, column: Sequence[float | None]) -> Column:
        """Return numbers; see `Engine.numbers`."""
        return list(column)

    def coded(self, codes: Mapping[Any, int], things: Iterable[object]) -> Column:
        """Return whole numbers; see `Engine.coded`."""
        return list(map(Codes(codes).__getitem__, things))

    def listed(self, column: Column) -> list[Any]:
        """Return numbers; see `Engine.listed`."""
        return list(column)

    def taken(self, column: Column, rows: Column) -> Column:
        """Return some rows; see `Engine.taken`."""
        return list(map(column.__getitem__, rows))

    def sound(self, *columns: Column) -> Column:
        """Return sound rows; see `Engine.sound`."""
        return [row for row, each in enumerate(zip(*columns, strict=True)) if min(each) >= 0]

    def known(self, column: Column) -> Column:
        """Return the rows with a number; see `Engine.known`."""
        return [row for row, each in enumerate(column) if each is not None]

    def arranged(self, *columns: Column) -> tuple[Column, list[int]]:
        """Return the rows in order; see `Engine.arranged`."""
        keys = _joined(columns)
        order = sorted(range(len(keys)), key=keys.__getitem__)
        return order, _changes([keys[row] for row in order])

    def starts(self, *columns: Column) -> list[int]:
        """Return where runs begin; see `Engine.starts`."""
        return _changes(_joined(columns))

    def rates(
        self, values: Column, numerators: Column, denominators: Column, factors: Column
    ) -> Column:
        """Return each rate; see `Engine.rates`."""
        return [
            # Adding 0.0 makes -0.0 into 0.0, so that equal figures look alike.
            (value if factor is None or top is None or not bottom else top / bottom * factor) + 0.0
            for value, top, bottom, factor in zip(
                values, numerators, denominators, factors, strict=True
            )
        ]

    def intervals(
        self, numerators: Column, denominators: Column, factors: Column
    ) -> tuple[Numbers, Numbers]:
        """Return each interval; see `Engine.intervals`."""
        z = z_score(0.95)
        square = z * z
        lower: Numbers = []
        upper: Numbers = []
        for top, bottom, factor in zip(numerators, denominators, factors, strict=True):
            if (
                top is None or not bottom or factor is None
                or not 0 <= top <= bottom or top % 1 or bottom % 1
            ):  # fmt: skip
                lower.append(None)
                upper.append(None)
                continue
            middle = 2 * top + square
            spread = z * sqrt(square + 4 * top * (1 - top / bottom))
            below = 2 * (bottom + square)
            low = (middle - spread) / below if top else 0.0
            high = (middle + spread) / below if top < bottom else 1.0
            lower.append(max(0.0, low) * factor)
            upper.append(min(1.0, high) * factor)
        return lower, upper

    def standings(
        self, figures: Column, starts: Sequence[int], directions: Sequence[str]
    ) -> Standings:
        """Return each standing; see `Engine.standings`."""
        ranks: list[int | None] = []
        among: list[int] = []
        bands: list[Band | None] = []
        for (start, end), direction in zip(pairwise(starts), directions, strict=True):
            group = figures[start:end]
            among += [end - start] * (end - start)
            ordered = sorted(group)
            place: dict[float, int] = {}
            if direction == "higher":
                place = {value: end - start - at for at, value in enumerate(ordered)}
            elif direction == "lower":
                place = {value: end - start - at for at, value in enumerate(reversed(ordered))}
            ranks += map(place.get, group)
            bands += map(_bands(ordered, place, direction).get, group)
        return Standings(ranks, among, bands)

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
        pick = [_picker(each) for each in members]
        for start, end in pairwise(starts):
            group = _Group.of(
                areas[start:end],
                figures[start:end],
                numerators[start:end],
                denominators[start:end],
                factors[start],
                names,
            )
            for area in areas[start:end]:
                group.add(members[area], pick[area], found)
        return found

    def differences(
        self, numerators: Column, denominators: Column, others: Column, of_others: Column
    ) -> tuple[Numbers, Numbers]:
        """Return each difference; see `Engine.differences`."""
        return differences(numerators, denominators, others, of_others)

    def distances(self, baselines: Column, targets: Column, figures: Column) -> Numbers:
        """Return each distance; see `Engine.distances`."""
        return distances(baselines, targets, figures)

    def funnels(self, numerators: Column, denominators: Column, starts: Sequence[int]) -> Funnels:
        """Return each funnel; see `Engine.funnels`."""
        return funnels(numerators, denominators, starts)

    def limits(self, figures: Column, starts: Sequence[int]) -> Limits:
        """Return each series' limits; see `Engine.limits`."""
        found = [xmr_limits(figures[start:end]) for start, end in pairwise(starts)]
        known = [each for each in found if each is not None]
        return Limits(
            [each.points for each in known],
            [each.mean for each in known],
            [each.mean_range for each in known],
            [each.lower for each in known],
            [each.upper for each in known],
            [each.trial for each in known],
        )


class Codes(dict[Any, int]):
    """Whole numbers by what they stand for; what has none has -1."""

    def __missing__(self, key: object) -> int:
        return -1


_Picker: TypeAlias = Callable[["dict[int, float]"], Sequence[float]]


class _Absent(dict[int, float]):
    """Numbers by area; one that is not there stops a sum, and is never taken for 0."""

    def __missing__(self, key: int) -> None:
        return None


@attrs.frozen(eq=False)
class _Group:
    """The figures of one indicator and period, by area."""

    values: _Absent
    tops: _Absent
    bottoms: _Absent
    factor: float | None
    names: Sequence[str]

    @classmethod
    def of(  # noqa: PLR0913  # told everything
        cls,
        areas: Sequence[int],
        figures: Sequence[float],
        tops: Sequence[float | None],
        bottoms: Sequence[float | None],
        factor: float | None,
        names: Sequence[str],
    ) -> "_Group":
        """Set figures and counts by area."""
        counted = [
            (area, top, bottom)
            for area, top, bottom in zip(areas, tops, bottoms, strict=True)
            if top is not None and bottom and factor is not None
        ]
        return cls(
            _Absent(zip(areas, figures, strict=True)),
            _Absent((area, top) for area, top, _ in counted),
            _Absent((area, bottom) for area, _, bottom in counted),
            factor,
            names,
        )

    def add(self, wanted: tuple[int, ...], pick: _Picker, found: Averages) -> None:
        """Add the averages of some areas to the columns."""
        try:  # nearly always all are there, and looking at each would take longer than the sums
            mean = fsum(pick(self.values)) / len(wanted)
            pooled = fsum(pick(self.tops)) / fsum(pick(self.bottoms)) * self.factor  # type: ignore[operator]  # None is caught
        except (TypeError, ZeroDivisionError):
            self._add_some(wanted, found)
            return
        found.mean.append(mean)
        found.areas.append(len(wanted))
        found.missing.append(())
        found.pooled.append(pooled + 0.0)
        found.counted.append(len(wanted))
        found.uncounted.append(())

    def _add_some(self, wanted: tuple[int, ...], found: Averages) -> None:
        """Add the averages of those areas that have figures, or counts."""
        values, tops, bottoms = self.values, self.tops, self.bottoms
        there = [each for each in wanted if each in values]
        found.mean.append(fsum([values[each] for each in there]) / len(there) if there else None)
        lost = self._without(values, wanted)
        found.areas.append(len(there))
        found.missing.append(lost)
        counted = there if len(tops) == len(values) else [each for each in there if each in tops]
        if counted and self.factor is not None:
            together = fsum([tops[each] for each in counted])
            below = fsum([bottoms[each] for each in counted])
            found.pooled.append(together / below * self.factor + 0.0)
        else:
            found.pooled.append(None)
        found.counted.append(len(counted))
        found.uncounted.append(lost if counted is there else self._without(tops, wanted))

    def _without(self, numbers: _Absent, wanted: tuple[int, ...]) -> tuple[str, ...]:
        return tuple([self.names[each] for each in wanted if each not in numbers])


def _picker(members: tuple[int, ...]) -> _Picker:
    """Return what picks the numbers of several areas at once."""
    if len(members) > 1:
        return itemgetter(*members)
    return lambda values: [values[each] for each in members]


def _joined(columns: Sequence[Sequence[int]]) -> Sequence[int]:
    """Return one column that sorts as several do, one after the other."""
    keys, *others = columns
    for column in others:
        width = max(column, default=0) + 1
        keys = [key * width + each for key, each in zip(keys, column, strict=True)]
    return keys


def _changes(keys: Sequence[int]) -> list[int]:
    changes = [at for at, (one, two) in enumerate(pairwise(keys), 1) if one != two]
    return [0, *changes, len(keys)] if keys else [0]


def _bands(
    ordered: Sequence[float], place: dict[float, int], direction: str
) -> dict[float, Band | None]:
    """Return the band of each figure; nothing where there are no quarters to speak of."""
    if not has_bands(len(ordered), ordered[0], ordered[-1], direction):
        return {}
    bounds = quartiles(ordered)
    return {value: quartile_band(value, bounds, direction) for value in place}
