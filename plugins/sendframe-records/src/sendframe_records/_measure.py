"""Measures: what is computed from the records of an area and a period."""

from typing import TypeAlias

import attrs

from ._column import DayColumn, DaysBetween
from ._expression import AsAt, Condition, Day, checked_condition

__all__ = [
    "Count",
    "Measure",
    "Quantile",
    "Rate",
    "Share",
    "count",
    "days_between",
    "median_weeks",
    "percentile_weeks",
    "rate_per",
    "share",
]


@attrs.frozen(eq=False)
class Count:
    """How many records there are.

    Attributes:
        of: Which records are counted.
        when: The day that decides the year; None for what is counted as at a day.
    """

    of: Condition
    when: Day | None = None


@attrs.frozen(eq=False)
class Share:
    """Which part of some records others are, in per cent.

    Attributes:
        part: Which are in the numerator. Only records of the denominator are.
        of: Which are in the denominator.
        when: The day that decides the year; None for what is counted as at a day.
    """

    part: Condition
    of: Condition
    when: Day | None = None


@attrs.frozen(eq=False)
class Quantile:
    """The number of weeks that a share of the records takes at most, interpolated.

    Attributes:
        time: The days from one day to another.
        level: The share: 0.5 for the median.
        of: Which records count.
        when: The day that decides the year; None for what is counted as at a day.
    """

    time: DaysBetween
    level: float
    of: Condition
    when: Day | None = None

    @property
    def fewest(self) -> int:
        """How many records are needed, so that at least five are on either side."""
        return round(5 / min(self.level, 1 - self.level))


@attrs.frozen(eq=False)
class Rate:
    """How many records there are for so many people of a population.

    Attributes:
        per: For how many people.
        of: Which records are counted.
        population: Name of the population; a table beside the mapping has it by area and year.
        when: The day that decides the year; None for what is counted as at a day.
    """

    per: int
    of: Condition
    population: str
    when: Day | None = None


Measure: TypeAlias = Count | Share | Quantile | Rate


def count(of: Condition, *, when: Day | None = None) -> Count:
    """Count records.

    Args:
        of: Which records are counted.
        when: The day that decides the year; none for what is counted as at a day.

    Raises:
        NotPortable: The condition is written in another library.
        TypeError: It is no condition.
    """
    return Count(checked_condition(of), when)


def share(part: Condition, *, of: Condition, when: Day | None = None) -> Share:
    """Return which part of some records others are.

    Args:
        part: Which are in the numerator, of those in the denominator.
        of: Which are in the denominator.
        when: The day that decides the year; none for what is counted as at a day.

    Raises:
        NotPortable: A condition is written in another library.
        TypeError: One is no condition.
    """
    return Share(checked_condition(part), checked_condition(of), when)


def median_weeks(
    start: DayColumn, *, to: DayColumn | AsAt, of: Condition, when: Day | None = None
) -> Quantile:
    """Return the median number of weeks from one day to another.

    Args:
        start: The first day.
        to: The last day.
        of: Which records count, of those in which both days are known.
        when: The day that decides the year; none for what is counted as at a day.

    Raises:
        NotPortable: The condition is written in another library.
        TypeError: It is no condition.
    """
    return percentile_weeks(50, start, to=to, of=of, when=when)


def percentile_weeks(
    level: int,
    start: DayColumn,
    *,
    to: DayColumn | AsAt,
    of: Condition,
    when: Day | None = None,
) -> Quantile:
    """Return the number of weeks that so many per cent of the records take at most.

    Args:
        level: The per cent, 1 to 99.
        start: The first day.
        to: The last day.
        of: Which records count, of those in which both days are known.
        when: The day that decides the year; none for what is counted as at a day.

    Raises:
        NotPortable: The condition is written in another library.
        TypeError: It is no condition.
        ValueError: The level is below 1 or above 99.
    """
    if not 1 <= level <= 99:  # noqa: PLR2004  # per cent
        message = f"a percentile is between 1 and 99, not {level}"
        raise ValueError(message)
    known = start.known & to.known if isinstance(to, DayColumn) else start.known
    counted = known & checked_condition(of)
    return Quantile(DaysBetween(start, to), level / 100, counted, when)


def rate_per(per: int, of: Condition, *, population: str, when: Day | None = None) -> Rate:
    """Return how many records there are for so many people.

    Args:
        per: For how many people, such as 10,000.
        of: Which records are counted.
        population: Name of the population that the mapping gives a table for.
        when: The day that decides the year; none for what is counted as at a day.

    Raises:
        NotPortable: The condition is written in another library.
        TypeError: It is no condition.
    """
    return Rate(per, checked_condition(of), population, when)


def days_between(start: DayColumn, stop: DayColumn | AsAt) -> DaysBetween:
    """Return the number of days from one day to another, to compare with a whole number."""
    return DaysBetween(start, stop)
