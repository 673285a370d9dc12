"""Checks and a reader for reviews made under the area SEND inspection framework of Ofsted and CQC.

What it does
    Asks what is done about each finding that asks for something, and by whom; holds what a
    portfolio took an outcome for against the words that were published; and says where the form
    for criteria was taken in and never completed. Reads a public table of outcomes as reviews.

What it never does
    Turn an outcome into a grade, or make a judgement about one criterion: inspectors do neither.
"""

from sendframe.plugins import Check, Reader, hookimpl

from . import (
    finding_without_action,
    form_not_completed,
    outcome_recorded,
    outcome_unknown,
    outcomes_table,
)
from .outcome import OUTCOMES, recognise

__all__ = ["OUTCOMES", "recognise"]


@hookimpl.checks
def checks() -> list[Check]:
    """Return the checks."""
    return [
        finding_without_action.CHECK,
        form_not_completed.CHECK,
        outcome_recorded.CHECK,
        outcome_unknown.CHECK,
    ]


@hookimpl.readers
def readers() -> list[Reader]:
    """Return the reader."""
    return [outcomes_table.READER]
