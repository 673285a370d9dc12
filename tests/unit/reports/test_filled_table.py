"""Tables without empty columns."""

from sendframe.reports import NOTHING, Cell, Sentence, Span, Table, filled_table


def test_a_column_without_contents_is_left_out() -> None:
    """A blank cell of a column that is kept has a dash."""
    rows = ((Cell("a"), Cell(), Cell(note="n")), (Cell("b"), Cell(), Cell()))
    spans = (Span(0, Sentence("Group")),)
    table = filled_table("C", ("One", "Two", "Three"), rows, spans=spans, hides_caption=True)
    assert table == Table(
        "C",
        ("One", "Three"),
        ((Cell("a"), Cell(note="n")), (Cell("b"), Cell(NOTHING))),
        spans=spans,
        hides_caption=True,
    )


def test_without_rows_there_is_no_table() -> None:
    """Headings alone say nothing."""
    assert filled_table("C", ("One",), ()) is None
