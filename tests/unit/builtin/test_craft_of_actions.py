"""Checks of actions: late and silent, undated, closed without evidence, and what calls for one."""

from datetime import date, timedelta
from typing import Any

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    ActionUpdate,
    Body,
    Closing,
    Commitment,
    DateInWords,
    Day,
    DifferenceMade,
    DueChange,
    Evidence,
    EvidenceRegister,
    Governance,
    Milestone,
    Month,
    RatingScale,
    Responsible,
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


@pytest.mark.parametrize(
    "summary",
    [
        {"actions": ("a",)},
        {"workstreams": (Workstream(id="w", title=text("Work"), actions=("a",)),)},
        {"commitments": (Commitment(id="c", statement=text("Listen"), actions=("a",)),)},
    ],
    ids=" ".join,
)
def test_a_summary_leaves_its_owners_out(summary: dict[str, Any]) -> None:
    """One of a register, and one of a plan that names the action; a full plan does not."""
    actions = register(action("a"))
    assert len(diagnostics("SFR302", actions, plan(**summary))) == 1
    assert diagnostics("SFR302", actions, plan(completeness="summary", **summary)) == ()
    assert diagnostics("SFR302", actions.changed(completeness="summary")) == ()
    others = register(action("a"), action("b"))
    (notice,) = diagnostics("SFR302", others, plan(completeness="summary", **summary))
    assert notice.about == "b"


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


@pytest.mark.parametrize("on", [Day(on=DAY + timedelta(days=1)), None])
def test_a_report_from_the_future_or_without_a_date_does_not_count(on: Day | None) -> None:
    """What is dated after the day of the evaluation is not known then; the other may be old."""
    actions = register(action(due=DUE, updates=(update(DAY).changed(on=on),)))
    assert len(diagnostics("SFR803", actions)) == 1


def test_an_area_may_set_its_own_number_of_days() -> None:
    """With a board every month the silence is shorter."""
    actions = register(action(due=DUE))
    assert around("SFR803", actions, last=date(2025, 7, 30), days=30) == [0, 0, 1]


def overseen(*days: int | None, role: str = "oversight") -> Governance:
    """Return bodies of a role, with the days between two of their meetings."""
    bodies = tuple(
        Body(id=f"b{n}", name="Board", kind="board", role=role, days_between_meetings=number)
        for n, number in enumerate(days)
    )
    return Governance(id="g", title=text("Governance"), area=AREA, bodies=bodies)


@pytest.mark.parametrize(
    ("governance", "days"),
    [
        (overseen(42), 42),
        (overseen(42, 62, None), 62),
        (overseen(None), 92),
        (overseen(42, role="scrutiny"), 92),
        (overseen(), 92),
    ],
)
def test_a_report_is_due_from_one_meeting_of_the_board_to_the_next(
    governance: Governance, days: int
) -> None:
    """Of the body with oversight that meets least often; without its days it is three months."""
    last = date(2025, 6, 30) + timedelta(days=days)
    documents = (governance, register(action(due=DUE)))
    assert around("SFR803", *documents, last=last) == [0, 0, 1]
    assert around("SFR803", *documents, last=date(2025, 7, 30), days=30) == [0, 0, 1]
    (notice,) = diagnostics("SFR803", *documents)
    assert f"for more than {days} days" in notice.message


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


# Owners that their body does not list, by SFR822
