"""Expressions over records: days, numbers and conditions.

An expression computes nothing. It is a value that `compile_condition` turns into the same
computation on every engine. Only what all engines compute alike can be written down.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Generic, NoReturn, TypeVar

import attrs

from ._problem import NotPortable
from ._span import Span

__all__ = [
    "AS_AT",
    "AsAt",
    "Both",
    "Compared",
    "Condition",
    "Day",
    "Either",
    "Expression",
    "InCodes",
    "Known",
    "Moved",
    "Not",
    "Number",
    "OnDay",
    "on",
]


class Expression:
    """What all expressions have: a text that is equal for equal expressions, and their parts."""

    def __str__(self) -> str:
        raise NotImplementedError

    def parts(self) -> "tuple[Expression, ...]":
        """Return the expressions that this one is made of."""
        return ()

    def walk(self) -> "Iterator[Expression]":
        """Yield this expression and all that it is made of."""
        yield self
        for part in self.parts():
            yield from part.walk()

    def __bool__(self) -> NoReturn:
        message = "an expression is neither true nor false before it is computed; "
        raise TypeError(message + "use & for and, | for or, ~ for not")

    def __eq__(self, other: object) -> NoReturn:
        message = "expressions have no == and !=; use is_in(…) for codes, <= and >= for the rest"
        raise TypeError(message)

    __ne__ = __eq__
    __hash__ = object.__hash__


class Condition(Expression):
    """What is true, false or unknown of each record. Unknown is never counted.

    A condition about something unknown is unknown, and so is its opposite; `known` always has an
    answer. ``&``, ``|`` and ``~`` follow SQL: false and unknown is false, true or unknown is true.
    """

    def __and__(self, other: "Condition") -> "Condition":
        return Both(self, checked_condition(other))

    def __or__(self, other: "Condition") -> "Condition":
        return Either(self, checked_condition(other))

    def __invert__(self) -> "Condition":
        return Not(self)

    def __add__(self, other: object) -> NoReturn:
        raise NotPortable("a sum of conditions", "Spark", "count(condition)")

    __radd__ = __add__

    def sum(self) -> NoReturn:
        """Refuse: engines differ in what the sum of conditions is.

        Raises:
            NotPortable: Always.
        """
        raise NotPortable("a sum of conditions", "Spark", "count(condition)")

    def mean(self) -> NoReturn:
        """Refuse: engines differ in what the mean of conditions is.

        Raises:
            NotPortable: Always.
        """
        raise NotPortable("a mean of conditions", "Spark", "share(condition, of=condition)")


def checked_condition(value: object) -> Condition:
    """Return a value that must be a condition.

    Raises:
        NotPortable: It is an expression of another library.
        TypeError: It is no expression.
    """
    if isinstance(value, Condition):
        return value
    library = type(value).__module__.partition(".")[0]
    if library in _FAILS_ON:
        use = "the columns of the record"
        raise NotPortable(f"an expression of {library}", _FAILS_ON[library], use)
    message = f"a condition is needed here, not {type(value).__name__}"
    raise TypeError(message)


_FAILS_ON = {"narwhals": "DuckDB", "polars": "DuckDB", "duckdb": "Polars", "pyspark": "DuckDB"}
"""An engine that does not compute all that may be written with each library."""


_Other = TypeVar("_Other")


class _Ordered(Expression, Generic[_Other]):
    """What may be compared by size; subclasses say with what."""

    def _operand(self, other: _Other) -> "Day | int":
        raise NotImplementedError

    def __le__(self, other: _Other) -> Condition:
        return Compared(self, "<=", self._operand(other))

    def __lt__(self, other: _Other) -> Condition:
        return Compared(self, "<", self._operand(other))

    def __ge__(self, other: _Other) -> Condition:
        return Compared(self, ">=", self._operand(other))

    def __gt__(self, other: _Other) -> Condition:
        return Compared(self, ">", self._operand(other))


class Day(_Ordered["Day | date"]):
    """A day of each record, or a fixed one."""

    def __add__(self, span: Span) -> "Day":
        return Moved(self, _checked_span(span))

    def __sub__(self, span: Span) -> "Day":
        checked = _checked_span(span)
        return Moved(self, Span(-checked.days, -checked.months))

    def _operand(self, other: "Day | date") -> "Day":
        if isinstance(other, Day):
            return other
        if type(other) is date:
            return OnDay(other)
        message = f"a day is compared with a day, not with {type(other).__name__}"
        raise TypeError(message)


def _checked_span(value: object) -> Span:
    if isinstance(value, Span):
        return value
    if isinstance(value, Day):
        raise NotPortable("a day minus a day", "DuckDB", "days_between(start, stop)")
    message = "use days(), weeks(), months() or years() with a day"
    raise TypeError(message)


@attrs.frozen(eq=False)
class OnDay(Day):
    """A fixed day."""

    day: date

    def __str__(self) -> str:
        return self.day.isoformat()


@attrs.frozen(eq=False)
class AsAt(Day):
    """The day that figures are about."""

    def __str__(self) -> str:
        return "as at"


AS_AT = AsAt()
"""The day that figures are about, which is chosen when they are computed."""


def on(year: int, month: int, day: int) -> Day:
    """Return a fixed day."""
    return OnDay(date(year, month, day))


@attrs.frozen(eq=False)
class Moved(Day):
    """A day so much later, or earlier, than another."""

    start: Day
    span: Span

    def __str__(self) -> str:
        parts = [
            f"{number:+d} {unit}"
            for number, unit in ((self.span.days, "days"), (self.span.months, "months"))
            if number
        ]
        return f"({self.start} {' '.join(parts) or '+0 days'})"

    def parts(self) -> tuple[Expression, ...]:
        return (self.start,)


class Number(_Ordered[int]):
    """A whole number of each record."""

    def _operand(self, other: int) -> int:
        if type(other) is int:
            return other
        message = f"a number is compared with a whole number, not with {type(other).__name__}"
        raise TypeError(message)


@attrs.frozen(eq=False)
class Compared(Condition):
    """A comparison of two days, or of a number with a fixed one."""

    left: _Ordered[Any]
    sign: str
    right: Day | int

    def __str__(self) -> str:
        return f"{self.left} {self.sign} {self.right}"

    def parts(self) -> tuple[Expression, ...]:
        return (self.left,) if isinstance(self.right, int) else (self.left, self.right)


@attrs.frozen(eq=False)
class _OfColumn(Condition):
    column: Expression

    def parts(self) -> tuple[Expression, ...]:
        return (self.column,)


@attrs.frozen(eq=False)
class Known(_OfColumn):
    """Whether a column has a value. Always true or false."""

    def __str__(self) -> str:
        return f"{self.column} known"


@attrs.frozen(eq=False)
class InCodes(_OfColumn):
    """Whether a code is one of some."""

    codes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.column} in {', '.join(self.codes)}"


@attrs.frozen(eq=False)
class _OfTwo(Condition):
    left: Condition
    right: Condition

    def parts(self) -> tuple[Expression, ...]:
        return (self.left, self.right)


@attrs.frozen(eq=False)
class Both(_OfTwo):
    """Two conditions that both hold."""

    def __str__(self) -> str:
        return f"({self.left} and {self.right})"


@attrs.frozen(eq=False)
class Either(_OfTwo):
    """Two conditions of which one holds, or both."""

    def __str__(self) -> str:
        return f"({self.left} or {self.right})"


@attrs.frozen(eq=False)
class Not(Condition):
    """The opposite of a condition; unknown where it is unknown."""

    of: Condition

    def __str__(self) -> str:
        return f"not {self.of}"

    def parts(self) -> tuple[Expression, ...]:
        return (self.of,)
