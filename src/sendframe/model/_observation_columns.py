"""Whether columns hold figures as they must be: at once for sound ones, by row for others."""

from collections.abc import Mapping
from math import isfinite
from types import NoneType

import attrs

from sendframe.errors import InvalidValue

from ._checking import Checker, checker_of
from ._constraint import LARGEST_INTEGER
from ._observation import Observation

__all__: list[str] = []

OWNER = "Observations"
_WORDS = ("indicator", "area", "symbol", "status", "release", "source_file")
_VALUES = ("period", "dimensions")
_NUMBERS = ("value", "numerator", "denominator")


def as_numbers(column: tuple[object, ...]) -> tuple[object, ...]:
    """Return a column in which whole numbers are floats, as in the constructor of a figure."""
    if not {bool, int} & set(map(type, column)):
        return column
    return tuple(
        float(each) if type(each) is int and abs(each) <= LARGEST_INTEGER else each
        for each in column
    )


def check_columns(columns: Mapping[str, tuple[object, ...]]) -> None:
    """Look whether every row would make an `Observation`.

    Raises:
        InvalidValue: A column is shorter or longer than the first, or a row breaks a rule; the
            pointer begins with the number of the row, from 0.
    """
    length = len(columns["indicator"])
    for name, column in columns.items():
        if len(column) != length:
            problem = f"has {len(column)} rows, and indicator has {length}"
            raise InvalidValue(OWNER, f"/{name}", problem)
    rows = () if _are_sound(columns) else zip(*columns.values(), strict=True)
    for row, values in enumerate(rows):
        try:
            Observation(**dict(zip(columns, values, strict=True)))
        except InvalidValue as error:
            raise InvalidValue(OWNER, f"/{row}{error.pointer}", error.problem) from None


def _are_sound(columns: Mapping[str, tuple[object, ...]]) -> bool:
    """Say whether all rows are certainly sound; each different value is looked at once."""
    return (
        all(_are_words(columns[name], _check(name)) for name in _WORDS)
        and all(_are_values(columns[name], _check(name)) for name in _VALUES)
        and all(_are_numbers(columns[name], _check(name)) for name in _NUMBERS)
        and _are_rows(columns["source_row"], _check("source_row"))
        and _agree(columns)
    )


def _check(name: str) -> Checker:
    return checker_of(attrs.fields_dict(Observation)[name].type)


def _are_words(column: tuple[object, ...], check: Checker) -> bool:
    if not set(map(type, column)) <= {str, NoneType}:
        return False
    return not any(True for each in set(column) for _ in check(each))


def _are_values(column: tuple[object, ...], check: Checker) -> bool:
    # By identity, since comparing values takes longer; tables share them between rows.
    different = {id(each): each for each in column}
    return not any(True for each in different.values() for _ in check(each))


def _are_numbers(column: tuple[object, ...], check: Checker) -> bool:
    if not set(map(type, column)) <= {float, NoneType}:
        return False
    numbers = [each for each in column if isinstance(each, float)]
    if not all(map(isfinite, numbers)):
        return False
    ends = (min(numbers), max(numbers)) if numbers else ()
    return not any(True for each in ends for _ in check(each))


def _are_rows(column: tuple[object, ...], check: Checker) -> bool:
    if not set(map(type, column)) <= {int, NoneType}:
        return False
    numbers = [each for each in column if isinstance(each, int)]
    ends = (min(numbers), max(numbers)) if numbers else ()
    return not any(True for each in ends for _ in check(each))


def _agree(columns: Mapping[str, tuple[object, ...]]) -> bool:
    """Say whether the columns agree with each other, as `Observation.broken_rules` asks."""
    value, symbol = columns["value"], columns["symbol"]
    if [each is None for each in value] != [each is not None for each in symbol]:
        return False
    bottom = columns["denominator"]
    return 0 not in bottom or not any(
        each is not None and below == 0 for each, below in zip(value, bottom, strict=True)
    )
