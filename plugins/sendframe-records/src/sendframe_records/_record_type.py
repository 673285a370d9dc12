"""Kinds of record: their columns, the order of their days, and the bands they are broken down by."""

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ._column import CodeColumn, Column, DayColumn, FlagColumn, NumberColumn
from ._expression import Condition

__all__ = ["Bands", "Record", "bands", "code", "day", "flag", "number"]


@attrs.frozen(eq=False)
class Bands:
    """Names of groups, each with the condition of those in it; the first that is true counts.

    Attributes:
        name: Name of the breakdown.
        groups: The condition of each group.
    """

    name: str
    groups: Mapping[str, Condition]


def day(title: str) -> DayColumn:
    """Declare a column of days.

    Args:
        title: What happened on the day.
    """
    return DayColumn("", title)


def number(title: str) -> NumberColumn:
    """Declare a column of whole numbers."""
    return NumberColumn("", title)


def flag(title: str) -> FlagColumn:
    """Declare a column of yes and no."""
    return FlagColumn("", title)


def code(title: str, codes: Mapping[str, str] | None = None) -> CodeColumn:
    """Declare a column of codes.

    Args:
        title: What is coded.
        codes: What each code means; None for names of an area's own, such as those of services.
    """
    return CodeColumn("", title, dict(codes or {}))


def bands(groups: Mapping[str, Condition]) -> Bands:
    """Declare groups to break figures down by.

    Args:
        groups: The condition of each group, by its name. The first that is true counts.
    """
    return Bands("", dict(groups))


class Record:
    """A kind of record. Subclasses declare columns as attributes; their docstring is the manual.

    Every kind of record has an area, which the mapping gives.

    Examples:
        >>> class Visit(Record):
        ...     \"\"\"Visits.\"\"\"
        ...     made_on = day("the visit was made")
        >>> sorted(Visit.columns)
        ['made_on']
    """

    columns: ClassVar[Mapping[str, Column]] = {}
    bands: ClassVar[Mapping[str, Bands]] = {}
    order: ClassVar[tuple[tuple[DayColumn, DayColumn], ...]] = ()
    """Pairs of days of which the first cannot be after the second."""

    def __init_subclass__(cls) -> None:
        """Name the columns and bands after the attributes that declare them."""
        columns: dict[str, Column] = dict(cls.columns)
        groups: dict[str, Bands] = dict(cls.bands)
        for name, value in vars(cls).items():
            if isinstance(value, DayColumn | NumberColumn | CodeColumn | FlagColumn):
                object.__setattr__(value, "name", name)  # named once, as its class is made
                columns[name] = value
            elif isinstance(value, Bands):
                object.__setattr__(value, "name", name)  # the same
                groups[name] = value
        cls.columns, cls.bands = columns, groups

    @classmethod
    def breakdown(cls, name: str) -> CodeColumn | Bands:
        """Return what figures are broken down by.

        Raises:
            ValueError: There is no such column of codes, and there are no such bands.
        """
        member = cls.bands.get(name) or cls.columns.get(name)
        if isinstance(member, CodeColumn | Bands):
            return member
        codes = [key for key, column in cls.columns.items() if isinstance(column, CodeColumn)]
        message = f"{cls.__name__} has nothing to break down by called {name!r}; it has "
        raise ValueError(message + ", ".join(sorted((*codes, *cls.bands))))
