"""A small portfolio as a workbook in memory, to be edited as people do and read back."""

import itertools
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from sendframe.documents import read_documents, write_files
from sendframe.workbook import (
    SHEETS,
    Book,
    CellValue,
    Grid,
    Options,
    ReadWorkbook,
    SheetTable,
    columns_of,
    csv_files,
    read_into,
    tables_of,
)
from sendframe.workbook._tables import record_rows

__all__ = [
    "STARTER",
    "Plan",
    "book_of",
    "copy_of",
    "csv_files",
    "read_in_each_order",
    "tables",
    "told",
]

STARTER = Path(__file__).parents[3] / "src" / "sendframe" / "api" / "starter"
ACTION = "Set up one team that writes all new EHC plans"
MEASURE = {"Measure": "Fewer complaints.", "Target in words": "Fewer each year"}


def copy_of(folder: Path, target: Path) -> Path:
    """Copy a portfolio, and return the copy."""
    shutil.copytree(folder, target)
    return target


def book_of(folder: Path) -> Book:
    """Return the rows of a portfolio."""
    documents = read_documents(folder)
    assert documents.is_sound, documents.diagnostics
    return Book.of(documents, {path: raw.raw for path, raw in documents.documents.items()})


def tables(folder: Path, *wanted: str) -> tuple[SheetTable, ...]:
    """Return the sheets of a portfolio."""
    return tables_of(book_of(folder), wanted)


@attrs.define
class Plan:
    """A workbook in memory.

    Attributes:
        sheets: The rows of each sheet, its headings first.
        name: Its name.
    """

    sheets: dict[str, list[list[CellValue]]]
    name: str = "plan.xlsx"

    @classmethod
    def of(cls, folder: Path, *wanted: str, record: bool = True) -> "Plan":
        """Export a portfolio."""
        book = book_of(folder)
        made = tables_of(book, wanted)
        sheets: dict[str, list[list[CellValue]]] = {}
        for table in made:
            headings = [f"{each.heading}{'*' if each.required else ''}" for each in table.columns]
            sheets[table.sheet.name] = [[*headings], *([*cells] for _, cells in table.rows)]
        if record:
            sheets["_sendframe"] = [[*row] for row in record_rows(made, book)]
        return cls(sheets)

    @classmethod
    def empty(cls, *names: str) -> "Plan":
        """Return a workbook that nothing was exported into, with the headings of some sheets."""
        known = {sheet.name: sheet for sheet in SHEETS}
        return cls({name: [[c.heading for c in columns_of(known[name].cls)]] for name in names})

    def place(self, sheet: str, heading: str) -> int:
        """Return the number of a column."""
        headings = [str(each).rstrip("*") for each in self.sheets[sheet][0]]
        return headings.index(heading)

    def get(self, sheet: str, row: int, heading: str) -> CellValue:
        """Return a cell; rows are counted from 1 below the headings."""
        return self.sheets[sheet][row][self.place(sheet, heading)]

    def set(self, sheet: str, row: int, heading: str, value: CellValue) -> None:
        """Write a cell."""
        self.sheets[sheet][row][self.place(sheet, heading)] = value

    def add(self, sheet: str, cells: Mapping[str, CellValue]) -> int:
        """Add a row, and return its number."""
        row: list[CellValue] = [None] * len(self.sheets[sheet][0])
        for heading, value in cells.items():
            row[self.place(sheet, heading)] = value
        self.sheets[sheet].append(row)
        return len(self.sheets[sheet]) - 1

    def grids(self) -> tuple[Grid, ...]:
        """Return it as it is read."""
        return tuple(
            Grid(name, tuple(map(tuple, rows)), is_hidden=name == "_sendframe")
            for name, rows in self.sheets.items()
        )

    def read(
        self, folder: Path, *, write: bool = True, except_faulty: bool = False, **options: Any
    ) -> ReadWorkbook:
        """Read it into a folder, and write what it changes."""
        result = read_into(
            folder, self.grids(), self.name, Options(**options), except_faulty=except_faulty
        )
        if write:
            write_files(folder, result.files)
        return result


def told(result: ReadWorkbook) -> list[tuple[str, str, str]]:
    """Return severity, code and cell of each diagnostic."""
    return [
        (each.severity, each.code, f"{each.location.sheet}!{each.location.cell}")
        for each in result.diagnostics
    ]


def document(folder: Path, name: str) -> Any:
    """Return a document of a folder."""
    return json.loads((folder / name).read_text(encoding="utf-8"))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def read_in_each_order(copies: Sequence["Plan"], start: Path, parent: Path) -> Path:
    """Read copies of a workbook in each order, assert one result, and return a folder with it."""
    results = set()
    for number, order in enumerate(itertools.permutations(copies)):
        folder = copy_of(start, parent / str(number))
        for plan in order:
            assert not [d for d in plan.read(folder).diagnostics if d.severity == "error"]
        results.add(tuple(contents(folder).items()))
    assert len(results) == 1
    return folder
