"""Dangling reference.

What it checks
    Every id that one document uses is given to something somewhere in the portfolio.

Why it matters
    A commitment that refers to an action nobody wrote down looks like work, and is none.

Example:
    A commitment names the action `act-7`; the action register holds `act-1` to `act-6`.

How to put it right
    Correct the id, add what it refers to, or remove the reference.

Source
    The model of sendframe: references between documents.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    for each in context.dangling:
        yield context.diagnostic(
            each.message, at=each.location, about=each.about, help=each.help, related=each.related
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
