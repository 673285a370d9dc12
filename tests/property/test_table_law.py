"""A table of figures is read alike by columns and row by row, whatever stands in its cells."""

import csv
import io
from unittest.mock import patch

from hypothesis import event, given
from hypothesis import strategies as st

from sendframe.documents import _table_columns
from sendframe.documents._table import read_table
from sendframe.documents._table_columns import read_columns
from sendframe.documents._table_problems import find_table_problems
from sendframe.model import (
    FrozenMap,
    ObservationSet,
    ObservedArea,
    Origin,
    Release,
    SymbolMeaning,
    Text,
)

META = ObservationSet(
    id="figures",
    title=Text(default="Figures"),
    symbols=FrozenMap(
        {
            symbol: SymbolMeaning(kind="suppressed", meaning="hidden")
            for symbol in ("c", "e", "5", "nan", "r1 x")
        }
    ),
    areas=(
        ObservedArea(code="E06000019", name="Herefordshire", kind="local-authority"),
        ObservedArea(code="E92000001", name="England", kind="country"),
    ),
    releases=(Release(id="r1", title="Release", publisher="DfE"),),
)

GOOD = {
    "indicator": ["late", "in.time"],
    "area": ["E06000019", "E92000001"],
    "period_kind": ["calendar_year"],
    "period": ["2022", "2023", "2024"],
    "value": ["71.0", "71", "-0", "0.5", "6.7e1", "1E-3", "12345678901234.25", "c", "x", "nan"],
    "numerator": ["", "0", "5", "2.5"],
    "denominator": ["", "10", "1e2"],
    "status": ["", "provisional"],
    "release": ["", "r1"],
    "retrieved_on": ["", "2025-01-31"],
    "source_file": ["", "a,b.csv", 'a "quoted" name', "two\nlines", "two\rlines", "é"],
    "source_row": ["", "2", "1000000000"],
    "dimension.need": ["", "autism", "a\r\nb"],
    "dimension.age": ["", "5 to 10"],
}
BAD = {
    "indicator": ["", "not an id", "x" * 200],
    "area": ["", "E06000018", "e06000019"],
    "period_kind": ["", "year", "month"],
    "period": ["", "2024/25", "1066", "24"],
    "value": [
        "",
        "z",
        "inf",
        "NaN",
        "1_000",
        "+1",
        ".5",
        "5.",
        " 1",
        "1\n2",
        "1e999",
        "٣",
        "1" * 17,
    ],
    "numerator": ["-1", "c", "nan", "1e300", "1 "],
    "denominator": ["0", "-2", "many", "inf"],
    "status": ["two words"],
    "release": ["r2", "no id"],
    "retrieved_on": ["2025-02-30", "20250131", "1066-10-14", "2026-W01-1"],
    "source_file": ["x" * 5000, "\v"],
    "source_row": ["0", "01", "-1", "1.5", "2000000000", "99999999999"],
    "dimension.need": ["x" * 5000],
    "dimension.age": ["\x1b"],
}
NEEDED = list(GOOD)[:5]


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Draw a table in which most cells are sound."""
    more = st.lists(st.sampled_from(list(GOOD)[5:]), unique=True)
    header = [*NEEDED, *draw(more)]
    faults = draw(st.sampled_from([0, 0, 1, 3]))
    rows = [
        [draw(st.sampled_from(GOOD[name])) for name in header]
        for _ in range(draw(st.integers(0, 7)))
    ]
    if draw(st.integers(0, 4)):  # otherwise a figure may stand twice
        for number, cells in enumerate(rows):
            cells[0] += f".{number}"
    for _ in range(faults if rows else 0):
        row, place = draw(st.sampled_from(rows)), draw(st.integers(0, len(header) - 1))
        row[place:] = [draw(st.sampled_from(BAD[header[place]])), *row[place + 1 :]]
    if draw(st.integers(0, 9)) == 0:
        draw(st.sampled_from([header, *rows])).append("1")
    out = io.StringIO()
    end = draw(st.sampled_from(["\n", "\r\n"]))
    writer = csv.writer(out, lineterminator=end, quoting=draw(st.sampled_from([0, 1])))
    writer.writerow(header)
    for cells in rows:
        out.write(draw(st.sampled_from(["", "", end])))
        writer.writerow(cells)
    text = draw(st.sampled_from(["", "\ufeff"])) + out.getvalue()
    data = text.encode()
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.sampled_from([b"\0", b"\xff", b'"', b"\r", b","])) + data[at:]
    return data


@given(tables(), st.sampled_from([1, 3, 16_384]))
def test_both_ways_read_a_table_alike(data: bytes, rows_at_a_time: int) -> None:
    """A table is read by columns exactly where no row has a problem, to the same figures."""
    with patch.object(_table_columns, "ROWS_AT_A_TIME", rows_at_a_time):
        table = read_columns(data, "t.csv", META)
    rows, problems = find_table_problems(data, "t.csv", META)
    event("sound" if table is not None else "not sound")
    assert (table is None) == bool(problems)
    if table is not None:
        assert list(table) == [figure.changed(retrieved_on=None) for figure, _ in rows]
        assert [table.origin(row) for row in range(len(table))] == [where for _, where in rows]


@given(tables())
def test_problems_are_those_of_the_rows(data: bytes) -> None:
    """A table with a problem is reported as its rows are, and keeps its sound rows' places."""
    rows, problems = find_table_problems(data, "t.csv", META)
    table, reported = read_table(data, "t.csv", META)
    assert reported == problems
    assert [table.origin(row) for row in range(len(table))] == [
        Origin("t.csv", where.line) for _, where in rows
    ]


@given(st.lists(st.sampled_from([*GOOD["value"], *BAD["value"]])))
def test_decimals_are_those_that_are_printed(cells: list[str]) -> None:
    """The number of decimals is that of the digits that stand there; a symbol has none."""
    printed = {"71.0": 1, "71": 0, "-0": 0, "0.5": 1, "6.7e1": 0, "1E-3": 3, "12345678901234.25": 2}
    sound = [cell for cell in cells if cell in GOOD["value"]]
    head = "indicator,area,period_kind,period,value,dimension.age\n"
    rows = [f"late,E92000001,calendar_year,2024,{c},{n}\n" for n, c in enumerate(sound)]
    table, problems = read_table("".join([head, *rows]).encode(), None, META)
    assert problems == []
    assert list(table.decimals) == [printed.get(cell) for cell in sound]
