"""A file of comma-separated values: its header, its rows, and what makes it unreadable."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import BinaryIO, NamedTuple

import attrs

from sendframe.plugins import Diagnostic, Location, ReaderSource

__all__ = [
    "MOST_BYTES",
    "CsvTable",
    "Row",
    "UnreadableFile",
    "cells_at",
    "open_table",
    "unreadable",
]

MOST_BYTES = 1_000_000_000
"""No release has a larger file; one that does is cut to the rows that are needed."""

LONGEST_LINE = 1_000_000
HEAD_ROWS = 50
"""So many rows may stand above the header, such as a title."""

ROWS_AT_A_TIME = 1024
"""So many rows are read together, column by column."""

CODE = "dfe.file"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins: one of today, and one of before 2007."""

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


@attrs.frozen
class UnreadableFile(Exception):
    """A file that cannot be read as a table.

    Attributes:
        diagnostic: What is wrong, and where.
    """

    diagnostic: Diagnostic


class Row(NamedTuple):
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
class CsvTable:
    """A table with its header.

    Attributes:
        name: Name of the file.
        header: The header; its cells without spaces around them.
        rows: The rows below it.
    """

    name: str
    header: tuple[str, ...]
    rows: Iterator[Row]

    def chunks(self) -> Iterator[list[Row]]:
        """Yield the rows, some at a time.

        Raises:
            UnreadableFile: Further rows cannot be read; those above were yielded before.
        """
        rows: list[Row] = []
        fault: UnreadableFile | None = None
        try:
            for row in self.rows:
                rows.append(row)
                if len(rows) == ROWS_AT_A_TIME:
                    yield rows
                    rows = []
        except UnreadableFile as error:
            fault = error
        if rows:
            yield rows
        if fault is not None:
            raise fault

    def places(self, name: str) -> list[int]:
        """Return where columns of a name stand, whatever the case of the letters."""
        wanted = name.casefold()
        return [place for place, title in enumerate(self.header) if title.casefold() == wanted]


def cells_at(places: Sequence[int]) -> Callable[[Sequence[str]], Sequence[str]]:
    """Return a function that gives some of the cells of a row."""
    if not places:
        return lambda _: ()
    return itemgetter(*places) if len(places) > 1 else lambda cells: (cells[places[0]],)


def unreadable(name: str, message: str, help_: str, line: int | None = None) -> UnreadableFile:
    """Return an exception that says what is wrong with a file."""
    where = Location(name, "", line, None if line is None else 1)
    return UnreadableFile(Diagnostic(CODE, message, where, help=help_))


def open_table(source: ReaderSource, needed: Sequence[Sequence[str]]) -> CsvTable:
    """Return the table of a file.

    Args:
        source: The file.
        needed: Sets of columns: the header is the first row that holds all of one set. Rows above
            it are a title.

    Raises:
        UnreadableFile: There is no such table. Reading its rows may raise it too.
    """
    if source.size > MOST_BYTES:
        message = f"the file has {source.size:,} bytes, and {MOST_BYTES:,} are read at most"
        raise unreadable(source.name, message, "Keep only the rows that you need.")
    if source.stream.read(4) in _WORKBOOKS:
        help_ = "Save the sheet that you need as CSV UTF-8, and name that file."
        raise unreadable(source.name, "the file is a workbook, not a table in CSV", help_)
    source.stream.seek(0)
    rows = _rows(source)
    wanted = [frozenset(map(str.casefold, names)) for names in needed]
    first: Row | None = None
    for row in rows:
        first = first or (None if row.is_blank else row)
        cells = {cell.strip().casefold() for cell in row.cells}
        if any(names <= cells for names in wanted):
            header = tuple(cell.strip() for cell in row.cells)
            return CsvTable(source.name, header, rows)
        for separator, named in _SEPARATORS.items():
            parts = {
                part.strip(' "').casefold() for part in separator.join(row.cells).split(separator)
            }
            if any(names <= parts for names in wanted):
                message = f"the columns are separated by {named}, not by commas"
                help_ = "Save it as CSV UTF-8 (comma delimited)."
                raise unreadable(source.name, message, help_, row.line)
        if row.number == HEAD_ROWS:
            break
    raise _no_header(source.name, first, wanted)


def _no_header(name: str, first: Row | None, wanted: Sequence[frozenset[str]]) -> UnreadableFile:
    if first is None:
        return unreadable(name, "the file is empty", "Download it again.", 1)
    seen = {cell.strip().casefold() for cell in first.cells}
    best = max(wanted, key=lambda names: (len(names & seen), sorted(names)))
    lacking = ", ".join(sorted(best - seen)[:8])
    message = f"no row of the first {HEAD_ROWS} is the header of a table that this reader knows"
    if best & seen:
        message += f"; the first lacks {lacking}"
    return unreadable(
        name, message, "Look whether it is the right file for this reader.", first.line
    )


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
        message = (
            "the file is not CSV: a quotation mark that is opened in this row is not closed, or "
            f"stands inside a cell ({error})"
        )
        help_ = "Remove the mark, or close it; if the file was cut off, download it again."
        raise unreadable(source.name, message, help_, begins) from error
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper, name: str) -> Iterator[str]:
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            message = f"a line has more than {LONGEST_LINE:,} characters"
            raise unreadable(name, message, "Look whether it is a table at all.", number)
        if "\0" in line:
            help_ = "Save it as CSV UTF-8; it may be in UTF-16, or a workbook."
            raise unreadable(name, "the file holds a NUL character", help_, number)
        yield line


def _not_utf8(stream: BinaryIO, name: str) -> UnreadableFile:
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
    return unreadable(name, "the file is not UTF-8", help_, number)
