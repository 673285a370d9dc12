"""What plug-ins keep under ``extensions``: held against their schemas, without importing them.

A schema that comes with a plug-in is hostile input. Accepted are keywords that look at one value
at a time, references within the schema, and patterns that take no longer than the text is long.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location, Step, json_pointer

from ._fault import Engine, Fault, engine_of
from ._findings import MOST_TOLD
from ._pattern import pattern_problem
from ._reference import Names, steps_of
from ._wording import key_name, word

__all__ = ["ExtensionRules", "extension_findings", "rules_of", "schema_problems"]

ANY = "any"
"""Under ``extends``: every kind of thing may have the extension."""

_MOST_NODES = 5_000
_COUNTS = ("minItems", "maxItems", "minLength", "maxLength")
_PLAIN = frozenset(
    {
        *("title", "description", "examples", "default", "$comment", "$schema", "$defs"),
        *("type", "enum", "const", "minimum", "maximum", "required", "properties", "items"),
        *("additionalProperties", "pattern", "$ref", *_COUNTS),
    }
)
_TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")


@attrs.frozen(eq=False)
class ExtensionRules:
    """What may stand under one name of ``extensions``.

    Attributes:
        name: The name.
        kinds: Kinds of thing that have it.
        engine: Holds a value against the schema.
    """

    name: str
    kinds: tuple[str, ...]
    engine: Engine


def rules_of(document: dict[str, Any]) -> ExtensionRules:
    """Return the rules of a sound document of the kind ``extension``."""
    schema = document["schema"]
    return ExtensionRules(document["name"], tuple(document["extends"]), engine_of(schema))


def schema_problems(document: Any, file: str | None) -> Iterator[Diagnostic]:
    """Yield what is wrong with the schema of a document of the kind ``extension``."""
    schema = document.get("schema") if isinstance(document, dict) else None
    if isinstance(schema, dict):
        help_ = "See docs/how-to/extend-documents.md for what is accepted."
        for path, problem in _Inspector(schema).all():
            where = Location(file, json_pointer(("schema", *path)))
            yield Diagnostic("SFR205", problem, where, help=help_)


class _Inspector:
    """Looks at a schema, part by part, before any engine sees it."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.sizes: dict[str, int] = {}

    def all(self) -> Iterator[tuple[tuple[Step, ...], str]]:
        """Yield each problem with its place; where there is none, also that it is too large."""
        found = list(self._part(self.root, ()))
        definitions = self.root.get("$defs", {})
        if isinstance(definitions, dict):
            for name, each in definitions.items():
                found += self._part(each, ("$defs", name))
        else:
            found.append((("$defs",), "is an object of schemas"))
        yield from found
        if not found and self._size(self.root, ()) > _MOST_NODES:
            yield (), "the schema is too large, or refers to itself"

    def _part(self, part: Any, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
        if not isinstance(part, dict):
            yield path, "is a schema: an object { }"
            return
        for key in sorted(set(part) - _PLAIN):
            yield (*path, key), f"the keyword {key_name(key)} is not accepted here"
        if path and "$defs" in part:
            yield (*path, "$defs"), "stands at the top of the schema only"
        for key, check in _CHECKS.items():
            if key in part:
                problem = check(part[key], part, self.root)
                if problem is not None:
                    yield (*path, key), problem
        yield from self._below(part, path)

    def _below(
        self, part: dict[str, Any], path: tuple[Step, ...]
    ) -> Iterator[tuple[tuple[Step, ...], str]]:
        if isinstance(part.get("properties"), dict):
            for name, each in part["properties"].items():
                yield from self._part(each, (*path, "properties", name))
        for key in ("items", "additionalProperties"):
            if key in part and part[key] is not False:
                yield from self._part(part[key], (*path, key))

    def _size(self, part: Any, inside: tuple[str, ...]) -> int:
        """Return how many values a schema has when each reference is written out."""
        if isinstance(part, list):
            return 1 + sum(self._size(each, inside) for each in part)
        if not isinstance(part, dict):
            return 1
        name = str(part.get("$ref", "")).removeprefix("#/$defs/")
        if name in inside:
            return _MOST_NODES + 1
        if name and name not in self.sizes:
            self.sizes[name] = self._size(self.root["$defs"][name], (*inside, name))
        own = (self._size(each, inside) for key, each in part.items() if key != "$defs")
        return 1 + sum(own) + self.sizes.get(name, 0)


_Check = Callable[[Any, dict[str, Any], dict[str, Any]], str | None]


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _reference(value: Any, part: dict[str, Any], root: dict[str, Any]) -> str | None:
    definitions = root.get("$defs")
    name = value.removeprefix("#/$defs/") if isinstance(value, str) else ""
    if not isinstance(definitions, dict) or name not in definitions or f"#/$defs/{name}" != value:
        return "refers to nothing; only #/$defs/NAME of this schema is accepted"
    beside = set(part) - {"$ref", "$defs", "title", "description"}
    return "stands alone, but for title and description" if beside else None


def _pattern(value: Any, _part: Any, _root: Any) -> str | None:
    problem = pattern_problem(value) if isinstance(value, str) else "is text"
    return None if problem is None else f"this pattern {problem}"


def _additional(value: Any, part: dict[str, Any], _root: Any) -> str | None:
    if value is True:
        return "is false or a schema"
    return None if value is not False or "properties" in part else 'needs "properties" beside it'


_CHECKS: dict[str, _Check] = {
    "type": lambda value, _p, _r: None if value in _TYPES else f"is one of {', '.join(_TYPES)}",
    "$ref": _reference,
    "pattern": _pattern,
    "additionalProperties": _additional,
    "properties": lambda value, _p, _r: None if isinstance(value, dict) else "is an object",
    "enum": lambda value, _p, _r: None if isinstance(value, list) and value else "is a list",
    "required": lambda value, _p, _r: (
        None
        if isinstance(value, list) and all(isinstance(each, str) for each in value)
        else "is a list of names"
    ),
    **{
        key: lambda value, _p, _r: None if type(value) in (int, float) else "is a number"
        for key in ("minimum", "maximum")
    },
    **{
        key: lambda value, _p, _r: None if _is_count(value) else "is a whole number"
        for key in _COUNTS
    },
}


def extension_findings(
    names: Names,
    find: Callable[[str], ExtensionRules | None],
    reason: Callable[[str], str | None],
    told: set[str],
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the extensions of one document, and which nothing describes.

    Args:
        names: What was found in the document.
        find: Gives the rules of a name; None where no plug-in that is there gives any.
        reason: Gives why the plug-in of a name cannot say what it keeps; None where none is there.
        told: Names of which it has been said that nothing describes them; more are added.
    """
    for kind, extensions, trail in names.extended:
        for name, value in extensions.items():
            path = (*steps_of(trail), name)
            where = Location(names.file, json_pointer(path))
            rules = find(name)
            if rules is None:
                if name not in told:
                    told.add(name)
                    yield _undescribed(name, reason(name), where)
            elif kind not in rules.kinds and ANY not in rules.kinds:
                yield Diagnostic(
                    "SFR206",
                    f"the plug-in {key_name(name)} keeps nothing in a thing of the kind '{kind}'",
                    where,
                    help=f"It extends: {', '.join(rules.kinds)}.",
                )
            else:
                found = islice(rules.engine(value), MOST_TOLD + 1)
                faults = [_moved(each, path) for each in found]
                if faults:
                    yield from word(faults, _rooted(value, path), names.file)


def _undescribed(name: str, reason: str | None, where: Location) -> Diagnostic:
    if reason is None:
        message = f"no plug-in that may be used here describes the extension {key_name(name)}"
        help_ = "It is kept as it is. Install the plug-in, and name it in portfolio.json."
    else:
        message = f"nothing holds the extension {key_name(name)}: {reason}"
        help_ = "It is kept as it is. Put the plug-in right; `sendframe plugins doctor` says more."
    return Diagnostic("SFR204", message, where, severity="note", help=help_)


def _moved(fault: Fault, path: Iterable[Step]) -> Fault:
    return attrs.evolve(fault, path=(*path, *fault.path))


def _rooted(value: Any, path: tuple[Step, ...]) -> Any:
    """Return a document that holds nothing but a value at its place."""
    for step in reversed(path):
        value = {step: value}
    return value
