"""A table of figures as a data frame, one row for each figure."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from math import inf
from typing import Any

import attrs

from sendframe.errors import (
    Diagnostic,
    InvalidDocument,
    InvalidValue,
    Location,
    child_list_error,
    json_pointer,
)
from sendframe.frames import ColumnKind, FrameLibrary, is_missing, make_frame, read_frame

from ._checking import Checker, checker_of
from ._column import Coded
from ._column_check import column_of
from ._constraint import LARGEST_INTEGER
from ._dimension_column import dimension_of
from ._frozen import FrozenMap
from ._observation import LAST_ROW, Observation
from ._period import Period
from ._period_text import PERIOD_FORMS, parse_period
from ._value_frame import FrameColumns, period_columns

__all__ = ["FRAME_COLUMNS", "frame_of", "table_columns"]

FRAME_COLUMNS = {
    "indicator": True,
    "area": True,
    "period_kind": True,
    "period": True,
    "value": True,
    "symbol": False,
    "numerator": False,
    "denominator": False,
    "status": False,
    "release": False,
    "source_file": False,
    "source_row": False,
    "decimals": False,
    "origin_file": False,
    "origin_line": False,
    "origin_entry": False,
}
"""The columns of a frame of figures, and whether each must be there."""

_TEXTS = ("indicator", "area", "symbol", "status", "release", "source_file", "origin_file")
_NUMBERS = ("value", "numerator", "denominator")
_WHOLE = ("source_row", "decimals", "origin_line", "origin_entry")
_MOST_DECIMALS = 1019  # a number of a table has 20 digits and an exponent of three at most
_MOST_TOLD = 100
_MOST_LETTERS = 60


def frame_of(table: Mapping[str, Sequence[Any]], library: FrameLibrary) -> Any:
    """Return the columns of a table of figures as a frame; see `Observations.to_frame`."""
    columns: FrameColumns = {}
    dimensions = table["dimensions"]
    for name in FRAME_COLUMNS:
        if name == "period_kind":
            columns |= period_columns(table["period"])
            for dimension in sorted({key for parts in set(dimensions) for key in parts}):
                cells = [parts.get(dimension) for parts in dimensions]
                columns[f"dimension.{dimension}"] = "text", cells
        elif name != "period":
            columns[name] = _kind_of(name), table[name]
    return make_frame(columns, library)


def _kind_of(name: str) -> ColumnKind:
    return "text" if name in _TEXTS else "number" if name in _NUMBERS else "whole"


def table_columns(frame: Any, missing: str | None) -> dict[str, Any]:
    """Return the columns of a table of figures; see `Observations.from_frame`.

    Raises:
        InvalidDocument: Every problem of the frame, in the order of its rows and columns.
        InvalidValue: *missing* is no symbol.
    """
    for _, problem in _check_of("symbol")(missing):
        raise InvalidValue("Observations", "/symbol", problem)
    cells, problems = _named_cells(frame)
    if problems:
        raise InvalidDocument(tuple(problems))
    reading = _Reading(cells, len(cells["indicator"]))
    columns = reading.columns(missing)
    problems = reading.told()
    if problems:
        raise InvalidDocument(tuple(problems))
    return columns


def _named_cells(frame: Any) -> tuple[dict[str, list[Any]], list[Diagnostic]]:
    """Return the cells of each column by its name, and what is wrong with the names."""
    try:
        pairs = read_frame(frame)
    except ValueError:
        help_ = "Rename or drop one of them."
        return {}, [Diagnostic("SFR402", "two columns of the frame have one name", help=help_)]
    if refused := child_list_error(name for name, _ in pairs if isinstance(name, str)):
        return {}, [refused]
    problems: list[Diagnostic] = []
    cells: dict[str, list[Any]] = {}
    missing = [name for name, is_needed in FRAME_COLUMNS.items() if is_needed]
    missing = [name for name in missing if name not in dict(pairs)]
    for name, values in pairs:
        if isinstance(name, str) and (name in FRAME_COLUMNS or dimension_of(name)):
            cells[name] = values
            continue
        near = get_close_matches(str(name), missing or list(FRAME_COLUMNS), 1)
        missing = [other for other in missing if other not in near]
        problems.append(
            Diagnostic(
                "SFR402",
                f"the column {str(name)[:_MOST_LETTERS]!r} is not known",
                Location(None, json_pointer([str(name)])),
                help=f"Drop it, or rename it; columns are: {', '.join(FRAME_COLUMNS)}, dimension.NAME.",
                suggestion=next(iter(near), None),
            )
        )
    for name in missing:
        message, where = f"the column '{name}' is missing", Location(None, json_pointer([name]))
        problems.append(Diagnostic("SFR402", message, where, help=f"Add the column '{name}'."))
    return cells, problems


@attrs.define(eq=False)
class _Reading:
    """The rows of a frame while they are read, with every problem so far."""

    cells: dict[str, list[Any]]
    rows: int
    problems: list[tuple[int, int, Diagnostic]] = attrs.field(factory=list)

    def told(self) -> list[Diagnostic]:
        """Return the problems in the order of rows and columns; beyond a hundred their number."""
        ordered = [problem for _, _, problem in sorted(self.problems, key=lambda item: item[:2])]
        more = len(ordered) - _MOST_TOLD
        if more > 0:
            message = f"{more} more problems in this frame are not shown"
            ordered[_MOST_TOLD:] = [
                Diagnostic("SFR403", message, help="Correct the ones above first.")
            ]
        return ordered

    def add(  # noqa: PLR0913  # the parts of a diagnostic
        self,
        row: int,
        column: str,
        problem: str,
        help_: str,
        code: str = "SFR403",
        near: str | None = None,
    ) -> None:
        """Record a problem in a cell."""
        place = list(self.cells).index(column) if column in self.cells else len(self.cells)
        message = f"{problem} (row {row}, column '{column}')"
        where = Location(None, json_pointer([row, column]))
        self.problems.append(
            (row, place, Diagnostic(code, message, where, help=help_, suggestion=near))
        )

    def columns(self, missing: str | None) -> dict[str, Any]:
        """Return the columns of the table, which are of use only where there are no problems."""
        given: dict[str, Any] = {name: self._texts(name) for name in _TEXTS if name in self.cells}
        given |= {name: self._numbers(name) for name in _NUMBERS if name in self.cells}
        given |= {name: self._whole(name) for name in _WHOLE if name in self.cells}
        given["period"] = self._periods()
        given["dimensions"] = self._dimensions()
        given["symbol"] = self._symbols(given, missing)
        made = {name: column_of(name, column, self.rows) for name, column in given.items()}
        if not self.problems:
            self._find_duplicates(made)
        return made

    def _texts(self, name: str) -> Coded[str | None]:
        default = "final" if name == "status" else None
        column = Coded([default if is_missing(cell) else cell for cell in self.cells[name]])
        field = "source_file" if name == "origin_file" else name
        self._check(name, column, _check_of(field))
        return column

    def _check(self, name: str, column: Coded[Any], check: Checker) -> None:
        """Record each row whose text breaks a rule, checking each different text once."""
        bad = {
            code: problem
            for code, value in enumerate(column.values)
            for _, problem in islice(check(value), 1)
        }
        help_ = "Give text; read numbers that are ids or codes as text."
        for row, code in enumerate(column.buffer) if bad else ():
            if code in bad:
                empty = column.values[code] is None
                self.add(row, name, "the cell is empty" if empty else bad[code], help_)

    def _numbers(self, name: str) -> list[float | None]:
        check = _check_of(name)
        numbers: list[float | None] = []
        for row, cell in enumerate(self.cells[name]):
            number = None if is_missing(cell) else _as_float(cell)
            # The problem names the type or the range, never the number.
            problem = next((problem for _, problem in check(number)), None)
            if problem is not None:
                help_ = "Give a finite number, or leave the cell empty."
                self.add(row, name, problem, help_)
            numbers.append(number if type(number) is float and problem is None else None)
        return numbers

    def _whole(self, name: str) -> list[int | None]:
        numbers: list[int | None] = []
        least, most = (0, _MOST_DECIMALS) if name == "decimals" else (1, LAST_ROW)
        for row, cell in enumerate(self.cells[name]):
            number = None if is_missing(cell) else _whole_number(cell)
            if not is_missing(cell) and not (number is not None and least <= number <= most):
                problem = f"must be a whole number from {least} to {most}"
                self.add(row, name, problem, "Give a whole number, or leave the cell empty.")
                number = None
            numbers.append(number)
        return numbers

    def _periods(self) -> Coded[Period | None]:
        kinds, texts = self.cells["period_kind"], self.cells["period"]
        pairs = Coded(list(zip(kinds, map(_period_cell, kinds, texts), strict=True)))
        periods: list[Period | None] = []
        problems: dict[int, tuple[str, str, str, str | None]] = {}
        for code, (kind, text) in enumerate(pairs.values):
            if kind not in PERIOD_FORMS:
                near = get_close_matches(str(kind), PERIOD_FORMS, 1)
                help_ = f"Kinds are: {', '.join(PERIOD_FORMS)}."
                nearest = next(iter(near), None)
                problems[code] = "period_kind", "this is no kind of period", help_, nearest
                periods.append(None)
                continue
            try:
                periods.append(parse_period(kind, text))
            except ValueError as error:
                form = "not a period of this kind"
                problem = error.problem if isinstance(error, InvalidValue) else form
                help_ = f"A {kind} is written like {PERIOD_FORMS[kind]}."
                problems[code] = "period", problem, help_, None
                periods.append(None)
        for row, code in enumerate(pairs.buffer) if problems else ():
            if code in problems:
                column, problem, help_, nearest = problems[code]
                self.add(row, column, problem, help_, near=nearest)
        return Coded.of_codes(periods, pairs.buffer)

    def _dimensions(self) -> Coded[FrozenMap[str]]:
        names = {name: dimension_of(name) for name in self.cells}
        parts = {column: dimension for column, dimension in names.items() if dimension}
        if not parts:
            return Coded.of_one(FrozenMap(), self.rows)
        for column in parts:
            self._check(column, Coded(self._cells_or_none(column)), _check_of("source_file"))
        rows = Coded(list(zip(*map(self._cells_or_none, parts), strict=True)))
        maps = [
            FrozenMap(
                {
                    name: cell
                    for name, cell in zip(parts.values(), cells, strict=True)
                    if cell is not None
                }
            )
            for cells in rows.values
        ]
        return Coded(list(map(maps.__getitem__, rows.buffer)))

    def _cells_or_none(self, column: str) -> list[Any]:
        return [None if is_missing(cell) else cell for cell in self.cells[column]]

    def _symbols(self, given: dict[str, Any], missing: str | None) -> list[str | None]:
        """Return the symbols, and record rows that have both a figure and one, or neither."""
        symbols = list(given.get("symbol", Coded.of_one(None, self.rows)))
        bottoms = given.get("denominator", [None] * self.rows)
        values: Sequence[float | None] = given["value"]
        for row, (value, cell) in enumerate(zip(values, self.cells["value"], strict=True)):
            has_value = value is not None or not is_missing(cell)
            if not has_value and symbols[row] is None:
                symbols[row] = missing
                if missing is None:
                    help_ = "Give a symbol in the column 'symbol', or one for all with missing=."
                    self.add(
                        row, "value", "there is neither a figure nor a symbol", help_, "SFR404"
                    )
            elif has_value and symbols[row] is not None:
                help_ = "Keep the figure or the symbol."
                self.add(row, "symbol", "there is a figure and a symbol", help_, "SFR404")
            elif value is not None and bottoms[row] == 0:
                help_ = "Give the symbol in place of the figure."
                problem = "there is no rate where the denominator is 0"
                self.add(row, "value", problem, help_, "SFR406")
        return symbols

    def _find_duplicates(self, columns: dict[str, Any]) -> None:
        keys = [columns[name] for name in ("indicator", "area", "period", "dimensions")]
        keys.append(columns.get("release", Coded.of_one(None, self.rows)))
        seen: dict[tuple[int, ...], int] = {}
        for row, key in enumerate(zip(*(column.buffer for column in keys), strict=True)):
            first = seen.setdefault(key, row)
            if first != row:
                problem = f"the same figure stands in row {first}"
                self.add(row, "indicator", problem, "Keep one of the two.", "SFR405")


def _check_of(name: str) -> Checker:
    """Return the check of a field of a figure."""
    return checker_of(attrs.fields_dict(Observation)[name].type)


def _as_float(cell: object) -> object:
    """Return a whole number as a float, infinite where it is too large; other cells as they are."""
    if type(cell) is not int:
        return cell
    return float(cell) if abs(cell) <= LARGEST_INTEGER else inf


def _whole_number(cell: object) -> int | None:
    """Return a whole number, also one that is stored as a float; None for anything else."""
    if type(cell) is float and cell.is_integer():
        return int(cell)
    return cell if type(cell) is int else None


def _period_cell(kind: object, cell: Any) -> str:
    """Return the text of a period from its cell: years may be numbers, and days dates."""
    if kind in ("calendar_year", "reporting_year"):
        year = _whole_number(cell)
        return str(cell if year is None else year)
    if kind == "snapshot" and not isinstance(cell, str):
        return cell.isoformat() if hasattr(cell, "isoformat") else ""
    return cell if isinstance(cell, str) else ""
