"""Each comparison of a date with the day of an evaluation, on the day before, the day, the day after."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from sendframe.model import (
    Consent,
    Month,
    begun_by,
    expired_on,
    known_by,
    older_than,
    over_by,
    overdue_on,
)

DAY = date(2026, 1, 31)
NEXT = DAY + timedelta(days=1)
ENDS = Month(year=2026, month=1)
"""A period whose last day is the day."""
BEGINS = Month(year=2026, month=2)
"""A period whose first day is the day after."""

Comparison = Callable[[object, date], bool]


@pytest.mark.parametrize(
    ("function", "given", "boundary", "expected"),
    [
        (known_by, DAY, DAY, (False, True, True)),
        (begun_by, BEGINS, NEXT, (False, True, True)),
        (over_by, ENDS, DAY, (False, False, True)),
        (overdue_on, ENDS, DAY, (False, False, True)),
        (expired_on, DAY, DAY, (False, False, True)),
    ],
)
def test_each_comparison_has_its_boundary(
    function: Comparison, given: object, boundary: date, expected: tuple[bool, bool, bool]
) -> None:
    """What is known or begun is so on the day itself; what ends holds until after it."""
    days = [boundary + timedelta(days=step) for step in (-1, 0, 1)]
    assert tuple(function(given, day) for day in days) == expected


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (known_by, True),
        (begun_by, True),
        (overdue_on, False),
        (expired_on, False),
    ],
)
def test_what_has_no_date_is_known_begun_and_never_late(
    function: Comparison, *, expected: bool
) -> None:
    """Nothing says that it came later, or that it ends."""
    assert [function(None, day) for day in (date.min, DAY, date.max)] == [expected] * 3


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("given_on", (False, True, True)),
        ("until", (True, True, False)),
        ("withdrawn_on", (False, False, False)),
    ],
)
def test_consent_holds_from_the_day_it_was_given_until_its_last(
    field: str, expected: tuple[bool, bool, bool]
) -> None:
    """Once it is withdrawn it is there on no day; it runs out after its last one."""
    consent = Consent(given_by="parent", profiles=("board",), **{field: DAY})
    days = [DAY + timedelta(days=step) for step in (-1, 0, 1)]
    assert tuple(consent.allows("board", day) for day in days) == expected
    ended = tuple(field != "given_on" and not allowed for allowed in expected)
    assert tuple(consent.has_ended(day) for day in days) == ended


def test_what_is_as_old_as_allowed_is_not_older() -> None:
    """The last of the days still belongs to them."""
    days = [DAY + timedelta(days=step) for step in (29, 30, 31)]
    assert [older_than(DAY, 30, day) for day in days] == [False, False, True]
