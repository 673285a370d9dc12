"""Promises that name a commitment of a plan that has ended: SFR215."""

import pytest

from sendframe.model import (
    Commitment,
    CriterionEntry,
    Notice,
    Priority,
    Promise,
    SelfEvaluation,
)
from tests.unit.builtin.craft_check import diagnostics, plan
from tests.unit.conftest import AREA, text

COMMITMENT = Commitment(id="c", statement=text("We will call."))


def edition(id_: str = "now", previous: str | None = None, **promise: object) -> SelfEvaluation:
    """Return an edition with one promise that names the commitment."""
    made = Promise(**{"said": text("We will call."), "commitment": "c", **promise})
    entry = CriterionEntry(id=f"{id_}-e", criterion="q", promises=(made,))
    return SelfEvaluation(
        id=id_, title=text("SEF"), area=AREA, edition=id_, criteria_sets=("criteria",),
        entries=(entry,), previous=previous,
    )  # fmt: skip


def notices(*documents: object) -> tuple[Notice, ...]:
    """Return what the check reports."""
    return tuple(diagnostics("SFR215", *documents))


@pytest.mark.parametrize("status", ["superseded", "expired"])
@pytest.mark.parametrize("under", ["plan", "priority"])
def test_a_promise_of_a_plan_that_has_ended_is_reported(status: str, under: str) -> None:
    """The diagnostic is at the promise, and names the plan as the other end."""
    priority = Priority(id="p", order=1, statement=text("Calls"), commitments=(COMMITMENT,))
    more = {"commitments": (COMMITMENT,)} if under == "plan" else {"priorities": (priority,)}
    (notice,) = notices(plan(status=status, **more), edition())
    assert f"'plan', whose status is \"{status}\"" in notice.message
    assert notice.pointer == "/entries/0/promises/0"
    assert [place.message for place in notice.related] == ["the plan is here"]
    assert (notice.severity, notice.about) == ("warning", "now-e")


@pytest.mark.parametrize("status", ["adopted", "draft", "extended"])
def test_a_promise_of_a_plan_in_force_is_not_reported(status: str) -> None:
    """Nor is one that names no commitment."""
    assert notices(plan(status=status, commitments=(COMMITMENT,)), edition()) == ()
    assert (
        notices(plan(status="expired", commitments=(COMMITMENT,)), edition(commitment=None)) == ()
    )


def test_what_is_given_up_or_was_said_before_is_not_reported() -> None:
    """An edition that was followed by another one is past; so is a promise that cannot be kept."""
    old = plan(status="superseded", commitments=(COMMITMENT,))
    assert notices(old, edition(progress="cannot", because=text("It has ended."))) == ()
    assert notices(old, edition("then"), edition("now", "then", commitment=None)) == ()
