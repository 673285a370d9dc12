"""Check that a section holds what the model says, before a renderer meets it."""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, cast, get_args, get_origin

import attrs

from ._field_types import CLASS_NAMES, field_types
from ._report_model import Section, Table

__all__ = ["section_problem"]

_Check: TypeAlias = Callable[[Any], str | None]


def section_problem(built: object) -> str | None:
    """Return why a value is not a section; None if it is, with everything it holds.

    Examples:
        >>> section_problem(Section("plans", "Plans"))
        >>> section_problem(Section("plans", "Plans", ("a text",)))
        'a str in the blocks of a Section'
        >>> section_problem("Plans")
        'a str'
    """
    return _check_of(Section)(built)


def _name(value: object) -> str:
    """Return the type of a value with its article; none of a plug-in's own, which may say anything."""
    name = type(value).__name__
    own = type(value).__module__ == "builtins" or name in CLASS_NAMES
    return f"a{'n' if name[:1].lower() in 'aeiou' else ''} {name}" if own else "something else"


@cache
def _check_of(hint: Any) -> _Check:
    """Return a function that says what is wrong with a value of some type; None for nothing."""
    origin, members = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _check_of_union(members)
    if origin is Annotated:
        return _check_of(hint.__origin__)
    if origin is Literal:
        return lambda value: None if value in members else "an unknown word"
    if origin is tuple:
        return _check_of_tuple(members)
    if attrs.has(hint):
        return _check_of_class(hint)
    accepted = (int, float) if hint is float else hint

    def check(value: Any) -> str | None:
        # A boolean is an int for Python, and none for a chart.
        fits = isinstance(value, accepted) and (hint is bool or not isinstance(value, bool))
        return None if fits else _name(value)

    return check


def _check_of_union(members: tuple[Any, ...]) -> _Check:
    classes = {member for member in members if attrs.has(member)}
    others = [member for member in members if member not in classes and member is not NoneType]
    optional = NoneType in members

    def check(value: Any) -> str | None:
        if value is None and optional:
            return None
        if type(value) in classes:
            return _check_of(cast("Any", type(value)))(value)
        if any(_check_of(member)(value) is None for member in others):
            return None
        return _name(value)

    return check


def _check_of_tuple(members: tuple[Any, ...]) -> _Check:
    def check(value: Any) -> str | None:
        if type(value) is not tuple:
            return _name(value)
        inner = _check_of(members[0])
        return next((problem for item in value if (problem := inner(item))), None)

    return check


def _check_of_class(cls: type) -> _Check:
    fields = field_types(cls).items()

    def check(value: Any) -> str | None:
        if type(value) is not cls:
            return _name(value)
        for name, hint in fields:
            problem = _check_of(hint)(getattr(value, name))
            if problem is not None:
                return (
                    problem
                    if " in the " in problem
                    else f"{problem} in the {name} of {_name(value)}"
                )
        if isinstance(value, Table) and any(len(row) != len(value.columns) for row in value.rows):
            return "a row with more or fewer cells than columns in the rows of a Table"
        return None

    return check
