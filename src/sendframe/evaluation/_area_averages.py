"""What the areas that each area is compared with have together, for all areas at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import nan
from operator import itemgetter
from typing import Any, NamedTuple

import attrs

from sendframe.errors import InvalidValue
from sendframe.figures import Figures
from sendframe.model import ComparatorSet, Indicator, Observations, Period
from sendframe.statistics import mean, pooled

from ._area_table import AreaAverage, AreaTable, TableBuilder

__all__ = ["Group", "Members", "averages_of", "members_of"]

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


_Picker = Callable[[Sequence[float]], Sequence[float]]


class Group(NamedTuple):
    """The figures of all areas for one indicator and period.

    Attributes:
        indicator: The indicator.
        period: The period.
        rows: Rows of the whole that have a figure.
    """

    indicator: Indicator
    period: Period
    rows: Sequence[int]


@attrs.frozen(eq=False)
class _ByArea:
    """The figures of one indicator and period by the number of the area; NaN for none.

    Attributes:
        factor: What a quotient is multiplied by; NaN for figures that are no quotient.
        values: The figures that count.
        tops: What was counted, where there are counts.
        bottoms: Of what.
    """

    factor: float
    values: list[float]
    tops: list[float]
    bottoms: list[float]

    @classmethod
    def of(cls, figures: Figures, group: Group, area: Sequence[int], size: int) -> "_ByArea":
        """Put figures and counts by area."""
        factor = group.indicator.factor
        values, tops, bottoms = ([nan] * size for _ in range(3))
        for at in group.rows:
            if not figures.fault[at]:
                number, top, bottom = area[at], figures.numerator[at], figures.denominator[at]
                values[number] = figures.rate[at]
                if top >= 0 and bottom > 0:
                    tops[number], bottoms[number] = top, bottom
        return cls(nan if factor is None else factor, values, tops, bottoms)

    def average_of_some(self, members: Sequence[int], codes: Sequence[str]) -> tuple[Any, ...]:
        """Return the average of those areas that have figures, or counts.

        Returns:
            Mean, number of areas, codes of those missing; the same of the pooled figure.
        """
        there = [area for area in members if _is_number(self.values[area])]
        counted = [area for area in there if _is_number(self.tops[area] * self.factor)]
        share = pooled([self.tops[a] for a in counted], [self.bottoms[a] for a in counted])
        return (
            mean([self.values[area] for area in there]),
            len(there),
            tuple(codes[area] for area in members if area not in there),
            None if share is None else share * self.factor + 0.0,
            len(counted),
            tuple(codes[area] for area in members if area not in counted),
        )


def _is_number(value: float) -> bool:
    return value == value  # noqa: PLR0124  # NaN differs from itself


def averages_of(
    figures: Figures,
    groups: Sequence[Group],
    area: Sequence[int],
    sets: Mapping[str, Members],
) -> AreaTable[AreaAverage]:
    """Return what the areas that each area is compared with have together.

    Args:
        figures: The figures.
        groups: Their rows, by indicator and period.
        area: Number of the area of each row.
        sets: The areas compared with, by comparator.
    """
    table, codes = TableBuilder(AreaAverage), _Codes(figures.areas)
    numbered = {
        comparator: [
            [
                codes.number(each)
                for each in by_area.get(code, by_area.get(None, ()))
                if each != code
            ]
            for code in figures.areas
        ]
        for comparator, by_area in sets.items()
    }
    made = [
        (group, _ByArea.of(figures, group, area, len(codes.known)))
        for group in groups
        if not group.indicator.is_count
    ]
    for comparator, members in numbered.items():
        pick = [_picker(numbers) for numbers in members]
        for group, values in made:
            areas = [area[at] for at in group.rows if members[area[at]]]
            table.add(
                comparator=[comparator] * len(areas),
                indicator=[group.indicator.id] * len(areas),
                area=[figures.areas[number] for number in areas],
                period=[group.period] * len(areas),
                **_columns(values, areas, members, pick, codes.known),
            )
    return table.made()


class _Codes:
    """Numbers for areas: those that have figures first, then those that are only compared with."""

    def __init__(self, areas: Iterable[str]) -> None:
        self.known = list(areas)
        self._numbers = {code: number for number, code in enumerate(self.known)}

    def number(self, code: str) -> int:
        """Return the number of an area; a new one for an area without figures."""
        if code not in self._numbers:
            self._numbers[code] = len(self.known)
            self.known.append(code)
        return self._numbers[code]


def _columns(
    by_area: _ByArea,
    areas: Sequence[int],
    members: Sequence[Sequence[int]],
    pick: Sequence[_Picker],
    codes: Sequence[str],
) -> dict[str, list[Any]]:
    """Return the averages of some areas as columns."""
    values, tops, bottoms, factor = by_area.values, by_area.tops, by_area.bottoms, by_area.factor
    means: list[float | None] = [mean(pick[number](values)) for number in areas]
    together: list[float | None] = [
        (pooled(pick[number](tops), pick[number](bottoms)) or 0.0) * factor + 0.0
        for number in areas
    ]
    counts = [len(members[number]) for number in areas]
    counted = counts[:]
    missing: list[tuple[str, ...]] = [()] * len(areas)
    uncounted = missing[:]
    for place, number in enumerate(areas):
        # Nearly always all are there, and NaN tells where one is not.
        if not (_is_number(means[place] or 0.0) and _is_number(together[place] or 0.0)):
            (
                means[place], counts[place], missing[place],
                together[place], counted[place], uncounted[place],
            ) = by_area.average_of_some(members[number], codes)  # fmt: skip
    return {
        "mean": means,
        "areas": counts,
        "missing": missing,
        "pooled": together,
        "counted": counted,
        "uncounted": uncounted,
    }


def _picker(members: Sequence[int]) -> _Picker:
    """Return what picks the numbers of several areas at once."""
    if len(members) > 1:
        return itemgetter(*members)
    return lambda values: [values[number] for number in members]
