"""Number the rows of a table of figures by what stands in some of its columns."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import add
from typing import Any

from ._column import Coded

__all__ = ["row_keys"]


def row_keys(columns: Sequence[tuple[Coded[Any], Sequence[int]]], rows: int) -> list[int]:
    """Return a key for each row: the sum of the numbers that its values have.

    Args:
        columns: Some columns, and for each the number of each of its ``values``.
        rows: Number of rows.

    Examples:
        >>> area = Coded(["E06000019", "E10000017", "E06000019"])
        >>> year = Coded([2023, 2023, 2024])
        >>> row_keys([(area, [0, 1]), (year, [0, 10])], 3)
        [0, 1, 10]
    """
    constant = sum(numbers[0] for column, numbers in columns if len(column.values) == 1)
    keys: Iterable[int] = repeat(constant, rows)
    for column, numbers in columns:
        if len(column.values) > 1:
            keys = map(add, keys, map(list(numbers).__getitem__, column.buffer))
    return list(keys)
