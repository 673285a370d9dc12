"""Commitment without action.

What it checks
    Each commitment of a plan names at least one action that carries it out.

Why it matters
    "We will" without anybody doing anything is what inspectors and families meet most: plans whose
    impact cannot be followed because nothing hangs on them.

Example:
    "We will shorten waits for speech and language therapy", with no action.

How to put it right
    Name the action, write it down in the action register, or take the commitment out of the plan.

Source
    Area SEND inspection reports on strategic plans that are not tied to actions.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Strategy, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    for plan in context.portfolio.of(Strategy):
        own = [each for priority in plan.priorities for each in priority.commitments]
        for commitment in (*plan.commitments, *own):
            if not commitment.actions:
                yield context.diagnostic(
                    f"no action carries out the commitment '{commitment.id}'",
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
