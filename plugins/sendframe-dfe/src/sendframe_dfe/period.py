"""The period of a row, from the two columns of explore education statistics."""

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from sendframe.plugins import Period, YearToDate, parse_period

from .row_account import Rejection

__all__ = ["january_of", "period_of", "why_no_period"]

_YEARS = {
    "calendar year": "calendar_year",
    "reporting year": "reporting_year",
    "academic year": "academic_year",
    "financial year": "financial_year",
}
_TWO_YEARS = {"academic_year": "/", "financial_year": "-"}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_TERMS = {"autumn term": "autumn", "spring term": "spring", "summer term": "summer"}
_QUARTER = re.compile("(calendar|academic|financial) year (q[1-4])")
_WEEK = re.compile("week ([1-9]|[1-4][0-9]|5[0-3])")
_DIGITS = re.compile("[0-9]{4}([0-9]{2})?")
_TO_DATE: dict[str, tuple[Literal["academic", "financial"], int, int, int]] = {
    "autumn and spring term": ("academic", 1, 4, 30),
    "part 1 (april to september)": ("financial", 0, 9, 30),
}
"""Parts of a year from its first day: kind of year, and its last day, so many years later."""

_NO_KIND = re.compile(r"tax year( q[1-4])?|part 2 \(october to march\)")
"""Known, and nothing that a figure can be of: a tax year begins on 6 April."""


@lru_cache(maxsize=1024)
def period_of(time_period: str, time_identifier: str) -> Period | None:
    """Return a period; None where the two together name none that is known.

    Args:
        time_period: Four figures for a year that is named by one, or six such as ``202425``.
        time_identifier: The kind of period, in words, whatever the case of the letters.

    Examples:
        >>> str(period_of("2024", "Calendar year")), str(period_of("202425", "Academic year"))
        ('2024', '2024/25')
        >>> str(period_of("202425", "Autumn and spring term"))  # terms as `Term` has them
        '2024/25 to 30 April 2025'
        >>> period_of("202426", "Academic year") is None  # not one year after the other
        True

    Source:
        Department for Education, Explore education statistics: open data standards.
    """
    named = time_identifier.strip().casefold()
    digits = time_period.strip()
    if not _DIGITS.fullmatch(digits):
        return None
    start, end = digits[:4], digits[4:]
    if end and int(end) != (int(start) + 1) % 100:
        return None
    form = _form(named, start, end)
    try:
        if named in _TO_DATE:
            return _year_to_date(named, int(start)) if end else None
        return None if form is None else parse_period(*form)
    except ValueError:
        return None


def _year_to_date(named: str, start: int) -> Period:
    kind, years, month, day = _TO_DATE[named]
    return YearToDate(year_kind=kind, year=start, until=date(start + years, month, day))


def _form(named: str, start: str, end: str) -> tuple[str, str] | None:
    """Return kind and text of a period as sendframe writes it."""
    if named in _YEARS:
        kind = _YEARS[named]
        if not end:
            return None if kind in _TWO_YEARS else (kind, start)
        return (kind, f"{start}{_TWO_YEARS[kind]}{end}") if kind in _TWO_YEARS else None
    if named in _TERMS:
        return ("term", f"{start}/{end} {_TERMS[named]}") if end else None
    quarter, week = _QUARTER.fullmatch(named), _WEEK.fullmatch(named)
    if quarter:
        return "quarter", f"{quarter[1]} {start} {quarter[2].upper()}"
    if end:
        return None
    if named in _MONTHS:
        return "month", f"{start}-{_MONTHS.index(named) + 1:02}"
    return ("week", f"{start}-W{int(week[1]):02}") if week else None


@lru_cache(maxsize=1024)
def january_of(time_period: str, time_identifier: str) -> Period | None:
    """Return the January of an academic year; None for anything else.

    Examples:
        >>> str(january_of("202425", "Academic year"))
        'January 2025'
    """
    if time_identifier.strip().casefold() != "academic year":
        return None
    if period_of(time_period, time_identifier) is None:
        return None
    return parse_period("month", f"{int(time_period.strip()[:4]) + 1}-01")


@lru_cache(maxsize=1024)
def why_no_period(time_period: str, time_identifier: str) -> Rejection:
    """Say why two cells name no period that is read.

    Examples:
        >>> why_no_period("202425", "Tax year").reason
        "no figure can be of this period yet: 'Tax year'"
        >>> why_no_period("2024", "Academic year").message
        "time_period '2024' is one year, and 'Academic year' needs two, such as 202425"
    """
    digits, named = time_period.strip()[:40], time_identifier.strip()[:40]
    known = named.casefold()
    if _NO_KIND.fullmatch(known):
        return Rejection(f"no figure can be of this period yet: '{named}'")
    help_ = "Correct it, or leave the row out."
    if period_of(time_identifier, time_period) is not None:
        message = "time_period and time_identifier stand in each other's column"
        help_ = "The columns may have been swapped: get the file again."
    elif not _DIGITS.fullmatch(digits):
        message = f"time_period '{digits}' is no year: it has four figures, or six such as 202425"
    elif digits[4:] and int(digits[4:]) != (int(digits[:4]) + 1) % 100:
        message = f"time_period '{digits}' names two years that do not follow each other"
    elif _form(known, digits[:4], digits[4:]) or (known in _TO_DATE and digits[4:]):
        message = f"there is no '{named}' of {digits}"
    elif _form(known, digits[:4], "01") or known in _TO_DATE:
        message = f"time_period '{digits}' is one year, and '{named}' needs two, such as 202425"
    elif _form(known, digits[:4], ""):
        message = f"time_period '{digits}' is two years, and '{named}' needs one, such as 2024"
    else:
        message = f"time_identifier '{named}' is none of explore education statistics"
        help_ = "Name the kind of period as that standard does, such as Calendar year."
    return Rejection("its period cannot be read", "dfe.period", message, help_)
