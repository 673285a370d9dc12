"""What is known of hidden counts: which they are, and the names of their cells."""

from tests.unit.conftest import AREA, OTHER, rate, seen, small
from tests.unit.disclosure.test_disclosure import PUBLISHED, parts, shown


def test_hidden_counts_are_those_of_the_hidden_figures_of_one_area() -> None:
    """Numerator and denominator of a rate, and no figure that is shown or of another area."""
    rows = (seen(2023, 40, 90), seen(2024, 3, 100), seen(2024, 2, 70, area=OTHER))
    figures = shown(small(rate(), *rows)).figures
    assert figures is not None
    assert figures.hidden_counts(AREA) == {3: {"rate"}, 100: {"rate"}}
    assert figures.hidden_counts(OTHER) == {2: {"rate"}, 70: {"rate"}}
    assert figures.hidden_counts("ZZ9999999") == {}


def test_hidden_counts_are_whole_and_those_of_a_count_its_figure() -> None:
    """The figure of a rate is no count, and neither is an average."""
    row = seen(2024, None, None, symbol="x").changed(value=3.0, symbol=None)
    count = rate("neutral", unit="children", factor=None)
    figures = shown(small(count, row)).figures
    assert figures is not None
    assert figures.hidden_counts(AREA) == {3: {"rate"}}
    average = shown(small(rate(averaged=True), seen(2024, 2.5, 100))).figures
    assert average is not None
    assert average.hidden_counts(AREA) == {100: {"rate"}}


def test_hidden_cells_are_named_with_their_part() -> None:
    """So that the next edition hides the same, and no other."""
    assert shown(parts(3, 10, 20), PUBLISHED).hidden == (
        f"rate {AREA} calendar_year 2024 setting=p0",
        f"rate {AREA} calendar_year 2024 setting=p1",
    )
