"""A promise has one state in all reports."""

from datetime import date

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    Day,
    Promise,
    RatingScale,
    ScaleValue,
    Status,
)
from sendframe.reports import PROMISE_MARKS, count_promises, promise_mark
from tests.unit.conftest import text
from tests.unit.reports.edition_context import AS_AT, build_context

DUE = Day(on=AS_AT)


def actions(**progress: str | None) -> ActionRegister:
    """Return actions by id with the progress of their status; without a status for None."""
    values = ("not_started", "under_way", "complete")
    return ActionRegister(
        id="actions",
        title=text("Actions"),
        delivery_scale=RatingScale(
            id="delivery",
            title=text("Done?"),
            ordered=False,
            values=tuple(ScaleValue(id=value, name=value, progress=value) for value in values),
        ),
        actions=tuple(
            Action(
                id=id_,
                title=text(id_),
                due=DUE,
                delivery=Status(value=value, on=DUE) if value else None,
            )
            for id_, value in progress.items()
        ),
    )


def state(promise: Promise, register: ActionRegister | None = None, as_at: date = AS_AT) -> str:
    """Return the word of a promise's state; an empty text for none."""
    mark = promise_mark(build_context(*([register] if register else []), as_at=as_at), promise)
    return mark.label if mark else ""


def promise(**more: object) -> Promise:
    """Return a promise."""
    return Promise(**{"said": text("We will."), **more})


@pytest.mark.parametrize("progress", ["kept", "partly", "not_begun"])
def test_what_an_author_says_is_the_state(progress: str) -> None:
    """The word of the author holds while nothing is due."""
    assert state(promise(progress=progress)) == PROMISE_MARKS[progress].label


@pytest.mark.parametrize(
    ("as_at", "word"),
    [(date(2026, 1, 30), "Partly"), (date(2026, 1, 31), "Partly"), (date(2026, 2, 1), "Late")],
)
def test_a_promise_is_late_the_day_after_it_is_due(as_at: date, word: str) -> None:
    """On its last possible day it is not late yet."""
    assert state(promise(progress="partly", due=DUE), as_at=as_at) == word


def test_what_is_kept_or_given_up_is_never_late() -> None:
    """Its date may have passed."""
    past = {"due": DUE, "because": text("No money.")}
    later = date(2026, 6, 1)
    assert state(promise(progress="kept", **past), as_at=later) == "Kept"
    assert state(promise(progress="cannot", **past), as_at=later) == "We cannot"


@pytest.mark.parametrize(
    ("progress", "word"),
    [
        ({"a": "complete", "b": "complete"}, "Kept"),
        ({"a": "not_started", "b": "not_started"}, "Not begun"),
        ({"a": "complete", "b": "not_started"}, "Partly"),
        ({"a": "complete", "b": None}, ""),
        ({"a": "complete"}, ""),
    ],
)
def test_what_is_not_said_comes_from_the_actions(progress: dict[str, str], word: str) -> None:
    """All complete is kept, none begun is not begun; an action without a status says nothing."""
    assert state(promise(actions=("a", "b")), actions(**progress)) == word


def test_the_last_due_date_of_the_actions_counts() -> None:
    """A promise without a date of its own is late when its actions are."""
    open_actions = actions(a="under_way")
    assert state(promise(actions=("a",)), open_actions) == "Partly"
    assert state(promise(actions=("a",)), open_actions, date(2026, 2, 1)) == "Late"


def test_promises_are_counted_by_state() -> None:
    """In the order of the states; without a state they are not counted."""
    made = (
        promise(progress="not_begun"),
        promise(progress="kept"),
        promise(),
        promise(progress="kept"),
    )
    counts = count_promises(build_context(), made)
    assert [(mark.label, len(found)) for mark, found in counts] == [("Kept", 2), ("Not begun", 1)]
