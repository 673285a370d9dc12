"""The one rule of which two figures may be compared."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, final

import attrs

from sendframe.model import Indicator, Period, PeriodValue

from ._fault import fault_of
from ._figure import Figure

__all__ = ["Apart", "ApartCode", "a_year_before", "comparable", "periods_apart", "target_apart"]

ApartCode = Literal["indicator", "part", "basis", "period", "break", "status", "fault"]

_TO_DATE = ("year_to_date", "term_to_date")
_MANAGEMENT = "management-information"
_DAYS_OFF = 6  # a snapshot day or a week lies a few days off the one of the year before


@final
@attrs.frozen
class Apart:
    """Why two figures may not be compared.

    Attributes:
        code: Which rule forbids it.
        sentence: The reason, as a part of a sentence without a full stop.
    """

    code: ApartCode
    sentence: str


def comparable(one: Figure, other: Figure) -> Apart | None:
    """Return why two figures may not be compared; None where they may.

    They must be of one indicator, part and basis; of one kind of period and, to date, with the
    same last day in its year; with no break between them; both published, or both management
    information; and neither may contradict itself. It does not matter which comes first.

    Examples:
        >>> from sendframe.model import CalendarYear, FinancialYear, Text
        >>> rate = Indicator(id="r", title=Text(default="R"), unit="percent", direction="higher")
        >>> one = Figure(rate, "ZZ0000001", CalendarYear(year=2023), 60.0)
        >>> other = Figure(rate, "ZZ0000001", FinancialYear(start_year=2024), 61.0)
        >>> comparable(one, other).sentence
        '2023 and 2024-25 are periods of different types'
    """
    for rule in _RULES:
        apart = rule(one, other)
        if apart is not None:
            return apart
    return None


def _different_subject(one: Figure, other: Figure) -> Apart | None:
    if one.indicator.id != other.indicator.id:
        ids = " and ".join(sorted((one.indicator.id, other.indicator.id)))
        return Apart("indicator", f"they are of different indicators: {ids}")
    if one.part != other.part:
        return Apart("part", "they are about different parts of the whole")
    if None not in (one.basis, other.basis) and one.basis != other.basis:
        bases = " and ".join(sorted((one.basis or "", other.basis or "")))
        return Apart("basis", f"they are about different people: {bases}")
    return None


def _different_period(one: Figure, other: Figure) -> Apart | None:
    return periods_apart(one.indicator, one.period, other.period)


def periods_apart(indicator: Indicator, one: Period, other: Period) -> Apart | None:
    """Return why figures of two periods of an indicator may not be compared; None where they may.

    Args:
        indicator: The indicator, which knows the breaks in its series.
        one: A period.
        other: Another one, earlier or later.
    """
    first, last = sorted((one, other), key=lambda each: (each.last_day, each.first_day, each.kind))
    if not first.is_comparable_with(last):
        if (first.kind in _TO_DATE) != (last.kind in _TO_DATE):
            part, whole = (first, last) if first.kind in _TO_DATE else (last, first)
            return Apart("period", f"{part} is counted only up to a day, {whole} is whole")
        return Apart("period", f"{first} and {last} are periods of different types")
    for each in indicator.breaks:
        if first.last_day < each.first_period.first_day <= last.last_day:
            reason = f"the series breaks at {each.first_period}, between {first} and {last}"
            return Apart("break", reason)
    return None


def _different_status(one: Figure, other: Figure) -> Apart | None:
    if (one.status == _MANAGEMENT) != (other.status == _MANAGEMENT):
        return Apart("status", "one is published and the other is management information")
    return None


def _faulty(one: Figure, other: Figure) -> Apart | None:
    faulty = [each for each in (one, other) if each.fault is not None]
    if not faulty:
        return None
    first = min(faulty, key=lambda each: (each.period.last_day, each.area, each.fault))
    return Apart("fault", f"{fault_of(first.fault or '').title} ({first.period})")


_Rule = Callable[[Figure, Figure], Apart | None]
_FOOTING: tuple[_Rule, ...] = (_different_subject, _different_period, _different_status)
_RULES: tuple[_Rule, ...] = (*_FOOTING, _faulty)


def of_one_series(one: Figure, other: Figure) -> Apart | None:
    """Return why two figures belong to different series; a fault in one of them does not count."""
    return next((apart for rule in _FOOTING if (apart := rule(one, other)) is not None), None)


def target_apart(kind: str | None, period: PeriodValue) -> Apart | None:
    """Return why a figure may not be compared with a target; None where it may.

    Args:
        kind: Type of the periods that the target is about; None where nothing says, and then it
            is about whole ones.
        period: Period of the figure.

    Examples:
        >>> from sendframe.model import YearToDate
        >>> period = YearToDate(year_kind="calendar", year=2025, until=date(2025, 9, 30))
        >>> target_apart("calendar_year", period).sentence
        '2025 to 30 September 2025 is counted only up to a day, and the target is for whole periods'
    """
    if period.kind == kind or (kind is None and period.kind not in _TO_DATE):
        return None
    if period.kind in _TO_DATE:
        part = f"{period} is counted only up to a day"
        return Apart("period", f"{part}, and the target is for whole periods")
    name = (kind or "").replace("_", " ")
    return Apart("period", f"the target is for periods of the type {name}, and {period} is none")


def a_year_before(later: Period, earlier: Period) -> bool:
    """Say whether a period is the same one of the year before.

    Args:
        later: The later period.
        earlier: The one that is looked at; days and weeks may lie up to six days off.

    Examples:
        >>> from sendframe.model import CalendarYear
        >>> a_year_before(CalendarYear(year=2024), CalendarYear(year=2023))
        True
        >>> a_year_before(CalendarYear(year=2024), CalendarYear(year=2022))
        False
    """
    if not later.is_comparable_with(earlier):
        return False
    day = later.first_day
    # The day before 1 March stands for 29 February, which most years have not.
    leap = (day.month, day.day) == (2, 29)
    wanted = date(day.year - 1, 2, 28) if leap else day.replace(year=day.year - 1)
    off = timedelta(days=_DAYS_OFF if later.kind in ("week", "snapshot") else 0)
    return abs(earlier.first_day - wanted) <= off
