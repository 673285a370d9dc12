"""The period of a row, from the two columns of explore education statistics."""

import re
from functools import lru_cache

from sendframe.plugins import Period, parse_period

__all__ = ["january_of", "period_of"]

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


@lru_cache(maxsize=1024)
def period_of(time_period: str, time_identifier: str) -> Period | None:
    """Return a period; None where the two together name none that is known.

    Args:
        time_period: Four figures for a year that is named by one, or six such as ``202425``.
        time_identifier: The kind of period, in words, whatever the case of the letters.

    Examples:
        >>> str(period_of("2024", "Calendar year")), str(period_of("202425", "Academic year"))
        ('2024', '2024/25')
        >>> period_of("202426", "Academic year") is None  # not one year after the other
        True

    Source:
        Department for Education, Explore education statistics: open data standards.
    """
    named = time_identifier.strip().casefold()
    digits = time_period.strip()
    if not re.fullmatch("[0-9]{4}([0-9]{2})?", digits):
        return None
    start, end = digits[:4], digits[4:]
    if end and int(end) != (int(start) + 1) % 100:
        return None
    form = _form(named, start, end)
    try:
        return None if form is None else parse_period(*form)
    except ValueError:
        return None


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
