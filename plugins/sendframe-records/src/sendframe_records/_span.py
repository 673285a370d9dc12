"""Lengths of time, in whole days or whole months."""

import attrs

__all__ = ["Span", "days", "months", "weeks", "years"]


@attrs.frozen
class Span:
    """A length of time, in whole days or whole months."""

    days: int = 0
    months: int = 0


def days(number: int) -> Span:
    """Return a number of days, of either sign."""
    return Span(days=number)


def weeks(number: int) -> Span:
    """Return a number of weeks of seven days, of either sign."""
    return Span(days=7 * number)


def months(number: int) -> Span:
    """Return a number of calendar months; where the day does not exist, the month's last day is meant."""
    return Span(months=number)


def years(number: int) -> Span:
    """Return a number of years; one year after 29 February is 28 February."""
    return Span(months=12 * number)
