"""Milestone worse than its baseline.

What it checks
    Whether a measure has a milestone with a level that is worse than its baseline. Which way is
    better is the intended direction of the measure, or else the direction that all its indicators
    share. Superseded and expired plans are skipped.

    It does not find milestones equal to the baseline, milestones that are worse than an earlier one but
    not than the baseline, and measures whose direction is a range, neutral or not stated.

Why it matters
    The path to the target is drawn through the milestones. One that was copied from another
    measure, or has a slipped decimal, makes a figure that got worse look on track.

Example:
    A baseline of 60.5 per cent, a milestone of 56 per cent by December 2025, a target of 75 per
    cent, and "more plans on time".

How to put it right
    Correct the milestone or the baseline. Where things are meant to get worse first, such as while
    old cases are completed, accept this finding in the portfolio, with that reason.

Source
    sendframe's own rules for numbers that cast doubt on each other.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each milestone that is worse than the baseline of its measure."""
    for measure in context.measures:
        start = None if measure.baseline is None else measure.baseline.value
        direction = context.direction_of(measure)
        if start is None or direction not in ("higher", "lower"):
            continue
        for milestone in measure.milestones:
            level = milestone.level
            if level is None or level == start or (level > start) == (direction == "higher"):
                continue
            yield context.diagnostic(
                _(
                    "the milestone of the measure '{id}' for {due} is worse than its baseline",
                    id=measure.id,
                    due=milestone.due,
                ),
                at=milestone,
                about=measure.id,
                help="Correct the milestone or the baseline.",
                facts=context.target_facts(measure),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR415",
            "Milestone worse than its baseline",
            __doc__ or "",
            run,
            doubts=True,
        )
    ]
