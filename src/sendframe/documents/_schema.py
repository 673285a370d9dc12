"""JSON Schemas of the classes of the model."""

import re
import types
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs

from sendframe import model
from sendframe.jsontext import format_json
from sendframe.model import (
    LARGEST_INTEGER,
    Document,
    Examples,
    FrozenMap,
    Json,
    Length,
    Pattern,
    Range,
    RefersTo,
    Value,
)
from sendframe.validation import schema_id

__all__ = [
    "DATE_PATTERN",
    "KIND_KEYWORD",
    "NAME_KEYWORD",
    "REFERENCE_KEYWORD",
    "class_descriptions",
    "class_title",
    "extension_schema",
    "schema_of",
    "schema_text",
]

REFERENCE_KEYWORD = "x-refers-to"
"""On a text: it is the id of something of one of these kinds, in any document."""

KIND_KEYWORD = "x-is-a"
"""On an object: the kind of thing that it describes."""

NAME_KEYWORD = "x-named-by"
"""On an object: the member that contains its id, where that is not ``id``."""

_YEAR = "(?:19|20|21)[0-9]{2}"
_LEAP = "(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)"
DATE_PATTERN = (
    f"^(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    f"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP}-02-29)$"
)
"""A day of the years 1900 to 2199 that exists, leap years included."""

_UNIONS = {frozenset(get_args(getattr(model, name))): name for name in ("Period", "Target", "When")}


def class_title(name: str) -> str:
    """Return the name of a class in words.

    Examples:
        >>> class_title("FigureCard")
        'Figure card'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def class_descriptions(cls: type) -> tuple[str, dict[str, str]]:
    """Return the description of a class and of each attribute, from its docstrings."""
    text = re.sub(r"``|`", "", " ".join((cls.__doc__ or "").split("Attributes:")[0].split()))
    text = re.sub(r" Examples: >>>.*$", "", text)
    fields: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        doc = base.__doc__ or ""
        if "Attributes:" not in doc:
            continue
        for entry in re.split(r"\n        (?=[a-z_0-9]+: )", doc.split("Attributes:")[1]):
            name, colon, description = entry.strip().partition(": ")
            if colon and name.isidentifier():
                first = re.split(r"\n    [A-Z][a-z]+:\n|\n\n", description)[0]
                fields[name] = re.sub(r"``|`", "", " ".join(first.split()))
    return text, fields


class _SchemaBuilder:
    """Builds one schema, and collects the definitions it refers to."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def of_class(self, cls: type[Value]) -> dict[str, Any]:
        """Return the schema of an object of *cls*."""
        description, field_descriptions = class_descriptions(cls)
        properties: dict[str, Any] = {}
        required: list[str] = []
        for field in attrs.fields(cls):
            properties[field.name] = self.of_field(field) | {
                "description": field_descriptions[field.name]
            }
            if field.default is attrs.NOTHING or _is_tag(field.type):
                required.append(field.name)
        schema: dict[str, Any] = {
            "title": class_title(cls.__name__),
            "description": description,
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        if cls.kind_of_thing:
            schema[KIND_KEYWORD] = cls.kind_of_thing
            if cls.named_by != "id":
                schema[NAME_KEYWORD] = cls.named_by
        return schema

    def of_field(self, field: "attrs.Attribute[Any]") -> dict[str, Any]:
        schema = self.of_type(field.type)
        if isinstance(field.default, (str, bool, int, float)) and not _is_tag(field.type):
            schema["default"] = field.default
        return schema

    def of_type(self, hint: Any) -> dict[str, Any]:
        """Return the schema of a type, constraints included."""
        simple = _SIMPLE.get(hint) if not isinstance(hint, type) or hint in _SIMPLE else None
        if simple is not None:
            return dict(simple)
        origin = get_origin(hint)
        if origin is Annotated:
            schema = self.of_type(hint.__origin__)
            for constraint in hint.__metadata__:
                schema |= _keywords(constraint, schema)
            return schema
        if origin is Literal:
            values = list(get_args(hint))
            return {"const": values[0]} if len(values) == 1 else {"type": "string", "enum": values}
        if origin is tuple:
            return {"type": "array", "items": self.of_type(get_args(hint)[0])}
        if origin is FrozenMap:
            return {"type": "object", "additionalProperties": self.of_type(get_args(hint)[0])}
        if origin in (Union, types.UnionType):
            members = tuple(member for member in get_args(hint) if member is not type(None))
            if len(members) == 1:
                return self.of_type(members[0])
            return self._refer(_UNIONS[frozenset(members)], members)
        return self._refer(hint.__name__, hint)

    def _refer(self, name: str, target: Any) -> dict[str, Any]:
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = (
                self._of_union(name, target) if isinstance(target, tuple) else self.of_class(target)
            )
        return {"$ref": f"#/$defs/{name}"}

    def _of_union(self, name: str, members: tuple[type[Value], ...]) -> dict[str, Any]:
        branches = {get_args(attrs.fields_dict(cls)["kind"].type)[0]: cls for cls in members}
        return {
            "title": class_title(name),
            "type": "object",
            "properties": {"kind": {"enum": sorted(branches)}},
            "required": ["kind"],
            "allOf": [
                {
                    "if": {
                        "type": "object",
                        "properties": {"kind": {"const": kind}},
                        "required": ["kind"],
                    },
                    "then": self._refer(branches[kind].__name__, branches[kind]),
                }
                for kind in sorted(branches)
            ],
        }


def _is_tag(hint: Any) -> bool:
    return get_origin(hint) is Literal and len(get_args(hint)) == 1


def _keywords(constraint: object, schema: dict[str, Any]) -> dict[str, Any]:
    if isinstance(constraint, Pattern):
        return {"pattern": constraint.regex}
    if isinstance(constraint, Length):
        suffix = "Items" if schema.get("type") == "array" else "Length"
        bounds = {f"min{suffix}": constraint.minimum, f"max{suffix}": constraint.maximum}
        return {key: value for key, value in bounds.items() if value}
    if isinstance(constraint, Range):
        limits = {"minimum": constraint.minimum, "maximum": constraint.maximum}
        return {key: value for key, value in limits.items() if value is not None}
    if isinstance(constraint, RefersTo):
        return {REFERENCE_KEYWORD: list(constraint.kinds)}
    if isinstance(constraint, Examples):
        return {"examples": list(constraint.values)}
    return {}


_BOUNDS = {"minimum": -LARGEST_INTEGER, "maximum": LARGEST_INTEGER}
_SIMPLE: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"} | _BOUNDS,
    float: {"type": "number"} | _BOUNDS,
    date: {
        "type": "string",
        "format": "date",
        "pattern": DATE_PATTERN,
        "examples": ["2026-01-31"],
    },
    Json: {},
}


def schema_of(cls: type[Document], kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of document.

    Args:
        cls: Its class.
        kind: The name of its schema, such as ``strategy``.

    Returns:
        A schema that is complete in itself: all it refers to is under ``$defs``.
    """
    builder = _SchemaBuilder()
    schema = builder.of_class(cls)
    name = {
        "description": "Kind and version of this document.",
        "const": schema_id(kind),
    }
    schema["properties"] = {"$schema": name} | schema["properties"]
    schema["required"] = ["$schema", *schema["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id(kind),
        **schema,
        "$defs": dict(sorted(builder.definitions.items())),
    }


def extension_schema(cls: type[Value]) -> dict[str, Any]:
    """Return the JSON Schema of an extension's class, for ``schema`` of an ``extension`` document.

    It says as much as schemas of extensions can: a day may be 2026-02-31 there, and an object of
    several kinds is known by its ``kind`` alone. The class refuses both when it is read.

    Args:
        cls: A class made with `sendframe.model.value_class`.
    """
    builder = _SchemaBuilder()
    schema = builder.of_class(cls)
    if builder.definitions:
        schema["$defs"] = dict(sorted(builder.definitions.items()))
    plain: dict[str, Any] = _without_own_keywords(schema)
    return plain


def _without_own_keywords(schema: Any) -> Any:
    """Leave out what is not accepted in schemas of extensions."""
    if isinstance(schema, dict):
        return {
            key: _without_own_keywords(part)
            for key, part in schema.items()
            if key not in (KIND_KEYWORD, NAME_KEYWORD, REFERENCE_KEYWORD, "format", "allOf")
        }
    if schema == DATE_PATTERN:
        return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    return [_without_own_keywords(part) for part in schema] if isinstance(schema, list) else schema


def schema_text(cls: type[Document], kind: str) -> bytes:
    """Return the JSON Schema of a kind of document as the bytes of its published file."""
    return format_json(schema_of(cls, kind))
