"""Commitment without action.

What it checks
    Each commitment of a plan names at least one action that carries it out. Plans of which the
    documents hold a summary only are skipped: a summary leaves its actions out.

Why it matters
    Inspectors and families often meet plans that say "we will" and name nothing that anybody does.
    The impact of such a plan cannot be followed.

Example:
    "We will shorten waits for speech and language therapy", with no action.

How to put it right
    Name the action, add it to the action register, or remove the commitment from the plan.

Source
    Area SEND inspection reports on strategic plans that are not tied to actions.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Strategy, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each commitment without an action."""
    for plan in context.portfolio.of(Strategy):
        if plan.completeness == "summary":
            continue
        of_priorities = [
            commitment for priority in plan.priorities for commitment in priority.commitments
        ]
        for commitment in (*plan.commitments, *of_priorities):
            if not commitment.actions:
                yield context.diagnostic(
                    _("no action carries out the commitment '{id}'", id=commitment.id),
                    at=commitment,
                    about=commitment.id,
                    help="Name the actions that carry it out, or take it out of the plan.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR301",
            "Commitment without action",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
