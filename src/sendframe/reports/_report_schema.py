"""The JSON Schema of a report that is written as JSON, generated from the classes of its parts."""

from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs

from sendframe.documents import class_descriptions, class_title
from sendframe.validation import REPORT, schema_id

from ._field_types import field_types
from ._report_data import REPORT_FORMAT, REPORT_VERSION, block_name
from ._report_model import ReportModel

__all__ = ["report_schema"]

_SIMPLE: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
}


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a report as `report_data` returns it.

    Every member is always there: None is null, and so is a number that is not finite. The bytes
    of pictures are left out. All that the schema refers to is under its ``$defs``.
    """
    builder = _Builder()
    body = builder.of_class(ReportModel)
    head = {
        "$schema": {
            "const": schema_id(REPORT),
            "description": "Kind and version of this schema.",
        },
        "format": {"const": REPORT_FORMAT, "description": "What this file is."},
        "version": {"const": REPORT_VERSION, "description": "Version of the format."},
    }
    body["properties"] = head | body["properties"]
    body["required"] = list(body["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id(REPORT),
        **body,
        "$defs": dict(sorted(builder.definitions.items())),
    }


class _Builder:
    """Builds the schema, and collects the definitions it refers to."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def of_class(self, cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
        """Return the schema of an object of *cls*."""
        description, of_fields = class_descriptions(cls)
        properties: dict[str, Any] = {}
        block = block_name(cls)
        if block is not None:
            properties["block"] = {"const": block, "description": "The kind of block."}
        for name, hint in field_types(cls).items():
            if hint is not bytes:
                properties[name] = self.of_type(hint) | {"description": of_fields[name]}
        return {
            "title": class_title(cls.__name__),
            "description": description,
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def of_type(self, hint: Any) -> dict[str, Any]:
        """Return the schema of a type; None is null."""
        if hint in _SIMPLE:
            return dict(_SIMPLE[hint])
        origin = get_origin(hint)
        if origin is Annotated:
            return self.of_type(hint.__origin__)
        if origin is Literal:
            return {"enum": list(get_args(hint))}
        if origin is tuple:
            return {"type": "array", "items": self.of_type(get_args(hint)[0])}
        if origin in (Union, UnionType):
            members = [member for member in get_args(hint) if member is not NoneType]
            schemas = [self._of_one_of(members)] if members[1:] else [self.of_type(members[0])]
            return (
                {"anyOf": [{"type": "null"}, *schemas]}
                if NoneType in get_args(hint)
                else schemas[0]
            )
        return self._refer(hint)

    def _of_one_of(self, members: list[Any]) -> dict[str, Any]:
        """Return the schema of an object of one of several classes, which a member tells apart."""
        if any(_tag(member) is None for member in members):
            return {"anyOf": [self.of_type(member) for member in members]}
        tags = {tag: member for member in members if (tag := _tag(member)) is not None}
        ((name, _), *_) = tags
        return {
            "type": "object",
            "required": [name],
            "properties": {name: {"enum": sorted(value for _, value in tags)}},
            "allOf": [
                {
                    "if": {"properties": {name: {"const": value}}},
                    "then": self._refer(tags[name, value]),
                }
                for _, value in sorted(tags)
            ],
        }

    def _refer(self, cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}
            self.definitions[cls.__name__] = self.of_class(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}


def _tag(cls: type) -> tuple[str, str] | None:
    """Return the member by which objects of a class are known, and what it is; None without one."""
    block = block_name(cls)
    if block is not None:
        return "block", block
    kind = field_types(cls).get("kind")
    return ("kind", get_args(kind)[0]) if len(get_args(kind)) == 1 else None
