"""Figures held by column are still figures one by one."""

import attrs
import pytest

from sendframe.errors import InvalidValue
from sendframe.model import (
    CalendarYear,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Text,
)
from tests.unit.conftest import AREA, OTHER, seen

ROWS = (seen(2023, 1, 4), seen(2024, 3, 4), seen(2024, None, None, area=OTHER, symbol="x"))
TABLE = Observations.of((row, Origin("figures.csv", n)) for n, row in enumerate(ROWS, 2))


def test_a_table_gives_back_the_figures_it_was_made_from() -> None:
    """Its length is the number of figures, and each is equal to the one that went in."""
    assert len(TABLE) == 3
    assert TABLE[1] == ROWS[1]
    assert tuple(TABLE) == ROWS


def test_an_empty_table_holds_nothing() -> None:
    """A table of no figures is empty, alone and joined to others."""
    assert not list(Observations())
    assert not list(Observations.joined([]))
    assert Observations.joined([Observations(), TABLE]) == TABLE


def test_a_figure_says_where_it_was_read() -> None:
    """The place of a figure is its file with the line, or the entry, or Python."""
    assert TABLE.source(0) == "figures.csv, line 2"
    assert str(Origin("figures.json", entry=3)) == "figures.json, entry 3"
    assert str(Origin("figures.json")) == "figures.json"
    assert str(Origin()) == "figures given in Python"


YEARS = [CalendarYear(year=2023), CalendarYear(year=2024)]
COLUMNS = {"indicator": ["rate"] * 2, "area": [OTHER] * 2, "period": YEARS, "value": [1, 2.5]}


def test_columns_that_are_not_given_hold_what_is_usual() -> None:
    """A table of four columns is about the whole, final, and made in Python."""
    table = Observations.of_columns(**COLUMNS)
    assert list(table) == [
        Observation(indicator="rate", area=OTHER, period=year, value=value)
        for year, value in zip(YEARS, (1.0, 2.5), strict=True)
    ]
    assert table.source(1) == "figures given in Python"


@pytest.mark.parametrize("name", ["area", "value", "status", "origin_line"])
def test_columns_of_other_lengths_are_refused(name: str) -> None:
    """Each column has a value for each row, and the problem says which has not."""
    short = {"status": ["final"], "origin_line": [2], "area": [OTHER], "value": [1.0]}[name]
    with pytest.raises(InvalidValue, match="has 1 rows, and indicator has 2") as caught:
        Observations.of_columns(**{**COLUMNS, name: short})
    assert caught.value.pointer == f"/{name}"


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("indicator", "no id", "must be letters"),
        ("area", 5, "must be text"),
        ("period", 2024, "must be CalendarYear or"),
        ("value", "1", "must be a number"),
        ("value", float("nan"), "must lie between"),
        ("value", None, "needs either a value or a symbol"),
        ("numerator", -1.0, "must lie between"),
        ("denominator", 0.0, "there is no rate where the denominator is 0"),
        ("source_row", "3", "must be a whole number"),
        ("area", ["E1"], "must be"),
        ("source_row", 0, "must lie between"),
    ],
)
def test_a_row_that_is_no_figure_is_named(name: str, value: object, problem: str) -> None:
    """The pointer says which row and field, and the words are those of a single figure."""
    counts = {"numerator": [1.0, 2.0], "denominator": [4.0, 4.0]}
    columns = {**counts, "source_row": [2, 3], **COLUMNS}
    columns[name] = [columns[name][0], value]
    with pytest.raises(InvalidValue, match=problem) as caught:
        Observations.of_columns(**columns)
    assert caught.value.pointer.startswith("/1")


def test_a_table_knows_the_kinds_of_its_areas() -> None:
    """The kind of an area is that of the set that lists it."""
    area = ObservedArea(code=AREA, name="Wyeford", kind="local-authority")
    meta = ObservationSet(id="m", title=Text(default="M"), areas=(area,))
    assert dict(Observations.of((), (meta,)).kinds) == {AREA: "local-authority"}


NOW, ONCE = "E06000066", "E10000027"


def renamed() -> Observations:
    """Return figures of an area whose code changed, under either, and what they are called."""
    rows = (seen(2022, 1, 4, area=ONCE), seen(2023, 2, 4, area=NOW), seen(2024, 3, 4, area=ONCE))
    meta = ObservationSet(
        id="figures",
        title=Text(default="Figures"),
        areas=(ObservedArea(code=ONCE, name="Somerset (county)", kind="local-authority"),),
    )
    table = Observations.of(((row, Origin()) for row in rows), (meta,))
    return attrs.evolve(table, present_codes={ONCE: NOW})


@pytest.mark.parametrize("code", [NOW, ONCE])
def test_an_area_is_known_by_either_of_its_codes(code: str) -> None:
    """Its name and kind are found by both; a row keeps the code it was published with."""
    table = renamed()
    assert table.name_of(code) == "Somerset (county)"
    assert table.kind_of(code) == "local-authority"
    assert table.area[0] == ONCE


def test_a_name_under_the_code_that_is_asked_for_comes_first() -> None:
    """Where figures call an area by either code, each code keeps its own name and kind."""
    table = attrs.evolve(renamed(), areas={ONCE: "County", NOW: "Council"}, kinds={NOW: "unitary"})
    assert (table.name_of(ONCE), table.name_of(NOW)) == ("County", "Council")
    assert table.kind_of(ONCE) == "unitary"
    assert (table.name_of("E1"), table.kind_of("E1")) == ("E1", None)
