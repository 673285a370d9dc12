"""Expired evidence.

What it checks
    No entry of a self-evaluation names evidence that has expired.

    It does not find evidence that states no day on which it expires, however old it is.

Why it matters
    Practice changes faster than reports are written. An audit of two years ago describes the past.

Example:
    An entry names an audit whose `expires_on` lies before the day of the evaluation.

How to put it right
    Renew the evidence, or state in the entry why it is still valid.

Source
    The evidence register's own `expires_on`, set by who produced it.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    expired_on,
    hookimpl,
)
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each entry and each expired piece of evidence that it names."""
    expired = {
        item.id: item.expires_on
        for register in context.portfolio.of(EvidenceRegister)
        for item in register.evidence
        if expired_on(item.expires_on, context.as_at)
    }
    for edition in context.editions:
        for entry in edition.entries:
            for id_ in entry.evidence:
                if id_ in expired:
                    yield context.diagnostic(
                        _(
                            "the entry '{id}' rests on '{evidence}', which expired on {day}",
                            id=entry.id,
                            evidence=id_,
                            day=expired[id_],
                        ),
                        at=entry,
                        about=id_,
                        help="Renew the evidence, or say why it still holds.",
                    )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR305",
            "Expired evidence",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
