"""Rules with a form for many at once: asked once, and answered for each."""

from collections.abc import Sequence
from datetime import date

import pytest

from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    CalendarYear,
    Evaluation,
    FinancialYear,
    IndicatorSet,
    LevelTarget,
    Measure,
    Refusal,
    RuleChoice,
    Score,
    Strategy,
)
from sendframe.scoring import ScoringContext, ScoringRule
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, seen, small, text


def one(context: ScoringContext) -> Score | Refusal:
    """Score what has a figure."""
    if context.latest is None:
        return context.refuse("There is no figure.")
    return context.score(
        band="seen",
        label="seen",
        tone="neutral",
        statement="It is seen.",
        formula="seen",
        source="made up",
    )


def evaluated(score_all: object, *indicators: str) -> Evaluation:
    """Return an evaluation in which one rule is chosen for some indicators."""
    rule = ScoringRule("near", "Near", "A manual.", one, score_all=score_all)  # type: ignore[arg-type]
    more = IndicatorSet(id="more", title=text("More"), indicators=(rate(id="other"),))
    area = small(
        rate(),
        seen(2024, 1, 4),
        documents=(more,),
        rules=tuple(RuleChoice(indicator=each, rule="near") for each in indicators),
    )
    known = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")})
    return evaluate(area, area.observations, as_at=date(2026, 1, 31), catalogue=known)


def test_it_is_asked_once_for_all() -> None:
    """All indicators that chose it stand in one call, and each has its answer."""
    calls: list[tuple[str, ...]] = []

    def together(contexts: Sequence[ScoringContext]) -> list[Score | Refusal]:
        calls.append(tuple(each.indicator.id for each in contexts))
        return [one(each) for each in contexts]

    found = evaluated(together, "rate", "other")
    assert calls == [("rate", "other")]
    first, second = found.indicators
    assert [each.label for each in first.scores] == ["seen"]
    assert [each.reason for each in second.refusals] == ["There is no figure."]
    assert found.indicators == evaluated(None, "rate", "other").indicators


def test_a_single_indicator_is_asked_about_alone() -> None:
    """Then the form for many is not needed."""

    def never(_contexts: Sequence[ScoringContext]) -> list[Score]:
        raise AssertionError

    found = evaluated(never, "rate")
    assert found.failures == ()
    assert [each.label for each in found.indicators[0].scores] == ["seen"]


@pytest.mark.parametrize(
    "answer",
    [
        lambda contexts: [one(contexts[0])],
        lambda contexts: [one(each) for each in reversed(contexts)],
        lambda _: 3,
        lambda contexts: [1 / 0 for _ in contexts],
    ],
    ids=["too few", "mixed up", "no list", "raises"],
)
def test_a_wrong_answer_is_one_failure_and_scores_nothing(answer: object) -> None:
    """Each indicator says that the rule failed; nothing else is touched."""
    found = evaluated(answer, "rate", "other")
    assert len(found.failures) == 1
    assert all(len(each.refusals) == 1 and not each.scores for each in found.indicators)


def test_a_rule_answers_for_itself() -> None:
    """A score in the name of another rule is a failure."""

    def other(contexts: Sequence[ScoringContext]) -> list[Score | Refusal]:
        return [one(each).changed(rule="target-tolerance") for each in contexts]

    told = [each.error_type for each in evaluated(other, "rate", "other").failures]
    assert told == ["it answers for another rule, or about something else"]


def test_a_rule_has_the_measures_with_a_target_and_may_name_a_symbol() -> None:
    """Others aim for nothing; and a symbol is no figure that could not be compared."""
    target = LevelTarget(level=60, due=CalendarYear(year=2026))
    measures = tuple(
        Measure(id=id_, statement=text("More"), indicators=("rate",), target=aim)
        for id_, aim in (("with", target), ("without", None))
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=measures,
    )  # fmt: skip
    asked: list[ScoringContext] = []

    def run(context: ScoringContext) -> Score | Refusal:
        asked.append(context)
        named = (*context.points, *context.left_out)
        score = one(context)
        assert isinstance(score, Score)
        return score.changed(facts=tuple(point.fact for point in named))

    older = seen(2023, None, None, symbol="x").changed(period=FinancialYear(start_year=2023))
    area = small(
        rate(), older, seen(2024, 1, 4), documents=(plan,),
        rules=(RuleChoice(indicator="rate", rule="near"),),
    )  # fmt: skip
    rule = ScoringRule("near", "Near", "A manual.", run)
    known = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")})
    (result,) = evaluate(area, as_at=date(2026, 1, 31), catalogue=known).indicators
    assert [[each.id for each in context.measures] for context in asked] == [["with"]]
    assert [len(context.left_out) for context in asked] == [1]
    assert [len(score.facts) for score in result.scores] == [2]
