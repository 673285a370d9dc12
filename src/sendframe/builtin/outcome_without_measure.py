"""Outcome without a measure.

What it checks
    Whether each outcome of a plan has a measure: one that serves the outcome or its priority, in
    whichever plan the measure is. An outcome that hangs on the plan itself may also be served by
    a measure of the whole plan. A measure needs no number. Plans that are superseded or expired
    are skipped, and those that are summaries. One diagnostic for each plan counts the outcomes.

Why it matters
    An outcome is the change for children and young people. Where only commitments are measured,
    a plan can be carried out in full and nobody learns whether it helped.

Example:
    "I try out work before I leave school", and no measure that names it in `serves`.

How to put it right
    Add a measure, with or without a number, or name the outcome in `serves` of a measure that
    shows it.

Source
    Area SEND inspections of Brighton and Hove and of Oxfordshire: "identify the steps that they
    will take to collectively monitor and measure the impact of their strategy and actions".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    Strategy,
    hookimpl,
    ngettext,
    quoted_ids,
)


def _outcomes(plan: Strategy) -> Iterator[tuple[str, str]]:
    """Yield the id of each outcome of a plan, and that of the priority or plan that holds it."""
    yield from ((outcome.id, plan.id) for outcome in plan.outcomes)
    for priority in plan.priorities:
        yield from ((outcome.id, priority.id) for outcome in priority.outcomes)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each plan with outcomes that nothing measures."""
    measured = {id_ for measure in context.measures for id_ in measure.serves}
    for plan in context.plans:
        if plan.completeness == "summary":
            continue
        outcomes = list(_outcomes(plan))
        missing = [id_ for id_, holder in outcomes if not measured & {id_, holder}]
        if missing:
            yield context.diagnostic(
                ngettext(
                    "{number} of {total} outcomes of the plan '{id}' has no measure: {names}",
                    "{number} of {total} outcomes of the plan '{id}' have no measure: {names}",
                    len(missing),
                    total=len(outcomes),
                    id=plan.id,
                    names=quoted_ids(missing),
                ),
                at=plan,
                about=plan.id,
                help="Add a measure, or name the outcome in `serves` of a measure that shows it.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR806",
            "Outcome without a measure",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
