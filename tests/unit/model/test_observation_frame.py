"""Data frames of figures: their columns, and what is wrong with one."""

from typing import Any

import pandas as pd
import polars as pl
import pytest

from sendframe.errors import Diagnostic, InvalidDocument, InvalidValue
from sendframe.model import (
    CalendarYear,
    FrozenMap,
    Observation,
    Observations,
    Origin,
    Snapshot,
)

YEAR = CalendarYear(year=2024)
ROW: dict[str, Any] = {
    "indicator": "late",
    "area": "ZZ0000001",
    "period_kind": "calendar_year",
    "period": "2024",
    "value": 50.0,
}


def problems_of(**columns: Any) -> list[Diagnostic]:
    """Return the problems of a frame of one figure, with other or more columns; None drops one."""
    cells = {name: cell for name, cell in (ROW | columns).items() if cell is not ...}
    with pytest.raises(InvalidDocument) as caught:
        Observations.from_frame(pd.DataFrame({name: [cell] for name, cell in cells.items()}))
    return list(caught.value.diagnostics)


def test_a_frame_has_a_column_for_each_field_and_dimension() -> None:
    """The order is that of the documentation; a period has two columns."""
    figure = Observation(
        indicator="late",
        area="ZZ0000001",
        period=YEAR,
        value=50.0,
        dimensions=FrozenMap({"need": "autism", "age": "5"}),
    )
    frame = Observations.of([(figure, Origin("a.csv", 7))]).to_frame("polars")
    assert frame.columns == [
        "indicator",
        "area",
        "period_kind",
        "period",
        "dimension.age",
        "dimension.need",
        "value",
        "symbol",
        "numerator",
        "denominator",
        "status",
        "release",
        "source_file",
        "source_row",
        "decimals",
        "origin_file",
        "origin_line",
        "origin_entry",
    ]
    assert frame.row(0, named=True)["origin_line"] == 7
    assert frame.schema["value"] == pl.Float64
    assert frame.schema["source_row"] == pl.Int64


def test_five_columns_are_enough() -> None:
    """The others have the values that a figure has without them."""
    table = Observations.from_frame(pl.DataFrame({name: [cell] for name, cell in ROW.items()}))
    assert list(table) == [Observation(indicator="late", area="ZZ0000001", period=YEAR, value=50.0)]
    assert table.origin(0) == Origin()


@pytest.mark.parametrize(
    ("kind", "cell", "period"),
    [
        ("calendar_year", 2024, YEAR),
        ("calendar_year", 2024.0, YEAR),
        ("snapshot", pd.Timestamp("2025-01-16"), Snapshot(on=pd.Timestamp("2025-01-16").date())),
    ],
)
def test_years_may_be_numbers_and_snapshots_dates(kind: str, cell: object, period: object) -> None:
    """That is how they come out of a spreadsheet."""
    row = {**ROW, "period_kind": kind, "period": cell}
    table = Observations.from_frame(pd.DataFrame({name: [cell] for name, cell in row.items()}))
    assert list(table.period) == [period]


def test_all_problems_of_the_columns_are_named_at_once() -> None:
    """An unknown column has the nearest name of one that is missing, and takes its place."""
    problems = problems_of(value=..., valeu=1.0, area=..., **{"dimension.": "x", "x" * 99: 1})
    assert [(problem.code, problem.message, problem.suggestion) for problem in problems] == [
        ("SFR402", "the column 'valeu' is not known", "value"),
        ("SFR402", "the column 'dimension.' is not known", None),
        ("SFR402", f"the column '{'x' * 60}' is not known", None),
        ("SFR402", "the column 'area' is missing", None),
    ]


def test_an_unknown_column_of_a_full_frame_has_the_nearest_of_all() -> None:
    """Here nothing is missing."""
    (problem,) = problems_of(numeratr=1.0)
    assert problem.suggestion == "numerator"
    assert problem.location.pointer == "/numeratr"


def test_a_list_of_children_is_refused() -> None:
    """Names of columns decide, and nothing of the cells is repeated."""
    (problem,) = problems_of(upn="B801200005001", surname="Reed")
    assert problem.code == "SFR705"
    assert problem.message == "this is a list of children: it has the columns 'upn', 'surname'"
    assert "Reed" not in problem.help


def test_columns_named_by_numbers_are_unknown() -> None:
    """A frame without names of columns has them in pandas."""
    with pytest.raises(InvalidDocument, match="the column '0' is not known"):
        Observations.from_frame(pd.DataFrame([["late"]]))


def test_two_columns_of_one_name_are_one_problem() -> None:
    """The frame is refused like any other bad one."""
    frame = pd.DataFrame([[1, 2]], columns=["value", "value"])
    with pytest.raises(InvalidDocument, match="SFR402: two columns of the frame have one name"):
        Observations.from_frame(frame)


@pytest.mark.parametrize(
    ("columns", "code", "message"),
    [
        ({"indicator": None}, "SFR403", "the cell is empty (row 0, column 'indicator')"),
        ({"area": 884}, "SFR403", "must be text, not a number (row 0, column 'area')"),
        ({"value": "50"}, "SFR403", "must be a number (float), not text (row 0, column 'value')"),
        ({"value": True}, "SFR403", "must be a number (float), not true or false (row 0"),
        ({"value": float("inf")}, "SFR403", "must lie between -9007199254740991 and"),
        ({"value": 10**400}, "SFR403", "must lie between -9007199254740991 and"),
        ({"numerator": -1}, "SFR403", "must lie between 0 and 9007199254740991 (row 0, column"),
        ({"value": None}, "SFR404", "there is neither a figure nor a symbol (row 0, column"),
        ({"symbol": "c"}, "SFR404", "there is a figure and a symbol (row 0, column 'symbol')"),
        ({"denominator": 0}, "SFR406", "there is no rate where the denominator is 0 (row 0"),
        ({"source_row": 0}, "SFR403", "must be a whole number from 1 to 1000000000 (row 0"),
        ({"source_row": 1.5}, "SFR403", "must be a whole number from 1 to 1000000000 (row 0"),
        ({"decimals": 1020}, "SFR403", "must be a whole number from 0 to 1019 (row 0, column"),
        ({"period": "24"}, "SFR403", "not a period of this kind (row 0, column 'period')"),
        ({"period": "9999"}, "SFR403", "must lie between 1900 and 2199 (row 0, column 'period')"),
        ({"period_kind": "snapshot", "period": 3}, "SFR403", "not a period of this kind (row 0"),
        ({"dimension.need": 5}, "SFR403", "must be text, not a number (row 0, column 'dimension"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(
    columns: dict[str, Any], code: str, message: str
) -> None:
    """The problem says what to do, and repeats no number."""
    (problem,) = problems_of(**columns)
    assert problem.code == code
    assert problem.message.startswith(message)
    assert problem.help
    column = message.rpartition("column '")[2].rstrip("')") if message.endswith("')") else None
    assert column is None or problem.location.pointer == f"/0/{column}"


def test_an_unknown_kind_of_period_has_the_nearest() -> None:
    """And the help lists all."""
    (problem,) = problems_of(period_kind="calender_year")
    assert problem.suggestion == "calendar_year"
    assert "term_to_date" in problem.help


def test_problems_are_in_the_order_of_rows_and_columns_and_the_rest_is_counted() -> None:
    """A hundred are listed at most."""
    rows = [ROW | {"indicator": f"late.{place}", "value": "x", "area": "?"} for place in range(60)]
    with pytest.raises(InvalidDocument) as caught:
        Observations.from_frame(pl.DataFrame(rows))
    *shown, rest = caught.value.diagnostics
    assert [problem.location.pointer for problem in shown[:3]] == ["/0/area", "/0/value", "/1/area"]
    assert len(shown) == 100
    assert rest.message == "20 more problems in this frame are not shown"


def test_a_figure_that_stands_twice_is_named_with_the_first() -> None:
    """The rows are the same figure whatever its number."""
    frame = pl.DataFrame([ROW, ROW | {"area": "ZZ0000002"}, ROW | {"value": 3.0}])
    with pytest.raises(InvalidDocument) as caught:
        Observations.from_frame(frame)
    (problem,) = caught.value.diagnostics
    assert problem.code == "SFR405"
    assert problem.message == "the same figure stands in row 0 (row 2, column 'indicator')"


def test_one_symbol_may_stand_for_all_that_is_missing() -> None:
    """A row with a figure, or a symbol of its own, keeps it."""
    rows = [
        ROW,
        ROW | {"value": None, "area": "ZZ0000002"},
        ROW | {"value": None, "symbol": "c", "area": "ZZ0000003"},
    ]
    table = Observations.from_frame(pl.DataFrame(rows), missing="x")
    assert list(table.symbol) == [None, "x", "c"]


@pytest.mark.parametrize("missing", ["", 5])
def test_what_stands_for_missing_figures_is_a_symbol(missing: Any) -> None:
    """An empty text, or a number, is none."""
    with pytest.raises(InvalidValue, match="Observations/symbol: must "):
        Observations.from_frame(pl.DataFrame([ROW]), missing=missing)


def test_sound_rows_beside_bad_ones_are_not_named() -> None:
    """Each problem stands in its own row."""
    rows = [
        ROW | {"dimension.need": "autism"},
        ROW | {"dimension.need": "autism", "area": "?"},
        ROW | {"dimension.need": "autism", "period": "24"},
        ROW | {"dimension.need": None, "status": "two words"},
    ]
    frame = pl.DataFrame([{"status": "final", "source_row": 7} | row for row in rows])
    with pytest.raises(InvalidDocument) as caught:
        Observations.from_frame(frame)
    assert [problem.location.pointer for problem in caught.value.diagnostics] == [
        "/1/area",
        "/2/period",
        "/3/status",
    ]
