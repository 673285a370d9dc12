"""Promise of a plan that has ended.

What it checks
    Whether each promise of the newest edition of a self-evaluation that names a `commitment` names
    one of a plan that is in force: neither superseded nor expired by its status. Editions that a
    later one names as `previous` are skipped.

Why it matters
    A reader follows the promise to the plan to see what has become of it. In a plan that has ended
    nobody works on it any more.

Example:
    The edition of autumn 2025 repeats a promise of the strategy that ended in 2024.

How to put it right
    Name the commitment of the present plan that took its place; or say in `progress` and `because`
    that it cannot be kept.

Source
    The model of sendframe: what documents say of each other.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Related, Strategy, hookimpl
from sendframe.plugins import gettext as _


def _ended_plans(context: CheckContext) -> dict[str, Strategy]:
    """Return the plan of each commitment of a plan that has ended, by id of the commitment."""
    in_force = {plan.id for plan in context.plans}
    return {
        commitment.id: plan
        for plan in context.portfolio.of(Strategy)
        if plan.id not in in_force
        for commitments in (
            plan.commitments,
            *(priority.commitments for priority in plan.priorities),
        )
        for commitment in commitments
    }


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each promise whose commitment is part of a plan that has ended."""
    ended = _ended_plans(context)
    earlier = {edition.previous for edition in context.editions}
    for edition in context.editions:
        if edition.id in earlier:
            continue
        for entry in edition.entries:
            for promise in entry.promises:
                plan = ended.get(promise.commitment or "")
                if plan is not None and promise.progress != "cannot":
                    yield context.diagnostic(
                        _(
                            "the commitment '{commitment}' of a promise is part of the plan '{id}', whose "
                            'status is "{status}"',
                            commitment=promise.commitment,
                            id=plan.id,
                            status=plan.status,
                        ),
                        at=promise,
                        about=entry.id,
                        help="Name a commitment of a plan in force.",
                        related=(Related(context.locations.location_of(plan), "the plan is here"),),
                    )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR215",
            "Promise of a plan that has ended",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
