"""What the areas that each area is compared with have together, for all areas at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

import attrs

from sendframe.errors import InvalidValue
from sendframe.figures import Figures
from sendframe.model import ComparatorSet, Observations
from sendframe.statistics import mean, pooled

__all__ = ["Members", "averages_of", "members_of"]

Members = Mapping[str | None, tuple[str, ...]]
"""The areas compared with, by the area compared; None for every area that is not named."""

_OWNER = "evaluate_areas"


def members_of(
    neighbours: Mapping[str, Sequence[str]],
    called: str,
    comparators: Sequence[ComparatorSet],
    table: Observations,
) -> dict[str, Members]:
    """Return the areas compared with, by comparator and area, once their kinds are checked.

    Raises:
        InvalidValue: An area is compared with areas of another kind than its own or with one area
            twice, or a comparator set mixes kinds.
    """
    sets: dict[str, Members] = {}
    if neighbours:
        sets[called] = _neighbours(neighbours, table)
    for comparator in comparators:
        where = f"/comparators/{comparator.id}"
        codes = {table.present_code(code) for code in comparator.areas}
        mixed = sorted({kind for code in codes if (kind := table.kind_of(code)) is not None})
        if mixed[1:]:
            problem = f"mixes areas of the kinds {' and '.join(mixed)}"
            raise InvalidValue(_OWNER, where, problem)
        if comparator.id in sets:
            problem = "this id is taken; give the comparator set another"
            raise InvalidValue(_OWNER, where, problem)
        sets[comparator.id] = {None: tuple(sorted(codes))}
    return dict(sorted(sets.items()))


def _neighbours(neighbours: Mapping[str, Sequence[str]], table: Observations) -> Members:
    own: dict[str | None, tuple[str, ...]] = {}
    for given, near in sorted(neighbours.items()):
        area, where = table.present_code(given), f"/neighbours/{given}"
        codes = [table.present_code(code) for code in near]
        if len(set(codes)) != len(codes):
            raise InvalidValue(_OWNER, where, "an area is named twice")
        if area in own:
            problem = f"{area} has neighbours under two of its codes"
            raise InvalidValue(_OWNER, where, problem)
        kind = table.kind_of(area)
        wrong = sorted(code for code in codes if table.kind_of(code) not in (None, kind))
        if wrong and kind is not None:
            problem = f"{wrong[0]} is an area of another kind than {area}"
            raise InvalidValue(_OWNER, where, problem)
        own[area] = tuple(sorted(set(codes) - {area}))
    return own


_Row = tuple[Any, ...]
_Picker = Callable[["_Absent"], Sequence[float]]


class _Absent(dict[str, float]):
    """Numbers by area; one that is not there stops a sum, and is never taken for 0."""

    def __missing__(self, key: str) -> None:
        return None


@attrs.frozen(eq=False)
class _Group:
    """The figures of one indicator and period, by area.

    Attributes:
        factor: What a quotient is multiplied by; None for figures that are no quotient.
        values: The figures that count.
        tops: What was counted, where there are counts.
        bottoms: Of what.
    """

    factor: float | None
    values: _Absent
    tops: _Absent
    bottoms: _Absent

    @classmethod
    def of(cls, figures: Figures, factor: float | None, rows: Sequence[int]) -> "_Group":
        """Put figures and counts by area."""
        sound = [at for at in rows if not figures.fault[at]]
        counted = [
            at
            for at in sound
            if factor is not None and figures.top[at] >= 0 and figures.bottom[at] > 0
        ]

        def by_area(column: Sequence[float], chosen: Sequence[int]) -> _Absent:
            return _Absent((figures.areas[figures.area_of(at)], column[at]) for at in chosen)

        return cls(
            factor,
            by_area(figures.rate, sound),
            by_area(figures.top, counted),
            by_area(figures.bottom, counted),
        )

    def average(self, members: tuple[str, ...], pick: _Picker) -> _Row:
        """Return mean, areas, missing, pooled, counted and uncounted of some areas."""
        try:  # nearly always all are there, and looking at each would take longer than the sums
            share = pooled(pick(self.tops), pick(self.bottoms))
            together = share * self.factor + 0.0  # type: ignore[operator]  # None is caught
            return mean(pick(self.values)), len(members), (), together, len(members), ()
        except TypeError:
            return self._average_of_some(members)

    def _average_of_some(self, members: tuple[str, ...]) -> _Row:
        """Return the average of those areas that have figures, or counts."""
        there = [area for area in members if area in self.values]
        counted = [area for area in there if area in self.tops]
        share = pooled([self.tops[area] for area in counted], [self.bottoms[a] for a in counted])
        return (
            mean([self.values[area] for area in there]),
            len(there),
            tuple(area for area in members if area not in self.values),
            None if share is None or self.factor is None else share * self.factor + 0.0,
            len(counted),
            tuple(area for area in members if area not in self.tops),
        )


def averages_of(
    figures: Figures,
    groups: Sequence[tuple[int, int, Sequence[int]]],
    sets: Mapping[str, Members],
) -> Iterator[_Row]:
    """Yield the rows of the table of averages, as the fields of `AreaAverage`.

    Args:
        figures: The figures.
        groups: Number of the indicator, number of the period, and the rows that have a figure.
        sets: The areas compared with, by comparator.
    """
    made = [
        (number, period, rows, _Group.of(figures, figures.indicators[number].factor, rows))
        for number, period, rows in groups
        if not figures.indicators[number].is_count
    ]
    for comparator, by_area in sets.items():
        everyone = by_area.get(None, ())
        members = {
            code: tuple(each for each in by_area.get(code, everyone) if each != code)
            for code in figures.areas
        }
        pick = {code: _picker(areas) for code, areas in members.items()}
        for number, period, rows, group in made:
            about = figures.indicators[number].id
            for at in rows:
                area = figures.areas[figures.area_of(at)]
                if members[area]:
                    found = group.average(members[area], pick[area])
                    yield (comparator, about, area, figures.periods[period], *found)


def _picker(members: tuple[str, ...]) -> _Picker:
    """Return what picks the numbers of several areas at once."""
    if len(members) > 1:
        return itemgetter(*members)
    return lambda values: [values[area] for area in members]
