"""Periods and dates as exact as they are known."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sendframe.testing
from sendframe.errors import InvalidValue
from sendframe.model import (
    PERIOD_FORMS,
    AcademicYear,
    CalendarYear,
    DateInWords,
    Day,
    FinancialYear,
    Month,
    Period,
    PeriodValue,
    Quarter,
    ReportingYear,
    RollingYear,
    Snapshot,
    Span,
    Term,
    TermToDate,
    Week,
    When,
    YearToDate,
    overdue_on,
    parse_period,
    period_text,
)

PERIODS = [sendframe.testing.values(each) for each in get_args(Period)]
ALL = [sendframe.testing.values(each) for each in {*get_args(Period), *get_args(When)}]
JAN = date(2025, 1, 31)


@pytest.mark.parametrize(
    ("period", "first", "last", "shown"),
    [
        (CalendarYear(year=2024), date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (ReportingYear(year=2025), date(2025, 1, 1), date(2025, 12, 31), "reporting year 2025"),
        (AcademicYear(start_year=2024), date(2024, 9, 1), date(2025, 8, 31), "2024/25"),
        (AcademicYear(start_year=1999), date(1999, 9, 1), date(2000, 8, 31), "1999/00"),
        (FinancialYear(start_year=2024), date(2024, 4, 1), date(2025, 3, 31), "2024-25"),
        (
            Term(academic_year=2024, term="autumn"), date(2024, 9, 1), date(2024, 12, 31),
            "autumn term 2024/25",
        ),
        (
            Term(academic_year=2024, term="spring"), date(2025, 1, 1), date(2025, 4, 30),
            "spring term 2024/25",
        ),
        (
            Term(academic_year=2024, term="summer"), date(2025, 4, 1), date(2025, 8, 31),
            "summer term 2024/25",
        ),
        (
            Quarter(year_kind="financial", year=2024, quarter=4), date(2025, 1, 1),
            date(2025, 3, 31), "quarter 4 of 2024-25",
        ),
        (
            Quarter(year_kind="academic", year=2024, quarter=2), date(2024, 12, 1),
            date(2025, 2, 28), "quarter 2 of 2024/25",
        ),
        (Month(year=2024, month=2), date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (Week(year=2025, week=1), date(2024, 12, 30), date(2025, 1, 5), "week 1 of 2025"),
        (Week(year=2020, week=53), date(2020, 12, 28), date(2021, 1, 3), "week 53 of 2020"),
        (Snapshot(on=JAN), JAN, JAN, "31 January 2025"),
        (Day(on=JAN), JAN, JAN, "31 January 2025"),
        (
            RollingYear(year=2025, month=1), date(2024, 2, 1), JAN, "12 months to January 2025",
        ),
        (
            YearToDate(year_kind="financial", year=2024, until=JAN), date(2024, 4, 1), JAN,
            "2024-25 to 31 January 2025",
        ),
        (
            TermToDate(academic_year=2024, term="spring", until=JAN), date(2025, 1, 1), JAN,
            "spring term 2024/25 to 31 January 2025",
        ),
        (
            Span(start=date(2024, 12, 6), months_from=12, months_to=18), date(2025, 12, 6),
            date(2026, 6, 5), "6 December 2025 to 5 June 2026",
        ),
        (
            Span(start=date(2024, 1, 31), months_to=1), date(2024, 1, 31), date(2024, 2, 28),
            "31 January to 28 February 2024",
        ),
        (
            Span(start=date(2024, 2, 1), months_to=1), date(2024, 2, 1), date(2024, 2, 29),
            "February 2024",
        ),
    ],
)  # fmt: skip
def test_days_and_words(period: Any, first: date, last: date, shown: str) -> None:
    """First day, last day and the words people see."""
    assert (period.first_day, period.last_day, str(period)) == (first, last, shown)


@pytest.mark.parametrize(
    ("period", "phrase"),
    [
        (CalendarYear(year=2024), "in 2024"),
        (Snapshot(on=JAN), "on 31 January 2025"),
        (Day(on=JAN), "on 31 January 2025"),
        (RollingYear(year=2025, month=1), "in the 12 months to January 2025"),
        (
            YearToDate(year_kind="financial", year=2024, until=JAN),
            "in 2024-25 up to 31 January 2025",
        ),
        (
            TermToDate(academic_year=2024, term="spring", until=JAN),
            "in spring term 2024/25 up to 31 January 2025",
        ),
    ],
)
def test_a_period_has_a_phrase_with_its_preposition(period: Any, phrase: str) -> None:
    """A year is something that happens in, a day is something that happens on."""
    assert period.phrase == phrase


@given(st.one_of(ALL))
def test_every_span_of_time_ends_after_it_begins(period: Any) -> None:
    """The last day is never before the first; every span has words and is like itself."""
    assert period.first_day <= period.last_day + timedelta(days=isinstance(period, Span))
    assert str(period)
    assert period.is_comparable_with(period)


@given(st.one_of(PERIODS))
def test_the_text_of_a_period_is_read_back(period: Any) -> None:
    """A period comes back from its kind and text, whatever its kind."""
    assert parse_period(period.kind, period_text(period)) == period


@pytest.mark.parametrize(("kind", "form"), PERIOD_FORMS.items())
def test_each_form_shown_is_read(kind: str, form: str) -> None:
    """The forms that are shown as examples are read, and written so."""
    period = parse_period(kind, form)
    assert period.kind == kind
    assert period_text(period) == form


def test_every_kind_of_period_has_a_form() -> None:
    """No kind of period is without a text."""
    kinds = {each._fields[0].default for each in get_args(Period)}
    assert kinds == set(PERIOD_FORMS)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("decade", "2020"),
        ("calendar_year", "24"),
        ("calendar_year", "２０２４"),
        ("calendar_year", "2024\n"),
        ("calendar_year", " 2024"),
        ("calendar_year", "1899"),
        ("calendar_year", "2200"),
        ("academic_year", "2024/26"),
        ("academic_year", "2024-25"),
        ("financial_year", "2024/25"),
        ("month", "2025-13"),
        ("month", "2025-00"),
        ("week", "2025-W53"),
        ("week", "2025-W00"),
        ("snapshot", "2025-02-29"),
        ("snapshot", "20250228"),
        ("snapshot", "2025-W05-1"),
        ("quarter", "financial 2024 Q5"),
        ("term", "2024/25 winter"),
        ("year_to_date", "calendar 2024 2025-01-01"),
        ("term_to_date", "2024/25 autumn 2025-01-01"),
    ],
)
def test_what_is_no_period_is_refused(kind: str, text: str) -> None:
    """Another form, a year or day that does not exist, or an unknown kind is a ValueError."""
    with pytest.raises(ValueError, match=r"."):
        parse_period(kind, text)


@given(st.one_of(PERIODS), st.one_of(PERIODS))
def test_only_one_type_is_compared(one: Any, two: Any) -> None:
    """Periods of two types are never comparable, and comparing has no side."""
    comparable = one.is_comparable_with(two)
    assert comparable == two.is_comparable_with(one)
    assert not comparable or type(one) is type(two)


@pytest.mark.parametrize(
    ("one", "two", "comparable"),
    [
        (CalendarYear(year=2024), CalendarYear(year=2020), True),
        (CalendarYear(year=2024), ReportingYear(year=2024), False),
        (AcademicYear(start_year=2024), FinancialYear(start_year=2024), False),
        (Term(academic_year=2024, term="autumn"), Term(academic_year=2023, term="autumn"), True),
        (Term(academic_year=2024, term="autumn"), Term(academic_year=2024, term="spring"), False),
        (
            Quarter(year_kind="financial", year=2024, quarter=1),
            Quarter(year_kind="academic", year=2024, quarter=1),
            False,
        ),
        (
            YearToDate(year_kind="calendar", year=2024, until=date(2024, 6, 30)),
            YearToDate(year_kind="calendar", year=2023, until=date(2023, 6, 30)),
            True,
        ),
        (
            YearToDate(year_kind="calendar", year=2024, until=date(2024, 6, 30)),
            YearToDate(year_kind="calendar", year=2023, until=date(2023, 5, 31)),
            False,
        ),
        (
            TermToDate(academic_year=2024, term="autumn", until=date(2024, 11, 30)),
            Term(academic_year=2024, term="autumn"),
            False,
        ),
        (RollingYear(year=2025, month=1), RollingYear(year=2024, month=7), True),
    ],
)
def test_what_is_comparable(one: Any, two: Any, *, comparable: bool) -> None:
    """A term only with the same term, a year to date only with the same day of another year."""
    assert one.is_comparable_with(two) is comparable
    assert two.is_comparable_with(one) is comparable


@pytest.mark.parametrize(
    ("make", "pointer"),
    [
        (lambda: Week(year=2025, week=53), "/week"),
        (lambda: Span(start=JAN, months_from=5, months_to=4), "/months_to"),
        (lambda: YearToDate(year_kind="academic", year=2024, until=date(2024, 8, 31)), "/until"),
        (lambda: YearToDate(year_kind="academic", year=2024, until=date(2025, 9, 1)), "/until"),
        (lambda: TermToDate(academic_year=2024, term="summer", until=JAN), "/until"),
        (lambda: Month(year=2025, month=13), "/month"),
        (lambda: CalendarYear(year=1899), "/year"),
        (lambda: Day(on=date(1899, 12, 31)), "/on"),
    ],
)
def test_spans_that_cannot_be_are_refused(make: Any, pointer: str) -> None:
    """A week, a last day or a month that does not exist cannot be made."""
    with pytest.raises(InvalidValue) as raised:
        make()
    assert raised.value.pointer == pointer


def test_something_due_is_overdue_only_after_its_last_possible_day() -> None:
    """A month is due by its last day, a term by its last, a day on itself."""
    assert Month(year=2026, month=1).last_day == date(2026, 1, 31)
    assert Term(academic_year=2025, term="spring").last_day == date(2026, 4, 30)
    assert Day(on=JAN).last_day == JAN


def test_a_date_in_words_is_printed_as_written_and_lies_on_any_day() -> None:
    """Nothing lies before or after it, so nothing is out of order and nothing is overdue by it."""
    words = DateInWords(text="to be confirmed")
    assert str(words) == words.phrase == "to be confirmed"
    assert words.first_day < JAN < words.last_day
    assert not overdue_on(words, date(9999, 12, 31))


@pytest.mark.parametrize("end", ["first_day", "last_day"])
def test_a_period_of_no_kind_has_no_days(end: str) -> None:
    """The root of all periods has no days of its own; each kind gives them."""
    with pytest.raises(AttributeError, match="PeriodValue"):
        getattr(PeriodValue(kind="period"), end)
