"""Parse numbers in a table of text, a column at a time."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from math import nan
from typing import TypeVar

__all__ = ["NumberParser", "is_number_text"]

_NUMBER = r"-?[0-9]{1,16}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?"
_ONE = re.compile(_NUMBER)
_MANY = re.compile(rf"{_NUMBER}(?:\n{_NUMBER})*+")  # possessive: a long column needs no stack
MOST_REMEMBERED = 16_384

N = TypeVar("N", int, float)


def is_number_text(text: str) -> bool:
    """Say whether a text is a number of a table: digits, a point, an exponent.

    Python's `float` also takes ``nan``, ``inf``, ``1_000`` and digits of other scripts.

    Examples:
        >>> [is_number_text(text) for text in ("-1.50", "6.7e1", "nan", "1_000", ".5", "")]
        [True, True, False, False, False, False]
    """
    return _ONE.fullmatch(text) is not None


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
        self._numbers: dict[str, float] = {}
        self._decimals: dict[str, int] = {}

    def numbers(self, cells: Sequence[str]) -> "array[float]":
        """Return the number in each cell, and NaN for a cell that holds something else."""
        known = self._numbers
        new = set(cells).difference(known)
        if new:
            if len(known) > MOST_REMEMBERED:
                known.clear()
                new = set(cells)
            texts = list(new)
            known.update(zip(texts, _parse(texts, float, nan), strict=True))
        return array("d", map(known.__getitem__, cells))

    def decimals(self, cells: Sequence[str]) -> "array[int]":
        """Return with how many decimals the number of each cell is printed, and -1 for none."""
        known = self._decimals
        new = set(cells).difference(known)
        if new:
            if len(known) > MOST_REMEMBERED:
                known.clear()
                new = set(cells)
            texts = list(new)
            known.update(zip(texts, _parse(texts, _decimals_of, -1), strict=True))
        return array("q", map(known.__getitem__, cells))


def _parse(cells: Sequence[str], parse: Callable[[str], N], none: N) -> Iterable[N]:
    """Parse the cells that hold a number; *none* is for the others."""
    text = "\n".join(cells)
    if text.count("\n") == len(cells) - 1 and _MANY.fullmatch(text):
        return map(parse, cells)
    return [parse(cell) if _ONE.fullmatch(cell) else none for cell in cells]


def _decimals_of(number: str) -> int:
    digits, has_exponent, exponent = number.lower().partition("e")
    decimals = len(digits.partition(".")[2])
    return max(0, decimals - int(exponent)) if has_exponent else decimals
