"""Adopted without an impact assessment.

What it checks
    Whether each adopted plan has an equality impact assessment in `assessments`. Plans with another
    status are skipped, and so are those of which the documents hold a summary only.

Why it matters
    A council has to consider what a plan does to people with protected characteristics, and
    disability is one of them. A plan that cannot show it can be challenged in court.

Example:
    A strategy with the status `adopted` and no `assessments`.

How to put it right
    Add the assessment to the plan: its date, its link, and what changed because of it.

Source
    Equality Act 2010, section 149: the public sector equality duty.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each adopted plan without an equality impact assessment."""
    for plan in context.plans:
        if plan.status != "adopted" or plan.completeness == "summary":
            continue
        if all(assessment.kind != "equality" for assessment in plan.assessments):
            yield context.diagnostic(
                _(
                    "the plan '{id}' was adopted, and no equality impact assessment of it is given",
                    id=plan.id,
                ),
                at=plan,
                about=plan.id,
                help="Add it to `assessments`, with the kind `equality`.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR821",
            "Adopted without an impact assessment",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
