"""Sheets are read as a person sees them; what must not be opened, run or followed is not."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from sendframe.errors import Diagnostic, InvalidDocument, LibraryMissing
from sendframe.workbook import CellError, cell_name, read_grids
from sendframe.workbook import _grid as grid_module
from sendframe.workbook import _package as package_module


def book(*fills: Callable[[Any, Any], None], **options: Any) -> bytes:
    """Return a workbook with a sheet for each function."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True, **options})
    for fill in fills:
        fill(workbook, workbook.add_worksheet())
    workbook.close()
    return stream.getvalue()


def changed(data: bytes, **parts: bytes | None) -> bytes:
    """Return a workbook with other parts; ``__`` stands for a stroke, and None removes a part."""
    named = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, part in named.items():
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


def problem_of(data: bytes) -> Diagnostic:
    """Return the only problem of a workbook that is refused."""
    with pytest.raises(InvalidDocument) as caught:
        read_grids(data, "a.xlsx")
    (problem,) = caught.value.diagnostics
    assert problem.location.file == "a.xlsx"
    return problem


def values(workbook: Any, sheet: Any) -> None:
    """Write one cell of each kind."""
    sheet.write_number(0, 0, 0.109, workbook.add_format({"num_format": "0.0%"}))
    sheet.write_number(0, 1, 45992, workbook.add_format({"num_format": "mmm-yy"}))
    sheet.write_datetime(0, 2, date(2025, 12, 1), workbook.add_format({"num_format": "d mmm yyyy"}))
    sheet.write_number(0, 3, 0.5, workbook.add_format({"num_format": "h:mm"}))
    sheet.write_boolean(0, 4, True)
    sheet.write_number(0, 5, 3)
    sheet.write_number(0, 6, 2.5)
    sheet.write_string(2, 0, "one\r\ntwo")
    sheet.write_formula(3, 0, "=NA()", None, "#N/A")
    sheet.merge_range(4, 0, 4, 2, "merged")
    sheet.write_blank(6, 6, None, workbook.add_format({"bold": True}))


def test_cells_are_what_people_see() -> None:
    """10.9 % is 10.9, a month is a month, a failed formula is an error, empty ends are left out."""
    (grid,), notes = read_grids(book(values), "a.xlsx")
    assert grid.name == "Sheet1"
    assert not grid.is_hidden
    assert grid.rows == (
        (10.9, "December 2025", date(2025, 12, 1), "12:00:00", True, 3, 2.5),
        (),
        ("one\ntwo",),
        (CellError("#N/A"),),
        ("merged",),
    )
    assert grid.merged == ("A5:C5",)
    assert grid.formulas == ("A4",)
    assert notes == ()


def test_days_of_1904() -> None:
    """A workbook that counts days from 1904 gives the same days."""
    (grid,), _ = read_grids(book(values, date_1904=True), "a.xlsx")
    assert grid.rows[0][2] == date(2025, 12, 1)


def test_a_hidden_sheet_is_known_as_one() -> None:
    """Whether anybody sees a sheet is part of it."""
    grids, _ = read_grids(book(values, lambda _, sheet: sheet.very_hidden()), "a.xlsx")
    assert [grid.is_hidden for grid in grids] == [False, True]


def test_names_of_cells() -> None:
    """Letters go on after Z, as in Excel."""
    assert [cell_name(0, number) for number in (0, 25, 26, 701, 702)] == [
        "A1", "Z1", "AA1", "ZZ1", "AAA1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old .xls file, or has a password"),
        (b"not a zip", "no .xlsx file, or is damaged"),
        (
            changed(book(values), mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "OpenDocument",
        ),
        (changed(book(values), xl__workbook_dot_xml=None), "no Excel workbook"),
        (
            changed(
                book(values),
                xl__workbook_dot_xml=b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>',
            ),
            "Strict Open XML",
        ),
        (
            changed(
                book(values),
                xl__sharedStrings_dot_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>',
            ),
            "declares entities",
        ),
        (changed(book(values), xl__sharedStrings_dot_xml=b"<sst><si>"), "damaged"),
    ],
)
def test_what_is_refused(data: bytes, words: str) -> None:
    """Each is refused by what it is, with what to do, and nothing of it is expanded."""
    problem = problem_of(data)
    assert problem.code == "SFR420"
    assert words in problem.message
    assert problem.help


def test_a_bomb_is_refused_by_its_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip file that unpacks to more than is accepted is refused before it is opened."""
    data = changed(book(values), xl__big_dot_bin=bytes(5_000_000))
    assert len(data) < 20_000
    monkeypatch.setattr(package_module, "MOST_BYTES", 4_000_000)
    assert "bytes unpacked" in problem_of(data).message


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell far away does not make a million empty ones."""
    data = book(lambda _, sheet: sheet.write_number(1_000_000, 0, 1))
    monkeypatch.setattr(grid_module, "_MOST_CELLS", 1000)
    assert "more than 1,000 cells" in problem_of(data).message


def test_macros_and_links_are_told() -> None:
    """Neither is run or followed; a note says that they are there."""
    data = changed(book(values), xl__vbaProject_dot_bin=b"", xl__externalLinks__a_dot_xml=b"<a/>")
    _, notes = read_grids(data, "a.xlsx")
    assert [(note.code, note.severity) for note in notes] == [("SFR424", "note")] * 2
    assert ["macros" in note.message for note in notes] == [True, False]


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is named."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(LibraryMissing, match="workbook"):
        read_grids(book(values), "a.xlsx")
