"""Action without owner.

What it checks
    Each open action names a role that leads it and a role that is accountable for it.

Why it matters
    Scrutiny committees see action logs whose owners have left. A role remains when a person
    leaves; an action without a role has no owner.

Example:
    An action with a due date and no `action_leads`.

How to put it right
    Add `action_leads` and `senior_responsible_owners` to the action: roles at bodies, not names of
    people.

Source
    Published scrutiny of recommendation trackers; priority action plans (action lead, senior
    responsible officer).
"""

from collections.abc import Iterator

from sendframe.plugins import ActionRegister, Check, CheckContext, Diagnostic, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each open action without a lead or an accountable role."""
    for register in context.portfolio.of(ActionRegister):
        for action in register.actions:
            missing = [
                duty
                for duty, roles in (
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
