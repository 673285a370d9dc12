"""Expired exception.

What it checks
    No accepted exception of the portfolio has expired.

    Whether its reason still holds is not checked.

Why it matters
    An exception is accepted for a time only. After its last day the finding has to be decided again.

Example:
    A commitment without an action was accepted until the end of last year.

How to put it right
    Correct what it was about, or decide again with a new last day.

Source
    The portfolio's own `accepted_exceptions`.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, expired_on, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each expired exception."""
    for exception in context.portfolio.manifest.accepted_exceptions:
        if expired_on(exception.expires_on, context.as_at):
            yield context.diagnostic(
                _(
                    "the exception '{id}' was accepted until {expires_on}",
                    id=exception.id,
                    expires_on=exception.expires_on,
                ),
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
