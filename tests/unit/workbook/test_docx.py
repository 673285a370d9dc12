"""The tables of a Word document are read as a person sees them; nothing else of it is opened."""

import io
import sys
import zipfile

import pytest

from sendframe.errors import Diagnostic, InvalidDocument, LibraryMissing
from sendframe.workbook import Grid, read_tables
from sendframe.workbook import _docx as docx_module
from tests.unit.workbook.test_grid import book

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def text(*tables: str, **parts: bytes) -> bytes:
    """Return a Word document with tables."""
    body = "".join(f"<w:p><w:r><w:t>Before.</w:t></w:r></w:p>{table}" for table in tables)
    document = f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", document)
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def table(*rows: str) -> str:
    """Return a table of rows."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(words: str, *, span: int = 0, merge: str = "", inner: str = "") -> str:
    """Return a cell; *merge* is ``restart`` or ``continue``."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span else ""
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>' if merge != "continue" else "<w:vMerge/>"
    return (
        f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
    )


def only(data: bytes) -> Grid:
    """Return the only table."""
    (grid,) = read_tables(data, "a.docx")
    return grid


def problem_of(data: bytes) -> Diagnostic:
    """Return the only problem of a document that is refused."""
    with pytest.raises(InvalidDocument) as caught:
        read_tables(data, "a.docx")
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.location.file) == ("SFR420", "a.docx")
    return problem


def test_tables_have_their_rows_and_merged_cells() -> None:
    """The value of a merged cell stands in its first one, as in a workbook."""
    grid = only(
        text(
            table(
                cell("KPI", merge="restart") + cell("2025", span=2) + cell("Owner"),
                cell("", merge="continue") + cell("Target") + cell("Actual") + cell(""),
                cell("Plans", merge="restart") + cell("55") + cell("1,234.5") + cell("3.7*"),
                cell("", merge="continue") + cell("56") + cell("-7"),
            )
        )
    )
    assert grid.name == "table 1"
    assert grid.rows == (
        ("KPI", 2025, None, "Owner"),
        (None, "Target", "Actual"),
        ("Plans", 55, 1234.5, "3.7*"),
        (None, 56, -7),
    )
    assert set(grid.merged) == {"A1:A2", "B1:C1", "A3:A4"}


def test_words_are_those_that_are_shown() -> None:
    """Lines and tabs, content controls and insertions are read; what was deleted is not."""
    inner = (
        "<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"
        "<w:ins><w:r><w:t> new</w:t></w:r></w:ins><w:del><w:r><w:t>old</w:t></w:r></w:del></w:p>"
    )
    control = f"<w:sdt><w:sdtContent>{cell('in a control')}</w:sdtContent></w:sdt>"
    before = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("after a gap")}'
    nested = cell("end", inner=table(cell("inner")))
    grid = only(text(table(cell("four", inner=inner) + control, before, nested)))
    assert grid.rows == (
        ("One\ntwo three new\nfour", "in a control"),
        (None, "after a gap"),
        ("inner\nend",),
    )
    assert grid.merged == ()


def test_a_cell_that_continues_nothing_is_empty() -> None:
    """A row that is shorter than the one above ends what is merged there."""
    grid = only(
        text(
            table(
                cell("a") + cell("b", merge="restart"),
                cell("c"),
                cell("d") + cell("", merge="continue"),
                cell("", span=0) + "<w:tc/>",
            )
        )
    )
    assert grid.rows == (("a", "b"), ("c",), ("d",), ())
    assert grid.merged == ()


def test_tables_are_numbered() -> None:
    """A table in another one, or in a text box, has no number; a document may have none."""
    first = table(cell("1", inner=table(cell("x"))))
    first += f"<w:txbxContent>{table(cell('box'))}</w:txbxContent>"
    assert [grid.name for grid in read_tables(text(first, table(cell("2"))), "a.docx")] == [
        "table 1",
        "table 2",
    ]
    assert read_tables(text(), "a.docx") == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a zip", "it is no .docx file, or is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old .doc file, or has a password"),
        (book(lambda _book, _sheet: None), "it is no Word document"),
        (text(**{"word/settings.xml": b"<!DOCTYPE a>"}), "declares entities"),
        (text("<w:tbl>"), "a part of it is damaged"),
    ],
)
def test_what_is_no_word_document_is_refused(data: bytes, words: str) -> None:
    """It is named, with what to do about it."""
    problem = problem_of(data)
    assert problem.message.startswith("the document cannot be read: ")
    assert words in problem.message
    assert "Excel" not in problem.help


def test_what_is_nested_deeply_is_read() -> None:
    """Nothing recurses, whatever controls are in controls."""
    deep = 3_000
    control = "<w:sdt><w:sdtContent>" * deep + cell("in") + "</w:sdtContent></w:sdt>" * deep
    assert only(text(table(control))).rows == (("in",),)


def test_sizes_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells that are merged count each; a width beyond all reason is cut."""
    wide = cell("a", span=999999)
    assert only(text(table(wide))).merged == ("A1:ALL1",)
    assert "a table of it is too large" in problem_of(text(table(wide + wide))).message
    long = text(table(cell("a" * 100)))
    with monkeypatch.context() as context:
        context.setattr(docx_module, "_MOST_BYTES", 100)
        assert "its text is too large" in problem_of(long).message
    monkeypatch.setattr(docx_module, "_MOST_CELLS", 2)
    assert only(text(table(cell("a") + cell("b")))).rows == (("a", "b"),)
    assert "too large" in problem_of(text(table(cell("a") + cell("b"), cell("c")))).message


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is named."""
    monkeypatch.setitem(sys.modules, "defusedxml.ElementTree", None)
    with pytest.raises(LibraryMissing, match=r"sendframe\[workbook\]"):
        read_tables(text(), "a.docx")
