"""A portfolio in which everything stands once, and the same with any one of its lists longer.

It is made from the classes of the model: every kind of document, every field of every class. So a
list that somebody adds to a class is measured without anybody thinking of it.
"""

import pickle
import types
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import attrs

from benchmarks.make_documents import to_bytes
from benchmarks.mend_documents import NAMES, NOT_GROWN, NOT_MULTIPLIED, PATTERNS, mend
from sendframe import validation
from sendframe.model import (
    DOCUMENT_CLASSES,
    AreaNeighbours,
    Examples,
    FormerCode,
    FrozenMap,
    Json,
    Neighbour,
    Observation,
    Pattern,
    Priority,
    Range,
    RefersTo,
    RegisteredArea,
    Value,
)

__all__ = ["Folder", "Place", "all_lists", "everything", "grown", "multiplied", "write"]

Steps = tuple[str | int, ...]
Folder = dict[str, dict[str, Any]]
"""Raw documents by file name."""

ON = "2024-06-01"  # every date, so that none lies before another
YEAR = 2024


class Place(NamedTuple):
    """A list or map of a document.

    Attributes:
        owner: Name of the class that has it.
        field: The field.
        file: The document.
        steps: Steps to it.
        hint: Type of the field, constraints included.
    """

    owner: str
    field: str
    file: str
    steps: Steps
    hint: Any

    @property
    def refers(self) -> tuple[str, ...]:
        """The kinds of things whose ids its members are; empty where they are no ids."""
        return _kinds_of(self.hint)


class _Reference(NamedTuple):
    """Stands where an id belongs until all ids are known."""

    kinds: tuple[str, ...]


def everything() -> Folder:
    """Return a sound portfolio with one of everything."""
    made: Folder = pickle.loads(_everything_pickled())  # ten times as fast as a deep copy
    return made


@cache
def _everything_pickled() -> bytes:
    return pickle.dumps(_everything())


@cache
def _everything() -> Folder:
    made: Folder = {}
    counts: dict[str, int] = {}
    for kind, cls in DOCUMENT_CLASSES.items():
        file = "portfolio.json" if kind == "portfolio" else f"{kind}.json"
        made[file] = {"$schema": validation.schema_id(kind), **_object(cls, counts)}
    made["portfolio.json"]["documents"] = [each for each in made if each != "portfolio.json"]
    made["portfolio.json"]["as_at"] = "2026-01-31"
    made["portfolio.json"]["disclosure_policy"] = "published-figures"
    del made["observations.json"]["table"]  # a file of its own
    given = _ids(made)
    for file, raw in made.items():
        _resolve(raw, _class_of(file), given)
    register = made["action-register.json"]
    for status in ("delivery", "impact"):  # each on its own scale
        register["actions"][0][status]["value"] = register[f"{status}_scale"]["values"][0]["id"]
    return made


def _object(cls: type[Value], counts: dict[str, int]) -> dict[str, Any]:
    """Return raw JSON with every field of a class filled."""
    kind: str = cls.kind_of_thing
    made = {field.name: _value(field.type, counts) for field in attrs.fields(cls)}  # type: ignore[arg-type]  # every Value is attrs
    if kind:
        counts[kind] = number = counts.get(kind, 0) + 1
        made[cls.named_by] = NAMES.get(kind, f"{kind}-{number}")
        if cls.named_by == "code" and (number > 1 or kind not in NAMES):
            made[cls.named_by] = f"ZZ{number:07}"
    elif "id" in made:
        made["id"] = f"{cls.__name__.lower()}-{len(counts)}"
    mend(cls.__name__, made)
    return made


def _value(hint: Any, counts: dict[str, int]) -> Any:
    """Return raw JSON of a type, with one member in each list."""
    origin, metadata = get_origin(hint), ()
    if origin is Annotated:
        hint, metadata = hint.__origin__, hint.__metadata__
        origin = get_origin(hint)
    if hint is Json:
        return "anything"
    if origin is Literal:
        return get_args(hint)[0]
    if origin is tuple:
        return [_value(get_args(hint)[0], counts)]
    if origin is FrozenMap:
        return {"key": _value(get_args(hint)[0], counts)}
    if origin in (Union, types.UnionType):
        return _value(next(each for each in get_args(hint) if each is not type(None)), counts)
    if isinstance(hint, type) and issubclass(hint, Value):
        return _object(hint, counts)
    return _scalar(hint, metadata)


def _scalar(hint: Any, metadata: tuple[Any, ...]) -> Any:
    constraints: dict[type, Any] = {type(each): each for each in metadata}
    if RefersTo in constraints:
        return _Reference(constraints[RefersTo].kinds)
    if Examples in constraints:
        return constraints[Examples].values[0]
    if Pattern in constraints:
        meaning = constraints[Pattern].meaning
        return next(words for sign, words in PATTERNS.items() if sign in meaning)
    if Range in constraints:
        low, high = constraints[Range].minimum or 0, constraints[Range].maximum
        return YEAR if high is not None and low <= YEAR <= high else max(low, 1)
    plain: dict[Any, Any] = {str: "words", bool: True, int: 1, float: 1, date: ON}
    return plain[hint]


def _class_of(file: str) -> type[Value]:
    return DOCUMENT_CLASSES["portfolio" if file == "portfolio.json" else file.partition(".")[0]]


def _members(hint: Any, raw: Any) -> Iterator[tuple[Any, str | int, Any]]:
    """Yield hint, step and value of what a list or map holds."""
    inner = get_args(hint)[0]
    steps = enumerate(raw) if isinstance(raw, list) else raw.items()
    yield from ((inner, step, each) for step, each in steps)


def _bare(hint: Any, raw: Any) -> Any:
    """Return the type of what stands in *raw*, without constraints and alternatives."""
    if get_origin(hint) is Annotated:
        return _bare(hint.__origin__, raw)
    if hint is not Json and get_origin(hint) in (Union, types.UnionType):
        members = [each for each in get_args(hint) if each is not type(None)]
        if members[1:]:
            return next(
                each for each in members if attrs.fields_dict(each)["kind"].default == raw["kind"]
            )
        return _bare(members[0], raw)
    return hint


def _objects(hint: Any, raw: Any, steps: Steps = ()) -> Iterator[tuple[type[Value], Any, Steps]]:
    """Yield every object below a value, with its class and the steps to it."""
    hint = _bare(hint, raw)
    if get_origin(hint) in (tuple, FrozenMap):
        for inner, step, each in _members(hint, raw):
            yield from _objects(inner, each, (*steps, step))
    elif isinstance(hint, type) and issubclass(hint, Value):
        yield hint, raw, steps
        for field in attrs.fields(hint):  # type: ignore[arg-type]  # every Value is attrs
            if field.name in raw:
                yield from _objects(field.type, raw[field.name], (*steps, field.name))


def _ids(folder: Folder) -> dict[str, list[str]]:
    """Return the ids of each kind of thing."""
    found: dict[str, list[str]] = {}
    for file, raw in folder.items():
        for cls, each, _ in _objects(_class_of(file), raw):
            if cls.kind_of_thing:
                found.setdefault(cls.kind_of_thing, []).append(each[cls.named_by])
    return found


def _resolve(raw: Any, hint: Any, given: dict[str, list[str]]) -> None:
    """Put an id wherever a reference stands."""

    def resolved(value: Any) -> Any:
        if isinstance(value, _Reference):
            return given[value.kinds[0]][0]
        if isinstance(value, list):
            return [resolved(each) for each in value]
        return value

    for _, each, _ in _objects(hint, raw):
        for key, value in each.items():
            each[key] = resolved(value)


def all_lists() -> list[Place]:
    """Return every list and map of every class, where it stands first; sorted by class and field."""
    found: dict[tuple[str, str], Place] = {}
    for file, raw in _everything().items():
        for cls, _, steps in _objects(_class_of(file), raw):
            for field in attrs.fields(cls):  # type: ignore[arg-type]  # every Value is attrs
                hint = field.type
                bare = hint.__origin__ if get_origin(hint) is Annotated else hint
                key = (cls.__name__, field.name)
                if key in NOT_GROWN:
                    continue
                if get_origin(bare) in (tuple, FrozenMap) and key not in found:
                    found[key] = Place(*key, file, (*steps, field.name), hint)
    return [found[key] for key in sorted(found)]


def _at(raw: Any, steps: Steps) -> Any:
    for step in steps:
        raw = raw[step]
    return raw


def grown(places: Iterable[Place], size: int) -> Folder:
    """Return the portfolio with *size* members in some lists; what they refer to is there as well."""
    folder = everything()
    for place in places:
        _grow(folder, place, size)
    return folder


def _grow(folder: Folder, place: Place, size: int) -> None:
    owner = _at(folder[place.file], place.steps[:-1])
    bare = place.hint.__origin__ if get_origin(place.hint) is Annotated else place.hint
    inner = get_args(bare)[0]
    value = owner.get(place.field) or _value(bare, {})
    if isinstance(value, dict):
        first = next(iter(value.values()))
        owner[place.field] = {f"key-{number}": first for number in range(1, size)} | {"key": first}
    elif (place.owner, place.field) == ("Manifest", "documents"):
        _add_documents(folder, size)
    else:
        owner[place.field] = [_copy(folder, inner, value, number) for number in range(size)]


def _copy(folder: Folder, inner: Any, members: list[Any], number: int) -> Any:
    """Return one more member, with names of its own."""
    kinds = next(
        (each.kinds for each in getattr(inner, "__metadata__", ()) if isinstance(each, RefersTo)),
        None,
    )
    if kinds is not None:
        return _one_more(folder, kinds[0], number)
    member = deepcopy(members[0])
    if number == 0:
        return member
    if isinstance(member, str):
        return f"E{number:08}" if member.startswith("ZZ") else f"{member}-{number}"
    _rename(inner, member, f"-{number}")
    if _bare(inner, member) is Neighbour:
        member["area"] = f"E{number:08}"
    if _bare(inner, member) is FormerCode:  # each ends on a day of its own, the oldest first
        member["valid_to"] = (date.fromisoformat(ON) + timedelta(days=number)).isoformat()
    if isinstance(member, dict) and isinstance(member.get("order"), int):
        member["order"] = number + 1
    if _bare(inner, member) is Observation:
        member["dimensions"] = {"part": f"part-{number}"}
    return member


def _rename(hint: Any, raw: Any, suffix: str) -> None:
    for cls, each, _ in _objects(hint, raw):
        if cls is RegisteredArea:
            each.pop("dfe_code", None)  # one number is that of one area
        if cls is Priority:
            each["order"] += int(suffix[1:])  # no two of one plan have the same
        if cls in {AreaNeighbours, FormerCode}:
            each["code"] = f"{'F' if cls is FormerCode else 'E'}{int(suffix[1:]):08}"
        if cls.named_by in each and (cls.kind_of_thing or cls.named_by == "id"):
            name = each[cls.named_by]
            area = cls.named_by == "code"
            each[cls.named_by] = f"E{int(suffix[1:]):08}" if area else name + suffix


def _one_more(folder: Folder, kind: str, number: int) -> str:
    """Add a thing that can be referred to, unless it is there already, and return its id."""
    home = _home(kind)
    if home is None:
        return _given()[kind][0]
    file, steps, cls = home
    copy = deepcopy(_at(_everything()[file], steps))
    _rename(cls, copy, f"-{number + 1000}")
    members = _at(folder[file], steps[:-1])
    if copy not in members:
        members.append(copy)
    name: str = copy[cls.named_by]
    return name


@cache
def _given() -> dict[str, list[str]]:
    return _ids(_everything())


@cache
def _home(kind: str) -> tuple[str, Steps, type[Value]] | None:
    """Return where the first thing of a kind stands in a list; None where there is no list."""
    for file, raw in _everything().items():
        for cls, _, steps in _objects(_class_of(file), raw):
            if cls.kind_of_thing == kind and steps and isinstance(steps[-1], int):
                return file, steps, cls
    return None


def _add_documents(folder: Folder, size: int) -> None:
    for number in range(1, size):
        copy = deepcopy(folder["review.json"])
        _rename(_class_of("review.json"), copy, f"-{number}")
        folder[f"review-{number}.json"] = copy
        folder["portfolio.json"]["documents"].append(f"review-{number}.json")


def multiplied(times: int) -> Folder:
    """Return the portfolio with everything in its lists *times* over, referring to each other."""
    folder = everything()
    for file, raw in folder.items():
        cls = _class_of(file)
        for number in range(1, times):
            copy = deepcopy(_everything()[file])
            _rename(cls, copy, f"-{number}")
            _follow(cls, copy, number)
            for field in attrs.fields(cls):  # type: ignore[arg-type]  # every Value is attrs
                inner = _bare(field.type, raw.get(field.name))
                if get_origin(inner) is tuple and (cls.__name__, field.name) not in NOT_MULTIPLIED:
                    raw[field.name] += copy[field.name]
    return folder


def _follow(hint: Any, raw: Any, number: int) -> None:
    """Let the references of a copy lead to things of the same copy."""
    single = {
        "area",
        "criteria-set",
        "profile",
        "scale",
        "scale-value",
        "self-evaluation",
        "strategy",
    }
    for cls, each, _ in _objects(hint, raw):
        for field in attrs.fields(cls):  # type: ignore[arg-type]  # every Value is attrs
            kinds = _kinds_of(field.type)
            if not kinds or kinds[0] in single or field.name not in each:
                continue
            value = each[field.name]
            area = kinds[0] == "observed-area"
            new = [
                f"E{number:08}" if area else f"{one}-{number}"
                for one in (value if isinstance(value, list) else [value])
            ]
            each[field.name] = new if isinstance(value, list) else new[0]


def _kinds_of(hint: Any) -> tuple[str, ...]:
    """Return what a field refers to."""
    for constraint in getattr(hint, "__metadata__", ()):
        if isinstance(constraint, RefersTo):
            return constraint.kinds
    if hint is Json or get_origin(hint) not in (Annotated, tuple, Union, types.UnionType):
        return ()
    return next((kinds for inner in get_args(hint) if (kinds := _kinds_of(inner))), ())


def write(folder: Folder, path: Path) -> Path:
    """Write a portfolio, and return its folder."""
    path.mkdir(parents=True, exist_ok=True)
    for name, raw in folder.items():
        (path / name).write_bytes(to_bytes(raw))
    return path
