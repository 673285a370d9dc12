"""Decide which two figures may be compared."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, final

import attrs

from sendframe.language import gettext as _
from sendframe.language import joined
from sendframe.model import Indicator, Period, PeriodValue, Point

from ._fault import fault_by_code
from ._figure import Figure

__all__ = [
    "NotComparable",
    "NotComparableCode",
    "is_one_year_earlier",
    "why_not_comparable",
    "why_periods_not_comparable",
    "why_points_not_comparable",
    "why_target_not_comparable",
]

NotComparableCode = Literal["indicator", "part", "basis", "period", "break", "status", "fault"]

_TO_DATE = ("year_to_date", "term_to_date")
_MANAGEMENT = "management-information"
_DAYS_OFF = 6  # a snapshot day or a week may be a few days off that of the year before


@final
@attrs.frozen
class NotComparable:
    """Why two figures may not be compared.

    Attributes:
        code: Which rule forbids it.
        sentence: The reason, as a part of a sentence without a full stop.
    """

    code: NotComparableCode
    sentence: str


def why_not_comparable(first: Figure, second: Figure) -> NotComparable | None:
    """Return why two figures may not be compared; None where they may.

    They must have the same indicator, dimensions and basis, and the same kind of period (for
    periods to date, with the same last day in the year), with no break between them; both must be
    published or both management information; and neither may have a fault. Their order does not
    matter.

    Examples:
        >>> from sendframe.model import CalendarYear, FinancialYear, Text
        >>> rate = Indicator(id="r", title=Text(default="R"), unit="percent", direction="higher")
        >>> first = Figure(rate, "ZZ0000001", CalendarYear(year=2023), 60.0)
        >>> second = Figure(rate, "ZZ0000001", FinancialYear(start_year=2024), 61.0)
        >>> why_not_comparable(first, second).sentence
        '2023 and 2024-25 are periods of different types'
    """
    for rule in _RULES:
        problem = rule(first, second)
        if problem is not None:
            return problem
    return None


def why_points_not_comparable(
    indicator: Indicator, first: Point, second: Point
) -> NotComparable | None:
    """Return why two points of one series of an evaluation may not be compared.

    It is `why_not_comparable` for who has the points of an evaluation and no longer the figures.

    Args:
        indicator: The indicator of both, with the breaks in its series.
        first: A point of an area.
        second: Another one of the same area and the same part.

    Examples:
        >>> from sendframe.model import CalendarYear, Text
        >>> rate = Indicator(id="r", title=Text(default="R"), unit="percent", direction="higher")
        >>> first, second = (
        ...     Point(
        ...         period=CalendarYear(year=year), value=value, status="final", fault=fault,
        ...         fact=f"indicator/r/{year}",
        ...     )
        ...     for year, value, fault in ((2023, 60.0, None), (2024, 152.3, "impossible"))
        ... )
        >>> why_points_not_comparable(rate, first, second).sentence
        'the figure is impossible (2024)'
    """
    first_figure, second_figure = (
        Figure(indicator, "", point.period, point.value, status=point.status, fault=point.fault)
        for point in (first, second)
    )
    return why_not_comparable(first_figure, second_figure)


def _check_subject(first: Figure, second: Figure) -> NotComparable | None:
    if first.indicator.id != second.indicator.id:
        ids = joined(sorted((first.indicator.id, second.indicator.id)))
        return NotComparable("indicator", _("they are of different indicators: {ids}", ids=ids))
    if first.dimensions != second.dimensions:
        return NotComparable("part", _("they are about different parts of the whole"))
    if None not in (first.basis, second.basis) and first.basis != second.basis:
        bases = joined(sorted((first.basis or "", second.basis or "")))
        return NotComparable("basis", _("they are about different people: {bases}", bases=bases))
    return None


def _check_period(first: Figure, second: Figure) -> NotComparable | None:
    return why_periods_not_comparable(first.indicator, first.period, second.period)


def why_periods_not_comparable(
    indicator: Indicator, first: Period, second: Period
) -> NotComparable | None:
    """Return why figures of two periods of an indicator may not be compared; None where they may.

    Args:
        indicator: The indicator, with the breaks in its series.
        first: A period.
        second: Another one, earlier or later.
    """
    earlier, later = sorted(
        (first, second), key=lambda period: (period.last_day, period.first_day, period.kind)
    )
    if not earlier.is_comparable_with(later):
        if (earlier.kind in _TO_DATE) != (later.kind in _TO_DATE):
            to_date, full = (earlier, later) if earlier.kind in _TO_DATE else (later, earlier)
            return NotComparable(
                "period",
                _(
                    "{to_date} is counted only up to a day, {full} is whole",
                    to_date=to_date,
                    full=full,
                ),
            )
        return NotComparable(
            "period",
            _("{earlier} and {later} are periods of different types", earlier=earlier, later=later),
        )
    for break_ in indicator.breaks:
        if earlier.last_day < break_.first_period.first_day <= later.last_day:
            reason = _(
                "the series breaks at {first_period}, between {earlier} and {later}",
                first_period=break_.first_period,
                earlier=earlier,
                later=later,
            )
            return NotComparable("break", reason)
    return None


def _check_status(first: Figure, second: Figure) -> NotComparable | None:
    if (first.status == _MANAGEMENT) != (second.status == _MANAGEMENT):
        return NotComparable(
            "status", _("one is published and the other is management information")
        )
    return None


def _check_faults(first: Figure, second: Figure) -> NotComparable | None:
    faulty = [figure for figure in (first, second) if figure.fault is not None]
    if not faulty:
        return None
    figure = min(faulty, key=lambda figure: (figure.period.last_day, figure.area, figure.fault))
    title = _(fault_by_code(figure.fault or "").title)
    return NotComparable("fault", f"{title} ({figure.period})")


_Rule = Callable[[Figure, Figure], NotComparable | None]
_SERIES_RULES: tuple[_Rule, ...] = (_check_subject, _check_period, _check_status)
_RULES: tuple[_Rule, ...] = (*_SERIES_RULES, _check_faults)


def why_not_one_series(first: Figure, second: Figure) -> NotComparable | None:
    """Return why two figures belong to different series; a fault in one of them does not count."""
    return next(
        (problem for rule in _SERIES_RULES if (problem := rule(first, second)) is not None), None
    )


def why_target_not_comparable(
    indicator: Indicator, measured_in: Period | None, due: PeriodValue | None, period: Period
) -> NotComparable | None:
    """Return why a figure may not be compared with a target; None where it may.

    A target is of the same footing as the figure it was set beside: the baseline of its measure, or
    the benchmark it is pinned to. Without one it is for the type of period of its indicator, and
    without that for whole periods. A count up to a day has a target for that day of a year only.

    Args:
        indicator: The indicator, with the breaks in its series.
        measured_in: Period of the baseline, or of the pinned benchmark; None where there is none.
        due: When the target is due; None where it is not stated.
        period: Period of the figure.

    Examples:
        >>> from sendframe.model import CalendarYear, Text, YearToDate
        >>> period = YearToDate(year_kind="calendar", year=2025, until=date(2025, 9, 30))
        >>> plans = Indicator(id="p", title=Text(default="Plans"), unit="count", direction="higher")
        >>> why_target_not_comparable(plans, None, CalendarYear(year=2026), period).sentence
        '2025 to 30 September 2025 is counted only up to a day, and the target is for whole periods'
        >>> other = YearToDate(year_kind="calendar", year=2024, until=date(2024, 6, 30))
        >>> why_target_not_comparable(plans, other, None, period).code
        'period'
    """
    kind, is_to_date = indicator.period_type, period.kind in _TO_DATE
    if measured_in is not None:
        if measured_in.kind in _TO_DATE or not is_to_date:
            return why_periods_not_comparable(indicator, measured_in, period)
        kind = measured_in.kind
    elif is_to_date and indicator.is_count:
        day = (period.last_day.month, period.last_day.day)
        is_due_then = (
            due is not None and due.is_dated and day == (due.last_day.month, due.last_day.day)
        )
        kind = kind if is_due_then else None
    if period.kind == kind or (kind is None and not is_to_date):
        return None
    if is_to_date:
        return NotComparable(
            "period",
            _(
                "{period} is counted only up to a day, and the target is for whole periods",
                period=period,
            ),
        )
    name = (kind or "").replace("_", " ")
    return NotComparable(
        "period",
        _(
            "the target is for periods of the type {name}, and {period} is none",
            name=name,
            period=period,
        ),
    )


def is_one_year_earlier(later: Period, earlier: Period) -> bool:
    """Say whether a period is the same period of the year before another one.

    Args:
        later: The later period.
        earlier: The period to test; days and weeks may be up to six days off.

    Examples:
        >>> from sendframe.model import CalendarYear
        >>> is_one_year_earlier(CalendarYear(year=2024), CalendarYear(year=2023))
        True
        >>> is_one_year_earlier(CalendarYear(year=2024), CalendarYear(year=2022))
        False
    """
    if not later.is_comparable_with(earlier):
        return False
    first_day = later.first_day
    # The day before 1 March stands for 29 February, which most years have not.
    is_leap_day = (first_day.month, first_day.day) == (2, 29)
    expected = (
        date(first_day.year - 1, 2, 28)
        if is_leap_day
        else first_day.replace(year=first_day.year - 1)
    )
    tolerance = timedelta(days=_DAYS_OFF if later.kind in ("week", "snapshot") else 0)
    return abs(earlier.first_day - expected) <= tolerance
