"""Which rows of a table count on a day: one for each cell, whatever the order of the rows."""

from datetime import date
from itertools import permutations

import attrs
import pytest

from sendframe.figures import figures_of, precedence
from sendframe.model import (
    AcademicYear,
    CalendarYear,
    FrozenMap,
    Observation,
    YearToDate,
)
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen
from tests.unit.figures.chosen import DAY, chosen, table

PUBLISHED = date(2025, 6, 1)


def kept(*rows: Observation, as_at: date = DAY, **more: str) -> list[tuple[str, float | None]]:
    """Return period and value of each figure of the area that counts."""
    found = chosen(*rows, indicator=rate(**more), as_at=as_at)
    return [(str(each.period), each.value) for each in found.series("rate", AREA)]


@pytest.mark.parametrize(
    ("as_at", "there"),
    [(date(2025, 5, 31), False), (PUBLISHED, True), (date(2025, 6, 2), True)],
)
def test_a_figure_counts_from_the_day_its_release_was_published(
    as_at: date, *, there: bool
) -> None:
    """The day before it is not known; on the day itself it is."""
    assert kept(seen(2024, 1, 4, release="a"), as_at=as_at) == [("2024", 25.0)] * there


def test_a_figure_of_no_release_is_known() -> None:
    """So is one of a release that nobody describes: no day says that it came later."""
    rows = (seen(2023, 1, 4, release=None), seen(2024, 2, 4, release="unheard-of"))
    assert kept(*rows) == [("2023", 25.0), ("2024", 50.0)]


@pytest.mark.parametrize(
    ("as_at", "there"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 1, 2), True)],
)
def test_a_period_counts_from_its_first_day(as_at: date, *, there: bool) -> None:
    """A figure of a period that has not begun is left out, whoever gave it."""
    assert kept(seen(2026, 1, 4, release=None), as_at=as_at) == [("2026", 25.0)] * there


def test_projected_figures_never_count() -> None:
    """What somebody expects is not what was counted."""
    rows = (seen(2023, 1, 4), seen(2024, 2, 4, status="projected"))
    assert kept(*rows) == [("2023", 25.0)]


def test_management_information_counts_for_its_own_indicators_alone() -> None:
    """It never stands in a published series, nor a published figure among it."""
    rows = (seen(2023, 1, 4), seen(2024, 2, 4, status="management-information"))
    assert kept(*rows) == [("2023", 25.0)]
    assert kept(*rows, series_status="published") == [("2023", 25.0)]
    assert kept(*rows, series_status="management_information") == [("2024", 50.0)]


def test_of_two_releases_the_newer_holds_in_whichever_order() -> None:
    """The release published last, then the one whose id sorts last, then what the row says."""
    given = [
        seen(2024, 1, 4, release="a"),
        seen(2024, 2, 4, release="b"),
        seen(2024, 3, 4, release="z"),
        seen(2024, None, None, release="a", symbol="x"),
    ]
    for order in permutations(given):
        found = chosen(*order)
        (figure,) = found.series("rate", AREA)
        assert found.observations[figure.table_row] == given[3]
        assert (
            max(range(4), key=lambda row: precedence(found.observations, row)) == figure.table_row
        )
    for order in permutations(given[1:3]):
        assert kept(*order) == [("2024", 50.0)]


def test_of_two_equal_days_the_id_that_sorts_last_holds() -> None:
    """No release is newer than another of the same day, and the order of rows decides nothing."""
    releases = {each.id: each for each in table().releases.values()}
    later = releases["a"].changed(id="c")
    rows = (seen(2024, 1, 4, release="a"), seen(2024, 2, 4, release="c"))
    for order in permutations(rows):
        known = attrs.evolve(table(*order), releases=FrozenMap(releases | {"c": later}))
        (figure,) = figures_of(known, [rate()], as_at=DAY).series("rate", AREA)
        assert figure.release == "c"


def test_a_symbol_takes_a_figure_back() -> None:
    """Where the newer release withdraws a figure, no older one stands in its place."""
    withdrawn = seen(2024, None, None, symbol="x", release="a")
    for order in permutations((seen(2024, 1, 4, release="b"), withdrawn)):
        (figure,) = chosen(*order).series("rate", AREA)
        assert (figure.value, figure.symbol, figure.restated) == (None, "x", False)


def test_a_figure_is_restated_where_an_older_release_gives_another() -> None:
    """The same figure again is no restatement, nor is one that stood for a symbol."""

    def restated(*rows: Observation) -> bool:
        (figure,) = chosen(*rows).series("rate", AREA)
        return figure.restated

    new = seen(2024, 3, 4, release="a")
    assert not restated(new)
    assert restated(new, seen(2024, 1, 4, release="b"))
    assert not restated(new, seen(2024, 3, 4, release="b"))
    assert not restated(new, seen(2024, None, None, symbol="x", release="b"))
    assert restated(new, seen(2024, 3, 4, release="b"), seen(2024, 1, 4, release=None))


def test_a_release_of_tomorrow_restates_nothing_today() -> None:
    """What is not known yet decides nothing."""
    rows = (seen(2024, 3, 4, release="a"), seen(2024, 1, 4, release="b"))
    (figure,) = chosen(*rows, as_at=date(2025, 3, 1)).series("rate", AREA)
    assert (figure.value, figure.release, figure.restated) == (25.0, "b", False)


@pytest.mark.parametrize("code", ["E06000066", "E10000027"])
def test_figures_under_a_former_code_are_of_the_same_area(code: str) -> None:
    """A series is found by either code, holds the figures published under both, and is of one."""
    now, once = "E06000066", "E10000027"
    rows = (seen(2022, 1, 4, area=once), seen(2023, 2, 4, area=now), seen(2024, 3, 4, area=once))
    known = attrs.evolve(table(*rows), present_codes=FrozenMap({once: now}))
    found = figures_of(known, [rate()], as_at=DAY)
    series = found.series("rate", code)
    assert [str(each.period) for each in series] == ["2022", "2023", "2024"]
    assert {each.area for each in series} == {now}
    assert found.observations.area[series[0].table_row] == once
    assert found.figure_at("rate", code, CalendarYear(year=2022)) == series[0]


def test_the_same_cell_under_two_codes_is_one_cell() -> None:
    """The newer release holds, whichever code it uses."""
    rows = (seen(2024, 1, 4, area=OTHER, release="a"), seen(2024, 2, 4, release="b"))
    known = attrs.evolve(table(*rows), present_codes=FrozenMap({OTHER: AREA}))
    (figure,) = figures_of(known, [rate()], as_at=DAY).series("rate", AREA)
    assert (figure.value, figure.restated) == (25.0, True)


def test_rows_are_sorted_by_indicator_period_part_and_area() -> None:
    """The whole before its parts, the oldest period first, areas by kind and code."""
    age = FrozenMap({"age": "5-10"})
    rows = (
        seen(2024, 1, 4, indicator="second"),
        seen(2024, 1, 4, dimensions=age),
        seen(2024, 1, 4, area="ZZ9999999"),
        seen(2024, 1, 4, area=OTHER),
        seen(2024, 1, 4, area=COUNTRY),
        seen(2024, 1, 4),
        seen(2023, 1, 4, period=AcademicYear(start_year=2023)),
        seen(2023, 1, 4),
        seen(2023, 1, 4, indicator="unknown"),
    )
    projected = seen(2024, 1, 4, status="projected", dimensions=age)
    for order in (rows, rows[::-1], (projected, *rows)):
        found = figures_of(table(*order), [rate(id="second"), rate()], as_at=DAY)
        cells = [found.figure(at) for at in range(len(found))]
        assert [
            (each.indicator.id, str(each.period), each.area, dict(each.dimensions))
            for each in cells
        ] == [
            ("rate", "2023", AREA, {}),
            ("rate", "2023/24", AREA, {}),
            ("rate", "2024", "ZZ9999999", {}),
            ("rate", "2024", COUNTRY, {}),
            ("rate", "2024", AREA, {}),
            ("rate", "2024", OTHER, {}),
            ("rate", "2024", AREA, {"age": "5-10"}),
            ("second", "2024", AREA, {}),
        ]


def test_periods_with_one_last_day_have_an_order_of_their_own() -> None:
    """A year to its last day and the whole year end together, and never change places."""
    until = YearToDate(year_kind="calendar", year=2024, until=date(2024, 12, 31))
    rows = (seen(2024, 1, 4, period=until), seen(2024, 2, 4))
    orders = [chosen(*order).periods for order in permutations(rows)]
    assert orders[0] == orders[1]
    assert len(orders[0]) == 2
