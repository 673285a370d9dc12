"""Commitment without a success criterion.

What it checks
    Whether anything says how one will know that a commitment is kept: a statement of what we will
    see, a number in the difference it will make, a success criterion of one of its actions, or a
    measure that serves the commitment or its priority. Where measures are all there is, one of them needs a target or an intended
    direction. A commitment without actions is skipped, since SFR301 reports it. Plans that are
    superseded or expired are skipped, and those that are summaries. One diagnostic for each plan
    counts the commitments.

Why it matters
    "We will improve transitions" can be called kept on any day, and broken on any day. Whoever
    reports on it decides alone what success is, and decides it afterwards.

Example:
    A commitment with two actions, neither of which has `success_criteria`.

How to put it right
    Write in `what_we_will_see` what will be different and by when, or add success criteria to the
    actions.

Source
    Area SEND inspection of Plymouth: leaders "have not identified how they will evaluate the
    impact". Peer review of Gloucestershire: milestones and impact measures are to be included.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Commitment,
    Diagnostic,
    Measure,
    Strategy,
    hookimpl,
    ngettext,
    quoted_ids,
)


def _says_what_will_be(commitment: Commitment) -> bool:
    """Say whether a commitment states what we will see, or a difference with a number."""
    difference = commitment.difference.default if commitment.difference else ""
    return commitment.what_we_will_see is not None or any(map(str.isdigit, difference))


def _without_statement(plan: Strategy, with_criteria: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each commitment that only a measure can speak for, with what the measure may serve."""
    held = [(commitment, {commitment.id}) for commitment in plan.commitments]
    for priority in plan.priorities:
        held += [(commitment, {commitment.id, priority.id}) for commitment in priority.commitments]
    for commitment, served in held:
        if (
            commitment.actions
            and not _says_what_will_be(commitment)
            and with_criteria.isdisjoint(commitment.actions)
        ):
            yield commitment.id, served


def _says_which_way(measure: Measure) -> bool:
    """Say whether a measure has a target or an intended direction."""
    return measure.target is not None or measure.intended_direction is not None


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each plan with commitments without a success criterion."""
    with_criteria = {
        action.id for action in context.portfolio.actions().values() if action.success_criteria
    }
    measured = {
        id_ for measure in context.measures if _says_which_way(measure) for id_ in measure.serves
    }
    for plan in context.plans:
        if plan.completeness == "summary":
            continue
        missing = [
            id_
            for id_, served in _without_statement(plan, with_criteria)
            if measured.isdisjoint(served)
        ]
        if missing:
            yield context.diagnostic(
                ngettext(
                    "nothing says how one will know that one commitment of the plan '{id}' is kept: "
                    "{names}",
                    "nothing says how one will know that {number} commitments of the plan '{id}' are "
                    "kept: {names}",
                    len(missing),
                    id=plan.id,
                    names=quoted_ids(missing),
                ),
                at=plan,
                about=plan.id,
                help="Write in `what_we_will_see` what will be different, and by when.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR807",
            "Commitment without a success criterion",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
