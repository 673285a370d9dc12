"""Action without owner.

What it checks
    Each action that has not ended names a role that leads it and a role that answers for it.

Why it matters
    Scrutiny committees find action logs whose owners have left. Roles stay when people leave; an
    action that no role owns is owned by nobody.

Example:
    An action with a due date and no `action_leads`.

How to put it right
    Give the action `action_leads` and `senior_responsible_owners`: roles at bodies, no names.

Source
    Published scrutiny of recommendation trackers; priority action plans (action lead, senior
    responsible officer).
"""

from collections.abc import Iterator

from sendframe.plugins import ActionRegister, Check, CheckContext, Diagnostic, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    for register in context.portfolio.of(ActionRegister):
        for action in register.actions:
            missing = [
                words
                for words, roles in (
                    ("leads it", action.action_leads),
                    ("answers for it", action.senior_responsible_owners),
                )
                if not roles
            ]
            if missing and action.closing is None:
                yield context.diagnostic(
                    f"the action '{action.id}' names no role that {' or '.join(missing)}",
                    at=action,
                    about=action.id,
                    help="Name roles at bodies, not people.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR302",
            "Action without owner",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
