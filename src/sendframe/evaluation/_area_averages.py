"""Compute the mean and the pooled figure of the areas that each area is compared with."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import fsum, isnan
from operator import itemgetter
from typing import Any, NamedTuple

import attrs

from sendframe.figures import Figures
from sendframe.model import Indicator, Period

from ._area_footing import AreaFooting
from ._area_members import Members
from ._area_table import AreaAverage, AreaTable, TableBuilder

__all__ = ["Group", "area_averages"]

_Picker = Callable[[Sequence[float]], Sequence[float]]

_NOBODY: frozenset[int] = frozenset()


class Group(NamedTuple):
    """The figures of all areas for one indicator and period.

    Attributes:
        indicator: The indicator.
        period: The period.
        rows: Rows of totals that have a figure.
    """

    indicator: Indicator
    period: Period
    rows: Sequence[int]


@attrs.frozen(eq=False)
class _ByArea:
    """The figures of one indicator and period by the index of the area; 0 where there is none.

    Attributes:
        factor: Factor of the quotient; None for figures that are no quotient.
        values: The figures without a fault.
        numerators: Their numerators, where they have a factor and counts.
        denominators: Their denominators.
        with_value: The areas with such a figure.
        with_counts: The areas with such counts.
    """

    factor: float | None
    values: list[float]
    numerators: list[float]
    denominators: list[float]
    with_value: set[int]
    with_counts: set[int]

    @classmethod
    def of(cls, figures: Figures, group: Group, area: Sequence[int], size: int) -> "_ByArea":
        """Return the figures and counts of a group by area."""
        nothing = [0.0] * size
        by_area = cls(group.indicator.factor, nothing[:], nothing[:], nothing, set(), set())
        for row in group.rows:
            if figures.fault[row]:
                continue
            index, numerator, denominator = (
                area[row],
                figures.numerator[row],
                figures.denominator[row],
            )
            by_area.values[index] = figures.rate[row]
            by_area.with_value.add(index)
            if denominator > 0 and by_area.factor is not None and not isnan(numerator):
                by_area.numerators[index] = numerator
                by_area.denominators[index] = denominator
                by_area.with_counts.add(index)
        return by_area


def area_averages(
    figures: Figures,
    groups: Sequence[Group],
    area: Sequence[int],
    sets: Mapping[str, Members],
    footing: AreaFooting,
) -> AreaTable[AreaAverage]:
    """Return the mean and the pooled figure of the areas that each area is compared with.

    Args:
        figures: The figures.
        groups: Their rows, by indicator and period.
        area: Index of the area of each row.
        sets: Members of the comparator sets, by id of the set.
        footing: Which figures may be compared; a member of the same kind that may not is missing.
    """
    codes = _AreaIndexes(figures.areas)
    members_of_sets = {
        comparator: [
            frozenset(
                codes.index_of(member)
                for member in by_area.get(code, by_area.get(None, ()))
                if member != code
            )
            for code in figures.areas
        ]
        for comparator, by_area in sets.items()
    }
    pick = {
        comparator: list(map(_picker, members)) for comparator, members in members_of_sets.items()
    }
    tables = {comparator: TableBuilder(AreaAverage) for comparator in sets}
    for group in groups:
        if group.indicator.is_count:
            continue
        by_area = _ByArea.of(figures, group, area, len(codes.codes))
        left_out = _left_out(figures, group, area, footing)
        for comparator, members in members_of_sets.items():
            areas = [area[row] for row in group.rows if members[area[row]]]
            tables[comparator].add(
                comparator=[comparator] * len(areas),
                indicator=[group.indicator.id] * len(areas),
                area=[figures.areas[index] for index in areas],
                period=[group.period] * len(areas),
                **_columns(by_area, areas, members, pick[comparator], codes.codes, left_out),
            )
    table = TableBuilder(AreaAverage)
    for part in tables.values():
        table.extend(part.build())
    return table.build()


def _left_out(
    figures: Figures, group: Group, area: Sequence[int], footing: AreaFooting
) -> dict[int, frozenset[int]]:
    """Return by area those of its kind whose figures may not be compared with its own."""
    if not footing.is_mixed(group.rows):
        return {}
    kinds, by_footing = figures.area_kinds, list(footing.peers(group.rows))
    made: dict[int, frozenset[int]] = {}
    for own, others in by_footing:
        foreign = set(range(len(group.rows))).difference(others)
        by_kind: dict[str | None, set[int]] = {}
        for place in foreign:
            other = area[group.rows[place]]
            by_kind.setdefault(kinds[other], set()).add(other)
        frozen = {kind: frozenset(areas) for kind, areas in by_kind.items()}
        for place in own:
            index = area[group.rows[place]]
            made[index] = frozen.get(kinds[index], frozenset())
    return made


class _AreaIndexes:
    """Indexes of areas: those that have figures first, then those that are only members of sets."""

    def __init__(self, areas: Iterable[str]) -> None:
        self.codes = list(areas)
        self._indexes = {code: index for index, code in enumerate(self.codes)}

    def index_of(self, code: str) -> int:
        """Return the index of an area; a new one for an area without figures."""
        if code not in self._indexes:
            self._indexes[code] = len(self.codes)
            self.codes.append(code)
        return self._indexes[code]


def _columns(  # noqa: PLR0913  # the parts of one calculation
    by_area: _ByArea,
    areas: Sequence[int],
    members: Sequence[frozenset[int]],
    pick: Sequence[_Picker],
    codes: Sequence[str],
    left_out: Mapping[int, frozenset[int]],
) -> dict[str, list[Any]]:
    """Return the averages of some areas as columns."""
    factor = by_area.factor

    def lacking(present: set[int]) -> list[frozenset[int]]:
        """Return the members of each area that are not present, or are left out."""
        absent = [
            _NOBODY if members[index] <= present else members[index] - present for index in areas
        ]
        for place, index in enumerate(areas if left_out else ()):
            absent[place] |= members[index] & left_out.get(index, _NOBODY)
        return absent

    missing = lacking(by_area.with_value)
    is_same = by_area.with_counts == by_area.with_value
    uncounted = missing if is_same else lacking(by_area.with_counts)
    counts, counted = (
        [len(members[index]) - len(gone) for index, gone in zip(areas, column, strict=True)]
        for column in (missing, uncounted)
    )
    pickers = [
        _picker(members[index] - left_out[index]) if index in left_out else pick[index]
        for index in areas
    ]
    # A figure that is missing is 0 here and adds nothing; the rest is what `mean` and `pooled` do.
    totals, tops, bottoms = (
        [fsum(picked(column)) for picked in pickers]
        for column in (by_area.values, by_area.numerators, by_area.denominators)
    )
    return {
        "mean": [
            total / count if count else None for total, count in zip(totals, counts, strict=True)
        ],
        "areas": counts,
        "missing": [_codes_of(gone, codes) if gone else () for gone in missing],
        "pooled": [
            top / bottom * factor if bottom and factor is not None else None
            for top, bottom in zip(tops, bottoms, strict=True)
        ],
        "counted": counted,
        "uncounted": [_codes_of(gone, codes) if gone else () for gone in uncounted],
    }


def _codes_of(areas: Iterable[int], codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted([codes[index] for index in areas]))


def _picker(areas: Collection[int]) -> _Picker:
    """Return a function that selects the values of several areas at once."""
    if len(areas) > 1:
        return itemgetter(*areas)
    return lambda values: [values[index] for index in areas]
