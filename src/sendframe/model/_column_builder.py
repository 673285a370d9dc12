"""Build a column from cells of text, parsing each different cell once."""

import gc
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from ._column import Coded

__all__ = ["CodedBuilder", "paused_garbage_collection"]

T = TypeVar("T")


class _Codes(dict[Any, int]):
    """The code of each different cell; a new cell is parsed."""

    def __init__(self, parse: Callable[[Any], object]) -> None:
        super().__init__()
        self.parse = parse
        self.meanings: list[Any] = []

    def __missing__(self, cell: object) -> int:
        self.meanings.append(self.parse(cell))
        self[cell] = code = len(self.meanings) - 1
        return code


class CodedBuilder(Generic[T]):
    """Builds a `Coded` column from cells, parsing each different cell once.

    Args:
        parse: Returns the value of a cell. A cell may be a tuple of several.

    Examples:
        >>> builder = CodedBuilder(float)
        >>> builder.extend(["71", "71", "71.0", "8"])
        >>> list(builder.column()), builder.column().values
        ([71.0, 71.0, 71.0, 8.0], (71.0, 8.0))

    Document: ``observations``, as a column.
    """

    def __init__(self, parse: Callable[[Any], T]) -> None:
        self._codes = _Codes(parse)
        self._rows = array("I")

    @property
    def values(self) -> list[T]:
        """The value of each different cell, by its code."""
        return self._codes.meanings

    def codes_of(self, cells: Iterable[object]) -> "array[int]":
        """Return the code of each cell, without adding a row."""
        return array("I", map(self._codes.__getitem__, cells))

    def extend(self, cells: Iterable[object]) -> None:
        """Add a row for each cell."""
        self._rows.extend(self.codes_of(cells))

    def extend_codes(self, codes: Iterable[int]) -> None:
        """Add a row for each code that `codes_of` returned."""
        self._rows.extend(codes)

    def column(self) -> Coded[T]:
        """Return the column of the rows added so far."""
        return Coded.of_codes(self.values, self._rows)


@contextmanager
def paused_garbage_collection() -> Iterator[None]:
    """Pause the search for circular garbage while a large file is read.

    The search looks at every row again and again, which was measured to take a third of the time.

    Examples:
        >>> with paused_garbage_collection():
        ...     gc.isenabled()
        False
        >>> gc.isenabled()
        True
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
