"""Outcome recorded otherwise than worded.

What it checks
    The outcome of an area SEND inspection is recorded as what its words state: `recognised` is
    there, and names the same published outcome.

    Whether the words are those of the report of the inspection is not checked.

Why it matters
    Reports and tables are made from the recorded outcome, and readers take it for the
    inspectors'. The words are what was published.

Example:
    The words state "inconsistent experiences and outcomes", and `recognised` says
    "widespread-or-systemic-failings".

How to put it right
    Write the outcome under `recognised`, with or without `area-send.` before it. Leave the
    wording as it was published.

Source
    Area SEND inspections: framework and handbook, Ofsted and the Care Quality Commission; the
    three outcomes as published.
"""

from collections.abc import Iterator
from typing import Final

from sendframe.plugins import Check, CheckContext, Diagnostic

from .outcome import PREFIX, recognise
from .scope import inspections

__all__ = ["CHECK"]


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the check."""
    for review in inspections(context.portfolio):
        if review.outcome is None:
            continue
        stated = recognise(review.outcome.wording.default)
        recorded = review.outcome.recognised
        if stated is None or (recorded or "").removeprefix(PREFIX) == stated:
            continue
        recorded_text = "is not recorded" if recorded is None else f"is recorded as '{recorded}'"
        yield context.diagnostic(
            f"the outcome of '{review.id}' {recorded_text}, and its words state '{stated}'",
            at=review.outcome,
            about=review.id,
            help=f"Write '{stated}' under \"recognised\", or look at the words again.",
        )


CHECK: Final = Check(
    "area-send.outcome-recorded",
    "Outcome recorded otherwise than worded",
    __doc__ or "",
    run,
    severity="note",
)
