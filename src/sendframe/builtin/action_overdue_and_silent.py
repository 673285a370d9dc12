"""Overdue and silent.

What it checks
    Whether an open action is past its last possible day and nothing has been reported about it for
    longer than from one meeting of the body with oversight to the next: its
    `days_between_meetings`, the largest where several bodies have oversight. Where none gives it,
    three months, about 92 days, are this check's own measure. The option `days` goes before both.
    An update, a delivery or impact status, a moved due date, a milestone reached and a decision
    about a success criterion count as reports; what has no date, or is dated after the day of the
    evaluation, does not. Closed actions are skipped, and so are those whose delivery status means
    complete or stopped. One diagnostic for each action register counts them and names the first.

Why it matters
    Actions are late for good reasons. An action that is late and that nobody reports about has
    usually been forgotten, or its owner has left.

Example:
    An action was due in June, was last reported about in March, and it is November.

How to put it right
    Report what has become of it. Then close it, or move its due date with the reason and the body
    that agreed.

Source
    Scrutiny in Herefordshire, 26 July 2022, on the action log and the recommendation tracker:
    overdue items, some of whose owners were no longer employed.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Action,
    ActionRegister,
    Check,
    CheckContext,
    Day,
    Diagnostic,
    Governance,
    PeriodValue,
    begun_by,
    hookimpl,
    ngettext,
    older_than,
    overdue_on,
    quoted_ids,
)


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        days: How many days may pass without a report. Absent for the time between two meetings of
            the body with oversight, or 92 where that is not given.
    """

    days: int | None = None


_DAYS = 92
"""Three months, this check's own measure."""


def _days(context: CheckContext) -> int:
    """Return how many days may pass without a report."""
    chosen = context.chosen(Options).days
    if chosen is not None:
        return chosen
    given = [
        body.days_between_meetings
        for document in context.portfolio.of(Governance)
        for body in document.bodies
        if body.role == "oversight" and body.days_between_meetings is not None
    ]
    return max(given, default=_DAYS)


def _reported_on(action: Action) -> Iterator[PeriodValue | None]:
    """Yield when each report about an action was made."""
    yield from (update.on for update in action.updates)
    yield from (status.on for status in (action.delivery, action.impact) if status)
    yield from (Day(on=change.changed_on) for change in action.due_history)
    yield from (milestone.reached_on for milestone in action.milestones)
    yield from (criterion.decided_on for criterion in action.success_criteria)


def _is_silent(action: Action, days: int, context: CheckContext) -> bool:
    """Say whether nothing was reported lately, nor was the action due lately."""
    if action.due is None:
        return False
    reported = [
        when.last_day
        for when in _reported_on(action)
        if when and when.is_dated and begun_by(when, context.as_at)
    ]
    last = max(reported, default=action.due.last_day)
    return older_than(last, days, context.as_at)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each register with actions that are overdue and silent."""
    days = _days(context)
    for register in context.portfolio.of(ActionRegister):
        silent = [
            action
            for action in register.actions
            if action.closing is None
            and context.progress(action) not in ("complete", "stopped")
            and overdue_on(action.due, context.as_at)
            and _is_silent(action, days, context)
        ]
        if silent:
            yield context.diagnostic(
                ngettext(
                    "one action of the register '{id}' is overdue, and nothing was reported about it "
                    "for more than {days} days: {names}",
                    "{number} actions of the register '{id}' are overdue, and nothing was reported "
                    "about them for more than {days} days: {names}",
                    len(silent),
                    id=register.id,
                    days=days,
                    names=quoted_ids(action.id for action in silent),
                ),
                at=silent[0],
                about=register.id,
                help="Report what has become of it; then close it or move its due date.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR803",
            "Overdue and silent",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
            options=Options,
        )
    ]
