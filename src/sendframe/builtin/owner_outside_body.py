"""Owner role that no body lists.

What it checks
    Whether the roles that lead or answer for an open action are among those that their own body
    lists: its chair, and the roles of its members. The list of a body counts only where it can be
    the whole list: each sector of its `membership` has `roles`, and no fewer of them than `seats`.
    A role without a body is skipped, since nobody can see where to look, and so are closed actions
    and those whose delivery status means complete or stopped. Upper and lower case do not count.
    One diagnostic for the portfolio names each role once.

Why it matters
    Roles stay when people leave, until somebody reorganises. An action whose owner is a role that
    its body no longer has is owned by nobody, and the log does not show it.

Example:
    An action is led by the "play manager" at the delivery group, whose members are the heads of
    SEND and of early years.

How to put it right
    Name the role that does it now, or add the role to the `membership` of its body.

Source
    Scrutiny in Herefordshire, 26 July 2022, on the action log and the recommendation tracker:
    "some for which the allocated work owners were no longer employed".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Action,
    ActionRegister,
    Check,
    CheckContext,
    Diagnostic,
    Governance,
    hookimpl,
    ngettext,
)


def _folded(role: str) -> str:
    return " ".join(role.split()).casefold()


def _rolls(context: CheckContext) -> dict[str, tuple[str, set[str]]]:
    """Return the name and all roles of each body that lists them as a whole, by the body's id."""
    rolls = {}
    for document in context.portfolio.of(Governance):
        for body in document.bodies:
            is_whole = all(
                sector.roles and len(sector.roles) >= (sector.seats or 0)
                for sector in body.membership
            )
            if body.membership and is_whole:
                roles = {_folded(role) for sector in body.membership for role in sector.roles}
                chair = {_folded(body.chair)} if body.chair else set()
                rolls[body.id] = (body.name, roles | chair)
    return rolls


def _open_actions(context: CheckContext) -> Iterator[Action]:
    for register in context.portfolio.of(ActionRegister):
        for action in register.actions:
            if action.closing is None and context.progress(action) not in ("complete", "stopped"):
                yield action


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield one diagnostic that names each owner that the own body does not list."""
    rolls = _rolls(context)
    missing: dict[str, Action] = {}
    for action in _open_actions(context) if rolls else ():
        for owner in (*action.action_leads, *action.senior_responsible_owners):
            name, roles = rolls.get(owner.body or "", ("", {_folded(owner.role)}))
            if _folded(owner.role) not in roles:
                missing.setdefault(f"{owner.role} ({name})", action)
    if missing:
        yield context.diagnostic(
            ngettext(
                "one role that owns an open action is not among the roles that the body lists: {roles}",
                "{number} roles that own open actions are not among the roles that the body lists: "
                "{roles}",
                len(missing),
                roles="; ".join(sorted(missing)),
            ),
            at=next(iter(missing.values())),
            help="Name the role that does it now, or add the role to the `membership` of its body.",
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR822",
            "Owner role that no body lists",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
