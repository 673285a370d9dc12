"""The rows behind the ids of facts."""

from datetime import date

from sendframe.evaluation import rows_by_fact
from sendframe.figures import figures_of
from sendframe.model import CalendarYear, ComparatorSet, FrozenMap, Observations
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, text


def test_each_fact_of_a_figure_leads_to_its_rows() -> None:
    """Figures of the area, its parts, other areas, and comparisons of one and of several areas."""
    table = Observations.of_columns(
        indicator=["rate"] * 5,
        area=[AREA, AREA, OTHER, COUNTRY, COUNTRY],
        period=[CalendarYear(year=2024)] * 5,
        value=[1.0, 2.0, 3.0, 4.0, 5.0],
        dimensions=[
            FrozenMap(),
            FrozenMap({"age": "5 to 10"}),
            FrozenMap(),
            FrozenMap(),
            FrozenMap({"age": "5 to 10"}),
        ],
    )
    figures = figures_of(table, [rate()], as_at=date(2026, 1, 31))
    sets = (
        ComparatorSet(
            id="country", title=text("C"), kind="country", areas=(COUNTRY,), method="single"
        ),
        ComparatorSet(
            id="both", title=text("B"), kind="custom", areas=(OTHER, COUNTRY), method="mean"
        ),
    )
    values = {
        fact: [figures.value[row] for row in rows]
        for fact, rows in rows_by_fact(figures, AREA, sets).items()
    }
    assert values == {
        "indicator/rate/2024": [1.0],
        "indicator/rate/age/5_20_to_20_10/2024": [2.0],
        f"indicator/rate/area/{OTHER}/2024": [3.0],
        f"indicator/rate/area/{COUNTRY}/2024": [4.0],
        "indicator/rate/comparison/country/2024": [4.0],
        "indicator/rate/comparison/both/2024": [3.0, 4.0],
    }
