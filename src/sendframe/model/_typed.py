"""What plug-ins keep in documents, as typed values."""

import types
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar, Union, get_args, get_origin

import attrs

from sendframe.errors import InvalidValue

from ._frozen import FrozenMap, Json
from ._value import Value

__all__ = ["Extension", "structure"]

V = TypeVar("V", bound=Value)


class Extension(Value):
    """The base class of a plug-in's typed data under its name of ``extensions``.

    A subclass is decorated with `value_class`, sets ``extension_name``, and is read with
    ``thing.extension(cls)``.

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
        >>> priority.extension(KentPriority).district
        'Thanet'

    Document: ``extension``; the base class of a plug-in's own values.
    """

    __slots__ = ()

    extension_name: ClassVar[str] = ""
    """The name under ``extensions``."""


def structure(cls: type[V], raw: Json) -> V:
    """Return frozen JSON as a validated value of a class.

    Args:
        cls: A class made with `value_class`.
        raw: An object.

    Raises:
        InvalidValue: It does not fit the class.
    """
    if not isinstance(raw, FrozenMap):
        raise InvalidValue(cls.__name__, "", "must be an object")
    fields = {field.name: field.type for field in attrs.fields(cls)}
    unknown = [key for key in raw if key not in fields]
    if unknown:
        raise InvalidValue(cls.__name__, f"/{unknown[0]}", "is not known here")
    missing = [
        field.name
        for field in attrs.fields(cls)
        if field.default is attrs.NOTHING and field.name not in raw
    ]
    if missing:
        raise InvalidValue(cls.__name__, f"/{missing[0]}", "is missing")
    return cls(**{key: _structure(fields[key], field) for key, field in raw.items()})


def _structure(hint: Any, raw: Json) -> object:
    """Return JSON as a value of a field's type; other JSON unchanged, for the field to refuse."""
    if hint == Json:
        return raw
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _structure(hint.__origin__, raw)
    if origin in (Union, types.UnionType):
        members = [member for member in arguments if member is not type(None)]
        return _structure(members[0] if len(members) == 1 else _branch(members, raw), raw)
    if origin is tuple and isinstance(raw, tuple):
        return tuple(_structure(arguments[0], member) for member in raw)
    if origin is FrozenMap and isinstance(raw, FrozenMap):
        return FrozenMap({key: _structure(arguments[0], member) for key, member in raw.items()})
    if isinstance(hint, type) and issubclass(hint, Value) and origin is None:
        return structure(hint, raw)
    return _SCALARS[hint](raw) if hint in _SCALARS else raw


def _branch(members: list[Any], raw: Json) -> Any:
    """Return the member of a union that has the ``kind`` of an object."""
    kind = raw.get("kind") if isinstance(raw, FrozenMap) else None
    fits = (
        member
        for member in members
        if get_origin(member) is None
        and "kind" in (fields := attrs.fields_dict(member))
        and get_origin(fields["kind"].type) is Literal
        and kind in get_args(fields["kind"].type)
    )
    return next(fits, str)  # the field refuses an object as a str


def _day(raw: Json) -> object:
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) and raw[4:5] == "-" else raw
    except ValueError:
        return raw


def _whole_number(raw: Json) -> object:
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


_SCALARS: dict[Any, Callable[[Json], object]] = {date: _day, int: _whole_number}
