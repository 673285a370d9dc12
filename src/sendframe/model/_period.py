"""Typed periods of figures, and dates with their precision.

Two periods are comparable only when they are of the same type; a term only with the same term of
another year, a year to date only with the same day of another year.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal, TypeAlias

from sendframe.language import gettext as _

from ._constraint import Range
from ._span import (
    YEAR_BEGINS,
    Day,
    Month,
    PeriodValue,
    Quarter,
    Snapshot,
    Span,
    Term,
    TermName,
    Week,
    Year,
    YearKind,
    add_months,
    day_name,
    end_of_month,
    month_name,
    two_years,
    year_name,
)
from ._text import Line
from ._value import value_class

__all__ = [
    "AcademicYear",
    "CalendarYear",
    "DateInWords",
    "FinancialYear",
    "Period",
    "ReportingYear",
    "RollingYear",
    "TermToDate",
    "When",
    "YearToDate",
]


@value_class
class CalendarYear(PeriodValue):
    """January to December.

    Attributes:
        kind: Always ``calendar_year``.
        year: The year.

    Documents: every kind with a period.
    """

    kind: Literal["calendar_year"] = "calendar_year"
    year: Year

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)

    def __str__(self) -> str:
        return str(self.year)


@value_class
class ReportingYear(PeriodValue):
    """The year in the title of a publication, whatever days its figures cover.

    Attributes:
        kind: Always ``reporting_year``.
        year: The year named.

    Documents: every kind with a period.
    """

    kind: Literal["reporting_year"] = "reporting_year"
    year: Year

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)

    def __str__(self) -> str:
        return _("reporting year {year}", year=self.year)


@value_class
class AcademicYear(PeriodValue):
    """September to August.

    Attributes:
        kind: Always ``academic_year``.
        start_year: The calendar year in which it begins.

    Documents: every kind with a period.
    """

    kind: Literal["academic_year"] = "academic_year"
    start_year: Year

    @property
    def first_day(self) -> date:
        return date(self.start_year, 9, 1)

    @property
    def last_day(self) -> date:
        return date(self.start_year + 1, 8, 31)

    def __str__(self) -> str:
        return two_years(self.start_year, "/")


@value_class
class FinancialYear(PeriodValue):
    """April to March.

    Attributes:
        kind: Always ``financial_year``.
        start_year: The calendar year in which it begins.

    Documents: every kind with a period.
    """

    kind: Literal["financial_year"] = "financial_year"
    start_year: Year

    @property
    def first_day(self) -> date:
        return date(self.start_year, 4, 1)

    @property
    def last_day(self) -> date:
        return date(self.start_year + 1, 3, 31)

    def __str__(self) -> str:
        return two_years(self.start_year, "-")


@value_class
class RollingYear(PeriodValue):
    """The twelve months that end with a month.

    Attributes:
        kind: Always ``rolling_year``.
        year: Calendar year of the last month.
        month: The last month, 1 to 12.

    Documents: every kind with a period.
    """

    kind: Literal["rolling_year"] = "rolling_year"
    year: Year
    month: Annotated[int, Range(1, 12)]

    @property
    def first_day(self) -> date:
        return add_months(date(self.year, self.month, 1), -11)

    @property
    def last_day(self) -> date:
        return end_of_month(self.year, self.month)

    @property
    def phrase(self) -> str:
        return _("in the {period}", period=self)

    def __str__(self) -> str:
        return _("12 months to {month}", month=month_name(self.last_day))


@value_class
class YearToDate(PeriodValue):
    """From the beginning of a year up to a day: never comparable with a whole year.

    Attributes:
        kind: Always ``year_to_date``.
        year_kind: Which kind of year.
        year: The calendar year in which that year begins.
        until: The last day counted.

    Documents: every kind with a period.
    """

    kind: Literal["year_to_date"] = "year_to_date"
    year_kind: YearKind
    year: Year
    until: date

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        last = add_months(self.first_day, 12) - timedelta(days=1)
        if not self.first_day <= self.until <= last:
            yield "/until", f"must lie between {self.first_day} and {last}"

    @property
    def first_day(self) -> date:
        return date(self.year, YEAR_BEGINS[self.year_kind], 1)

    @property
    def last_day(self) -> date:
        return self.until

    @property
    def series(self) -> tuple[str, ...]:
        return (self.kind, self.year_kind, f"{self.until:%m-%d}")

    @property
    def phrase(self) -> str:
        year, day = year_name(self.year_kind, self.year), day_name(self.until)
        return _("in {year} up to {day}", year=year, day=day)

    def __str__(self) -> str:
        year, day = year_name(self.year_kind, self.year), day_name(self.until)
        return _("{year} to {day}", year=year, day=day)


@value_class
class TermToDate(PeriodValue):
    """From the beginning of a term up to a day: never comparable with a whole term.

    Attributes:
        kind: Always ``term_to_date``.
        academic_year: The calendar year in which the academic year begins.
        term: ``autumn``, ``spring`` or ``summer``.
        until: The last day counted.

    Documents: every kind with a period.
    """

    kind: Literal["term_to_date"] = "term_to_date"
    academic_year: Year
    term: TermName
    until: date

    def _term(self) -> Term:
        return Term(academic_year=self.academic_year, term=self.term)

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        term = self._term()
        if not term.first_day <= self.until <= term.last_day:
            yield "/until", f"must lie between {term.first_day} and {term.last_day}"

    @property
    def first_day(self) -> date:
        return self._term().first_day

    @property
    def last_day(self) -> date:
        return self.until

    @property
    def series(self) -> tuple[str, ...]:
        return (self.kind, self.term, f"{self.until:%m-%d}")

    @property
    def phrase(self) -> str:
        return _("in {term} up to {day}", term=self._term(), day=day_name(self.until))

    def __str__(self) -> str:
        return _("{term} to {day}", term=self._term(), day=day_name(self.until))


@value_class
class DateInWords(PeriodValue):
    """A date that its source gives in words only, such as "ongoing" or "to be confirmed".

    It is printed as written. It may lie on any day, so nothing is ever overdue by it, and nothing
    lies before or after it.

    Attributes:
        kind: Always ``words``.
        text: The words.

    Documents: every kind with a date.
    """

    kind: Literal["words"] = "words"
    text: Line

    @property
    def is_dated(self) -> bool:
        return False

    @property
    def first_day(self) -> date:
        return date.min

    @property
    def last_day(self) -> date:
        return date.max

    @property
    def phrase(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return self.text


When: TypeAlias = (
    Day | Month | Term | Quarter | CalendarYear | AcademicYear | FinancialYear | Span | DateInWords
)
"""A date with its precision: a day, a month, a term, a year; or words, where there is no date."""

Period: TypeAlias = (
    CalendarYear
    | AcademicYear
    | FinancialYear
    | ReportingYear
    | Term
    | Quarter
    | Month
    | Week
    | Snapshot
    | RollingYear
    | YearToDate
    | TermToDate
)
"""The period of a figure."""
