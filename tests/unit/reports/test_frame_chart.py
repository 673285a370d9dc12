"""Trend charts from data frames."""

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from sendframe.errors import InvalidDocument
from sendframe.reports import ChartPoint, TrendChart, charts

SERIES = {"period": ["2022", "2023", "2024"], "value": [46.05, None, 28.0]}


def trend(frame: Any, **more: Any) -> TrendChart:
    """Return the trend of a frame."""
    return charts.trend_of(frame, id="waits", title="Waits", unit="%", **more)


@pytest.mark.parametrize("make", [pl.DataFrame, pd.DataFrame, pa.table])
def test_a_frame_becomes_a_trend(make: Any) -> None:
    """Each figure is rounded half up, printed with its unit and told in the description."""
    chart = trend(make(SERIES), area="Wyeford")
    assert chart.points == (
        ChartPoint("2022", 46.05, "46.1%"),
        ChartPoint("2023", None, "no figure"),
        ChartPoint("2024", 28.0, "28.0%"),
    )
    assert chart.description == "Waits: 46.1% in 2022, no figure in 2023, 28.0% in 2024."
    assert "<svg" in charts.svg(chart)


def test_columns_of_other_names_and_numbers_as_years_are_read() -> None:
    """A description of one's own is kept."""
    frame = pl.DataFrame({"year": [2023, 2024], "share": [5, 4]})
    chart = trend(frame, period="year", value="share", decimals=0, description="It fell.")
    assert [(point.label, point.text) for point in chart.points] == [("2023", "5%"), ("2024", "4%")]
    assert chart.description == "It fell."


def test_periods_of_a_kind_are_printed_as_in_reports() -> None:
    """A table of figures has the kind of each period."""
    frame = pl.DataFrame(
        {"period_kind": ["term"], "period": ["2024/25 autumn"], "value": [5.0], "area": ["X"]}
    )
    assert trend(frame).points[0].label == "autumn term 2024/25"


def test_a_frame_without_rows_has_no_points() -> None:
    """Nothing is made up."""
    empty = pl.DataFrame(
        schema={"period_kind": pl.String, "period": pl.String, "value": pl.Float64}
    )
    assert trend(empty).points == ()


@pytest.mark.parametrize(
    ("columns", "messages"),
    [
        ({"a": [1]}, ["the column 'period' is missing", "the column 'value' is missing"]),
        (
            {**SERIES, "area": ["a", "b", "b"], "period_kind": ["month", "week", "week"]},
            [
                "figures of several areas are no series",
                "periods of different kinds are never joined",
            ],
        ),
        (
            {"period": ["2022", "2022", None], "value": [1.0, float("inf"), 3.0]},
            [
                "must be a finite number (row 1, column 'value')",
                "the same period stands in row 0 (row 1, column 'period')",
                "no period of this kind (row 2, column 'period')",
            ],
        ),
        (
            {"period": ["24"], "period_kind": ["calendar_year"], "value": ["5"]},
            [
                "must be a finite number (row 0, column 'value')",
                "no period of this kind (row 0, column 'period')",
            ],
        ),
    ],
)
def test_what_is_no_series_is_refused_with_every_problem(
    columns: dict[str, Any], messages: list[str]
) -> None:
    """Each problem names its column and its row, and what to do."""
    with pytest.raises(InvalidDocument) as caught:
        trend(pl.DataFrame(columns, strict=False))
    assert [problem.message for problem in caught.value.diagnostics] == messages
    assert all(problem.help for problem in caught.value.diagnostics)
