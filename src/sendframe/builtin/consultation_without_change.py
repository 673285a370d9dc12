"""Consultation without what changed.

What it checks
    Whether a consultation that is over says what changed because of it. While the plan is a draft
    or in consultation there are three months after the last day to read the answers; once the
    plan is adopted, what changed is due. The option `days` sets another number than 92, which is
    this check's own measure. Plans that are superseded or expired are skipped, and those that are
    summaries.

Why it matters
    People who answered want to know whether it made a difference. If they never hear of it, fewer
    answer next time.

Example:
    A consultation closed in March, the plan was adopted in July, and `what_changed` is missing.

How to put it right
    Write in `what_changed` what is different because of the answers. If nothing is, write that,
    and why.

Source
    Children and Families Act 2014, section 19: views and participation of children, young people
    and parents. SEND strategy of Herefordshire 2023-26: "show you how what you tell us is making a
    difference to what we do".
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    hookimpl,
    older_than,
    over_by,
)
from sendframe.plugins import gettext as _

BEFORE_ADOPTION = ("draft", "in-consultation")


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        days: Days after the end of a consultation in which the answers of a draft are read.
    """

    days: int = 92


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each consultation that is over and says not what changed."""
    days = context.chosen(Options).days
    for plan in context.plans:
        if plan.completeness == "summary":
            continue
        for consultation in plan.consultations:
            closed_on = consultation.closed_on
            if closed_on is None or consultation.what_changed is not None:
                continue
            is_due = (
                older_than(closed_on.last_day, days, context.as_at)
                if plan.status in BEFORE_ADOPTION
                else over_by(closed_on, context.as_at)
            )
            if is_due:
                yield context.diagnostic(
                    _(
                        "the consultation '{id}' closed {when}, and nothing says what changed because of it",
                        id=consultation.id,
                        when=closed_on.phrase,
                    ),
                    at=consultation,
                    about=consultation.id,
                    help="Write what changed. If nothing did, write that, and why.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR811",
            "Consultation without what changed",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
            options=Options,
        )
    ]
