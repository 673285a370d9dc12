"""The ids that a document defines and uses, collected as its schema says.

They are collected from plain JSON data, so that references are checked even where a document
breaks its schema elsewhere.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import attrs

from sendframe.errors import Location, Step, json_pointer
from sendframe.validation import SchemaError, read_schema

__all__ = ["MAX_ID_LENGTH", "DocumentIds", "IdOccurrence", "collect_ids", "path_of", "unread_kinds"]

MAX_ID_LENGTH = 100
"""The longest id that the schemas accept, in characters."""

_SHARED = {"observed-area": ("kind", "basis"), "release": None}
"""Things that several documents may define, and the fields in which they must agree; None for all."""

StepChain: TypeAlias = "tuple[StepChain, Step] | None"
"""The steps to a value, the last one outermost: cheap to extend, and only read for messages."""
_Visit: TypeAlias = Callable[[Any, "StepChain", "DocumentIds"], None]


def path_of(chain: StepChain) -> tuple[Step, ...]:
    """Return the steps of a chain, from the document inwards."""
    steps: list[Step] = []
    while chain is not None:
        chain, step = chain
        steps.append(step)
    return tuple(reversed(steps))


class IdOccurrence(NamedTuple):
    """One place where an id is defined or used.

    Attributes:
        kinds: The kind of thing that it identifies; where it is used, the kinds it may identify.
        text: The id.
        chain: The steps to it.
        file: The document.
        shared: The content in which documents that define the same thing must agree; None where
            only one document may define it.
    """

    kinds: tuple[str, ...]
    text: str
    chain: StepChain
    file: str | None = None
    shared: Any = None

    @property
    def location(self) -> Location:
        """File and JSON pointer."""
        return Location(self.file, json_pointer(path_of(self.chain)))


@attrs.define
class DocumentIds:
    """The ids of one document.

    Attributes:
        file: The document.
        defined: Ids of things in the document.
        used: Ids that refer to things in any document.
        empty_lists: Empty lists of things, with an empty text for the id.
        extensions: For each ``extensions`` object: the kind of the thing that contains it, such
            as ``priority``, the object, and the steps to it.
    """

    file: str | None
    defined: list[IdOccurrence] = attrs.Factory(list)
    used: list[IdOccurrence] = attrs.Factory(list)
    empty_lists: list[IdOccurrence] = attrs.Factory(list)
    extensions: list[tuple[str, dict[str, Any], StepChain]] = attrs.Factory(list)


def collect_ids(document: Any, kind: str, file: str | None = None) -> DocumentIds:
    """Collect the ids of a document, whether or not it is valid.

    Args:
        document: Plain JSON data.
        kind: The kind of document.
        file: Its name in the report.
    """
    ids = DocumentIds(file)
    visit = _visit_for(kind)
    if visit is not None:
        visit(document, None, ids)
    return ids


@cache
def _visit_for(kind: str) -> _Visit | None:
    schema = read_schema(kind)
    return _Compiler(schema).compile(schema)


class _Compiler:
    """Compiles a schema to a function that visits only the parts of a document with ids."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.visits: dict[str, _Visit | None] = {}

    def compile(self, schema: dict[str, Any]) -> _Visit | None:
        """Return the visit of a part; None where it contains no ids."""
        reference = schema.get("$ref")
        if reference is not None:
            return self._compile_definition(reference.removeprefix("#/$defs/"))
        if "x-refers-to" in schema:
            return _visit_use(tuple(schema["x-refers-to"]))
        if "allOf" in schema:
            return self._compile_union(schema["allOf"])
        if "items" in schema:
            items = schema["items"]
            return _visit_items(self.compile(items), self._kinds_of(items))
        if "properties" in schema:
            return self._compile_object(schema)
        return None

    def _kinds_of(self, schema: dict[str, Any]) -> tuple[str, ...]:
        """Return the kinds of thing that a schema, or a branch of it, describes."""
        if "$ref" in schema:
            return self._kinds_of(_definition(schema["$ref"], self.root))
        if "allOf" in schema:
            branches = (self._kinds_of(branch["then"]) for branch in schema["allOf"])
            return tuple(sorted({kind for kinds in branches for kind in kinds}))
        return (schema["x-is-a"],) if "x-is-a" in schema else ()

    def _compile_definition(self, name: str) -> _Visit | None:
        if name not in self.visits:
            self.visits[name] = None
            self.visits[name] = self.compile(self.root["$defs"][name])
        return self.visits[name]

    def _compile_union(self, branches: list[dict[str, Any]]) -> _Visit | None:
        visits = {
            branch["if"]["properties"]["kind"]["const"]: self.compile(branch["then"])
            for branch in branches
        }
        if not any(visits.values()):
            return None

        def visit(value: Any, chain: StepChain, ids: DocumentIds) -> None:
            kind = value.get("kind") if isinstance(value, dict) else None
            visit_branch = visits.get(kind) if isinstance(kind, str) else None
            if visit_branch is not None:
                visit_branch(value, chain, ids)

        return visit

    def _compile_object(self, schema: dict[str, Any]) -> _Visit | None:
        pairs = ((key, self.compile(part)) for key, part in schema["properties"].items())
        members = {key: visit for key, visit in pairs if visit is not None}
        kind, id_key = schema.get("x-is-a"), schema.get("x-named-by", "id")
        title = str(schema.get("title", "")).lower().replace(" ", "-")
        extensible = "extensions" in schema["properties"]
        if not members and kind is None and not extensible:
            return None

        def visit(value: Any, chain: StepChain, ids: DocumentIds) -> None:
            if not isinstance(value, dict):
                return
            if kind is not None and isinstance(value.get(id_key), str):
                shared = _shared_content(kind, value)
                occurrence = IdOccurrence((kind,), value[id_key], (chain, id_key), ids.file, shared)
                ids.defined.append(occurrence)
            if extensible and isinstance(value.get("extensions"), dict):
                ids.extensions.append((title, value["extensions"], (chain, "extensions")))
            for key, visit_member in members.items():
                if key in value:
                    visit_member(value[key], (chain, key), ids)

        return visit


def _shared_content(kind: str, value: dict[str, Any]) -> Any:
    if kind not in _SHARED:
        return None
    fields = _SHARED[kind]
    return value if fields is None else [value.get(field) for field in fields]


def _visit_use(kinds: tuple[str, ...]) -> _Visit:
    def visit(value: Any, chain: StepChain, ids: DocumentIds) -> None:
        if isinstance(value, str):
            ids.used.append(IdOccurrence(kinds, value, chain, ids.file))

    return visit


def _visit_items(visit_item: _Visit | None, kinds: tuple[str, ...]) -> _Visit | None:
    if visit_item is None:
        return None

    def visit(value: Any, chain: StepChain, ids: DocumentIds) -> None:
        if isinstance(value, list):
            if not value and kinds:
                ids.empty_lists.append(IdOccurrence(kinds, "", chain, ids.file))
            for index, item in enumerate(value):
                visit_item(item, (chain, index), ids)

    return visit


def unread_kinds(errors: Iterable[SchemaError], root: dict[str, Any]) -> frozenset[str]:
    """Return the kinds of thing of which an invalid document may define some that were not read.

    Args:
        errors: The schema errors of the document.
        root: Its schema.
    """
    unread: set[str] = set()
    seen: set[str] = set()  # references whose kinds are in *unread* already
    for error in errors:
        schema = error.schema
        if error.keyword == "additionalProperties":
            # The value of an unknown key might have been any member of the object.
            unread |= _kinds_within(schema, root, seen)
        elif error.keyword == "required":
            unread |= _kinds_within(schema["properties"].get(error.member, {}), root, seen)
            if error.member == schema.get("x-named-by", "id"):
                unread.add(schema.get("x-is-a", ""))
        else:
            unread |= _kinds_within(schema, root, seen)
            if error.path and error.path[-1] in ("id", "code"):
                unread.add(_kind_of_parent(error.path, root))
    return frozenset(unread - {""})


def _definition(reference: str, root: dict[str, Any]) -> dict[str, Any]:
    definition: dict[str, Any] = root["$defs"][reference.removeprefix("#/$defs/")]
    return definition


def _kinds_within(schema: dict[str, Any], root: dict[str, Any], seen: set[str]) -> set[str]:
    kinds = {schema["x-is-a"]} if "x-is-a" in schema else set()
    reference = schema.get("$ref")
    if reference is not None and reference not in seen:
        seen.add(reference)
        kinds |= _kinds_within(_definition(reference, root), root, seen)
    parts = [*schema.get("properties", {}).values()]
    parts += [schema["items"]] if "items" in schema else []
    parts += [branch["then"] for branch in schema.get("allOf", ())]
    for part in parts:
        kinds |= _kinds_within(part, root, seen)
    return kinds


def _kind_of_parent(path: tuple[Step, ...], root: dict[str, Any]) -> str:
    schema = root
    for step in path[:-1]:
        schema = schema["items"] if isinstance(step, int) else schema["properties"][step]
        if "$ref" in schema:
            schema = _definition(schema["$ref"], root)
        if "allOf" in schema:
            return ""
    return str(schema.get("x-is-a", ""))
