"""Dates and periods as people type them: one reader and one writer.

What can be read in one way only is read; what can be read in two ways is refused with a question.
A date without a number, such as "ongoing", is a date in words; so is what stands in quotation
marks, such as ``"Easter 2026"``.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Literal, TypeAlias, cast

from sendframe.errors import InvalidValue
from sendframe.model import (
    MONTHS,
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

__all__ = ["UnreadableDate", "YearMeaning", "day_words", "read_day", "read_period", "read_when"]

YearMeaning: TypeAlias = Literal["ask", "academic", "financial"]
"""What ``2024/25`` is; with ``ask`` it is refused."""

_YearKind: TypeAlias = Literal["calendar", "academic", "financial"]
_Read: TypeAlias = Callable[[re.Match[str], YearMeaning], PeriodValue]

_DAYS_HELP = "Days are read as day/month/year."
_HELP = (
    "Write a day (31/12/2025), a month (November 2025), a term (autumn term 2025), a quarter or a "
    'year; put words that are no date, such as "Easter 2026", in quotation marks.'
)
_NAMES = {
    name.lower()[:length]: number for number, name in enumerate(MONTHS, 1) for length in (3, 4, 9)
}
_NAME = f"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})[.]?"
_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
_FULL_YEAR = "(?P<year>[0-9]{4})"
_TWO_YEARS = "(?P<year>[0-9]{4}) ?[/–-] ?(?P<next>[0-9]{2}|[0-9]{4})"
_YEAR_OF = (
    f"(?:(?P<of>academic|school|financial|calendar) year )?(?:{_TWO_YEARS}|(?P<single>[0-9]{{4}}))"
)
_TERM = "(?P<term>autumn|spring|summer)(?: term)?"
_TERM_YEAR = f"(?:{_TWO_YEARS}|(?P<single>[0-9]{{4}}))"
_LEADING = re.compile(r"(?:by|in|on|during|from|for|the|end of|end|before the end of) +")
_SPAN = r"within (?:(?P<from>[0-9]{1,3}) (?:to|-) )?(?P<to>[0-9]{1,3}) months (?:of|from|after) (?P<day>.+)"


class UnreadableDate(ValueError):
    """A text that is no date, or may be one of two.

    Args:
        problem: What is wrong, as one sentence without a full stop.
        help: What to write instead.
    """

    def __init__(self, problem: str, help: str = _HELP) -> None:  # noqa: A002  # as in Diagnostic
        super().__init__(problem)
        self.problem = problem
        self.help = help


def read_when(given: object, years: YearMeaning = "ask") -> When:
    """Read a date with its precision, or a date in words.

    Args:
        given: A text, a number or a day, as a cell holds it.
        years: What ``2024/25`` is.

    Raises:
        UnreadableDate: It is no date, or may be one of two.

    Examples:
        >>> print(read_when("31.12.25"), read_when("Sep-25"), read_when("TBC"), sep="; ")
        31 December 2025; September 2025; TBC
        >>> print(read_when("2024/25", "financial"), read_when("spring 2026"), sep="; ")
        2024-25; spring term 2025/26
    """
    text = _text_of(given)
    quoted = re.fullmatch('["“](.+)["”]', text)
    if quoted or not re.search("[0-9]", text):
        return DateInWords(text=quoted[1] if quoted else text)
    return _read(text, years, (*_WHEN, *_SHARED))  # type: ignore[return-value]  # all of them make a When


def read_period(given: object, years: YearMeaning = "ask") -> Period:
    """Read the period of a figure; a day is how things stood on it.

    Args:
        given: A text, a number or a day, as a cell holds it.
        years: What ``2024/25`` is.

    Raises:
        UnreadableDate: It is no period, or may be one of two.

    Examples:
        >>> print(read_period("12 months to March 2025"), read_period("2024"), sep="; ")
        12 months to March 2025; 2024
    """
    value = _read(_text_of(given), years, (*_PERIODS, *_SHARED))
    if isinstance(value, Day):
        return Snapshot(on=value.on)
    return value  # type: ignore[return-value]  # each other form of these two lists makes a Period


def read_day(given: object) -> date:
    """Read a whole day.

    Raises:
        UnreadableDate: It is no day.

    Examples:
        >>> read_day("5 Nov 24")
        datetime.date(2024, 11, 5)
    """
    value = read_when(given)
    if isinstance(value, Day):
        return value.on
    raise UnreadableDate(
        f"a day is needed, not '{_text_of(given)}'", f"Write it as 31/12/2025. {_DAYS_HELP}"
    )


def day_words(value: PeriodValue | date) -> str:
    """Write a date or a period as words that the readers of this module read as the same.

    Examples:
        >>> day_words(FinancialYear(start_year=2024))
        'financial year 2024-25'
        >>> day_words(DateInWords(text="Easter 2026"))
        '"Easter 2026"'
    """
    match value:
        case date():
            return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        case Day() | Snapshot():
            return day_words(value.on)
        case AcademicYear() | FinancialYear():
            return f"{value.kind.partition('_')[0]} year {value}"
        case Quarter():
            return f"Q{value.quarter} of {_year_words(value.year_kind, value.year)}"
        case YearToDate():
            return f"{_year_words(value.year_kind, value.year)} to {day_words(value.until)}"
        case Span():
            first = f"{value.months_from} to " if value.months_from else ""
            return f"within {first}{value.months_to} months of {day_words(value.start)}"
        case DateInWords():
            return value.text if not re.search('[0-9"“]', value.text) else f'"{value.text}"'
        case _:
            return str(value)


def _year_words(kind: str, start: int) -> str:
    joint = {"academic": "/", "financial": "-"}.get(kind)
    return f"{kind} year {start}{f'{joint}{(start + 1) % 100:02d}' if joint else ''}"


def _text_of(given: object) -> str:
    """Return what a cell holds as text; raise for a number that is no year."""
    if isinstance(given, datetime):
        given = given.date()
    if isinstance(given, date):
        return day_words(given)
    if isinstance(given, (int, float)):
        if float(given).is_integer() and 1900 <= given <= 2199:  # noqa: PLR2004  # years
            return str(int(given))
        raise UnreadableDate(
            f"the number {given:g} is no date", "Format the cell as text or as a date."
        )
    return " ".join(str(given).split())


def _read(
    text: str, years: YearMeaning, forms: "tuple[tuple[re.Pattern[str], _Read], ...]"
) -> PeriodValue:
    lowered = text.casefold().rstrip(".")
    while match := _LEADING.match(lowered):
        lowered = lowered[match.end() :]
    for pattern, read in forms:
        if match := pattern.fullmatch(lowered):
            try:
                return read(match, years)
            except InvalidValue as error:
                raise UnreadableDate(f"'{text}' is no date: {error.problem}") from error
    raise UnreadableDate(f"'{text}' is no date that can be read")


def _whole_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)  # noqa: PLR2004  # two digits


def _day(match: re.Match[str], _years: YearMeaning = "ask") -> Day:
    parts = match.groupdict()
    month = _NAMES[parts["name"]] if "name" in parts else int(parts["month"])
    try:
        on = date(_whole_year(parts["year"]), month, int(parts["day"]))
    except ValueError as error:
        raise UnreadableDate(f"there is no day {match[0]}", _DAYS_HELP) from error
    return Day(on=on)


def _month(match: re.Match[str], _years: YearMeaning = "ask") -> Month:
    parts = match.groupdict()
    month = _NAMES[parts["name"]] if "name" in parts else int(parts["month"])
    return Month(year=_whole_year(parts["year"]), month=month)


def _start_of(match: re.Match[str]) -> int:
    """Return the first of two successive years."""
    start, following = int(match["year"]), match["next"]
    if str(start + 1)[-len(following) :] != following:
        raise UnreadableDate(f"{start} is not followed by {following}", "Write it as 2024/25.")
    return start


def _kind_of_year(match: re.Match[str], years: YearMeaning) -> _YearKind:
    named = match.groupdict().get("of")
    if named:
        return "academic" if named == "school" else cast("_YearKind", named)
    if years == "ask":
        raise UnreadableDate(
            f"'{match[0]}' may be an academic or a financial year: which is it?",
            f"Write 'academic year {match['year']}/{match['next']}' or 'financial year …', or say on "
            "the sheet Start here which years are written so.",
        )
    return years


def _year(match: re.Match[str], years: YearMeaning) -> PeriodValue:
    if match["single"]:
        if match["of"] in (None, "calendar"):
            return CalendarYear(year=int(match["single"]))
        raise UnreadableDate(f"'{match[0]}' is one year of two", "Write both, as 2024/25.")
    start, kind = _start_of(match), _kind_of_year(match, years)
    if kind == "calendar":
        raise UnreadableDate(f"'{match[0]}' is no calendar year", "Write one year, such as 2025.")
    cls = AcademicYear if kind == "academic" else FinancialYear
    return cls(start_year=start)


def _quarter(match: re.Match[str], years: YearMeaning) -> Quarter:
    number = int(match["quarter"])
    if match["single"]:
        if match["of"] == "calendar":
            return Quarter(year_kind="calendar", year=int(match["single"]), quarter=number)
        raise UnreadableDate(
            f"'{match[0]}' does not say which kind of year is divided",
            f"Write Q{number} of calendar year {match['single']}, or a year such as 2024/25.",
        )
    start = _start_of(match)
    return Quarter(year_kind=_kind_of_year(match, years), year=start, quarter=number)


def _term(match: re.Match[str], _years: YearMeaning = "ask") -> Term:
    name = cast("Literal['autumn', 'spring', 'summer']", match["term"])
    start = int(match["single"]) - (name != "autumn") if match["single"] else _start_of(match)
    return Term(academic_year=start, term=name)


def _inner(match: re.Match[str], years: YearMeaning) -> date:
    """Return the day that the form ends with."""
    value = _read(match["day"], years, _SHARED)
    if isinstance(value, Day):
        return value.on
    raise UnreadableDate(f"'{match['day']}' is no day", _DAYS_HELP)


def _span(match: re.Match[str], years: YearMeaning) -> Span:
    first, last = int(match["from"] or 0), int(match["to"])
    return Span(start=_inner(match, years), months_from=first, months_to=last)


def _year_to_date(match: re.Match[str], years: YearMeaning) -> YearToDate:
    until = _inner(match, years)
    if match["single"]:
        return YearToDate(year_kind="calendar", year=int(match["single"]), until=until)
    start = _start_of(match)
    return YearToDate(year_kind=_kind_of_year(match, years), year=start, until=until)


def _term_to_date(match: re.Match[str], years: YearMeaning) -> TermToDate:
    term = _term(match)
    return TermToDate(academic_year=term.academic_year, term=term.term, until=_inner(match, years))


def _rolling(match: re.Match[str], _years: YearMeaning) -> RollingYear:
    month = _month(match)
    return RollingYear(year=month.year, month=month.month)


def _forms(*pairs: tuple[str, _Read]) -> tuple[tuple[re.Pattern[str], _Read], ...]:
    return tuple((re.compile(pattern), read) for pattern, read in pairs)


_SHARED = _forms(
    (r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})", _day),
    (rf"(?P<day>[0-9]{{1,2}}) ?[/.-] ?(?P<month>[0-9]{{1,2}}) ?[/.-] ?{_YEAR}", _day),
    (rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_NAME}[, -]+{_YEAR}", _day),
    (rf"{_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {_FULL_YEAR}", _day),
    (rf"{_NAME}[ ,'’/-]*{_YEAR}", _month),
    (rf"(?P<month>[0-9]{{1,2}})[/.-]{_FULL_YEAR}", _month),
    (rf"{_FULL_YEAR}-(?P<month>0[1-9]|1[0-2])", _month),
    (_YEAR_OF, _year),
    (rf"(?:q|quarter )(?P<quarter>[1-4])(?: of|,)? (?:the )?{_YEAR_OF}", _quarter),
    (rf"{_TERM},? (?:of )?{_TERM_YEAR}", _term),
    (rf"{_TERM_YEAR},? {_TERM}", _term),
)
_WHEN = _forms((_SPAN, _span))
_PERIODS = _forms(
    (rf"reporting year {_FULL_YEAR}", lambda m, _: ReportingYear(year=int(m["year"]))),
    (
        rf"(?:week (?P<week>[0-9]{{1,2}}) of {_FULL_YEAR})",
        lambda m, _: Week(year=int(m["year"]), week=int(m["week"])),
    ),
    (
        rf"{_FULL_YEAR}-w(?P<week>[0-9]{{1,2}})",
        lambda m, _: Week(year=int(m["year"]), week=int(m["week"])),
    ),
    (rf"(?:12|twelve) months (?:to|ending)(?: the end of)? {_NAME}[ ,-]*{_YEAR}", _rolling),
    (rf"{_YEAR_OF} (?:up )?to (?P<day>.+)", _year_to_date),
    (rf"{_TERM} {_TERM_YEAR} (?:up )?to (?P<day>.+)", _term_to_date),
)
