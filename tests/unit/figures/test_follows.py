"""Which periods follow each other, so that a step leads from one to the next."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.figures import comparable_runs, follows_of
from sendframe.model import (
    CalendarYear,
    FinancialYear,
    Month,
    Period,
    Point,
    Quarter,
    RollingYear,
    Snapshot,
    Term,
    Week,
    YearToDate,
)
from tests.unit.conftest import rate


def month(number: int) -> Month:
    """Return a month, counted from January 2024."""
    return Month(year=2024 + number // 12, month=number % 12 + 1)


def quarter(number: int) -> Quarter:
    """Return a quarter of a financial year."""
    return Quarter(year_kind="financial", year=2024 + number // 4, quarter=number % 4 + 1)


def term(number: int) -> Term:
    """Return a school term."""
    names = ("autumn", "spring", "summer")
    return Term(academic_year=2024 + number // 3, term=names[number % 3])


def snapshot(number: int) -> Snapshot:
    """Return a day of a yearly census, which is a few days off each year."""
    return Snapshot(on=date(2015 + number, 1, 15 + number % 5))


def rolling(number: int) -> RollingYear:
    """Return twelve months, one month later each time."""
    last = month(number)
    return RollingYear(year=last.year, month=last.month)


def to_date(number: int) -> YearToDate:
    """Return the same part of a year."""
    return YearToDate(year_kind="financial", year=2015 + number, until=date(2015 + number, 9, 30))


def year(number: int) -> CalendarYear:
    """Return a calendar year."""
    return CalendarYear(year=2015 + number)


def week(number: int) -> Week:
    """Return a week."""
    return Week(year=2024, week=number + 1)


MAKERS = [month, quarter, term, snapshot, rolling, to_date, year, week]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_the_next_one_follows_and_one_later_does_not(make: object) -> None:
    """Whatever the kind of period: the first follows none, and the fifth is missing."""
    periods: list[Period] = [make(number) for number in (0, 1, 2, 3, 5, 6)]  # type: ignore[operator]
    assert follows_of(periods) == (False, True, True, True, False, True)


def test_a_yearly_count_of_a_month_has_no_gaps() -> None:
    """The Januaries follow each other; the one after two years does not."""
    januaries = [Month(year=at, month=1) for at in (2020, 2021, 2022, 2024)]
    assert follows_of(januaries) == (False, True, True, False)


@pytest.mark.parametrize(("periods", "expected"), [([], ()), ([month(0)], (False,))])
def test_one_period_follows_none(periods: list[Period], expected: tuple[bool, ...]) -> None:
    """Nor do none at all."""
    assert follows_of(periods) == expected


@given(st.sets(st.integers(0, 60), min_size=2, max_size=30))
def test_months_follow_where_the_month_before_has_a_figure(numbers: set[int]) -> None:
    """As long as two successive months have figures anywhere."""
    ordered = sorted(numbers | {61, 62})
    expected = tuple(number - 1 in numbers | {61} for number in ordered)
    assert follows_of([month(number) for number in ordered]) == expected


def point(period: Period, value: float | None = 5.0, **more: object) -> Point:
    """Return a point."""
    symbol = "x" if value is None else None
    fact = f"indicator/rate/{period.kind}-{period.first_day}"
    return Point(
        **{"period": period, "value": value, "symbol": symbol, "status": "final", "fact": fact}
        | more  # type: ignore[arg-type]
    )


def test_points_that_may_be_compared_are_in_one_group() -> None:
    """Another type of period and management information are apart; symbols and faults nowhere."""
    points = [
        point(year(0)),
        point(FinancialYear(start_year=2015)),
        point(year(1), None),
        point(year(2), 152.3, fault="impossible"),
        point(year(3), status="management-information"),
        point(year(4)),
        point(FinancialYear(start_year=2019)),
    ]
    found = comparable_runs(rate(), points)
    assert [[str(one.period) for one in run] for run in found] == [
        ["2015", "2019"],
        ["2015-16", "2019-20"],
        ["2018"],
    ]
    assert comparable_runs(rate(), []) == ()
