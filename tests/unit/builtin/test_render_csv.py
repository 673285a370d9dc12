"""Figures and tables as CSV: every cell of a table, and nothing a spreadsheet would run."""

import csv
import io

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.builtin import render_csv
from sendframe.builtin.render_csv import safe
from sendframe.plugins import Cell, NoOptions, Paragraph, ReportModel, Section, Sentence, Table
from tests.unit.builtin.sample_report import sample
from tests.unit.builtin.sample_texts import blocks


def rows(model: ReportModel) -> list[dict[str, str]]:
    """Return the rows of the file of a report."""
    (file,) = render_csv.render(model, NoOptions())
    assert file.media_type == "text/csv"
    assert file.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"), newline="")))


def test_it_is_named_after_the_profile() -> None:
    """The file of the annex holds all series, and is called figures.csv."""
    for profile, name in (("board", "board.csv"), ("annex", "figures.csv")):
        (file,) = render_csv.render(attrs.evolve(sample(), profile=profile), NoOptions())
        assert file.name == name


def test_every_cell_of_a_table_is_there() -> None:
    """With its row and its column, its facts, and all its lines; what only names a row does that."""
    model = sample(hostile=False)
    found = rows(model)
    for section in model.sections:
        for block in blocks(section):
            if isinstance(block, Table):
                for cells in block.rows:
                    for cell in cells:
                        text = safe(cell.text)
                        assert any(text in row["text"] or text == row["row"] for row in found)
                    assert not any(
                        row["text"] == row["row"] == cells[0].text and row["title"] == block.caption
                        for row in found
                    )
    wanted = {"section": "What needs the board's attention", "column": "Latest", "text": "67.6%"}
    (row,) = [row for row in found if wanted.items() <= row.items()]
    assert (row["row"], row["facts"]) == ("EHC plans issued within 20 weeks", "f1")


def test_every_figure_of_a_picture_is_there_unrounded() -> None:
    """With its series and its period; a missing one has the words for it and no number."""
    found = [row for row in rows(sample(hostile=False)) if row["title"].endswith("weeks, Wyeford")]
    by_period = {row["column"]: row for row in found if row["column"]}
    assert (by_period["2024"]["text"], by_period["2024"]["value"]) == ("67.6%", "67.6")
    assert (by_period["2021"]["text"], by_period["2021"]["value"]) == ("c", "")
    levels = {row["row"]: row["value"] for row in found if not row["column"]}
    assert levels["target by 31 August 2026"] == "70.0"


def test_a_report_without_tables_says_only_what_it_is() -> None:
    """Sentences are left out; the first row says what the file is and how to handle it."""
    section = Section("s", "A", (Paragraph((Sentence("It rained."),)),))
    (about,) = rows(attrs.evolve(sample(), sections=(section,)))
    assert about["title"] == "About this file"
    model = sample()
    for part in (model.title, model.handling_mark, model.notice, "Wyeford does not exist"):
        assert part in about["text"]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@"])
def test_no_text_is_a_formula(begin: str) -> None:
    """A text that begins like one has an apostrophe before it; a number never has."""
    assert safe(f"{begin}cmd|' /C calc'!A0") == f"'{begin}cmd|' /C calc'!A0"
    table = Table("t", ("A",), ((Cell(f"{begin}SUM(A1)"),),))
    _, row = rows(attrs.evolve(sample(), sections=(Section("s", "A", (table,)),)))
    assert row["text"] == f"'{begin}SUM(A1)"
    assert safe("-1.5") == "-1.5"


@given(st.text())
def test_whatever_a_text_is_a_spreadsheet_reads_it_as_text(text: str) -> None:
    """It begins with no sign of a formula, unless it is a number, and stands on one line."""
    made = safe(text)
    assert "\n" not in made
    if made[:1] in ("=", "+", "-", "@"):
        float(made)
