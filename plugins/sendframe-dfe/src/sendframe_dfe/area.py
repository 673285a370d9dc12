"""The area of a row, by its codes: names are never keys."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from sendframe.plugins import ObservedArea, area_register

from .csv_table import CsvTable
from .row_account import Rejection, RowAccount

__all__ = ["AreaColumns", "area_of_number", "is_called", "is_code", "requested_codes"]

_GSS = re.compile("[EWSNKJLM][0-9]{8}|ZZ[0-9]{7}")
_FICTIONAL = re.compile("ZZ[0-9]{7}")
_NUMBER = re.compile("[0-9]")
_WORD = re.compile("[a-z]+")
_COMMON = {"and", "of", "the", "upon", "city", "county", "london", "north", "south", "east", "west"}
_KINDS = {"national": "country", "regional": "region", "local authority": "local-authority"}
_KINDS_OF = {"region": ("region", "part-of-region")}
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
    known, given = _words(area.name), _words(name)
    if not given:
        return False
    return known <= given or given <= known or bool(known & given - _COMMON)


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold()))


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
        number: Column of the DfE number; None where the file has none.
    """

    level: int
    codes: dict[str, tuple[int, int]]
    number: int | None

    @classmethod
    def of(cls, table: CsvTable) -> "AreaColumns":
        """Find them; levels whose columns are not there are not read."""
        codes = {}
        for level, names in _CODES.items():
            places = [table.places(name) for name in names]
            if all(places):
                codes[level] = (places[0][0], places[1][0])
        number = next(iter(table.places("old_la_code")), None)
        return cls(table.places("geographic_level")[0], codes, number)

    @property
    def places(self) -> list[int]:
        """Where level, codes and names stand, in the order of ``codes``, and then the number."""
        pairs = (place for pair in self.codes.values() for place in pair)
        return [self.level, *pairs, *([] if self.number is None else [self.number])]

    def area(self, cells: Sequence[str]) -> ObservedArea | Rejection:
        """Return the area that cells name, or why it is not read."""
        level = cells[0].strip().casefold()
        if level not in self.codes:
            return Rejection(f"its geographic level is not read: {cells[0].strip()[:40]}")
        place = 1 + 2 * list(self.codes).index(level)
        code, name = (cell.strip()[:80] for cell in cells[place : place + 2])
        is_numbered = self.number is not None and level == "local authority"
        return _area(code, name, cells[-1].strip() if is_numbered else "", _KINDS[level])


def _area(code: str, name: str, number: str, kind: str) -> ObservedArea | Rejection:
    """Return the area that code, name and DfE number of a row mean together.

    It stands under its present code, where the code was changed.
    """
    if _FICTIONAL.fullmatch(code):
        return ObservedArea(code=code, name=name or code, kind=kind)
    numbered = area_of_number(number.removesuffix(".0")) if _NUMBER.match(number) else None
    found = area_register().area(code) if is_code(code) else None
    if found is None:
        if is_code(name):
            return _disagreeing(f"the GSS code stands as the name, and '{code}' as the code")
        return Rejection(f"its area is none that the register knows: {name or 'no name'} ({code})")
    area = ObservedArea(code=found.code, name=found.name, kind=found.kind)
    if found.kind not in _KINDS_OF.get(kind, (kind,)):
        return _disagreeing(f"the GSS code {code} is that of {found.name}, which is a {found.kind}")
    if name and not is_called(area, name):
        return _disagreeing(
            f"the GSS code {code} is that of {found.name}, and the name is '{name}'"
        )
    if _NUMBER.match(number) and numbered != area:
        of = "no known area" if numbered is None else numbered.name
        return _disagreeing(
            f"the GSS code {code} is that of {found.name}, and the DfE code {number[:20]} that of {of}"
        )
    return area


def _disagreeing(message: str) -> Rejection:
    help_ = "Columns may have been swapped: get the file again, or correct the row."
    return Rejection("its codes and its name are of several areas", "dfe.area", message, help_)
