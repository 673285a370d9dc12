"""What is packaged about areas, brought together with what documents say of their own."""

from collections.abc import Iterable

import attrs

from sendframe.documents import NEIGHBOUR_EDITIONS, area_register, find_area, neighbour_list
from sendframe.evaluation import Method, country_set, neighbour_set, region_set
from sendframe.model import (
    AreaRegister,
    ComparatorSet,
    Document,
    FrozenMap,
    NeighbourList,
    Observations,
)

__all__ = [
    "LATEST_EDITION",
    "comparators",
    "neighbour_lists_of",
    "registers_of",
    "with_present_codes",
]

LATEST_EDITION = NEIGHBOUR_EDITIONS[-1]
"""The latest edition of the statistical neighbours that is packaged."""


def registers_of(documents: Iterable[Document]) -> tuple[AreaRegister, ...]:
    """Return the registers among some documents and the packaged one, which comes last."""
    return (
        *(document for document in documents if isinstance(document, AreaRegister)),
        area_register(),
    )


def neighbour_lists_of(documents: Iterable[Document], edition: str) -> tuple[NeighbourList, ...]:
    """Return the lists of one edition: those among some documents, then the packaged one.

    Raises:
        UnknownName: There is none of this edition.
    """
    own = [document for document in documents if isinstance(document, NeighbourList)]
    lists = tuple(neighbour_list for neighbour_list in own if neighbour_list.edition == edition)
    if lists and edition not in NEIGHBOUR_EDITIONS:
        return lists
    return (*lists, neighbour_list(edition))


def with_present_codes(table: Observations, documents: Iterable[Document] = ()) -> Observations:
    """Return figures that are found by the present and by the former codes of their areas.

    Args:
        table: The figures; what they know themselves of former codes counts first.
        documents: Documents among which there may be registers of areas; these count before the
            packaged one.
    """
    codes: dict[str, str] = {}
    for register in reversed(registers_of(documents)):
        codes.update(register.present_codes())
    return attrs.evolve(table, present_codes=FrozenMap(codes | dict(table.present_codes)))


def comparators(
    code: str, *, edition: str = LATEST_EDITION, method: Method = "mean"
) -> tuple[ComparatorSet, ...]:
    """Return what an area in England is usually compared with: England, its region, neighbours.

    Args:
        code: Its GSS code, present or former, or its number at the Department for Education.
        edition: The edition of the statistical neighbours.
        method: How the figures of the neighbours become one.

    Returns:
        Comparator sets for ``portfolio.json``.

    Raises:
        UnknownArea: There is no such area.
        UnknownName: There is no such edition.
        NoNeighbours: The edition has none for the area.

    Examples:
        >>> [each.id for each in comparators("884")]
        ['england', 'west-midlands', 'neighbours-2025']
    """
    register = area_register()
    area = find_area(code, (register,))
    near = neighbour_set(area, neighbour_list(edition), method)
    wider = (country_set(register), region_set(area, register))
    return (*(set_ for set_ in wider if set_ is not None), near)
