"""Judgement changed without a reason.

What it checks
    Each judgement that changed states why.

    Whether the reason is a good one is not checked.

Why it matters
    Boards, parents and inspectors ask first what changed.

Example:
    "Developing" became "secure", and `why_changed` is empty.

How to put it right
    State the reason in `why_changed`.

Source
    Herefordshire's description of its updates: what is changing, and how we know.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, known_by
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each judgement that changed without a reason."""
    for edition in context.editions:
        for entry in edition.entries:
            judgement = entry.judgement
            if judgement is None or judgement.previous in (None, judgement.value):
                continue
            if judgement.why_changed is None and known_by(judgement.on, context.as_at):
                yield context.diagnostic(
                    _(
                        "The judgement '{id}' of {edition} is another one than before, and does not say "
                        "why. What changed?",
                        id=judgement.id,
                        edition=edition.edition,
                    ),
                    at=judgement,
                    about=judgement.id,
                    facts=(f"judgement/{judgement.id}",),
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR503",
            "Judgement changed without a reason",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
