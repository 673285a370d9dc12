"""Tables on the page: headings, captions, cards on narrow screens, rows of one cell."""

import pytest

from sendframe.plugins import (
    Cell,
    Sentence,
    Span,
    Table,
)
from tests.unit.builtin.html_page import H, letters, parsed, rendered, squeezed, with_blocks
from tests.unit.builtin.sample_report import sample


@pytest.fixture(scope="module")
def page() -> str:
    """The page of the sample report."""
    return rendered(sample())


def test_tables_say_what_heads_what(page: str) -> None:
    """Every table has a caption; columns and rows have heads with a scope."""
    for each in parsed(page).iter(f"{H}table"):
        assert each.find(f"{H}caption") is not None
        assert {e.get("scope") for e in each.find(f"{H}thead").iter(f"{H}th")} == {"col"}
        for row in each.find(f"{H}tbody"):
            assert row[0].get("scope") == "row" or row[0].get("colspan")


def test_an_empty_table_says_so() -> None:
    """A table without rows says that it has none; one without columns leaves its caption."""
    found = "".join(letters(parsed(rendered(with_blocks(Table("Late", ("A", "B"), ()))))))
    assert "No entries." in found
    assert "Late" in "".join(letters(parsed(rendered(with_blocks(Table("Late", (), ()))))))


def test_nothing_scrolls_sideways(page: str) -> None:
    """No table and no picture takes a tab stop; on a narrow screen a table becomes cards."""
    assert not [each for each in parsed(page).iter() if each.get("tabindex") == "0"]
    for each in parsed(page).iter(f"{H}table"):
        columns = len(list(each.find(f"{H}thead").iter(f"{H}th")))
        assert (each.get("role") == "table") == (columns > 2)


def test_cards_name_the_column_of_each_figure(page: str) -> None:
    """A table that becomes cards keeps its roles, and each cell has the heading of its column."""
    for each in parsed(page).iter(f"{H}table"):
        if each.get("role") != "table":
            continue
        heads = [
            squeezed("".join(head.itertext())) for head in each.find(f"{H}thead").iter(f"{H}th")
        ]
        for row in each.find(f"{H}tbody"):
            for cell, head in zip(row, heads, strict=False):
                if cell.get("role") == "cell" and not cell.get("colspan"):
                    assert squeezed(cell.get("data-head", "")) == head


def test_empty_cells_are_left_out_of_cards() -> None:
    """A cell without anything in it, or with a dash alone, is marked so."""
    row = (Cell("a"), Cell(""), Cell("–"), Cell("", note="n"), Cell("0", number=True))
    page = rendered(with_blocks(Table("t", ("A", "B", "C", "D", "E"), (row,))))
    classes = [each.get("class") for each in parsed(page).iter(f"{H}td")]
    assert classes == ["none", "none", None, "number"]


def test_a_row_of_one_cell_heads_those_below_or_remarks_on_the_one_above() -> None:
    """It spans all columns, and stands where it is wanted."""
    spans = (Span(0, Sentence("Group")), Span(1, Sentence("It is disputed."), "remark"))
    page = rendered(with_blocks(Table("t", ("A", "B", "C"), ((Cell("x"),) * 3,), spans=spans)))
    (body,) = parsed(page).iter(f"{H}tbody")
    rows = [(row.get("class"), len(row)) for row in body]
    assert rows == [("heading", 1), (None, 3), ("remark", 1)]
