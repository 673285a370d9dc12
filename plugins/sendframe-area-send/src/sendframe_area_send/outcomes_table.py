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
class _Refused(Exception):
    """A file that is no such table."""

    problem: str
    line: int | None = None


@attrs.define
class _Rows:
    """What became of the rows so far."""

    file: str
    reviews: dict[str, Review] = attrs.field(factory=dict)
    left_out: dict[str, list[int]] = attrs.field(factory=dict)
    told: list[Diagnostic] = attrs.field(factory=list)
    read: int = 0

    def tell(self, row: int, line: int, column: str, problem: str, help_: str) -> None:
        where = Location(self.file, "", line, 1)
        said = f"{problem} (row {row:,}, column '{column}')"
        self.told.append(Diagnostic(ID, said, where, "warning", help=help_))

    def leave_out(self, row: int, reason: str) -> None:
        self.left_out.setdefault(reason, []).append(row)


def read(source: ReaderSource, options: object) -> Import:
    """Return the reviews of a file, or what is wrong with it."""
    chosen = chosen_options(options, Options, ID)
    rows = _Rows(source.name)
    try:
        table = _table(source)
        header = _header(next(table, (1, [])))
        asked = _asked(chosen)
        for number, (line, cells) in enumerate(table, 2):
            rows.read += 1
            _take(rows, number, line, header, cells, asked)
    except _Refused as error:
        where = Location(source.name, "", error.line, 1 if error.line else None)
        return Import(diagnostics=(Diagnostic(ID, error.problem, where, help=_NOTHING),))
    others = sorted(rows.left_out.items(), key=lambda each: (each[1][0], each[0]))
    left_out = tuple(LeftOut(reason, len(them), them[0]) for reason, them in others)
    return Import(
        reviews=tuple(rows.reviews[each] for each in sorted(rows.reviews)),
        account=Account(rows.read, len(rows.reviews), left_out),
        diagnostics=tuple(rows.told),
    )


def _table(source: ReaderSource) -> Iterator[tuple[int, list[str]]]:
    """Yield the line in which each row begins, and its cells.

    Raises:
        _Refused: It is no table.
    """
    if source.size > MOST_BYTES:
        raise _Refused(f"the file has more than {MOST_BYTES:,} bytes")
    try:
        text = source.stream.read(MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Refused("the file is not UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise _Refused("from this line on the file is no table", line) from error


def _header(first: tuple[int, list[str]]) -> list[str]:
    names = [each.strip().casefold() for each in first[1]]
    lacking = [each for each in COLUMNS if each not in names]
    if lacking:
        raise _Refused(f"the first row lacks the columns {', '.join(lacking)}", 1)
    twice = [each for each in COLUMNS if names.count(each) > 1]
    if twice:
        raise _Refused(f"the first row has the columns {', '.join(twice)} twice", 1)
    return names


def _asked(options: Options) -> frozenset[str]:
    """Return the GSS codes of the areas asked for.

    Raises:
        _Refused: One is the code of no area.
    """
    codes = {each: area_register().current_code(each) for each in options.areas}
    unknown = [each for each, code in codes.items() if code is None]
    if unknown:
        raise _Refused(f"{len(unknown)} of the areas asked for are no area that is known")
    return frozenset(each for each in codes.values() if each is not None)


def _take(  # noqa: PLR0913  # a row and where it stands
    rows: _Rows,
    number: int,
    line: int,
    header: list[str],
    cells: list[str],
    asked: frozenset[str],
) -> None:
    """Take a row over, or note why it is left out."""
    if not any(each.strip() for each in cells):
        rows.leave_out(number, "it is empty")
        return
    if len(cells) != len(header):
        problem = "the row has another number of cells than the first"
        rows.tell(number, line, header[0], problem, "The file may be cut off: get it again.")
        rows.leave_out(number, "it has another number of cells than the first row")
        return
    row = dict(zip(header, (each.strip() for each in cells), strict=True))
    try:
        review = review_of(row, asked, partial(rows.tell, number, line))
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
