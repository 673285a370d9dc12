"""From a raw document that obeys its schema to frozen values, and the rules only code can hold.

The schema has already said yes, so values are made past their constructors, by functions
generated once for each class. A property holds that cattrs, with every check on, makes the
same values.
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
Maker = Callable[[Any], Any]


def _make_map(member: Maker | None) -> Maker:
    def make(raw: dict[str, Any]) -> FrozenMap[Any]:
        return FrozenMap(raw if member is None else {k: member(v) for k, v in raw.items()})

    return make


def _make_tuple(member: Maker | None) -> Maker:
    if member is None:
        return tuple
    return lambda raw: tuple([member(each) for each in raw])


def _make_union(members: tuple[type[Value], ...]) -> Maker:
    by_kind = {
        get_args(attrs.fields_dict(each)["kind"].type)[0]: _maker(each)  # type: ignore[arg-type]  # classes can be hashed
        for each in members
    }
    return lambda raw: by_kind[raw["kind"]](raw)


def _converter(hint: Any) -> Maker | None:
    """Return what turns raw JSON into a value of a type; None where it stays as it is."""
    simple: dict[Any, Maker | None] = {
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
        return _converter(hint.__origin__)
    if origin is Literal:
        return None
    if origin is tuple:
        return _make_tuple(_converter(get_args(hint)[0]))
    if origin is FrozenMap:
        return _make_map(_converter(get_args(hint)[0]))
    if origin in (Union, types.UnionType):
        members = tuple(each for each in get_args(hint) if each is not type(None))
        return _make_union(members) if len(members) > 1 else _converter(members[0])
    return _maker(hint)


@cache
def _maker(cls: type) -> Maker:
    """Generate the function that makes a value of *cls* from a raw object."""
    space: dict[str, Any] = {"new": object.__new__, "cls": cls}
    lines = ["def make(raw):", "    made = new(cls)"]
    for number, field in enumerate(attrs.fields(cls)):
        name = field.name
        space[f"set{number}"] = _slot(cls, name).__set__
        space[f"default{number}"] = field.default
        convert = _converter(field.type)
        space[f"convert{number}"] = convert
        value = f"raw[{name!r}]" if convert is None else f"convert{number}(raw[{name!r}])"
        if field.default is not attrs.NOTHING:
            value = f"{value} if {name!r} in raw else default{number}"
        lines.append(f"    set{number}(made, {value})")
    lines.append("    return made")
    exec("\n".join(lines), space)  # noqa: S102  # made of our own field names only
    made: Maker = space["make"]
    return made


def _slot(cls: type, name: str) -> Any:
    return next(vars(each)[name] for each in cls.__mro__ if name in vars(each))


def structure(cls: type[V], raw: Any) -> V:
    """Make a value from raw JSON that obeys the schema of *cls*.

    Rules that only code can hold are not looked at here: see `broken_rules`.
    """
    maker: Any = _maker
    made: V = maker(cls)(raw)
    return made


def broken_rules(value: object, path: tuple[Step, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield every rule broken in a value and in all it holds, as (pointer, problem)."""
    if isinstance(value, Value):
        for below, problem in value.broken_rules():
            yield json_pointer((*path, *pointer_tokens(below))), problem
        for name in _fields_to_search(value):
            yield from broken_rules(getattr(value, name), (*path, name))
    elif isinstance(value, (tuple, FrozenMap)):
        for step, each in enumerate(value) if isinstance(value, tuple) else value.items():
            yield from broken_rules(each, (*path, step))


def _fields_to_search(value: Value) -> tuple[str, ...]:
    cls: type = type(value)
    return _holders(cls)


@cache
def _holders(cls: type) -> tuple[str, ...]:
    """Return the fields of a class below which a rule may be broken."""
    return tuple(field.name for field in attrs.fields(cls) if _may_break(field.type))


@cache
def _may_break(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Value) and get_origin(hint) is None:
        cls: type = hint
        return hint.broken_rules is not Value.broken_rules or bool(_holders(cls))
    return any(_may_break(each) for each in get_args(hint) if each is not Ellipsis)
