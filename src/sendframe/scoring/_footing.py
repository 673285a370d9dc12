"""Whether two periods of an indicator stand on one footing, and if not, why."""

from datetime import date, timedelta

from sendframe.model import Indicator, Period

__all__ = ["a_year_before", "why_apart"]

_TO_DATE = ("year_to_date", "term_to_date")
_DAYS_OFF = 6  # a snapshot day or a week lies a few days off the one of the year before


def why_apart(indicator: Indicator, one: Period, other: Period) -> str | None:
    """Say why figures of two periods may not be set side by side; None where they may.

    Args:
        indicator: The indicator, which knows the breaks in its series.
        one: A period.
        other: Another one, earlier or later.

    Examples:
        >>> from sendframe.model import CalendarYear, FinancialYear, Text
        >>> rate = Indicator(id="r", title=Text(default="R"), unit="percent", direction="higher")
        >>> why_apart(rate, CalendarYear(year=2023), FinancialYear(start_year=2024))
        '2023 and 2024-25 are periods of different types'
        >>> why_apart(rate, CalendarYear(year=2023), CalendarYear(year=2024)) is None
        True
    """
    if not one.is_comparable_with(other):
        if (one.kind in _TO_DATE) != (other.kind in _TO_DATE):
            part, whole = (one, other) if one.kind in _TO_DATE else (other, one)
            return f"{part} is counted only up to a day, {whole} is whole"
        return f"{one} and {other} are periods of different types"
    first, last = sorted((one, other), key=lambda each: each.last_day)
    for each in indicator.breaks:
        if first.last_day < each.first_period.first_day <= last.last_day:
            return f"the series breaks at {each.first_period}, between {first} and {last}"
    return None


def a_year_before(later: Period, earlier: Period) -> bool:
    """Say whether a period is the same one of the year before.

    Args:
        later: The later period.
        earlier: The one that is looked at; days and weeks may lie up to six days off.

    Examples:
        >>> from sendframe.model import CalendarYear, parse_period
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
