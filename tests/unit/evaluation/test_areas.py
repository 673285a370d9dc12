"""Many areas beside each other: what counts, what is left out, and what is never mixed."""

from collections.abc import Iterable
from datetime import date
from math import fsum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe import evaluation
from sendframe.errors import InvalidValue
from sendframe.evaluation import AreaEvaluation, _area_averages, area_tables
from sendframe.figures import figures_of, why_not_comparable
from sendframe.model import (
    AcademicYear,
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    FrozenMap,
)
from sendframe.statistics import wilson_interval, xmr_limits
from tests.unit.conftest import rate, seen, text
from tests.unit.evaluation.many_areas import (
    CODES,
    COUNTRY,
    DAY,
    TOPS,
    found,
    table,
    with_bases,
    year_of,
)


def test_a_figure_has_its_interval_rank_and_band() -> None:
    """Six areas, one without a figure: five are ranked, and a symbol is no rank."""
    standings = found(*year_of(TOPS)).standings
    assert [each.area for each in standings] == list(CODES[:5])
    assert standings.column("rank") == (5, 3, 3, 2, 1)
    assert standings.column("among") == (5,) * 5
    assert standings.column("band") == ("D", "D", "D", "B", "A")
    first, interval = standings[0], wilson_interval(10, 100)
    assert (first.value, first.kind, first.release) == (10.0, "local-authority", "r1")
    assert (first.lower, first.upper) == (interval.lower * 100, interval.upper * 100)


BASES = dict(zip(CODES, ("resident", "resident", "registered", "registered", None), strict=False))


def on_bases(*rows: Any, **more: Any) -> AreaEvaluation:
    """Return what is known of areas whose figures are about residents, pupils, or not said."""
    figures = figures_of(with_bases(table(*rows), BASES), (rate(),), as_at=DAY)
    return area_tables(figures, **more)


def test_areas_are_ranked_among_those_about_the_same_people() -> None:
    """10 and 20 of residents, 20 and 40 of those registered; 50 of nobody knows whom.

    The last may be compared with each of the others, which are compared with it and their like.
    """
    standings = on_bases(*year_of(TOPS)).standings
    assert standings.column("value") == (10.0, 20.0, 20.0, 40.0, 50.0)
    assert standings.column("rank") == (3, 2, 3, 2, 1)
    assert standings.column("among") == (3, 3, 3, 3, 5)
    assert standings.column("band") == (None, None, None, None, "A")


@given(st.lists(st.sampled_from(["resident", "registered", None]), min_size=5, max_size=5))
def test_the_size_of_a_rank_is_what_the_one_rule_allows(bases: list[str | None]) -> None:
    """Each area has its rank among the figures that `why_not_comparable` does not refuse."""
    base_of = dict(zip(CODES, bases, strict=False))
    figures = figures_of(with_bases(table(*year_of(TOPS)), base_of), (rate(),), as_at=DAY)
    all_of_them = figures.group("rate", CalendarYear(year=2024), "local-authority")
    known = [each for each in all_of_them if each.value is not None]
    for row, own in zip(area_tables(figures).standings, known, strict=True):
        peers = [other for other in known if why_not_comparable(own, other) is None]
        assert row.among == len(peers)
        assert row.rank == 1 + sum(other.rate > own.rate for other in peers)


def test_averages_leave_out_figures_about_other_people() -> None:
    """They count as missing, in the mean and in the pooled figure; other kinds are benchmarks."""
    country = seen(2024, 30, 100, area=COUNTRY)
    neighbours = {CODES[0]: CODES[1:4], CODES[4]: CODES[1:4]}
    sets = [
        ComparatorSet(id="all", title=text("All"), kind="custom", areas=(COUNTRY,), method="single")
    ]
    averages = on_bases(*year_of(TOPS), country, neighbours=neighbours, comparators=sets).averages
    rows = {(each.comparator, each.area): each for each in averages}
    first, last = rows["neighbours", CODES[0]], rows["neighbours", CODES[4]]
    assert (first.mean, first.areas, first.missing) == (20.0, 1, CODES[2:4])
    assert (first.pooled, first.counted, first.uncounted) == (20.0, 1, CODES[2:4])
    assert (last.areas, last.missing) == (3, ())
    assert {rows["all", code].mean for code in CODES[:5]} == {30.0}


@pytest.mark.parametrize(
    ("top", "bottom", "has_interval"),
    [
        (33, 101, True),
        (100, 100, True),
        (0, 100, True),
        (33.5, 101, False),
        (33, 100.5, False),
        (33.5, 100.5, False),
        (101, 100, False),
    ],
)
def test_an_interval_needs_whole_counts_of_a_part(
    top: float, bottom: float, *, has_interval: bool
) -> None:
    """None and all are parts too; an average of people is no number of cases."""
    indicator = rate(averaged=True, may_exceed=True)
    (only,) = found(seen(2024, top, bottom, area=CODES[0]), indicator=indicator).standings
    assert (only.lower is not None, only.upper is not None) == (has_interval, has_interval)


def test_where_lower_is_better_everything_is_turned_round() -> None:
    """The least figure is first, and a tie on a bound is the better band."""
    standings = found(*year_of(TOPS), indicator=rate("lower")).standings
    assert standings.column("rank") == (1, 2, 2, 4, 5)
    assert standings.column("band") == ("A", "A", "A", "C", "D")


@pytest.mark.parametrize("direction", ["neutral", "range", None])
def test_where_no_way_is_better_nothing_is_ranked(direction: str | None) -> None:
    """Such figures keep their intervals, and have neither rank nor band."""
    standings = found(*year_of(TOPS), indicator=rate(direction)).standings
    assert set(standings.column("rank")) == set(standings.column("band")) == {None}
    assert standings.column("among") == (5,) * 5
    assert None not in standings.column("lower")


def test_counts_are_neither_ranked_nor_averaged() -> None:
    """They grow with the size of an area; how they wander over time is told all the same."""
    counts = rate("lower", unit="count", factor=None)
    result = found(*year_of(TOPS), indicator=counts, neighbours={CODES[0]: CODES[1:3]})
    for name in ("rank", "among", "band", "lower"):
        assert set(result.standings.column(name)) == {None}
    assert len(result.averages) == 0
    assert len(result.limits) == 5


def test_three_areas_have_no_quarters() -> None:
    """Below four areas there is a rank but no band, nor where all have the same figure."""
    few = found(*year_of((10.0, 20.0, 30.0))).standings
    assert few.column("rank") == (3, 2, 1)
    assert few.column("band") == (None, None, None)
    level = found(*year_of((10.0,) * 5)).standings
    assert level.column("rank") == (1,) * 5
    assert set(level.column("band")) == {None}


def test_areas_of_other_kinds_are_not_ranked_among_them() -> None:
    """A country stands alone, and an area of no known kind is not ranked at all."""
    rows = [*year_of((10.0, 20.0)), seen(2024, 90, 100, area=COUNTRY)]
    standings = found(*rows, seen(2024, 95, 100, area="ZZ9999999")).standings
    assert {each.area: (each.kind, each.rank, each.among) for each in standings} == {
        "ZZ9999999": (None, None, None),
        COUNTRY: ("country", 1, 1),
        CODES[0]: ("local-authority", 2, 2),
        CODES[1]: ("local-authority", 1, 2),
    }


def test_parts_of_a_whole_are_left_out() -> None:
    """Rows about a part, such as one age, never stand beside those about the whole."""
    part = year_of((99.0,) * 6, dimensions=FrozenMap({"age": "5-10"}))
    assert found(*part, *year_of(TOPS)) == found(*year_of(TOPS))


def test_periods_of_other_types_are_not_mixed() -> None:
    """A calendar and an academic year that end in one year are ranked and joined apart."""
    school = year_of((30.0, 10.0), period=AcademicYear(start_year=2023))
    result = found(*school, *year_of((10.0, 20.0)), *year_of((1.0, 2.0), 2023))
    assert result.standings.column("rank") == (2, 1, 1, 2, 2, 1)
    assert [
        (each.area, str(each.first), str(each.last), each.points) for each in result.limits
    ] == [
        (CODES[0], "2023/24", "2023/24", 1),
        (CODES[0], "2023", "2024", 2),
        (CODES[1], "2023/24", "2023/24", 1),
        (CODES[1], "2023", "2024", 2),
    ]


def test_the_newest_release_known_on_the_day_counts() -> None:
    """Of two releases the newer counts, in whichever order; before it was out, the older did."""
    rows = (seen(2024, 3, 4, release="r2"), seen(2024, 1, 4, release="r1"))
    for order in (rows, rows[::-1]):
        (only,) = found(*order).standings
        assert (only.value, only.release) == (75.0, "r2")
        (older,) = found(*order, as_at=date(2025, 3, 1)).standings
        assert (older.value, older.release) == (25.0, "r1")


def test_a_newer_symbol_takes_a_figure_back() -> None:
    """A figure that a later release withdrew is neither ranked nor averaged."""
    withdrawn = seen(2024, None, None, area=CODES[1], symbol="x", release="r2")
    result = found(*year_of((10.0, 20.0)), withdrawn, neighbours={CODES[0]: (CODES[1],)})
    assert result.standings.column("area") == (CODES[0],)
    (only,) = result.averages
    assert (only.mean, only.areas, only.missing) == (None, 0, (CODES[1],))


def test_projections_and_later_periods_are_left_out() -> None:
    """What is projected, what has not begun, and what is of another status do not count."""
    rows = (
        seen(2023, 1, 4, status="projected"),
        seen(2027, 1, 4, release=None),
        seen(2022, 1, 4, status="management-information"),
        seen(2021, 1, 4),
        seen(2020, 1, 4, indicator="another"),
    )
    assert [str(each.period) for each in found(*rows).standings] == ["2021"]
    managed = rate(series_status="management_information")
    result = found(*rows, indicator=managed)
    assert [str(each.period) for each in result.standings] == ["2022"]


def test_a_denominator_of_nothing_gives_no_rate() -> None:
    """An area where nothing fell due has a symbol, and is missing from its neighbours' mean."""
    idle = seen(2024, 0, 0, area=CODES[2], symbol="z")
    result = found(*year_of((10.0, 20.0)), idle, neighbours={CODES[0]: CODES[1:3]})
    assert len(result.standings) == 2
    assert (result.averages[0].missing, result.averages[0].mean) == ((CODES[2],), 20.0)


def test_a_figure_that_contradicts_itself_is_told_and_not_used() -> None:
    """It keeps its row with the code of its fault, and has no rank, no average and no limits."""
    wrong = seen(2024, 30, 100, area=CODES[1]).changed(value=71.0)
    result = found(
        *year_of((10.0,)), wrong, neighbours={CODES[0]: (CODES[1],), CODES[1]: CODES[:1]}
    )
    assert result.standings.column("value") == (10.0, 71.0)
    assert result.standings.column("fault") == (None, "value-against-counts")
    assert result.standings.column("rank") == (1, None)
    assert result.standings.column("among") == (1, None)
    assert result.standings[1].lower is None
    assert [(each.mean, each.pooled, each.missing) for each in result.averages] == [
        (None, None, (CODES[1],)),
        (10.0, 10.0, ()),
    ]
    assert result.limits.column("area") == (CODES[0],)


def test_neighbours_are_averaged_plainly_and_together() -> None:
    """The mean weighs areas alike, the pooled figure counts; each says what it rests on."""
    rows = [
        seen(2024, 1, 2, area=CODES[0]),
        seen(2024, 50, 100, area=CODES[1]),
        seen(2024, 0, 10, area=CODES[2]),
        seen(2024, None, None, area=CODES[3], value=40.0, symbol=None),
    ]
    neighbours = {CODES[0]: (*CODES[1:5], CODES[0]), CODES[5]: CODES[:2]}
    (only,) = found(*rows, neighbours=neighbours).averages
    assert (only.comparator, only.area, only.mean) == ("neighbours", CODES[0], 30.0)
    assert (only.areas, only.missing) == (3, (CODES[4],))
    assert only.pooled == 50 / 110 * 100
    assert (only.counted, only.uncounted) == (2, (CODES[3], CODES[4]))


def test_comparator_sets_are_for_every_area() -> None:
    """The area itself is left out of its own; an area that is all of a set has no row."""
    sets = (
        ComparatorSet(id="all", title=text("All"), kind="custom", areas=CODES[:3], method="mean"),
        ComparatorSet(
            id="country", title=text("Ardenia"), kind="country", areas=(COUNTRY,), method="single"
        ),
    )
    rows = [*year_of((10.0, 20.0, 60.0)), seen(2024, 30, 100, area=COUNTRY)]
    averages = found(*rows, comparators=sets).averages
    assert [(each.comparator, each.area, each.mean) for each in averages] == [
        ("all", COUNTRY, 30.0),
        ("all", CODES[0], 40.0),
        ("all", CODES[1], 35.0),
        ("all", CODES[2], 15.0),
        ("country", CODES[0], 30.0),
        ("country", CODES[1], 30.0),
        ("country", CODES[2], 30.0),
    ]


def test_limits_are_those_of_the_series() -> None:
    """No step leads across a period with a symbol, and few points are a trial."""
    tops = (10.0, 30.0, None, 20.0)
    rows = [row for at, top in enumerate(tops) for row in year_of((top,), 2020 + at)]
    (only,) = found(*rows).limits
    whole = xmr_limits([10.0, 30.0, 20.0], follows=[False, True, False])
    assert whole is not None
    assert (only.points, only.mean, only.lower, only.upper) == (
        3, whole.mean, whole.lower, whole.upper
    )  # fmt: skip
    assert (str(only.first), str(only.last), only.trial) == ("2020", "2023", True)


def test_limits_do_not_reach_across_a_break() -> None:
    """Points before a break in comparability are left out; a symbol after it also ends a series."""
    broken = rate(
        breaks=(
            ComparabilityBreak(first_period=CalendarYear(year=2022), reason=text("Counted anew")),
        )
    )
    rows = [row for year in range(2020, 2024) for row in year_of((10.0 + year % 7, 50.0), year)]
    limits = found(*rows, indicator=broken).limits
    assert [(str(each.first), each.points) for each in limits] == [("2022", 2), ("2022", 2)]
    ended = [*year_of((10.0,), 2021), *year_of((None,), 2022)]
    assert len(found(*ended, indicator=broken).limits) == 0


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"neighbours": {CODES[0]: (CODES[1], CODES[1])}}, "/neighbours/ZZ0000001"),
        ({"neighbours": {CODES[0]: (CODES[1], COUNTRY)}}, "/neighbours/ZZ0000001"),
        (
            {
                "comparators": (
                    ComparatorSet(
                        id="mixed", title=text("Mixed"), kind="custom",
                        areas=(CODES[0], COUNTRY), method="mean",
                    ),
                )
            },
            "/comparators/mixed",
        ),
        (
            {
                "neighbours": {CODES[0]: (CODES[1],)},
                "comparators": (
                    ComparatorSet(
                        id="neighbours", title=text("Again"), kind="custom",
                        areas=(CODES[0],), method="single",
                    ),
                ),
            },
            "/comparators/neighbours",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(more: dict[str, Any], place: str) -> None:
    """An area named twice, areas of two kinds, and two comparators of one name are refused."""
    with pytest.raises(InvalidValue) as caught:
        found(*year_of(TOPS), **more)
    assert caught.value.pointer == place


def test_no_figures_give_empty_tables() -> None:
    """Nothing asked, or nothing known, gives tables with their headers only."""
    for result in (
        found(neighbours={CODES[0]: CODES[1:]}),
        area_tables(figures_of(table(*year_of(TOPS)), (), as_at=DAY)),
    ):
        assert [len(each) for each in (result.standings, result.averages, result.limits)] == [0] * 3
        assert all(each.count(b"\n") == 1 for each in result.to_csv().values())


def test_names_of_the_package() -> None:
    """Modules are imported when a name is first used; a name that is not there is an error."""
    missing = "nothing"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        getattr(evaluation, missing)
    assert all(getattr(evaluation, name) for name in evaluation.__all__)


def test_only_figures_that_are_there_are_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the figures, not with areas times indicators: most may have none."""
    added = list[int]()

    def counted_sum(numbers: Iterable[float]) -> float:
        added.append(1)
        return fsum(numbers)

    monkeypatch.setattr(_area_averages, "fsum", counted_sum)
    indicators = [rate(id=f"rate-{number}") for number in range(len(CODES))]
    rows = [
        row.changed(indicator=indicator.id)
        for indicator, row in zip(indicators, year_of(TOPS), strict=True)
    ]
    with_figure = [row for row in rows if row.value is not None]
    everyone = ComparatorSet(id="all", title=text("All"), kind="custom", areas=CODES, method="mean")
    made = area_tables(figures_of(table(*rows), indicators, as_at=DAY), comparators=[everyone])
    assert [item.areas for item in made.averages] == [0] * len(with_figure)
    assert len(added) == 3 * len(with_figure)
