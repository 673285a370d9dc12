"""The one state of an action in all reports, and which actions are in force."""

from datetime import timedelta

import pytest

from sendframe.model import Closing, Commitment, DifferenceMade, Priority, Workstream
from sendframe.reports._action_state import (
    action_name,
    actions_in_force,
    lead_text,
    plans_in_force,
    state_of,
)
from tests.unit.conftest import rate, small, text
from tests.unit.reports.board_context import DAY, action, context, context_of, day, plan, register


@pytest.mark.parametrize(
    ("status", "word", "tone", "is_closed"),
    [
        ("not-begun", "not begun", "neutral", False),
        ("on-track", "on track", "better", False),
        ("behind", "behind", "between", False),
        ("done", "done", "better", True),
        ("stopped", "stopped", "neutral", True),
        (None, "no status given", "neutral", False),
    ],
)
def test_the_state_is_the_delivery_status(
    status: str | None, word: str, tone: str, *, is_closed: bool
) -> None:
    """Its word is that of the scale; only what is under way and goes well, or is done, is better."""
    one = action("a", status)
    state = state_of(context(register(one)), one)
    assert (state.word, state.tone, state.is_closed) == (word, tone, is_closed)
    assert (state.mark.label, state.mark.tone) == (word, tone)


@pytest.mark.parametrize(("days", "is_overdue"), [(-1, False), (0, False), (1, True)])
def test_it_is_overdue_from_the_day_after_its_last_day(days: int, *, is_overdue: bool) -> None:
    """The day before, the day, and the day after."""
    one = action("a", "on-track", due=day(2026, 1, 31))
    state = state_of(
        context_of(small(rate(), documents=(register(one),)), as_at=DAY + timedelta(days=days)), one
    )
    assert state.is_overdue == is_overdue
    assert state.word == ("overdue" if is_overdue else "on track")


def test_what_is_done_stopped_or_closed_is_never_overdue() -> None:
    """Nobody has to do anything any more."""
    due = day(2025, 1, 31)
    closing = Closing(
        closed_on=day(2025, 3, 1),
        wanted=text("More."),
        did=text("It."),
        difference=DifferenceMade(text=text("Less.")),
    )
    for one in (
        action("a", "done", due=due),
        action("b", "stopped", due=due),
        action("c", "on-track", due=due, closing=closing),
    ):
        assert not state_of(context(register(one)), one).is_overdue


def test_names_and_leads() -> None:
    """The short title where there is one; the roles that lead, or nothing."""
    short, long = action("a", short_title=text("A")), action("b", action_leads=())
    found = context(register(short, long))
    assert (action_name(found, short), action_name(found, long)) == ("A", "The b")
    assert (lead_text(short), lead_text(long)) == ("head of help", "")


def test_plans_that_are_over_come_nowhere_and_drafts_last() -> None:
    """Superseded and expired plans are left out."""
    plans = [plan(f"p-{status}", status=status) for status in ("draft", "superseded", "adopted")]
    found = plans_in_force(context(*plans, plan("p-expired", status="expired")))
    assert [each.id for each in found] == ["p-adopted", "p-draft"]


def test_actions_that_only_ended_plans_name_are_not_in_force() -> None:
    """Those of a plan in force, and those no plan names, are; wherever a plan names them."""
    kept = plan(
        "now",
        actions=("of-plan",),
        commitments=(Commitment(id="c1", statement=text("We will."), actions=("of-commitment",)),),
        workstreams=(Workstream(id="w", title=text("Work"), actions=("of-stream",)),),
        priorities=(
            Priority(
                id="p",
                order=1,
                title=text("Help"),
                actions=("of-priority",),
                commitments=(
                    Commitment(id="c2", statement=text("We will."), actions=("of-second",)),
                ),
            ),
        ),
    )
    old = plan("then", status="superseded", actions=("ended", "of-plan"))
    ids = ("of-plan", "of-commitment", "of-stream", "of-priority", "of-second", "ended", "of-none")
    found = actions_in_force(context(kept, old, register(*(action(id_) for id_ in ids))))
    assert [each.id for each in found] == [id_ for id_ in ids if id_ != "ended"]
