"""Every rule refuses, or does without, what the one function does not let it compare.

The rules are all those that are installed here: sendframe's own and those of plug-ins. A rule that
compares two figures in a new way is held to the same law as soon as it is registered.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendframe.evaluation import NoCatalogue
from sendframe.figures import figures_of, why_not_comparable
from sendframe.model import (
    Baseline,
    BenchmarkTarget,
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    FinancialYear,
    FrozenMap,
    Indicator,
    LevelTarget,
    Measure,
    Observation,
    Portfolio,
    Refusal,
    RuleChoice,
    Score,
    Strategy,
    YearToDate,
)
from sendframe.plugins import Catalogue
from sendframe.scoring import ScoringRule
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text

DAY = date(2026, 1, 31)
KNOWN = Catalogue.discover()
RULES = {
    id_: provided
    for id_, provided in KNOWN.scoring_rules.items()
    if isinstance(provided.record, ScoringRule)
}
CODES = tuple(f"ZZ00001{number:02}" for number in range(10))
YEARS = tuple(range(2011, 2025))
FORMER = "ZZ0000991"
SUSPECT = 2019  # the year whose figure may not be compared
PART = YearToDate(year_kind="calendar", year=2024, until=date(2024, 9, 30))


def options_of(rule: ScoringRule) -> FrozenMap[Any]:
    """Return options with which a rule scores: the comparator set, where it needs one."""
    names = {field.name for field in attrs.fields(rule.options)}
    near = rule.kind == "benchmark"
    return FrozenMap({"comparator": "near" if near else "country"} if "comparator" in names else {})


def area(
    rows: Mapping[object, Observation],
    *,
    indicator: Indicator | None = None,
    measured_in: object = CalendarYear(year=2012),
    target: object = None,
) -> Portfolio:
    """Return an area with a baseline, a target, two comparator sets and every rule."""
    measure = Measure(
        id="m",
        statement=text("More on time"),
        indicators=("rate",),
        baseline=Baseline(value=None, period=None, statement=text("Low"))
        if measured_in is None
        else Baseline(
            value=rows[measured_in].value if measured_in in rows else 40.0, period=measured_in
        ),
        target=target or LevelTarget(level=95, due=CalendarYear(year=2026)),
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    others = [
        seen(year, 300 + 30 * number + year % 5, 1000, area=code)
        for number, code in enumerate(CODES)
        for year in YEARS
    ]
    country = [seen(year, 5000 + year, 10_000, area=COUNTRY) for year in YEARS]
    near = ComparatorSet(id="near", title=text("Near"), kind="custom", areas=CODES, method="mean")
    single = ComparatorSet(
        id="country", title=text("Ardenia"), kind="country", areas=(COUNTRY,), method="single"
    )
    rules = tuple(
        RuleChoice(indicator="rate", rule=id_, options=options_of(provided.record))
        for id_, provided in RULES.items()
    )
    return small(
        indicator or rate(), *rows.values(), *others, *country,
        documents=(plan,), rules=rules, comparator_sets=(single, near),
    )  # fmt: skip


def about_others(portfolio: Portfolio) -> Portfolio:
    """Return an area whose figures under a former code are about those registered there."""
    table = attrs.evolve(
        portfolio.observations,
        bases=FrozenMap({AREA: "resident", FORMER: "registered"}),
        present_codes=FrozenMap({FORMER: AREA}),
    )
    return attrs.evolve(portfolio, observations=table)


def verdicts(portfolio: Portfolio) -> dict[str, Score | Refusal]:
    """Return what each rule makes of an area."""
    catalogue = NoCatalogue(scoring_rules=RULES)
    made = evaluate(portfolio, as_at=DAY, catalogue=catalogue)
    assert not made.failures
    (result,) = made.indicators
    return {each.rule: each for each in (*result.scores, *result.refusals)}


def usual(tops: list[int]) -> dict[object, Observation]:
    """Return figures of each year, by period."""
    return {
        CalendarYear(year=year): seen(year, top, 100) for year, top in zip(YEARS, tops, strict=True)
    }


TOPS = st.lists(st.integers(30, 90), min_size=len(YEARS), max_size=len(YEARS))
SETTINGS = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_every_rule_scores_what_may_be_compared() -> None:
    """So that a law below does not hold because a rule never scores."""
    found = verdicts(area(usual([60 + at % 3 for at in range(len(YEARS))])))
    refused = {id_ for id_, each in found.items() if isinstance(each, Refusal)}
    assert found.keys() == RULES.keys()
    assert refused <= {"funnel"}, "the areas lie further apart than chance has them"
    assert "marlbeck.target-or-improved" in found


def faulty(row: Observation) -> Observation:
    """Return a figure that contradicts its counts."""
    return row.changed(value=(row.value or 0.0) + 5.0)


@SETTINGS
@given(TOPS)
def test_no_rule_scores_a_latest_figure_with_a_fault(tops: list[int]) -> None:
    """Whatever the others are."""
    rows = usual(tops)
    latest = CalendarYear(year=YEARS[-1])
    rows[latest] = faulty(rows[latest])
    for each in verdicts(area(rows)).values():
        assert isinstance(each, Refusal), each.rule


@SETTINGS
@given(TOPS, st.sampled_from(["fault", "period"]))
def test_no_rule_uses_a_figure_that_may_not_be_compared(tops: list[int], problem: str) -> None:
    """Every score is the one that it would be if the figure were not there, or a refusal."""
    rows = usual(tops)
    suspect = CalendarYear(year=SUSPECT)
    without = {period: row for period, row in rows.items() if period != suspect}
    if problem == "fault":
        rows[suspect] = faulty(rows[suspect])
    else:
        rows[suspect] = rows[suspect].changed(period=FinancialYear(start_year=SUSPECT))
    found, expected = verdicts(area(rows)), verdicts(area(without))
    for id_, each in found.items():
        assert isinstance(each, Refusal) or each == expected[id_], id_


@SETTINGS
@given(TOPS, st.sets(st.sampled_from(YEARS[2:-1]), max_size=4))
def test_no_rule_uses_figures_about_other_people(tops: list[int], years: set[int]) -> None:
    """Such as pupils who are registered in an area, beside those who live there."""
    rows = usual(tops)
    without = {
        period: row
        for period, row in rows.items()
        if period.year not in years  # type: ignore[attr-defined]
    }
    for period, row in rows.items():
        if period not in without:
            rows[period] = row.changed(area=FORMER)
    found = verdicts(about_others(area(rows)))
    expected = verdicts(about_others(area(without)))
    for id_, each in found.items():
        assert isinstance(each, Refusal) or each == expected[id_], id_


@SETTINGS
@given(TOPS, st.sampled_from([2015, 2020, 2024]))
def test_no_rule_uses_figures_before_a_break(tops: list[int], first: int) -> None:
    """Nor a baseline or a target from before it."""
    rows = usual(tops)
    new = ComparabilityBreak(first_period=CalendarYear(year=first), reason=text("Counted anew."))
    later = {
        period: row
        for period, row in rows.items()
        if period.year >= first  # type: ignore[attr-defined]
    }
    indicator = rate(breaks=(new,))
    found = verdicts(area(rows, indicator=indicator))
    expected = verdicts(area(later, indicator=indicator))
    for id_, each in found.items():
        assert isinstance(each, Refusal) or each == expected[id_], id_
        if RULES[id_].record.kind == "target":
            assert isinstance(each, Refusal), id_


FOOTINGS = [
    ("baseline of whole years", CalendarYear(year=2012), None),
    ("no baseline", None, None),
    ("longer part", YearToDate(year_kind="calendar", year=2023, until=date(2023, 12, 30)), None),
    (
        "pinned benchmark",
        None,
        BenchmarkTarget(
            statement=text("As in Ardenia"),
            value=20.0,
            period=CalendarYear(year=2023),
            due=CalendarYear(year=2026),
        ),
    ),
]


@pytest.mark.parametrize(
    ("measured_in", "target"), [each[1:] for each in FOOTINGS], ids=[each[0] for each in FOOTINGS]
)
@settings(SETTINGS, max_examples=3)
@given(TOPS)
def test_no_rule_sets_a_year_to_date_beside_a_whole_year(
    measured_in: object, target: object, tops: list[int]
) -> None:
    """It is never on target, whatever its figure; nor is it compared with any other year."""
    rows = usual(tops)
    del rows[CalendarYear(year=2024)]
    rows[PART] = seen(2024, 99, 100).changed(period=PART)
    low = target or LevelTarget(level=10, due=CalendarYear(year=2026))
    found = verdicts(area(rows, measured_in=measured_in, target=low))
    for id_, each in found.items():
        assert isinstance(each, Refusal), id_


@SETTINGS
@given(TOPS, st.data())
def test_the_figures_a_score_names_may_be_compared(tops: list[int], data: st.DataObject) -> None:
    """Each with each, in any mixture of periods and faults, by the function itself."""
    rows = usual(tops)
    for period in list(rows):
        change = data.draw(st.sampled_from(["none", "none", "fault", "period", "gone"]))
        if change == "fault":
            rows[period] = faulty(rows[period])
        elif change == "period":
            start = FinancialYear(start_year=period.year)  # type: ignore[attr-defined]
            rows[start] = rows.pop(period).changed(period=start)
        elif change == "gone":
            del rows[period]
    portfolio = area(rows)
    figures = figures_of(portfolio.observations, [rate()], as_at=DAY)
    own = {
        f"indicator/rate/{'' if one.period.kind == 'calendar_year' else 'financial_year-'}"
        f"{one.period}": one
        for one in figures.series("rate", AREA)
    }
    for id_, each in verdicts(portfolio).items():
        if isinstance(each, Score):
            named = [own[fact] for fact in each.facts if fact in own]
            assert named, f"{id_} names no figure of the area"
            assert all(
                why_not_comparable(one, other) is None for one in named for other in named
            ), id_
