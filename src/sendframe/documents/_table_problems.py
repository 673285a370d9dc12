"""What is wrong with a table of figures, cell by cell: it is read row by row to say so."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cached_property

import attrs

from sendframe.errors import Diagnostic, InvalidValue, Location, Related
from sendframe.model import (
    PERIOD_FORMS,
    FrozenMap,
    Observation,
    ObservationSet,
    Origin,
    Period,
    is_number_text,
    parse_period,
)
from sendframe.validation import KnownWords, Suggester, did_you_mean, known_words, quote_value

from ._cell import Cells
from ._document_ids import DocumentIds
from ._reference import IdIndex
from ._table_cells import explained_symbols, parse_day, parse_row_number
from ._table_header import dimension_columns, header_problems

__all__ = ["MOST_COUNTED", "MOST_TOLD", "find_table_problems"]

MOST_TOLD = 100
"""After this many problems in one table the rest are only counted."""

MOST_COUNTED = 10_000
"""After this many more the rest of the table is not read."""

_MOST_SHOWN = 20  # symbols, in one message

_AS_PEOPLE_WRITE = re.compile(
    r"\s*[-+\u2212]?[£$€]?\s?[0-9]{1,20}(?:[.,\s'\u2019][0-9]{1,20}){0,9}\s*%?\s*"
)
"""A number as people and spreadsheets write it: with a percent sign, blanks or commas."""

_PLAIN_NUMBER = (
    "Write the digits alone, such as 1234 or 50.5: no blanks, no percent sign or currency, no commas "
    "between thousands, and a point before the decimals."
)


@attrs.frozen
class _Problem(Exception):
    """A cell that cannot be read.

    Attributes:
        earlier: Line of an earlier row that says the same.
    """

    column: str
    code: str
    message: str
    help: str
    suggestion: str | None = None
    related: tuple[Related, ...] = ()
    earlier: int | None = None


@attrs.frozen(slots=False)
class _Table:
    """What is needed to read the rows of one table."""

    file: str | None
    header: tuple[str, ...]
    meta: ObservationSet
    areas: frozenset[str]
    releases: frozenset[str]
    names: DocumentIds
    suggester: Suggester = attrs.field(factory=Suggester)

    @cached_property
    def dimensions(self) -> dict[str, str]:
        """The dimension each column of one is about, by column."""
        return dimension_columns(self.header)

    @cached_property
    def words(self) -> dict[str, KnownWords]:
        """What may stand in the columns that name something of the set, to be looked up."""
        return {
            "area": known_words(sorted(self.areas)),
            "release": known_words(sorted(self.releases)),
        }

    @cached_property
    def register(self) -> IdIndex:
        """What the document of the table holds, for where areas and releases stand in it."""
        return IdIndex.of([self.names])

    @cached_property
    def symbols(self) -> frozenset[str]:
        """The symbols that the set explains."""
        return explained_symbols(self.meta)

    @cached_property
    def symbols_shown(self) -> str:
        """The first of them in one line."""
        symbols = sorted(symbol for symbol in self.symbols if quote_value(symbol))
        more = [f"and {len(symbols) - _MOST_SHOWN} more"] if len(symbols) > _MOST_SHOWN else []
        return ", ".join([*symbols[:_MOST_SHOWN], *more])


def find_table_problems(
    data: bytes, file: str | None, meta: ObservationSet, names: DocumentIds | None = None
) -> tuple[list[tuple[Observation, Origin]], list[Diagnostic]]:
    """Read a table row by row, and return every problem with its place.

    Args:
        data: The CSV.
        file: Its name in the report.
        meta: The document that says what symbols mean and which areas and releases there are.
        names: The ids of that document, for where areas and releases stand in it.

    Returns:
        The figures of sound rows with where each was read, and every problem found (SFR201,
        SFR401 to SFR406).
    """
    if data.startswith(b"PK\x03\x04"):
        message = "the table is a workbook or another zip file, and no CSV"
        help_ = "Open it in a spreadsheet and save its sheet as CSV UTF-8."
        return [], [Diagnostic("SFR401", message, Location(file, "", 1, 1), help=help_)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "the table is not UTF-8"
        help_ = "Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."
        return [], [Diagnostic("SFR401", message, Location(file, "", line, 1), help=help_)]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = "the table holds a NUL character"
        where = Location(file, "", line, 1)
        return [], [Diagnostic("SFR401", message, where, help="Save it again as CSV UTF-8.")]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = tuple(next(reader, ()))
        problems = list(header_problems(header, file))
        if problems:
            return [], problems
        areas = frozenset(area.code for area in meta.areas)
        releases = frozenset(release.id for release in meta.releases)
        table = _Table(file, header, meta, areas, releases, names or DocumentIds(None))
        return _read_rows(reader, table, Cells(text))
    except csv.Error as error:
        where = Location(file, "", _first_line_of_broken_row(text), 1)
        help_ = "Close every quotation mark, and double those inside a cell."
        return [], [Diagnostic("SFR401", f"the table is not CSV: {error}", where, help=help_)]


def _first_line_of_broken_row(text: str) -> int:
    """Return the line in which the row begins that is not CSV: a quotation mark opens in it."""
    reader, line = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    with suppress(csv.Error):
        for _ in reader:
            line = reader.line_num + 1
    return line


def _read_rows(
    reader: "Iterator[list[str]]", table: _Table, places: Cells
) -> tuple[list[tuple[Observation, Origin]], list[Diagnostic]]:
    rows: list[tuple[Observation, Origin]] = []
    problems: list[Diagnostic] = []
    seen: dict[tuple[object, ...], int] = {}
    left_out = 0
    last: int = reader.line_num  # type: ignore[attr-defined]  # a csv.reader
    for cells in reader:
        line, last = last + 1, reader.line_num  # type: ignore[attr-defined]  # a csv.reader
        if not cells:
            continue
        try:
            row = _read_row(dict(zip(table.header, cells, strict=False)), cells, table)
            _note(row, line, seen)
        except _Problem as problem:
            if len(problems) < MOST_TOLD:
                problems.append(_diagnostic(problem, line, table, places))
            else:
                left_out += 1
            if left_out > MOST_COUNTED:
                break  # twenty million rows of one sign each would take minutes
        else:
            rows.append((row, Origin(table.file, line)))
    if left_out:
        count = f"more than {MOST_COUNTED:,}" if left_out > MOST_COUNTED else f"{left_out}"
        message = f"{count} more problems in this table are not shown"
        where = Location(table.file, "", last + 1, 1)
        problems.append(Diagnostic("SFR403", message, where, help="Mend the ones above first."))
    return rows, problems


def _diagnostic(problem: _Problem, line: int, table: _Table, places: Cells) -> Diagnostic:
    """Return what is wrong with a cell of the row that begins in a line."""

    def place(line: int) -> Location:
        return Location(table.file, "", *places.place(line, problem.column))

    related = problem.related
    if problem.earlier is not None:
        related = (*related, Related(place(problem.earlier), "it stands here"))
    return Diagnostic(
        problem.code,
        f"{problem.message} (column '{problem.column}')",
        place(line),
        help=problem.help,
        suggestion=problem.suggestion,
        related=related,
    )


def _note(row: Observation, line: int, seen: dict[tuple[object, ...], int]) -> None:
    """Note that a figure was seen; no figure may stand twice."""
    key = (row.indicator, row.area, row.period, row.dimensions, row.release)
    if seen.setdefault(key, line) != line:
        message = "the same figure stands in this table already"
        raise _Problem("indicator", "SFR405", message, "Keep one of the two.", earlier=seen[key])


def _read_row(cell: dict[str, str], cells: list[str], table: _Table) -> Observation:
    if len(cells) != len(table.header):
        message = f"the row has {len(cells)} cells, the header {len(table.header)}"
        raise _Problem("indicator", "SFR403", message, "Give each row as many cells as the header.")
    value, symbol = _value(cell["value"], table)
    release = cell.get("release")
    parts = {part: cell[name] for name, part in table.dimensions.items() if cell[name]}
    try:
        return Observation(
            indicator=cell["indicator"],
            area=_known(cell["area"], table.areas, "area", table),
            period=_read_period(cell["period_kind"], cell["period"]),
            value=value,
            symbol=symbol,
            numerator=_count(cell, "numerator"),
            denominator=_count(cell, "denominator"),
            dimensions=FrozenMap(parts),
            status=cell.get("status") or "final",
            release=_known(release, table.releases, "release", table) if release else None,
            retrieved_on=_day(cell.get("retrieved_on") or None),
            source_file=cell.get("source_file") or None,
            source_row=_row(cell.get("source_row") or None),
        )
    except InvalidValue as error:
        column = error.pointer.strip("/").split("/")[0] or "value"
        code = "SFR406" if column == "value" else "SFR403"
        raise _Problem(column, code, error.problem, "Correct the cell.") from None


def _value(text: str, table: _Table) -> tuple[float | None, str | None]:
    if is_number_text(text):
        return float(text), None
    if text in table.symbols:
        return None, text
    if _AS_PEOPLE_WRITE.fullmatch(text):
        raise _Problem("value", "SFR404", "not a number as tables write it", _PLAIN_NUMBER)
    # "3p" may be a small count with a mark.
    shown = None if any(map(str.isdigit, text)) else quote_value(text)
    message = f"{shown or 'this text'} is neither a number nor a symbol of this set"
    help_ = f'Symbols of this set: {table.symbols_shown or "none"}. Add it to "symbols".'
    raise _Problem("value", "SFR404", message if text else "the value is empty", help_)


def _count(cell: dict[str, str], column: str) -> float | None:
    text = cell.get(column) or ""
    if not text:
        return None
    if not is_number_text(text):
        help_ = "Write a number, or leave it empty."
        if _AS_PEOPLE_WRITE.fullmatch(text):
            help_ = _PLAIN_NUMBER
        raise _Problem(column, "SFR403", "not a number", help_)
    return float(text)


def _read_period(kind: str, text: str) -> Period:
    try:
        return parse_period(kind, text)
    except ValueError as error:
        if kind not in PERIOD_FORMS:
            near = did_you_mean(kind, list(PERIOD_FORMS))
            message = "this is no kind of period"
            help_ = f"Kinds are: {', '.join(PERIOD_FORMS)}."
            raise _Problem("period_kind", "SFR403", message, help_, near) from None
        problem = error.problem if isinstance(error, InvalidValue) else "not a period of this kind"
        help_ = f"A {kind} is written like {PERIOD_FORMS[kind]}."
        raise _Problem("period", "SFR403", problem, help_) from None


_KINDS = {"area": "observed-area", "release": "release"}
"""What the ids in a column are ids of."""


def _known(text: str, known: frozenset[str], column: str, table: _Table) -> str:
    if text not in known:
        near = table.suggester.suggest(text, table.words[column])
        _, related = table.register.suggestion((_KINDS[column],), text)
        if not related and table.names.file is not None:
            where = Location(table.names.file)
            related = (Related(where, f"the {column}s belong into this document"),)
        message = f"the {column} {quote_value(text) or 'given'} is not in this set"
        help_ = f'Add it to "{column}s" of the document that names this table.'
        raise _Problem(column, "SFR201", message, help_, near, related)
    return text


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    with suppress(ValueError):
        return parse_day(text)
    raise _Problem("retrieved_on", "SFR403", "not a day", "Write it as YYYY-MM-DD.")


def _row(text: str | None) -> int | None:
    if text is None:
        return None
    with suppress(ValueError):
        return parse_row_number(text)
    raise _Problem("source_row", "SFR403", "not a row", "Write its number, from 1, or nothing.")
