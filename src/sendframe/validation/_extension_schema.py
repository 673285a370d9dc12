"""Schemas of extensions, which come from plug-ins and are not trusted.

Accepted are keywords that look at one value at a time, references within the schema, and patterns
that run in linear time. An accepted schema is compiled without what engines could take for more
than it is, so that no schema fails in one engine and not in the other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from sendframe.errors import Diagnostic, Location, Step, json_pointer

from ._engine import Engine, make_engine
from ._pattern import pattern_problem
from ._wording import quote_key

__all__ = ["extension_engine", "extension_schema_problems"]

_MAX_NODES = 5_000
_MAX_DEPTH = 100  # both engines recurse
_REFERENCE = "#/$defs/"
_NOT_ESCAPED = re.compile("[#/]|%(?![0-9A-Fa-f]{2})")
_UNWRITTEN = ("examples", "default", "$comment", "$schema", "$defs")
"""Keywords that no value can break, and that no message repeats."""

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
        for path, problem in _problems(schema):
            location = Location(file, json_pointer(("schema", *path)))
            yield Diagnostic("SFR112", problem, location, help=help_)


def _problems(schema: dict[str, Any]) -> Iterator[_Problem]:
    """Yield each problem of a schema with its path; where there is none, compile it."""
    problems = list(_Inspector(schema).problems())
    yield from problems
    if not problems:
        try:
            extension_engine(schema)
        except ValueError:  # of an engine that accepts less than those that were tested
            yield (), "the schema cannot be compiled"


class _Inspector:
    """Checks a schema part by part, before any engine compiles it."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.measures: dict[str, tuple[int, int]] = {}

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
        if not problems:
            size, depth = self._measure(self.root, 0)
            if _values(self.root) + size > _MAX_NODES or depth > _MAX_DEPTH:
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
            if key in part and (key, part[key]) != ("additionalProperties", False):
                yield from self._part(part[key], (*path, key))

    def _measure(self, part: dict[str, Any], depth: int) -> tuple[int, int]:
        """Return how many schemas a schema contains, and how deep, with references written out.

        Args:
            part: The schema.
            depth: How deep it is in the schema of the extension.
        """
        if depth > _MAX_DEPTH:  # always so where a definition refers to itself
            return 1, 1
        size, height = 1, 0
        for inner in _inner_schemas(part):
            inner_size, inner_height = self._measure(inner, depth + 1)
            size, height = size + inner_size, max(height, inner_height)
        if "$ref" in part:
            name = str(_definition_name(part["$ref"]))
            if name not in self.measures:
                self.measures[name] = self._measure(self.root["$defs"][name], depth + 1)
            size, height = 1 + self.measures[name][0], self.measures[name][1]
        return size, height + 1


def _inner_schemas(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas in an accepted schema, without those that it refers to."""
    yield from part.get("properties", {}).values()
    for key in ("items", "additionalProperties"):
        if isinstance(part.get(key), dict):
            yield part[key]


def _values(value: Any) -> int:
    """Return how many values JSON data contains, itself included."""
    members = value.values() if isinstance(value, dict) else value
    return 1 + (sum(map(_values, members)) if isinstance(value, dict | list) else 0)


def _definition_name(reference: object) -> str | None:
    """Return the name in ``$defs`` that a reference is about; None if it is about something else.

    Source:
        RFC 6901, 6: a JSON pointer in a URI is decoded first, and then split at "/".

    Examples:
        >>> _definition_name("#/$defs/t%C5%B7"), _definition_name("#/$defs/tŷ a~1b")
        ('tŷ', 'tŷ a/b')
        >>> _definition_name("#/$defs/a/b"), _definition_name("https://example.org/a")
        (None, None)
    """
    if not isinstance(reference, str) or not reference.startswith(_REFERENCE):
        return None
    written = reference.removeprefix(_REFERENCE)
    try:
        pointer = None if _NOT_ESCAPED.search(written) else unquote(written, errors="strict")
    except UnicodeDecodeError:
        return None
    if pointer is None or "/" in pointer or re.search("~(?![01])", pointer):
        return None
    return pointer.replace("~1", "/").replace("~0", "~")


def extension_engine(schema: dict[str, Any]) -> Engine:
    """Return the engine of a schema of an extension that has no problem.

    Definitions are numbered, since engines differ in which names they find.

    Raises:
        ImportError: Neither engine is installed.
    """
    numbers = {name: f"d{number}" for number, name in enumerate(schema.get("$defs", {}))}

    def compiled(part: dict[str, Any]) -> dict[str, Any]:
        result = {key: value for key, value in part.items() if key not in _UNWRITTEN}
        for key in ("items", "additionalProperties"):
            if isinstance(part.get(key), dict):
                result[key] = compiled(part[key])
        if "properties" in part:
            result["properties"] = {
                name: compiled(inner) for name, inner in part["properties"].items()
            }
        if "$ref" in part:
            result["$ref"] = _REFERENCE + numbers[str(_definition_name(part["$ref"]))]
        return result

    definitions = {
        numbers[name]: compiled(inner) for name, inner in schema.get("$defs", {}).items()
    }
    return make_engine(compiled(schema) | {"$defs": definitions})


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _check_reference(value: Any, part: dict[str, Any], root: dict[str, Any]) -> str | None:
    definitions, name = root.get("$defs"), _definition_name(value)
    if name is None or not isinstance(definitions, dict) or name not in definitions:
        return (
            "refers to nothing; only #/$defs/NAME of this schema is accepted, "
            "with ~ written as ~0, / as ~1, % as %25 and # as %23"
        )
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
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        return "must be a list of names"
    repeated = [name for name, count in Counter(value).items() if count > 1]
    return f"names {quote_key(repeated[0])} twice" if repeated else None


def _check_text(value: Any, _part: Any, _root: Any) -> str | None:
    return None if isinstance(value, str) else "must be text"


_CHECKS: dict[str, _Check] = {
    **dict.fromkeys(("title", "description", "$comment", "$schema"), _check_text),
    "examples": lambda value, _p, _r: None if isinstance(value, list) else "must be a list",
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
