"""The one state of a promise, the same in every report."""

from collections.abc import Iterable

from sendframe.language import N_
from sendframe.model import Promise

from ._context import BuildContext
from ._report_model import Mark

__all__ = ["PROMISE_MARKS", "count_promises", "promise_mark"]

PROMISE_MARKS = {
    "kept": Mark(N_("Kept"), "circle", "better"),
    "late": Mark(N_("Late"), "triangle", "worse"),
    "partly": Mark(N_("Partly"), "half", "between"),
    "not_begun": Mark(N_("Not begun"), "ring"),
    "cannot": Mark(N_("We cannot"), "octagon"),
}
"""The mark of each state, in the order in which promises are counted."""


def promise_mark(context: BuildContext, promise: Promise) -> Mark | None:
    """Return the state of a promise on the day of the evaluation; None where nothing says it.

    What an author does not say is taken from the actions of the promise: its last due date, and
    how far they have come. A promise that is late is never shown as partly kept or not begun.
    """
    actions = [context.actions[id_] for id_ in promise.actions if id_ in context.actions]
    due = promise.due
    if due is None and actions and all(action.due for action in actions):
        dates = [action.due for action in actions if action.due]
        due = max(dates, key=lambda date: date.last_day)
    progress = promise.progress or _progress_of(context, promise)
    completed = promise.changed(due=due, progress=None if progress == "cannot" else progress)
    if progress != "cannot" and completed.is_late(context.evaluation.as_at):
        return PROMISE_MARKS["late"]
    return PROMISE_MARKS[progress] if progress else None


def _progress_of(context: BuildContext, promise: Promise) -> str | None:
    """Return how far the actions of a promise have come; None where one has no known status."""
    stages = []
    for id_ in promise.actions:
        action = context.actions.get(id_)
        status = action.delivery if action else None
        value = context.statuses.get(("delivery", status.value)) if status else None
        stages.append(value.progress if value else None)
    if not stages or None in stages:
        return None
    if set(stages) == {"complete"}:
        return "kept"
    return "not_begun" if set(stages) == {"not_started"} else "partly"


def count_promises(
    context: BuildContext, promises: Iterable[Promise]
) -> tuple[tuple[Mark, tuple[Promise, ...]], ...]:
    """Return each state with its promises; states that none has are left out."""
    by_mark: dict[Mark, list[Promise]] = {mark: [] for mark in PROMISE_MARKS.values()}
    for promise in promises:
        mark = promise_mark(context, promise)
        if mark is not None:
            by_mark[mark].append(promise)
    return tuple((mark, tuple(kept)) for mark, kept in by_mark.items() if kept)
