"""What plug-ins keep in documents, as typed values."""

import types
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar, Union, get_args, get_origin

import attrs

from sendframe.errors import InvalidValue

from ._frozen import FrozenMap, Json
from ._value import Value

__all__ = ["Extension", "typed"]

V = TypeVar("V", bound=Value)


class Extension(Value):
    """What a plug-in keeps under its own name of ``extensions``, as a typed value.

    A subclass is made with `value_class`, names itself, and is read with ``thing.extension(cls)``.

    Examples:
        >>> from sendframe.model import FrozenMap, Priority, Text, freeze, value_class
        >>> @value_class
        ... class KentPriority(Extension):
        ...     extension_name = "kent"
        ...     district: str
        ...     schools: int = 0
        >>> priority = Priority(
        ...     id="p1", order=1, label="priority", statement=Text(default="Help early"),
        ...     extensions=freeze({"kent": {"district": "Thanet"}}),
        ... )
        >>> priority.extension(KentPriority)
        KentPriority(district='Thanet')

    Document: ``extension``; the base class of a plug-in's own values.
    """

    __slots__ = ()

    extension_name: ClassVar[str] = ""
    """The name under ``extensions``."""


def typed(cls: type[V], raw: Json) -> V:
    """Return frozen JSON as a value of a class, whose fields check themselves.

    Args:
        cls: A class made with `value_class`.
        raw: An object.

    Raises:
        InvalidValue: It does not hold what the class asks for.
    """
    if not isinstance(raw, FrozenMap):
        raise InvalidValue(cls.__name__, "", "must be an object")
    fields = {field.name: field.type for field in attrs.fields(cls)}
    unknown = [key for key in raw if key not in fields]
    if unknown:
        raise InvalidValue(cls.__name__, f"/{unknown[0]}", "is not known here")
    missing = [
        each.name
        for each in attrs.fields(cls)
        if each.default is attrs.NOTHING and each.name not in raw
    ]
    if missing:
        raise InvalidValue(cls.__name__, f"/{missing[0]}", "is missing")
    return cls(**{key: _typed(fields[key], each) for key, each in raw.items()})


def _typed(hint: Any, raw: Json) -> object:
    """Return JSON as what a field holds; what does not fit stays as it is, and is refused there."""
    if hint == Json:
        return raw
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _typed(hint.__origin__, raw)
    if origin in (Union, types.UnionType):
        members = [each for each in arguments if each is not type(None)]
        return _typed(members[0] if len(members) == 1 else _branch(members, raw), raw)
    if origin is tuple and isinstance(raw, tuple):
        return tuple(_typed(arguments[0], each) for each in raw)
    if origin is FrozenMap and isinstance(raw, FrozenMap):
        return FrozenMap({key: _typed(arguments[0], each) for key, each in raw.items()})
    if isinstance(hint, type) and issubclass(hint, Value) and origin is None:
        return typed(hint, raw)
    return _SCALARS[hint](raw) if hint in _SCALARS else raw


def _branch(members: list[Any], raw: Json) -> Any:
    """Return the member of a union that an object says it is of, by its ``kind``."""
    kind = raw.get("kind") if isinstance(raw, FrozenMap) else None
    fits = (
        each
        for each in members
        if get_origin(each) is None
        and "kind" in (fields := attrs.fields_dict(each))
        and get_origin(fields["kind"].type) is Literal
        and kind in get_args(fields["kind"].type)
    )
    return next(fits, str)  # a str that it is not: refused where it is put


def _day(raw: Json) -> object:
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) and raw[4:5] == "-" else raw
    except ValueError:
        return raw


def _whole(raw: Json) -> object:
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


_SCALARS: dict[Any, Callable[[Json], object]] = {date: _day, int: _whole}
