"""The classes of our model again, as other libraries have them, made from ours.

The fields, types, patterns, lengths and bounds are the same, unknown members are refused,
nothing is turned from one type into another, and values are frozen. Only the rules that
compare fields with each other are ours alone.
"""

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model

from sendframe.model import FrozenMap, Json, Length, Pattern, Range, Value

__all__ = ["dataclass_adapter", "pydantic_model"]

CONFIG = ConfigDict(strict=True, extra="forbid", frozen=True)
Make = Callable[[type], Any]


@cache
def pydantic_model(cls: type) -> type[BaseModel]:
    """Return the pydantic model of a document of one of our classes."""
    member: Any = (str, Field(alias="$schema"))
    return create_model(f"Whole{cls.__name__}", __base__=_model(cls), schema_name=member)


@cache
def dataclass_adapter(cls: type) -> TypeAdapter[Any]:
    """Return what validates a document into frozen standard dataclasses."""
    member = ("schema_name", Annotated[str, Field(alias="$schema")])
    return TypeAdapter(_made(f"Whole{cls.__name__}", [member, *_dataclass_fields(cls)]))


@cache
def _model(cls: type) -> type[BaseModel]:
    fields: dict[str, Any] = {
        each.name: (_hint(each.type, _model), _default(each)) for each in attrs.fields(cls)
    }
    return create_model(cls.__name__, __config__=CONFIG, **fields)


@cache
def _dataclass(cls: type) -> type:
    return _made(cls.__name__, _dataclass_fields(cls))


def _made(name: str, fields: list[Any]) -> type:
    return dataclasses.make_dataclass(
        name,
        fields,
        namespace={"__pydantic_config__": CONFIG},
        frozen=True,
        slots=True,
        kw_only=True,
    )


def _dataclass_fields(cls: type) -> list[Any]:
    return [
        (each.name, _hint(each.type, _dataclass), _dataclass_field(each))
        for each in attrs.fields(cls)
    ]


def _dataclass_field(field: "attrs.Attribute[Any]") -> Any:
    default = _default(field)
    if default is ...:
        return dataclasses.field()
    if isinstance(default, (str, bool, int, float, tuple, type(None))):
        return dataclasses.field(default=default)
    return dataclasses.field(default_factory=default.default_factory)


def _default(field: "attrs.Attribute[Any]") -> Any:
    if field.default is attrs.NOTHING:
        return ...
    if isinstance(field.default, FrozenMap):
        return Field(default_factory=dict)
    if isinstance(field.default, Value):
        message = f"no peer of the default of {field.name}"
        raise TypeError(message)
    return field.default


def _hint(hint: Any, make: Make) -> Any:
    """Return a type of ours as the peer writes it."""
    if hint is Json:
        return Any
    origin = get_origin(hint)
    if origin is Annotated:
        return Annotated[_hint(hint.__origin__, make), _constraints(hint.__metadata__)]
    if origin is tuple:
        member: Any = _hint(get_args(hint)[0], make)
        return tuple[member, ...]
    if origin is FrozenMap:
        held: Any = _hint(get_args(hint)[0], make)
        return dict[str, held]
    if origin in (Union, types.UnionType):
        return _union(hint, make)
    if origin is not Literal and issubclass(hint, Value):
        return make(hint)
    return hint


def _union(hint: Any, make: Make) -> Any:
    members = tuple(_hint(each, make) for each in get_args(hint) if each is not type(None))
    joined: Any = Union[members]  # noqa: UP007  # the members are known at run time only
    if len(members) > 1:
        joined = Annotated[joined, Field(discriminator="kind")]
    return joined | None if type(None) in get_args(hint) else joined


def _constraints(metadata: tuple[object, ...]) -> Any:
    found: dict[str, Any] = {}
    for each in metadata:
        if isinstance(each, Pattern):
            found["pattern"] = each.regex
        elif isinstance(each, Length):
            found |= {"min_length": each.minimum, "max_length": each.maximum}
        elif isinstance(each, Range):
            found |= {"ge": each.minimum, "le": each.maximum}
    return Field(**{key: value for key, value in found.items() if value is not None})
