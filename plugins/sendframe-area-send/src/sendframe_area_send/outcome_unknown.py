"""Outcome in words that are not known.

What it checks
    The outcome of an area SEND inspection states one of the three published outcomes, and one
    alone.

    Whether it is the outcome of the report of the inspection is not checked.

Why it matters
    A passage from elsewhere in the report, a paraphrase, or a new wording of the inspectorates
    would pass for an outcome. No software should guess which; somebody who has the report can
    tell.

Example:
    The wording is "Inspection outcome section not found.", which a program left there.

How to put it right
    Copy the passage under the heading "Inspection outcome" of the published report, word for
    word. Where it does say something else, accept the question in portfolio.json, with the reason.

Source
    Area SEND inspections: framework and handbook, Ofsted and the Care Quality Commission; the
    three outcomes as published.
"""

from collections.abc import Iterator
from typing import Final

from sendframe.plugins import Check, CheckContext, Diagnostic

from .outcome import recognise
from .scope import inspections

__all__ = ["CHECK"]


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the check."""
    for review in inspections(context.portfolio):
        if review.outcome is None or recognise(review.outcome.wording.default) is not None:
            continue
        recorded = review.outcome.recognised
        question = "Which of them is it?" if recorded is None else f"Why is it '{recorded}'?"
        yield context.diagnostic(
            f"The words of the outcome of '{review.id}' are none of the three published. {question}",
            at=review.outcome,
            about=review.id,
            help='Copy what the report says under "Inspection outcome", word for word.',
        )


CHECK: Final = Check(
    "area-send.outcome-unknown",
    "Outcome in words that are not known",
    __doc__ or "",
    run,
    severity="note",
    asks=True,
)
