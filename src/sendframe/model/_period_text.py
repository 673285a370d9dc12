"""Periods as two columns of a table: their kind, and the period as text."""

import re
from collections.abc import Callable
from datetime import date

from ._period import (
    AcademicYear,
    CalendarYear,
    FinancialYear,
    Period,
    ReportingYear,
    RollingYear,
    TermToDate,
    YearToDate,
)
from ._span import Month, Quarter, Snapshot, Term, Week

__all__ = ["PERIOD_FORMS", "parse_period", "period_text"]

PERIOD_FORMS = {
    "calendar_year": "2024",
    "reporting_year": "2025",
    "academic_year": "2024/25",
    "financial_year": "2024-25",
    "term": "2024/25 autumn",
    "quarter": "financial 2024 Q1",
    "month": "2025-01",
    "week": "2025-W05",
    "snapshot": "2025-01-16",
    "rolling_year": "2025-01",
    "year_to_date": "financial 2024 2024-12-31",
    "term_to_date": "2024/25 autumn 2024-11-30",
}
"""How each kind of period is written in a table, by example."""

_DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_YEAR = "([0-9]{4})"
_KIND = "(calendar|academic|financial)"
_TERM = "([0-9]{4})/([0-9]{2}) (autumn|spring|summer)"
_SHAPES = {
    "calendar_year": _YEAR,
    "reporting_year": _YEAR,
    "academic_year": f"{_YEAR}/([0-9]{{2}})",
    "financial_year": f"{_YEAR}-([0-9]{{2}})",
    "term": _TERM,
    "quarter": f"{_KIND} {_YEAR} Q([1-4])",
    "month": f"{_YEAR}-([0-9]{{2}})",
    "week": f"{_YEAR}-W([0-9]{{2}})",
    "snapshot": _DAY,
    "rolling_year": f"{_YEAR}-([0-9]{{2}})",
    "year_to_date": f"{_KIND} {_YEAR} {_DAY}",
    "term_to_date": f"{_TERM} {_DAY}",
}


def _start(first: str, second: str) -> int:
    """Return the first year of a span of two successive years."""
    if (int(first) + 1) % 100 != int(second):
        message = f"{first} is not followed by {second}"
        raise ValueError(message)
    return int(first)


_READERS: dict[str, Callable[..., Period]] = {
    "calendar_year": lambda year: CalendarYear(year=int(year)),
    "reporting_year": lambda year: ReportingYear(year=int(year)),
    "academic_year": lambda first, second: AcademicYear(start_year=_start(first, second)),
    "financial_year": lambda first, second: FinancialYear(start_year=_start(first, second)),
    "term": lambda first, second, term: Term(academic_year=_start(first, second), term=term),
    "quarter": lambda kind, year, number: Quarter(
        year_kind=kind, year=int(year), quarter=int(number)
    ),
    "month": lambda year, month: Month(year=int(year), month=int(month)),
    "week": lambda year, week: Week(year=int(year), week=int(week)),
    "snapshot": lambda day: Snapshot(on=date.fromisoformat(day)),
    "rolling_year": lambda year, month: RollingYear(year=int(year), month=int(month)),
    "year_to_date": lambda kind, year, day: YearToDate(
        year_kind=kind, year=int(year), until=date.fromisoformat(day)
    ),
    "term_to_date": lambda first, second, term, day: TermToDate(
        academic_year=_start(first, second), term=term, until=date.fromisoformat(day)
    ),
}


def parse_period(kind: str, text: str) -> Period:
    """Read a period from its kind and its text.

    Raises:
        ValueError: There is no such kind, or the text is not of its form.

    Examples:
        >>> print(parse_period("academic_year", "2024/25"))
        2024/25
        >>> parse_period("month", "2025-13")
        Traceback (most recent call last):
        ...
        sendframe.errors._exception.InvalidValue: ...
    """
    shape = _SHAPES.get(kind)
    if shape is None:
        message = f"there is no kind of period called {kind!r}"
        raise ValueError(message)
    match = re.fullmatch(shape, text)
    if match is None:
        message = f"a {kind} is written like {PERIOD_FORMS[kind]!r}"
        raise ValueError(message)
    return _READERS[kind](*match.groups())


def period_text(period: Period) -> str:
    """Return the text of a period, as `parse_period` reads it.

    Examples:
        >>> period_text(Month(year=2025, month=1))
        '2025-01'
    """
    match period:
        case CalendarYear() | ReportingYear():
            return str(period.year)
        case AcademicYear() | FinancialYear():
            return str(period)
        case Term():
            return _term_text(period)
        case Quarter():
            return f"{period.year_kind} {period.year} Q{period.quarter}"
        case Month() | RollingYear():
            return f"{period.year}-{period.month:02d}"
        case Week():
            return f"{period.year}-W{period.week:02d}"
        case Snapshot():
            return period.on.isoformat()
        case YearToDate():
            return f"{period.year_kind} {period.year} {period.until.isoformat()}"
        case _:  # TermToDate, the only one left
            term = Term(academic_year=period.academic_year, term=period.term)
            return f"{_term_text(term)} {period.until.isoformat()}"


def _term_text(term: Term) -> str:
    return f"{AcademicYear(start_year=term.academic_year)} {term.term}"
