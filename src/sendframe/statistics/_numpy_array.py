"""Columns as arrays of numpy, and sums of them that are rounded once."""

from collections.abc import Sequence
from math import fsum
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ._engine import Column

__all__ = ["Floats", "Truths", "Whole", "floats", "plain", "sums", "whole"]

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Truths: TypeAlias = NDArray[np.bool_]

_EXACT = 2.0**53
"""Whole numbers whose sum stays below this are added exactly."""


def floats(values: Column) -> Floats:
    """Return a column as an array; NaN where there is no number."""
    found: Floats = np.asarray(values, dtype=np.float64)
    return found


def whole(values: Column) -> Whole:
    """Return a column of whole numbers as an array."""
    found: Whole = np.asarray(values, dtype=np.int64)
    return found


def plain(values: NDArray[Any], there: Truths) -> list[Any]:
    """Return an array as a column; None where there is nothing."""
    found: list[Any] = values.tolist()
    for row in np.flatnonzero(~there).tolist():
        found[row] = None
    return found


def sums(parts: Sequence[Floats]) -> Floats:
    """Return the sums across several columns, each rounded once, as `math.fsum` gives them.

    The errors of adding are kept and added up beside (Knuth's two-sum). Where it is not certain
    that this leads to the nearest number, which is rare, `math.fsum` itself is asked.
    """
    if all(_are_small(each, len(parts)) for each in parts):
        exact: Floats = np.add.reduce(parts)
        return exact
    total = np.zeros_like(parts[0])
    rest, size = np.zeros_like(total), np.zeros_like(total)
    for each in parts:
        total, error = _two_sum(total, each)
        rest += error
        size += np.abs(error)
    found, left = _two_sum(total, rest)
    doubt = size * (len(parts) * 2.0**-52)  # how far the sum of the errors may be off
    above, below = np.nextafter(found, np.inf) - found, np.nextafter(found, -np.inf) - found
    certain = ((left + doubt) * 2 < above) & ((left - doubt) * 2 > below)
    for row in np.flatnonzero(~certain).tolist():
        found[row] = fsum(float(each[row]) for each in parts)
    return found


def _are_small(values: Floats, count: int) -> bool:
    """Say whether so many columns like this one are added without any rounding."""
    is_whole = bool((values == np.floor(values)).all())
    return is_whole and float(np.abs(values).max(initial=0.0)) * count < _EXACT


def _two_sum(one: Floats, two: Floats) -> tuple[Floats, Floats]:
    """Return a sum, and exactly what its rounding took away."""
    total = one + two
    back = total - one
    return total, (one - (total - back)) + (two - back)
