"""Figures held by column are still figures one by one."""

from sendframe.model import CalendarYear, Observations, Origin
from tests.unit.conftest import OTHER, seen

ROWS = (seen(2023, 1, 4), seen(2024, 3, 4), seen(2024, None, None, area=OTHER, symbol="x"))
TABLE = Observations.of((row, Origin("figures.csv", n)) for n, row in enumerate(ROWS, 2))


def test_a_table_gives_back_the_figures_it_was_made_from() -> None:
    """Its length is the number of figures, and each is equal to the one that went in."""
    assert len(TABLE) == 3
    assert TABLE[1] == ROWS[1]
    assert tuple(TABLE) == ROWS


def test_an_empty_table_holds_nothing() -> None:
    """A table of no figures is empty, and has a row for nothing."""
    assert not list(Observations())
    assert Observations().at("rate", OTHER, CalendarYear(year=2024)) is None


def test_a_figure_says_where_it_was_read() -> None:
    """The place of a figure is its file with the line, or the entry, or Python."""
    assert TABLE.source(0) == "figures.csv, line 2"
    assert str(Origin("figures.json", entry=3)) == "figures.json, entry 3"
    assert str(Origin("figures.json")) == "figures.json"
    assert str(Origin()) == "figures given in Python"
