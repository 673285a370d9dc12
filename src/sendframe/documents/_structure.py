"""From a valid raw document to frozen values, and the rules that no schema can express.

The document is valid, so values are built without their constructors, by functions that are
generated once for each class. A property test compares the values with those of cattrs.
"""

import types
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from sendframe.errors import Step, json_pointer, pointer_tokens
from sendframe.model import FrozenMap, Json, Value, freeze

__all__ = ["broken_rules", "structure"]

V = TypeVar("V", bound=Value)
_Build = Callable[[Any], Any]
"""Builds a value from plain JSON data."""


def structure(cls: type[V], raw: Any) -> V:
    """Build a value from plain JSON data that is valid against the schema of *cls*.

    Rules between fields are not checked here: see `broken_rules`.
    """
    build_of: Any = _build_class
    value: V = build_of(cls)(raw)
    return value


@cache
def _build_class(cls: type) -> _Build:
    """Generate the function that builds a value of *cls* from a raw object."""
    namespace: dict[str, Any] = {"new": object.__new__, "cls": cls}
    lines = ["def build(raw):", "    value = new(cls)"]
    for number, field in enumerate(attrs.fields(cls)):
        name = field.name
        namespace[f"set{number}"] = _slot(cls, name).__set__
        namespace[f"default{number}"] = field.default
        build = _build_type(field.type)
        namespace[f"build{number}"] = build
        expression = f"raw[{name!r}]" if build is None else f"build{number}(raw[{name!r}])"
        if field.default is not attrs.NOTHING:
            expression = f"{expression} if {name!r} in raw else default{number}"
        lines.append(f"    set{number}(value, {expression})")
    lines.append("    return value")
    exec("\n".join(lines), namespace)  # noqa: S102  # made of our own field names only
    function: _Build = namespace["build"]
    return function


def _slot(cls: type, name: str) -> Any:
    return next(vars(base)[name] for base in cls.__mro__ if name in vars(base))


def _build_type(hint: Any) -> _Build | None:
    """Return what builds a value of a type; None where plain JSON data stays as it is."""
    simple: dict[Any, _Build | None] = {
        str: None,
        bool: None,
        int: int,
        float: float,
        date: date.fromisoformat,
        Json: freeze,
    }
    if hint in simple:
        return simple[hint]
    origin = get_origin(hint)
    if origin is Annotated:
        return _build_type(hint.__origin__)
    if origin is Literal:
        return None
    if origin is tuple:
        return _build_tuple(_build_type(get_args(hint)[0]))
    if origin is FrozenMap:
        return _build_map(_build_type(get_args(hint)[0]))
    if origin in (Union, types.UnionType):
        members = tuple(member for member in get_args(hint) if member is not type(None))
        return _build_union(members) if len(members) > 1 else _build_type(members[0])
    return _build_class(hint)


def _build_map(member: _Build | None) -> _Build:
    def build(raw: dict[str, Any]) -> FrozenMap[Any]:
        return FrozenMap(raw if member is None else {k: member(v) for k, v in raw.items()})

    return build


def _build_tuple(member: _Build | None) -> _Build:
    if member is None:
        return tuple
    return lambda raw: tuple([member(item) for item in raw])


def _build_union(members: tuple[type[Value], ...]) -> _Build:
    by_kind = {
        get_args(attrs.fields_dict(cls)["kind"].type)[0]: _build_class(cls)  # type: ignore[arg-type]  # classes can be hashed
        for cls in members
    }
    return lambda raw: by_kind[raw["kind"]](raw)


def broken_rules(value: object, path: tuple[Step, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield every broken rule of a value and of all it contains, as (pointer, problem)."""
    if isinstance(value, Value):
        for pointer, problem in value.broken_rules():
            yield json_pointer((*path, *pointer_tokens(pointer))), problem
        cls: type = type(value)
        for name in _fields_with_rules(cls):
            yield from broken_rules(getattr(value, name), (*path, name))
    elif isinstance(value, (tuple, FrozenMap)):
        for step, member in enumerate(value) if isinstance(value, tuple) else value.items():
            yield from broken_rules(member, (*path, step))


@cache
def _fields_with_rules(cls: type) -> tuple[str, ...]:
    """Return the fields of a class whose values may break a rule."""
    return tuple(field.name for field in attrs.fields(cls) if _has_rules(field.type))


@cache
def _has_rules(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Value) and get_origin(hint) is None:
        cls: type = hint
        return hint.broken_rules is not Value.broken_rules or bool(_fields_with_rules(cls))
    return any(_has_rules(argument) for argument in get_args(hint) if argument is not Ellipsis)
