"""Parse numbers in a table of text, a column at a time."""

import re
from array import array
from collections.abc import Callable, Iterable
from math import nan
from typing import TypeVar

__all__ = ["NumberParser", "is_number_text"]

_NUMBER = re.compile(r"-?[0-9]{1,16}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?")
MOST_REMEMBERED = 16_384

N = TypeVar("N", int, float)


def is_number_text(text: str) -> bool:
    """Say whether a text is a number of a table: digits, a point, an exponent.

    Python's `float` also takes ``nan``, ``inf``, ``1_000`` and digits of other scripts.

    Examples:
        >>> [is_number_text(text) for text in ("-1.50", "6.7e1", "nan", "1_000", ".5", "")]
        [True, True, False, False, False, False]
    """
    return _NUMBER.fullmatch(text) is not None


class NumberParser:
    """Parses cells that hold numbers, column by column; texts that come again are remembered.

    Examples:
        >>> parser = NumberParser()
        >>> list(parser.numbers(["71.0", "c", "-2"]))
        [71.0, nan, -2.0]
        >>> list(parser.decimals(["71.0", "71", "1.25e1", "1e-3", "c"]))
        [1, 0, 1, 3, -1]

    Hook: ``sendframe_readers``.
    """

    def __init__(self) -> None:
        self._numbers = _Parsed(float, nan)
        self._decimals = _Parsed(_decimals_of, -1)

    def numbers(self, cells: Iterable[str]) -> "array[float]":
        """Return the number in each cell, and NaN for a cell that holds something else."""
        return array("d", self._numbers.of(cells))

    def decimals(self, cells: Iterable[str]) -> "array[int]":
        """Return with how many decimals the number of each cell is printed, and -1 for none."""
        return array("q", self._decimals.of(cells))


class _Parsed(dict[str, N]):
    """What cells are parsed to; a new cell is parsed, and *none* if it holds no number."""

    def __init__(self, parse: Callable[[str], N], none: N) -> None:
        super().__init__()
        self._parse: Callable[[str], N] = parse
        self._none: N = none

    def __missing__(self, cell: str) -> N:
        parsed: N = self._parse(cell) if is_number_text(cell) else self._none
        self[cell] = parsed
        return parsed

    def of(self, cells: Iterable[str]) -> Iterable[N]:
        """Return what each cell is parsed to."""
        if len(self) > MOST_REMEMBERED:
            self.clear()
        return map(self.__getitem__, cells)


def _decimals_of(number: str) -> int:
    if "e" not in number and "E" not in number:
        return len(number.partition(".")[2])
    digits, _, exponent = number.lower().partition("e")
    return max(0, _decimals_of(digits) - int(exponent))
