"""Tables of figures go out as data frames and come back equal, and bad frames are refused whole."""

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendframe.errors import InvalidDocument, InvalidValue
from sendframe.frames import FrameLibrary
from sendframe.model import (
    AcademicYear,
    CalendarYear,
    FinancialYear,
    FrozenMap,
    Month,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Quarter,
    Release,
    Snapshot,
    SymbolMeaning,
    Term,
    Text,
    parse_period,
)

LIBRARIES: tuple[FrameLibrary, ...] = ("pandas", "polars", "pyarrow")
SETS = [
    ObservationSet(
        id="figures",
        title=Text(default="Figures"),
        symbols=FrozenMap(
            {
                "c": SymbolMeaning(kind="suppressed", meaning="hidden"),
                "r1 x": SymbolMeaning(kind="not_available", meaning="not collected"),
            }
        ),
        areas=(ObservedArea(code="ZZ0000001", name="Wyeford", kind="local-authority"),),
        releases=(Release(id="r1", title="Release", publisher="Marlbeck Council"),),
    )
]
PERIODS = [
    CalendarYear(year=2024),
    AcademicYear(start_year=2024),
    FinancialYear(start_year=2024),
    Month(year=2025, month=1),
    Quarter(year_kind="financial", year=2024, quarter=1),
    Term(academic_year=2024, term="autumn"),
    *(parse_period("snapshot", day) for day in ("2025-01-16", "2024-02-29")),
    parse_period("year_to_date", "financial 2024 2024-12-31"),
]
COUNTS = st.none() | st.integers(0, 2**53 - 1).map(float) | st.floats(0, 1e9)
TEXTS = st.sampled_from(["a", "r1", "nan", "None", "NA", "1", "True", 'a "quoted", é\nline', "\t"])


@st.composite
def figures(draw: st.DrawFn) -> Observation:
    """Draw a figure of any kind, or a symbol in its place."""
    bottom = draw(COUNTS)
    value = None if bottom == 0 else draw(st.none() | st.floats(-(2.0**53) + 1, 2.0**53 - 1))
    parts = draw(st.dictionaries(st.sampled_from(["need", "age.group", "1"]), TEXTS, max_size=2))
    return Observation(
        indicator=draw(st.sampled_from(["late", "in.time", "nan"])),
        area=draw(st.sampled_from(["ZZ0000001", "E06000019", "884"])),
        period=draw(st.sampled_from(PERIODS)),
        value=value,
        symbol=draw(TEXTS) if value is None else None,
        numerator=draw(COUNTS),
        denominator=bottom,
        dimensions=FrozenMap(parts),
        status=draw(st.sampled_from(["final", "provisional"])),
        release=draw(st.sampled_from([None, "r1", "nan"])),
        source_file=draw(st.none() | TEXTS),
        source_row=draw(st.none() | st.integers(1, 10**9)),
    )


@st.composite
def tables(draw: st.DrawFn) -> Observations:
    """Draw a table in which no figure stands twice."""
    rows = draw(
        st.lists(
            figures(),
            max_size=6,
            unique_by=lambda row: (
                row.indicator,
                row.area,
                row.period,
                row.dimensions,
                row.release,
            ),
        )
    )
    origins = st.one_of(
        st.just(Origin()),
        st.integers(1, 99).map(lambda line: Origin("a.csv", line)),
        st.integers(1, 99).map(lambda entry: Origin("a.json", None, entry)),
    )
    table = Observations.of([(row, draw(origins)) for row in rows], SETS)
    decimals = draw(
        st.lists(st.none() | st.integers(0, 20), min_size=len(rows), max_size=len(rows))
    )
    one_by_one = Observations.of_columns(
        **{name: list(getattr(table, name)) for name in Observations.columns},
        decimals=decimals,
        sets=SETS,
    )
    return draw(st.sampled_from([table, one_by_one]))


@given(tables(), st.sampled_from(LIBRARIES))
def test_a_table_comes_back_equal_from_a_frame(table: Observations, library: FrameLibrary) -> None:
    """Figures, symbols, counts, decimals, dimensions, periods, releases and places are kept."""
    again = Observations.from_frame(table.to_frame(library), sets=SETS)
    assert again == table
    assert hash(again) == hash(table)


@settings(max_examples=30)
@given(tables(), st.sampled_from(LIBRARIES), st.data())
def test_the_order_of_columns_and_empty_ones_mean_nothing(
    table: Observations, library: FrameLibrary, data: st.DataObject
) -> None:
    """Columns may stand anywhere, and one that may be left out may also be empty."""
    frame = table.to_frame("polars")
    optional = {"symbol", "numerator", "denominator", "release", "source_row", "decimals"}
    empty = [name for name in frame.columns if name in optional and frame[name].is_null().all()]
    left_out = data.draw(st.sets(st.sampled_from(empty))) if empty else set()
    kept = [name for name in frame.columns if name not in left_out]
    shuffled = frame.select(data.draw(st.permutations(kept)))
    native: Any = {
        "polars": lambda: shuffled,
        "pandas": shuffled.to_pandas,
        "pyarrow": shuffled.to_arrow,
    }[library]()
    assert Observations.from_frame(native, sets=SETS) == table


CELLS: dict[str, list[Any]] = {
    "indicator": ["late", "", "no id", None, 5, "late\ud800"],
    "area": ["ZZ0000001", "lower", None, 884],
    "period_kind": ["calendar_year", "calender_year", None],
    "period": ["2024", 2024, 2024.0, "24", None, True],
    "value": [1.5, 7, 0, -3.5, None, float("nan"), float("inf"), 2**60, 10**400, "1", True],
    "symbol": [None, "", "c", "x", 5],
    "numerator": [None, 0, 3.5, -1, float("inf"), "5"],
    "denominator": [None, 0, 10, -2.0, False],
    "dimension.need": [None, "", "autism", 3],
    "status": ["final", "", "two words", 1],
    "release": [None, "", "r1", "not an id"],
    "source_file": [None, "a.csv", 3],
    "source_row": [None, 1, 2.0, 0, 1.5, 10**10, "3"],
}


@st.composite
def raw_rows(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the cells of a row that is a figure, with up to two of its cells changed."""
    row = {name: cells[0] for name, cells in CELLS.items()}
    for _ in range(draw(st.integers(0, 2))):
        name = draw(st.sampled_from(sorted(CELLS)))
        row[name] = draw(st.sampled_from(CELLS[name]))
    return row


@given(st.lists(raw_rows(), min_size=1, max_size=4))
def test_a_frame_is_accepted_exactly_where_each_row_is_a_figure(rows: list[dict[str, Any]]) -> None:
    """Every row with something wrong is named, no other is, and no number is repeated."""
    frame = pd.DataFrame(rows, dtype=object)
    expected: dict[int, Observation] = {}
    for number, row in enumerate(rows):
        figure = plain_figure(row)
        if figure is not None:
            expected[number] = figure
    keys = [
        (one.indicator, one.area, one.period, one.dimensions, one.release)
        for one in expected.values()
    ]
    is_sound = len(expected) == len(rows) and len(set(keys)) == len(keys)
    if is_sound:
        assert list(Observations.from_frame(frame)) == list(expected.values())
        return
    with pytest.raises(InvalidDocument) as caught:
        Observations.from_frame(frame)
    problems = caught.value.diagnostics
    named = {int(problem.location.pointer.split("/")[1]) for problem in problems}
    if len(expected) < len(rows):
        assert named == set(range(len(rows))) - set(expected)
    else:
        assert {problem.code for problem in problems} == {"SFR405"}
    assert all(problem.help for problem in problems)
    assert not any(number in str(caught.value) for number in ("3.5", "-1", "-2.0", str(2**60)))


def plain_figure(row: dict[str, Any]) -> Observation | None:
    """Return the figure that a row means; None where it is none."""

    def empty(cell: Any) -> bool:
        return cell is None or cell == "" or cell != cell  # noqa: PLR0124  # NaN

    cells = {name: None if empty(cell) else cell for name, cell in row.items()}
    kind, period, need = (cells.pop(name) for name in ("period_kind", "period", "dimension.need"))
    if type(period) in (int, float):
        period = str(int(period))
    if type(cells["source_row"]) is float and cells["source_row"].is_integer():
        cells["source_row"] = int(cells["source_row"])
    try:
        return Observation(
            **(cells | {"status": cells["status"] or "final"}),
            period=parse_period(kind or "", period) if isinstance(period, str) else period,
            dimensions=FrozenMap({} if need is None else {"need": need}),
        )
    except (InvalidValue, ValueError):
        return None


@settings(max_examples=30)
@given(st.lists(figures(), min_size=1, max_size=3), st.sampled_from(["NA", "x"]))
def test_nan_is_a_symbol_where_one_is_asked_for(rows: list[Observation], symbol: str) -> None:
    """Rows with neither a figure nor a symbol get the one that is given, and no other row does."""
    frame = pl.DataFrame(
        {
            "indicator": [f"{row.indicator}.{place}" for place, row in enumerate(rows)],
            "area": [row.area for row in rows],
            "period_kind": ["snapshot"] * len(rows),
            "period": [Snapshot(on=row.period.last_day).on for row in rows],
            "value": [float("nan") if row.value is None else row.value for row in rows],
        }
    )
    for native in (frame, frame.to_pandas(), pa.table(frame.to_arrow())):
        table = Observations.from_frame(native, missing=symbol)
        assert list(table.symbol) == [symbol if row.value is None else None for row in rows]
        assert [period.last_day for period in table.period] == [row.period.last_day for row in rows]
        if any(row.value is None for row in rows):
            with pytest.raises(InvalidDocument, match="SFR404"):
                Observations.from_frame(native)
