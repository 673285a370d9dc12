"""Two plans of one kind in force.

What it checks
    Whether two plans of the same kind are in force on the day of the evaluation without a
    relation between them, or though one supersedes the other. A plan is in force where its period
    has begun and is not over, and its status is neither draft, in consultation, superseded nor
    expired. A plan without a period is skipped. Any other relation, such as `part-of` or
    `summary-of`, explains why both are there, and so does the same relation of both to a third
    plan.

Why it matters
    People who are to act on two plans ask which one counts. Work is done twice, and some of it by
    nobody.

Example:
    Two strategies of kind `strategy`: one for 2023 to 2026 and one for 2025 to 2028.

How to put it right
    Set the status of the older one to `superseded`, or state in `relations` how the two belong
    together.

Source
    A published finding about Southend: "lack of pace and focus due to indistinct functions between
    operational groups and strategic boards leading to multiple plans and goals".
"""

from collections.abc import Iterator
from itertools import combinations

from sendframe.plugins import (
    N_,
    Check,
    CheckContext,
    Diagnostic,
    Strategy,
    begun_by,
    hookimpl,
    over_by,
)
from sendframe.plugins import gettext as _

NOT_IN_FORCE = ("draft", "in-consultation", "superseded", "expired")
SUCCESSION = ("supersedes", "superseded-by")


def _in_force(plan: Strategy, context: CheckContext) -> bool:
    """Say whether a plan is in force by its status and by its period."""
    if plan.status in NOT_IN_FORCE or plan.period is None:
        return False
    end = plan.extended_to or plan.period.ends
    return begun_by(plan.period.starts, context.as_at) and not over_by(end, context.as_at)


def _relations(one: Strategy, other: Strategy) -> set[str]:
    """Return how two plans are related, whichever of them says so."""
    return {
        relation.kind
        for plan, target in ((one, other), (other, one))
        for relation in plan.relations
        if relation.strategy == target.id
    }


def _wholes(plan: Strategy) -> set[tuple[str, str | None]]:
    """Return the plans that a plan belongs to, each with the kind of the relation."""
    return {
        (relation.kind, relation.strategy or relation.title)
        for relation in plan.relations
        if relation.kind not in SUCCESSION
    }


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each two plans of one kind that are in force unexplained."""
    plans = [plan for plan in context.portfolio.of(Strategy) if _in_force(plan, context)]
    for one, other in combinations(plans, 2):
        if one.kind != other.kind or one.area != other.area:
            continue
        relations = _relations(one, other)
        succession = relations.intersection(SUCCESSION)
        if not succession and (relations or _wholes(one) & _wholes(other)):
            continue
        words = N_(
            "two plans of the kind \"{kind}\" are in force, and neither names the other: '{id}' and "
            "'{other}'"
        )
        if succession:
            words = N_(
                'two plans of the kind "{kind}" are in force, though one supersedes the other: '
                "'{id}' and '{other}'"
            )
        yield context.diagnostic(
            _(words, kind=one.kind, id=one.id, other=other.id),
            at=other,
            about=other.id,
            help="Set the status of the older one to superseded, or state how they are related.",
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR805",
            "Two plans of one kind in force",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
