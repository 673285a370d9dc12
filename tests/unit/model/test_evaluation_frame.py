"""The tables of an evaluation as data frames."""

from datetime import date

import pytest

from sendframe.errors import UnknownName
from sendframe.model import (
    BenchmarkPoint,
    CalendarYear,
    Comparison,
    Evaluation,
    Fact,
    IndicatorResult,
    Point,
    Refusal,
    Score,
    Text,
)

YEAR = CalendarYear(year=2024)
EVALUATION = Evaluation(
    id="e",
    title=Text(default="Evaluation"),
    portfolio="p",
    area="ZZ0000001",
    area_name="Wyeford",
    as_at=date(2026, 1, 31),
    facts=(
        Fact(id="f/1", statement="One."),
        Fact(id="f/2", statement="Two.", value=2.5, unit="percent", derived_from=("f/1", "f/0")),
    ),
    indicators=(
        IndicatorResult(
            indicator="late",
            title="Late",
            direction="lower",
            unit="percent",
            decimals=1,
            points=(Point(period=YEAR, value=2.5, status="final", fact="f/2"),),
            comparisons=(
                Comparison(
                    comparator="england",
                    title="England",
                    method="single",
                    points=(BenchmarkPoint(period=YEAR, value=3.0, areas=1, fact="f/1"),),
                ),
            ),
            scores=(
                Score(
                    rule="r1",
                    about="late",
                    band="good",
                    label="Good",
                    tone="better",
                    statement="It fell.",
                    formula="3 - 2.5",
                    source="Here",
                ),
            ),
            refusals=(Refusal(rule="r2", about="late", reason="There is one figure."),),
        ),
    ),
)


def test_facts_are_one_row_each() -> None:
    """Several ids stand in one cell, with spaces between; none is a missing value."""
    frame = EVALUATION.to_frame("facts", "polars")
    assert frame.columns == ["id", "statement", "value", "unit", "derived_from", "source"]
    assert frame["derived_from"].to_list() == [None, "f/1 f/0"]


def test_points_are_the_series_of_the_indicators() -> None:
    """A period has two columns, as in a table of figures."""
    (row,) = EVALUATION.to_frame("points", "polars").to_dicts()
    assert (row["indicator"], row["period_kind"], row["period"], row["value"]) == (
        "late",
        "calendar_year",
        "2024",
        2.5,
    )


def test_comparisons_are_one_row_for_each_period() -> None:
    """The figures of the areas behind a benchmark are left out."""
    frame = EVALUATION.to_frame("comparisons", "polars")
    assert frame.columns[:6] == [
        "indicator",
        "comparator",
        "title",
        "method",
        "period_kind",
        "period",
    ]
    assert "members" not in frame.columns
    assert frame["areas"].to_list() == [1]


def test_a_refusal_is_a_score_without_a_band() -> None:
    """Its reason is its statement: not scored is never left out."""
    frame = EVALUATION.to_frame("scores", "polars")
    assert frame.select("rule", "band", "statement").rows() == [
        ("r1", "good", "It fell."),
        ("r2", None, "There is one figure."),
    ]


def test_another_table_is_refused_by_name() -> None:
    """The message lists the four."""
    with pytest.raises(UnknownName, match="comparisons, facts, points, scores"):
        EVALUATION.to_frame("notes", "polars")  # type: ignore[arg-type]  # a mistake on purpose
