"""Judgement changed without a reason.

What it checks
    A judgement whose value is another one than before says why.

Why it matters
    What changed is the first thing a board, a parent or an inspector asks.

Example:
    "Developing" became "secure", and `why_changed` is empty.

How to put it right
    Say why in `why_changed`.

Source
    Herefordshire's description of its updates: what is changing, and how we know.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, known_by


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    for edition in context.editions:
        for entry in edition.entries:
            judgement = entry.judgement
            if judgement is None or judgement.previous in (None, judgement.value):
                continue
            if judgement.why_changed is None and known_by(judgement.on, context.as_at):
                yield context.diagnostic(
                    f"The judgement '{judgement.id}' of {edition.edition} is another one than "
                    "before, and does not say why. What changed?",
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
