"""The sheets as CSV files, for programs and for who has no Excel."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sendframe.documents import read_bytes
from sendframe.errors import Diagnostic, InvalidDocument, Location

from ._cells import canonical
from ._grid import Grid
from ._rows import Book
from ._sheets import RECORD
from ._start_sheet import SETTINGS
from ._tables import SheetTable, record_rows

__all__ = ["csv_files", "read_csv_grids"]

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9.]+(?:e[+-]?[0-9]+)?")
_LARGEST = 50_000_000
_MOST_FILES = 200
_START = "Start here"


def csv_files(tables: Sequence[SheetTable], book: Book, mark: str) -> dict[str, bytes]:
    """Return each sheet as a CSV file in UTF-8, by name, with the record of what was exported.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    start = [(name, words[0] if words else mark) for name, words in SETTINGS.items()]
    files = {f"{_START}.csv": _csv(start)}
    for table in tables:
        headings = [f"{each.heading}{'*' if each.required else ''}" for each in table.columns]
        rows = ([_guarded(canonical(cell)) for cell in cells] for _, cells in table.rows)
        files[f"{table.sheet.name}.csv"] = _csv([headings, *rows])
    files[f"{RECORD}.csv"] = _csv(record_rows(tables, book))
    return files


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def read_csv_grids(folder: Path) -> tuple[Grid, ...]:
    """Read the CSV files of a folder as sheets, each named for its file.

    Where the headings have more semicolons than commas between them, as Excel saves a file in some
    countries, the cells are separated by semicolons.

    Raises:
        InvalidDocument: One cannot be read.
    """
    names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".csv")
    if not names or len(names) > _MOST_FILES:
        message = f"the folder has {len(names)} CSV files; a workbook has 1 to {_MOST_FILES}"
        raise InvalidDocument((Diagnostic("SFR420", message, Location(folder.as_posix())),))
    return tuple(Grid(Path(name).stem, tuple(_rows(folder / name))) for name in names)


def _rows(path: Path) -> Iterator[tuple[str | None, ...]]:
    shown = path.as_posix()
    data, problems = read_bytes(path, shown=shown, limit=_LARGEST)
    if problems:
        raise InvalidDocument(problems)
    try:
        text = data.decode("utf-8-sig")
        first = text[: text.find("\n")]
        delimiter = ";" if first.count(";") > first.count(",") else ","
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            cells = [_unguarded(cell) or None for cell in row]
            while cells and cells[-1] is None:
                cells.pop()
            yield tuple(cells)
    except (UnicodeDecodeError, csv.Error) as error:
        message, help_ = "the file is no CSV file in UTF-8", "Save it as CSV UTF-8."
        raise InvalidDocument(
            (Diagnostic("SFR401", message, Location(shown), help=help_),)
        ) from error
