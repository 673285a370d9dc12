"""Figures in doubt: by their own series, by a benchmark, and in the figures of many areas."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendframe.figures import (
    Figures,
    benchmark_series,
    doubted_rows,
    power_of_ten,
    slips_beside,
    slips_in_series,
    totals_to_date,
)
from sendframe.model import (
    AreaFigure,
    BenchmarkPoint,
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    FinancialYear,
    FrozenMap,
    Indicator,
    Month,
    Observation,
    Point,
    Quarter,
    Snapshot,
)
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, text

from .chosen import chosen

COUNT = {"unit": "complaints", "unit_text": None, "factor": None, "counts_of": "things"}
SETS = tuple(
    ComparatorSet(id=id_, title=text(id_), kind="custom", areas=areas, method=method)
    for id_, areas, method in (
        ("country", (COUNTRY,), "single"),
        ("mean", (AREA, OTHER, COUNTRY), "mean"),
        ("pooled", (OTHER, COUNTRY), "pooled"),
        ("median", (AREA, OTHER, COUNTRY, "ZZ9999999"), "median"),
    )
)


def row(period: object, value: float | None, area: str = AREA, **more: Any) -> Observation:
    """Return a figure without counts; a symbol where it is None."""
    symbol = "x" if value is None else None
    plain = seen(2024, None, None, area=area, symbol="x")
    return plain.changed(period=period, value=value, symbol=symbol, **more)


def years(*values: float | None, area: str = AREA) -> list[Observation]:
    """Return figures of successive years, from 2020."""
    return [row(CalendarYear(year=year), value, area) for year, value in enumerate(values, 2020)]


def months(*values: float, first: int = 4) -> list[Observation]:
    """Return figures of successive months, from one of 2024."""
    numbers = [divmod(first - 1 + at, 12) for at in range(len(values))]
    periods = [Month(year=2024 + year, month=month + 1) for year, month in numbers]
    return [row(period, value) for period, value in zip(periods, values, strict=True)]


def doubts_of(
    *rows: Observation, sets: Sequence[ComparatorSet] = (), **more: Any
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return area, period and codes of each figure in doubt."""
    figures = chosen(*rows, indicator=rate(**more))
    return [
        (figures.figure(at).area, str(figures.period_of(at)), codes)
        for at, codes in doubted_rows(figures, lambda _: sets).items()
    ]


SLIP, TOTAL = ("SFR407",), ("SFR418",)


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        ((68.0, 71.0, 7.2), ["2022"]),
        ((6.8, 71.0, 70.0, 72.0), ["2020"]),
        ((68.0, 7.1, 7.2, 70.0, 69.0), ["2021", "2022"]),
        ((60.0, 10.0), ["2021"]),
        ((60.0, 10.1), []),
        ((60.0, 4.0), ["2021"]),
        ((60.0, 3.9), []),
        ((68.0, None, 7.2), ["2022"]),
        ((20.0, 60.0, 6.0), ["2022"]),
        ((20.0, 60.1, 6.0), []),  # usual figures differ by more than three times
        ((0.2, 0.02), []),
        ((70.0, 0.0, 70.0), []),
        ((70.0,), []),
        ((), []),
    ],
)
def test_a_slip_in_a_series(values: tuple[float | None, ...], doubted: list[str]) -> None:
    """Six to fifteen times is a slip, of the side with fewer figures or else of the later one."""
    assert doubts_of(*years(*values)) == [(AREA, year, SLIP) for year in doubted]


def test_a_series_with_a_figure_below_0_has_no_slip() -> None:
    """Ratios of such figures say nothing."""
    money = {**COUNT, "counts_of": "money"}
    assert doubts_of(*years(-100.0, 700.0, 70.0), **money) == []
    assert doubts_of(*years(100.0, 700.0, 70.0), **money) == [(AREA, "2021", SLIP)]
    assert doubts_of(*years(500.0, 700.0, 70.0), **money) == [(AREA, "2022", SLIP)]


def test_each_area_is_looked_at_alone() -> None:
    """Two areas may differ by ten times, year after year; a part of an area is not looked at."""
    parts = [row(CalendarYear(year=2021), 0.7, dimensions=FrozenMap({"age": "0-5"}))]
    assert doubts_of(*years(68.0, 71.0), *years(7.0, 7.1, area=OTHER), *parts) == []
    assert doubts_of(*years(68.0, 71.0), *years(7.0, 71.0, area=OTHER)) == [(OTHER, "2021", SLIP)]


def test_figures_that_may_not_be_compared_are_not_beside_each_other() -> None:
    """Another type of period, a break, or a fault lies between them."""
    other_type = [row(FinancialYear(start_year=2021), 7.1)]
    assert doubts_of(*years(71.0), *other_type) == []
    break_ = ComparabilityBreak(first_period=CalendarYear(year=2021), reason=text("Anew"))
    assert doubts_of(*years(71.0, 7.1), breaks=(break_,)) == []
    wrong = seen(2021, 8, 100).changed(value=7.1)
    assert doubts_of(*years(71.0), wrong) == []
    assert doubts_of(*years(71.0), wrong.changed(value=8.0)) == [(AREA, "2021", SLIP)]


def test_counts_decide_where_both_figures_have_them() -> None:
    """A tenth of the rate of a tenth of the count is a slip where more than 50 were counted."""
    assert doubts_of(seen(2020, 70, 100), seen(2021, 7, 100)) == [(AREA, "2021", SLIP)]
    assert doubts_of(seen(2020, 49, 100), seen(2021, 7, 100)) == []
    assert doubts_of(seen(2020, 70, 100), seen(2021, 70, 1000)) == []
    assert doubts_of(*years(60.0, 6.0), **COUNT) == [(AREA, "2021", SLIP)]
    assert doubts_of(*years(49.0, 6.0), **COUNT) == []


@pytest.mark.parametrize(
    ("own", "others", "doubted"),
    [
        ((7.2,), (71.5,), True),
        ((71.5,), (7.2,), True),
        ((20.0,), (71.5,), False),
        ((7.0, 7.1), (70.0, 71.0), True),
        ((7.0, 7.1, 7.2), (70.0, 71.0, 72.0), False),
        ((0.7, 0.71, 0.72), (70.0, 71.0, 72.0), True),
    ],
)
def test_a_slip_beside_one_area(
    own: tuple[float, ...], others: tuple[float, ...], doubted: bool
) -> None:
    """A tenth in three periods is how the area differs; a hundredth is a slip however long."""
    slips = doubts_of(*years(*own), *years(*others, area=COUNTRY), sets=SETS[:1])
    assert [area for area, _, _ in slips] == [AREA] * len(own) * doubted


def test_a_slip_beside_several_areas_lies_outside_their_range() -> None:
    """In the two latest periods, for which the figures behind a benchmark are known."""
    others = [*years(70.0, 71.0, 72.0, area=OTHER), *years(60.0, 61.0, 62.0, area=COUNTRY)]
    wrong = [*years(7.0, 7.1, 7.2), *others]
    assert doubts_of(*wrong, sets=SETS[1:2]) == [(AREA, "2021", SLIP), (AREA, "2022", SLIP)]
    wide = [*years(1.0, area=OTHER), *years(20.0, area=COUNTRY), *years(7.0)]
    assert [area for area, *_ in doubts_of(*wide, sets=SETS[1:2])] == [OTHER]
    assert doubts_of(*wide, sets=SETS[1:2], **COUNT) == []
    assert doubts_of(*wide, sets=SETS[1:2], sampled=True) == []


def test_a_rate_that_follows_from_its_counts_has_not_slipped_beside_another() -> None:
    """Where the benchmark follows from counts too."""
    own, other = seen(2024, 7, 100), seen(2024, 70, 100, area=COUNTRY)
    assert doubts_of(own, other, sets=SETS[:1]) == []
    plain = other.changed(numerator=None, denominator=None)
    assert doubts_of(own, plain, sets=SETS[:1]) == [(AREA, "2024", SLIP)]


def test_a_total_typed_as_months() -> None:
    """All figures of the year; of rates, and of other kinds of periods, none."""
    rows = months(5.0, 11.0, 16.0, 22.0)
    assert doubts_of(*rows, **COUNT) == [
        (AREA, f"{name} 2024", TOTAL) for name in ("April", "May", "June", "July")
    ]
    assert doubts_of(*rows) == []
    assert doubts_of(*years(5.0, 11.0, 16.0, 22.0), **COUNT) == []


@pytest.mark.parametrize(
    ("values", "first", "is_total"),
    [
        ((5.0, 11.0, 16.0), 4, False),
        ((5.0, 11.0, 16.0, 22.0), 5, False),
        ((5.0, 11.0, 16.0, 22.0), 9, True),
        ((2.0, 5.0, 7.0, 9.0), 1, False),
        ((2.0, 5.0, 7.0, 10.0), 1, True),
        ((5.0, 11.0, 10.0, 22.0), 1, False),
        ((0.0, 5.0, 10.0, 15.0), 1, False),
        ((5.0, 5.0, 5.0, 14.0), 1, False),
        ((20.0, 30.0, 40.0, 50.0), 1, True),
        ((21.0, 31.0, 41.0, 51.0), 1, False),
        ((5.0, 15.0, 25.0, 35.0), 1, True),
        ((4.9, 15.0, 25.0, 35.0), 1, False),
    ],
)
def test_what_a_total_looks_like(values: tuple[float, ...], first: int, is_total: bool) -> None:
    """Four figures or more, from the first month of a year, rising by steps about as large."""
    doubted = doubts_of(*months(*values, first=first), averaged=True, **COUNT)
    assert [codes for *_, codes in doubted] == [TOTAL] * len(values) * is_total


def test_totals_of_quarters_and_of_days() -> None:
    """A snapshot of the first days of a month is of the month before."""
    quarters = [
        row(Quarter(year_kind="calendar", year=2024, quarter=at), 6.0 * at) for at in (1, 2, 3, 4)
    ]
    assert len(doubts_of(*quarters, **COUNT)) == 4
    days = [row(Snapshot(on=date(2024, at + 4, 3)), 6.0 * at) for at in (1, 2, 3, 4)]
    assert len(doubts_of(*days, **COUNT)) == 4
    later = [row(Snapshot(on=date(2024, at + 4, 11)), 6.0 * at) for at in (1, 2, 3, 4)]
    assert doubts_of(*later, **COUNT) == []


def test_points_of_an_evaluation_are_looked_at_too() -> None:
    """A check has points, with an id of a fact each; of rates there is no total."""
    count = rate(**COUNT)
    points = [
        Point(period=Month(year=2024, month=at), value=6.0 * at, status="final", fact=f"x/{at}")
        for at in range(1, 6)
    ]
    assert list(totals_to_date(count, points)) == [tuple(points)]
    assert list(totals_to_date(count, points[1:])) == []
    assert list(totals_to_date(rate(), points)) == []


def test_without_comparators_each_series_stands_alone() -> None:
    """Nothing is compared with another area then."""
    assert doubted_rows(chosen(*years(7.2), *years(71.5, area=COUNTRY))) == {}


def test_a_power_of_ten_of_nothing_is_none() -> None:
    """Neither of no figure, nor of 0 or below."""
    assert [power_of_ten(*pair) for pair in ((None, 1.0), (1.0, 0.0), (-1.0, -10.0))] == [0] * 3
    assert power_of_ten(1500.0, 1.0) == 3
    assert power_of_ten(1501.0, 1.0) == 0


PERIODS = [*(CalendarYear(year=2020 + at) for at in range(3)), FinancialYear(start_year=2021)]
PERIODS += [Month(year=2024, month=month) for month in range(1, 6)]
BREAK = ComparabilityBreak(first_period=CalendarYear(year=2021), reason=text("Anew"))
INDICATORS = (rate(), rate(breaks=(BREAK,)), rate(may_exceed=True), rate(**COUNT))


@st.composite
def rows(draw: st.DrawFn) -> Observation:
    """Return a figure that often is about ten times another one."""
    bottom = draw(st.sampled_from([None, 100.0, 1000.0]))
    value = draw(st.sampled_from([5.0, 7.0, 10.0, 16.0, 21.0, 50.0, 70.0, 0.7, 0.0, 100.0]))
    is_hidden = draw(st.integers(0, 9)) == 0
    return Observation(
        indicator="rate",
        area=draw(st.sampled_from([AREA, OTHER, COUNTRY])),
        period=draw(st.sampled_from(PERIODS)),
        value=None if is_hidden else value,
        symbol="x" if is_hidden else None,
        numerator=None if bottom is None or is_hidden else value * bottom / 100,
        denominator=None if is_hidden else bottom,
        release=draw(st.sampled_from(["a", "b", None])),
    )


def one_by_one(figures: Figures, indicator: Indicator) -> dict[int, tuple[str, ...]]:
    """Return what is in doubt by looking at each area as its own evaluation does."""
    doubts: dict[int, set[str]] = {}
    for area in figures.areas:
        at = [row for row, index in figures.rows("rate", area) if index == 0]
        own = [figures.figure(row) for row in at]
        points = [
            Point(
                period=figure.period, value=figure.value, numerator=figure.numerator,
                denominator=figure.denominator, status=figure.status, fault=figure.fault,
                fact=f"indicator/rate/{row}",
            )
            for row, figure in zip(at, own, strict=True)
        ]  # fmt: skip
        slips = [point for point, _ in slips_in_series(indicator, points)]
        last = max((at for at, point in enumerate(points) if point.value is not None), default=-1)
        periods = [point.period for point in points[: last + 1]]
        for comparator in SETS if periods and not indicator.is_count else ():
            made = benchmark_series(figures, comparator, indicator, own=area, periods=periods)
            benchmarks = {
                figure.period: BenchmarkPoint(
                    period=figure.period, value=figure.value, numerator=figure.numerator,
                    denominator=figure.denominator, areas=len(figure.rows), fact="x",
                    members=tuple(
                        AreaFigure(area=AREA, name="A", value=figures.rate[row])
                        for row in figure.rows
                        if number >= len(made.figures) - 2
                    ),
                )
                for number, figure in enumerate(made.figures)
            }  # fmt: skip
            method = comparator.method
            slips += [point for point, _ in slips_beside(indicator, points, method, benchmarks)]
        totals = [point for year in totals_to_date(indicator, points) for point in year]
        for code, doubted in (("SFR407", slips), ("SFR418", totals)):
            for point in doubted:
                doubts.setdefault(int(point.fact.rpartition("/")[2]), set()).add(code)
    return {row: tuple(sorted(codes)) for row, codes in sorted(doubts.items())}


@settings(max_examples=60)
@given(st.lists(rows(), max_size=40), st.sampled_from(INDICATORS))
def test_many_areas_have_the_doubts_that_each_has_alone(
    drawn: list[Observation], indicator: Indicator
) -> None:
    """What clears most figures quickly clears none that is in doubt."""
    figures = chosen(*drawn, indicator=indicator)
    assert doubted_rows(figures, lambda _: SETS) == one_by_one(figures, indicator)
