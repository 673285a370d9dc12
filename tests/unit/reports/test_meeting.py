"""The body that a report is for, when it met, and when it meets next."""

from datetime import date, timedelta

import pytest

from sendframe.model import Body, CalendarEntry, DateInWords, Governance, Meeting, Month, When
from sendframe.reports._context import BuildContext
from sendframe.reports._meeting import (
    board_of,
    happened_since,
    last_meeting,
    next_agenda,
    next_meeting_day,
)
from tests.unit.conftest import AREA, text
from tests.unit.reports.board_context import DAY, context, day

BOARD = Body(id="board", name="SEND Board", kind="board")
COUNCIL = Body(id="council", name="The council", kind="council")


def met(*days: When, body: str = "board") -> tuple[Meeting, ...]:
    """Return a meeting on each day."""
    return tuple(Meeting(id=f"{body}-{n}", body=body, on=on) for n, on in enumerate(days))


def held(**fields: object) -> BuildContext:
    """Return the context of a portfolio with bodies."""
    given = {"bodies": (COUNCIL, BOARD), **fields}
    return context(Governance(id="governance", title=text("Who checks"), area=AREA, **given))


def test_the_body_is_the_one_with_oversight_else_a_board() -> None:
    """Oversight comes first; without a board there is none."""
    overseer = Body(id="panel", name="Panel", kind="committee", role="oversight")
    assert board_of(held(bodies=(COUNCIL, BOARD, overseer))) == overseer
    assert board_of(held()) == BOARD
    assert board_of(held(bodies=(COUNCIL,))) is None
    assert (
        last_meeting(held(bodies=(COUNCIL,), meetings=met(day(2025, 1, 1), body="council"))) is None
    )
    assert next_meeting_day(held(bodies=(COUNCIL,))) == ""


@pytest.mark.parametrize(("shift", "is_past"), [(-1, True), (0, False), (1, False)])
def test_a_meeting_is_past_from_the_day_after_it(shift: int, *, is_past: bool) -> None:
    """The day before the report, its day, and the day after."""
    when = DAY + timedelta(days=shift)
    found = held(meetings=met(day(when.year, when.month, when.day)))
    assert (last_meeting(found) is not None) == is_past
    assert (next_agenda(found) is not None) != is_past
    assert bool(next_meeting_day(found)) != is_past


def test_the_last_and_the_next_of_several() -> None:
    """The newest past one and the earliest coming one of the body; dates in words are left out."""
    days = (day(2025, 6, 5), day(2025, 12, 4), day(2026, 5, 1), day(2026, 3, 1))
    others = met(day(2026, 1, 20), day(2026, 2, 1), body="council")
    in_words = Meeting(id="some-day", body="board", on=DateInWords(text="soon"))
    found = held(meetings=(*met(*days), *others, in_words))
    last, coming = last_meeting(found), next_agenda(found)
    assert (last and last.on, coming and coming.on) == (day(2025, 12, 4), day(2026, 3, 1))
    assert next_meeting_day(found) == "1 March 2026"


def test_the_calendar_names_the_next_meeting_too() -> None:
    """A month is named as a month; entries of other bodies, past ones and those in words are not."""
    entries = (
        CalendarEntry(id="a", kind="board", body="board", on=Month(year=2026, month=2)),
        CalendarEntry(id="b", kind="scrutiny", body="council", on=day(2026, 2, 1)),
        CalendarEntry(id="c", kind="board", body="board", on=day(2026, 1, 1)),
        CalendarEntry(id="d", kind="board", body="board", cadence="monthly"),
        CalendarEntry(id="e", kind="board", body="board", on=DateInWords(text="soon")),
    )
    assert next_meeting_day(held(calendar=entries)) == "February 2026"


@pytest.mark.parametrize(
    ("when", "happened"),
    [
        (day(2025, 12, 3), False),
        (day(2025, 12, 4), False),
        (day(2025, 12, 5), True),
        (day(2026, 1, 31), True),
        (day(2026, 2, 1), False),
        (DateInWords(text="soon"), False),
        (None, False),
    ],
)
def test_what_happened_since_a_day(when: When | None, *, happened: bool) -> None:
    """After that day, and not after the day of the report."""
    assert happened_since(held(), when, date(2025, 12, 4)) == happened
