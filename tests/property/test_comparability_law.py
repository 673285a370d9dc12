"""The laws of what may be compared: whichever comes first, and all of a series with each other."""

from datetime import date
from itertools import combinations

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from sendframe.figures import FAULTS, Figure, Series, figures_of, why_not_comparable
from sendframe.model import (
    AcademicYear,
    CalendarYear,
    ComparabilityBreak,
    FinancialYear,
    FrozenMap,
    Indicator,
    Month,
    Observation,
    Observations,
    Origin,
    Text,
    YearToDate,
)

WORDS = Text(default="Words")
YEARS = st.integers(2020, 2025)
PERIODS = st.one_of(
    YEARS.map(lambda year: CalendarYear(year=year)),
    YEARS.map(lambda year: FinancialYear(start_year=year)),
    YEARS.map(lambda year: AcademicYear(start_year=year)),
    st.tuples(YEARS, st.sampled_from([6, 9])).map(
        lambda pair: YearToDate(
            year_kind="financial", year=pair[0], until=date(pair[0], pair[1], 30)
        )
    ),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda pair: Month(year=pair[0], month=pair[1])),
)
BREAKS = st.lists(
    PERIODS.map(lambda period: ComparabilityBreak(first_period=period, reason=WORDS)), max_size=2
)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Return an indicator whose series has breaks in some places."""
    return Indicator(
        id="rate", title=WORDS, unit="percent", direction="higher", breaks=tuple(draw(BREAKS))
    )


@st.composite
def figures(draw: st.DrawFn, indicator: Indicator) -> Figure:
    """Return a figure of an indicator that may have anything which forbids a comparison."""
    return Figure(
        indicator,
        draw(st.sampled_from(["ZZ0000001", "ZZ0000002"])),
        draw(PERIODS),
        draw(st.none() | st.floats(0, 100)),
        dimensions=draw(st.sampled_from([FrozenMap(), FrozenMap(), FrozenMap({"age": "5-10"})])),
        status=draw(st.sampled_from(["final", "provisional", "management-information"])),
        basis=draw(st.sampled_from([None, "resident", "registered"])),
        fault=draw(st.sampled_from([None, None, *(fault.code for fault in FAULTS)])),
    )


def of_one(size: int) -> st.SearchStrategy[list[Figure]]:
    """Return a strategy of figures of one indicator."""
    return indicators().flatmap(
        lambda indicator: st.lists(figures(indicator), min_size=size, max_size=size + 6)
    )


@given(of_one(2))
def test_it_does_not_matter_which_comes_first(given_figures: list[Figure]) -> None:
    """Two figures may be compared either way or neither, and the reason is the same."""
    for one, other in combinations(given_figures, 2):
        assert why_not_comparable(one, other) == why_not_comparable(other, one)


@given(of_one(1))
def test_a_figure_may_be_compared_with_itself_unless_it_contradicts_itself(
    given_figures: list[Figure],
) -> None:
    """A fault is what forbids it, and nothing else."""
    for one in given_figures:
        apart = why_not_comparable(one, one)
        assert (apart is not None) == (one.fault is not None)


@given(of_one(3))
def test_what_may_be_compared_with_the_same_may_be_compared(given_figures: list[Figure]) -> None:
    """Where each says whose it is: so one figure stands for all that it may be compared with."""
    said = [attrs.evolve(each, basis=each.basis or "resident") for each in given_figures]
    for one, two, three in combinations(said, 3):
        pairs = [why_not_comparable(*pair) is None for pair in combinations((one, two, three), 2)]
        assert sum(pairs) != 2


@given(of_one(0))
@example([])
def test_all_of_a_series_may_be_compared(given_figures: list[Figure]) -> None:
    """Every two of its sound figures; each that was left out has a reason, and none is lost."""
    ordered = sorted(given_figures, key=lambda each: (each.period.last_day, each.period.kind))
    found = Series.of(ordered)
    assert all(why_not_comparable(*pair) is None for pair in combinations(found.sound, 2))
    assert len(found.figures) + len(found.left_out) == len(ordered)
    assert found.latest is (ordered[-1] if ordered else None)
    assert all(apart.code != "fault" for _, apart in found.left_out)


@given(indicators(), st.lists(PERIODS, unique=True, max_size=8))
def test_figures_of_one_segment_have_no_break_between_them(
    indicator: Indicator, periods: list[CalendarYear]
) -> None:
    """The number that counts of many areas go by says the same as the rule for two figures."""
    rows = [
        Observation(indicator="rate", area="ZZ0000001", period=period, value=50.0)
        for period in periods
    ]
    table = Observations.of((row, Origin()) for row in rows)
    series = figures_of(table, [indicator], as_at=date(2030, 1, 1)).series("rate", "ZZ0000001")
    assert len(series) == len(periods)
    for one, other in combinations(series, 2):
        apart = why_not_comparable(one, other)
        if one.period.is_comparable_with(other.period):
            assert (apart is None) == (one.segment == other.segment)
            assert apart is None or apart.code == "break"
        else:
            assert apart is not None
            assert apart.code == "period"
