"""Action without a due date.

What it checks
    How many open actions of a register have no due date, or one in words only, such as "ongoing".
    Closed actions are skipped, and so are
    those whose delivery status means complete or stopped. One diagnostic for each register counts
    them and names the first.

Why it matters
    An action without a date is never late. It cannot be watched, and no report of overdue actions
    shows it.

Example:
    Seven of twenty open actions have no `due`.

How to put it right
    Add `due`, as exactly as it is known: a term or a financial year is a date. What goes on for
    good is a way of working rather than an action.

Source
    Peer review of Gloucestershire: the plan must be "comprehensive, deliverable, and tracked with
    real rigour".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    ActionRegister,
    Check,
    CheckContext,
    Diagnostic,
    hookimpl,
    ngettext,
    quoted_ids,
)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each register with open actions without a due date."""
    for register in context.portfolio.of(ActionRegister):
        unfinished = [
            action
            for action in register.actions
            if action.closing is None and context.progress(action) not in ("complete", "stopped")
        ]
        missing = [action for action in unfinished if action.due is None or not action.due.is_dated]
        if missing:
            yield context.diagnostic(
                ngettext(
                    "{number} of {total} open actions of the register '{id}' has no due date: {names}",
                    "{number} of {total} open actions of the register '{id}' have no due date: {names}",
                    len(missing),
                    total=len(unfinished),
                    id=register.id,
                    names=quoted_ids(action.id for action in missing),
                ),
                at=missing[0],
                about=register.id,
                help="Add a due date, as exactly as it is known.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR820",
            "Action without a due date",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
