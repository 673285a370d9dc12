"""Schemas of extensions, which come from plug-ins and are not trusted.

Accepted are keywords that look at one value at a time, references within the schema, and patterns
that run in linear time.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sendframe.errors import Diagnostic, Location, Step, json_pointer

from ._pattern import pattern_problem
from ._wording import quote_key

__all__ = ["extension_schema_problems"]

_MAX_NODES = 5_000
_COUNTS = ("minItems", "maxItems", "minLength", "maxLength")
_KEYWORDS = frozenset(
    {
        *("title", "description", "examples", "default", "$comment", "$schema", "$defs"),
        *("type", "enum", "const", "minimum", "maximum", "required", "properties", "items"),
        *("additionalProperties", "pattern", "$ref", *_COUNTS),
    }
)
_TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")

_Problem = tuple[tuple[Step, ...], str]
_Check = Callable[[Any, dict[str, Any], dict[str, Any]], str | None]


def extension_schema_problems(document: Any, file: str | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each part of an extension's schema that is not accepted.

    Args:
        document: Plain JSON data of a document of the kind ``extension``.
        file: Its name in the report.
    """
    schema = document.get("schema") if isinstance(document, dict) else None
    if isinstance(schema, dict):
        help_ = "See docs/how-to/extend-documents.md for what is accepted."
        for path, problem in _Inspector(schema).problems():
            location = Location(file, json_pointer(("schema", *path)))
            yield Diagnostic("SFR112", problem, location, help=help_)


class _Inspector:
    """Checks a schema part by part, before any engine compiles it."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.sizes: dict[str, int] = {}

    def problems(self) -> Iterator[_Problem]:
        """Yield each problem with its path; where there is none, whether it is too large."""
        problems = list(self._part(self.root, ()))
        definitions = self.root.get("$defs", {})
        if isinstance(definitions, dict):
            for name, definition in definitions.items():
                problems += self._part(definition, ("$defs", name))
        else:
            problems.append((("$defs",), "must be an object of schemas"))
        yield from problems
        if not problems and self._size(self.root, ()) > _MAX_NODES:
            yield (), "the schema is too large, or refers to itself"

    def _part(self, part: Any, path: tuple[Step, ...]) -> Iterator[_Problem]:
        if not isinstance(part, dict):
            yield path, "must be a schema: an object { }"
            return
        for key in sorted(set(part) - _KEYWORDS):
            yield (*path, key), f"the keyword {quote_key(key)} is not accepted here"
        if path and "$defs" in part:
            yield (*path, "$defs"), "is accepted only at the top of the schema"
        for key, check in _CHECKS.items():
            if key in part:
                problem = check(part[key], part, self.root)
                if problem is not None:
                    yield (*path, key), problem
        yield from self._nested(part, path)

    def _nested(self, part: dict[str, Any], path: tuple[Step, ...]) -> Iterator[_Problem]:
        if isinstance(part.get("properties"), dict):
            for name, schema in part["properties"].items():
                yield from self._part(schema, (*path, "properties", name))
        for key in ("items", "additionalProperties"):
            if key in part and part[key] is not False:
                yield from self._part(part[key], (*path, key))

    def _size(self, part: Any, open_references: tuple[str, ...]) -> int:
        """Return how many values a schema has when each reference is written out."""
        if isinstance(part, list):
            return 1 + sum(self._size(item, open_references) for item in part)
        if not isinstance(part, dict):
            return 1
        name = str(part.get("$ref", "")).removeprefix("#/$defs/")
        if name in open_references:
            return _MAX_NODES + 1
        if name and name not in self.sizes:
            self.sizes[name] = self._size(self.root["$defs"][name], (*open_references, name))
        members = (self._size(part[key], open_references) for key in part if key != "$defs")
        return 1 + sum(members) + self.sizes.get(name, 0)


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _check_reference(value: Any, part: dict[str, Any], root: dict[str, Any]) -> str | None:
    definitions = root.get("$defs")
    name = value.removeprefix("#/$defs/") if isinstance(value, str) else ""
    if not isinstance(definitions, dict) or name not in definitions or f"#/$defs/{name}" != value:
        return "refers to nothing; only #/$defs/NAME of this schema is accepted"
    others = set(part) - {"$ref", "$defs", "title", "description"}
    return "may have only title and description beside it" if others else None


def _check_pattern(value: Any, _part: Any, _root: Any) -> str | None:
    problem = pattern_problem(value) if isinstance(value, str) else "must be text"
    return None if problem is None else f"this pattern {problem}"


def _check_additional(value: Any, part: dict[str, Any], _root: Any) -> str | None:
    if value is True:
        return "must be false or a schema"
    return None if value is not False or "properties" in part else 'needs "properties" beside it'


def _check_required(value: Any, _part: Any, _root: Any) -> str | None:
    is_list_of_names = isinstance(value, list) and all(isinstance(name, str) for name in value)
    return None if is_list_of_names else "must be a list of names"


_CHECKS: dict[str, _Check] = {
    "type": lambda value, _p, _r: (
        None if value in _TYPES else f"must be one of {', '.join(_TYPES)}"
    ),
    "$ref": _check_reference,
    "pattern": _check_pattern,
    "additionalProperties": _check_additional,
    "properties": lambda value, _p, _r: None if isinstance(value, dict) else "must be an object",
    "enum": lambda value, _p, _r: None if isinstance(value, list) and value else "must be a list",
    "required": _check_required,
    **{
        key: lambda value, _p, _r: None if type(value) in (int, float) else "must be a number"
        for key in ("minimum", "maximum")
    },
    **{
        key: lambda value, _p, _r: None if _is_count(value) else "must be a whole number"
        for key in _COUNTS
    },
}
