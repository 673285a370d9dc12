"""What is known about each priority and criterion of the fictional example."""

from datetime import date

import attrs
import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    CriteriaSet,
    Criterion,
    CriterionEntry,
    Evidence,
    EvidenceRegister,
    Portfolio,
    Priority,
    SelfEvaluation,
    Strategy,
    SubjectResult,
)
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, small, text


@pytest.fixture(scope="module")
def subjects(wyeford: Portfolio) -> dict[str, SubjectResult]:
    """Return what is known, by id."""
    found = evaluate(
        wyeford, wyeford.observations, as_at=date(2026, 1, 31), catalogue=NoCatalogue()
    )
    return {each.id: each for each in found.subjects}


def by_label(subjects: dict[str, SubjectResult], kind: str, label: str) -> SubjectResult:
    """Return the subject of a kind with a label."""
    return next(each for each in subjects.values() if (each.kind, each.label) == (kind, label))


def test_a_priority_has_a_profile_and_never_one_number(
    subjects: dict[str, SubjectResult],
) -> None:
    """A profile tells how much, of which kinds, how old and what contradicts."""
    profile = by_label(subjects, "priority", "priority 1").evidence
    assert profile.count == sum(profile.kinds.values())
    assert profile.contradicts
    assert set(profile.unanswered) <= set(profile.contradicts)
    assert profile.expired
    assert profile.oldest
    assert profile.newest
    assert profile.oldest <= profile.newest


def test_progress_counts_what_is_stuck(subjects: dict[str, SubjectResult]) -> None:
    """Overdue and moved actions, and commitments without any, are told by id."""
    first = by_label(subjects, "priority", "priority 1").progress
    second = by_label(subjects, "priority", "priority 2").progress
    assert len(first.overdue) == 1
    assert len(second.without_action) == 1
    assert second.moved
    assert sum(first.delivery.values()) == first.actions


def test_judgements_stand_newest_first(subjects: dict[str, SubjectResult]) -> None:
    """People's judgements stand beside the evidence, the newest first, with who and when."""
    found = by_label(subjects, "criterion", "1").judgements
    assert [each.edition for each in found] == ["autumn 2025", "spring 2025"]
    assert found[0].on > found[1].on
    assert found[0].by


def test_nothing_of_the_future_is_known(wyeford: Portfolio) -> None:
    """Evaluated at an earlier day, later judgements and evidence are not there."""
    found = evaluate(
        wyeford, wyeford.observations, as_at=date(2025, 6, 30), catalogue=NoCatalogue()
    )
    views = [each for subject in found.subjects for each in subject.judgements]
    assert views
    assert all(each.on <= date(2025, 6, 30) for each in views)
    newest = [each.evidence.newest for each in found.subjects if each.evidence.newest]
    assert max(newest) <= date(2025, 12, 31)


def test_two_criteria_sets_stand_on_the_same_evidence(herefordshire: Portfolio) -> None:
    """The area's five questions and the inspectorate's five criteria share their evidence."""
    found = evaluate(
        herefordshire,
        herefordshire.observations,
        as_at=date(2025, 12, 31),
        catalogue=NoCatalogue(),
    )
    criteria = [each for each in found.subjects if each.kind == "criterion"]
    sets = {each.within for each in criteria}
    assert len(sets) == 2
    counts = [
        [each.evidence.count for each in criteria if each.within == name] for name in sorted(sets)
    ]
    assert counts[0] == counts[1]


def criteria(id_: str, *codes: str) -> CriteriaSet:
    """Return a set of criteria."""
    asked = (Criterion(id=code, code=code, wording=text(code)) for code in codes)
    return CriteriaSet(id=id_, title=text(id_), publisher="Wyeford", criteria=tuple(asked))


def test_criteria_of_one_set_do_not_share_their_evidence() -> None:
    """A priority that answers three criteria brings that of the other set's to each, no more."""
    codes = ("q1", "q2", "x1")
    plan = Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="draft",
        priorities=(Priority(id="p1", order=1, statement=text("One"), criteria=codes),),
    )
    answers = SelfEvaluation(
        id="sef",
        title=text("Answers"),
        area=AREA,
        edition="spring",
        criteria_sets=("questions", "inspection"),
        entries=tuple(
            CriterionEntry(id=f"e-{code}", criterion=code, evidence=(f"seen-{code}",))
            for code in codes
        ),
    )
    pieces = (Evidence(id=f"seen-{code}", kind="survey", title=text(code)) for code in codes)
    documents = (
        plan,
        answers,
        EvidenceRegister(id="register", title=text("Evidence"), evidence=tuple(pieces)),
        criteria("questions", "q1", "q2"),
        criteria("inspection", "x1"),
    )
    evaluation = evaluate(
        small(rate(), documents=documents), as_at=date(2026, 1, 31), catalogue=NoCatalogue()
    )
    assert {subject.id: subject.evidence.count for subject in evaluation.subjects} == {
        "p1": 3,
        "q1": 2,
        "q2": 2,
        "x1": 3,
    }


def test_a_judgement_may_be_on_a_scale_that_stands_alone(wyeford: Portfolio) -> None:
    """The word of a value is found in a set of scales as in a set of criteria."""
    edition = next(wyeford.of(SelfEvaluation))
    entry = edition.entries[0]
    assert entry.judgement is not None
    judged = entry.judgement.changed(value="wyeford-audit-in-place")
    other = edition.changed(entries=(entry.changed(judgement=judged),))
    found = evaluate(
        attrs.evolve(
            wyeford,
            documents=tuple(other if each is edition else each for each in wyeford.documents),
        ),
        wyeford.observations,
        as_at=date(2026, 1, 31),
        catalogue=NoCatalogue(),
    )
    views = [view for each in found.subjects for view in each.judgements if view.id == judged.id]
    assert {(each.name, each.shape) for each in views} == {("in place", "diamond")}


def test_a_judgement_that_says_nothing_of_its_change_has_no_reason_for_one(
    subjects: dict[str, SubjectResult],
) -> None:
    """None is not the word "None"; and only commitments without an action are counted as such."""
    views = [view for each in subjects.values() for view in each.judgements]
    assert {view.why_changed is None for view in views} == {True, False}
    assert "None" not in {view.why_changed for view in views}
    progress = [each.progress for each in subjects.values() if each.progress]
    assert any(each.commitments > len(each.without_action) for each in progress)


def test_the_fact_of_evidence_has_its_day(wyeford: Portfolio) -> None:
    """Where it has one, after its kind."""
    facts = {
        fact.id: fact
        for fact in evaluate(wyeford, as_at=date(2026, 1, 31), catalogue=NoCatalogue()).facts
    }
    dated = [each for register in wyeford.of(EvidenceRegister) for each in register.evidence]
    dated = [each for each in dated if each.on is not None]
    said = [facts[f"evidence/{each.id}"] for each in dated if f"evidence/{each.id}" in facts]
    assert said
    days = {f"evidence/{each.id}": str(each.on) for each in dated}
    assert all(fact.statement.endswith(f", {days[fact.id]}.") for fact in said)
