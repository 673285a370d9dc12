"""A table that people keep by hand, as the sheets of a workbook of ours.

Each cell of these sheets is remembered with the cell that it comes from. The sheets are then merged
as any other workbook, so that ids, references, dates and conflicts are treated alike.
"""

import fnmatch
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from sendframe.errors import Diagnostic, Location
from sendframe.model import (
    Measure,
    MeasureMilestone,
    Observation,
    TableColumn,
    WorkbookMapping,
    short_repr,
)

from ._columns import FILE, ID, PARENT, columns_of
from ._days import UnreadableDate, read_period, read_when
from ._grid import CellError, CellValue, Grid, cell_name
from ._known_rows import KnownRows
from ._sheets import START, ValueClass, sheet_of
from ._table_headings import filled, fits, plain

__all__ = ["MappedTables", "mapped_tables"]

_WORDS = re.compile(r"[^0-9]+")
_NO_VALUE = frozenset(("tbc", "tba", "tbd", "to be confirmed", "n/a", "na", "none", "-", "–", "—"))

_MEASURE: dict[str, tuple[str, ...]] = {
    "measure": ("statement", "default"),
    "indicator": ("indicators",),
    "baseline": ("baseline", "value"),
    "baseline_words": ("baseline", "statement", "default"),
    "baseline_period": ("baseline", "period"),
    "target": ("target", "level"),
    "target_words": ("target", "statement", "default"),
    "target_due": ("target", "due"),
    "of": PARENT,
    "row": ID,
}
_MILESTONE: dict[str, tuple[str, ...]] = {
    "of": PARENT,
    "when": ("due",),
    "milestone": ("level",),
    "milestone_words": ("statement", "default"),
    "row": ID,
}
_FIGURE: dict[str, tuple[str, ...]] = {
    "indicator": ("indicator",),
    "area": ("area",),
    "when": ("period",),
    "figure": ("value",),
    "status": ("status",),
    "release": ("release",),
    "row": ID,
    "file": FILE,
}
"""The columns of our sheets, by what is put into them."""

_OF_MAPPING = ("area", "status", "release", "file", "of", "row")
_Place = tuple[CellValue, Location]


@attrs.frozen
class MappedTables:
    """Tables as sheets of ours.

    Attributes:
        grids: The sheets.
        origins: Where each of their cells comes from, by sheet and cell.
        of_mapping: The cells that the mapping fills in, and no cell of the tables.
        diagnostics: What is wrong, and what was not read.
    """

    __repr__ = short_repr

    grids: tuple[Grid, ...]
    origins: Mapping[tuple[str, str], Location]
    of_mapping: frozenset[tuple[str, str]]
    diagnostics: tuple[Diagnostic, ...]


def mapped_tables(
    grids: Sequence[Grid], mapping: WorkbookMapping, known: KnownRows, file: str
) -> MappedTables:
    """Return the measures and figures of some tables as sheets of ours.

    Args:
        grids: The tables.
        mapping: Where the measures and figures are in them.
        known: What the documents hold already.
        file: The name of the file in the report.
    """
    reading = _Reading(mapping, known, file)
    chosen = [grid for grid in grids if _is_chosen(grid.name, mapping.sheets)]
    for grid in chosen:
        reading.read(grid)
    if not reading.rows[Measure] and not reading.diagnostics:
        headings = ", ".join(mapping.recognised_by)
        message = f"no row of {len(chosen)} sheets of {len(grids)} has the headings {headings}"
        help_ = 'Correct "recognised_by" or "sheets" of the mapping.'
        reading.diagnostics.append(Diagnostic("SFR421", message, Location(file), help=help_))
    return reading.result()


def _is_chosen(name: str, patterns: Sequence[str]) -> bool:
    folded = name.casefold()
    return not patterns or any(fnmatch.fnmatchcase(folded, p.casefold()) for p in patterns)


@attrs.frozen
class _Column:
    """A column of a table, as its headings say.

    Attributes:
        holds: What its cells are.
        when: The date in its heading; None where it has none.
        place: Its heading.
    """

    holds: str
    when: str | None
    place: Location


@attrs.define(eq=False)
class _Reading:
    """Reads tables into rows of our sheets."""

    mapping: WorkbookMapping
    known: KnownRows
    file: str
    diagnostics: list[Diagnostic] = attrs.Factory(list)
    rows: dict[ValueClass, list[dict[str, _Place]]] = attrs.field(
        factory=lambda: {Measure: [], MeasureMilestone: [], Observation: []}
    )
    _unknown: dict[str, tuple[Location, int]] = attrs.Factory(dict)
    _known_headings: dict[str, tuple[TableColumn, str | None] | None] = attrs.Factory(dict)

    def read(self, grid: Grid) -> None:
        """Read one table."""
        rows = filled(grid, self.file)
        columns: dict[int, _Column] = {}
        number = 0
        while number < len(rows):
            if self._is_header(rows[number]):
                columns = dict(self._columns(grid.name, rows, number))
                number += self.mapping.heading_rows
                continue
            if columns and not self._is_skipped(rows[number]):
                self._row(grid.name, number, grid.rows[number], columns)
            number += 1
        for heading, (place, count) in self._unknown.items():
            cells = "1 cell was" if count == 1 else f"{count:,} cells were"
            message = f"the mapping has no column '{heading}': {cells} not read"
            help_ = 'Add it to "columns" of the mapping, as "left_out" where it is not needed.'
            self.diagnostics.append(Diagnostic("SFR421", message, place, "warning", help=help_))
        self._unknown.clear()

    def _at(self, sheet: str, row: int, column: int) -> Location:
        return Location(self.file, sheet=sheet, cell=cell_name(row, column))

    def _is_header(self, row: Sequence[CellValue]) -> bool:
        words = [plain(cell) for cell in row if isinstance(cell, str)]
        return all(any(fits(name, word) for word in words) for name in self.mapping.recognised_by)

    def _is_skipped(self, row: Sequence[CellValue]) -> bool:
        first = next((plain(cell) for cell in row if cell is not None), None)
        return first is None or any(fits(name, first) for name in self.mapping.skipped_rows)

    def _columns(
        self, sheet: str, rows: Sequence[Sequence[CellValue]], number: int
    ) -> Iterator[tuple[int, _Column]]:
        """Yield what each column is, by its number."""
        block = rows[number : number + self.mapping.heading_rows]
        for place in range(max(map(len, block))):
            words = (plain(row[place]) if place < len(row) else "" for row in block)
            heading = " / ".join(dict.fromkeys(filter(None, words)))
            at = self._at(sheet, number, place)
            found = self._column(heading)
            if found is None:
                yield place, _Column("", heading, at)
                continue
            column, when = found
            if when is not None and not self._is_date(column.holds, when, at):
                continue
            yield place, _Column(column.holds, when, at)

    def _column(self, heading: str) -> tuple[TableColumn, str | None] | None:
        if heading not in self._known_headings:
            pairs = ((each, fits(each.heading, heading)) for each in self.mapping.columns)
            found = ((each, match.groupdict().get("when")) for each, match in pairs if match)
            self._known_headings[heading] = next(found, None) if heading else None
        return self._known_headings[heading]

    def _is_date(self, holds: str, when: str, at: Location) -> bool:
        """Return whether the date of a heading can be read; report it otherwise."""
        read = read_period if holds in ("figure", "baseline") else read_when
        try:
            read(when, self.mapping.years or "ask")
        except UnreadableDate as error:
            self.diagnostics.append(Diagnostic("SFR403", error.problem, at, help=error.help))
            return False
        return True

    def _row(
        self, sheet: str, number: int, cells: Sequence[CellValue], columns: Mapping[int, _Column]
    ) -> None:
        """Read one row of the body of a table."""
        measure: dict[str, _Place] = {}
        dated: list[tuple[_Column, CellValue, Location]] = []
        for place, column in columns.items():
            cell = cells[place] if place < len(cells) else None
            if cell is None or column.holds == "left_out":
                continue
            at = self._at(sheet, number, place)
            if not column.holds:
                _, count = self._unknown.get(column.when or "", (column.place, 0))
                self._unknown[column.when or ""] = (column.place, count + 1)
            elif column.holds in ("milestone", "figure"):
                dated.append((column, cell, at))
            else:
                self._of_measure(measure, column, cell, at)
        if not measure and not dated:
            return
        if "measure" not in measure:
            first = next(iter(measure.values()), None) or dated[0][1:]
            message = "no measure stands in this row"
            help_ = 'Write it, or leave the row out with "skipped_rows" of the mapping.'
            self.diagnostics.append(Diagnostic("SFR102", message, first[1], help=help_))
            return
        at = measure["measure"][1]
        words = self.known.statement(plain(measure["measure"][0]))
        measure["measure"] = (words, at)
        measure["of"] = (self.mapping.plan, at)
        measure["row"] = (self.known.key(words), at)
        self.rows[Measure].append(measure)
        for column, cell, at in dated:
            when = (column.when, column.place)
            if column.holds == "milestone":
                due = read_when(column.when, self.mapping.years or "ask")
                key = self.known.milestone(words, due)
                row = {"of": measure["row"], "when": when, "row": (key, at)}
                row[self._name("milestone", cell)] = (cell, at)
                self.rows[MeasureMilestone].append(row)
            else:
                self._figure(measure, words, when, (cell, at))

    def _of_measure(
        self, measure: dict[str, _Place], column: _Column, cell: CellValue, at: Location
    ) -> None:
        measure[self._name(column.holds, cell)] = (cell, at)
        date = {"baseline": "baseline_period", "target": "target_due"}.get(column.holds)
        if date is not None and column.when is not None:
            measure[date] = (column.when, column.place)

    def _name(self, holds: str, cell: CellValue) -> str:
        """Return what a level is put into: the column for words where it has no digit."""
        is_level = holds in ("baseline", "target", "milestone")
        is_words = (
            isinstance(cell, str)
            and _WORDS.fullmatch(cell) is not None
            and plain(cell).casefold() not in _NO_VALUE
        )
        return f"{holds}_words" if is_level and is_words else holds

    def _figure(
        self, measure: dict[str, _Place], words: str, when: tuple[str | None, Location], of: _Place
    ) -> None:
        """Add a figure of the indicator that the row names, or that the measure has."""
        cell, at = of
        indicator = measure.get("indicator") or (self.known.indicator(words), at)
        if indicator[0] is None:
            message = "no indicator is known for this figure, so it was not read"
            help_ = 'Name one under "indicators" of the measure, or in a column of the table.'
            self.diagnostics.append(Diagnostic("SFR421", message, at, "warning", help=help_))
            return
        period = read_period(when[0], self.mapping.years or "ask")
        key = self.known.figure(plain(indicator[0]), period)
        self.rows[Observation].append(
            {
                "indicator": indicator,
                "area": (self.known.area, at),
                "when": when,
                "figure": (cell if isinstance(cell, (int, float, CellError)) else plain(cell), at),
                "status": (self.mapping.status, at),
                "release": (self.mapping.release, at),
                "row": (key, at),
                "file": (self.known.figures_file, at),
            }
        )

    def result(self) -> MappedTables:
        """Return the rows as sheets."""
        origins: dict[tuple[str, str], Location] = {}
        of_mapping: set[tuple[str, str]] = set()
        years = self.mapping.years or "ask"
        grids = [Grid(START, (("Years written 2024/25 are", years),))]
        for cls, paths in (
            (Measure, _MEASURE),
            (MeasureMilestone, _MILESTONE),
            (Observation, _FIGURE),
        ):
            sheet = sheet_of(cls)
            rows = self.rows[cls]
            used = [
                name for name in paths if any(row.get(name, (None,))[0] is not None for row in rows)
            ]
            if sheet is None or not rows:
                continue
            headings = {column.path: column.heading for column in columns_of(cls)}
            lines: list[tuple[CellValue, ...]] = [tuple(headings[paths[name]] for name in used)]
            for number, row in enumerate(rows, 1):
                for column, name in enumerate(used):
                    place = row.get(name) or next(iter(row.values()))
                    cell = sheet.name, cell_name(number, column)
                    origins[cell] = place[1]
                    if name in _OF_MAPPING:
                        of_mapping.add(cell)
                lines.append(tuple(row[name][0] if name in row else None for name in used))
            grids.append(Grid(sheet.name, tuple(lines)))
        return MappedTables(tuple(grids), origins, frozenset(of_mapping), tuple(self.diagnostics))
