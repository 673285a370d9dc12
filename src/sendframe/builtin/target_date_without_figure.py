"""Target whose date passed without a figure.

What it checks
    Whether the date of a target has passed, and no figure of its indicators is for a period that
    ends on that date or later. Superseded and expired plans are skipped.

    It does not find targets without a date, and targets that a later figure shows to be reached or
    missed. Whether the figure for the date could have been published by now is not known.

Why it matters
    Whether the target was reached is not known, and the report still prints where an older figure
    stands to it: as if it spoke for the date.

Example:
    A target of 75 per cent by December 2025, on a day in January 2026, where the latest figure is
    for 2024.

How to put it right
    Add the figure for that date; until it is published, accept this finding in the portfolio, with
    the day on which it will be.

Source
    sendframe's own rules for numbers that cast doubt on each other.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, overdue_on
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each target whose date has passed without a figure for it."""
    for measure in context.measures:
        due = None if measure.target is None else measure.target.due
        if due is None or not due.is_dated or not overdue_on(due, context.as_at):
            continue
        results = [
            context.indicators[id_] for id_ in measure.indicators if id_ in context.indicators
        ]
        periods = [
            point.period for result in results for point in result.points if point.sound is not None
        ]
        if not results or any(period.last_day >= due.last_day for period in periods):
            continue
        yield context.diagnostic(
            _(
                "the target of the measure '{id}' was due by {due}, and there is no figure for that "
                "date or a later one",
                id=measure.id,
                due=due,
            ),
            at=measure.target,
            about=measure.id,
            help="Add the figure, or accept this until the day on which it is published.",
            facts=context.target_facts(measure),
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR417",
            "Target whose date passed without a figure",
            __doc__ or "",
            run,
            severity="note",
            doubts=True,
        )
    ]
