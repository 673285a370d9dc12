"""The actions of a criterion, what came after the cut-off, and the figures that it cites."""

from datetime import date

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    ActionUpdate,
    AreaForDevelopment,
    Challenge,
    Commitment,
    CriterionEntry,
    Day,
    DueChange,
    Finding,
    FindingMapping,
    FindingVerdict,
    FollowUp,
    Priority,
    Promise,
    RatingScale,
    Responsible,
    Review,
    ScaleValue,
    Stance,
    Status,
    Strategy,
)
from sendframe.reports import (
    actions_of_entry,
    finding_states,
    newest_reviews,
    next_actions,
    people_text,
    priorities_of,
    quotation,
    since_then,
)
from tests.unit.conftest import AREA, text
from tests.unit.reports.edition_context import (
    AS_AT,
    CUT_OFF,
    about,
    build_context,
    edition,
    evidence,
    figures_of,
    register,
)
from tests.unit.reports.two_editions import BOARD, judgement

NOW = Day(on=AS_AT)
LATER = Day(on=date(2025, 11, 1))
VALUES = ("not_started", "under_way", "complete", "stopped")
ENTRY = CriterionEntry(
    id="e",
    criterion="q1",
    promises=(Promise(said=text("We will."), commitment="c1", actions=("a",)),),
    areas_for_development=(AreaForDevelopment(statement=text("Calls."), actions=("b", "lost")),),
)


def action(id_: str, progress: str | None = None, **more: object) -> Action:
    """Return an action with a status."""
    status = Status(value=progress, on=NOW) if progress else None
    return Action(**{"id": id_, "title": text(f"Do {id_}"), "delivery": status, **more})


def actions(*items: Action) -> ActionRegister:
    """Return a register with a scale of its own."""
    values = tuple(ScaleValue(id=value, name=value, progress=value) for value in VALUES)
    scale = RatingScale(id="s", title=text("Done?"), ordered=False, values=values)
    return ActionRegister(id="actions", title=text("A"), delivery_scale=scale, actions=items)


def plan(*commitments: Commitment) -> Strategy:
    """Return a plan with one priority about the first criterion."""
    priority = Priority(
        id="p1", order=1, statement=text("Help."), criteria=("q1", "q2"), commitments=commitments
    )
    return Strategy(
        id="plan",
        title=text("The plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        priorities=(priority,),
    )


def commitment(id_: str, *action_ids: str) -> Commitment:
    """Return a commitment that is carried out by actions."""
    return Commitment(id=id_, statement=text("We will."), actions=action_ids)


def review(**more: object) -> Review:
    """Return a review that may be published."""
    given = {"id": "r", "title": text("Visit"), "area": AREA, "kind": "inspection"}
    return Review(**{**given, "publishable": True, **more})


def finding(id_: str, *action_ids: str, kind: str = "weakness", criterion: str = "q2") -> Finding:
    """Return a finding set beside a criterion."""
    mapping = (FindingMapping(criterion=criterion, mapped_by="council"),)
    return Finding(id=id_, kind=kind, statement=text("Slow."), criteria=mapping, actions=action_ids)


def test_an_entry_has_the_actions_it_names() -> None:
    """Its own, and those of the commitments it promised; each once."""
    items = [action(id_) for id_ in "abcd"]
    context = about(
        edition(ENTRY), plan(commitment("c1", "a", "c"), commitment("c2", "d")), actions(*items)
    )
    assert [item.id for item in actions_of_entry(context, ENTRY)] == ["b", "a", "c"]
    alone = about(edition(ENTRY), actions(*items))
    assert [item.id for item in actions_of_entry(alone, ENTRY)] == ["b", "a"]


def test_an_entry_that_names_none_has_what_no_other_entry_names() -> None:
    """Those of its priorities and of the findings set beside its criterion."""
    items = [action(id_) for id_ in "abcdef"]
    bare = CriterionEntry(id="x", criterion="q2")
    third = CriterionEntry(id="y", criterion="q3")
    context = about(
        edition(ENTRY, bare, third),
        plan(commitment("c1", "a"), commitment("c2", "d", "b")),
        actions(*items),
        review(findings=(finding("f", "e", "a"), finding("g", "f", criterion="q1"))),
    )
    assert priorities_of(context, "q2") == ("p1",)
    assert [item.id for item in actions_of_entry(context, bare)] == ["e"]
    assert actions_of_entry(context, third) == ()
    free = about(edition(bare), plan(commitment("c2", "d")), actions(*items))
    assert [item.id for item in actions_of_entry(free, bare)] == ["d"]


def test_what_is_overdue_comes_first_then_what_is_due_soonest() -> None:
    """Without a date it comes last; what is over is left out."""
    days = {"a": date(2026, 6, 1), "b": date(2025, 1, 1), "c": date(2026, 3, 1)}
    items = [action(id_, due=Day(on=day)) for id_, day in days.items()]
    entry = CriterionEntry(
        id="e",
        criterion="q1",
        areas_for_development=(
            AreaForDevelopment(statement=text("All."), actions=("d", "a", "b", "c", "e")),
        ),
    )
    register_ = actions(*items, action("d"), action("e", "complete"))
    ordered = next_actions(about(edition(entry), register_), entry)
    assert [item.id for item in ordered] == ["b", "c", "a", "d"]


def test_published_pages_name_bodies_and_directors() -> None:
    """Other roles only where the report names them; each body once."""
    leads = (
        Responsible(role="director of children's services", body="board"),
        Responsible(role="team manager", body="board"),
        Responsible(role="officer", body="board"),
        Responsible(role="head of nothing"),
        Responsible(role="chief nurse", body="lost"),
    )
    context = build_context(BOARD)
    assert people_text(context, leads, names_roles=False) == (
        "director of children's services, Partnership Board, Partnership Board and chief nurse"
    )
    named = people_text(context, leads[1:4], names_roles=True)
    assert (
        named == "team manager, Partnership Board, officer, Partnership Board and head of nothing"
    )


@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(2025, 10, 31), False), (date(2025, 11, 1), True), (date(2026, 1, 31), True),
     (date(2026, 2, 1), False)],
)  # fmt: skip
def test_what_came_later_begins_the_day_after_the_cut_off(day: date, shown: bool) -> None:
    """And ends on the day of the evaluation."""
    update = ActionUpdate(on=Day(on=day), role="manager", text=text("Half done."))
    context = about(edition(ENTRY), actions(action("a", updates=(update,))))
    assert [event.text for event in since_then(context, ENTRY)] == ["Half done."] * shown


def test_an_update_without_a_date_is_not_known_to_be_later() -> None:
    """It may be older than the cut-off."""
    context = about(
        edition(ENTRY), actions(action("a", updates=(ActionUpdate(text=text("Half done.")),)))
    )
    assert since_then(context, ENTRY) == ()


def test_late_and_disputed_things_come_first() -> None:
    """Then what others said, then evidence, then our own reports; the newest of a kind first."""
    moves = (
        DueChange(due=Day(on=date(2025, 12, 1)), changed_on=LATER.on, reason=text("No room.")),
        DueChange(
            due=Day(on=date(2026, 1, 1)), changed_on=AS_AT, reason=text("No."), decided_by="board"
        ),
    )
    updates = (
        ActionUpdate(on=LATER, role="manager", text=text("Begun.")),
        ActionUpdate(on=NOW, role="manager", text=text("Seen."), evidence=("new",)),
        ActionUpdate(on=NOW, role="manager", text=text("Half done."), evidence=("hidden",)),
    )
    entry = ENTRY.changed(judgement=judgement("j", "low"), evidence=("figures", "old", "hidden"))
    asked = Challenge(
        id="x",
        body="board",
        raised_by="chair",
        raised_on=LATER,
        statement=text("Why so late?"),
        about=("j",),
    )
    answered = asked.changed(id="y", about=("a",), body="lost", answer=text("No staff."))
    elsewhere = asked.changed(id="z", about=("q2",))
    visit = review(
        reviewers=("Inspectors",),
        findings=(finding("f", criterion="q1"), finding("g")),
        follow_ups=(
            FollowUp(
                id="u",
                kind="visit",
                on=LATER,
                findings=(
                    FindingVerdict(finding="f", verdict=text("No sooner.")),
                    FindingVerdict(finding="g", verdict=text("Other.")),
                ),
            ),
        ),
    )
    items = register(
        figures_of(on=Day(on=CUT_OFF)),
        evidence("new", on=NOW, summary=text("16 of 21."), source_body="Office"),
        evidence("rate-again", on=LATER, stances=(), indicators=("rate",)),
        evidence("elsewhere", on=LATER, stances=(Stance(claim="q2", side="for"),)),
        evidence("undated", on=None),
        evidence("old", on=LATER),
        evidence("hidden", on=LATER, publishable=False),
    )
    documents = (
        actions(action("a", due=NOW, due_history=moves, updates=updates, short_title=text("A."))),
        items,
        visit,
        BOARD.changed(id="asked", bodies=(), challenges=(asked, answered, elsewhere)),
    )
    events = since_then(about(edition(entry), *documents), entry)
    assert [(event.label, event.text, event.who or event.source) for event in events] == [
        ("A", "Now due 31 January 2026, not 1 January 2026.", "Partnership Board"),
        ("A", "Now due 1 January 2026, not 1 December 2025.", ""),
        ("", "A question about this was asked, and is not answered yet.", "Partnership Board"),
        ("", "A question about this was asked, and is answered.", ""),
        ("", "No sooner.", "Inspectors"),
        ("Paper new", "16 of 21.", "Office"),
        ("", "Paper rate-again", ""),
        ("A", "Half done.", ""),
        ("A", "Begun.", ""),
    ]
    internal = since_then(about(edition(entry), *documents, public=False), entry)
    assert [event.text for event in internal if event.rank in (1, 2)] == [
        "Why so late?",
        "Why so late? Answer: No staff.",
    ]


def test_reviews_stand_from_the_newest_on() -> None:
    """By their last day, else the day they were published; without a date they come first."""
    reviews = (
        review(id="a", ends_on=Day(on=date(2025, 1, 1))),
        review(id="b", published_on=Day(on=date(2025, 2, 1))),
        review(id="c"),
        review(id="d", ends_on=NOW, publishable=False),
    )
    assert [item.id for item in newest_reviews(build_context(*reviews))] == ["c", "b", "a"]


def test_findings_without_action_come_first_and_done_ones_last() -> None:
    """Strengths are no findings to act on; each has the verdicts on it."""
    look = FollowUp(
        id="u",
        kind="visit",
        on=NOW,
        findings=(FindingVerdict(finding="open", verdict=text("Better.")),),
    )
    made = review(
        findings=(
            finding("good", kind="strength"),
            finding("done", "a"),
            finding("open", "a", "b"),
            finding("none", "lost"),
        ),
        follow_ups=(look,),
    )
    context = build_context(made, actions(action("a", "complete"), action("b", "under_way")))
    states = finding_states(context, made)
    assert [state.finding.id for state in states] == ["none", "open", "done"]
    assert [len(state.actions) for state in states] == [0, 2, 1]
    assert [state.verdicts for state in states] == [(), ((look, text("Better.")),), ()]


def test_words_of_a_review_are_quoted_unless_they_are_paraphrased() -> None:
    """What a document says of all its words holds for each that says nothing else."""
    context = build_context()
    assert quotation(review(), context, text("Slow.")) == "“Slow.”"
    assert quotation(review(wording="paraphrased"), context, text("Slow.")) == "Slow."
