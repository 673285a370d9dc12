"""The figures that count, as sorted columns and as single figures."""

from datetime import date
from math import isnan

import attrs
import pytest

from sendframe.errors import InvalidValue
from sendframe.figures import TOTAL, Figure, figures_of
from sendframe.model import CalendarYear, ComparabilityBreak, FrozenMap
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, text
from tests.unit.figures.chosen import DAY, chosen, table

AGE = FrozenMap({"age": "5-10"})
BOTH = FrozenMap({"age": "5-10", "need": "autism"})


def test_a_figure_has_all_that_decides_what_it_may_be_compared_with() -> None:
    """Rate, release, status, basis, segment and fault stand in it, and the row it came from."""
    found = chosen(seen(2024, 225, 333, release="a", value=67.6, status="provisional"))
    assert found.series("rate", AREA) == (
        Figure(
            indicator=rate(),
            area=AREA,
            period=CalendarYear(year=2024),
            value=67.6,
            numerator=225.0,
            denominator=333.0,
            rate=225 / 333 * 100,
            status="provisional",
            release="a",
            published_on=date(2025, 6, 1),
            basis="resident",
            table_row=0,
        ),
    )


def test_a_symbol_is_a_figure_without_a_number() -> None:
    """It has neither value nor rate, and nothing contradicts itself in it."""
    (figure,) = chosen(seen(2024, 0, 0, symbol="z")).series("rate", AREA)
    assert (figure.value, figure.rate, figure.symbol, figure.fault) == (None, None, "z", None)
    assert (figure.numerator, figure.denominator, figure.sound) == (0.0, 0.0, None)


def test_a_part_is_found_by_what_it_is_about() -> None:
    """Each part has a series of its own, and never stands in that of the whole."""
    found = chosen(
        seen(2023, 1, 4, dimensions=AGE), seen(2024, 2, 4), seen(2024, 3, 4, dimensions=BOTH)
    )
    values = {
        part: [figure.value for figure in found.series("rate", AREA, part)]
        for part in (TOTAL, AGE, BOTH, FrozenMap({"age": "0-4"}))
    }
    assert list(values.values()) == [[50.0], [25.0], [75.0], []]
    assert found.dimensions == (TOTAL, AGE, BOTH)
    assert found.figure_at("rate", AREA, CalendarYear(year=2023)) is None


def test_a_group_holds_areas_of_one_kind_in_one_period() -> None:
    """Parts, other periods and other kinds are left out; a strange area has no kind."""
    found = chosen(
        seen(2024, 1, 4, area=OTHER),
        seen(2024, 2, 4),
        seen(2023, 3, 4),
        seen(2024, 3, 4, area=COUNTRY),
        seen(2024, 4, 4, area="ZZ9999999"),
        seen(2024, 4, 4, dimensions=AGE),
    )
    year = CalendarYear(year=2024)
    groups = {
        kind: [figure.area for figure in found.group("rate", year, kind)]
        for kind in ("local-authority", "country", None, "region")
    }
    assert groups == {
        "local-authority": [AREA, OTHER],
        "country": [COUNTRY],
        None: ["ZZ9999999"],
        "region": [],
    }


@pytest.mark.parametrize(
    ("indicator", "area", "year"),
    [("unknown", AREA, 2024), ("rate", "ZZ9999999", 2024), ("rate", AREA, 2020)],
)
def test_what_is_not_there_is_nothing(indicator: str, area: str, year: int) -> None:
    """No indicator, no area and no period of that name give no figure, and no error."""
    found = chosen(seen(2024, 1, 4), seen(2020, 1, 4, area=OTHER))
    assert found.figure_at(indicator, area, CalendarYear(year=year)) is None
    assert found.group(indicator, CalendarYear(year=2019), None) == ()


def test_an_indicator_without_figures_has_no_groups() -> None:
    """Those before and after it have theirs."""
    found = figures_of(
        table(seen(2024, 1, 4), seen(2024, 2, 4, indicator="third")),
        [rate(id="third"), rate(id="second"), rate()],
        as_at=DAY,
    )
    assert [found.groups(each) for each in ("rate", "second", "third", "unknown")] == [
        ((0, 0, 0, 1),),
        (),
        ((0, 0, 1, 2),),
        (),
    ]
    assert found.bounds == (0, 1, 1, 2)


@pytest.mark.parametrize("broken", [False, True])
def test_of_no_figures_there_are_none(*, broken: bool) -> None:
    """Empty columns are no error, whatever the indicator says of its series."""
    first = ComparabilityBreak(first_period=CalendarYear(year=2023), reason=text("Recounted."))
    found = chosen(indicator=rate(breaks=(first,) if broken else ()))
    assert (len(found), found.periods, found.areas) == (0, (), ())
    assert found.series("rate", AREA) == found.groups("rate") == ()


def test_two_indicators_of_one_id_are_refused() -> None:
    """Which of the two is asked for could not be said."""
    with pytest.raises(InvalidValue, match="two of them have the id 'rate'"):
        figures_of(table(), (rate(), rate()), as_at=DAY)


def test_a_segment_ends_before_each_break() -> None:
    """A break lies between two periods where the first day after it is in the later one."""
    breaks = tuple(
        ComparabilityBreak(first_period=CalendarYear(year=year), reason=text("Recounted."))
        for year in (2024, 2022)
    )
    rows = [seen(year, 1, 4) for year in range(2021, 2026)]
    found = chosen(*rows, indicator=rate(breaks=breaks))
    assert [each.segment for each in found.series("rate", AREA)] == [0, 1, 1, 2, 2]


def test_decimals_are_those_printed_or_else_the_indicators() -> None:
    """A column of decimals comes from readers of text; more than twenty count as twenty."""
    from sendframe.model import Observations

    periods = [CalendarYear(year=year) for year in (2022, 2023, 2024)]
    found = figures_of(
        Observations.of_columns(
            indicator=["rate"] * 3,
            area=[AREA] * 3,
            period=periods,
            value=[1.0, 2.0, 3.0],
            decimals=[None, 0, 90],
        ),
        [rate(decimals=2)],
        as_at=DAY,
    )
    assert list(found.decimals) == [2, 0, 20]


def test_two_tables_of_the_same_figures_are_two() -> None:
    """They are told apart by what they are, not by their columns: they may be keys of a map."""
    first, second = (chosen(seen(2024, 3, 4)) for _ in range(2))
    assert first.series("rate", AREA) == second.series("rate", AREA)
    assert {first: 1, second: 2} == {second: 2, first: 1}
    assert first != second


def test_rows_may_be_emptied() -> None:
    """The columns then hold nothing in them, without a fault; all other rows stay as they are."""
    found = chosen(seen(2023, 3, 4), seen(2024, 1, 4, value=200.0), seen(2025, 3, 4))
    columns = found.columns_without([1])
    assert all(isnan(columns[name][1]) for name in ("value", "numerator", "denominator", "rate"))
    assert list(columns["value"])[::2] == [75.0, 75.0]
    assert [list(columns[name]) for name in ("fault", "restated", "hidden")] == [
        [0, 0, 0],
        [0, 0, 0],
        [0, 1, 0],
    ]
    assert list(found.fault) == [0, 1, 0]
    assert list(found.hidden) == [0, 0, 0]


def test_figures_say_what_areas_are_called_and_where_they_come_from() -> None:
    """A figure that was worked out was read nowhere; here nothing is hidden."""
    found = chosen(seen(2024, 1, 4, release="a"))
    (figure,) = found.series("rate", AREA)
    assert found.name_of(AREA) == "Wyeford"
    assert found.source(figure) == "Office, New; figures.json, entry 1"
    worked_out = Figure(rate(), AREA, CalendarYear(year=2024), 50.0)
    assert found.source(worked_out) is None
    assert found.hidden_symbol(rate(unit="children"), 1.0) is None


def test_an_area_around_another_has_figures_too() -> None:
    """Areas without figures, and an area that is said to be part of itself, are none."""
    figures = chosen(seen(2024, 1, 4), seen(2024, 1, 4, area=OTHER), seen(2024, 1, 4, area=COUNTRY))
    wholes = {AREA: COUNTRY, OTHER: OTHER, "ZZ0000009": COUNTRY, COUNTRY: "ZZ0000009"}
    table = attrs.evolve(figures.observations, wholes=FrozenMap(wholes))
    around = attrs.evolve(figures, observations=table).areas_around
    assert around == {figures.area_indexes[AREA]: figures.area_indexes[COUNTRY]}
