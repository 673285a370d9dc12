"""The areas that each area is compared with: its neighbours, and the members of comparator sets."""

from collections.abc import Mapping, Sequence

from sendframe.errors import InvalidValue
from sendframe.figures import Comparators, Figures
from sendframe.model import ComparatorSet, Observations, Text

__all__ = ["Members", "comparator_members", "sets_by_area"]

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
