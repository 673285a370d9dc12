"""Checks of what others found and asked: findings without an action, challenges unanswered."""

from datetime import date

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    Body,
    Challenge,
    Day,
    Finding,
    Governance,
    Meeting,
    Month,
    RatingScale,
    Review,
    ScaleValue,
    Status,
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


def register(*actions: Action) -> ActionRegister:
    """Return a register with a delivery scale."""
    return ActionRegister(
        id="register", title=text("Register"), delivery_scale=SCALE, actions=actions
    )


def status(value: str, on: date) -> Status:
    """Return a delivery status."""
    return Status(value=value, on=Day(on=on))


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
