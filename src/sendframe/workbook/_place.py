"""Which row of the documents a row of a sheet is, and where a new one is put."""

from collections import defaultdict
from functools import cache
from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location, Related
from sendframe.model import Document, short_repr

from ._cells import canonical
from ._columns import FILE, ID, PARENT, Column, columns_of
from ._edit import made_id, set_value
from ._grid import CellValue, cell_name
from ._names import TITLES, CellProblem, words_of
from ._owner import Owners
from ._read_sheet import ReadSheet
from ._rows import Book, Row, array_at, parent_kinds
from ._sheets import BELONGS_TO, ValueClass
from ._tables import Exported, digest

__all__ = ["Line", "Places"]

_FIXED = (ID, FILE, PARENT)
_MANY = ("links", "lines", "texts", "people", "differences")
_LONGEST = 300  # characters of a message, which may quote a cell


@attrs.define(eq=False)
class Line:
    """A row of a sheet of a workbook.

    Attributes:
        read: The sheet.
        number: The number of the row, from 0.
        cells: Its cells.
        file: The workbook.
        row: The row of the documents that it is; None where it could not be placed.
        hashes: What stood in its cells when it was exported, by path; None where that is unknown.
        is_new: Whether it was not in the documents before.
    """

    __repr__ = short_repr

    read: ReadSheet
    number: int
    cells: tuple[CellValue, ...]
    file: str
    row: Row | None = None
    hashes: dict[str, str] | None = None
    is_new: bool = False

    def place(self, column: Column | None = None) -> Location:
        """Return the location of a cell, or of the first cell of the row."""
        first = min(self.read.columns)
        number = first if column is None else self.read.numbers.get(column.path, first)
        return Location(self.file, sheet=self.read.grid.name, cell=cell_name(self.number, number))

    def cell(self, path: tuple[str, ...]) -> CellValue:
        """Return what stands in the column of a path; None where there is nothing."""
        number = self.read.numbers.get(path)
        return None if number is None or number >= len(self.cells) else self.cells[number]

    def column(self, path: tuple[str, ...]) -> Column | None:
        """Return the column of a path; None where the sheet has none."""
        number = self.read.numbers.get(path)
        return None if number is None else self.read.columns[number]

    def problem(self, column: Column | None, problem: CellProblem) -> Diagnostic:
        """Return the diagnostic of a cell that cannot be read."""
        message = problem.problem
        return Diagnostic(
            problem.code,
            message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…",
            self.place(column),
            help=problem.help,
            suggestion=problem.suggestion,
        )


@attrs.define(eq=False)
class Places:
    """Finds the rows of the documents, and makes new ones.

    Attributes:
        book: The rows of the documents.
        exported: What the workbook held when it was exported.
        taken: All ids.
        left_out: Cells that are not read, as sheet and cell.
        owners: Finds what rows are part of.
        problems: What is wrong.
    """

    __repr__ = short_repr

    book: Book
    exported: Exported
    taken: set[str]
    left_out: frozenset[tuple[str | None, str | None]]
    owners: Owners
    problems: list[Diagnostic] = attrs.Factory(list)
    _seen: dict[tuple[str, str, str], Line] = attrs.Factory(dict)
    _placed: set[int] = attrs.Factory(set)
    _siblings: dict[int, list[Row]] = attrs.Factory(dict)
    _by_cells: dict[str, dict[tuple[str, ...], list[Row]]] = attrs.Factory(dict)
    _by_title: dict[str, dict[str, list[Row]]] = attrs.Factory(dict)

    def lines_of(self, read: ReadSheet, file: str) -> list[Line]:
        """Return the rows of a sheet, those with a key first placed, then the others."""
        name = read.sheet.name
        lines = [Line(read, number, cells, file) for number, cells in read.lines()]
        if self.owners.new.beginnings.is_begun:
            left_out = self.exported.left_out
            lines = [ln for ln in lines if (name, canonical(ln.cell(ID)).strip()) not in left_out]
        rows = self.book.rows[name]
        self._by_title[name] = _grouped((_title(words_of(row.value)), row) for row in rows)
        keys = [canonical(line.cell(ID)).strip() for line in lines]
        for line, key in zip(lines, keys, strict=True):
            if key:
                self._by_its_key(line, key)
        for line, key in zip(lines, keys, strict=True):
            if not key:
                self._without_key(line)
        return lines

    def _by_its_key(self, line: Line, key: str) -> None:
        name = line.read.sheet.name
        file = canonical(line.cell(FILE)).strip() or self.exported.file_of(name, key)
        rows = self.owners.rows(name, key)
        if file and len(rows) > 1:
            rows = [row for row in rows if row.file == file] or rows
        before = self._seen.setdefault((name, key, file), line)
        if before is not line or len(rows) > 1:
            message = f"two rows have the id '{key}'"
            column = line.column(ID)
            heading = columns_of(line.read.sheet.cls)[-2].heading
            help_ = f"Empty '{heading}' of the row that is a copy, or write the File of each."
            related = (Related(before.place(before.column(ID)), "the other is here"),)
            self.problems.append(
                Diagnostic(
                    "SFR202",
                    message,
                    line.place(column),
                    help=help_,
                    related=related if before is not line else (),
                )
            )
            return
        recorded = self.exported.rows.get(name, {})
        line.hashes = recorded.get(
            (key, file), recorded.get((key, self.exported.file_of(name, key)))
        )
        if rows:
            line.row = self._same(line, rows[0])
            self._placed.add(id(line.row))
        elif line.hashes is None:
            self._add(line, key)
        else:
            self._removed(line, line.hashes)

    def _removed(self, line: Line, hashes: dict[str, str]) -> None:
        """Tell of a row that the documents no longer have; a clash where it was changed here.

        A part without an id may have moved: then it is the one with its cells.
        """
        place = canonical(line.cell(ID)).strip().rpartition("/")[0]
        line.row = self._with_cells(line, place) if place else None
        if line.row is not None:
            return
        is_changed = any(
            digest(canonical(line.cell(column.path))) != hashes.get(column.name, "")
            for column in line.read.columns.values()
            if column.path not in _FIXED
        )
        told = "it was removed from the documents since the workbook was made"
        self.problems.append(
            Diagnostic(
                "SFR423" if is_changed else "SFR422",
                f"{told}, and changed here" if is_changed else told,
                line.place(),
                "error" if is_changed else "note",
                help="Delete the row here; to add it again, empty its Id or Row.",
            )
        )

    def _same(self, line: Line, row: Row) -> Row:
        """Return the row of a thing without id: the one at its place, or that which has its cells.

        Others may have added, removed or moved rows since it was exported.
        """
        if "id" in row.value or line.hashes is None or row.array is None:
            return row
        wanted = sum(map(bool, map(line.hashes.get, _names_of_cells(row.cls))))
        own = self._equal_cells(line, row)
        moved = None if own == wanted else self._with_cells(line, row.key.rpartition("/")[0])
        if own == wanted or moved is not None:
            return moved or row
        if not self._siblings:
            for _, each in self.book.all_rows():
                self._siblings.setdefault(id(each.array), []).append(each)
        counts = [(self._equal_cells(line, each), each) for each in self._siblings[id(row.array)]]
        best = max(count for count, _ in counts)
        return row if own == best else next(each for count, each in counts if count == best)

    def _with_cells(self, line: Line, place: str) -> Row | None:
        """Return the row that has all cells of another: at its place, or the only one anywhere."""
        sheet, names = line.read.sheet, _names_of_cells(line.read.sheet.cls)
        if sheet.name not in self._by_cells:
            by_cells = self._by_cells[sheet.name] = defaultdict(list)
            columns = [c for c in columns_of(sheet.cls) if c.path not in _FIXED]
            for row in self.book.rows[sheet.name]:
                cells = (digest(canonical(self.book.cell(column, row))) for column in columns)
                by_cells[tuple(cells)].append(row)
        hashes = line.hashes or {}
        rows = self._by_cells[sheet.name][tuple(hashes.get(name, "") for name in names)]
        near = [row for row in rows if row.key.rpartition("/")[0] == place]
        return next(iter(near or (rows if len(rows) == 1 else ())), None)

    def _equal_cells(self, line: Line, row: Row) -> int:
        hashes = line.hashes or {}
        return sum(
            digest(canonical(self.book.cell(column, row))) == hashes[column.name]
            for column in columns_of(row.cls)
            if column.path not in _FIXED and hashes.get(column.name)
        )

    def _without_key(self, line: Line) -> None:
        """Place a row by the words of its title, or as a new one."""
        name = line.read.sheet.name
        first = columns_of(line.read.sheet.cls)[0]
        has_id = "id" in attrs.fields_dict(line.read.sheet.cls)
        title = _title(canonical(line.cell(first.path)))
        if has_id and title and first.reading in ("text", "line"):
            owner = self._owner_key(line)
            rows = [
                row
                for row in self._by_title[name].get(title, [])
                if id(row) not in self._placed and owner in (None, getattr(row.owner, "key", None))
            ]
            if len(rows) == 1:
                line.row = rows[0]
                self._placed.add(id(line.row))
                return
        self._add(line, "")

    def _owner_key(self, line: Line) -> str | None:
        parent = line.cell(PARENT)
        if parent is None:
            return None
        try:
            return self.book.names.read(parent_kinds(line.read.sheet.cls), canonical(parent))
        except CellProblem:
            return None

    def _add(self, line: Line, key: str) -> None:
        """Make a new row where the cells say that it belongs."""
        if self.left_out:
            places = [line.place(column) for column in line.read.columns.values()]
            if any((place.sheet, place.cell) in self.left_out for place in places):
                return
        empty = [
            column
            for column in columns_of(line.read.sheet.cls)
            if column.required and line.cell(column.path) is None
        ]
        missing = [
            column
            for column in empty
            if not self.owners.new.beginnings.is_begun or column.reading not in _MANY
        ]
        if missing:
            for column in missing:
                message = f"a new row needs '{column.heading}'"
                lacking = CellProblem(message, "Fill it in, or empty the row.", "SFR102")
                self.problems.append(line.problem(column, lacking))
            return
        try:
            line.row = self._new_row(line, key)
        except CellProblem as problem:
            path = FILE if problem.code == "SFR428" else PARENT
            self.problems.append(line.problem(line.column(path), problem))
            return
        sheet = line.read.sheet
        for column in empty:
            set_value(line.row.value, column, [], None)
        line.is_new = True
        words = self._words(line)
        for kind in filter(None, (sheet.cls.kind_of_thing, f"={sheet.name}")):
            self.book.names.add(kind, line.row.key, words)
        if sheet.cls.__name__ in BELONGS_TO:
            self.book.ends[line.row.key] = line.row
        self.owners.add(sheet.name, line.row)

    def _new_row(self, line: Line, key: str) -> Row:
        """Return the row of a new value, which is added to what it is part of.

        Raises:
            CellProblem: The cells do not say where it belongs.
        """
        sheet = line.read.sheet
        is_document = issubclass(sheet.cls, Document)
        file = canonical(line.cell(FILE)).strip()
        owner: Row | None = None
        path: tuple[str, ...] = ()
        if not is_document:
            parent = canonical(line.cell(PARENT)).strip()
            owner, path = self.owners.of_new(sheet.cls, parent, file)
        value: dict[str, Any] = {}
        if "id" in attrs.fields_dict(sheet.cls):
            value["id"] = key or made_id(self._words(line), self.taken)
            self.taken.add(value["id"])
        if owner is None:
            return self.owners.new.for_row(sheet.cls, value["id"], file)
        array = array_at(owner.value, path)
        array.append(value)
        return Row.part_of(owner, path, sheet, array, len(array) - 1)

    def _words(self, line: Line) -> str:
        """Return the words that a new row will be known by, as `words_of` finds those of another."""
        for name in TITLES:
            words = line.cell((name,)) or line.cell((name, "default"))
            if words is not None:
                return " ".join(canonical(words).split())
        columns = columns_of(line.read.sheet.cls)
        needed = (canonical(line.cell(column.path)) for column in columns if column.required)
        return ", ".join(" ".join(cell.split()) for cell in needed if cell)


@cache
def _names_of_cells(cls: ValueClass) -> tuple[str, ...]:
    """Return the columns that say something of a row, by name."""
    return tuple(column.name for column in columns_of(cls) if column.path not in _FIXED)


def _title(words: str) -> str:
    return " ".join(words.split()).casefold()


def _grouped(pairs: Any) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return groups
