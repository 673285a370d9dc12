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
class DayColumn(Day):
    """A column of days.

    Attributes:
        name: Its name.
        title: What happened on the day.
    """

    name: str
    title: str

    def __str__(self) -> str:
        return self.name

    @property
    def known(self) -> Condition:
        """Whether the day is recorded."""
        return Known(self)


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
class NumberColumn(Number):
    """A column of whole numbers."""

    name: str
    title: str

    def __str__(self) -> str:
        return self.name

    @property
    def known(self) -> Condition:
        """Whether the number is recorded."""
        return Known(self)


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
class CodeColumn(Expression):
    """A column of codes.

    Attributes:
        name: Its name.
        title: What is coded.
        codes: What each code means.
    """

    name: str
    title: str
    codes: dict[str, str]

    def __str__(self) -> str:
        return self.name

    @property
    def known(self) -> Condition:
        """Whether a code is recorded."""
        return Known(self)

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
class FlagColumn(Condition):
    """A column of yes and no, which is a condition itself."""

    name: str
    title: str

    def __str__(self) -> str:
        return self.name

    @property
    def known(self) -> Condition:
        """Whether yes or no is recorded."""
        return Known(self)


Column: TypeAlias = DayColumn | NumberColumn | CodeColumn | FlagColumn
