"""Ids and what refers to them, read from raw documents by what their schemas say.

References are checked on the raw tree, so that they are reported even where a document
breaks its schema elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import attrs

from sendframe.errors import Diagnostic, Location, Related, Step, json_pointer
from sendframe.validation import (
    KnownWords,
    SchemaError,
    Suggester,
    known_words,
    quote_value,
    read_schema,
)

from ._duplicate import said_of

__all__ = [
    "LONGEST_ID",
    "Name",
    "Names",
    "Register",
    "belongs_to_any",
    "collect",
    "dangling",
    "lost_kinds",
    "steps_of",
]

LONGEST_ID = 100
"""Longer texts are no ids, in characters; the schemas say so."""

MOST_SEARCHED = 50
"""For so many references to nothing the nearest id is looked for; then only the fault is told."""

Path: TypeAlias = tuple[Step, ...]
Trail: TypeAlias = "tuple[Trail, Step] | None"
"""Steps to a place, the last one outside: cheap to lengthen, and only read where it is shown."""
_Visit: TypeAlias = Callable[[Any, "Trail", "Names"], None]


def steps_of(trail: Trail) -> Path:
    """Return the steps to a place, from the outside in."""
    steps: list[Step] = []
    while trail is not None:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


class Name(NamedTuple):
    """An id, where it is given or where it is used.

    Attributes:
        kinds: What it is the id of; where it is used, what it may be the id of.
        text: The id.
        trail: Steps to it.
        file: The document.
        said: What is said of it, for things that several documents may hold.
    """

    kinds: tuple[str, ...]
    text: str
    trail: Trail
    file: str | None = None
    said: Any = None

    @property
    def location(self) -> Location:
        """Where it stands."""
        return Location(self.file, json_pointer(steps_of(self.trail)))


@attrs.define
class Names:
    """The ids of one document.

    Attributes:
        file: The document.
        given: Ids of things that stand in it.
        used: Ids that refer to things anywhere.
        empty: Lists of things that hold none, with an empty text for the id.
        extended: What stands under ``extensions``: the kind of the thing that has it, such as
            ``priority``, the extensions, and the steps to them.
    """

    file: str | None
    given: list[Name] = attrs.Factory(list)
    used: list[Name] = attrs.Factory(list)
    empty: list[Name] = attrs.Factory(list)
    extended: list[tuple[str, dict[str, Any], Trail]] = attrs.Factory(list)


class _Compiler:
    """Turns a schema into a walk over documents that visits only what has ids."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.visits: dict[str, _Visit | None] = {}

    def of(self, schema: dict[str, Any]) -> _Visit | None:
        reference = schema.get("$ref")
        if reference is not None:
            return self._of_definition(reference.removeprefix("#/$defs/"))
        if "x-refers-to" in schema:
            return _visit_use(tuple(schema["x-refers-to"]))
        if "allOf" in schema:
            return self._of_union(schema["allOf"])
        if "items" in schema:
            return _visit_items(self.of(schema["items"]), self._kinds_of(schema["items"]))
        if "properties" in schema:
            return self._of_object(schema)
        return None

    def _kinds_of(self, schema: dict[str, Any]) -> tuple[str, ...]:
        """Return the kinds of thing that a schema itself, or a branch of it, describes."""
        if "$ref" in schema:
            return self._kinds_of(self.root["$defs"][schema["$ref"].removeprefix("#/$defs/")])
        if "allOf" in schema:
            branches = (self._kinds_of(each["then"]) for each in schema["allOf"])
            return tuple(sorted({kind for kinds in branches for kind in kinds}))
        return (schema["x-is-a"],) if "x-is-a" in schema else ()

    def _of_definition(self, name: str) -> _Visit | None:
        if name not in self.visits:
            self.visits[name] = None
            self.visits[name] = self.of(self.root["$defs"][name])
        return self.visits[name]

    def _of_union(self, branches: list[dict[str, Any]]) -> _Visit | None:
        inner = {
            each["if"]["properties"]["kind"]["const"]: self.of(each["then"]) for each in branches
        }
        if not any(inner.values()):
            return None

        def visit(value: Any, trail: Trail, names: Names) -> None:
            kind = value.get("kind") if isinstance(value, dict) else None
            below = inner.get(kind) if isinstance(kind, str) else None
            if below is not None:
                below(value, trail, names)

        return visit

    def _of_object(self, schema: dict[str, Any]) -> _Visit | None:
        pairs = ((key, self.of(each)) for key, each in schema["properties"].items())
        below = {key: visit for key, visit in pairs if visit is not None}
        kind, key_of_name = schema.get("x-is-a"), schema.get("x-named-by", "id")
        title = str(schema.get("title", "")).lower().replace(" ", "-")
        extensible = "extensions" in schema["properties"]
        if not below and kind is None and not extensible:
            return None

        def visit(value: Any, trail: Trail, names: Names) -> None:
            if not isinstance(value, dict):
                return
            if kind is not None and isinstance(value.get(key_of_name), str):
                where = (trail, key_of_name)
                said = said_of(kind, value)
                names.given.append(Name((kind,), value[key_of_name], where, names.file, said))
            if extensible and isinstance(value.get("extensions"), dict):
                names.extended.append((title, value["extensions"], (trail, "extensions")))
            for key, inner in below.items():
                if key in value:
                    inner(value[key], (trail, key), names)

        return visit


def _visit_use(kinds: tuple[str, ...]) -> _Visit:
    def visit(value: Any, trail: Trail, names: Names) -> None:
        if isinstance(value, str):
            names.used.append(Name(kinds, value, trail, names.file))

    return visit


def _visit_items(inner: _Visit | None, kinds: tuple[str, ...]) -> _Visit | None:
    if inner is None:
        return None

    def visit(value: Any, trail: Trail, names: Names) -> None:
        if isinstance(value, list):
            if not value and kinds:
                names.empty.append(Name(kinds, "", trail, names.file))
            for index, each in enumerate(value):
                inner(each, (trail, index), names)

    return visit


@cache
def _visit_of(kind: str) -> _Visit | None:
    schema = read_schema(kind)
    return _Compiler(schema).of(schema)


def collect(document: Any, kind: str, file: str | None = None) -> Names:
    """Return the ids given and used in a raw document, whether or not it is valid."""
    names = Names(file)
    visit = _visit_of(kind)
    if visit is not None:
        visit(document, None, names)
    return names


def dangling(
    all_names: Iterable[Names],
    lost: frozenset[str] = frozenset(),
    absent: AbstractSet[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference to something that is nowhere.

    Args:
        all_names: The ids of every document.
        lost: Kinds of which some could not be read because of other problems; references to
            these are not judged, since one fault is told once.
        absent: Names of plug-ins that are not there; ids that begin with one and a dot are theirs.
    """
    everything = list(all_names)
    register = Register.of(everything)
    for names in everything:
        for use in names.used:
            known = register.has(use.kinds, use.text) or belongs_to_any(use.text, absent)
            if not (known or lost & set(use.kinds)):
                yield register.dangling(use.kinds, use.text, use.location)


def belongs_to_any(id_: str, plugins: AbstractSet[str]) -> bool:
    """Say whether an id begins with the name of one of some plug-ins, and a dot.

    Examples:
        >>> [belongs_to_any(each, {"kent"}) for each in ("kent.a", "kent", "kentish.a")]
        [True, False, False]
    """
    parts = id_[:LONGEST_ID].split(".") if plugins else []
    return any(".".join(parts[:count]) in plugins for count in range(1, len(parts)))


@attrs.frozen(eq=False)
class Register:
    """Which things there are, where others could be, and what was probably meant.

    Attributes:
        given: What has an id, by kind and then by id.
        empty: The first list that could hold things of a kind and holds none, by kind.
    """

    given: Mapping[str, Mapping[str, Name]]
    empty: Mapping[str, Name]
    _words: dict[tuple[str, ...], KnownWords] = attrs.field(factory=dict, init=False)
    _speller: Suggester = attrs.field(factory=Suggester, init=False)
    _searched: set[tuple[tuple[str, ...], str]] = attrs.field(factory=set, init=False)

    @classmethod
    def of(cls, all_names: Iterable[Names]) -> "Register":
        """Return what some documents hold; of two things with one id, the first."""
        given: dict[str, dict[str, Name]] = defaultdict(dict)
        empty: dict[str, Name] = {}
        for names in all_names:
            for name in names.given:
                given[name.kinds[0]].setdefault(name.text, name)
            for name in names.empty:
                for kind in name.kinds:
                    empty.setdefault(kind, name)
        return cls(given, empty)

    def has(self, kinds: tuple[str, ...], text: str) -> bool:
        """Say whether something of one of the kinds has this id."""
        return any(text in self.given.get(kind, ()) for kind in kinds)

    def near(self, kinds: tuple[str, ...], text: str) -> Name | None:
        """Return the thing that was probably meant; one whose id may be shown, or None."""
        self._searched.add((kinds, text))
        if len(self._searched) > MOST_SEARCHED:
            return None
        if kinds not in self._words:
            texts = sorted(
                id_ for kind in kinds for id_ in self.given.get(kind, ()) if quote_value(id_)
            )
            self._words[kinds] = known_words(texts)
        near = self._speller.suggest(text, self._words[kinds])
        if near is None:
            return None
        # Of two kinds that know the id, the last named: what it holds is the more special.
        found = (self.given.get(kind, {}).get(near) for kind in reversed(kinds))
        return next((each for each in found if each is not None), None)

    def dangling(self, kinds: tuple[str, ...], text: str, location: Location) -> Diagnostic:
        """Return a diagnostic for a reference to something that is nowhere, with its other end."""
        shown = quote_value(text) or "this id"
        kinds_shown = " or ".join(f"'{kind}'" for kind in kinds)
        near, related = self.other_end(kinds, text)
        stray = [
            Related(each[text].location, f"this id belongs to something of the kind '{kind}'")
            for kind, each in sorted(self.given.items())
            if text in each and kind not in kinds
        ]
        return Diagnostic(
            "SFR201",
            f"nothing of the kind {kinds_shown} has the id {shown}",
            location,
            help=f"Write '{near}', or add what is missing." if near else "Add it, or remove this.",
            suggestion=near,
            related=(*stray[:1], *related),
        )

    def other_end(
        self, kinds: tuple[str, ...], text: str
    ) -> tuple[str | None, tuple[Related, ...]]:
        """Return the nearest id of some kinds, and where to look for what a reference meant.

        Returns:
            The nearest id, or None where none is near; and the place of the nearest, else of the
            first thing of these kinds, else of a list that could hold one. Nothing where the
            documents have no such place.
        """
        near = self.near(kinds, text)
        if near is not None:
            return near.text, (Related(near.location, f"'{near.text}' stands here"),)
        there = [self.given[kind] for kind in kinds if self.given.get(kind)]
        if there:
            first = next(iter(there[0].values()))
            told = f"the first of the kind '{first.kinds[0]}' stands here"
            return None, (Related(first.location, told),)
        lists = [self.empty[kind] for kind in kinds if kind in self.empty]
        told = f"a list of the kind '{kinds[0]}' stands here, and is empty"
        return None, tuple(Related(each.location, told) for each in lists[:1])


def lost_kinds(faults: Iterable[SchemaError], root: dict[str, Any]) -> frozenset[str]:
    """Return the kinds of thing of which a faulty document may hold some that were not read."""
    lost: set[str] = set()
    for fault in faults:
        schema = fault.schema
        if fault.keyword == "additionalProperties":
            # Whatever stands under an unknown key might have been any member of the object.
            lost |= _kinds_below(schema, root, set())
        elif fault.keyword == "required":
            lost |= _kinds_below(schema["properties"].get(fault.member, {}), root, set())
            if fault.member == schema.get("x-named-by", "id"):
                lost.add(schema.get("x-is-a", ""))
        else:
            lost |= _kinds_below(schema, root, set())
            if fault.path and fault.path[-1] in ("id", "code"):
                lost.add(_kind_of_parent(fault.path, root))
    return frozenset(lost - {""})


def _kinds_below(schema: dict[str, Any], root: dict[str, Any], seen: set[str]) -> set[str]:
    found = {schema["x-is-a"]} if "x-is-a" in schema else set()
    reference = schema.get("$ref")
    if reference is not None and reference not in seen:
        seen.add(reference)
        found |= _kinds_below(root["$defs"][reference.removeprefix("#/$defs/")], root, seen)
    inner = [*schema.get("properties", {}).values()]
    inner += [schema["items"]] if "items" in schema else []
    inner += [each["then"] for each in schema.get("allOf", ())]
    for each in inner:
        found |= _kinds_below(each, root, seen)
    return found


def _kind_of_parent(path: Path, root: dict[str, Any]) -> str:
    schema = root
    for step in path[:-1]:
        schema = schema["items"] if isinstance(step, int) else schema["properties"][step]
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        if "allOf" in schema:
            return ""
    return str(schema.get("x-is-a", ""))
