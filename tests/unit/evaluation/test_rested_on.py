"""A score rests only on figures that may be compared, whatever its rule says."""

from collections.abc import Callable
from datetime import date

import pytest

from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    Baseline,
    CalendarYear,
    ComparabilityBreak,
    Document,
    Evaluation,
    FinancialYear,
    Indicator,
    LevelTarget,
    Measure,
    Observation,
    Refusal,
    RuleChoice,
    Score,
    Strategy,
    YearToDate,
)
from sendframe.scoring import BaselineFigure, RuleKind, ScoringContext, ScoringRule
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text

Facts = Callable[[ScoringContext], tuple[str, ...]]
WHOLE = FinancialYear(start_year=2024)
TO_DATE = YearToDate(year_kind="financial", year=2025, until=date(2025, 9, 30))
BROKEN = rate(
    breaks=(ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("Counted anew.")),)
)


def made(
    facts: Facts,
    *rows: Observation,
    indicator: Indicator | None = None,
    kind: RuleKind = "other",
    documents: tuple[Document, ...] = (),
) -> Evaluation:
    """Return what comes of a rule that calls anything better, on the facts it names."""

    def score(context: ScoringContext) -> Score:
        return context.score(
            band="better",
            label="better",
            tone="better",
            statement="It is better.",
            formula="2 > 1",
            source="made up",
            facts=facts(context),
        )

    rule = ScoringRule("near", "Near", "A manual.", score, kind=kind)
    rules = (RuleChoice(indicator="rate", rule="near"),)
    area = small(indicator or rate(), *rows, documents=documents, rules=rules)
    catalogue = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")})
    return evaluate(area, as_at=date(2026, 1, 31), catalogue=catalogue)


def points(context: ScoringContext) -> tuple[str, ...]:
    """Name every point of the area, those that were left out as well."""
    return tuple(each.fact for each in (*context.left_out, *context.points))


def faulty(year: int) -> Observation:
    """Return 71.0% for 66 of 110."""
    return seen(year, 66, 110, symbol="x").changed(value=71.0, symbol=None)


@pytest.mark.parametrize(
    ("rows", "indicator", "reason"),
    [
        (
            (seen(2024, 1, 4, period=WHOLE), seen(2025, 2, 4, period=TO_DATE)),
            rate(),
            "2025-26 to 30 September 2025 is counted only up to a day, 2024-25 is whole",
        ),
        (
            (seen(2023, 1, 4), seen(2024, 2, 4)),
            BROKEN,
            "the series breaks at 2024, between 2023 and 2024",
        ),
        (
            (seen(2023, 1, 4), faulty(2024)),
            rate(),
            "the figure does not agree with its counts (2024)",
        ),
        (
            (faulty(2023), seen(2024, 2, 4)),
            rate(),
            "the figure does not agree with its counts (2023)",
        ),
        (
            (seen(2023, 1, 4), seen(2024, 166, 110)),
            rate(),
            "the figure is impossible (2024)",
        ),
        ((faulty(2024),), rate(), "the figure does not agree with its counts (2024)"),
    ],
)
def test_a_score_on_figures_that_may_not_be_compared_is_refused(
    rows: tuple[Observation, ...], indicator: Indicator, reason: str
) -> None:
    """A to-date and a whole year, two sides of a break, a figure that contradicts itself."""
    found = made(points, *rows, indicator=indicator)
    (result,) = found.indicators
    assert result.scores == ()
    assert [each.reason for each in result.refusals] == [
        f"The score rests on figures that may not be compared: {reason}."
    ]
    assert found.failures == ()


def no_facts(context: ScoringContext) -> tuple[str, ...]:
    """Name nothing."""
    del context
    return ()


def target(context: ScoringContext) -> tuple[str, ...]:
    """Name the target alone."""
    return tuple(position.fact for position in context.targets)


def test_a_figure_with_a_fault_has_no_score_that_names_nothing() -> None:
    """Whatever a rule says that it rests on."""
    (result,) = made(no_facts, faulty(2024)).indicators
    assert result.scores == ()
    assert [each.reason for each in result.refusals] == [
        "The figure does not agree with its counts (2024)."
    ]


@pytest.mark.parametrize(
    ("facts", "kind", "is_scored"),
    [
        (target, "other", False),
        (target, "target", False),
        (no_facts, "target", False),
        (no_facts, "other", True),
    ],
)
def test_a_score_on_a_target_that_may_not_be_compared_is_refused(
    facts: Facts, kind: RuleKind, *, is_scored: bool
) -> None:
    """Named, or meant by a rule that compares with targets; another rule rests on something else."""
    measure = Measure(
        id="m",
        statement=text("More"),
        indicators=("rate",),
        target=LevelTarget(level=10, due=CalendarYear(year=2026)),
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    row = seen(2025, 2, 4, period=TO_DATE)
    (result,) = made(facts, row, kind=kind, documents=(plan,)).indicators
    assert bool(result.scores) is is_scored
    assert all("the target is for whole periods" in each.reason for each in result.refusals)
    (whole,) = made(facts, seen(2024, 2, 4), kind=kind, documents=(plan,)).indicators
    assert len(whole.scores) == 1


def test_a_score_on_figures_that_may_be_compared_stands() -> None:
    """Those of a series, and its benchmarks of the same periods."""

    def everything(context: ScoringContext) -> tuple[str, ...]:
        (comparison,) = context.comparisons
        return (*points(context), *(each.fact for each in comparison.points))

    rows = [seen(year, year % 4, 4) for year in (2021, 2022, 2023)]
    country = [seen(year, 500, 1000, area=COUNTRY) for year in (2021, 2022, 2023)]
    (result,) = made(everything, *rows, *country).indicators
    assert [len(each.facts) for each in result.scores] == [6]


def test_a_benchmark_across_a_break_may_not_be_compared_either() -> None:
    """It is of the same indicator, and its series breaks where that of the area does."""

    def across(context: ScoringContext) -> tuple[str, ...]:
        old = next(iter(context.left_out)).fact
        return (old, context.comparisons[0].fact)

    rows = (seen(2023, 1, 4), seen(2024, 2, 4), seen(2024, 3, 4, area=COUNTRY))
    (result,) = made(across, *rows, indicator=BROKEN).indicators
    assert result.scores == ()
    assert "the series breaks at 2024" in result.refusals[0].reason


def test_a_symbol_and_a_fact_that_is_no_figure_forbid_nothing() -> None:
    """A period without a figure contradicts nothing, and neither does the fact of a target."""

    def named(context: ScoringContext) -> tuple[str, ...]:
        return (*points(context), "measure/m/rate/target")

    rows = (seen(2023, None, None, symbol="x"), seen(2024, 2, 4))
    (result,) = made(named, *rows).indicators
    assert len(result.scores) == 1


def test_a_score_keeps_the_kind_its_rule_declares() -> None:
    """Reports choose scores by it, so no rule may make a score of another kind."""

    def score(context: ScoringContext) -> Score:
        return context.score(
            band="b",
            label="near",
            tone="neutral",
            statement="It is near.",
            formula="1 = 1",
            source="made up",
        ).changed(kind="interval")

    rule = ScoringRule("near", "Near", "A manual.", score, kind="series")
    area = small(rate(), seen(2024, 1, 4), rules=(RuleChoice(indicator="rate", rule="near"),))
    catalogue = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")})
    (result,) = evaluate(area, as_at=date(2026, 1, 31), catalogue=catalogue).indicators
    assert [each.kind for each in result.scores] == ["series"]


@pytest.mark.parametrize(
    ("baseline", "is_given"),
    [
        (Baseline(value=40.0, period=CalendarYear(year=2023)), True),
        (Baseline(value=40.0, period=WHOLE), False),
        (Baseline(value=40.0, period=CalendarYear(year=2025)), False),
        (Baseline(value=40.0), False),
        (Baseline(statement=text("Nothing was measured")), True),
    ],
)
def test_a_rule_is_given_no_baseline_that_may_not_be_compared(
    baseline: Baseline, is_given: bool
) -> None:
    """The number is not there to be compared with by oversight; `baseline` still says why."""
    given: list[Baseline | None] = []
    reasons: list[object] = []

    def facts(context: ScoringContext) -> tuple[str, ...]:
        (measure,) = context.measures
        given.append(measure.baseline)
        reasons.append(context.baseline(measure))
        return ()

    measure = Measure(
        id="m", statement=text("More on time"), indicators=("rate",), baseline=baseline,
        target=LevelTarget(level=90, due=CalendarYear(year=2027)),
    )  # fmt: skip
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    made(facts, seen(2024, 60, 100), documents=(plan,))
    assert given == [baseline if is_given else None]
    (reason,) = reasons
    if baseline.period == WHOLE:
        assert isinstance(reason, Refusal)
        assert "periods of different types" in reason.reason
    else:
        assert isinstance(reason, BaselineFigure) is (is_given and baseline.value is not None)
