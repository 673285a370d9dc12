"""Columns are accepted exactly where each of their rows would make a figure."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.errors import InvalidValue
from sendframe.model import CalendarYear, FrozenMap, Observation, Observations, Snapshot

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
        assert repr(list(table)) == repr(made)
    else:
        with pytest.raises(InvalidValue) as caught:
            Observations.of_columns(**columns)
        assert (caught.value.pointer, caught.value.problem) == problem
