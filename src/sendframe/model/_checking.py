"""Build the check of a field's values from its type and constraints."""

import math
import re
import types
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from sendframe.errors import escape_token

from ._constraint import FIRST_YEAR, LARGEST_INTEGER, LAST_YEAR, Length, Pattern, Range
from ._frozen import FrozenMap, Json

__all__: list[str] = []

Problem = tuple[str, str]
"""A JSON pointer, and the problem there."""

Checker = Callable[[Any], Iterator[Problem]]

_SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def is_number(hint: Any) -> bool:
    """Say whether a field's type is a number, with or without constraints or None."""
    if get_origin(hint) is Annotated:
        return is_number(hint.__origin__)
    if hint == Json:
        return False
    members = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else ()
    return hint is float or any(is_number(member) for member in members)


def _name_of(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "text"}
    names |= {type(None): "nothing", tuple: "a tuple", FrozenMap: "a FrozenMap"}
    return names.get(type(value), type(value).__name__)


def _check_text(value: Any) -> Iterator[Problem]:
    if type(value) is not str:
        yield "", f"must be text, not {_name_of(value)}"
    elif _SURROGATE.search(value):
        yield "", "must not hold half of a surrogate pair"


def _check_boolean(value: Any) -> Iterator[Problem]:
    if type(value) is not bool:
        yield "", f"must be true or false, not {_name_of(value)}"


def _check_integer(value: Any) -> Iterator[Problem]:
    if type(value) is not int:
        yield "", f"must be a whole number, not {_name_of(value)}"
    elif abs(value) > LARGEST_INTEGER:
        yield "", f"must lie between -{LARGEST_INTEGER} and {LARGEST_INTEGER}"


def _check_number(value: Any) -> Iterator[Problem]:
    if type(value) is not float:
        yield "", f"must be a number (float), not {_name_of(value)}"
    elif not math.isfinite(value) or abs(value) > LARGEST_INTEGER:
        yield "", f"must lie between -{LARGEST_INTEGER} and {LARGEST_INTEGER}"


def _check_date(value: Any) -> Iterator[Problem]:
    if type(value) is not date:
        yield "", f"must be a date, not {_name_of(value)}"
    elif not FIRST_YEAR <= value.year <= LAST_YEAR:
        yield "", f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}"


def _check_json(value: Any) -> Iterator[Problem]:
    if isinstance(value, FrozenMap):
        for key, member in value.items():
            yield from prefix_problems(key, _check_text(key))
            yield from prefix_problems(key, _check_json(member))
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from prefix_problems(index, _check_json(member))
    elif type(value) is str:
        yield from _check_text(value)
    elif type(value) is int:
        yield from _check_integer(value)
    elif type(value) is float:
        if not math.isfinite(value):
            yield "", "must be a finite number"
    elif value is not None and type(value) is not bool:
        yield "", f"must be frozen JSON, not {_name_of(value)}"


def prefix_problems(step: str | int, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of a part with pointers from its parent."""
    token = escape_token(step)
    for pointer, problem in problems:
        yield f"/{token}{pointer}", problem


def _check_class(classes: tuple[type, ...]) -> Checker:
    names = " or ".join(cls.__name__ for cls in classes)

    def check(value: Any) -> Iterator[Problem]:
        if type(value) not in classes:
            yield "", f"must be {names}, not {_name_of(value)}"

    return check


def _check_literal(allowed: tuple[object, ...]) -> Checker:
    def check(value: Any) -> Iterator[Problem]:
        if type(value) is not str or value not in allowed:
            yield "", f"must be one of {', '.join(map(str, allowed))}"

    return check


def _check_tuple(member: Checker) -> Checker:
    def check(value: Any) -> Iterator[Problem]:
        if type(value) is not tuple:
            yield "", f"must be a tuple, not {_name_of(value)}"
            return
        for index, value_of_member in enumerate(value):
            yield from prefix_problems(index, member(value_of_member))

    return check


def _check_map(member: Checker) -> Checker:
    def check(value: Any) -> Iterator[Problem]:
        if type(value) is not FrozenMap:
            yield "", f"must be a FrozenMap, not {_name_of(value)}"
            return
        for key, value_of_member in value.items():
            yield from prefix_problems(key, _check_text(key))
            yield from prefix_problems(key, member(value_of_member))

    return check


def _check_constraint(constraint: object) -> Checker | None:
    if isinstance(constraint, Pattern):
        matches = re.compile(constraint.regex.removeprefix("^").removesuffix("$")).fullmatch
        meaning = constraint.meaning

        def check_pattern(value: Any) -> Iterator[Problem]:
            if matches(value) is None:
                yield "", f"must be {meaning}"

        return check_pattern
    if isinstance(constraint, Length):
        least, most = constraint.minimum, constraint.maximum

        def check_length(value: Any) -> Iterator[Problem]:
            if len(value) < least or (most is not None and len(value) > most):
                yield "", f"must have a length of {least} to {'any' if most is None else most}"

        return check_length
    if isinstance(constraint, Range):
        low, high = constraint.minimum, constraint.maximum

        def check_range(value: Any) -> Iterator[Problem]:
            if (low is not None and value < low) or (high is not None and value > high):
                yield "", f"must lie between {low} and {high}"

        return check_range
    return None


_SIMPLE: dict[object, Checker] = {
    str: _check_text,
    bool: _check_boolean,
    int: _check_integer,
    float: _check_number,
    date: _check_date,
    Json: _check_json,
}


def checker_of(hint: Any) -> Checker:
    """Build the check of one type, constraints included."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin = get_origin(hint)
    if origin is Annotated:
        return _check_annotated(hint)
    if origin is Literal:
        return _check_literal(get_args(hint))
    if origin is tuple:
        return _check_tuple(checker_of(get_args(hint)[0]))
    if origin is FrozenMap:
        return _check_map(checker_of(get_args(hint)[0]))
    if origin in (Union, types.UnionType):
        members = tuple(member for member in get_args(hint) if member is not type(None))
        if len(members) == len(get_args(hint)):
            return _check_class(members)
        inner = checker_of(Union[members])  # noqa: UP007  # the members are known at run time only

        def check_optional(value: Any) -> Iterator[Problem]:
            if value is not None:
                yield from inner(value)

        return check_optional
    return _check_class((hint,))


def _check_annotated(hint: Any) -> Checker:
    inner = checker_of(hint.__origin__)
    constraints = [_check_constraint(constraint) for constraint in hint.__metadata__]
    checks = [constraint for constraint in constraints if constraint is not None]

    def check(value: Any) -> Iterator[Problem]:
        problems = list(inner(value))
        yield from problems
        if not problems:
            for constraint in checks:
                yield from constraint(value)

    return check
