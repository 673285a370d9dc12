"""Columns are accepted exactly where each of their rows would make a figure, and never change."""

import pickle
from array import array
from math import nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.errors import InvalidValue
from sendframe.model import (
    CalendarYear,
    Coded,
    FrozenMap,
    Integers,
    Numbers,
    Observation,
    Observations,
    Origin,
    Snapshot,
    full_text,
)

YEAR = CalendarYear(year=2024)

GOOD: dict[str, list[Any]] = {
    "indicator": ["rate", "another.rate"],
    "area": ["ZZ0000001", "E06000019"],
    "period": [YEAR, CalendarYear(year=2023)],
    "value": [None, 1.5, 0.0, -0.0, 7],
    "symbol": [None, "x"],
    "numerator": [None, 0.0, 5.0, 3],
    "denominator": [None, 0.0, 10.0, 9],
    "dimensions": [FrozenMap(), FrozenMap({"age": "5-10"})],
    "status": ["final", "provisional"],
    "release": [None, "r1"],
}
BAD: dict[str, list[Any]] = {
    "indicator": ["", "no id", 1, None],
    "area": ["lower", None, True],
    "period": [None, 2024, Snapshot],
    "value": ["1", True, float("nan"), float("inf"), 2.0**60, 2**60, []],
    "symbol": ["", 1],
    "numerator": [-1.0, -1, "5", float("nan"), False],
    "denominator": [-1.0, "x", float("inf")],
    "dimensions": [{}, None, FrozenMap({"age": 5}), FrozenMap({"age": ""})],
    "status": [None, "two words"],
    "release": ["not an id", 3],
}


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    """Return the fields of one figure, now and then with something wrong."""
    found = {name: draw(st.sampled_from(values)) for name, values in GOOD.items()}
    if draw(st.booleans()):
        found["symbol"] = (
            "x" if found["value"] is None or found["denominator"] in (0, 0.0) else None
        )
        found["value"] = None if found["symbol"] else found["value"]
    if draw(st.integers(0, 9)) == 0:
        name = draw(st.sampled_from(sorted(BAD)))
        found[name] = draw(st.sampled_from(BAD[name]))
    return found


@given(st.lists(rows(), max_size=12))
def test_columns_hold_what_rows_hold(given_rows: list[dict[str, Any]]) -> None:
    """Sound rows come back as they would be one by one; the first broken one is named."""
    columns = {name: [row[name] for row in given_rows] for name in GOOD}
    made, problem = [], None
    for number, row in enumerate(given_rows):
        try:
            made.append(Observation(**row))
        except InvalidValue as error:
            problem = f"/{number}{error.pointer}", error.problem
            break
    if problem is None:
        table = Observations.of_columns(**columns)
        assert list(table) == made
        # A column holds 0.0 for -0.0, which is equal.
        assert full_text(list(table)) == full_text(made).replace("-0.0", "0.0")
    else:
        with pytest.raises(InvalidValue) as caught:
            Observations.of_columns(**columns)
        assert (caught.value.pointer, caught.value.problem) == problem


COLUMNS = [
    st.lists(st.sampled_from([None, "a", "b"])).map(Coded),
    st.lists(st.none() | st.floats(allow_nan=False)).map(Numbers),
    st.lists(st.none() | st.integers(0, 2**53)).map(Integers),
]


@given(st.one_of(COLUMNS), st.data())
def test_a_column_is_a_sequence_of_its_rows(column: Any, data: st.DataObject) -> None:
    """Slices, rows taken, columns joined and a pickled copy hold what a list would."""
    kind, rows = type(column), list(column)
    assert kind(rows) == column
    assert hash(kind(rows)) == hash(column)
    assert [column[row] for row in range(len(column))] == rows
    cut = data.draw(st.slices(len(rows)))
    assert list(column[cut]) == rows[cut]
    assert column[cut] == kind(rows[cut])
    wanted = data.draw(st.lists(st.integers(0, len(rows) - 1))) if rows else []
    assert column.take(wanted) == kind([rows[row] for row in wanted])
    assert kind.joined((column, column[cut])) == kind([*rows, *rows[cut]])
    assert kind.joined([column, column[cut], column]) == kind([*rows, *rows[cut], *rows])
    assert pickle.loads(pickle.dumps(column)) == column


@given(st.lists(st.none() | st.floats(-1e9, 1e9)))
def test_nan_equals_nan(rows: list[float | None]) -> None:
    """Every NaN of a buffer is None, and columns of it are equal with equal hashes."""
    signs = (nan, -nan, float("inf") - float("inf"))
    columns = [
        Numbers.of_buffer(array("d", [other if row is None else row for row in rows]))
        for other in signs
    ]
    assert all(column == Numbers(rows) for column in columns)
    assert len({hash(column) for column in columns}) == 1
    assert [None if row is None else row + 0.0 for row in rows] == list(columns[0])


def sound(row: dict[str, Any]) -> bool:
    """Say whether a row makes a figure."""
    try:
        Observation(**row)
    except InvalidValue:
        return False
    return True


@given(st.lists(rows().filter(sound), max_size=6), st.integers(0, 6))
def test_a_table_is_a_value(given_rows: list[dict[str, Any]], cut: int) -> None:
    """Tables of equal rows are equal however they were made; nobody can change one."""
    pairs = [(Observation(**row), Origin("t.csv", n)) for n, row in enumerate(given_rows, 2)]
    table = Observations.of(pairs)
    parts = [Observations.of(pairs[:cut]), Observations.of(pairs[cut:])]
    copies = [
        Observations.of(pairs),
        Observations.joined(parts),
        parts[0] + parts[1],
        table.take(range(len(table))),
        pickle.loads(pickle.dumps(table)),
    ]
    assert all(copy == table for copy in copies)
    assert {hash(copy) for copy in copies} == {hash(table)}
    for name in (*Observations.columns, "decimals", "origin_file", "origin_line", "origin_entry"):
        column = getattr(table, name)
        with pytest.raises(AttributeError):
            setattr(table, name, column)
        with pytest.raises(AttributeError):
            column.values = ()
        with pytest.raises(AttributeError):
            del column._array
        if len(column):
            with pytest.raises(TypeError):
                column.buffer[0] = column.buffer[0]


@given(st.lists(rows().filter(sound), max_size=8))
def test_rows_about_the_same_figure_have_one_identity(given_rows: list[dict[str, Any]]) -> None:
    """Two rows have the same number exactly where what they are about is the same."""
    table = Observations.of((Observation(**row), Origin()) for row in given_rows)
    about = [(row.indicator, row.area, row.period, row.dimensions, row.release) for row in table]
    numbers = table.identities()
    for one, number in zip(about, numbers, strict=True):
        assert [number == other for other in numbers] == [one == other for other in about]
