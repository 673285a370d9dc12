"""The values of one class in a document, found by the types of fields."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

import attrs

from ._frozen import FrozenMap
from ._value import Value

__all__ = ["values_of"]

V = TypeVar("V", bound=Value)


def values_of(cls: type[V], value: object) -> Iterator[V]:
    """Yield *value* if it is of a class, and all values of the class in it, in their order."""
    if isinstance(value, tuple):
        for member in value:
            yield from values_of(cls, member)
    elif isinstance(value, FrozenMap):
        yield from values_of(cls, tuple(value.values()))
    elif isinstance(value, Value):
        if isinstance(value, cls):
            yield value
        for name in _fields_towards(type(value), cls):  # type: ignore[arg-type]  # classes can be hashed
            yield from values_of(cls, getattr(value, name))


@cache
def _fields_towards(owner: type[Value], cls: type[Value]) -> tuple[str, ...]:
    """Return the fields of a class in which a value of another class may be, at any depth."""
    return tuple(
        field.name
        for field in attrs.fields(owner)
        if any(
            issubclass(inner, cls)
            for direct in _classes_in(field.type)
            for inner in (direct, *_classes_below(direct))  # type: ignore[arg-type]  # the same
        )
    )


@cache
def _classes_below(owner: type[Value]) -> frozenset[type[Value]]:
    """Return the classes of all values that one of a class may hold, at any depth."""
    found: set[type[Value]] = set()
    open_ones = [owner]
    while open_ones:
        for field in attrs.fields(open_ones.pop()):
            new = _classes_in(field.type) - found
            found |= new
            open_ones += new
    return frozenset(found)


@cache
def _classes_in(hint: Any) -> frozenset[type[Value]]:
    """Return the classes of values that a type names."""
    if isinstance(hint, type) and issubclass(hint, Value):
        return frozenset([hint])
    return frozenset(cls for argument in get_args(hint) for cls in _classes_in(argument))
