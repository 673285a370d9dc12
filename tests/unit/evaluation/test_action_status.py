"""Whether an action is late on a day."""

from datetime import date

import pytest

from sendframe.evaluation._action_status import ActionStatus
from sendframe.model import Action, Closing, Day, DifferenceMade, ScaleValue, Status
from tests.unit.conftest import text

DUE = Day(on=date(2025, 6, 30))
CLOSING = Closing(
    closed_on=DUE,
    wanted=text("More clubs."),
    did=text("We opened clubs."),
    difference=DifferenceMade(text=text("Children go.")),
)
VALUES = {
    progress: ScaleValue(id=progress, name=progress, progress=progress)
    for progress in ("under_way", "complete", "stopped")
}


@pytest.mark.parametrize(
    ("progress", "closing", "day", "is_overdue"),
    [
        ("under_way", None, date(2025, 6, 29), False),
        ("under_way", None, date(2025, 6, 30), False),
        ("under_way", None, date(2025, 7, 1), True),
        (None, None, date(2025, 7, 1), True),
        ("complete", None, date(2025, 7, 1), False),
        ("stopped", None, date(2025, 7, 1), False),
        ("under_way", CLOSING, date(2025, 7, 1), False),
        (None, CLOSING, date(2025, 7, 1), False),
    ],
)
def test_what_was_closed_completed_or_stopped_is_not_late(
    progress: str | None, closing: Closing | None, day: date, *, is_overdue: bool
) -> None:
    """Anything else is late from the day after it was due, whatever its status."""
    status = Status(value=progress, on=DUE) if progress else None
    action = Action(id="clubs", title=text("Clubs"), due=DUE, delivery=status, closing=closing)
    assert ActionStatus(VALUES, day).is_overdue(action) is is_overdue
