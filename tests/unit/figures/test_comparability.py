"""Which two figures may be compared, and why others may not."""

from datetime import date

import attrs
import pytest

from sendframe.figures import (
    Figure,
    NotComparableCode,
    is_one_year_earlier,
    why_not_comparable,
    why_periods_not_comparable,
    why_points_not_comparable,
    why_target_not_comparable,
)
from sendframe.model import (
    CalendarYear,
    ComparabilityBreak,
    DateInWords,
    Day,
    FinancialYear,
    FrozenMap,
    Indicator,
    Month,
    Period,
    Point,
    Quarter,
    Snapshot,
    TermToDate,
    Week,
    YearToDate,
)
from tests.unit.conftest import AREA, OTHER, rate, text

BROKEN = rate(
    breaks=(ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("Counted anew.")),)
)
YEAR_TO_DATE = YearToDate(year_kind="financial", year=2025, until=date(2025, 9, 30))


def figure(year: int = 2024, *, indicator: Indicator | None = None, **more: object) -> Figure:
    """Return a figure of a calendar year."""
    one = Figure(indicator or rate(), AREA, CalendarYear(year=year), 50.0, rate=50.0)
    return attrs.evolve(one, **more)


def test_figures_of_two_years_and_areas_may_be_compared() -> None:
    """Of one indicator, part and kind of period, published, without a break and without a fault."""
    assert why_not_comparable(figure(2023), figure(2024, area=OTHER, status="provisional")) is None
    assert why_not_comparable(figure(), figure()) is None


@pytest.mark.parametrize(
    ("one", "other", "code", "sentence"),
    [
        (
            figure(),
            figure(indicator=rate(id="another")),
            "indicator",
            "they are of different indicators: another and rate",
        ),
        (
            figure(),
            figure(dimensions=FrozenMap({"age": "5-10"})),
            "part",
            "they are about different parts of the whole",
        ),
        (
            figure(basis="resident"),
            figure(basis="registered"),
            "basis",
            "they are about different people: registered and resident",
        ),
        (
            figure(2023),
            figure(period=FinancialYear(start_year=2024)),
            "period",
            "2023 and 2024-25 are periods of different types",
        ),
        (
            figure(period=FinancialYear(start_year=2024)),
            figure(period=YEAR_TO_DATE),
            "period",
            "2025-26 to 30 September 2025 is counted only up to a day, 2024-25 is whole",
        ),
        (
            figure(2023, indicator=BROKEN),
            figure(2024, indicator=BROKEN),
            "break",
            "the series breaks at 2024, between 2023 and 2024",
        ),
        (
            figure(),
            figure(status="management-information"),
            "status",
            "one is published and the other is management information",
        ),
        (
            figure(2023),
            figure(2024, fault="impossible"),
            "fault",
            "the figure is impossible (2024)",
        ),
        (
            figure(2023, fault="value-against-counts"),
            figure(2024, fault="impossible"),
            "fault",
            "the figure does not agree with its counts (2023)",
        ),
    ],
)
def test_what_may_not_be_compared_has_a_code_and_a_reason(
    one: Figure, other: Figure, code: NotComparableCode, sentence: str
) -> None:
    """Whichever of the two comes first, the reason is the same."""
    for pair in ((one, other), (other, one)):
        apart = why_not_comparable(*pair)
        assert apart is not None
        assert (apart.code, apart.sentence) == (code, sentence)


def test_a_basis_that_is_not_known_forbids_nothing() -> None:
    """Most figures do not say whose they are."""
    assert why_not_comparable(figure(basis="resident"), figure()) is None
    assert why_not_comparable(figure(basis="resident"), figure(basis="resident")) is None


def test_management_information_may_be_compared_with_its_own_kind() -> None:
    """Two figures of it are on one footing."""
    pair = [figure(year, status="management-information") for year in (2023, 2024)]
    assert why_not_comparable(*pair) is None


@pytest.mark.parametrize(
    ("years", "apart"), [((2022, 2023), False), ((2023, 2024), True), ((2024, 2025), False)]
)
def test_a_break_lies_before_its_first_period(years: tuple[int, int], *, apart: bool) -> None:
    """Figures on one side of it may be compared, those across it may not."""
    found = why_periods_not_comparable(BROKEN, *(CalendarYear(year=year) for year in years))
    assert (found is not None) is apart


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (CalendarYear(year=2023), CalendarYear(year=2024), None),
        (CalendarYear(year=2023), FinancialYear(start_year=2024), "different types"),
        (
            FinancialYear(start_year=2024),
            YEAR_TO_DATE,
            "is counted only up to a day, 2024-25 is whole",
        ),
        (
            YearToDate(year_kind="financial", year=2024, until=date(2024, 9, 30)),
            YEAR_TO_DATE,
            None,
        ),
        (
            YearToDate(year_kind="financial", year=2024, until=date(2024, 10, 31)),
            YEAR_TO_DATE,
            "different types",
        ),
    ],
)
def test_periods_of_two_kinds_are_not_compared(one: Period, other: Period, why: str | None) -> None:
    """What is counted up to a day is compared with the same day of another year alone."""
    for pair in ((one, other), (other, one)):
        apart = why_periods_not_comparable(rate(), *pair)
        assert (apart is None) == (why is None)
        assert apart is None or (apart.code == "period" and str(why) in apart.sentence)


@pytest.mark.parametrize(
    ("kind", "period", "why"),
    [
        ("calendar_year", CalendarYear(year=2025), None),
        (None, CalendarYear(year=2025), None),
        (None, Month(year=2025, month=9), None),
        ("year_to_date", YEAR_TO_DATE, None),
        (
            "financial_year",
            YEAR_TO_DATE,
            "2025 is counted only up to a day, and the target is for whole periods",
        ),
        (
            None,
            TermToDate(academic_year=2025, term="autumn", until=date(2025, 10, 31)),
            "and the target is for whole periods",
        ),
        (
            "month",
            CalendarYear(year=2025),
            "the target is for periods of the type month, and 2025 is none",
        ),
        (
            "year_to_date",
            CalendarYear(year=2025),
            "the target is for periods of the type year to date, and 2025 is none",
        ),
    ],
)
def test_a_target_is_for_periods_of_one_type(
    kind: str | None, period: Period, why: str | None
) -> None:
    """A year to date never reaches a target for whole years; of no type it is for whole periods."""
    apart = why_target_not_comparable(rate(period_type=kind), None, None, period)
    assert (apart is None) == (why is None)
    assert apart is None or (apart.code == "period" and apart.sentence.endswith(str(why)))


COUNT = {"unit": "count", "factor": None, "period_type": "year_to_date"}
EARLIER_PART = YearToDate(year_kind="financial", year=2024, until=date(2024, 9, 30))
LONGER_PART = YearToDate(year_kind="financial", year=2024, until=date(2024, 12, 31))


@pytest.mark.parametrize(
    ("measured_in", "period", "code"),
    [
        (CalendarYear(year=2024), CalendarYear(year=2025), None),
        (CalendarYear(year=2023), CalendarYear(year=2025), "break"),
        (FinancialYear(start_year=2024), CalendarYear(year=2025), "period"),
        (FinancialYear(start_year=2024), YEAR_TO_DATE, "period"),
        (EARLIER_PART, YEAR_TO_DATE, None),
        (LONGER_PART, YEAR_TO_DATE, "period"),
        (EARLIER_PART, FinancialYear(start_year=2024), "period"),
    ],
)
def test_a_target_is_of_the_footing_of_its_baseline(
    measured_in: Period, period: Period, code: str | None
) -> None:
    """The same type of period, to date the same part of the year, and no break between."""
    apart = why_target_not_comparable(BROKEN, measured_in, None, period)
    assert (apart and apart.code) == code


@pytest.mark.parametrize(
    ("more", "due", "is_comparable"),
    [
        (COUNT, None, False),
        (COUNT, FinancialYear(start_year=2025), False),
        (COUNT, Day(on=date(2026, 9, 30)), True),
        (COUNT, Day(on=date(2026, 9, 29)), False),
        (COUNT, DateInWords(text="soon"), False),
        (COUNT | {"period_type": None}, Day(on=date(2026, 9, 30)), False),
        (COUNT | {"unit": "percent", "factor": 100.0}, None, True),
    ],
)
def test_a_count_to_date_has_a_target_for_that_day(
    more: dict[str, object], due: object, *, is_comparable: bool
) -> None:
    """Half a year's complaints are fewer than a year's; half a year's percentage is not lower."""
    apart = why_target_not_comparable(rate(**more), None, due, YEAR_TO_DATE)  # type: ignore[arg-type]
    assert (apart is None) is is_comparable


def test_points_are_compared_as_their_figures() -> None:
    """By period, status and fault."""
    usual = {"value": 50.0, "status": "final", "fact": "indicator/rate/x"}
    first = Point(period=CalendarYear(year=2022), **usual)  # type: ignore[arg-type]  # by name
    for change, code in (
        ({"period": CalendarYear(year=2023)}, None),
        ({"period": CalendarYear(year=2024)}, "break"),
        ({"period": FinancialYear(start_year=2022)}, "period"),
        ({"status": "management-information"}, "status"),
        ({"fault": "impossible"}, "fault"),
    ):
        second = first.changed(**change)
        for pair in ((first, second), (second, first)):
            apart = why_points_not_comparable(BROKEN, *pair)
            assert (apart and apart.code) == code


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
        (Snapshot(on=date(2025, 1, 16)), Snapshot(on=date(2024, 1, 9)), False),
        (Snapshot(on=date(2025, 1, 16)), Snapshot(on=date(2024, 1, 10)), True),
        (Snapshot(on=date(2025, 1, 16)), Snapshot(on=date(2024, 1, 22)), True),
        (Snapshot(on=date(2025, 1, 16)), Snapshot(on=date(2024, 1, 23)), False),
        (Month(year=2025, month=2), Month(year=2024, month=1), False),
        (Month(year=2025, month=2), Month(year=2024, month=2), True),
        (Day(on=date(2025, 1, 16)), Day(on=date(2024, 1, 18)), False),
        (Day(on=date(2025, 1, 16)), Day(on=date(2024, 1, 16)), True),
        (Snapshot(on=date(2025, 1, 16)), Snapshot(on=date(2024, 5, 18)), False),
        (Week(year=2025, week=12), Week(year=2024, week=12), True),
        (CalendarYear(year=2025), FinancialYear(start_year=2024), False),
    ],
)
def test_the_same_period_of_the_year_before(later, earlier, truth: bool) -> None:
    """Quarters by quarter, census days and weeks within six days; never another type."""
    assert is_one_year_earlier(later, earlier) is truth
