"""Retired code.

What it checks
    No accepted exception and no option of the portfolio names a code that is no longer used.

    It does not find such codes in the words of a document.

Why it matters
    A code that is no longer used matches nothing. The exception accepts nothing, the option
    changes nothing, and what was accepted is reported again.

Example:
    An accepted exception names SFR307, which is now SFR407.

How to put it right
    Write the new code in its place.

Source
    sendframe's own list of retired codes: a code never changes its meaning.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    RETIRED_CODES,
    Check,
    CheckContext,
    Diagnostic,
    Location,
    hookimpl,
)
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each retired code that the portfolio names."""
    manifest = context.portfolio.manifest
    for exception in manifest.accepted_exceptions:
        replacement = RETIRED_CODES.get(exception.code)
        if replacement is not None:
            yield context.diagnostic(
                _(
                    "the exception '{id}' names the code {code}, which is now {replacement}",
                    id=exception.id,
                    code=exception.code,
                    replacement=replacement,
                ),
                at=exception,
                about=exception.id,
                help=f"Write {replacement}.",
            )
    for code in manifest.options:
        replacement = RETIRED_CODES.get(code)
        if replacement is not None:
            yield context.diagnostic(
                _(
                    "there are options for the code {code}, which is now {replacement}",
                    code=code,
                    replacement=replacement,
                ),
                at=Location("portfolio.json", f"/options/{code}"),
                about=code,
                help=f"Write {replacement}.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR210", "Retired code", __doc__ or "", run, severity="warning")]
