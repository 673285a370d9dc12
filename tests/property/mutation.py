"""The catalogue of single faults: what is done to a sound document, and what must be told.

Expectations come from the published schemas and from nothing else.
"""

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, TypeAlias

import attrs
from hypothesis import HealthCheck, Phase, given, settings

import sendframe.testing
from sendframe import model, validation
from sendframe.documents import converter, plain_data
from sendframe.documents._raw_document import read_raw
from tests.property.recording import Recorder, recorded

__all__ = ["Mutation", "bases", "catalogue", "collected", "drawn", "pairs", "pointer", "sites"]

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
Schema: TypeAlias = dict[str, Any]

DRAWN = 22  # documents of each kind, which are drawn once in a process
BROAD = 2**53 - 1  # numbers that no bound of their own holds are held by this one
WRONG_TYPES: dict[str, tuple[Any, ...]] = {
    "string": (7, True, ["text"], {"default": "text"}),
    "integer": ("12", 3.9, True),
    "number": ("12.5", False, [1]),
    "boolean": ("false", 0),
    "array": ({}, "text"),
    "object": ([], "text", 5),
}


def pointer(path: Path) -> str:
    """Return a JSON pointer."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


@attrs.frozen(eq=False)
class Site:
    """A member of an object in a document.

    Attributes:
        definition: The definition of the object; empty for the document itself.
        key: The member.
        path: Steps to the object.
        schema: The schema of the member, references followed.
        owner: The schema of the object.
        in_union: Whether the object is one of several kinds.
        value: What stands there.
    """

    definition: str
    key: str
    path: Path
    schema: Schema
    owner: Schema
    in_union: bool
    value: Any

    @property
    def place(self) -> Path:
        """Steps to the member."""
        return (*self.path, self.key)


@attrs.frozen(eq=False)
class Mutation:
    """One fault and the one diagnostic it must give.

    Attributes:
        name: What is done, and where by definition and member.
        action: How the document is changed at *path*.
        path: Steps to the member; for ``append`` to the array, for ``insert`` to the new member.
        value: The new value, or the new key.
        code: The code of the diagnostic.
        told_at: Steps to where it must point.
        closed: Subtree in which no other fault can be told apart from this one.
        keys_of: The object whose set of keys is changed.
        suggestion: What must be suggested, where that is certain.
    """

    name: str
    action: Literal["set", "drop", "rename", "insert", "append"]
    path: Path
    value: Any
    code: str
    told_at: Path
    closed: Path
    keys_of: Path | None = None
    suggestion: str | None = None

    @property
    def pointer(self) -> str:
        """Where the diagnostic must point."""
        return pointer(self.told_at)

    def apply(self, raw: Any) -> None:
        """Change a document in place."""
        holder = raw
        for step in self.path[:-1]:
            holder = holder[step]
        step = self.path[-1]
        if self.action in ("set", "insert"):
            holder[step] = copy.deepcopy(self.value)
        elif self.action == "append":
            holder[step].append(copy.deepcopy(self.value))
        elif self.action == "drop":
            del holder[step]
        else:
            members = [(self.value if key == step else key, each) for key, each in holder.items()]
            holder.clear()
            holder.update(members)

    def expected(self, written: Recorder) -> tuple[str, str, tuple[int, int]]:
        """Return code, pointer, and line and column, by a recorder of the changed document."""
        place = written.places[self.pointer]
        at = place.key if self.code == "SFR103" else place.value
        assert at is not None
        return self.code, self.pointer, at


def _resolved(schema: Schema, root: Schema) -> tuple[Schema, str]:
    reference = schema.get("$ref")
    if reference is None:
        return schema, ""
    name = reference.removeprefix("#/$defs/")
    return root["$defs"][name], name


def sites(raw: Any, kind: str) -> Iterator[Site]:
    """Yield every member of every object of a document that its schema describes."""
    root = validation.read_schema(kind)
    yield from _sites(raw, root, "", (), root, in_union=False)


def _sites(
    value: Any, schema: Schema, name: str, path: Path, root: Schema, *, in_union: bool
) -> Iterator[Site]:
    if "allOf" in schema:
        branch = next(
            each["then"]
            for each in schema["allOf"]
            if each["if"]["properties"]["kind"]["const"] == value["kind"]
        )
        inner, inner_name = _resolved(branch, root)
        yield from _sites(value, inner, inner_name, path, root, in_union=True)
    elif isinstance(value, list):
        inner, inner_name = _resolved(schema["items"], root)
        for index, each in enumerate(value):
            yield from _sites(each, inner, inner_name, (*path, index), root, in_union=False)
    elif isinstance(value, dict) and "properties" in schema:
        for key, each in value.items():
            inner, inner_name = _resolved(schema["properties"][key], root)
            yield Site(name, key, path, inner, schema, in_union, each)
            yield from _sites(each, inner, inner_name, (*path, key), root, in_union=False)
    elif isinstance(value, dict) and schema.get("additionalProperties"):
        inner, inner_name = _resolved(schema["additionalProperties"], root)
        for key, each in value.items():
            yield from _sites(each, inner, inner_name, (*path, key), root, in_union=False)


def pairs(kind: str) -> set[tuple[str, str]]:
    """Return every member of every definition of a schema."""
    root = validation.read_schema(kind)
    found = {("", key) for key in root["properties"]}
    for name, schema in root["$defs"].items():
        if "allOf" not in schema:
            found |= {(name, key) for key in schema["properties"]}
    return found


def mutations_at(site: Site, root: Schema) -> Iterator[Mutation]:
    """Yield every fault of the catalogue that one member can have."""
    if site.key == "$schema" and not site.path:
        yield from _of_address(site)
        return
    yield from _of_key(site)
    yield from _of_value(site, site.schema, site.place, site.in_union and site.key == "kind")
    yield from _of_members(site, root)


def _named(site: Site, what: str) -> str:
    return f"{what}: {site.definition or 'document'}.{site.key}"


def _of_address(site: Site) -> Iterator[Mutation]:
    given = validation.parse_schema_id(site.value)
    assert given is not None
    at = site.place
    newer = validation.schema_id(given.kind, "v2")
    yield Mutation(_named(site, "dropped"), "drop", at, None, "SFR012", (), ())
    yield Mutation(_named(site, "misspelt"), "rename", at, "$shema", "SFR012", (), ())
    yield Mutation(_named(site, "null"), "set", at, None, "SFR101", at, ())
    yield Mutation(_named(site, "wrong type"), "set", at, 1, "SFR101", at, ())
    yield Mutation(_named(site, "unknown"), "set", at, f"{site.value}x", "SFR013", at, ())
    yield Mutation(_named(site, "newer"), "set", at, newer, "SFR014", at, ())


def _of_key(site: Site) -> Iterator[Mutation]:
    needed = site.key in site.owner["required"]
    # Without its kind an object of several kinds is not looked at further: nothing is known of it.
    is_kind = site.in_union and site.key == "kind"
    closed = site.path if is_kind else site.place
    if needed:
        yield Mutation(
            _named(site, "dropped"), "drop", site.place, None, "SFR102", site.path, closed,
            keys_of=site.path,
        )  # fmt: skip
    for what, other in (("misspelt", f"{site.key}z"), ("in capitals", site.key.upper())):
        yield Mutation(
            _named(site, what),
            "rename",
            site.place,
            other,
            "SFR102" if is_kind else "SFR103",
            site.path if is_kind else (*site.path, other),
            closed,
            keys_of=site.path,
            suggestion=None if is_kind else site.key,
        )
    if site.key == next(iter(site.owner["properties"])) or site.key == "id":
        other = "zzz"
        yield Mutation(
            _named(site, "unknown key beside"), "insert", (*site.path, other), {"a": [1]},
            "SFR103", (*site.path, other), (*site.path, other), keys_of=site.path,
        )  # fmt: skip


def _of_value(site: Site, schema: Schema, at: Path, is_kind: bool) -> Iterator[Mutation]:
    closed = site.path if is_kind else at

    def put(what: str, value: Any, code: str) -> Mutation:
        name = _named(site, what) + ("" if at == site.place else " (member)")
        return Mutation(name, "set", at, value, code, at, closed)

    if "const" in schema or is_kind:
        for what, value in (("null", None), ("wrong type", 5), ("other tag", "no-such-kind")):
            yield put(what, value, "SFR104")
        return
    if "type" not in schema:
        return  # raw JSON that plug-ins keep
    kind = schema["type"]
    yield put("null", None, "SFR101")
    for value in WRONG_TYPES[kind]:
        yield put(f"wrong type {type(value).__name__}", value, "SFR101")
    yield from (put(*each) for each in (*_texts(schema), *_bounds(schema)))


def _texts(schema: Schema) -> Iterator[tuple[str, Any, str]]:
    """Yield what is wrong as text: what it is, the value, the code."""
    if "enum" in schema:
        yield "outside the list", "no-such-value", "SFR104"
        yield "empty, outside the list", "", "SFR104"
    if "pattern" in schema:
        yield "no match", "not valid!", "SFR105"
        days = ("2026-02-29", "2026-W01-1", "20260131", "2026-1-31", "2200-01-01")
        for day in days if schema.get("format") == "date" else ():
            yield "no such day", day, "SFR105"
        if "minLength" not in schema:
            yield "empty", "", "SFR105"
    if "minLength" in schema:
        yield "empty", "", "SFR106"
    if "maxLength" in schema:
        yield "too long", "a" * (schema["maxLength"] + 1), "SFR106"


def _bounds(schema: Schema) -> Iterator[tuple[str, Any, str]]:
    """Yield what lies beyond the bounds of a number or an array."""
    for bound, step in (("minimum", -1), ("maximum", 1)):
        if bound in schema:
            broad = abs(schema[bound]) == BROAD
            yield f"beyond {bound}", step * 1e16 if broad else schema[bound] + step, "SFR107"
    if "minItems" in schema:
        yield "too few", [], "SFR108"
    if "maxItems" in schema:
        yield "too many", [f"{n}.json" for n in range(schema["maxItems"] + 1)], "SFR108"


def _of_members(site: Site, root: Schema) -> Iterator[Mutation]:
    """Yield faults of the members of an array or a map."""
    if isinstance(site.value, list) and site.value:
        inner, _ = _resolved(site.schema["items"], root)
        yield from _of_value(site, inner, (*site.place, 0), False)
        if "x-is-a" in inner:
            key = inner.get("x-named-by", "id")
            twin, last = _twin(site.value[0], inner, root), len(site.value)
            yield Mutation(
                _named(site, "the same id twice"), "append", site.place, twin, "SFR202",
                (*site.place, last, key), site.place,
            )  # fmt: skip
    elif isinstance(site.value, dict) and isinstance(site.schema.get("additionalProperties"), dict):
        inner, _ = _resolved(site.schema["additionalProperties"], root)
        for key in list(site.value)[:1]:
            yield from _of_value(site, inner, (*site.place, key), False)


def _twin(value: Any, schema: Schema, root: Schema) -> Any:
    """Return a copy that shares its own id with the first, but no id of what it holds."""
    made = copy.deepcopy(value)
    for site in list(_sites(made, schema, "", (), root, in_union=False)):
        if site.path and "x-is-a" in site.owner and site.key == site.owner.get("x-named-by", "id"):
            holder = made
            for step in site.path:
                holder = holder[step]
            holder[site.key] += "-twin"
    return made


@cache
def collected(kind: str, count: int, *, full: bool) -> tuple[Any, ...]:
    """Return generated documents as raw JSON, the same each time; do not change them."""
    found = drawn(sendframe.testing.documents(kind, full=full), count)
    return tuple(json.loads(json.dumps([plain_data(each) for each in found])))


def drawn(strategy: Any, count: int) -> list[Any]:
    """Return values of a strategy, the same each time."""
    found: list[Any] = []

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


@cache
def bases(kind: str) -> tuple[tuple[Any, Recorder], ...]:
    """Return few documents in which every member of every definition stands at least once."""
    missing = pairs(kind)
    found: list[Any] = []

    def keep(raw: Any) -> None:
        here = {(site.definition, site.key) for site in sites(raw, kind)}
        if here & missing and not read_raw(json.dumps(raw).encode(), None).diagnostics:
            missing.difference_update(here)
            found.append(raw)

    for count in (DRAWN, 400):  # what has a default may be left out, and rarely anything else
        if any(not name for name, _ in missing):
            for raw in collected(kind, count, full=True):
                keep(raw)
    for name in sorted({name for name, _ in missing} - {""}):  # what did not come up by chance
        for value in drawn(sendframe.testing.values(getattr(model, name), full=True), DRAWN):
            if name in {name for name, _ in missing}:
                keep(_with(found[0], kind, name, converter().unstructure(value)))
    return tuple((raw, recorded(raw)) for raw in found)


def _with(raw: Any, kind: str, name: str, value: Any) -> Any:
    """Return a document in which an object of the definition *name* is *value*."""
    made = copy.deepcopy(raw)
    wanted = {"$ref": f"#/$defs/{name}"}
    for site in sites(made, kind):
        holder = made
        for step in site.path:
            holder = holder[step]
        own = {"$ref": site.owner["properties"][site.key].get("$ref")}
        if wanted in [own] + [each["then"] for each in site.schema.get("allOf", ())]:
            holder[site.key] = value
            break
        if site.schema.get("items") == wanted:
            holder[site.key] = [value]
            break
    return made


def catalogue(
    kind: str, without: frozenset[str] = frozenset()
) -> Iterator[tuple[Any, Recorder, Mutation]]:
    """Yield each fault of each member of each definition once, with the document it is for.

    Args:
        kind: The kind of document.
        without: Definitions that are left out.
    """
    done: set[tuple[str, str]] = set()
    for raw, written in bases(kind):
        for site in sites(raw, kind):
            pair = (site.definition, site.key)
            if pair in done or site.definition in without:
                continue
            if site.value not in ([], {}) or pair[1] == "extensions":
                done.add(pair)
                for mutation in mutations_at(site, validation.read_schema(kind)):
                    yield raw, written, mutation
