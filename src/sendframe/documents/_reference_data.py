"""The areas of England, their neighbours and the words of the field, packaged as data."""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sendframe.errors import UnknownArea, UnknownName
from sendframe.jsontext import parse
from sendframe.validation import did_you_mean

if TYPE_CHECKING:
    from sendframe.model import AreaRegister, Document, Glossary, NeighbourList, RegisteredArea

__all__ = ["NEIGHBOUR_EDITIONS", "area_register", "find_area", "neighbour_list", "send_terms"]

_PACKAGE = "sendframe_data"
NEIGHBOUR_EDITIONS = ("2021", "2025")
"""The packaged editions of the statistical neighbours, the oldest first."""

D = TypeVar("D", bound="Document")


@cache
def area_register() -> "AreaRegister":
    """Return the register of local authorities and regions of England; it is read once.

    Examples:
        >>> area_register().area("884").name
        'Herefordshire, County of'
        >>> area_register().area("E10000027").code  # Somerset, by the code it had until 2023
        'E06000066'

    Source:
        Department for Education: releases and list of local authorities; see ``sources`` of
        the register, which names the law of each reorganisation.
    """
    from sendframe.model import AreaRegister  # only when it is wanted

    return _read("areas.json", AreaRegister)


def find_area(code: str, registers: "Iterable[AreaRegister]") -> "RegisteredArea":
    """Return the area that a code belongs to.

    Args:
        code: A GSS code, present or former, or a number of the Department for Education.
        registers: The registers to search, in this order.

    Raises:
        UnknownArea: No register contains it. The error suggests the nearest code or name; a name
            itself is not a code.

    Examples:
        >>> find_area("884", [area_register()]).code
        'E06000019'
        >>> find_area("hereford shire", [area_register()])
        Traceback (most recent call last):
        sendframe.errors._exception.UnknownArea: ...; did you mean E06000019 (Herefordshire...)?
    """
    registers = tuple(registers)
    for register in registers:
        area = register.area(code)
        if area is not None:
            return area
    codes = {known: known for register in registers for known in register.known_codes()}
    for register in registers:
        for area in register.areas:
            if area.valid_to is None:
                codes |= {entry.name: area.code for entry in area.names}
    suggestion = did_you_mean(code, codes)
    if suggestion is None:
        raise UnknownArea(code)
    nearest = find_area(codes[suggestion], registers)
    raise UnknownArea(code, nearest.code, nearest.name)


@cache
def neighbour_list(edition: str) -> "NeighbourList":
    """Return one edition of the statistical neighbours; it is read once.

    Args:
        edition: "2021" or "2025".

    Raises:
        UnknownName: There is no such edition.

    Examples:
        >>> neighbour = neighbour_list("2025").of("E06000019")[0]
        >>> neighbour.area, neighbour.closeness
        ('E06000064', 'Very close')

    Source:
        Department for Education, statistical neighbours, April 2021 and May 2025.
    """
    from sendframe.model import NeighbourList  # only when it is wanted

    if edition not in NEIGHBOUR_EDITIONS:
        raise UnknownName("edition of neighbours", edition, NEIGHBOUR_EDITIONS)
    return _read(f"neighbours-{edition}.json", NeighbourList)


@cache
def send_terms() -> "Glossary":
    """Return the glossary of acronyms and words of the field; it is read once.

    Examples:
        >>> next(term.meaning.default for term in send_terms().terms if term.term == "ICB")
        'Integrated care board: ...'

    Source:
        The law and guidance in ``sources`` of the glossary, with the words that each explains.
    """
    from sendframe.model import Glossary  # only when it is wanted

    return _read("send-terms.json", Glossary)


def _read(name: str, cls: type[D]) -> D:
    """Return a packaged document; tests validate it, so that not every start has to."""
    from ._structure import structure  # needs the model

    raw, _ = parse(_path(name).read_bytes(), name)
    return structure(cls, raw)


def _path(name: str) -> Path:
    """Return the path of a packaged file; the package is found by name and never imported."""
    spec = find_spec(_PACKAGE)
    folders = [] if spec is None else spec.submodule_search_locations or []
    return next(Path(folder) / name for folder in folders)
