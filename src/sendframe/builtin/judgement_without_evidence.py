"""Judgement without evidence.

What it checks
    Each judgement of a self-evaluation has evidence: its entry names some, or a piece of evidence
    supports or contradicts the judgement or its criterion.

    Whether the evidence is enough for the judgement is not checked.

Why it matters
    A self-evaluation answers "how do we know". A judgement without evidence is an opinion.

Example:
    "Secure" for criterion 4, with an empty list of evidence.

How to put it right
    Name the evidence in the entry, or withdraw the judgement until there is some.

Source
    Herefordshire's description of its self-evaluation updates: what is working well, what is
    changing, and how we know.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each judgement without evidence."""
    for edition in context.editions:
        for entry in edition.entries:
            subject = context.subject(entry.criterion)
            has_evidence = subject is not None and bool(
                subject.evidence.supports or subject.evidence.contradicts
            )
            if entry.judgement is not None and not entry.evidence and not has_evidence:
                yield context.diagnostic(
                    _("the judgement '{id}' rests on no evidence", id=entry.judgement.id),
                    at=entry.judgement,
                    about=entry.judgement.id,
                    help="Name the evidence in the entry.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR304",
            "Judgement without evidence",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
