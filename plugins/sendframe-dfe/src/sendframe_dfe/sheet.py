"""A file of comma-separated values, row by row: what is read of it, and what is wrong with it."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import attrs

from sendframe.plugins import Diagnostic, Location, ReaderSource

__all__ = ["MOST_BYTES", "Broken", "Row", "Sheet", "broken", "opened_sheet"]

MOST_BYTES = 1_000_000_000
"""No release has a larger file; one that does is cut to the rows that are needed."""

LONGEST_LINE = 1_000_000
HEAD_ROWS = 50
"""So many rows may stand above the header, such as a title."""

CODE = "dfe.file"
_WORKBOOK = b"PK\x03\x04"


@attrs.frozen
class Broken(Exception):
    """A file that cannot be read as a table.

    Attributes:
        diagnostic: What is wrong, and where.
    """

    diagnostic: Diagnostic


@attrs.frozen(eq=False)
class Row:
    """A row of the file.

    Attributes:
        number: Its number, from 1, as a spreadsheet counts: headings included.
        line: The line of the file in which it begins.
        cells: What stands in it.
    """

    number: int
    line: int
    cells: Sequence[str]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(map(str.strip, self.cells))


@attrs.frozen(eq=False)
class Sheet:
    """A table with its header.

    Attributes:
        name: Name of the file.
        header: The header; its cells without spaces around them.
        above: How many rows stand above the header.
        rows: The rows below it.
    """

    name: str
    header: tuple[str, ...]
    above: int
    rows: Iterator[Row]

    def places(self, name: str) -> list[int]:
        """Return where columns of a name stand, whatever the case of the letters."""
        wanted = name.casefold()
        return [place for place, each in enumerate(self.header) if each.casefold() == wanted]


def broken(name: str, message: str, help_: str, line: int | None = None) -> Broken:
    """Return an exception that says what is wrong with a file."""
    where = Location(name, "", line, None if line is None else 1)
    return Broken(Diagnostic(CODE, message, where, help=help_))


def opened_sheet(source: ReaderSource, needed: Sequence[Sequence[str]]) -> Sheet:
    """Return the table of a file.

    Args:
        source: The file.
        needed: Sets of columns: the header is the first row that holds all of one set. Rows above
            it are a title.

    Raises:
        Broken: There is no such table. Reading its rows may raise it too.
    """
    if source.size > MOST_BYTES:
        message = f"the file has {source.size:,} bytes, and {MOST_BYTES:,} are read at most"
        raise broken(source.name, message, "Keep only the rows that you need.")
    if source.stream.read(len(_WORKBOOK)) == _WORKBOOK:
        help_ = "Save the sheet that you need as CSV UTF-8, and name that file."
        raise broken(source.name, "the file is a workbook, not a table in CSV", help_)
    source.stream.seek(0)
    rows = _rows(source)
    wanted = [frozenset(map(str.casefold, each)) for each in needed]
    first: Row | None = None
    for row in rows:
        first = first or (None if row.is_blank else row)
        cells = {cell.strip().casefold() for cell in row.cells}
        if any(each <= cells for each in wanted):
            header = tuple(cell.strip() for cell in row.cells)
            return Sheet(source.name, header, row.number - 1, rows)
        if row.number == HEAD_ROWS:
            break
    raise _no_header(source.name, first, wanted)


def _no_header(name: str, first: Row | None, wanted: Sequence[frozenset[str]]) -> Broken:
    if first is None:
        return broken(name, "the file is empty", "Download it again.", 1)
    seen = {cell.strip().casefold() for cell in first.cells}
    best = max(wanted, key=lambda each: (len(each & seen), sorted(each)))
    lacking = ", ".join(sorted(best - seen)[:8])
    message = f"no row of the first {HEAD_ROWS} is the header of a table that this reader knows"
    if best & seen:
        message += f"; the first lacks {lacking}"
    return broken(name, message, "Look whether it is the right file for this reader.", first.line)


def _rows(source: ReaderSource) -> Iterator[Row]:
    """Yield the rows; memory is bounded whatever the file holds."""
    text = io.TextIOWrapper(source.stream, encoding="utf-8-sig", newline="")
    try:
        reader = csv.reader(_lines(text, source.name), strict=True)
        begins = 1
        for number, cells in enumerate(reader, 1):
            yield Row(number, begins, cells)
            begins = reader.line_num + 1
    except UnicodeDecodeError as error:
        raise _not_utf8(source.stream, source.name) from error
    except csv.Error as error:
        message = f"the file is not CSV: {error}"
        help_ = "It may have been cut off: download it again."
        raise broken(source.name, message, help_, reader.line_num) from error
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper, name: str) -> Iterator[str]:
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            message = f"a line has more than {LONGEST_LINE:,} characters"
            raise broken(name, message, "Look whether it is a table at all.", number)
        if "\0" in line:
            help_ = "Save it as CSV UTF-8; it may be in UTF-16, or a workbook."
            raise broken(name, "the file holds a NUL character", help_, number)
        yield line


def _not_utf8(stream: BinaryIO, name: str) -> Broken:
    """Return where the first byte stands that is not UTF-8."""
    stream.seek(0)
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        try:
            line.decode()
        except UnicodeDecodeError:
            break
    help_ = "Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."
    return broken(name, "the file is not UTF-8", help_, number)
