"""Every comparison of a date with the day of an evaluation, each with its boundary.

Nothing else in sendframe compares a date with ``as_at``; a test ensures that.
"""

from datetime import date

from ._span import PeriodValue

__all__ = [
    "begun_by",
    "expired_on",
    "known_by",
    "older_than",
    "over_by",
    "overdue_on",
]


def known_by(day: date | None, as_at: date) -> bool:
    """Say whether something dated *day* is known on the day of the evaluation.

    Args:
        day: When it was published, given, raised or cut off; None is taken as known.
        as_at: The day of the evaluation.

    Examples:
        >>> known_by(date(2026, 1, 31), date(2026, 1, 31))
        True
    """
    return day is None or day <= as_at


def begun_by(period: PeriodValue | None, as_at: date) -> bool:
    """Say whether the first day of a period has come; None is taken as begun.

    Examples:
        >>> from sendframe.model import CalendarYear
        >>> begun_by(CalendarYear(year=2026), date(2026, 1, 1))
        True
    """
    return period is None or period.first_day <= as_at


def over_by(period: PeriodValue, as_at: date) -> bool:
    """Say whether the last day of a period has passed.

    Examples:
        >>> from sendframe.model import CalendarYear
        >>> over_by(CalendarYear(year=2025), date(2025, 12, 31))
        False
    """
    return period.last_day < as_at


def overdue_on(due: PeriodValue | None, as_at: date) -> bool:
    """Say whether the last possible day of something due has passed; None is never overdue.

    Examples:
        >>> from sendframe.model import Month
        >>> overdue_on(Month(year=2026, month=1), date(2026, 1, 31))
        False
    """
    return due is not None and over_by(due, as_at)


def expired_on(expires_on: date | None, as_at: date) -> bool:
    """Say whether something has expired; on the day it expires it has not.

    Examples:
        >>> expired_on(date(2026, 1, 31), date(2026, 1, 31))
        False
    """
    return expires_on is not None and expires_on < as_at


def older_than(day: date, days: int, as_at: date) -> bool:
    """Say whether more than a number of days have passed since a day.

    Examples:
        >>> older_than(date(2026, 1, 1), 30, date(2026, 1, 31))
        False
    """
    return (as_at - day).days > days
