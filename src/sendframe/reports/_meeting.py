"""The body that a report is for, its meetings, and what happened since it last met."""

from collections.abc import Iterator
from datetime import date

from sendframe.model import Body, Governance, Meeting, When, begun_by, day_name, over_by

from ._context import BuildContext, once_a_report

__all__ = ["board_of", "happened_since", "last_meeting", "next_agenda", "next_meeting_day"]


@once_a_report
def board_of(context: BuildContext) -> Body | None:
    """Return the body with oversight, else the first board; None where there is neither."""
    bodies = [body for document in context.portfolio.of(Governance) for body in document.bodies]
    with_oversight = [body for body in bodies if body.role == "oversight"]
    boards = [body for body in bodies if body.kind == "board"]
    return next(iter((*with_oversight, *boards)), None)


def _meetings(context: BuildContext) -> Iterator[Meeting]:
    board = board_of(context)
    for document in context.portfolio.of(Governance):
        for meeting in document.meetings:
            if board is not None and meeting.body == board.id and meeting.on.is_dated:
                yield meeting


@once_a_report
def last_meeting(context: BuildContext) -> Meeting | None:
    """Return the last meeting of the body that is over; None where none is known."""
    past = [
        meeting for meeting in _meetings(context) if over_by(meeting.on, context.evaluation.as_at)
    ]
    return max(past, key=lambda meeting: meeting.on.last_day, default=None)


@once_a_report
def next_agenda(context: BuildContext) -> Meeting | None:
    """Return the next meeting of the body with its agenda; None where none is held."""
    coming = [
        meeting
        for meeting in _meetings(context)
        if not over_by(meeting.on, context.evaluation.as_at)
    ]
    return min(coming, key=lambda meeting: meeting.on.first_day, default=None)


def next_meeting_day(context: BuildContext) -> str:
    """Return the day on which the body meets next, from its meetings or the calendar."""
    meeting, board, as_at = next_agenda(context), board_of(context), context.evaluation.as_at
    days: list[When] = [meeting.on] if meeting else []
    days += [
        entry.on
        for document in context.portfolio.of(Governance)
        for entry in document.calendar
        if board is not None
        and entry.body == board.id
        and entry.on is not None
        and entry.on.is_dated
        and not over_by(entry.on, as_at)
    ]
    first = min(days, key=lambda day: day.first_day, default=None)
    if first is None:
        return ""
    exact = first.first_day == first.last_day
    return day_name(first.first_day) if exact else str(first)


def happened_since(context: BuildContext, when: When | None, day: date) -> bool:
    """Say whether something dated happened after a day, up to the day of the evaluation."""
    return (
        when is not None
        and when.is_dated
        and when.first_day > day
        and begun_by(when, context.evaluation.as_at)
    )
