"""Checks of actions: late and silent, undated, closed without evidence, and what calls for one."""

from datetime import date, timedelta

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    ActionUpdate,
    Body,
    Challenge,
    Closing,
    DateInWords,
    Day,
    DifferenceMade,
    DueChange,
    Evidence,
    EvidenceRegister,
    Finding,
    Governance,
    Meeting,
    Milestone,
    Month,
    RatingScale,
    Responsible,
    Review,
    ScaleValue,
    Stance,
    Status,
    SuccessCriterion,
    Voice,
    Workstream,
)
from tests.unit.builtin.craft_check import DAY, action, around, diagnostics, plan
from tests.unit.conftest import AREA, text

SCALE = RatingScale(
    id="delivery",
    title=text("Delivery"),
    ordered=False,
    values=tuple(
        ScaleValue(id=progress.replace("_", "-"), name=progress, progress=progress)
        for progress in ("not_started", "under_way", "complete", "stopped")
    ),
)
DUE = Month(year=2025, month=6)
LAST = date(2025, 9, 30)
"""The 92nd day after 30 June 2025."""


def register(*actions: Action) -> ActionRegister:
    """Return a register with a delivery scale."""
    return ActionRegister(
        id="register", title=text("Register"), delivery_scale=SCALE, actions=actions
    )


def status(value: str, on: date) -> Status:
    """Return a delivery status."""
    return Status(value=value, on=Day(on=on))


def closing(on: date) -> Closing:
    """Return how an action ended."""
    return Closing(
        closed_on=Day(on=on),
        wanted=text("This"),
        did=text("That"),
        difference=DifferenceMade(text=text("Much")),
    )


def update(on: date, **fields: object) -> ActionUpdate:
    """Return a report about an action."""
    return ActionUpdate(on=Day(on=on), role="head of SEND", text=text("Going on"), **fields)


# Without owner, by SFR302

LEAD = (Responsible(role="head of SEND"),)


def test_a_duty_that_no_open_action_names_is_reported_once() -> None:
    """A plan with one column of owners has one warning; an action without it has its own."""
    led = [action(name, action_leads=LEAD) for name in "abc"]
    (notice,) = diagnostics("SFR302", register(*led))
    assert notice.message == (
        "none of the 3 open actions of the register 'register' names a role that answers for it"
    )
    assert (notice.about, notice.severity) == ("register", "warning")
    everyone, one = diagnostics("SFR302", register(*led, action("d")))
    assert everyone.message.startswith("none of the 4 open actions ")
    assert one.message == "the action 'd' names no role that leads it"


def test_an_action_whose_duties_others_have_is_reported_by_itself() -> None:
    """So is each of no more than two open actions of a register."""
    owned = action("a", action_leads=LEAD, senior_responsible_owners=LEAD)
    for actions in ((owned, action("b")), (action("b"), action("c", closing=closing(LAST)))):
        (notice,) = diagnostics("SFR302", register(*actions))
        assert notice.message == "the action 'b' names no role that leads it or answers for it"
    assert len(diagnostics("SFR302", register(action("a"), action("b")))) == 2
    assert diagnostics("SFR302", register(owned, owned.changed(id="b"))) == ()


@pytest.mark.parametrize(
    ("leads", "status_", "led"),
    [(LEAD, "adopted", True), ((), "adopted", False), (LEAD, "superseded", False)],
)
def test_the_leads_of_a_workstream_lead_its_actions(
    leads: tuple[Responsible, ...], status_: str, *, led: bool
) -> None:
    """A plan that is over leads nothing any more."""
    work = Workstream(id="w", title=text("Work"), leads=leads, actions=("a",))
    answered = action("a", senior_responsible_owners=LEAD)
    of_plan = plan(workstreams=(work,), status=status_)
    assert (diagnostics("SFR302", register(answered), of_plan) == ()) is led


# Overdue and silent, by SFR803


def test_an_overdue_action_without_any_report_is_reported_after_three_months() -> None:
    """The days count from the last day on which it was due."""
    assert around("SFR803", register(action(due=DUE)), last=LAST) == [0, 0, 1]
    (notice,) = diagnostics("SFR803", register(action(due=DUE)))
    assert notice.message == (
        "one action of the register 'register' is overdue, and nothing was reported about it for "
        "more than 92 days: 'a'"
    )
    assert (notice.about, notice.pointer, notice.severity) == ("register", "/actions/0", "warning")


def test_several_are_counted_in_one_diagnostic() -> None:
    """Four silent actions are one warning, which names three of them."""
    actions = [action(name, due=DUE) for name in "abcd"]
    (notice,) = diagnostics("SFR803", register(*actions))
    assert notice.message.startswith(
        "4 actions of the register 'register' are overdue, and nothing was"
    )
    assert notice.message.endswith("'a', 'b', 'c' and 1 more")


REPORTED = date(2025, 10, 31)
"""Day of a report; 92 days later it is 31 January 2026."""


@pytest.mark.parametrize(
    "fields",
    [
        {"updates": (update(REPORTED),)},
        {"delivery": status("under-way", REPORTED)},
        {"impact": status("under-way", REPORTED)},
        {"due_history": (DueChange(due=DUE, changed_on=REPORTED, reason=text("No room")),)},
        {
            "milestones": (
                Milestone(id="m", statement=text("Half"), due=DUE, reached_on=Day(on=REPORTED)),
            )
        },
        {
            "success_criteria": (
                SuccessCriterion(
                    id="s", statement=text("Nine of ten"), decided_on=Day(on=REPORTED)
                ),
            )
        },
    ],
)
def test_every_kind_of_report_ends_the_silence_for_three_months(fields: dict[str, object]) -> None:
    """An update, a status, a moved date, a milestone and a decision all count."""
    actions = register(action(due=DUE, **fields))
    assert around("SFR803", actions, last=REPORTED + timedelta(days=92)) == [0, 0, 1]


@pytest.mark.parametrize(
    "silent",
    [
        action(),
        action(due=Month(year=2026, month=1)),
        action(due=DUE, closing=closing(date(2025, 7, 1))),
        action(due=DUE, delivery=status("complete", date(2025, 6, 1))),
        action(due=DUE, delivery=status("stopped", date(2025, 6, 1))),
    ],
)
def test_what_is_not_overdue_or_is_finished_may_be_silent(silent: Action) -> None:
    """Undated, due today, closed, complete or stopped: nothing to report."""
    assert diagnostics("SFR803", register(silent)) == ()


def test_a_report_from_the_future_does_not_count() -> None:
    """What is dated after the day of the evaluation is not known on that day."""
    actions = register(action(due=DUE, updates=(update(DAY + timedelta(days=1)),)))
    assert len(diagnostics("SFR803", actions)) == 1


def test_an_area_may_set_its_own_number_of_days() -> None:
    """With a board every month the silence is shorter."""
    actions = register(action(due=DUE))
    assert around("SFR803", actions, last=date(2025, 7, 30), days=30) == [0, 0, 1]


# Without a due date, by SFR820


def test_open_actions_without_a_due_date_are_counted() -> None:
    """One diagnostic says how many of the open actions have none."""
    actions = register(
        action("a"),
        action("b", due=DUE),
        action("c", due=DateInWords(text="ongoing")),
        action("d", closing=closing(DAY)),
        action("e", delivery=status("complete", DAY)),
    )
    (notice,) = diagnostics("SFR820", actions)
    assert notice.message == (
        "2 of 3 open actions of the register 'register' have no due date: 'a' and 'c'"
    )


def test_a_register_in_which_all_open_actions_have_a_date_is_not_reported() -> None:
    """Finished actions need none."""
    finished = action("b", delivery=status("stopped", DAY))
    assert diagnostics("SFR820", register(action(due=DUE), finished)) == ()


# Closed without evidence, by SFR810


CLOSED = date(2025, 9, 1)


def closed(**fields: object) -> Action:
    """Return an action that was closed."""
    return action(**{"closing": closing(CLOSED), **fields})


def test_a_closed_action_needs_evidence_of_the_difference() -> None:
    """From the day on which it was closed."""
    assert around("SFR810", register(closed()), last=CLOSED) == [0, 1, 1]
    (notice,) = diagnostics("SFR810", register(closed()))
    assert notice.message == (
        "one action of the register 'register' was closed without evidence of the difference made: "
        "'a'"
    )
    (notice,) = diagnostics("SFR810", register(closed(), closed(id="b")))
    assert notice.message.startswith("2 actions of the register 'register' were closed")


def evidence(**fields: object) -> EvidenceRegister:
    """Return a register with one piece of evidence."""
    piece = Evidence(id="e", kind="survey", title=text("Survey"), **fields)
    return EvidenceRegister(id="evidence", title=text("Evidence"), evidence=(piece,))


def voices(**fields: object) -> EvidenceRegister:
    """Return a register with one voice."""
    voice = Voice(id="v", who="parent-carers", summary=text("It helps"), **fields)
    return EvidenceRegister(id="voices", title=text("Voices"), voices=(voice,))


@pytest.mark.parametrize(
    "documents",
    [
        (register(closed()), evidence(stances=(Stance(claim="a", side="for"),))),
        (register(closed()), evidence(stances=(Stance(claim="a", side="against"),))),
        (register(closed()), voices(stances=(Stance(claim="a", side="for"),))),
        (register(closed()), voices(stances=(Stance(claim="a", side="against"),))),
        (register(closed(updates=(update(CLOSED, evidence=("e",)),))), evidence()),
        (
            register(
                closed(
                    success_criteria=(
                        SuccessCriterion(id="s", statement=text("All"), evidence=("e",)),
                    )
                )
            ),
            evidence(),
        ),
        (register(closed(delivery=status("stopped", CLOSED))),),
        (register(closed(delivery=status("not-started", CLOSED))),),
        (register(action()),),
    ],
)
def test_evidence_for_or_against_is_enough_and_what_was_stopped_needs_none(documents) -> None:
    """Wherever the evidence is named; an open action is not reported either."""
    assert diagnostics("SFR810", *documents) == ()


# Findings, by SFR814


def review(kind: str, *kinds: str, **fields: object) -> Review:
    """Return a review with one finding of each kind."""
    findings = tuple(
        Finding(id=f"f{number}", kind=each, statement=text("Do more."))
        for number, each in enumerate(kinds)
    )
    return Review(
        **{
            "id": "review",
            "title": text("Review"),
            "area": AREA,
            "kind": kind,
            "findings": findings,
            **fields,
        }
    )


ALL_KINDS = (
    "strength",
    "weakness",
    "area-for-priority-action",
    "area-for-improvement",
    "recommendation",
)


def test_a_finding_that_asks_for_something_needs_an_action() -> None:
    """Strengths and weaknesses ask for nothing by themselves; the others are counted together."""
    (notice,) = diagnostics("SFR814", register(action()), review("inspection", *ALL_KINDS))
    assert notice.message == (
        "findings of 'review' that ask for something and have no action: 'f2', 'f3' and 'f4' "
        "(3 of 3)"
    )
    assert (notice.about, notice.pointer) == ("review", "/findings/2")


@pytest.mark.parametrize("kind", ["ombudsman", "ombudsman-decision", "Tribunal-order"])
def test_every_finding_of_an_ombudsman_or_tribunal_but_a_strength_needs_one(kind: str) -> None:
    """Whatever the area calls the kind of the finding."""
    found = diagnostics("SFR814", register(action()), review(kind, "strength", "fault", "remedy"))
    assert [item.message.endswith("'f1' and 'f2' (2 of 2)") for item in found] == [True]
    assert diagnostics("SFR814", register(action()), review("scrutiny", "fault")) == ()


def test_a_finding_with_an_action_and_a_portfolio_without_any_are_not_reported() -> None:
    """Where no action is known, it is not known either who does what."""
    answered = Finding(id="f", kind="recommendation", statement=text("Do more."), actions=("a",))
    assert diagnostics("SFR814", register(action()), review("x", findings=(answered,))) == ()
    assert diagnostics("SFR814", register(), review("inspection", "recommendation")) == ()
    assert diagnostics("SFR814", review("inspection", "recommendation")) == ()


def test_a_review_is_asked_about_from_the_day_of_its_publication() -> None:
    """A report that is not published yet has no findings to act on."""
    report = review("inspection", "recommendation", published_on=Day(on=DAY))
    assert around("SFR814", register(action()), report, last=DAY) == [0, 1, 1]


# Challenges, by SFR816


RAISED = Day(on=date(2025, 10, 2))
NEXT = Day(on=date(2025, 12, 4))


def governance(*meetings: Meeting, **fields: object) -> Governance:
    """Return a board, a forum and a challenge raised at the board."""
    challenge = Challenge(
        **{
            "id": "c",
            "body": "board",
            "raised_by": "chair",
            "raised_on": RAISED,
            "statement": text("Why so late?"),
            **fields,
        }
    )
    return Governance(
        id="governance",
        title=text("Governance"),
        area=AREA,
        bodies=(
            Body(id="board", name="Board", kind="board"),
            Body(id="forum", name="Forum", kind="forum"),
        ),
        meetings=meetings,
        challenges=(challenge,),
    )


def meeting(on: Day | Month = NEXT, body: str = "board", id_: str = "m") -> Meeting:
    """Return a meeting."""
    return Meeting(id=id_, body=body, on=on)


def test_a_challenge_is_reported_once_the_next_meeting_is_over() -> None:
    """On the day of that meeting there may still be an answer."""
    assert around("SFR816", governance(meeting()), last=NEXT.on) == [0, 0, 1]
    later = meeting(Day(on=date(2026, 1, 15)), id_="n")
    (notice,) = diagnostics("SFR816", governance(later, meeting()))
    assert notice.message == (
        "the challenge 'c' of 2 October 2025 has no answer, and 'board' met again: 4 December 2025"
    )


@pytest.mark.parametrize(
    "document",
    [
        governance(),
        governance(meeting(body="forum")),
        governance(meeting(RAISED)),
        governance(meeting(Month(year=2025, month=10))),
        governance(meeting(), answer=text("Cover is paid from April.")),
        governance(meeting(), answered_on=NEXT),
    ],
)
def test_an_answer_or_no_later_meeting_of_that_body_is_enough(document: Governance) -> None:
    """Another body's meeting, or one that may have been before, is none."""
    assert diagnostics("SFR816", document) == ()


def test_these_checks_report_nothing_of_a_plan_alone() -> None:
    """Without registers there is nothing to report."""
    for code in ("SFR803", "SFR810", "SFR814", "SFR816", "SFR820"):
        assert diagnostics(code, plan()) == ()
