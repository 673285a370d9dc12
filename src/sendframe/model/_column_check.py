"""Convert and validate columns of figures, checking each different value once."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import isnan
from typing import Any

import attrs

from sendframe.errors import InvalidValue

from ._checking import Checker, checker_of
from ._column import Coded, Integers, Numbers
from ._constraint import LARGEST_INTEGER
from ._frozen import FrozenMap
from ._observation import Observation

__all__: list[str] = []

_OWNER = "Observations"
_WORDS = ("indicator", "area", "period", "symbol", "dimensions", "status", "release", "source_file")
_FILE = "origin_file"
_NUMBERS = ("value", "numerator", "denominator")
_DEFAULTS = {"dimensions": FrozenMap(), "status": "final"}


def column_of(name: str, given: Sequence[Any] | None, rows: int) -> Any:
    """Return a column in its compact form: a `Coded`, a `Numbers` or an `Integers`.

    Args:
        name: Which column.
        given: Its rows; None for a column of the default values of an `Observation`.
        rows: Number of rows of the table.
    """
    if name in _NUMBERS:
        if isinstance(given, Numbers):
            return given
        return Numbers.of_none(rows) if given is None else Numbers(given)
    if name in _WORDS or name == _FILE:
        if isinstance(given, Coded):
            return given
        return Coded.of_one(_DEFAULTS.get(name), rows) if given is None else Coded(given)
    if isinstance(given, Integers):
        return given
    return Integers.of_none(rows) if given is None else Integers(given)


def checked_columns(given: Mapping[str, Sequence[Any] | None], rows: int) -> dict[str, Any]:
    """Return columns in their compact form, if every row is a valid `Observation`.

    Raises:
        InvalidValue: A column is shorter or longer than the first, or a row breaks a rule; the
            pointer begins with the number of the row, from 0.
    """
    for name, column in given.items():
        if column is not None and len(column) != rows:
            problem = f"has {len(column)} rows, and indicator has {rows}"
            raise InvalidValue(_OWNER, f"/{name}", problem)
    try:
        if all(_has_types(name, column) for name, column in given.items()):
            columns = {name: column_of(name, column, rows) for name, column in given.items()}
            if _are_sound(columns):
                return columns
    except TypeError:  # a value that no column can store
        pass
    raise _first_problem(given)


def _first_problem(given: Mapping[str, Sequence[Any] | None]) -> InvalidValue:
    """Return the problem of the first row that is no valid `Observation`."""
    names = attrs.fields_dict(Observation)
    there = {key: column for key, column in given.items() if column is not None and key in names}
    for row, values in enumerate(zip(*there.values(), strict=True)):
        try:
            Observation(**dict(zip(there, values, strict=True)))
        except InvalidValue as error:
            return InvalidValue(_OWNER, f"/{row}{error.pointer}", error.problem)
    return InvalidValue(_OWNER, "/decimals", "holds something else than whole numbers from 0")


def _has_types(name: str, column: Sequence[Any] | None) -> bool:
    """Say whether a column of numbers has only numbers and None."""
    if column is None or isinstance(column, (Coded, Numbers, Integers)):
        return True
    if name in _WORDS:
        return True
    types = set(map(type, column))
    if name in _NUMBERS:
        # An integer becomes a float in an Observation only where every JSON reader keeps its value.
        return types <= {float, int, type(None)} and not any(
            abs(value) > LARGEST_INTEGER if type(value) is int else value != value  # noqa: PLR0124
            for value in column
            if value is not None
        )
    return types <= {int, type(None)} and not any(
        not 0 <= value <= LARGEST_INTEGER for value in column if value is not None
    )


def _are_sound(columns: Mapping[str, Any]) -> bool:
    """Say whether all rows are valid, checking each different value once."""
    return (
        all(_pass(columns[name].values, _check(name)) for name in _WORDS)
        and all(_in_range(columns[name].buffer, _check(name)) for name in _NUMBERS)
        and _in_range(_whole_numbers(columns["source_row"].buffer), _check("source_row"))
        and _agree(columns)
    )


def _check(name: str) -> Checker:
    return checker_of(attrs.fields_dict(Observation)[name].type)


def _pass(values: Iterable[object], check: Checker) -> bool:
    return not any(True for value in values for _ in check(value))


def _whole_numbers(buffer: memoryview) -> Sequence[int]:
    """Return the numbers of a column of whole numbers, without -1 for none."""
    return [number for number in buffer if number != -1] if -1 in buffer else buffer


def _in_range(numbers: Sequence[float], check: Checker) -> bool:
    """Say whether the least and the greatest number are sound, and so all between them."""
    if not len(numbers):
        return True
    if isinstance(numbers[0], int):
        return _pass((min(numbers), max(numbers)), check)
    # 0.0 is in every range; NaN is neither less nor greater than another number.
    least, greatest = min(chain((0.0,), numbers)), max(chain((0.0,), numbers))
    return _pass((least, greatest), check)


def _agree(columns: Mapping[str, Any]) -> bool:
    """Say whether the columns agree with each other, as `Observation.broken_rules` requires."""
    symbol, value = columns["symbol"], columns["value"].buffer
    none = symbol.values.index(None) if None in symbol.values else -1
    with_symbol: list[int] = []
    if symbol.values not in ((None,), ()):
        with_symbol = [row for row, code in enumerate(symbol.buffer) if code != none]
    without_value: list[int] = []
    if isnan(sum(value)):  # one NaN makes the sum one
        without_value = [row for row, number in enumerate(value) if isnan(number)]
    # Exactly one of the two: a figure, or a symbol.
    if with_symbol != without_value:
        return False
    bottom = columns["denominator"].buffer
    zeros = [row for row, number in enumerate(bottom) if number == 0] if 0 in bottom else []
    return all(isnan(value[row]) for row in zeros)
