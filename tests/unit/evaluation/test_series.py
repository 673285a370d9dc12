"""Which figures make a series: what is known on the day, newest release first, like with like."""

from datetime import date

import attrs
import pytest

from sendframe.evaluation import MemberFacts, NoCatalogue
from sendframe.model import (
    AcademicYear,
    CalendarYear,
    ComparatorSet,
    Day,
    FrozenMap,
    IndicatorResult,
    Observation,
    Priority,
    Strategy,
)
from tests.evaluating import evaluate, figures_in
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, small, text

DAY = date(2026, 1, 31)


def result(*rows: Observation, as_at: date = DAY) -> IndicatorResult:
    """Return what figures of the rate say."""
    portfolio = small(rate(), *rows)
    (found,) = evaluate(
        portfolio, portfolio.observations, as_at=as_at, catalogue=NoCatalogue()
    ).indicators
    return found


def test_a_period_that_has_not_begun_is_not_known() -> None:
    """A figure of a period after the day of the evaluation is left out, whoever gave it."""
    rows = (seen(2025, 1, 4), seen(2026, 2, 4, release=None), seen(2027, 3, 4, release=None))
    assert [str(each.period) for each in result(*rows).points] == ["2025", "2026"]


def test_an_older_release_does_not_replace_a_newer_one() -> None:
    """The figure of the newest release counts, in whichever order the figures stand."""
    rows = (seen(2024, 3, 4, release="r2"), seen(2024, 1, 4, release="r1"))
    for order in (rows, rows[::-1]):
        (point,) = result(*order).points
        assert (point.value, point.release) == (75.0, "r2")


def test_years_of_two_kinds_are_not_compared() -> None:
    """The change from a calendar year to an academic year is no change, and no trend runs on."""
    rows = (
        seen(2021, 1, 4),
        seen(2022, 2, 4),
        seen(2023, 3, 4, period=AcademicYear(start_year=2023)),
        seen(2024, 4, 4, period=AcademicYear(start_year=2024)),
    )
    found = result(*rows)
    assert len(found.points) == 4
    assert found.trend is None
    assert found.change is not None
    assert str(found.change.before) == "2023/24"
    assert result(*rows[1:3]).change is None


@pytest.mark.parametrize(
    ("top", "words"),
    [
        (100, "did not change, from 25.0% in 2023 to 25.0%"),
        (102, "rose by 0.5 percentage points, from 25.0% in 2023 to 25.5%"),
        (98, "fell by 0.5 percentage points, from 25.0% in 2023 to 24.5%"),
    ],
)
def test_a_change_is_stated_in_words(top: int, words: str) -> None:
    """100 of 400 is 25%; each four more or less are one point."""
    portfolio = small(rate(), seen(2023, 100, 400), seen(2024, top, 400))
    found = evaluate(portfolio, portfolio.observations, as_at=DAY, catalogue=NoCatalogue())
    (statement,) = (fact.statement for fact in found.facts if fact.id == "indicator/rate/change")
    assert statement == f"Plans on time: Wyeford {words} in 2024."


def test_parts_are_told_one_dimension_at_a_time() -> None:
    """A part by two dimensions at once belongs to the breakdown of neither."""
    rows = (
        seen(2024, 1, 4, dimensions=FrozenMap({"age": "5-10"})),
        seen(2024, 2, 4, dimensions=FrozenMap({"age": "5-10", "need": "autism"})),
        seen(2024, 3, 4, dimensions=FrozenMap({"need": "autism"})),
    )
    shown = {
        each.dimension: {name: point.value for name, point in each.parts.items()}
        for each in result(*rows).breakdowns
    }
    assert shown == {"age": {"5-10": 25.0}, "need": {"autism": 75.0}}


def test_parts_that_are_not_known_yet_make_no_breakdown() -> None:
    """Where every part was published after the day, the dimension is not there at all."""
    part = seen(2024, 1, 4, release="r2", dimensions=FrozenMap({"age": "5-10"}))
    assert result(part, as_at=date(2025, 3, 1)).breakdowns == ()
    assert len(result(part).breakdowns) == 1


def test_the_newest_period_makes_the_breakdown() -> None:
    """A part without a figure for the newest period does not stand in it."""
    rows = (
        seen(2023, 1, 4, dimensions=FrozenMap({"age": "0-4"})),
        seen(2024, 3, 4, dimensions=FrozenMap({"age": "5-10"})),
    )
    (found,) = result(*rows).breakdowns
    assert (found.period, list(found.parts)) == (CalendarYear(year=2024), ["5-10"])


def test_a_criterion_that_is_nowhere_lends_nothing() -> None:
    """A priority made in Python may name a criterion that is not there; nothing is known of it."""
    priority = Priority(id="one", order=1, statement=text("Help"), criteria=("nowhere",))
    plan = Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        extended_to=Day(on=DAY),
        priorities=(priority,),
    )
    portfolio = small(rate(), documents=(plan,))
    found = evaluate(portfolio, portfolio.observations, as_at=DAY, catalogue=NoCatalogue())
    (subject,) = found.subjects
    assert (subject.related, subject.judgements) == (("nowhere",), ())
    assert subject.evidence.count == 0


def test_a_benchmark_has_its_own_figure_in_each_period() -> None:
    """A country's past is its own; no year borrows the figure of another, and none is made up."""
    years = (2021, 2022, 2023, 2024)
    rows = [seen(year, 1, 4) for year in years]
    tops = zip(years, (10, None, 30, 45), strict=True)
    rows += [
        seen(year, top, 100, area=COUNTRY, symbol="x" if top is None else None)
        for year, top in tops
    ]
    (comparison,) = result(*rows).comparisons
    assert [(str(each.period), each.value) for each in comparison.points] == [
        ("2021", 10.0),
        ("2022", None),
        ("2023", 30.0),
        ("2024", 45.0),
    ]
    assert len({each.fact for each in comparison.points}) == 4
    assert (comparison.value, comparison.period) == (45.0, CalendarYear(year=2024))
    before = comparison.at(CalendarYear(year=2023))
    assert before is not None
    assert before.value == 30.0
    assert comparison.at(CalendarYear(year=2020)) is None


def test_a_benchmark_ends_where_the_area_has_its_latest_figure() -> None:
    """A year in which the area has a symbol alone is none to be compared in."""
    years = (2022, 2023, 2024)
    rows = [seen(year, 1, 4) for year in years[:2]]
    rows += [
        seen(2024, None, None, symbol="x"),
        *(seen(year, 1, 2, area=COUNTRY) for year in years),
    ]
    (comparison,) = result(*rows).comparisons
    assert [str(each.period) for each in comparison.points] == ["2022", "2023"]


def test_a_figure_behind_a_benchmark_names_its_own_release() -> None:
    """Its source is the release that counts on the day, not a later one that gave it too."""
    rows = [
        seen(2024, 1, 4),
        seen(2024, 1, 2, area=COUNTRY, release="r1"),
        seen(2024, 2, 3, area=COUNTRY, release="r2"),
    ]
    portfolio = small(rate(), *rows)
    members = MemberFacts(portfolio, figures_in(portfolio, as_at=date(2025, 3, 1)))
    (fact,) = members.facts_behind("indicator/rate/comparison/country/2024")
    assert fact.id == f"indicator/rate/area/{COUNTRY}/2024"
    assert fact.value == 50.0
    assert fact.source is not None
    assert fact.source.startswith("Office, First")


def test_no_fact_stands_behind_an_unknown_indicator() -> None:
    """Asking what a benchmark is made of never fails: there is nothing to tell."""
    portfolio = small(rate(), seen(2024, 1, 4))
    members = MemberFacts(portfolio, figures_in(portfolio, as_at=date(2025, 3, 1)))
    assert members.facts_behind("indicator/other/comparison/country/2024") == ()


def test_behind_a_benchmark_stand_the_areas_of_that_one_alone() -> None:
    """Another set has areas of its own."""
    portfolio = small(
        rate(), seen(2024, 1, 4), *(seen(2024, 1, 2, area=area) for area in (OTHER, COUNTRY))
    )
    own = ComparatorSet(id="own", title=text("O"), kind="custom", areas=(OTHER,), method="single")
    manifest = portfolio.manifest
    manifest = manifest.changed(comparator_sets=(*manifest.comparator_sets, own))
    portfolio = attrs.evolve(portfolio, manifest=manifest)
    members = MemberFacts(portfolio, figures_in(portfolio, as_at=date(2025, 3, 1)))
    (fact,) = members.facts_behind("indicator/rate/comparison/own/2024")
    assert fact.id == f"indicator/rate/area/{OTHER}/2024"
