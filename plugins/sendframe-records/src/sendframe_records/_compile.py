"""Expressions as Narwhals expressions, within what every engine computes alike."""

from calendar import monthrange
from datetime import date, timedelta
from functools import reduce
from typing import assert_never

import narwhals as nw

from ._column import CodeColumn, DayColumn, DayInYear, DaysBetween, FlagColumn, NumberColumn
from ._expression import (
    AsAt,
    Both,
    Compared,
    Condition,
    Day,
    Either,
    InCodes,
    Known,
    Moved,
    Not,
    Number,
    OnDay,
)
from ._record_type import Bands

__all__ = [
    "UNKNOWN_GROUP",
    "compile_condition",
    "compile_day",
    "compile_group",
    "days_name",
    "is_native",
    "moved_name",
]

UNKNOWN_GROUP = "not-known"
"""Name of the group of records that are in no other."""


def days_name(time: DaysBetween) -> str:
    """Return the name of the column that an engine computes for the days between two days."""
    stop = "as_at" if isinstance(time.stop, AsAt) else time.stop.name
    return f"_days_{time.start.name}_{stop}"


def compile_condition(condition: Condition, as_at: date) -> nw.Expr:
    """Return a condition as an expression of true, false and null.

    Args:
        condition: The condition.
        as_at: The day that figures are about.
    """
    match condition:
        case FlagColumn():
            return nw.col(condition.name)
        case Known():
            return ~nw.col(str(condition.column)).is_null()
        case InCodes():
            # Not is_in: of an unknown code it is false on one engine and unknown on another.
            column = nw.col(str(condition.column))
            return reduce(lambda left, right: left | right, (column == c for c in condition.codes))
        case Both():
            left, right = condition.left, condition.right
            return compile_condition(left, as_at) & compile_condition(right, as_at)
        case Either():
            left, right = condition.left, condition.right
            return compile_condition(left, as_at) | compile_condition(right, as_at)
        case Not():
            return ~compile_condition(condition.of, as_at)
        case Compared():
            return _compared(condition, as_at)
    message = f"no condition: {type(condition).__name__}"
    raise TypeError(message)


def _compared(condition: Compared, as_at: date) -> nw.Expr:
    left, right = condition.left, condition.right
    if isinstance(left, Number) and isinstance(right, int):
        return _signed(_number(left), condition.sign, nw.lit(right))
    if not (isinstance(left, Day) and isinstance(right, Day)):
        message = f"no comparison: {type(left).__name__} with {type(right).__name__}"
        raise TypeError(message)
    if isinstance(left, DayInYear) or isinstance(right, DayInYear):
        return _signed(_calendar(left, as_at), condition.sign, _calendar(right, as_at))
    return _signed(compile_day(left, as_at), condition.sign, compile_day(right, as_at))


def _signed(left: nw.Expr, sign: str, right: nw.Expr) -> nw.Expr:
    if sign == "<=":
        return left <= right
    if sign == "<":
        return left < right
    return left >= right if sign == ">=" else left > right


def _number(number: Number) -> nw.Expr:
    if isinstance(number, DaysBetween):
        return nw.col(days_name(number))
    assert isinstance(number, NumberColumn)  # noqa: S101  # there is no other
    return nw.col(number.name)


def compile_day(day: Day, as_at: date) -> nw.Expr:
    """Return a day as an expression of dates.

    Raises:
        TypeError: It is a day of the year, which is only compared.
    """
    match day:
        case DayColumn():
            return nw.col(day.name)
        case OnDay():
            return nw.lit(day.day)
        case AsAt():
            return nw.lit(as_at)
        case Moved():
            fixed = fixed_day(day, as_at)
            if fixed is not None:
                return nw.lit(fixed)
            if is_native(day):
                return nw.col(moved_name(day))
            start = compile_day(day.start, as_at)
            if day.span.months:
                start = start.dt.offset_by(f"{day.span.months}mo")
            return start.dt.offset_by(f"{day.span.days}d") if day.span.days else start
    message = "a day of the year cannot be moved; compare it"
    raise TypeError(message)


def fixed_day(day: Day, as_at: date) -> date | None:
    """Return a day that is the same for every record; None for one that is not."""
    if isinstance(day, OnDay):
        return day.day
    if isinstance(day, AsAt):
        return as_at
    start = fixed_day(day.start, as_at) if isinstance(day, Moved) else None
    if start is None or not isinstance(day, Moved):
        return None
    years, month = divmod(start.year * 12 + start.month - 1 + day.span.months, 12)
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, min(start.day, last)) + timedelta(days=day.span.days)


def is_native(day: Moved) -> bool:
    """Say whether the engine moves a day natively: one of a column, by days alone."""
    return isinstance(day.start, DayColumn) and not day.span.months


def moved_name(day: Moved) -> str:
    """Return the name of the column that an engine computes for a moved day."""
    return f"_{day.start}_{day.span.days:+d}".replace("-", "before_").replace("+", "after_")


def _calendar(day: Day, as_at: date) -> nw.Expr:
    """Return a day as the number that its digits make, such as 20240215."""
    if isinstance(day, DayInYear):
        return _year(nw.col(day.of.name)) * 10_000 + (day.month * 100 + day.day)
    dates = compile_day(day, as_at)
    month, day_of_month = dates.dt.month().cast(nw.Int64), dates.dt.day().cast(nw.Int64)
    return _year(dates) * 10_000 + month * 100 + day_of_month


def _year(dates: nw.Expr) -> nw.Expr:
    # Polars has months and days in eight bits, which 12 * 100 overflows without an error.
    return dates.dt.year().cast(nw.Int64)


def compile_group(breakdown: CodeColumn | Bands, as_at: date) -> nw.Expr:
    """Return the name of the group that each record is in."""
    match breakdown:
        case CodeColumn():
            column = nw.col(breakdown.name)
            return nw.when(~column.is_null()).then(column).otherwise(nw.lit(UNKNOWN_GROUP))
        case Bands():
            group = nw.lit(UNKNOWN_GROUP)
            for name, condition in reversed([*breakdown.groups.items()]):
                is_in = compile_condition(condition, as_at)
                group = nw.when(is_in).then(nw.lit(name)).otherwise(group)
            return group
    assert_never(breakdown)
