"""What becomes of the rows of a file: those used, those left out and why, and what is wrong."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

import attrs

from sendframe.plugins import Account, CodedBuilder, Diagnostic, LeftOut, Location, Severity

from .csv_table import CsvTable, Row

__all__ = ["MOST_REPORTED", "Rejection", "RowAccount"]

MOST_REPORTED = 100
"""After so many problems of one kind the rest are counted."""


class _Problem(NamedTuple):
    """A problem of a row that is not reported yet."""

    row: int
    order: int
    diagnostic: Diagnostic


@attrs.frozen
class Rejection:
    """Why rows are left out, and what is wrong with each of them, if anything is.

    Attributes:
        reason: Why they are left out.
        code: Code of the problem that each row has; None where it has none.
        message: What is wrong.
        help: What to do about it.
        column: The column where it stands.
    """

    reason: str
    code: str | None = None
    message: str = ""
    help: str = ""
    column: str | None = None


@attrs.define(eq=False)
class RowAccount:
    """Counts the rows of a file, and keeps what is wrong with them in the order of rows.

    Attributes:
        file: Name of the file.
        used: Rows of which something was taken over.
        read_as: What the file was taken for.
        columns_not_read: Columns of which nothing was used.
    """

    file: str
    used: int = 0
    read_as: str = ""
    columns_not_read: tuple[str, ...] = ()
    _read: int = 0
    _left_out: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    _waiting: list[_Problem] = attrs.field(factory=list)
    _reported: list[Diagnostic] = attrs.field(factory=list)
    _counts: dict[str, int] = attrs.field(factory=dict)

    def count_used(self, rows: int = 1) -> None:
        """Count rows that were used."""
        self._read += rows
        self.used += rows

    def count_left_out(self, row: Row, reason: str) -> None:
        """Count a row that was not used.

        After `MOST_REPORTED` reasons others are counted without what stands in their rows, which
        follows a colon.
        """
        self._read += 1
        if reason not in self._left_out and len(self._left_out) >= MOST_REPORTED:
            reason = f"{reason.partition(':')[0]}: others"
        rows, first = self._left_out.get(reason, (0, row.number))
        self._left_out[reason] = (rows + 1, first)

    def data_rows(self, rows: Iterable[Row], table: CsvTable) -> list[Row]:
        """Return those rows that hold data; the others are counted as left out."""
        self._report_waiting()
        return list(self._data_rows(rows, table))

    def _data_rows(self, rows: Iterable[Row], table: CsvTable) -> Iterator[Row]:
        width = len(table.header)
        for row in rows:
            cells = row.cells
            if len(cells) != width and not any(
                map(str.strip, (*table.header[len(cells) :], *cells[width:]))
            ):
                # A spreadsheet leaves out, or adds, empty cells at the end.
                cells = [*cells[:width], *[""] * (width - len(cells))]
                row = Row(row.number, row.line, cells)  # noqa: PLW2901  # the same row, mended
            if len(cells) == width and cells[1].strip():
                yield row  # as most rows
            elif row.is_blank:
                self.count_left_out(row, "it is blank")
            elif not any(map(str.strip, cells[1:])):
                self.count_left_out(row, "it is a heading or a note")
            elif len(cells) == width:
                yield row
            else:
                message = f"the row has {len(cells)} cells, the header {width}"
                help_ = "The file may be cut off: get it again."
                self.report("dfe.row", message, help_, row)
                self.count_left_out(row, "it has another number of cells than the header")

    def accept(
        self, rows: Sequence[Row], *columns: tuple[CodedBuilder[Any], Sequence[int]]
    ) -> list[bool]:
        """Say of each row whether it is read; the others are counted as left out.

        Args:
            rows: The rows.
            columns: What cells mean, and for each row the code of its own. The first `Rejection`
                in a row says why it is left out.
        """
        rejections: list[Rejection | None] = [None] * len(rows)
        for builder, codes in reversed(columns):
            rejected = {
                code: meaning
                for code, meaning in enumerate(builder.values)
                if isinstance(meaning, Rejection)
            }
            if not rejected.keys().isdisjoint(codes):
                rejections = list(map(rejected.get, codes, rejections))
        for row, rejection in zip(rows, rejections, strict=True):
            if rejection is not None:
                self._reject(row, rejection)
        return [rejection is None for rejection in rejections]

    def _reject(self, row: Row, rejection: Rejection) -> None:
        if rejection.code is not None:
            texts = (rejection.message, rejection.help)
            self.report(rejection.code, *texts, row, rejection.column)
        self.count_left_out(row, rejection.reason)

    def report(  # noqa: PLR0913  # everything a diagnostic says
        self,
        code: str,
        message: str,
        help_: str,
        row: Row | None = None,
        column: str | None = None,
        *,
        severity: Severity = "error",
        suggestion: str | None = None,
        order: int = 0,
    ) -> None:
        """Note a problem, with the row and the column where it stands.

        Of each code the first `MOST_REPORTED` are kept and the rest are counted.

        Args:
            code: Code of the problem.
            message: What is wrong.
            help_: What to do about it.
            row: The row; None for a problem of the file.
            column: Name of the column.
            severity: How much it matters.
            suggestion: What may be meant.
            order: Its place among the problems of the row; those with the same are kept in the
                order in which they come.
        """
        place = "" if row is None else f"row {row.number:,}"
        if column is not None:
            place += f"{', ' if place else ''}column '{column[:80]}'"
        where = Location(self.file, "", None if row is None else row.line)
        text = f"{message} ({place})" if place else message
        diagnostic = Diagnostic(code, text, where, severity, help=help_, suggestion=suggestion)
        if row is not None:
            self._waiting.append(_Problem(row.number, order, diagnostic))
            return
        self._report_waiting()
        self._report(diagnostic)

    def _report_waiting(self) -> None:
        for problem in sorted(self._waiting, key=itemgetter(0, 1)):
            self._report(problem.diagnostic)
        self._waiting.clear()

    def _report(self, diagnostic: Diagnostic) -> None:
        count = self._counts.get(diagnostic.code, 0) + 1
        self._counts[diagnostic.code] = count
        if count <= MOST_REPORTED:
            self._reported.append(diagnostic)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that was reported, and how much more there is."""
        self._report_waiting()
        more = tuple(
            Diagnostic(
                code,
                f"{count - MOST_REPORTED:,} more problems of this kind are not shown",
                Location(self.file),
                help="Mend the ones above first.",
                severity=next(shown.severity for shown in self._reported if shown.code == code),
            )
            for code, count in sorted(self._counts.items())
            if count > MOST_REPORTED
        )
        return (*self._reported, *more)

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong for which nothing of the file may be used."""
        self._report_waiting()
        return any(diagnostic.severity == "error" for diagnostic in self._reported)

    @property
    def account(self) -> Account:
        """What became of every row."""
        left_out = tuple(
            LeftOut(reason, rows, first)
            for reason, (rows, first) in sorted(
                self._left_out.items(), key=lambda item: (item[1][1], item[0])
            )
        )
        return Account(self._read, self.used, left_out, self.read_as, self.columns_not_read)
