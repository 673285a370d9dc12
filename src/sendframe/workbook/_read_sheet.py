"""One sheet of a workbook: where its headings are, and which column each is."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from sendframe.errors import Diagnostic, Location
from sendframe.model import short_repr
from sendframe.validation import did_you_mean

from ._cells import canonical
from ._columns import Column, columns_of
from ._grid import CellValue, Grid, cell_name
from ._sheets import LISTS, RECORD, SHEETS, START, Sheet
from ._tables import Exported, column_by_name, kept_column

__all__ = ["ReadSheet", "read_sheets"]

_FIRST_ROWS = 20
_VARIANT = re.compile(r"(.+) \(([A-Za-z0-9][A-Za-z0-9._-]*)\)")


@attrs.frozen
class ReadSheet:
    """A sheet of a workbook with its columns.

    Attributes:
        sheet: What it is.
        grid: Its cells.
        header: The number of its row of headings, from 0.
        columns: The columns that are read, by their number.
        numbers: The number of each column, by its path.
    """

    __repr__ = short_repr

    sheet: Sheet
    grid: Grid
    header: int
    columns: Mapping[int, Column]
    numbers: Mapping[tuple[str, ...], int] = attrs.field(init=False)

    @numbers.default
    def _numbers(self) -> dict[tuple[str, ...], int]:
        return {column.path: number for number, column in self.columns.items()}

    def lines(self) -> Iterator[tuple[int, tuple[CellValue, ...]]]:
        """Yield the number and the cells of each row below the headings that is not empty."""
        for number in range(self.header + 1, len(self.grid.rows)):
            cells = self.grid.rows[number]
            if any(column < len(cells) and cells[column] is not None for column in self.columns):
                yield number, cells


def read_sheets(
    grids: Sequence[Grid], exported: Exported, file: str, keep: Collection[str]
) -> tuple[list[ReadSheet], list[Diagnostic]]:
    """Return the sheets that are read, in their own order, and what is not read.

    Args:
        grids: The sheets of a workbook.
        exported: What it held when it was exported.
        file: Its name in the report.
        keep: Headings of authors' own columns that are kept.
    """
    known = {sheet.name.casefold(): sheet for sheet in SHEETS}
    found: dict[str, ReadSheet] = {}
    told: list[Diagnostic] = []
    for grid in grids:
        if grid.name in (START, LISTS, RECORD) or not grid.rows:
            continue
        sheet = known.get(grid.name.strip().casefold())
        place = Location(file, sheet=grid.name)
        if sheet is None or sheet.name in found:
            cells = sum(cell is not None for row in grid.rows for cell in row)
            told.append(
                Diagnostic(
                    "SFR421",
                    f"the sheet '{grid.name}' is not known: {_cells_not_read(cells)}",
                    place,
                    "warning",
                    suggestion=did_you_mean(grid.name, [each.name for each in SHEETS]),
                )
            )
            continue
        read = _read_sheet(sheet, grid, exported.columns.get(sheet.name, {}), keep)
        if read is None:
            message = "no row holds the headings of this sheet: nothing of it was read"
            help_ = "Write the headings in one row, as `sendframe workbook layout` lists them."
            told.append(Diagnostic("SFR421", message, place, "warning", help=help_))
            continue
        found[sheet.name] = read
        told += _unread_columns(read, file)
        told += _formulas(grid, file)
    return [found[sheet.name] for sheet in SHEETS if sheet.name in found], told


def _read_sheet(
    sheet: Sheet, grid: Grid, named: Mapping[str, str], keep: Collection[str]
) -> ReadSheet | None:
    """Return a sheet with the columns of the row that has most of its headings."""
    columns = columns_of(sheet.cls)
    by_heading = {column.heading.casefold(): column for column in columns}
    by_name = {column.name: column for column in columns}

    def column_of(cell: CellValue) -> Column | None:
        heading = canonical(cell).rstrip("* ").strip()
        path = named.get(heading)
        column = column_by_name(by_name, path) if path else None
        column = column or by_heading.get(heading.casefold())
        variant = _VARIANT.fullmatch(heading)
        if column is None and variant:
            text = by_heading.get(variant[1].casefold())
            column = text.of_variant(variant[2]) if text and text.reading == "text" else None
        return kept_column(heading) if column is None and heading in keep else column

    best: tuple[int, int, dict[int, Column]] = (0, 0, {})
    for number, row in enumerate(grid.rows[:_FIRST_ROWS]):
        found: dict[int, Column] = {}
        for place, cell in enumerate(row):
            column = column_of(cell) if isinstance(cell, str) else None
            if column is not None and column.path not in {each.path for each in found.values()}:
                found[place] = column
        if len(found) > best[0]:
            best = (len(found), number, found)
    needed = min(2, len(columns))
    return ReadSheet(sheet, grid, best[1], best[2]) if best[0] >= needed else None


def _unread_columns(read: ReadSheet, file: str) -> Iterator[Diagnostic]:
    """Yield a warning for each column with cells that is not known."""
    rows = read.grid.rows
    headings = [column.heading for column in columns_of(read.sheet.cls)]
    for place in range(max(map(len, rows[read.header :]))):
        cells = [row[place] for row in rows[read.header + 1 :] if place < len(row)]
        count = sum(cell is not None for cell in cells)
        if place in read.columns or not count:
            continue
        header = rows[read.header]
        heading = canonical(header[place]).strip() if place < len(header) else ""
        name = f"the column '{heading}' is not known" if heading else "a column has no heading"
        yield Diagnostic(
            "SFR421",
            f"{name}: {_cells_not_read(count)}",
            Location(file, sheet=read.grid.name, cell=cell_name(read.header, place)),
            "warning",
            help="Correct the heading; --keep-column takes in a column of your own.",
            suggestion=did_you_mean(heading, headings),
        )


def _cells_not_read(count: int) -> str:
    return "1 cell was not read" if count == 1 else f"{count:,} cells were not read"


def _formulas(grid: Grid, file: str) -> Iterator[Diagnostic]:
    if grid.formulas:
        count = len(grid.formulas)
        yield Diagnostic(
            "SFR424",
            f"{count:,} cell{' holds a formula' if count == 1 else 's hold formulas'}: the last "
            "result was read",
            Location(file, sheet=grid.name, cell=grid.formulas[0]),
            "note",
        )
