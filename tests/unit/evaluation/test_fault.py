"""A figure that contradicts itself: printed and marked, and nothing is made of it."""

from datetime import date

import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    Baseline,
    CalendarYear,
    FrozenMap,
    IndicatorResult,
    LevelTarget,
    Measure,
    Observation,
    Portfolio,
    RuleChoice,
    Strategy,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text

DAY = date(2026, 1, 31)
OWN = Catalogue.discover(third_party=False)
AGAINST, IMPOSSIBLE = "value-against-counts", "impossible"


def given(value: float, top: float | None = None, bottom: float | None = None) -> Observation:
    """Return a figure of 2024 as somebody typed it."""
    return seen(2024, top, bottom, symbol="x").changed(value=value, symbol=None)


FAULTY = [
    (given(71.0, 66, 110), AGAINST, "71.0% does not agree with its counts, 66 of 110"),
    (given(-60.0), IMPOSSIBLE, "-60.0% is impossible"),
    (given(150.9, 166, 110), IMPOSSIBLE, "150.9% for 166 of 110 is impossible"),
]
PAST = tuple(seen(year, 60 + year % 3, 100) for year in range(2012, 2024))
FIGURE_RULES = {
    "direction-of-travel": {},
    "distance-travelled": {},
    "target-and-travel": {},
    "target-tolerance": {},
    "trajectory": {},
    "wilson-comparison": {"comparator": "country"},
    "xmr-assurance": {},
    "xmr-variation": {},
}


def area(*rows: Observation) -> Portfolio:
    """Return an area with a target, a baseline, a benchmark and every rule that looks at one."""
    measure = Measure(
        id="m",
        statement=text("More on time"),
        indicators=("rate",),
        baseline=Baseline(value=62.0, period=CalendarYear(year=2012)),
        target=LevelTarget(level=60, due=CalendarYear(year=2026)),
    )
    plan = Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        measures=(measure,),
    )
    rules = tuple(
        RuleChoice(indicator="rate", rule=rule, options=FrozenMap(options))
        for rule, options in FIGURE_RULES.items()
    )
    country = seen(2024, 500, 1000, area=COUNTRY)
    return small(rate(), *rows, country, documents=(plan,), rules=rules)


def known(*rows: Observation) -> IndicatorResult:
    """Return what all rules make of the rate."""
    made = evaluate(area(*rows), as_at=DAY, catalogue=OWN)
    assert made.failures == ()
    (result,) = made.indicators
    return result


def test_every_rule_scores_a_figure_that_agrees_with_itself() -> None:
    """So that no score below is missing for another reason."""
    found = known(*PAST, seen(2024, 66, 110))
    assert [each.rule for each in found.scores] == list(FIGURE_RULES)
    assert found.refusals == ()
    assert found.latest is not None
    assert found.latest.fault is None


@pytest.mark.parametrize(("row", "code"), [(row, code) for row, code, _ in FAULTY])
def test_a_figure_that_contradicts_itself_has_no_score(row: Observation, code: str) -> None:
    """No rule scores it, no target is reached or missed, and there is no change to it."""
    found = known(*PAST, row)
    assert found.latest is not None
    assert (found.latest.value, found.latest.fault) == (row.value, code)
    assert found.scores == ()
    assert {each.rule for each in found.refusals} == set(FIGURE_RULES)
    (target,) = found.targets
    assert (target.gap, target.reached) == (None, None)
    assert target.not_compared is not None
    assert found.change is None


@pytest.mark.parametrize(("row", "problem"), [(row, problem) for row, _, problem in FAULTY])
def test_its_fact_says_what_is_wrong(row: Observation, problem: str) -> None:
    """The figure stands as it was given, with the reason why nothing is made of it."""
    portfolio = small(rate(), row)
    made = evaluate(portfolio, as_at=DAY, catalogue=NoCatalogue())
    (fact,) = [each for each in made.facts if each.id == "indicator/rate/2024"]
    assert fact.value == row.value
    assert fact.statement.endswith(f" It is not used: {problem}.")


@pytest.mark.parametrize("row", [row for row, _, _ in FAULTY])
def test_it_is_in_no_trend_and_no_benchmark(row: Observation) -> None:
    """The trend is that of the other figures, and a country's fault is no benchmark."""
    tops = ((2021, 10), (2022, 20), (2023, 30))
    rising = [seen(year, top, 100) for year, top in tops]
    assert known(*rising, row).trend == "rising"
    portfolio = small(rate(), seen(2024, 66, 110), row.changed(area=COUNTRY))
    (result,) = evaluate(portfolio, as_at=DAY, catalogue=OWN).indicators
    (comparison,) = result.comparisons
    assert (comparison.value, comparison.missing) == (None, (COUNTRY,))
    assert dict(comparison.latest.left_out) == {COUNTRY: "fault"}


@pytest.mark.parametrize("row", [row for row, _, _ in FAULTY])
def test_the_fault_of_a_comparator_is_found(row: Observation) -> None:
    """It is named with its place, and the benchmark does not say that there is no figure."""
    portfolio = small(rate(), seen(2024, 66, 110), row.changed(area=COUNTRY))
    made = evaluate(portfolio, as_at=DAY, catalogue=OWN)
    (notice,) = [each for each in made.notices if each.code == "SFR410"]
    assert "2024: the figure of Ardenia contradicts itself" in notice.message
    assert (notice.document, notice.pointer) == ("figures.json", "/observations/1/value")
    statements = {fact.id: fact.statement for fact in made.facts}
    assert statements["indicator/rate/comparison/country/2024"].endswith(
        "no figure that may be compared."
    )
