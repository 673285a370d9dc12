"""cattrs, made strict: text stays text, and a number is never made out of it.

By default cattrs coerces in silence (``"false"`` becomes True, ``3.9`` becomes 3). Here a value
of another JSON type is refused. This converter writes documents, reads the options of plug-ins,
and is what the generated makers of `structure` are held against.
"""

import re
import types
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin

import attrs
import cattrs
import rfc8785
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from sendframe.jsontext import format_json
from sendframe.model import (
    DOCUMENT_CLASSES,
    LARGEST_INTEGER,
    Document,
    FrozenMap,
    Json,
    Value,
    freeze,
)
from sendframe.validation import schema_id

__all__ = ["canonical", "converter", "dump", "kind_of", "plain_data"]

T = TypeVar("T")

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")  # fromisoformat also takes 2026-W01-1


def _refuse(value: object, wanted: str) -> NoReturn:
    message = f"{wanted} is needed, not {type(value).__name__}"
    raise TypeError(message)


def _exact(wanted: type[T]) -> Callable[[Any, Any], T]:
    def read(value: Any, _: Any) -> T:
        return value if type(value) is wanted else _refuse(value, wanted.__name__)

    return read


def _integer(value: Any, _: Any) -> int:
    if type(value) is float and value.is_integer():
        return int(value)  # JSON has one kind of number: 1.0 is the integer 1
    return value if type(value) is int else _refuse(value, "a whole number")


def _number(value: Any, _: Any) -> float:
    return float(value) if type(value) in (int, float) else _refuse(value, "a number")


def _day(value: Any, _: Any) -> date:
    if type(value) is not str or not _DAY.fullmatch(value):
        _refuse(value, "a day written as YYYY-MM-DD")
    return date.fromisoformat(value)


def _is_map(hint: Any) -> bool:
    return bool(get_origin(hint) is FrozenMap)


def _is_tuple(hint: Any) -> bool:
    return bool(get_origin(hint) is tuple)


def _is_optional(hint: Any) -> bool:
    members = get_args(hint)
    is_union = get_origin(hint) in (Union, types.UnionType) and hint is not Json
    return is_union and type(None) in members and not members[2:]


def _is_union_of_values(hint: Any) -> bool:
    members = [each for each in get_args(hint) if each is not type(None)]
    return get_origin(hint) in (Union, types.UnionType) and all(
        isinstance(each, type) and issubclass(each, Value) for each in members
    )


def _tag(cls: type) -> str:
    tags: tuple[str, ...] = get_args(attrs.fields_dict(cls)["kind"].type)
    return tags[0]


@cache
def converter() -> cattrs.Converter:
    """Return the strict converter; it is shared."""
    made = cattrs.Converter(forbid_extra_keys=True, unstruct_collection_overrides={})
    for kind in (str, bool):
        made.register_structure_hook(kind, _exact(kind))
    made.register_structure_hook(int, _integer)
    made.register_structure_hook(float, _number)
    made.register_structure_hook(date, _day)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(float, _shown)
    made.register_structure_hook_func(lambda hint: hint is Json, lambda value, _: freeze(value))
    made.register_unstructure_hook_func(lambda hint: hint is Json, _plain)
    made.register_structure_hook_factory(_is_map, _map_reader(made))
    made.register_unstructure_hook_factory(_is_map, _map_writer(made))
    made.register_structure_hook_factory(_is_union_of_values, _union_reader(made))
    made.register_unstructure_hook_func(
        _is_union_of_values, lambda value: None if value is None else made.unstructure(value)
    )
    made.register_structure_hook_factory(_is_optional, _optional_reader(made))  # the last wins
    made.register_structure_hook_factory(_is_tuple, _tuple_reader(made))
    made.register_structure_hook_factory(
        attrs.has, lambda cls: make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True)
    )
    made.register_unstructure_hook_factory(
        lambda cls: isinstance(cls, type) and issubclass(cls, Value), _writer(made)
    )
    return made


def _shown(value: float) -> float | int:
    """Write 585.0 as 585, which is the same JSON number."""
    return int(value) if value.is_integer() and abs(value) <= LARGEST_INTEGER else value


def _plain(value: Json) -> Any:
    """Return frozen JSON as dicts and lists, each number in its one form."""
    if isinstance(value, FrozenMap):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _shown(value) if isinstance(value, float) else value


def _optional_reader(made: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    """Refuse null: what is not known is left out, as the schemas say."""

    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        (inner,) = (each for each in get_args(hint) if each is not type(None))

        def read(value: Any, _: Any) -> Any:
            return made.structure(value, inner)

        return read

    return factory


def _map_reader(made: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        (inner,) = get_args(hint)

        def read(value: Any, _: Any) -> Any:
            if not isinstance(value, dict):
                _refuse(value, "an object")
            return FrozenMap({key: made.structure(each, inner) for key, each in value.items()})

        return read

    return factory


def _map_writer(made: cattrs.Converter) -> Callable[[Any], Callable[[Any], Any]]:
    def factory(hint: Any) -> Callable[[Any], Any]:
        (inner,) = get_args(hint)
        return lambda value: {
            key: made.unstructure(each, unstructure_as=inner) for key, each in value.items()
        }

    return factory


def _tuple_reader(made: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        inner = get_args(hint)[0]

        def read(value: Any, _: Any) -> Any:
            if not isinstance(value, list):
                _refuse(value, "an array")
            return tuple([made.structure(each, inner) for each in value])

        return read

    return factory


def _union_reader(made: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        members = [each for each in get_args(hint) if each is not type(None)]
        by_kind = {_tag(each): each for each in members}

        def read(value: Any, _: Any) -> Any:
            kind = value.get("kind") if isinstance(value, dict) else None
            if kind not in by_kind:
                _refuse(value, f"an object of one of the kinds {', '.join(sorted(by_kind))}")
            return made.structure(value, by_kind[kind])

        return read

    return factory


def _writer(made: cattrs.Converter) -> Callable[[Any], Callable[[Any], Any]]:
    """Leave out what is as if it were not given, but never the tag of a union."""

    def factory(cls: Any) -> Callable[[Any], Any]:
        overrides: dict[str, Any] = {
            field.name: cattrs.override(omit_if_default=not _is_tag(field.type))
            for field in attrs.fields(cls)
        }
        return make_dict_unstructure_fn(cls, made, **overrides)

    return factory


def _is_tag(hint: Any) -> bool:
    return get_origin(hint) is Literal and len(get_args(hint)) == 1


def kind_of(document: Document) -> str:
    """Return the kind of a document, by the name of its schema."""
    return next(kind for kind, cls in DOCUMENT_CLASSES.items() if type(document) is cls)


def plain_data(document: Document) -> dict[str, Any]:
    """Return a document as plain JSON data, with its ``$schema`` first."""
    fields: dict[str, Any] = converter().unstructure(document)
    return {"$schema": schema_id(kind_of(document)), **fields}


def dump(document: Document) -> bytes:
    """Return a document as the JSON text of a file.

    Equal documents give equal bytes: required members first, two spaces of indentation, UTF-8,
    a line break at the end.

    Examples:
        >>> from sendframe.model import EvidenceRegister, Text
        >>> print(dump(EvidenceRegister(id="e", title=Text(default="Evidence"))).decode())
        {
          "$schema": "https://sendframe.example/schemas/v1/evidence.schema.json",
          "id": "e",
          "title": {
            "default": "Evidence"
          }
        }
        <BLANKLINE>
    """
    return format_json(plain_data(document))


def canonical(data: Any) -> bytes:
    """Return plain JSON data in the canonical form of RFC 8785, which is what is hashed."""
    return rfc8785.dumps(data)
