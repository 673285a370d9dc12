"""Named spans of time: days, weeks, months, terms, quarters.

A date that is known to the month is a month, not an invented day; something due in it is overdue
only after its last possible day.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

from sendframe.language import N_
from sendframe.language import gettext as _

from ._constraint import FIRST_YEAR, LAST_YEAR, Range
from ._value import Value, value_class

__all__ = [
    "MONTHS",
    "Day",
    "Month",
    "PeriodValue",
    "Quarter",
    "Snapshot",
    "Span",
    "Term",
    "Week",
    "day_name",
    "month_name",
]

Year = Annotated[int, Range(FIRST_YEAR, LAST_YEAR)]
TermName = Literal["autumn", "spring", "summer"]
YearKind = Literal["calendar", "academic", "financial"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = (
    N_("{day} January {year}"), N_("{day} February {year}"), N_("{day} March {year}"),
    N_("{day} April {year}"), N_("{day} May {year}"), N_("{day} June {year}"),
    N_("{day} July {year}"), N_("{day} August {year}"), N_("{day} September {year}"),
    N_("{day} October {year}"), N_("{day} November {year}"), N_("{day} December {year}"),
)  # fmt: skip
_MONTHS = (
    N_("January {year}"), N_("February {year}"), N_("March {year}"), N_("April {year}"),
    N_("May {year}"), N_("June {year}"), N_("July {year}"), N_("August {year}"),
    N_("September {year}"), N_("October {year}"), N_("November {year}"), N_("December {year}"),
)  # fmt: skip
_IN_MONTHS = (
    N_("in January {year}"), N_("in February {year}"), N_("in March {year}"),
    N_("in April {year}"), N_("in May {year}"), N_("in June {year}"), N_("in July {year}"),
    N_("in August {year}"), N_("in September {year}"), N_("in October {year}"),
    N_("in November {year}"), N_("in December {year}"),
)  # fmt: skip
"""A month whole with what stands beside it: many languages have another form of it for each."""

YEAR_BEGINS = {"calendar": 1, "academic": 9, "financial": 4}
_TERMS = {
    "autumn": N_("autumn term {year}"),
    "spring": N_("spring term {year}"),
    "summer": N_("summer term {year}"),
}
_TERM_MONTHS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 8)}


def end_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(start: date, months: int) -> date:
    """Return the last day that is *months* whole months after *start*."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def day_name(value: date) -> str:
    """Return a day as text, such as ``6 December 2024``."""
    return _(_DAYS[value.month - 1], day=value.day, year=value.year)


def month_name(value: date) -> str:
    """Return the month of a day as text, such as ``December 2024``."""
    return _(_MONTHS[value.month - 1], year=value.year)


def two_years(start: int, joint: str) -> str:
    """Return a year that spans two calendar years, such as ``2024/25``."""
    return f"{start}{joint}{(start + 1) % 100:02d}"


def year_name(kind: YearKind, start: int) -> str:
    """Return the text of a year of a kind: ``2024``, ``2024/25`` or ``2024-25``."""
    if kind == "calendar":
        return str(start)
    return two_years(start, "/" if kind == "academic" else "-")


@value_class
class PeriodValue(Value):
    """The base class of all periods.

    Attributes:
        kind: The type of the period.

    Documents: every kind with a period or a date.
    """

    kind: str

    def __repr__(self) -> str:
        """Return it as it is made; one in words is text, of which nothing is shown."""
        if not self.is_dated:
            return super().__repr__()
        pairs = ((field, getattr(self, field.name)) for field in self._fields)
        shown = [f"{field.name}={value!r}" for field, value in pairs if value != field.default]
        return f"{type(self).__name__}({', '.join(shown)})"

    @property
    def first_day(self) -> date:
        """The first day that belongs to it."""
        raise AttributeError(type(self).__name__)

    @property
    def last_day(self) -> date:
        """The last day that belongs to it; something due then is overdue the day after."""
        raise AttributeError(type(self).__name__)

    @property
    def is_dated(self) -> bool:
        """Whether its days are known; False for a date in words."""
        return True

    @property
    def series(self) -> tuple[str, ...]:
        """The properties in which comparable periods must be equal."""
        return (self.kind,)

    @property
    def phrase(self) -> str:
        """The period with its preposition: ``in 2024``, ``on 20 January 2022``."""
        return _("in {period}", period=self)

    def is_comparable_with(self, other: "PeriodValue") -> bool:
        """Say whether figures of the two periods may be compared."""
        return self.series == other.series


@value_class
class Day(PeriodValue):
    """A day that is known exactly.

    Attributes:
        kind: Always ``day``.
        on: The day.

    Documents: every kind with a period.
    """

    kind: Literal["day"] = "day"
    on: date

    @property
    def first_day(self) -> date:
        return self.on

    @property
    def last_day(self) -> date:
        return self.on

    @property
    def phrase(self) -> str:
        return _("on {day}", day=self)

    def __str__(self) -> str:
        return day_name(self.on)


@value_class
class Month(PeriodValue):
    """A month.

    Attributes:
        kind: Always ``month``.
        year: Calendar year.
        month: 1 for January to 12.

    Documents: every kind with a period.
    """

    kind: Literal["month"] = "month"
    year: Year
    month: Annotated[int, Range(1, 12)]

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return end_of_month(self.year, self.month)

    @property
    def phrase(self) -> str:
        return _(_IN_MONTHS[self.month - 1], year=self.year)

    def __str__(self) -> str:
        return month_name(self.first_day)


@value_class
class Week(PeriodValue):
    """A week of the ISO calendar, Monday to Sunday.

    Attributes:
        kind: Always ``week``.
        year: Year of the ISO week.
        week: 1 to 53; week 53 only in the years that have one.

    Documents: every kind with a period.
    """

    kind: Literal["week"] = "week"
    year: Year
    week: Annotated[int, Range(1, 53)]

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.week > date(self.year, 12, 28).isocalendar().week:
            yield "/week", f"{self.year} has no week {self.week}"

    @property
    def first_day(self) -> date:
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def last_day(self) -> date:
        return date.fromisocalendar(self.year, self.week, 7)

    def __str__(self) -> str:
        return _("week {week} of {year}", week=self.week, year=self.year)


@value_class
class Term(PeriodValue):
    """A school term. Autumn runs to December, spring from January to April, summer to August.

    Attributes:
        kind: Always ``term``.
        academic_year: The calendar year in which the academic year begins.
        term: ``autumn``, ``spring`` or ``summer``.

    Documents: every kind with a period.
    """

    kind: Literal["term"] = "term"
    academic_year: Year
    term: TermName

    def _year(self) -> int:
        return self.academic_year + (self.term != "autumn")

    @property
    def first_day(self) -> date:
        return date(self._year(), _TERM_MONTHS[self.term][0], 1)

    @property
    def last_day(self) -> date:
        return end_of_month(self._year(), _TERM_MONTHS[self.term][1])

    @property
    def series(self) -> tuple[str, ...]:
        return (self.kind, self.term)

    def __str__(self) -> str:
        return _(_TERMS[self.term], year=two_years(self.academic_year, "/"))


@value_class
class Quarter(PeriodValue):
    """Three months of a calendar, academic or financial year.

    Attributes:
        kind: Always ``quarter``.
        year_kind: Which kind of year is divided.
        year: The calendar year in which that year begins.
        quarter: 1 to 4.

    Documents: every kind with a period.
    """

    kind: Literal["quarter"] = "quarter"
    year_kind: YearKind
    year: Year
    quarter: Annotated[int, Range(1, 4)]

    @property
    def first_day(self) -> date:
        start = date(self.year, YEAR_BEGINS[self.year_kind], 1)
        return add_months(start, 3 * (self.quarter - 1))

    @property
    def last_day(self) -> date:
        return add_months(self.first_day, 3) - timedelta(days=1)

    @property
    def series(self) -> tuple[str, ...]:
        return (self.kind, self.year_kind)

    def __str__(self) -> str:
        name = year_name(self.year_kind, self.year)
        return _("quarter {quarter} of {year}", quarter=self.quarter, year=name)


@value_class
class Snapshot(PeriodValue):
    """How things stood on one day, such as a census.

    Attributes:
        kind: Always ``snapshot``.
        on: The day.

    Documents: every kind with a period.
    """

    kind: Literal["snapshot"] = "snapshot"
    on: date

    @property
    def first_day(self) -> date:
        return self.on

    @property
    def last_day(self) -> date:
        return self.on

    @property
    def phrase(self) -> str:
        return _("on {day}", day=self)

    def __str__(self) -> str:
        return day_name(self.on)


@value_class
class Span(PeriodValue):
    """A stretch counted in months from a start, such as "in the first 12 to 18 months".

    Attributes:
        kind: Always ``span``.
        start: The day it is counted from.
        months_from: Months after which it may begin; 0 for the start itself.
        months_to: Months after which it has ended.

    Documents: every kind with a period.
    """

    kind: Literal["span"] = "span"
    start: date
    months_from: Annotated[int, Range(0, 240)] = 0
    months_to: Annotated[int, Range(1, 240)]

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.months_from > self.months_to:
            yield "/months_to", "must not be less than months_from"

    @property
    def first_day(self) -> date:
        return add_months(self.start, self.months_from)

    @property
    def last_day(self) -> date:
        return add_months(self.start, self.months_to) - timedelta(days=1)

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last month or day as text; the year once where it is the same."""
        first, last = self.first_day, self.last_day
        whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
        begin, end = (month_name(day) if whole_months else day_name(day) for day in (first, last))
        return begin if begin == end else begin.removesuffix(f" {last.year}"), end

    def __str__(self) -> str:
        begin, end = self.ends
        return end if begin == end else _("{begin} to {end}", begin=begin, end=end)
