"""Dangling reference.

What it checks
    Every id that a document refers to is the id of something in the portfolio.

Why it matters
    A commitment that refers to a missing action looks as if somebody worked on it, and nobody does.

Example:
    A commitment names the action `act-7`; the action register has `act-1` to `act-6`.

How to put it right
    Correct the id, add the missing thing, or remove the reference.

Source
    The model of sendframe: references between documents.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference to a missing thing."""
    for reference in context.dangling:
        yield context.diagnostic(
            reference.message,
            at=reference.location,
            about=reference.about,
            help=reference.help,
            related=reference.related,
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR201",
            "Dangling reference",
            __doc__ or "",
            run,
            severity="error",
            asks=False,
        )
    ]
