"""What is made of the answers of scoring rules, whatever a rule gives."""

from collections.abc import Callable
from datetime import date

import attrs
import pytest

from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    CalendarYear,
    Evaluation,
    FrozenMap,
    Json,
    Monitored,
    NoOptions,
    Period,
    Refusal,
    RuleChoice,
    Score,
)
from sendframe.scoring import ScoringContext, ScoringRule
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, OTHER, rate, seen, small


@attrs.frozen
class Margin:
    """Options of a made-up rule."""

    by: float = 1.0


def better(context: ScoringContext) -> Score:
    """Score every indicator as better."""
    return context.score(
        band="up",
        label="better",
        tone="better",
        statement="It is better.",
        formula="2 > 1",
        source="made up",
    )


def plain(context: ScoringContext) -> Score:
    """Score every indicator without saying that it is better or worse."""
    return better(context).changed(tone="neutral", label="above")


def refused(context: ScoringContext) -> Refusal:
    """Score nothing."""
    return context.refuse("It may not be scored.")


def told(
    score: Callable[[ScoringContext], object],
    direction: str | None = "higher",
    options: dict[str, Json] | None = None,
    class_: type = NoOptions,
) -> Evaluation:
    """Return the evaluation of one indicator with one made-up rule."""
    rule = ScoringRule("near", "Near", "A manual.", score, class_)  # type: ignore[arg-type]
    choice = RuleChoice(indicator="rate", rule="near", options=FrozenMap(options or {}))
    portfolio = small(rate(direction), seen(2024, 1, 4), rules=(choice,))
    catalogue = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")})
    return evaluate(portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=catalogue)


def test_a_score_stands_with_the_indicator() -> None:
    """What a rule scores is kept as it is, with who made it."""
    found = told(better)
    (result,) = found.indicators
    (score,) = result.scores
    assert (score.rule, score.tone, score.made_by) == ("near", "better", "plug (plug-dist 1.0)")
    assert (result.refusals, found.failures) == ((), ())


def test_a_refusal_stands_with_the_indicator() -> None:
    """What a rule refuses is kept with its reason, and is no failure."""
    found = told(refused)
    (result,) = found.indicators
    assert [each.reason for each in result.refusals] == ["It may not be scored."]
    assert (result.scores, found.failures) == ((), ())


@pytest.mark.parametrize("answer", [None, "better", 1.0, ()])
def test_a_rule_that_gives_anything_else_has_failed(answer: object) -> None:
    """Neither nothing nor a bare word is a score: the failure is noted, and so is the gap."""
    found = told(lambda _: answer)
    (failure,) = found.failures
    assert (failure.plugin, failure.contribution) == ("plug", "near")
    assert (failure.phase, failure.error_type) == (
        "run",
        "it gives something else than a Score or a Refusal",
    )
    (result,) = found.indicators
    assert result.scores == ()
    assert [each.reason for each in result.refusals] == [
        "The rule 'near' of plug (plug-dist 1.0) failed; nothing else was touched."
    ]


@pytest.mark.parametrize("direction", ["neutral", None])
def test_a_neutral_indicator_is_never_better_or_worse(direction: str | None) -> None:
    """Where no way is better, a score that says so is refused, whatever the rule thinks."""
    found = told(better, direction)
    (result,) = found.indicators
    assert result.scores == ()
    assert [each.reason for each in result.refusals] == [
        "This indicator names no better or worse, so it is not rated."
    ]
    assert found.failures == ()


def test_a_neutral_score_of_a_neutral_indicator_stands() -> None:
    """A score that calls nothing better or worse may stand with a neutral indicator."""
    (result,) = told(plain, "neutral").indicators
    assert [each.label for each in result.scores] == ["above"]
    assert result.refusals == ()


def test_options_reach_the_rule_as_its_own_class() -> None:
    """What the portfolio chose is handed over as the class the rule declared."""
    asked: list[object] = []

    def score(context: ScoringContext) -> Refusal:
        asked.append(context.chosen(Margin))
        return refused(context)

    told(score, options={"by": 2}, class_=Margin)
    assert asked == [Margin(2.0)]


def test_options_a_rule_does_not_know_are_refused() -> None:
    """Where the options are not what the rule expects, it does not run."""
    (result,) = told(better, options={"with": 2}, class_=Margin).indicators
    assert result.scores == ()
    assert [each.reason for each in result.refusals] == [
        "The options of the rule 'near' do not fit: there is no option 'with'; there are: by."
    ]


@pytest.mark.parametrize(
    ("area", "expected"),
    [(None, CalendarYear(year=2022)), (AREA, CalendarYear(year=2022)), (OTHER, None)],
)
def test_rules_know_from_when_limits_are_computed_anew(
    area: str | None, expected: Period | None
) -> None:
    """By what the portfolio monitors in its own area, and not in another."""
    known: list[Period | None] = []

    def score(context: ScoringContext) -> Refusal:
        known.append(context.limits_from)
        return refused(context)

    monitored = (
        Monitored(indicator="rate", area=area, limits_from=CalendarYear(year=2022)),
        Monitored(indicator="rate"),
    )
    rule = ScoringRule("near", "Near", "A manual.", score)
    portfolio = small(
        rate(),
        seen(2024, 1, 4),
        rules=(RuleChoice(indicator="rate", rule="near"),),
        monitored=monitored,
    )
    catalogue = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")})
    evaluate(portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=catalogue)
    assert known == [expected]


def test_the_test_of_a_change_begins_where_limits_do() -> None:
    """Twelve figures before a redesign and twelve since, at another level: no signal since."""
    rows = [seen(2000 + n, 300 + n % 2 if n < 12 else 500 + n % 2, 1000) for n in range(24)]
    tests = []
    for first in (None, CalendarYear(year=2012)):
        portfolio = small(
            rate(), *rows, monitored=(Monitored(indicator="rate", limits_from=first),)
        )
        (result,) = evaluate(
            portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=NoCatalogue()
        ).indicators
        tests.append(result.change and result.change.test)
    assert tests == ["beyond", "random"]
