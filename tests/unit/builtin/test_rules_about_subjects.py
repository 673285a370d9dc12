"""The rules about priorities and criteria: profiles in words, and what they refuse."""

from datetime import date

import attrs
import pytest

from sendframe.model import Refusal, Score
from sendframe.plugins import Catalogue
from sendframe.scoring import SubjectContext
from sendframe.testing import subject_context

RULES = Catalogue.discover(third_party=False).scoring_rules


def told(rule: str, context: SubjectContext, **options: object) -> Score | Refusal:
    """Return what a rule says when it is told something, with some options."""
    record = RULES[rule].record
    found = record.score(attrs.evolve(context, rule=rule, options=record.options(**options)))
    assert isinstance(found, (Score, Refusal))
    return found


def said(rule: str, context: SubjectContext, **options: object) -> Score:
    """Return a score."""
    found = told(rule, context, **options)
    assert isinstance(found, Score)
    return found


@pytest.mark.parametrize(
    ("kinds", "band", "label"),
    [
        (
            {"survey": 1, "voice": 1, "inspection": 1},
            "three-sides",
            "figures, voice and a check from outside",
        ),
        ({"survey": 1, "voice": 1}, "two-sides", "figures and voice"),
        ({"inspection": 4}, "one-side", "a check from outside"),
        ({"case-study": 9}, "other-kinds", "other kinds only"),
    ],
)
def test_evidence_is_seen_from_sides(kinds: dict[str, int], band: str, label: str) -> None:
    """How many pieces there are changes nothing; which kinds there are does."""
    found = said("evidence-profile", subject_context(evidence=kinds))
    assert (found.band, found.label, found.tone) == (band, label, "neutral")


def test_kinds_are_the_areas_own() -> None:
    """A word of one's own may be called a check from outside."""
    context = subject_context(evidence={"friendly-challenge": 1})
    assert said("evidence-profile", context, outside=("friendly-challenge",)).band == "one-side"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"newest": date(2025, 2, 1)}, "the newest is of 1 February 2025."),
        ({"newest": date(2025, 1, 1)}, "1 January 2025, which is not recent."),
        ({"newest": None}, "none of it has a date."),
        ({"expired": 2}, "expired: 2."),
        ({"against": 2, "unanswered": 1}, "against it: 2, of which not answered: 1."),
    ],
)
def test_age_and_contradiction_are_told(known: dict[str, object], words: str) -> None:
    """Twelve months count as recent; what has no date says so."""
    found = said("evidence-profile", subject_context(evidence={"survey": 1}, **known))
    assert words in found.statement
    assert ("not answered" in found.label) == ("unanswered" in known)


def test_what_has_no_date_is_counted_beside_what_has() -> None:
    """The newest day is that of the others."""
    context = subject_context(evidence={"survey": 2})
    profile = context.subject.evidence.changed(undated=1)
    mixed = attrs.evolve(context, subject=context.subject.changed(evidence=profile))
    assert "without a date: 1." in said("evidence-profile", mixed).statement


@pytest.mark.parametrize(
    ("known", "band", "tone"),
    [
        ({"overdue": 1, "without_action": 1, "commitments": 2}, "late", "worse"),
        ({"without_action": 1, "commitments": 2}, "not-begun", "between"),
        ({"complete": 2}, "delivered", "better"),
        ({"complete": 1}, "under-way", "neutral"),
        ({"delivery": {}, "commitments": 1}, "under-way", "neutral"),
    ],
)
def test_progress_is_that_of_delivery(known: dict[str, object], band: str, tone: str) -> None:
    """What is overdue comes first; a commitment whose actions stand nowhere is not delivered."""
    given = {"delivery": {"Done": 1, "Begun": 1}, **known}
    found = said("commitment-progress", subject_context(**given))
    assert (found.band, found.tone) == (band, tone)


def test_moved_actions_and_those_without_a_lead_are_told() -> None:
    """They are counted where there are some."""
    context = subject_context(delivery={"Begun": 2}, commitments=1)
    progress = context.subject.progress.changed(moved=("a",), without_owner=("a", "b"))
    busy = attrs.evolve(context, subject=context.subject.changed(progress=progress))
    assert said("commitment-progress", busy).statement.endswith("moved: 1; nobody leads: 2.")
    assert "Moved" not in said("commitment-progress", context).statement


@pytest.mark.parametrize(
    ("heard", "band"),
    [
        (("told_back", "told_back"), "told-back"),
        (("told_back", "answered"), "answered"),
        (("told_back", "waiting"), "waiting"),
        (("waiting",), "waiting"),
    ],
)
def test_voice_asks_for_an_answer_and_for_telling_back(heard, band: str) -> None:
    """Answered is not the same as told back."""
    found = said("voice", subject_context(voices=heard))
    assert (found.band, found.tone) == (band, "neutral")


def test_voice_counts_whom_it_is_asked_to() -> None:
    """And an answer to two things counts once."""
    context = subject_context(voices=("told_back", "told_back"))
    young = attrs.evolve(context.voices[0], who="young-people", replies=context.voices[1].replies)
    both = attrs.evolve(context, voices=(young, context.voices[1]))
    assert "answers: 1 done." in said("voice", both).statement
    assert said("voice", both, who=("young-people",)).formula.startswith("1 of 1")
    nobody = told("voice", both, who=("governors",))
    assert isinstance(nobody, Refusal)
