"""What is written about each requirement, what evidence there is, and what is missing."""

import pytest

from sendframe.model import (
    AreaForDevelopment,
    Commitment,
    CriterionEntry,
    Day,
    EvidenceAnswer,
    Priority,
    Stance,
    Strategy,
    Voice,
)
from sendframe.reports import BuildContext, Gap, Requirement, edition_of_set, requirements_of
from tests.unit.conftest import AREA, text
from tests.unit.reports.edition_context import (
    AS_AT,
    CUT_OFF,
    about,
    build_context,
    edition,
    evidence,
    register,
)
from tests.unit.reports.two_editions import AUTUMN, CRITERIA, SPRING, judgement


def first(context: BuildContext) -> Requirement:
    """Return the first requirement of the set."""
    return requirements_of(context, CRITERIA)[0]


def kinds(requirement: Requirement) -> list[str]:
    """Return the kinds of what is missing."""
    return [gap.kind for gap in requirement.gaps]


def plan(status: str = "adopted") -> Strategy:
    """Return a plan with a priority about the first criterion."""
    commitment = Commitment(id="c", statement=text("We will ring."))
    priority = Priority(
        id="p", order=1, statement=text("We listen."), criteria=("q1",), commitments=(commitment,)
    )
    return Strategy(
        id=f"plan-{status}",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status=status,
        priorities=(priority,),
    )


def test_of_a_requirement_that_nobody_wrote_about_all_is_missing() -> None:
    """Words, evidence and a judgement; without evidence nothing has expired or is unanswered."""
    requirement = first(build_context(CRITERIA))
    assert kinds(requirement) == ["words", "evidence", "judgement"]
    assert requirement.edition is None
    assert requirement.evidence.counts == (0, 0, 0)


def test_the_newest_edition_that_answers_the_set_counts() -> None:
    """A newer one about another set does not."""
    older = SPRING.changed(entries=(CriterionEntry(id="s", criterion="q1"),), previous=None)
    newer = AUTUMN.changed(
        criteria_sets=("others",), entries=(CriterionEntry(id="a", criterion="q1"),), steps=()
    )
    context = build_context(older, newer, CRITERIA)
    assert context.edition == newer
    assert edition_of_set(context, CRITERIA) == older
    entry = first(context).entry
    assert entry is not None
    assert entry.id == "s"


@pytest.mark.parametrize(
    "field", ["wanted", "did", "working_well", "changing", "areas_for_development"]
)
def test_an_entry_with_any_words_is_written(field: str) -> None:
    """One without any is not, although it is there."""
    words = AreaForDevelopment(statement=text("More.")) if "areas" in field else text("Well.")
    entry = CriterionEntry(id="e", criterion="q1")
    assert not first(about(edition(entry))).is_written
    assert first(about(edition(entry.changed(**{field: (words,)})))).is_written


def test_the_reason_of_a_judgement_is_something_written() -> None:
    """The judgement alone is none."""
    judged = judgement("e", "high").changed(reason=text("It is."))
    entry = CriterionEntry(id="e", criterion="q1", judgement=judged)
    requirement = first(about(edition(entry)))
    assert requirement.is_answered
    assert requirement.value is not None
    assert requirement.value.name == "High"
    assert "judgement" not in kinds(requirement)
    silent = entry.changed(judgement=judged.changed(reason=None))
    assert not first(about(edition(silent))).is_written


def test_priorities_of_plans_in_force_are_something_written() -> None:
    """Those of ended plans are not; that the self-evaluation is silent is said of the others."""
    requirement = first(build_context(CRITERIA, plan()))
    assert [priority.id for _, priority in requirement.priorities] == ["p"]
    assert kinds(requirement) == ["evidence", "judgement"]
    assert kinds(first(about(edition(), plan()))) == ["entry", "evidence", "judgement"]
    assert "words" in kinds(first(build_context(CRITERIA, plan("superseded"))))


def test_evidence_is_by_side_and_what_speaks_on_both_is_against_it() -> None:
    """What takes no side is neither; voices count as evidence does."""
    both = (Stance(claim="q1", side="against"), Stance(claim="j-e", side="for"))
    voice = Voice(id="v", who="parent-carers", words=text("No."), stances=(both[0],))
    entry = CriterionEntry(
        id="e",
        criterion="q1",
        evidence=("none",),
        judgement=judgement("e", "high").changed(id="j-e"),
    )
    items = register(
        evidence("for", "for"),
        evidence("both", stances=both),
        evidence("none", stances=()),
        voices=(voice,),
    )
    found = first(about(edition(entry), items)).evidence
    assert [item.id for item in found.supporting] == ["for"]
    assert [item.id for item in found.against] == ["both"]
    assert [item.id for item in found.neither] == ["none"]
    assert (found.hidden_for, found.hidden_against, found.hidden_neither) == (0, 1, 0)
    assert found.counts == (1, 2, 1)


def test_of_evidence_that_is_not_published_only_the_number_is_there() -> None:
    """On each side, in a public report; a report that is not public shows it."""
    items = register(*(evidence(side, side, publishable=False) for side in ("for", "against")))
    found = first(about(edition(), items)).evidence
    assert (found.supporting, found.against) == ((), ())
    assert (found.hidden_for, found.hidden_against) == (1, 1)
    shown = first(about(edition(), items, public=False)).evidence
    assert shown.counts == found.counts
    assert (shown.hidden_for, shown.hidden_against) == (0, 0)


def test_what_has_expired_and_what_is_not_answered_is_counted() -> None:
    """An answer of the entry ends the second; areas for development need an action."""
    entry = CriterionEntry(
        id="e", criterion="q1", areas_for_development=(AreaForDevelopment(statement=text("More.")),)
    )
    items = register(
        evidence("old", "against", expires_on=CUT_OFF), evidence("new", "against", on=Day(on=AS_AT))
    )
    gaps = first(about(edition(entry), items)).gaps
    assert gaps[1:] == (Gap("answer", 2), Gap("newer-evidence", 1), Gap("action", 1))
    answer = EvidenceAnswer(evidence="new", answer=text("Yes."))
    answered = first(about(edition(entry.changed(answers=(answer,))), items)).gaps
    assert Gap("answer", 1) in answered


def test_a_form_that_nobody_completed_has_no_wording() -> None:
    """Its kind says so; other kinds are data."""
    form = CRITERIA.changed(
        criteria=tuple(item.changed(kind="to-be-completed") for item in CRITERIA.criteria)
    )
    assert kinds(requirements_of(build_context(form), form)[0])[0] == "wording"
    assert "wording" not in kinds(first(build_context(CRITERIA)))
