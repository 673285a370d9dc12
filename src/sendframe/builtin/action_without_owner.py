"""Action without owner.

What it checks
    Each open action names a role that leads it and a role that is accountable for it. The leads of
    a workstream lead its actions, in plans that are neither superseded nor expired. Where three or
    more actions of a register are open and none of them names a role of one sort, one diagnostic
    for the register says so. Registers and plans of which the documents hold a summary only are
    skipped: a summary leaves its owners out.

    Whether anybody holds that role is not checked.

Why it matters
    Scrutiny committees see action logs whose owners have left. A role remains when a person
    leaves; an action without a role has no owner.

Example:
    An action with a due date and no `action_leads`.

How to put it right
    Add `action_leads` and `senior_responsible_owners` to the action: roles at bodies, not names of
    people. Where the action plan has one column only, ask who answers for the actions.

Source
    Published scrutiny of recommendation trackers; priority action plans (action lead, senior
    responsible officer).
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Action,
    ActionRegister,
    Check,
    CheckContext,
    Diagnostic,
    Strategy,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _

HELP = "Name roles at bodies, not people."
FEWEST_TOGETHER = 3
"""So many open actions of a register have one diagnostic together."""


def _missing(action: Action, led: set[str]) -> list[str]:
    """Return the duties that no role has for an action."""
    roles = {
        _("leads it"): action.action_leads or action.id in led,
        _("answers for it"): action.senior_responsible_owners,
    }
    return [duty for duty, given in roles.items() if not given]


def _summarised(context: CheckContext) -> set[str]:
    """Return the ids of the actions of plans of which there is a summary only."""
    named: set[str] = set()
    for plan in context.portfolio.of(Strategy):
        if plan.completeness == "summary":
            commitments = (
                *plan.commitments,
                *(each for priority in plan.priorities for each in priority.commitments),
            )
            named.update(plan.actions)
            named.update(id_ for each in plan.workstreams for id_ in each.actions)
            named.update(id_ for each in commitments for id_ in each.actions)
    return named


def _either(duties: list[str]) -> str:
    """Return one duty, or both with "or" between them."""
    if not duties[1:]:
        return duties[0]
    return _("{first} or {second}", first=duties[0], second=duties[1])


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each open action, or for all, without a lead or an accountable role."""
    led = {
        id_
        for plan in context.plans
        for workstream in plan.workstreams
        if workstream.leads
        for id_ in workstream.actions
    }
    summarised = _summarised(context)
    for register in context.portfolio.of(ActionRegister):
        missing = [
            (action, _missing(action, led))
            for action in (() if register.completeness == "summary" else register.actions)
            if action.closing is None and action.id not in summarised
        ]
        of_all = (
            [duty for duty in missing[0][1] if all(duty in duties for __, duties in missing)]
            if len(missing) >= FEWEST_TOGETHER
            else []
        )
        if of_all:
            yield context.diagnostic(
                ngettext(
                    "none of the {number} open actions of the register '{id}' names a role that {duties}",
                    "none of the {number} open actions of the register '{id}' names a role that {duties}",
                    len(missing),
                    id=register.id,
                    duties=_either(of_all),
                ),
                at=register,
                about=register.id,
                help=HELP,
            )
        for action, duties in missing:
            if others := [duty for duty in duties if duty not in of_all]:
                yield context.diagnostic(
                    _(
                        "the action '{id}' names no role that {duties}",
                        id=action.id,
                        duties=_either(others),
                    ),
                    at=action,
                    about=action.id,
                    help=HELP,
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
