"""The area of a row, by its codes: names are never keys."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from sendframe.plugins import ObservedArea, area_register

from .csv_table import CsvTable
from .row_account import RowAccount

__all__ = ["AreaColumns", "area_of_number", "is_called", "is_code", "requested_codes"]

_GSS = re.compile("[EWSNKJLM][0-9]{8}|ZZ[0-9]{7}")
_WORD = re.compile("[a-z]+")
_COMMON = {"and", "of", "the", "upon", "city", "county", "london", "north", "south", "east", "west"}
_KINDS = {"national": "country", "regional": "region", "local authority": "local-authority"}
_CODES = {
    "national": ("country_code", "country_name"),
    "regional": ("region_code", "region_name"),
    "local authority": ("new_la_code", "la_name"),
}


@cache
def area_of_number(number: str) -> ObservedArea | None:
    """Return the local authority of a DfE number, under its present code; None for no known one.

    Examples:
        >>> area_of_number("884").code, area_of_number("000")
        ('E06000019', None)
    """
    found = area_register().area(number)
    if found is None:
        return None
    return ObservedArea(code=found.code, name=found.name, kind=found.kind)


def is_code(text: str) -> bool:
    """Say whether a text has the form of a GSS code, or of a fictional one.

    Examples:
        >>> is_code("E06000019"), is_code("ZZ0000001"), is_code("884")
        (True, True, False)
    """
    return _GSS.fullmatch(text) is not None


def is_called(area: ObservedArea, name: str) -> bool:
    """Say whether a row's name can be that of the area its number means.

    Names are no keys, but a number under another area's name is a slip that would give one area
    the figures of another. One word in common is enough; marks of footnotes do not count.

    Examples:
        >>> northamptonshire = area_of_number("892")  # which is Nottingham's number
        >>> is_called(northamptonshire, "Northamptonshire7"), is_called(northamptonshire, "NOTTINGHAM")
        (False, True)
    """
    known, said = _words(area.name), _words(name)
    return known == said or bool(known & said - _COMMON)


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold()))


@cache
def area_of_code(code: str, name: str, kind: str) -> ObservedArea:
    """Return an area by a GSS code: under its present one, where the code was changed."""
    found = area_register().area(code)
    if found is None:
        return ObservedArea(code=code, name=name, kind=kind)
    return ObservedArea(code=found.code, name=found.name, kind=found.kind)


def requested_codes(areas: Iterable[str], account: RowAccount) -> frozenset[str]:
    """Return the codes of areas that were asked for by GSS code or DfE number.

    A number of no known area is reported; a code that the register does not hold may be in the
    file.
    """
    codes = set()
    for text in areas:
        area = area_of_number(text)
        if area is None and not is_code(text):
            help_ = "Name it by its GSS code or its DfE number; `sendframe areas list` has them."
            account.report("dfe.area", "the option 'areas' names no known area", help_)
        codes.add(text if area is None else area.code)
    return frozenset(codes)


@attrs.frozen(eq=False)
class AreaColumns:
    """Where the area of a row stands.

    Attributes:
        level: Column of ``geographic_level``.
        codes: Columns of code and name, by level.
    """

    level: int
    codes: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, table: CsvTable) -> "AreaColumns":
        """Find them; levels whose columns are not there are not read."""
        codes = {}
        for level, names in _CODES.items():
            places = [table.places(name) for name in names]
            if all(places):
                codes[level] = (places[0][0], places[1][0])
        return cls(table.places("geographic_level")[0], codes)

    @property
    def places(self) -> list[int]:
        """Where level, codes and names stand, in the order of ``codes``."""
        return [self.level, *(place for pair in self.codes.values() for place in pair)]

    def area(self, cells: Sequence[str]) -> ObservedArea | str | None:
        """Return the area that cells name, or why it is not read; None where its code is none."""
        level = cells[0].strip().casefold()
        if level not in self.codes:
            return "its geographic level is not read"
        place = 1 + 2 * list(self.codes).index(level)
        code, name = cells[place].strip(), cells[place + 1].strip()
        if not _GSS.fullmatch(code) or not name:
            return None
        return area_of_code(code, name, _KINDS[level])
