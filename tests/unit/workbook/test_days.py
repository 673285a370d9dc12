"""Dates as people type them: what is read, what is refused with a question, and what is written."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.model import (
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
)
from sendframe.workbook import (
    UnreadableDate,
    YearMeaning,
    day_words,
    read_day,
    read_period,
    read_when,
)

READ: dict[object, When] = {
    "31/12/2025": Day(on=date(2025, 12, 31)),
    "31.12.25": Day(on=date(2025, 12, 31)),
    "2025-12-31": Day(on=date(2025, 12, 31)),
    "5 Nov 24": Day(on=date(2024, 11, 5)),
    "5th November 2024": Day(on=date(2024, 11, 5)),
    "November 5, 2024": Day(on=date(2024, 11, 5)),
    date(2024, 11, 5): Day(on=date(2024, 11, 5)),
    datetime(2024, 11, 5, 9, tzinfo=UTC): Day(on=date(2024, 11, 5)),
    "Nov 24": Month(year=2024, month=11),
    "Sep-25": Month(year=2025, month=9),
    "1 Sept. 2025": Day(on=date(2025, 9, 1)),
    "11/2024": Month(year=2024, month=11),
    "2024-11": Month(year=2024, month=11),
    "2011-12": Month(year=2011, month=12),
    "by the end of March 2026": Month(year=2026, month=3),
    "autumn term 2025": Term(academic_year=2025, term="autumn"),
    "spring 2026": Term(academic_year=2025, term="spring"),
    "Summer term 2025/26": Term(academic_year=2025, term="summer"),
    "2025/26 spring": Term(academic_year=2025, term="spring"),
    "2025": CalendarYear(year=2025),
    2025: CalendarYear(year=2025),
    "academic year 2024/25": AcademicYear(start_year=2024),
    "school year 2024/2025": AcademicYear(start_year=2024),
    "financial year 2024-25": FinancialYear(start_year=2024),
    "Q3 of financial year 2024/25": Quarter(year_kind="financial", year=2024, quarter=3),
    "quarter 1 of calendar year 2025": Quarter(year_kind="calendar", year=2025, quarter=1),
    "within 12 to 18 months of 1 September 2025": Span(
        start=date(2025, 9, 1), months_from=12, months_to=18
    ),
    "within 6 months of 1/9/25": Span(start=date(2025, 9, 1), months_to=6),
    "ongoing": DateInWords(text="ongoing"),
    '"Easter 2026"': DateInWords(text="Easter 2026"),
}

REFUSED: dict[object, str] = {
    "12/31/2026": "there is no day 12/31/2026",
    "30/02/2025": "there is no day 30/02/2025",
    "2024/25": "may be an academic or a financial year",
    "Q3 2024/25": "may be an academic or a financial year",
    "Q3 2024": "does not say which kind of year",
    "Easter 2026": "is no date that can be read",
    "2024/26": "2024 is not followed by 26",
    "calendar year 2024/25": "is no calendar year",
    "financial year 2024": "is one year of two",
    "within 6 months of March 2025": "'march 2025' is no day",
    "within 18 to 12 months of 1/9/25": "must not be less than months_from",
    45992: "the number 45992 is no date",
    2025.5: "the number 2025.5 is no date",
}


@pytest.mark.parametrize("text", READ, ids=str)
def test_a_date_is_read(text: object) -> None:
    """Each form that authors use gives the date with its precision, never an invented day."""
    assert read_when(text) == READ[text]


@pytest.mark.parametrize("text", REFUSED, ids=str)
def test_a_date_is_refused(text: object) -> None:
    """What is no date, or may be one of two, is refused, and the help says what to write."""
    with pytest.raises(UnreadableDate, match=REFUSED[text]) as caught:
        read_when(text)
    assert caught.value.help.endswith(".")


@pytest.mark.parametrize(
    ("years", "wanted"),
    [("academic", AcademicYear(start_year=2024)), ("financial", FinancialYear(start_year=2024))],
)
def test_the_kind_of_year_is_said_once(years: YearMeaning, wanted: When) -> None:
    """Once it is said what 2024/25 is, years and quarters are read, with a stroke or a dash."""
    assert read_when("2024/25", years) == read_when("2024-25", years) == wanted
    assert read_when("Q3 2024/25", years) == Quarter(year_kind=years, year=2024, quarter=3)
    assert read_period("2024/25 to 31 December 2024", years) == YearToDate(
        year_kind=years, year=2024, until=date(2024, 12, 31)
    )


def test_a_day_is_read() -> None:
    """A whole day is a day: a month is refused, and so is a date in words."""
    assert read_day("1/2/24") == date(2024, 2, 1)
    for text in ("Feb 24", "TBC"):
        with pytest.raises(UnreadableDate, match="a day is needed"):
            read_day(text)


def test_periods_beside_dates() -> None:
    """A period may be a week, twelve months or a part of a year; a day is a snapshot."""
    assert read_period("2025-W05") == read_period("week 5 of 2025") == Week(year=2025, week=5)
    assert read_period("12 months to Mar 25") == RollingYear(year=2025, month=3)
    assert read_period("16 Jan 2025") == Snapshot(on=date(2025, 1, 16))
    assert read_period("2024 to 3 May 2024") == YearToDate(
        year_kind="calendar", year=2024, until=date(2024, 5, 3)
    )
    with pytest.raises(UnreadableDate, match="is no date that can be read"):
        read_period("ongoing 2")


YEARS = st.integers(1900, 2198)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
KINDS = st.sampled_from(["calendar", "academic", "financial"])
TERMS = st.sampled_from(["autumn", "spring", "summer"])
WHENS = st.one_of(
    st.builds(Day, on=DAYS),
    st.builds(Month, year=YEARS, month=st.integers(1, 12)),
    st.builds(Term, academic_year=YEARS, term=TERMS),
    st.builds(Quarter, year_kind=KINDS, year=YEARS, quarter=st.integers(1, 4)),
    st.builds(CalendarYear, year=YEARS),
    st.builds(AcademicYear, start_year=YEARS),
    st.builds(FinancialYear, start_year=YEARS),
    st.builds(Span, start=DAYS, months_from=st.integers(0, 12), months_to=st.integers(12, 240)),
    st.builds(DateInWords, text=st.sampled_from(["ongoing", "Easter 2026", "TBC", "May"])),
)
PERIODS = st.one_of(
    st.builds(CalendarYear, year=YEARS),
    st.builds(AcademicYear, start_year=YEARS),
    st.builds(FinancialYear, start_year=YEARS),
    st.builds(ReportingYear, year=YEARS),
    st.builds(Term, academic_year=YEARS, term=TERMS),
    st.builds(Quarter, year_kind=KINDS, year=YEARS, quarter=st.integers(1, 4)),
    st.builds(Month, year=YEARS, month=st.integers(1, 12)),
    st.builds(Week, year=YEARS, week=st.integers(1, 52)),
    st.builds(Snapshot, on=DAYS),
    st.builds(RollingYear, year=YEARS, month=st.integers(1, 12)),
    YEARS.map(lambda y: YearToDate(year_kind="financial", year=y, until=date(y, 12, 31))),
    YEARS.map(lambda y: YearToDate(year_kind="calendar", year=y, until=date(y, 3, 1))),
    YEARS.map(lambda y: TermToDate(academic_year=y, term="autumn", until=date(y, 11, 30))),
)


WORDS: dict[str, Period] = {
    "academic year 2024/25": AcademicYear(start_year=2024),
    "Q3 of financial year 2024-25": Quarter(year_kind="financial", year=2024, quarter=3),
    "calendar year 2024 to 1 March 2024": YearToDate(
        year_kind="calendar", year=2024, until=date(2024, 3, 1)
    ),
    "financial year 2024-25 to 31 December 2024": YearToDate(
        year_kind="financial", year=2024, until=date(2024, 12, 31)
    ),
    "academic year 2024/25 to 30 November 2024": YearToDate(
        year_kind="academic", year=2024, until=date(2024, 11, 30)
    ),
    "autumn term 2024/25 to 30 November 2024": TermToDate(
        academic_year=2024, term="autumn", until=date(2024, 11, 30)
    ),
}


@pytest.mark.parametrize("words", WORDS)
def test_the_words_of_a_period(words: str) -> None:
    """A period is written with the kind of its year, and read back as the same."""
    assert day_words(WORDS[words]) == words
    assert read_period(words) == WORDS[words]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("within 6 months of 5 January 2026", {"months_to": 6}),
        ("within 3 to 6 months of 5 January 2026", {"months_from": 3, "months_to": 6}),
    ],
)
def test_the_words_of_a_span(words: str, months: dict[str, int]) -> None:
    """A span names its months and the day they are counted from, and is read back as the same."""
    span = Span(start=date(2026, 1, 5), **months)
    assert day_words(span) == words
    assert read_when(words) == span


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2026, 1, 5), "5 January 2026"),
        (Month(year=2026, month=3), "March 2026"),
        (DateInWords(text="When the new team starts"), "When the new team starts"),
        (DateInWords(text="Easter 2026"), '"Easter 2026"'),
    ],
)
def test_the_words_of_a_date(value: date | When, words: str) -> None:
    """Words that could be read as a date are put between quotation marks."""
    assert day_words(value) == words


@given(WHENS)
def test_dates_come_back(value: When) -> None:
    """Law: what is written is read as the same date, whatever is said of years."""
    assert read_when(day_words(value)) == value


@given(PERIODS)
def test_periods_come_back(value: Period) -> None:
    """Law: what is written is read as the same period."""
    assert isinstance(value, PeriodValue)
    assert read_period(day_words(value)) == value
