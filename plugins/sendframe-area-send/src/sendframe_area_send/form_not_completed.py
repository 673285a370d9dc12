"""Form for criteria that was never completed.

What it checks
    No set of criteria holds a criterion that is still "to be completed", as those of the form
    `area-send.criteria-form` are.

    Whether the words of a completed criterion are those of the framework is not checked.

Why it matters
    The form has no wording of the inspectorates in it. Taken in as it is, its placeholders would
    be printed where readers expect the official words.

Example:
    A portfolio that has "area-send.criteria-form" under "uses".

How to put it right
    Copy the form into the portfolio's folder, give it ids of your own, write the official wording
    in, and name the file under "documents". The README of this plug-in says how.

Source
    sendframe-area-send: the official wording of these criteria was not at hand.
"""

from collections.abc import Iterator
from typing import Final

from sendframe.plugins import Check, CheckContext, CriteriaSet, Diagnostic

__all__ = ["CHECK", "PLACEHOLDER"]

PLACEHOLDER: Final = "to-be-completed"
"""The kind of each criterion of the form; its wording begins with the same words."""

_BEGINNING = "[to be completed"


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the check."""
    for document in context.portfolio.of(CriteriaSet):
        for criterion in document.criteria:
            wording = criterion.wording.default.strip().casefold()
            if criterion.kind == PLACEHOLDER or wording.startswith(_BEGINNING):
                yield context.diagnostic(
                    f"the criterion '{criterion.id}' is a form that nobody has completed",
                    at=criterion,
                    about=criterion.id,
                    help="Write in the official wording, or do without the document.",
                )


CHECK: Final = Check(
    "area-send.form-not-completed",
    "Form for criteria that was never completed",
    __doc__ or "",
    run,
    severity="warning",
)
