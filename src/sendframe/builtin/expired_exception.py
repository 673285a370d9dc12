"""Expired exception.

What it checks
    No accepted exception of the portfolio has passed its day.

Why it matters
    An exception is a promise to look again. Past its day it hides what it was about.

Example:
    A commitment without action was accepted until the end of the year, which is over.

How to put it right
    Put right what it was about, or decide again with a new day.

Source
    The portfolio's own `accepted_exceptions`.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, expired_on, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    for exception in context.portfolio.manifest.accepted_exceptions:
        if expired_on(exception.expires_on, context.as_at):
            yield context.diagnostic(
                f"the exception '{exception.id}' was accepted until {exception.expires_on}",
                at=exception,
                about=exception.about or exception.id,
                help="Put right what it is about, or decide again with a new day.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR306",
            "Expired exception",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
