"""Parse numbers in a table of text, a column at a time."""

import re
from array import array
from collections.abc import Iterable, Sequence
from math import nan

__all__ = ["is_number_text", "parse_numbers", "printed_decimals"]

_NUMBER = r"-?[0-9]{1,16}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?"
_ONE = re.compile(_NUMBER)
_MANY = re.compile(rf"{_NUMBER}(?:\n{_NUMBER})*+")  # possessive: a long column needs no stack
_SHARE = 2
"""A column with fewer different texts than one in so many cells is parsed text by text."""


def is_number_text(text: str) -> bool:
    """Say whether a text is a number of a table: digits, a point, an exponent.

    Python's `float` also takes ``nan``, ``inf``, ``1_000`` and digits of other scripts.

    Examples:
        >>> [is_number_text(text) for text in ("-1.50", "6.7e1", "nan", "1_000", ".5", "")]
        [True, True, False, False, False, False]
    """
    return _ONE.fullmatch(text) is not None


def parse_numbers(cells: Sequence[str]) -> "array[float]":
    """Return the number in each cell, and NaN for a cell that is no number.

    Examples:
        >>> list(parse_numbers(["71.0", "c", "-2"]))
        [71.0, nan, -2.0]
    """
    different = set(cells)
    if len(different) * _SHARE > len(cells):
        return array("d", _parse(cells))
    texts = list(different)
    numbers = dict(zip(texts, _parse(texts), strict=True))
    return array("d", map(numbers.__getitem__, cells))


def printed_decimals(cells: Sequence[str], numbers: Iterable[float]) -> "array[int]":
    """Return the number of decimals printed in each cell, and -1 for no number.

    Args:
        cells: The cells of a column.
        numbers: The number in each, as `parse_numbers` returns them.

    Examples:
        >>> cells = ["71.0", "71", "1.25e1", "1e-3", "c"]
        >>> list(printed_decimals(cells, parse_numbers(cells)))
        [1, 0, 1, 3, -1]
    """
    decimals = {
        cell: -1 if number != number else _decimals_of(cell)  # noqa: PLR0124  # NaN
        for cell, number in dict(zip(cells, numbers, strict=True)).items()
    }
    return array("q", map(decimals.__getitem__, cells))


def _parse(cells: Sequence[str]) -> Iterable[float]:
    text = "\n".join(cells)
    if text.count("\n") == len(cells) - 1 and _MANY.fullmatch(text):
        return map(float, cells)
    return [float(cell) if _ONE.fullmatch(cell) else nan for cell in cells]


def _decimals_of(number: str) -> int:
    if "e" not in number and "E" not in number:
        return len(number.partition(".")[2])
    digits, _, exponent = number.lower().partition("e")
    return max(0, len(digits.partition(".")[2]) - int(exponent))
