"""The classes of our model again, as plain attrs classes, and cattrs made strict for them.

They are frozen and slotted, as attrs makes them by default; no validator runs. The converter
refuses unknown members and values of another type; patterns, lengths and bounds it does not see.
"""

import types
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
import cattrs

from sendframe.model import FrozenMap, Json, Value

__all__ = ["attrs_class", "strict_converter"]


@cache
def attrs_class(cls: type) -> type:
    """Return the plain attrs class of the shape of one of ours."""
    fields: dict[str, Any] = {}
    for each in attrs.fields(cls):
        default = {} if isinstance(each.default, FrozenMap) else each.default
        fields[each.name] = attrs.field(type=_hint(each.type), default=default)
    return attrs.make_class(cls.__name__, fields, frozen=True, slots=True, kw_only=True)


@cache
def strict_converter() -> cattrs.Converter:
    """Return a converter that turns nothing from one type into another."""
    made = cattrs.Converter(forbid_extra_keys=True)
    for wanted in (str, bool, int):
        made.register_structure_hook(wanted, _exact(wanted))
    made.register_structure_hook(float, _number)
    made.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    return made


def _exact(wanted: type) -> Callable[[Any, Any], Any]:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not wanted:
            raise TypeError(type(value))
        return value

    return read


def _number(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError(type(value))
    return float(value)


def _hint(hint: Any) -> Any:
    """Return a type of ours with plain classes in it, and without constraints."""
    if hint is Json:
        return Any
    origin = get_origin(hint)
    if origin is Annotated:
        return _hint(hint.__origin__)
    if origin is tuple:
        member: Any = _hint(get_args(hint)[0])
        return tuple[member, ...]
    if origin is FrozenMap:
        held: Any = _hint(get_args(hint)[0])
        return dict[str, held]
    if origin in (Union, types.UnionType):
        members = tuple(_hint(each) for each in get_args(hint))
        return Union[members]  # noqa: UP007  # the members are known at run time only
    if origin is not Literal and issubclass(hint, Value):
        return attrs_class(hint)
    return hint
