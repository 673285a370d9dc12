"""The columns of one file, found by a mapping: which cells of a row make which figure."""

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

import attrs

from sendframe.plugins import FrozenMap, MappedFigure, MappedFile, Quantity

from .sheet import Row, Sheet
from .tally import Tally

__all__ = ["Columns", "Figure", "columns_of", "recognised"]

CODE = "dfe.column"


def recognised(sheet: Sheet, files: Sequence[MappedFile]) -> MappedFile | None:
    """Return the file of a release that a table is; None where it is none of them."""
    header = {each.casefold() for each in sheet.header}
    found = [each for each in files if set(map(str.casefold, each.recognised_by)) <= header]
    return max(found, key=lambda each: len(each.recognised_by), default=None)


@attrs.frozen(eq=False)
class Figure:
    """One figure of each row: where its numbers stand.

    Attributes:
        indicator: The indicator.
        value: Columns of the published figure, which are added; None where it is worked out.
        numerator: Columns of what was counted.
        denominator: Columns of what it is counted of.
        factor: What numerator divided by denominator is multiplied by.
        dimensions: What part of the whole it is about.
    """

    indicator: str
    value: tuple[int, ...] | None
    numerator: tuple[int, ...] | None
    denominator: tuple[int, ...] | None
    factor: float | None
    dimensions: FrozenMap[str]


@attrs.frozen(eq=False)
class Columns:
    """Where the cells of a row stand.

    Attributes:
        sheet: The table.
        figures: The figures of each row.
        twice: Columns that are read and stand twice: their cells must agree.
    """

    sheet: Sheet
    figures: tuple[Figure, ...]
    twice: tuple[tuple[int, ...], ...]

    def disagreeing(self, row: Row) -> Iterator[str]:
        """Yield the columns that stand twice in the header and differ in a row."""
        for places in self.twice:
            if len({row.cells[each].strip() for each in places}) > 1:
                yield self.sheet.header[places[0]]

    def named(self, places: Sequence[int]) -> str:
        """Return the name of the first of some columns, as the file writes it."""
        return self.sheet.header[places[0]]


def columns_of(
    sheet: Sheet, file: MappedFile, wanted: Callable[[str], bool], tally: Tally
) -> Columns:
    """Find the columns of a file; what is not there is told, and nothing is made up for it.

    Args:
        sheet: The table.
        file: What its columns hold.
        wanted: Says whether an indicator is asked for.
        tally: Where what is missing is told.
    """
    finder = _Finder(sheet, tally)
    found = [finder.figure(each) for each in file.figures if wanted(each.indicator)]
    kept = tuple(each for each in found if each is not None)
    used = {place for each in kept for place in _places(each)}
    for name in sorted({name.casefold() for name in sheet.header if name}):
        if len(sheet.places(name)) > 1 and not used & set(sheet.places(name)):
            message = f"the header names '{name[:80]}' twice; nothing is read from it"
            tally.tell(CODE, message, "Nothing has to be done.", severity="note")
    groups = (tuple(sheet.places(sheet.header[place])) for place in sorted(used))
    twice = dict.fromkeys(each for each in groups if len(each) > 1)
    return Columns(sheet, kept, tuple(twice))


def _places(figure: Figure) -> Iterator[int]:
    for each in (figure.value, figure.numerator, figure.denominator):
        yield from each or ()


@attrs.frozen(eq=False)
class _Finder:
    sheet: Sheet
    tally: Tally

    def figure(self, mapped: MappedFigure) -> Figure | None:
        """Return where a figure stands; None where the file does not hold it."""
        value, top, bottom = (
            self._quantity(each) for each in (mapped.value, mapped.numerator, mapped.denominator)
        )
        counted = top is not None and bottom is not None and mapped.factor is not None
        if value is None and not counted:
            if not mapped.optional:
                self._tell_missing(mapped)
            return None
        found = (value, top, bottom)
        asked = (mapped.value, mapped.numerator, mapped.denominator)
        for quantity, places in zip(asked, found, strict=True):
            if quantity is not None and places is None and not mapped.optional:
                self._tell_lacking(mapped, quantity)
        return Figure(
            indicator=mapped.indicator,
            value=value,
            numerator=top,
            denominator=bottom,
            factor=mapped.factor,
            dimensions=mapped.dimensions,
        )

    def _quantity(self, quantity: Quantity | None) -> tuple[int, ...] | None:
        if quantity is None:
            return None
        for name in quantity.column:
            places = self.sheet.places(name)
            if places:
                return (places[0],)
        parts = [self.sheet.places(name) for name in quantity.sum_of]
        return tuple(each[0] for each in parts) if parts and all(parts) else None

    def _tell_lacking(self, mapped: MappedFigure, quantity: Quantity) -> None:
        """Tell a column that is not there though the figure can be read without it."""
        name = (*quantity.column, *quantity.sum_of)[0]
        near = get_close_matches(name, self.sheet.header, 1, 0.85)
        self.tally.tell(
            CODE,
            f"the file has no column '{name}': {mapped.indicator} is read without it",
            "Name the column in the mapping as the file does.",
            severity="warning",
            suggestion=near[0] if near else None,
        )

    def _tell_missing(self, mapped: MappedFigure) -> None:
        asked = [mapped.value, mapped.numerator, mapped.denominator]
        names = [name for each in asked if each for name in (*each.column, *each.sum_of)]
        lacking = [name for name in names if not self.sheet.places(name)]
        near = get_close_matches(lacking[0], self.sheet.header, 1, 0.85) if lacking else []
        self.tally.tell(
            CODE,
            f"the file has no column '{lacking[0]}', so {mapped.indicator} is not read",
            "Nothing, if this release does not hold it; else name its column in a mapping.",
            severity="note",
            suggestion=near[0] if near else None,
        )
