"""Writing an Excel workbook; the same sheets give the same bytes."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sendframe.errors import LibraryMissing

from ._cells import canonical
from ._columns import FILE, ID, Column, Reading
from ._grid import CellValue, cell_name
from ._rows import Book, parent_kinds
from ._sheets import LISTS, RECORD, START
from ._start_sheet import HOW_TO, SETTINGS
from ._tables import SheetTable, record_rows

__all__ = ["printed_in", "xlsx_bytes"]

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same in every export
_WIDTHS: dict[Reading, int] = {
    "text": 48, "texts": 48, "differences": 48, "links": 34, "link": 30, "parent": 30, "people": 34,
    "lines": 26, "line": 20, "date": 20, "period": 20, "day": 14, "choice": 14, "key": 18, "file": 18,
    "number": 11, "whole number": 11, "yes or no": 9,
}  # fmt: skip
_WORDS = ("text", "texts", "differences", "line", "lines")
_LINE, _TALLEST = 15, 240  # height of a line and of the tallest row, in points
_PAGE_WIDTH = 170  # characters that can be read side by side on a landscape page
_EMPTY_ROWS = 200
_MOST_CHOICES = 5_000
_LONGEST_TITLE, _LONGEST_COMMENT = 120, 900  # Excel takes 255 in a heading, with signs doubled


def xlsx_bytes(
    tables: Sequence[SheetTable],
    book: Book,
    mark: str,
    printed: Mapping[tuple[str, str, str], tuple[str, ...]],
) -> bytes:
    """Return sheets as the bytes of an Excel workbook.

    Args:
        tables: The sheets.
        book: The rows, for the lists of the cells.
        mark: The handling mark, which stands on the first sheet and on every printed page.
        printed: The profiles whose reports print a field, by class, field and variant.

    Raises:
        LibraryMissing: xlsxwriter is not installed.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # it has no types
    except ImportError as error:
        raise LibraryMissing("xlsxwriter", "python -m pip install 'sendframe[workbook]'") from error
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    workbook = xlsxwriter.Workbook(stream, options)
    title = str(book.documents["portfolio.json"].value["title"]["default"])
    mark = mark if len(mark) <= _LONGEST_TITLE else f"{mark[: _LONGEST_TITLE - 1]}…"
    workbook.set_properties(
        {"title": title[:_LONGEST_TITLE], "comments": mark, "created": _CREATED}
    )
    writer = _Writer(workbook, book, mark, printed)
    writer.start(title, tables)
    for table in tables:
        writer.table(table)
    writer.lists()
    record = workbook.add_worksheet(RECORD)
    for number, row in enumerate(record_rows(tables, book)):
        for column, text in enumerate(row):
            record.write_string(number, column, text)
    record.very_hidden()
    workbook.close()
    return stream.getvalue()


def printed_in(
    column: Column, printed: Mapping[tuple[str, str, str], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the profiles whose reports print the words of a column."""
    keys = [
        (owner, column.field) for owner in (column.owner, *(m.__name__ for m in column.members))
    ]
    if column.reading == "differences":
        keys.append(("DifferenceMade", "text"))
    found = {each for key in keys for each in printed.get((*key, column.variant), ())}
    return tuple(sorted(found))


class _Writer:
    """Writes sheets into a workbook."""

    def __init__(
        self,
        workbook: Any,
        book: Book,
        mark: str,
        printed: Mapping[tuple[str, str, str], tuple[str, ...]],
    ) -> None:
        self._workbook = workbook
        self._book = book
        self._mark = mark
        self._printed = printed
        self._lists: dict[tuple[str, ...], str] = {}
        cell = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 11}
        self._text = workbook.add_format({**cell, "num_format": "@"})
        self._plain = workbook.add_format(cell)
        self._day = workbook.add_format({**cell, "num_format": "d mmm yyyy", "align": "left"})
        self._grey = workbook.add_format({**cell, "num_format": "@", "font_color": "#595959"})
        self._heading = workbook.add_format(
            {**cell, "bold": True, "bg_color": "#1d3557", "font_color": "#ffffff", "border": 1}
        )
        self._line = workbook.add_format({**cell, "text_wrap": False})
        self._title = workbook.add_format(
            {**cell, "text_wrap": False, "bold": True, "font_size": 16}
        )

    def start(self, title: str, tables: Sequence[SheetTable]) -> None:
        """Write the first sheet."""
        sheet = self._workbook.add_worksheet(START)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 1, 60)
        sheet.write_string(0, 0, title, self._title)
        for number, (name, words) in enumerate(SETTINGS.items(), 2):
            sheet.write_string(number, 0, name, self._plain)
            sheet.write_string(number, 1, words[0] if words else self._mark, self._text)
            if words:
                sheet.data_validation(
                    number, 1, number, 1, {"validate": "list", "source": list(words)}
                )
        at = len(SETTINGS) + 3
        for number, sentence in enumerate(HOW_TO, at):
            sheet.write_string(number, 0, sentence, self._line)
        at += len(HOW_TO) + 1
        for number, table in enumerate(tables, at):
            name, count = table.sheet.name, len(table.rows)
            sheet.write_url(number, 0, f"internal:'{name}'!A1", string=name)
            sheet.write_string(number, 1, f"{count:,} row{'' if count == 1 else 's'}", self._plain)
        self._page(sheet, 1)

    def _page(self, sheet: Any, wide: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(wide, 0)
        sheet.set_header(f"&C{self._mark.replace('&', '&&')}")
        sheet.set_footer("&L&A&RPage &P of &N")

    def table(self, table: SheetTable) -> None:
        """Write one sheet."""
        sheet = self._workbook.add_worksheet(table.sheet.name)
        last = len(table.rows) + _EMPTY_ROWS
        for number, column in enumerate(table.columns):
            form = self._form(column)
            sheet.set_column(number, number, _WIDTHS[column.reading], form)
            star = "*" if column.required else ""
            sheet.write_string(0, number, f"{column.heading}{star}", self._heading)
            comment = self._comment(column)
            sheet.write_comment(0, number, comment, {"author": "", "x_scale": 2.5, "y_scale": 1.6})
            self._drop_down(sheet, number, column, last, table)
        for number, (_, cells) in enumerate(table.rows, 1):
            for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                self._cell(sheet, number, place, cell, self._form(column))
            sheet.set_row(number, _height(table.columns, cells))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0)
        on_paper = [column for column in table.columns if column.path not in (ID, FILE)]
        sheet.print_area(0, 0, len(table.rows), len(on_paper) - 1)
        width = sum(_WIDTHS[column.reading] for column in on_paper)
        self._page(sheet, 1 + width // _PAGE_WIDTH)

    def _form(self, column: Column) -> Any:
        if column.path in (ID, FILE):
            return self._grey
        forms = {"day": self._day, "number": self._plain, "whole number": self._plain}
        return forms.get(column.reading, self._text)

    def _cell(self, sheet: Any, row: int, column: int, cell: CellValue, form: Any) -> None:
        if isinstance(cell, (int, float)):
            sheet.write_number(row, column, cell, form)
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, cell, form)
        elif cell is not None:
            sheet.write_string(row, column, canonical(cell), form)

    def _comment(self, column: Column) -> str:
        """Return what a heading says to who points at it."""
        parts = [column.about]
        if column.choices:
            parts.append(f"One of: {', '.join(word.replace('_', ' ') for word in column.choices)}.")
        if self._printed and column.owner and column.reading in _WORDS:
            profiles = printed_in(column, self._printed)
            where = f"Printed in: {', '.join(profiles)}." if profiles else "Printed in no report."
            parts.append(where)
        return "\n".join(part for part in parts if part)[:_LONGEST_COMMENT]

    def _drop_down(
        self, sheet: Any, number: int, column: Column, last: int, table: SheetTable
    ) -> None:
        """Give the cells of a column their list; only fixed words are all that may be typed."""
        words: Sequence[str] = ()
        if column.reading == "choice":
            words = [word.replace("_", " ") for word in column.choices]
        elif column.reading == "yes or no":
            words = ["yes", "no"]
        elif column.reading == "file":
            words = sorted({row.file for row, _ in table.rows})
        elif column.reading == "parent":
            words = self._book.names.of_kind(parent_kinds(table.sheet.cls))
        elif column.kinds:
            scopes = {self._book.context(column, row).scope for row, _ in table.rows}
            scope = scopes.pop() if len(scopes) == 1 else None
            words = self._book.names.of_kind(column.kinds, scope)
        if not 0 < len(words) <= _MOST_CHOICES:
            return
        is_fixed = column.reading in ("choice", "yes or no")
        name = self._lists.setdefault(tuple(words), f"list_{len(self._lists) + 1}")
        options = {"validate": "list", "source": f"={name}", "show_error": is_fixed}
        sheet.data_validation(1, number, last, number, options)

    def lists(self) -> None:
        """Write the hidden sheet that the lists of the cells are on."""
        sheet = self._workbook.add_worksheet(LISTS)
        for number, (words, name) in enumerate(self._lists.items()):
            for row, word in enumerate(words):
                sheet.write_string(row, number, word, self._text)
            letters = cell_name(0, number)[:-1]
            range_ = f"${letters}$1:${letters}${len(words)}"
            self._workbook.define_name(name, f"={LISTS}!{range_}")
        sheet.hide()


def _height(columns: Sequence[Column], cells: Sequence[CellValue]) -> int:
    """Return the height of a row in points: LibreOffice fits none by itself."""
    lines = 1
    for column, cell in zip(columns, cells, strict=True):
        if isinstance(cell, str):
            width = _WIDTHS[column.reading]
            lines = max(lines, sum(1 + len(line) // width for line in cell.split("\n")))
    return min(lines * _LINE + 2, _TALLEST)
