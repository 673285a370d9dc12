"""Immutable columns of a table of figures, compared by their contents."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from math import nan
from typing import Any, Generic, Self, TypeVar, overload

__all__ = ["Coded", "Integers", "Numbers"]

T = TypeVar("T")


class _Column(Generic[T]):
    """The base class of columns: an array that cannot be changed from outside.

    Columns with equal rows are equal and have the same hash.
    """

    __slots__ = ("_array",)

    _array: "array[Any]"

    @property
    def buffer(self) -> memoryview:
        """The numbers of the column, read-only and without a copy, for other libraries."""
        return memoryview(self._array).toreadonly()

    @classmethod
    def _of_array(cls, numbers: "array[Any]") -> Self:
        """Return the column of numbers that are stored as this class stores them."""
        column = cls.__new__(cls)
        object.__setattr__(column, "_array", numbers)
        return column

    def __len__(self) -> int:
        return len(self._array)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._state() == other._state()

    def __hash__(self) -> int:
        return hash((type(self), self._state()))

    def _state(self) -> tuple[object, ...]:
        return (self._array.tobytes(),)

    def __setattr__(self, name: str, value: object) -> None:
        message = f"a column cannot be changed: {name}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        message = f"a column cannot be changed: {name}"
        raise AttributeError(message)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(of {len(self)} rows)"


def _joined(code: str, columns: Iterable[_Column[Any]]) -> "array[Any]":
    numbers = array(code)
    for column in columns:
        numbers += column._array  # noqa: SLF001  # bytes of its own kind are copied as they are
    return numbers


class Coded(_Column[T], Sequence[T]):
    """A column that stores each different value once, and a code for each row.

    Examples:
        >>> column = Coded(["Kent", "Kent", None])
        >>> column.values, list(column.buffer), column[1]
        (('Kent', None), [0, 0, 1], 'Kent')

    Document: ``observations``, as a column.
    """

    __slots__ = ("values",)

    values: tuple[T, ...]
    """Each different value once, in the order in which they first occur."""

    def __init__(self, rows: Iterable[T] = ()) -> None:
        # By identity first: rows share their values, and hashing a period takes much longer.
        as_list = rows if isinstance(rows, (list, tuple)) else list(rows)
        ids = list(map(id, as_list))
        numbers: dict[T, int] = {}
        by_id = {
            key: numbers.setdefault(value, len(numbers))
            for key, value in dict(zip(ids, as_list, strict=True)).items()
        }
        object.__setattr__(self, "_array", array("I", map(by_id.__getitem__, ids)))
        object.__setattr__(self, "values", tuple(numbers))

    @classmethod
    def of_codes(cls, values: Sequence[T], codes: Iterable[int]) -> "Coded[T]":
        """Return the column in which each row has the value of its code.

        Args:
            values: The values; unused ones are removed.
            codes: For each row the index of its value, from 0.
        """
        as_list = codes if isinstance(codes, array) else list(codes)
        numbers: dict[T, int] = {}
        # In the order in which they first occur.
        used = dict.fromkeys(as_list if len(values) > 1 else as_list[:1])
        new = {code: numbers.setdefault(values[code], len(numbers)) for code in used}
        renumbered = any(code != number for code, number in new.items())
        numbered = map(new.__getitem__, as_list) if renumbered else as_list
        column = cls.__new__(cls)
        object.__setattr__(column, "_array", array("I", numbered))
        object.__setattr__(column, "values", tuple(numbers))
        return column

    @classmethod
    def of_one(cls, value: T, rows: int) -> "Coded[T]":
        """Return the column in which every row has the same value."""
        return cls.of_codes((value,), array("I", bytes(4 * rows)))

    @overload
    def __getitem__(self, row: int) -> T: ...

    @overload
    def __getitem__(self, row: slice) -> "Coded[T]": ...

    def __getitem__(self, row: int | slice) -> "T | Coded[T]":
        if isinstance(row, slice):
            return Coded.of_codes(self.values, self._array[row])
        value: T = self.values[self._array[row]]
        return value

    def __iter__(self) -> Iterator[T]:
        return map(self.values.__getitem__, self._array)

    def take(self, rows: Iterable[int]) -> "Coded[T]":
        """Return the column of some rows, in the order given."""
        return Coded.of_codes(self.values, array("I", map(self._array.__getitem__, rows)))

    @classmethod
    def joined(cls, columns: "Iterable[Coded[T]]") -> "Coded[T]":
        """Return several columns as one, in the order given."""
        numbers: dict[T, int] = {}
        codes = array("I")
        for column in columns:
            new = [numbers.setdefault(value, len(numbers)) for value in column.values]
            if len(new) == 1:
                codes += array("I", new) * len(column)
            else:
                codes.extend(map(new.__getitem__, column.buffer))
        joined = cls._of_array(codes)
        object.__setattr__(joined, "values", tuple(numbers))
        return joined

    def _state(self) -> tuple[object, ...]:
        return (self._array.tobytes(), self.values)

    def __reduce__(self) -> tuple[object, ...]:
        return Coded.of_codes, (self.values, self._array)


class Numbers(_Column[float | None], Sequence[float | None]):
    """A column of numbers. In the buffer NaN means None, and -0.0 is stored as 0.0.

    Examples:
        >>> column = Numbers([1.5, None])
        >>> column[1], list(column.buffer), column == Numbers([1.5, None])
        (None, [1.5, nan], True)

    Document: ``observations``, as a column.
    """

    __slots__ = ()

    def __init__(self, rows: Iterable[float | None] = ()) -> None:
        # Adding 0.0 turns -0.0 into 0.0, so that equal numbers have equal bytes.
        numbers = array("d", [nan if value is None else value + 0.0 for value in rows])
        object.__setattr__(self, "_array", numbers)

    @classmethod
    def of_buffer(cls, numbers: Iterable[float]) -> "Numbers":
        """Return the column of numbers in which NaN means None."""
        # One NaN for all, and 0.0 for -0.0, so that equal columns have equal bytes.
        canonical = [number + 0.0 if number == number else nan for number in numbers]  # noqa: PLR0124
        return cls._of_array(array("d", canonical))

    @classmethod
    def of_none(cls, rows: int) -> "Numbers":
        """Return the column in which no row has a number."""
        return cls(repeat(None, rows))

    @overload
    def __getitem__(self, row: int) -> float | None: ...

    @overload
    def __getitem__(self, row: slice) -> "Numbers": ...

    def __getitem__(self, row: int | slice) -> "float | Numbers | None":
        if isinstance(row, slice):
            return Numbers.of_buffer(self._array[row])
        value: float = self._array[row]
        return None if value != value else value  # noqa: PLR0124  # NaN differs from itself

    def __iter__(self) -> Iterator[float | None]:
        # A list is made faster than a generator runs.
        return iter([None if value != value else value for value in self._array])  # noqa: PLR0124

    def take(self, rows: Iterable[int]) -> "Numbers":
        """Return the column of some rows, in the order given."""
        return self._of_array(array("d", map(self._array.__getitem__, rows)))

    @classmethod
    def joined(cls, columns: "Iterable[Numbers]") -> "Numbers":
        """Return several columns as one, in the order given."""
        return cls._of_array(_joined("d", columns))

    def __reduce__(self) -> tuple[object, ...]:
        return Numbers.of_buffer, (self._array,)


class Integers(_Column[int | None], Sequence[int | None]):
    """A column of whole numbers from 0. In the buffer -1 means None.

    Examples:
        >>> column = Integers([7, None])
        >>> column[1], list(column.buffer)
        (None, [7, -1])

    Document: ``observations``, as a column.
    """

    __slots__ = ()

    def __init__(self, rows: Iterable[int | None] = ()) -> None:
        numbers = array("q", [-1 if value is None else value for value in rows])
        object.__setattr__(self, "_array", numbers)

    @classmethod
    def of_buffer(cls, numbers: Iterable[int]) -> "Integers":
        """Return the column of whole numbers among which -1 stands for None."""
        return cls._of_array(array("q", numbers))

    @classmethod
    def of_none(cls, rows: int) -> "Integers":
        """Return the column in which no row has a number."""
        return cls(repeat(None, rows))

    @overload
    def __getitem__(self, row: int) -> int | None: ...

    @overload
    def __getitem__(self, row: slice) -> "Integers": ...

    def __getitem__(self, row: int | slice) -> "int | Integers | None":
        if isinstance(row, slice):
            return Integers.of_buffer(self._array[row])
        value: int = self._array[row]
        return None if value < 0 else value

    def __iter__(self) -> Iterator[int | None]:
        # A list is made faster than a generator runs.
        return iter([None if value < 0 else value for value in self._array])

    def take(self, rows: Iterable[int]) -> "Integers":
        """Return the column of some rows, in the order given."""
        return self._of_array(array("q", map(self._array.__getitem__, rows)))

    @classmethod
    def joined(cls, columns: "Iterable[Integers]") -> "Integers":
        """Return several columns as one, in the order given."""
        return cls._of_array(_joined("q", columns))

    def __reduce__(self) -> tuple[object, ...]:
        return Integers.of_buffer, (self._array,)
