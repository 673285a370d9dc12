"""Compute the mean and the pooled figure of the areas that each area is compared with."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from math import nan
from operator import itemgetter
from typing import Any, NamedTuple

import attrs

from sendframe.errors import InvalidValue
from sendframe.figures import Comparators, Figures
from sendframe.model import ComparatorSet, Indicator, Observations, Period, Text
from sendframe.statistics import mean, pooled

from ._area_footing import AreaFooting
from ._area_table import AreaAverage, AreaTable, TableBuilder

__all__ = ["Group", "Members", "area_averages", "comparator_members", "sets_by_area"]

Members = Mapping[str | None, tuple[str, ...]]
"""The members of a comparator set by the area that is compared; None for all other areas."""

_OWNER = "evaluate_areas"
_NEIGHBOURS = "neighbours"


def comparator_members(
    neighbours: Mapping[str, Sequence[str]],
    neighbours_id: str,
    comparators: Sequence[ComparatorSet],
    table: Observations,
) -> dict[str, Members]:
    """Return the members of each comparator set, by area, and check their kinds.

    Raises:
        InvalidValue: An area is compared with areas of another kind than its own or with one area
            twice, or a comparator set mixes kinds.
    """
    sets: dict[str, Members] = {}
    if neighbours:
        sets[neighbours_id] = _neighbours(neighbours, table)
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
    by_area: dict[str | None, tuple[str, ...]] = {}
    for code, neighbour_codes in sorted(neighbours.items()):
        area, where = table.present_code(code), f"/neighbours/{code}"
        codes = [table.present_code(item) for item in neighbour_codes]
        if len(set(codes)) != len(codes):
            raise InvalidValue(_OWNER, where, "an area is named twice")
        if area in by_area:
            problem = f"{area} has neighbours under two of its codes"
            raise InvalidValue(_OWNER, where, problem)
        kind = table.kind_of(area)
        wrong = sorted(item for item in codes if table.kind_of(item) not in (None, kind))
        if wrong and kind is not None:
            problem = f"{wrong[0]} is an area of another kind than {area}"
            raise InvalidValue(_OWNER, where, problem)
        by_area[area] = tuple(sorted(set(codes) - {area}))
    return by_area


def sets_by_area(
    neighbours: Mapping[str, Sequence[str]], comparators: Sequence[ComparatorSet], figures: Figures
) -> Comparators:
    """Return the function that gives the sets an area is compared with: its neighbours first."""
    present, indexes = figures.observations.present_code, figures.area_indexes
    own: dict[str, ComparatorSet] = {}
    for code, codes in neighbours.items():
        areas = tuple(item for item in map(present, codes) if item in indexes)
        if areas:
            own[present(code)] = ComparatorSet(
                id=_NEIGHBOURS, title=Text(default=_NEIGHBOURS), kind="statistical-neighbours",
                areas=areas, method="mean",
            )  # fmt: skip
    return lambda area: (own[area], *comparators) if area in own else comparators


_Picker = Callable[[Sequence[float]], Sequence[float]]


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
    """The figures of one indicator and period by the index of the area; NaN for none.

    Attributes:
        factor: Factor of the quotient; NaN for figures that are no quotient.
        values: The figures without a fault.
        numerators: Their numerators, where they have counts.
        denominators: Their denominators, where they have counts.
    """

    factor: float
    values: list[float]
    numerators: list[float]
    denominators: list[float]

    @classmethod
    def of(cls, figures: Figures, group: Group, area: Sequence[int], size: int) -> "_ByArea":
        """Return the figures and counts of a group by area."""
        factor = group.indicator.factor
        values, numerators, denominators = ([nan] * size for _ in range(3))
        for row in group.rows:
            if not figures.fault[row]:
                index, numerator, denominator = (
                    area[row],
                    figures.numerator[row],
                    figures.denominator[row],
                )
                values[index] = figures.rate[row]
                if denominator > 0:
                    numerators[index], denominators[index] = numerator, denominator
        return cls(nan if factor is None else factor, values, numerators, denominators)

    def average_of_some(
        self, members: Sequence[int], codes: Sequence[str], left_out: Container[int] = ()
    ) -> tuple[Any, ...]:
        """Return the averages of areas some of which have no figure or no counts.

        Args:
            members: Indexes of the areas.
            codes: Code of each area.
            left_out: Areas whose figure may not be compared.

        Returns:
            Mean, number of areas and codes of missing areas; the same for the pooled figure.
        """
        values, numerators = self.values, self.numerators
        with_value = [
            area
            for area in members
            if values[area] == values[area] and area not in left_out  # not NaN
        ]
        counted = (
            [area for area in with_value if numerators[area] == numerators[area]]
            if self.factor == self.factor  # not NaN
            else []
        )
        share = pooled(
            [numerators[area] for area in counted], [self.denominators[area] for area in counted]
        )
        return (
            mean([values[area] for area in with_value]),
            len(with_value),
            _others(members, with_value, codes),
            None if share is None else share * self.factor,
            len(counted),
            _others(members, counted, codes),
        )


def _others(
    members: Sequence[int], counted: Sequence[int], codes: Sequence[str]
) -> tuple[str, ...]:
    """Return the codes of the members that are not counted."""
    if len(counted) == len(members):
        return ()
    present = set(counted)
    return tuple(codes[area] for area in members if area not in present)


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
    table, codes = TableBuilder(AreaAverage), _AreaIndexes(figures.areas)
    members_of_sets = {
        comparator: [
            [
                codes.index_of(member)
                for member in by_area.get(code, by_area.get(None, ()))
                if member != code
            ]
            for code in figures.areas
        ]
        for comparator, by_area in sets.items()
    }
    figures_of_groups = [
        (group, _ByArea.of(figures, group, area, len(codes.codes)))
        for group in groups
        if not group.indicator.is_count
    ]
    for comparator, members in members_of_sets.items():
        pick = [_picker(indexes) for indexes in members]
        for group, values in figures_of_groups:
            areas = [area[row] for row in group.rows if members[area[row]]]
            table.add(
                comparator=[comparator] * len(areas),
                indicator=[group.indicator.id] * len(areas),
                area=[figures.areas[index] for index in areas],
                period=[group.period] * len(areas),
                **_columns(
                    values,
                    areas,
                    members,
                    pick,
                    codes.codes,
                    _left_out(figures, group, area, footing),
                ),
            )
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
    members: Sequence[Sequence[int]],
    pick: Sequence[_Picker],
    codes: Sequence[str],
    left_out: Mapping[int, Container[int]],
) -> dict[str, list[Any]]:
    """Return the averages of some areas as columns."""
    values, numerators, denominators, factor = (
        by_area.values,
        by_area.numerators,
        by_area.denominators,
        by_area.factor,
    )
    means: list[float | None] = [mean(pick[index](values)) for index in areas]
    pooled_figures: list[float | None] = [
        (pooled(pick[index](numerators), pick[index](denominators)) or 0.0) * factor
        for index in areas
    ]
    counts = [len(members[index]) for index in areas]
    counted = counts[:]
    missing: list[tuple[str, ...]] = [()] * len(areas)
    uncounted = missing[:]
    # Nearly always all members have figures; NaN, which differs from itself, shows where one has none.
    incomplete = (
        range(len(areas))
        if left_out
        else [
            place
            for place, (own, share) in enumerate(zip(means, pooled_figures, strict=True))
            if own != own or share != share  # noqa: PLR0124
        ]
    )
    for place in incomplete:
        index = areas[place]
        (
            means[place], counts[place], missing[place],
            pooled_figures[place], counted[place], uncounted[place],
        ) = by_area.average_of_some(members[index], codes, left_out.get(index, ()))  # fmt: skip
    return {
        "mean": means,
        "areas": counts,
        "missing": missing,
        "pooled": pooled_figures,
        "counted": counted,
        "uncounted": uncounted,
    }


def _picker(members: Sequence[int]) -> _Picker:
    """Return a function that selects the values of several areas at once."""
    if len(members) > 1:
        return itemgetter(*members)
    return lambda values: [values[index] for index in members]
