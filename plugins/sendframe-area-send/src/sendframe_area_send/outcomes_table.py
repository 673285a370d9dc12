"""Table of area SEND inspection outcomes.

What it reads
    A public table of the outcomes of area SEND inspections, a row for each area, as CSV: the
    area by its number of the Department for Education (`la_code`), the days of the inspection, the
    day of the report, and the words of the outcome as the report has them. Each row gives a review
    as a document of its own, with the words, unchanged, and beside them which of the three
    published outcomes they state. What the report says comes next is taken from its words.

    Days are written `dd/mm/yyyy` or `dd/mm/yy`; `01/01/1900` and an empty cell are none.

What it never does
    Turn an outcome into a grade, or make a finding or a judgement about one criterion: inspectors
    give none. The number beside the words (`outcome_grade`) is the table maker's; it is held
    against the words and not kept. Nor are the days worked out for a next inspection.

What it leaves out
    Rows whose area is not known or was not asked for, without a date, with dates that contradict
    each other, of a framework before this one, and second rows about one inspection. A cell that
    is not understood is told by row and column, and is left empty.

Options
    `areas`: GSS codes or DfE numbers of the areas that are read; all unless given.

Source
    Inspection reports by Ofsted and the Care Quality Commission, published from 2023 on under the
    Open Government Licence v3.0, gathered in a public table.
"""

import csv
import io
from collections.abc import Iterator
from functools import partial
from typing import Final

import attrs

from sendframe.plugins import (
    Account,
    Diagnostic,
    Example,
    Import,
    LeftOut,
    Location,
    Reader,
    ReaderSource,
    Review,
    area_register,
    chosen_options,
)

from .outcomes_row import COLUMNS, LeftOutRow, review_of

__all__ = ["READER", "Options"]

ID: Final = "area-send.outcomes-table"
MOST_BYTES: Final = 50_000_000
_NOTHING: Final = "Nothing of the file is used."


@attrs.frozen
class Options:
    """Options of the reader.

    Attributes:
        areas: GSS codes or DfE numbers of the areas that are read; all unless given.
    """

    areas: tuple[str, ...] = ()


@attrs.frozen
class _InvalidTable(Exception):
    """The file is not a table of outcomes."""

    problem: str
    line: int | None = None


@attrs.define
class _Rows:
    """The rows that were read so far."""

    file: str
    reviews: dict[str, Review] = attrs.field(factory=dict)
    left_out: dict[str, list[int]] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    read: int = 0

    def report(self, row: int, line: int, column: str, problem: str, help_: str) -> None:
        where = Location(self.file, "", line, 1)
        message = f"{problem} (row {row:,}, column '{column}')"
        self.diagnostics.append(Diagnostic(ID, message, where, "warning", help=help_))

    def leave_out(self, row: int, reason: str) -> None:
        self.left_out.setdefault(reason, []).append(row)


def read(source: ReaderSource, options: object) -> Import:
    """Return the reviews of a file, or its problems."""
    chosen = chosen_options(options, Options, ID)
    rows = _Rows(source.name)
    try:
        table = _table(source)
        header = _header(next(table, (1, [])))
        wanted_areas = _wanted_areas(chosen)
        for number, (line, cells) in enumerate(table, 2):
            rows.read += 1
            _read_row(rows, number, line, header, cells, wanted_areas)
    except _InvalidTable as error:
        where = Location(source.name, "", error.line, 1 if error.line else None)
        return Import(diagnostics=(Diagnostic(ID, error.problem, where, help=_NOTHING),))
    reasons = sorted(rows.left_out.items(), key=lambda item: (item[1][0], item[0]))
    left_out = tuple(LeftOut(reason, len(numbers), numbers[0]) for reason, numbers in reasons)
    return Import(
        reviews=tuple(rows.reviews[id_] for id_ in sorted(rows.reviews)),
        account=Account(rows.read, len(rows.reviews), left_out),
        diagnostics=tuple(rows.diagnostics),
    )


def _table(source: ReaderSource) -> Iterator[tuple[int, list[str]]]:
    """Yield the first line number and the cells of each row.

    Raises:
        _InvalidTable: It is not a table.
    """
    if source.size > MOST_BYTES:
        raise _InvalidTable(f"the file has more than {MOST_BYTES:,} bytes")
    try:
        text = source.stream.read(MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _InvalidTable("the file is not UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise _InvalidTable("from this line on the file is no table", line) from error


def _header(first: tuple[int, list[str]]) -> list[str]:
    names = [name.strip().casefold() for name in first[1]]
    lacking = [column for column in COLUMNS if column not in names]
    if lacking:
        raise _InvalidTable(f"the first row lacks the columns {', '.join(lacking)}", 1)
    twice = [column for column in COLUMNS if names.count(column) > 1]
    if twice:
        raise _InvalidTable(f"the first row has the columns {', '.join(twice)} twice", 1)
    return names


def _wanted_areas(options: Options) -> frozenset[str]:
    """Return the GSS codes of the areas to read.

    Raises:
        _InvalidTable: A code is unknown.
    """
    codes = {area: area_register().current_code(area) for area in options.areas}
    unknown = [area for area, code in codes.items() if code is None]
    if unknown:
        raise _InvalidTable(f"{len(unknown)} of the areas asked for are no area that is known")
    return frozenset(code for code in codes.values() if code is not None)


def _read_row(  # noqa: PLR0913  # a row and its place
    rows: _Rows,
    number: int,
    line: int,
    header: list[str],
    cells: list[str],
    wanted_areas: frozenset[str],
) -> None:
    """Add the review of a row, or the reason why it is left out."""
    if not any(cell.strip() for cell in cells):
        rows.leave_out(number, "it is empty")
        return
    if len(cells) != len(header):
        problem = "the row has another number of cells than the first"
        rows.report(number, line, header[0], problem, "The file may be cut off: get it again.")
        rows.leave_out(number, "it has another number of cells than the first row")
        return
    row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
    try:
        review = review_of(row, wanted_areas, partial(rows.report, number, line))
    except LeftOutRow as error:
        rows.leave_out(number, error.reason)
        return
    if review.id in rows.reviews:
        rows.leave_out(number, "it is a second row about one inspection")
        return
    rows.reviews[review.id] = review


_HEADER: Final = ",".join(COLUMNS)
EXAMPLES: Final = (
    Example(
        "A file without a row says so by its account.",
        (f"{_HEADER}\n".encode(),),
        Import(account=Account(0, 0)),
    ),
    Example(
        "A row of an inspection before the framework is left out, and counted.",
        (f"{_HEADER}\n884,30/09/2016,,,Words of a letter.\n".encode(),),
        Import(account=Account(1, 0, (LeftOut("the inspection is of another framework", 1, 2),))),
    ),
)

READER: Final = Reader(
    ID, "Table of area SEND inspection outcomes", __doc__ or "", read, Options, EXAMPLES
)
