"""Sheets as tables of cells, and the record of what was exported."""

import base64
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from sendframe.documents import MANIFEST
from sendframe.errors import UnknownName
from sendframe.model import short_repr

from ._cells import canonical
from ._columns import ID, Column, columns_of
from ._document_frame import frame_rows, frames_of, judgement_rows
from ._grid import CellValue, Grid
from ._rows import Book, Row
from ._sheets import RECORD, SHEETS, Sheet
from ._without_cell import Without, has_place, without_cell

__all__ = [
    "KEPT",
    "Exported",
    "SheetTable",
    "digest",
    "exported_in",
    "kept_column",
    "record_rows",
    "tables_of",
]

VERSION = "1"
KEPT = ("extensions", "workbook")
"""Where a column of the author's own is kept in a row's value."""

_NOTHING = "-"


@attrs.frozen
class SheetTable:
    """A sheet with its rows.

    Attributes:
        sheet: The sheet.
        columns: Its columns.
        rows: Key and file of each row, and its cells.
    """

    __repr__ = short_repr

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[tuple[Row, tuple[CellValue, ...]], ...]


@attrs.define(eq=False)
class Exported:
    """What a workbook held when it was exported.

    Attributes:
        portfolio: The id of the portfolio; empty for a workbook that was not exported.
        sheets: The sheets.
        columns: The path of each heading, by sheet.
        rows: The hash of each cell by path, by key and file of the row, by sheet; an empty one for
            an empty cell.
        frames: What it remembers of each document, as text, by path.
        judgements: The id of each judgement, by that of its entry.
        left_out: Sheet and key of each row that is more than its cells say.
        without: What it has no cell for.
        files: The documents that have a row with a key, by sheet and key.
    """

    __repr__ = short_repr

    portfolio: str = ""
    sheets: list[str] = attrs.Factory(list)
    columns: dict[str, dict[str, str]] = attrs.Factory(dict)
    rows: dict[str, dict[tuple[str, str], dict[str, str]]] = attrs.Factory(dict)
    frames: dict[str, bytes] = attrs.Factory(dict)
    judgements: dict[str, str] = attrs.Factory(dict)
    left_out: set[tuple[str, str]] = attrs.Factory(set)
    without: list[Without] = attrs.Factory(list)
    files: dict[tuple[str, str], list[str]] = attrs.Factory(dict)

    def add(self, sheet: str, key: str, file: str, cells: dict[str, str]) -> None:
        """Add a row."""
        self.rows.setdefault(sheet, {})[key, file] = cells
        self.files.setdefault((sheet, key), []).append(file)

    def for_new_documents(self) -> "Exported":
        """Return the same without rows, so that each is a new one in documents that have none."""
        return attrs.evolve(self, rows={}, files={})

    def file_of(self, sheet: str, key: str) -> str:
        """Return the file of the row with a key; empty where there is none, or several have it."""
        files = self.files.get((sheet, key), [])
        return files[0] if len(files) == 1 else ""


def digest(text: str) -> str:
    """Return the short hash of a cell: 48 bits, so that a change is missed once in 10^14."""
    raw = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(raw).decode() if text else ""


def kept_column(heading: str) -> Column:
    """Return the column of an author's own heading, which is kept under ``extensions``."""
    return Column(heading, (*KEPT, heading), "line", "A column of your own.")


def tables_of(book: Book, wanted: Collection[str] = ()) -> tuple[SheetTable, ...]:
    """Return the sheets of a folder.

    Args:
        book: The rows.
        wanted: The names of sheets; those that have rows unless given.

    Raises:
        UnknownName: There is no sheet of a name.
    """
    known = {sheet.name.casefold(): sheet for sheet in SHEETS}
    for name in wanted:
        if name.casefold() not in known:
            raise UnknownName("sheet", name, tuple(sheet.name for sheet in SHEETS))
    asked = {known[name.casefold()].name for name in wanted}
    return tuple(
        _table(book, sheet)
        for sheet in SHEETS
        if (sheet.name in asked if asked else book.rows[sheet.name])
    )


def _table(book: Book, sheet: Sheet) -> SheetTable:
    rows = book.rows[sheet.name]
    columns = tuple(_with_variants(columns_of(sheet.cls), rows))
    return SheetTable(
        sheet,
        columns,
        tuple((row, tuple(book.cell(column, row) for column in columns)) for row in rows),
    )


def _with_variants(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Column]:
    """Yield the columns with one for each variant in use, and the author's own before the last two."""
    for column in columns:
        if column.path == ID:
            own = dict.fromkeys(
                name for row in rows for name in row.value.get(KEPT[0], {}).get(KEPT[1], ())
            )
            yield from map(kept_column, sorted(own))
        yield column
        if column.reading == "text":
            yield from map(column.of_variant, sorted(_variants(column, rows)))


def _variants(column: Column, rows: Sequence[Row]) -> set[str]:
    names: set[str] = set()
    for row in rows:
        text = row.value
        for step in column.path[:-1]:
            text = text.get(step, {})
        names.update(text.get("variants", ()))
    return names


def record_rows(tables: Sequence[SheetTable], book: Book) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet: what stood in each cell, as short hashes, and the frames."""
    yield ("sendframe workbook", VERSION, book.documents[MANIFEST].value["id"])
    for table in tables:
        name = table.sheet.name
        for column in table.columns:
            yield ("column", name, column.name, column.heading)
        for row, cells in table.rows:
            hashes = (digest(canonical(cell)) or _NOTHING for cell in cells)
            yield ("row", name, row.key, row.file, " ".join(hashes))
            if not has_place(row):
                yield ("left out", name, row.key)
    names = [table.sheet.name for table in tables]
    frames = frames_of(book, names)
    yield from frame_rows(frames)
    yield from judgement_rows(book, names)
    for left in without_cell(book, {table.sheet.cls: table.columns for table in tables}, frames):
        yield ("without cell", *map(str, attrs.astuple(left)))


def exported_in(grids: Sequence[Grid]) -> Exported:
    """Return what a workbook says that it held when it was exported."""
    exported = Exported()
    grid = next((grid for grid in grids if grid.name == RECORD), None)
    rows = [tuple(map(canonical, row)) for row in grid.rows] if grid else []
    if not rows or rows[0][:2] != ("sendframe workbook", VERSION):
        return exported
    exported.portfolio = rows[0][2] if rows[0][2:] else ""
    paths: dict[str, list[str]] = {}
    for row in rows[1:]:
        match row:
            case ("column", name, path, heading):
                if name not in paths:
                    exported.sheets.append(name)
                paths.setdefault(name, []).append(path)
                exported.columns.setdefault(name, {})[heading] = path
            case ("row", name, key, file, hashes):
                each = ("" if hash_ == _NOTHING else hash_ for hash_ in hashes.split(" "))
                cells = dict(zip(paths.get(name, ()), each, strict=False))
                exported.add(name, key, file, cells)
            case ("document", path, *pieces):
                exported.frames[path] = "".join(pieces).encode()
            case ("judgement", key, id_):
                exported.judgements[key] = id_
            case ("left out", name, key):
                exported.left_out.add((name, key))
            case ("without cell", file, name, path, count) if count.isdecimal():
                exported.without.append(Without(file, name, path, int(count)))
            case _:
                continue
    return exported


def column_by_name(columns: Mapping[str, Column], name: str) -> Column | None:
    """Return the column that a record calls by a name, a variant or a column of one's own included."""
    if name in columns:
        return columns[name]
    head, _, variant = name.removesuffix(".text").rpartition(".variants.")
    text = columns.get(f"{head}.default")
    if text is not None and variant:
        return text.of_variant(variant)
    if name.startswith(f"{'.'.join(KEPT)}."):
        return kept_column(name[len(".".join(KEPT)) + 1 :])
    return None
