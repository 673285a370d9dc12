"""What an area is compared with, period by period: its method, what it rests on, who is missing."""

import attrs
import pytest

from sendframe.figures import METHODS, BenchmarkSeries, Figures, benchmark_series, figures_of
from sendframe.model import (
    CalendarYear,
    ComparatorSet,
    FrozenMap,
    Observation,
    Observations,
    ObservedArea,
    Origin,
)
from tests.unit.conftest import AREA, rate, seen, text
from tests.unit.figures.chosen import DAY, META, chosen, table

CODES = tuple(f"ZZ000000{number}" for number in range(2, 7))
ROWS = (
    seen(2023, 10, 100, area=CODES[0]),
    seen(2024, 1, 2, area=CODES[0]),
    seen(2024, 50, 100, area=CODES[1]),
    seen(2024, 0, 10, area=CODES[2]),
    seen(2024, None, None, area=CODES[3], symbol="x"),
)
YEARS = [CalendarYear(year=year) for year in (2023, 2024)]


def peers(
    method: str, figures: Figures, areas: tuple[str, ...] = CODES, **more: object
) -> BenchmarkSeries:
    """Return what areas have together in two years; the first alone for a single one."""
    areas = areas[:1] if method == "single" else areas
    comparator = ComparatorSet(
        id="peers", title=text("Peers"), kind="custom", areas=areas, method=method
    )
    return benchmark_series(figures, comparator, rate(**more), own=AREA, periods=YEARS)


@pytest.mark.parametrize(
    ("method", "value", "counts", "missing"),
    [
        ("mean", 100 / 3, (None, None), CODES[3:]),
        ("median", 50.0, (None, None), CODES[3:]),
        ("pooled", 51 / 112 * 100, (51.0, 112.0), CODES[3:]),
        ("single", 50.0, (1.0, 2.0), ()),
    ],
)
def test_each_method_says_what_it_rests_on(
    method: str, value: float, counts: tuple[float | None, float | None], missing: tuple[str, ...]
) -> None:
    """The mean weighs areas alike, the pooled figure people; an area alone gives its own counts."""
    found = chosen(*ROWS)
    latest = peers(method, found).figures[-1]
    assert latest.value == pytest.approx(value)
    assert (latest.numerator, latest.denominator, latest.missing) == (*counts, missing)
    rows = 1 if method == "single" else 3
    assert [found.figure(at).area for at in latest.rows] == list(CODES[:rows])
    assert method in METHODS


@pytest.mark.parametrize("method", ["mean", "median", "pooled", "single"])
def test_each_year_has_its_own_figure(method: str) -> None:
    """A benchmark has a past of its own: that of 2024 never stands for 2023."""
    before, after = peers(method, chosen(*ROWS), CODES[:1]).figures
    assert (before.period, before.value) == (YEARS[0], 10.0)
    assert (after.period, after.value) == (YEARS[1], 50.0)


@pytest.mark.parametrize("method", ["mean", "median", "pooled", "single"])
def test_where_nobody_has_a_figure_there_is_none(method: str) -> None:
    """It rests on no area, and all of them are missing."""
    for figure in peers(method, chosen(seen(2024, 1, 4))).figures:
        assert (figure.value, figure.numerator, figure.denominator, figure.rows) == (
            None,
            None,
            None,
            (),
        )
        assert figure.missing == (CODES[:1] if method == "single" else CODES)


def faulty(area: str) -> Observation:
    """Return a figure that does not agree with its counts."""
    return seen(2024, 66, 110, area=area, symbol="x").changed(value=71.0, symbol=None)


@pytest.mark.parametrize("method", ["mean", "median", "pooled", "single"])
def test_a_figure_that_contradicts_itself_is_missing(method: str) -> None:
    """71.0% for 66 of 110 is in no benchmark, and its area is named as one without a figure."""
    rows = [faulty(CODES[0]), seen(2024, 1, 4, area=CODES[1])]
    latest = peers(method, chosen(*rows), CODES[:2]).figures[-1]
    assert latest.value == (None if method == "single" else 25.0)
    assert latest.missing == CODES[:1]


def test_an_area_without_counts_is_missing_from_a_pooled_figure_alone() -> None:
    """Its figure counts in the mean; nothing of it can be added to the counts of others."""
    bare = seen(2024, None, None, area=CODES[1], symbol="x").changed(value=30.0, symbol=None)
    found = chosen(seen(2024, 1, 2, area=CODES[0]), bare)
    for method, value, missing in (("mean", 40.0, ()), ("pooled", 50.0, (CODES[1],))):
        latest = peers(method, found, CODES[:2]).figures[-1]
        assert (latest.value, latest.missing) == (value, missing)


def test_without_a_factor_counts_make_no_pooled_figure() -> None:
    """They are not what the figure is a quotient of."""
    found = chosen(*ROWS, indicator=rate(factor=None))
    latest = peers("pooled", found, factor=None).figures[-1]
    assert (latest.value, latest.rows, latest.missing) == (None, (), CODES)


def test_the_area_itself_is_left_out_of_its_own_benchmark() -> None:
    """Though the set names it, and whichever code the set calls it by."""
    known = attrs.evolve(
        table(seen(2024, 3, 4), *ROWS), present_codes=FrozenMap({"ZZ0000901": AREA})
    )
    found = figures_of(known, [rate()], as_at=DAY)
    for own in (AREA, "ZZ0000901"):
        made = peers("mean", found, (own, CODES[0]))
        assert made.areas == CODES[:1]
        assert made.figures[-1].value == 50.0


def test_an_area_under_two_codes_counts_once() -> None:
    """It keeps the code that the set names first."""
    known = attrs.evolve(table(*ROWS), present_codes=FrozenMap({"ZZ0000902": CODES[0]}))
    made = peers("mean", figures_of(known, [rate()], as_at=DAY), ("ZZ0000902", *CODES[:2]))
    assert made.areas == ("ZZ0000902", CODES[1])
    assert made.figures[-1].value == 50.0
    assert made.figures[0].missing == (CODES[1],)


def test_parts_and_other_periods_are_left_out() -> None:
    """A part of the whole is not the whole, and another year another figure."""
    part = seen(2024, 3, 4, area=CODES[0], dimensions=FrozenMap({"age": "5-10"}))
    other = seen(2022, 3, 4, area=CODES[0])
    made = peers("mean", chosen(part, other), CODES[:1])
    assert [each.value for each in made.figures] == [None, None]


def test_a_figure_with_a_fault_is_left_out_by_its_reason() -> None:
    """It is missing like one that is not there, and the reason is kept."""
    latest = peers("mean", chosen(faulty(CODES[0]), seen(2024, 60, 100, area=CODES[1]))).figures[-1]
    assert latest.value == 60.0
    assert latest.left_out == ((CODES[0], "fault"),)
    assert set(CODES) - {CODES[1]} == set(latest.missing)


@pytest.mark.parametrize(
    ("basis", "kind", "value"),
    [
        ("resident", "local-authority", 50.0),
        ("registered", "local-authority", None),
        (None, "local-authority", 50.0),
        ("registered", "country", 50.0),
    ],
)
def test_a_figure_about_other_people_is_left_out(
    basis: str | None, kind: str, value: float | None
) -> None:
    """Residents of an area are not those registered there; a country has all of them."""
    other = ObservedArea(code=CODES[0], name="Other", kind=kind, basis=basis)
    away = ObservedArea(code="ZZI000001", name="Board", kind="icb", basis="registered")
    (own,) = (area for area in META.areas if area.code == AREA)
    meta = META.changed(areas=(own, other, away))
    rows = seen(2024, 60, 100), seen(2024, 50, 100, area=CODES[0])
    origins = ((row, Origin("figures.json", entry=n)) for n, row in enumerate(rows, 1))
    figures = figures_of(Observations.of(origins, (meta,)), [rate()], as_at=DAY)
    latest = peers("single", figures).figures[-1]
    assert latest.value == value
    assert latest.left_out == (() if value else ((CODES[0], "basis"),))


def test_the_areas_own_fault_says_nothing_of_others() -> None:
    """Its benchmark is what it is."""
    assert (
        peers("single", chosen(faulty(AREA), seen(2024, 50, 100, area=CODES[0]))).figures[-1].value
        == 50.0
    )
