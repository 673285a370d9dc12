"""Finding without an action.

What it checks
    Whether each finding that asks for something has an action: areas for priority action, areas
    for improvement and recommendations of any review, and every finding but strengths where the
    kind of the review names an ombudsman or a tribunal. A review that is not published yet on
    the day of the evaluation is skipped. A portfolio without any action is skipped as well: it
    does not hold who does what. One diagnostic for each review counts the findings.

Why it matters
    Inspectors return to each finding and ask what was done. An order of a tribunal has a legal
    clock.

Example:
    A peer review recommended "something useful while families wait", and no action carries it out.

How to put it right
    Name the action in the finding. If it is decided to do nothing, accept the exception with the
    reason.

Source
    Area SEND inspections: framework and handbook (June 2025): areas for priority action and for
    improvement, and which partner takes each forward. SEND Regulations 2014, regulation 44(2):
    the time in which an order of the tribunal is to be carried out.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    Review,
    begun_by,
    hookimpl,
    quoted_ids,
)
from sendframe.plugins import gettext as _

ASKS = ("area-for-priority-action", "area-for-improvement", "recommendation")
BINDING = ("ombudsman", "tribunal")
"""Words in the kind of a review whose findings all ask for something."""


def _asks_for_something(review: Review, kind: str) -> bool:
    """Say whether a finding of a kind asks for an action."""
    if any(word in review.kind.lower() for word in BINDING):
        return kind != "strength"
    return kind in ASKS


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each review with findings that no action answers."""
    if not context.portfolio.actions():
        return
    for review in context.portfolio.of(Review):
        if not begun_by(review.published_on, context.as_at):
            continue
        asking = [
            finding for finding in review.findings if _asks_for_something(review, finding.kind)
        ]
        missing = [finding for finding in asking if not finding.actions]
        if missing:
            yield context.diagnostic(
                _(
                    "findings of '{id}' that ask for something and have no action: {names} "
                    "({number} of {total})",
                    id=review.id,
                    names=quoted_ids(finding.id for finding in missing),
                    number=len(missing),
                    total=len(asking),
                ),
                at=missing[0],
                about=review.id,
                help="Name the action in the finding, or accept the exception with the reason.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR814",
            "Finding without an action",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
