"""Rules about priorities and criteria: what they are told, and what becomes of their answers."""

from datetime import date

import pytest

from sendframe.errors import InvalidValue
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    CriteriaSet,
    Criterion,
    DateInWords,
    Day,
    Evaluation,
    EvidenceRegister,
    FrozenMap,
    Priority,
    Refusal,
    Reply,
    RuleChoice,
    Score,
    Stance,
    Strategy,
    SubjectResult,
    ToldBack,
    Voice,
)
from sendframe.plugins import Catalogue
from sendframe.scoring import ScoringContext, ScoringRule, SubjectContext, SubjectRule
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, seen, small, text

DAY = date(2026, 1, 31)
OWN = Catalogue.discover(third_party=False)


def voice(name: str, day: int | None, **more: object) -> Voice:
    """Return something that somebody said about the priority."""
    return Voice(
        **{
            "id": name,
            "who": "parent-carers",
            "words": text("These words are nobody's business."),
            "on": None if day is None else Day(on=date(2025, 1, day)),
            "stances": (Stance(claim="p", side="for"),),
            **more,
        }
    )


REPLIES = (
    Reply(
        id="r",
        voices=("early", "late"),
        state="done",
        told_back=(
            ToldBack(on=date(2025, 3, 1), channel="a letter"),
            ToldBack(on=date(2027, 3, 1), channel="a meeting"),
        ),
    ),
)


def evaluated(rule: object, *choices: RuleChoice, known: object = None) -> Evaluation:
    """Return an evaluation in which a rule may be asked about one priority and one criterion."""
    plan = Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        priorities=(Priority(id="p", order=1, label="priority", statement=text("To be heard")),),
    )
    criteria = CriteriaSet(
        id="criteria",
        title=text("Criteria"),
        publisher="Nobody",
        version="1",
        criteria=(Criterion(id="c", code="1", wording=text("Are you heard?"), kind="question"),),
    )
    spoken_once = voice("in-words", None, on=DateInWords(text="last winter"))
    register = EvidenceRegister(
        id="register",
        title=text("Register"),
        voices=(voice("late", 9), voice("early", 2), voice("undated", None), spoken_once),
        replies=REPLIES,
    )
    area = small(
        rate(),
        seen(2024, 1, 4),
        documents=(plan, criteria, register),
        rules=choices or (RuleChoice(about="p", rule="near"),),
    )
    catalogue = known or NoCatalogue(
        scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")}
    )
    return evaluate(area, area.observations, as_at=DAY, catalogue=catalogue)


def subject(found: Evaluation, name: str = "p") -> SubjectResult:
    """Return what is known about a subject."""
    return next(each for each in found.subjects if each.id == name)


def plain(context: SubjectContext) -> Score:
    """Say that something is known."""
    return context.score(
        band="known",
        label="known",
        tone="neutral",
        statement="It is known.",
        formula="there is a priority",
        source="made up",
        facts=(context.subject.evidence.fact,),
    )


def test_a_rule_is_told_what_was_said_without_the_words() -> None:
    """Oldest first, with the answers, and told back only as far as it had been by the day."""
    told: list[SubjectContext] = []

    def note(context: SubjectContext) -> Refusal:
        told.append(context)
        return context.refuse("It was only noted.")

    found = evaluated(SubjectRule("near", "Near", "A manual.", note))
    (context,) = told
    assert [each.id for each in context.voices] == ["in-words", "undated", "early", "late"]
    assert context.voices[1].replies == ()
    assert [each.channel for each in context.voices[2].replies[0].told_back] == ["a letter"]
    assert "nobody's business" not in repr(context)
    assert (context.about, context.as_at, context.made_by) == ("p", DAY, "plug (plug-dist 1.0)")
    (refusal,) = subject(found).refusals
    assert (refusal.reason, refusal.about) == ("It was only noted.", "p")


def test_what_a_rule_says_stands_with_its_subject() -> None:
    """Beside the evidence, and nowhere else."""
    found = evaluated(SubjectRule("near", "Near", "A manual.", plain))
    assert [each.label for each in subject(found).scores] == ["known"]
    assert subject(found, "c").scores == ()
    assert found.indicators[0].scores == ()


def other(context: SubjectContext) -> Score:
    """Answer about something else."""
    return plain(context).changed(about="q")


def broken(context: SubjectContext) -> Score:
    """Fail."""
    raise KeyError(context.about)


@pytest.mark.parametrize("score", [other, broken, lambda _: None])
def test_a_rule_that_fails_costs_its_own_answer_alone(score) -> None:
    """The failure is noted, the subject says that it was not scored, and all else goes on."""
    found = evaluated(SubjectRule("near", "Near", "A manual.", score))
    (refusal,) = subject(found).refusals
    assert "failed; nothing else was touched" in refusal.reason
    assert [each.contribution for each in found.failures] == ["near"]
    assert found.indicators[0].latest is not None


def test_a_rule_is_asked_about_what_it_is_for() -> None:
    """An indicator's rule says nothing of a priority, nor the other way round."""

    def figure(context: ScoringContext) -> Refusal:
        return context.refuse("It was asked.")

    indicator = ScoringRule("near", "Near", "A manual.", figure)
    (refusal,) = subject(evaluated(indicator)).refusals
    assert refusal.reason == "The rule 'near' is about an indicator, and no priority."
    found = evaluated(
        SubjectRule("near", "Near", "A manual.", plain), RuleChoice(indicator="rate", rule="near")
    )
    (other_way,) = found.indicators[0].refusals
    assert "is about a priority or criterion, and no indicator" in other_way.reason


def test_what_cannot_be_asked_is_told() -> None:
    """A rule that is not installed, wrong options, and a subject that nothing defines."""
    rule = SubjectRule("near", "Near", "A manual.", plain)
    found = evaluated(
        rule,
        RuleChoice(about="p", rule="far"),
        RuleChoice(about="p", rule="near", options=FrozenMap({"by": 1})),
        RuleChoice(about="nobody", rule="near"),
    )
    first, second = subject(found).refusals
    assert "not installed" in first.reason
    assert "do not fit" in second.reason
    assert "The rule 'near' about 'nobody': nothing defines that." in found.missing


@pytest.mark.parametrize("given", [{}, {"indicator": "rate", "about": "p"}])
def test_a_choice_names_one_thing(given: dict[str, str]) -> None:
    """An indicator, or else what it is about."""
    with pytest.raises(InvalidValue, match="exactly one"):
        RuleChoice(rule="near", **given)


def test_own_rules_say_what_became_of_it() -> None:
    """Two of three things were answered and told back; nothing was promised."""
    found = subject(
        evaluated(
            None,
            *(
                RuleChoice(about="p", rule=each)
                for each in ("voice", "evidence-profile", "commitment-progress")
            ),
            known=OWN,
        )
    )
    heard, profile = found.scores
    assert heard.formula == "2 of 4 answered, 2 of them told back"
    assert (profile.band, profile.label) == ("one-side", "voice")
    assert [each.reason for each in found.refusals] == ["There are no commitments and no actions."]
    assert all(each.tone == "neutral" for each in found.scores)
