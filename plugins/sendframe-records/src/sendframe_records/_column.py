"""Columns of a record, and what is computed from columns alone."""

from datetime import date
from typing import NoReturn, TypeAlias

import attrs

from ._expression import AsAt, Condition, Day, Expression, InCodes, Known, Number
from ._problem import NotPortable

__all__ = [
    "CodeColumn",
    "Column",
    "DayColumn",
    "DayInYear",
    "DaysBetween",
    "FlagColumn",
    "NumberColumn",
    "in_year_of",
]


@attrs.frozen(eq=False)
class _Column(Expression):
    """What all columns have.

    Attributes:
        name: Its name.
        title: What it has.
    """

    name: str
    title: str

    def __str__(self) -> str:
        return self.name

    @property
    def known(self) -> Condition:
        """Whether the column has a value. Always true or false."""
        return Known(self)


@attrs.frozen(eq=False)
class DayColumn(_Column, Day):
    """A column of days; its title says what happened on the day."""


@attrs.frozen(eq=False)
class DayInYear(Day):
    """A day and month, such as 15 February, in the calendar year of another day."""

    month: int
    day: int
    of: DayColumn

    def __str__(self) -> str:
        return f"{self.month:02d}-{self.day:02d} in the year of {self.of}"

    def parts(self) -> tuple[Expression, ...]:
        return (self.of,)


def in_year_of(day: DayColumn, month: int, day_of_month: int) -> Day:
    """Return a day and month in the calendar year of another day.

    Raises:
        ValueError: There is no such day every year.
    """
    date(2023, month, day_of_month)  # no leap year
    return DayInYear(month, day_of_month, day)


@attrs.frozen(eq=False)
class NumberColumn(_Column, Number):
    """A column of whole numbers."""


@attrs.frozen(eq=False)
class DaysBetween(Number):
    """The number of days from one day to another; 0 on the same day, negative before it."""

    start: DayColumn
    stop: DayColumn | AsAt

    def __str__(self) -> str:
        return f"days from {self.start} to {self.stop}"

    def parts(self) -> tuple[Expression, ...]:
        return (self.start, self.stop)


@attrs.frozen(eq=False)
class CodeColumn(_Column):
    """A column of codes.

    Attributes:
        codes: What each code means.
    """

    codes: dict[str, str]

    def is_in(self, *codes: str) -> Condition:
        """Return whether the code is one of these.

        Raises:
            ValueError: A code is not one of the column, or none is given.
        """
        unknown = [code for code in codes if code not in self.codes]
        if unknown or not codes:
            message = f"{self.name} has no code {unknown[:1]}; it has {sorted(self.codes)}"
            raise ValueError(message)
        return InCodes(self, tuple(sorted(set(codes))))

    def __lt__(self, other: object) -> NoReturn:
        raise NotPortable("an order of codes", "PostgreSQL", "is_in(…)")

    __le__ = __gt__ = __ge__ = __lt__


@attrs.frozen(eq=False)
class FlagColumn(_Column, Condition):
    """A column of yes and no, which is a condition itself."""


Column: TypeAlias = DayColumn | NumberColumn | CodeColumn | FlagColumn
