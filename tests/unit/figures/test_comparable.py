"""Which two figures may be compared, and why others may not."""

from datetime import date

import pytest

from sendframe.figures import is_one_year_earlier, why_periods_not_comparable
from sendframe.model import CalendarYear, FinancialYear, Quarter, Snapshot, Week, YearToDate
from tests.unit.conftest import rate


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (CalendarYear(year=2023), CalendarYear(year=2024), None),
        (CalendarYear(year=2023), FinancialYear(start_year=2024), "different types"),
        (
            FinancialYear(start_year=2024),
            YearToDate(year_kind="financial", year=2025, until=date(2025, 9, 30)),
            "is counted only up to a day, 2024-25 is whole",
        ),
    ],
)
def test_periods_of_two_kinds_are_not_compared(one, other, why: str | None) -> None:
    """What is counted up to a day is never compared with a whole year, whichever comes first."""
    indicator = rate()
    for pair in ((one, other), (other, one)):
        apart = why_periods_not_comparable(indicator, *pair)
        assert (apart is None) == (why is None)
        assert apart is None or (apart.code == "period" and why in apart.sentence)


@pytest.mark.parametrize(
    ("later", "earlier", "truth"),
    [
        (
            Quarter(year_kind="financial", year=2025, quarter=2),
            Quarter(year_kind="financial", year=2024, quarter=2),
            True,
        ),
        (
            Quarter(year_kind="financial", year=2025, quarter=2),
            Quarter(year_kind="financial", year=2024, quarter=1),
            False,
        ),
        (Snapshot(on=date(2025, 1, 16)), Snapshot(on=date(2024, 1, 18)), True),
        (Snapshot(on=date(2024, 2, 29)), Snapshot(on=date(2023, 2, 28)), True),
        (Snapshot(on=date(2025, 1, 16)), Snapshot(on=date(2024, 5, 18)), False),
        (Week(year=2025, week=12), Week(year=2024, week=12), True),
        (CalendarYear(year=2025), FinancialYear(start_year=2024), False),
    ],
)
def test_the_same_period_of_the_year_before(later, earlier, truth: bool) -> None:
    """Quarters by quarter, census days and weeks within six days; never another type."""
    assert is_one_year_earlier(later, earlier) is truth
