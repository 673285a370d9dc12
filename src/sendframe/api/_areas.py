"""Combine the packaged registers of areas and neighbours with those of documents."""

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
    """Return the registers of some documents, and the packaged one last."""
    return (
        *(document for document in documents if isinstance(document, AreaRegister)),
        area_register(),
    )


def neighbour_lists_of(documents: Iterable[Document], edition: str) -> tuple[NeighbourList, ...]:
    """Return the neighbour lists of one edition: those of some documents, then the packaged one.

    Raises:
        UnknownName: There is no list of this edition.
    """
    own = [document for document in documents if isinstance(document, NeighbourList)]
    lists = tuple(neighbour_list for neighbour_list in own if neighbour_list.edition == edition)
    if lists and edition not in NEIGHBOUR_EDITIONS:
        return lists
    return (*lists, neighbour_list(edition))


def with_present_codes(table: Observations, documents: Iterable[Document] = ()) -> Observations:
    """Return figures that can be looked up by present and former codes of their areas.

    Args:
        table: The figures; their own former codes take precedence.
        documents: Documents; registers of areas among them take precedence over the packaged
            one.
    """
    codes: dict[str, str] = {}
    for register in reversed(registers_of(documents)):
        codes.update(register.present_codes())
    return attrs.evolve(table, present_codes=FrozenMap(codes | dict(table.present_codes)))


def comparators(
    code: str, *, edition: str = LATEST_EDITION, method: Method = "mean"
) -> tuple[ComparatorSet, ...]:
    """Return the usual comparator sets of an area in England: England, its region, neighbours.

    Args:
        code: Its GSS code, present or former, or its number at the Department for Education.
        edition: The edition of the statistical neighbours.
        method: How the figures of the neighbours are combined.

    Returns:
        Comparator sets for ``portfolio.json``.

    Raises:
        UnknownArea: There is no such area.
        UnknownName: There is no such edition.
        NoNeighbours: The edition has none for the area.

    Examples:
        >>> [set_.id for set_ in comparators("884")]
        ['england', 'west-midlands', 'neighbours-2025']
    """
    register = area_register()
    area = find_area(code, (register,))
    near = neighbour_set(area, neighbour_list(edition), method)
    wider = (country_set(register), region_set(area, register))
    return (*(set_ for set_ in wider if set_ is not None), near)
