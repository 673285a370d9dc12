"""Workbooks and CSV files as they are written, and as other programs save them."""

import csv
import io
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sendframe.documents import read_documents, write_files
from sendframe.errors import InvalidDocument, LibraryMissing, UnknownName
from sendframe.workbook import (
    MARK,
    Book,
    Options,
    cell_name,
    csv_files,
    read_csv_grids,
    read_grids,
    read_into,
    tables_of,
    xlsx_bytes,
)
from sendframe.workbook import _csv as csv_module
from tests.unit.workbook.plan import STARTER, Plan, book_of, copy_of, tables

PRINTED = {("Action", "title", ""): ("board", "annex")}


def workbook(folder: Path, *wanted: str, mark: str = MARK) -> bytes:
    """Return a portfolio as a workbook."""
    documents = read_documents(folder)
    book = Book.of(documents, {path: raw.raw for path, raw in documents.documents.items()})
    return xlsx_bytes(tables_of(book, wanted), book, mark, PRINTED)


@pytest.fixture(scope="module")
def exported() -> bytes:
    """Return the workbook of the small portfolio."""
    return workbook(STARTER)


def test_a_workbook_comes_back_untouched(exported: bytes) -> None:
    """Export and read: no change, nothing told."""
    grids, notes = read_grids(exported, "plan.xlsx")
    result = read_into(STARTER, grids, "plan.xlsx", Options(), notes=notes)
    assert (result.changes, result.diagnostics, dict(result.files)) == ((), (), {})


def test_the_same_plan_gives_the_same_bytes(exported: bytes) -> None:
    """There is no clock in a workbook."""
    assert workbook(STARTER) == exported


def test_what_people_see(exported: bytes) -> None:
    """Sheets in order, the mark, headings with comments, lists, days as days, and no formula."""
    book = openpyxl.load_workbook(io.BytesIO(exported))
    assert book.sheetnames[:3] == ["Start here", "Plans", "Priorities"]
    assert book.sheetnames[-2:] == ["Lists", "_sendframe"]
    assert [book[name].sheet_state for name in ("Actions", "Lists", "_sendframe")] == [
        "visible", "hidden", "veryHidden",
    ]  # fmt: skip
    sheet: Any = book["Actions"]
    assert sheet.oddHeader.center.text == MARK
    assert sheet["A1"].value == "Title*"
    assert sheet["A1"].comment.text.endswith("Printed in: annex, board.")
    assert "Printed in no report." in sheet["C1"].comment.text
    assert sheet["H2"].number_format == "@"
    assert book["Moved dates"]["C2"].is_date
    lists = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert lists["I2:I202"].formula1.startswith("list_")
    assert not lists["I2:I202"].showErrorMessage
    choice = {
        str(each.sqref): each
        for each in book["Measures"].data_validations.dataValidation  # type: ignore[union-attr]  # a worksheet
    }["D2:D202"]
    assert choice.showErrorMessage
    assert book.properties.title == "Sampleford: SEND strategy, actions and self-evaluation"


def test_a_long_mark_is_cut() -> None:
    """Excel would drop a heading of more than 255 characters, and with it the mark."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(STARTER, "Risks", mark="& " * 200)))
    sheet: Any = book["Risks"]
    assert sheet.oddHeader.center.text.endswith("…")
    assert len(sheet.oddHeader.center.text) <= 250


def test_words_that_programs_would_take_for_more(tmp_path: Path) -> None:
    """A text with a sign of a formula, an address or a break is a text, there and back."""
    folder = copy_of(STARTER, tmp_path / "plan")
    plan = Plan.of(folder)
    odd = ["=1+1", "https://example.org", "+44 1632", "'=x", "a\tb", "-5", "_x0041_ x", "é 日本"]
    for word in odd:
        plan.add("Calendar", {"Title": word, "Kind": "board"})
    assert plan.read(folder).diagnostics == ()
    grids, _ = read_grids(workbook(folder, "Calendar", mark="A & B"), "plan.xlsx")
    assert read_into(folder, grids, "plan.xlsx", Options()).changes == ()
    shown = [row[0] for grid in grids if grid.name == "Calendar" for row in grid.rows[2:]]
    assert shown == [*odd[:6], "A x", odd[7]]
    out = tmp_path / "csv"
    write_files(out, csv_files(tables(folder), book_of(folder), MARK))
    text = (out / "Calendar.csv").read_text(encoding="utf-8-sig")
    assert "\n'=1+1," in text
    assert "\n''=x," in text
    assert read_into(folder, read_csv_grids(out), "csv", Options()).changes == ()


def test_sheets_that_are_asked_for() -> None:
    """They are there without rows too; one that there is not is refused."""
    grids, _ = read_grids(workbook(STARTER, "risks", "Actions"), "plan.xlsx")
    assert [grid.name for grid in grids] == [
        "Start here",
        "Actions",
        "Risks",
        "Lists",
        "_sendframe",
    ]
    with pytest.raises(UnknownName, match="no sheet is called 'Act'"):
        workbook(STARTER, "Act")


def test_sorted_and_saved_by_another_program(exported: bytes, tmp_path: Path) -> None:
    """The order of rows and sheets is the reader's own, and changes nothing."""
    book = openpyxl.load_workbook(io.BytesIO(exported))
    sheet: Any = book["Contributors"]
    rows = sorted(tuple(row) for row in sheet.iter_rows(min_row=2, values_only=True))
    for number, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    book.move_sheet("Actions", -2)
    path = tmp_path / "saved.xlsx"
    book.save(path)
    grids, _ = read_grids(path.read_bytes(), "saved.xlsx")
    result = read_into(STARTER, grids, "saved.xlsx", Options())
    assert (result.changes, result.diagnostics) == ((), ())


def test_formulas_are_told(exported: bytes, tmp_path: Path) -> None:
    """The last result of a formula is read, and the first one is named."""
    book = openpyxl.load_workbook(io.BytesIO(exported))
    book["Measures"]["I2"] = "=35*2"
    book["Actions"]["C2"] = "=A2"
    book["Actions"]["D2"] = "=A2"
    path = tmp_path / "formula.xlsx"
    book.save(path)
    grids, _ = read_grids(path.read_bytes(), "f.xlsx")
    result = read_into(STARTER, grids, "f.xlsx", Options())
    notes = [(each.code, str(each.location), each.message) for each in result.diagnostics]
    assert (
        "SFR424",
        "f.xlsx[Actions]!C2",
        "2 cells hold formulas: the last result was read",
    ) in notes
    assert (
        "SFR424",
        "f.xlsx[Measures]!I2",
        "1 cell holds a formula: the last result was read",
    ) in notes


def test_csv_files_with_semicolons(folder: Path, tmp_path: Path) -> None:
    """As Excel saves them where the comma is in numbers: read alike, each file by itself."""
    out = tmp_path / "csv"
    write_files(out, csv_files(tables(folder), book_of(folder), MARK))
    before = read_csv_grids(out)
    for name in ("Actions.csv", "_sendframe.csv", "Start here.csv"):
        rows = [*csv.reader((out / name).read_text("utf-8-sig").splitlines(keepends=True))]
        with (out / name).open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    assert read_csv_grids(out) == before


def test_csv_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, too many files, another encoding, a file too large."""

    def problem() -> str:
        with pytest.raises(InvalidDocument) as caught:
            read_csv_grids(tmp_path)
        return caught.value.diagnostics[0].code

    assert problem() == "SFR420"
    (tmp_path / "Actions.csv").write_bytes(b"Title\n\xff\n")
    assert problem() == "SFR401"
    (tmp_path / "Actions.csv").write_bytes(b'Title,,\n"a"b\n')
    assert problem() == "SFR401"
    monkeypatch.setattr(csv_module, "_LARGEST", 3)
    assert problem() == "SFR011"


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is named."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(LibraryMissing, match="workbook"):
        workbook(STARTER, "Risks")


def test_what_is_printed_of_a_sheet(folder: Path) -> None:
    """Headings and rows on each page, on A4 across; the columns Id and File stay on the screen."""
    book: Any = openpyxl.load_workbook(io.BytesIO(workbook(folder, "Calendar")))
    sheet = book["Calendar"]
    headings = [str(cell.value).rstrip("*") for cell in sheet[1]]
    last = cell_name(1, headings.index("Id") - 1)
    assert sheet.print_area.replace("$", "") == f"'Calendar'!A1:{last}"
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
