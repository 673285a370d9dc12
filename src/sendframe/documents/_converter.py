"""A strict cattrs converter, which writes documents and reads the options of plug-ins.

By default cattrs coerces in silence (``"false"`` becomes True, ``3.9`` becomes 3). Here a value
of another JSON type raises. Tests compare `structure` with this converter.
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


def _refuse(value: object, expected: str) -> NoReturn:
    message = f"expected {expected}, found {type(value).__name__}"
    raise TypeError(message)


def _exact(expected: type[T]) -> Callable[[Any, Any], T]:
    def read(value: Any, _: Any) -> T:
        return value if type(value) is expected else _refuse(value, expected.__name__)

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
    members = [member for member in get_args(hint) if member is not type(None)]
    return get_origin(hint) in (Union, types.UnionType) and all(
        isinstance(member, type) and issubclass(member, Value) for member in members
    )


def _tag(cls: type) -> str:
    tags: tuple[str, ...] = get_args(attrs.fields_dict(cls)["kind"].type)
    return tags[0]


@cache
def converter() -> cattrs.Converter:
    """Return the strict converter; it is shared."""
    strict = cattrs.Converter(forbid_extra_keys=True, unstruct_collection_overrides={})
    for kind in (str, bool):
        strict.register_structure_hook(kind, _exact(kind))
    strict.register_structure_hook(int, _integer)
    strict.register_structure_hook(float, _number)
    strict.register_structure_hook(date, _day)
    strict.register_unstructure_hook(date, date.isoformat)
    strict.register_unstructure_hook(float, _shown)
    strict.register_structure_hook_func(lambda hint: hint is Json, lambda value, _: freeze(value))
    strict.register_unstructure_hook_func(lambda hint: hint is Json, _plain)
    strict.register_structure_hook_factory(_is_map, _map_reader(strict))
    strict.register_unstructure_hook_factory(_is_map, _map_writer(strict))
    strict.register_structure_hook_factory(_is_union_of_values, _union_reader(strict))
    strict.register_unstructure_hook_func(
        _is_union_of_values, lambda value: None if value is None else strict.unstructure(value)
    )
    strict.register_structure_hook_factory(_is_optional, _optional_reader(strict))  # the last wins
    strict.register_structure_hook_factory(_is_tuple, _tuple_reader(strict))
    strict.register_structure_hook_factory(
        attrs.has, lambda cls: make_dict_structure_fn(cls, strict, _cattrs_forbid_extra_keys=True)
    )
    strict.register_unstructure_hook_factory(
        lambda cls: isinstance(cls, type) and issubclass(cls, Value), _writer(strict)
    )
    return strict


def _shown(value: float) -> float | int:
    """Write 585.0 as 585, which is the same JSON number."""
    return int(value) if value.is_integer() and abs(value) <= LARGEST_INTEGER else value


def _plain(value: Json) -> Any:
    """Return frozen JSON as dicts and lists, with each number in its shortest form."""
    if isinstance(value, FrozenMap):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    return _shown(value) if isinstance(value, float) else value


def _optional_reader(strict: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    """Raise for null: the schemas leave out what is not known."""

    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        (inner,) = (member for member in get_args(hint) if member is not type(None))

        def read(value: Any, _: Any) -> Any:
            return strict.structure(value, inner)

        return read

    return factory


def _map_reader(strict: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        (inner,) = get_args(hint)

        def read(value: Any, _: Any) -> Any:
            if not isinstance(value, dict):
                _refuse(value, "an object")
            return FrozenMap(
                {key: strict.structure(member, inner) for key, member in value.items()}
            )

        return read

    return factory


def _map_writer(strict: cattrs.Converter) -> Callable[[Any], Callable[[Any], Any]]:
    def factory(hint: Any) -> Callable[[Any], Any]:
        (inner,) = get_args(hint)
        return lambda value: {
            key: strict.unstructure(member, unstructure_as=inner) for key, member in value.items()
        }

    return factory


def _tuple_reader(strict: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        inner = get_args(hint)[0]

        def read(value: Any, _: Any) -> Any:
            if not isinstance(value, list):
                _refuse(value, "an array")
            return tuple([strict.structure(item, inner) for item in value])

        return read

    return factory


def _union_reader(strict: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(hint: Any) -> Callable[[Any, Any], Any]:
        members = [member for member in get_args(hint) if member is not type(None)]
        by_kind = {_tag(cls): cls for cls in members}

        def read(value: Any, _: Any) -> Any:
            kind = value.get("kind") if isinstance(value, dict) else None
            if not isinstance(kind, str) or kind not in by_kind:
                _refuse(value, f"an object of one of the kinds {', '.join(sorted(by_kind))}")
            return strict.structure(value, by_kind[kind])

        return read

    return factory


def _writer(strict: cattrs.Converter) -> Callable[[Any], Callable[[Any], Any]]:
    """Leave out members that equal their defaults, but never the ``kind`` of a union."""

    def factory(cls: Any) -> Callable[[Any], Any]:
        overrides: dict[str, Any] = {
            field.name: cattrs.override(omit_if_default=not _is_tag(field.type))
            for field in attrs.fields(cls)
        }
        return make_dict_unstructure_fn(cls, strict, **overrides)

    return factory


def _is_tag(hint: Any) -> bool:
    return get_origin(hint) is Literal and len(get_args(hint)) == 1


def kind_of(document: Document) -> str:
    """Return the kind of a document, which is the name of its schema.

    Raises:
        TypeError: It is not a document.
    """
    from sendframe.model import DOCUMENT_CLASSES  # all of them; most are not needed to read one

    for kind, cls in DOCUMENT_CLASSES.items():
        if type(document) is cls:
            return kind
    message = f"expected a document, such as a Strategy, not {type(document).__name__}"
    raise TypeError(message)


def plain_data(document: Document) -> dict[str, Any]:
    """Return a document as plain JSON data, with its ``$schema`` first."""
    fields: dict[str, Any] = converter().unstructure(document)
    return {"$schema": schema_id(kind_of(document)), **fields}


def dump(document: Document) -> bytes:
    """Write a document as the JSON text of a file.

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
    """Write plain JSON data in the canonical form of RFC 8785, for hashing."""
    return rfc8785.dumps(data)
