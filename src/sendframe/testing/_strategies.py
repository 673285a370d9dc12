"""Hypothesis strategies built from the type hints and constraints of the model's classes."""

import re
import types
from datetime import date
from functools import cache
from operator import add
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from sendframe.errors import InvalidValue, UnknownName
from sendframe.model import (
    DOCUMENT_CLASSES,
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
    freeze,
)

from ._strategy_rules import apply_rules

__all__ = ["documents", "json_values", "values"]

V = TypeVar("V", bound=Value)

_CHARACTERS = st.characters(codec="utf-8")  # everything but halves of surrogate pairs
_TEXT = st.text(_CHARACTERS, max_size=8)
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1).toordinal(), date(2199, 12, 31).toordinal()
_MOST_FILLED = 8  # optional fields of one object; one fewer with each level down
_MOST_MEMBERS = 2  # of a tuple or map, beyond its minimum length
_WORDS = ("ash", "Birch tree", "Größe", "1 in 7 (2025)")
_EXTENSIONS = tuple(map(freeze, ({}, {"a": 1}, {"Größe": [None, 0.5]}, {"b c": {"d": "e"}})))
_TWO_CLASSES = re.compile(r"(\[[^]]+\])(\[[^]]+\])(?:\*|\{([0-9]+),([0-9]+)\})")
_VISIBLE = "".join(map(chr, range(ord("!"), ord("~") + 1)))


def json_values() -> st.SearchStrategy[Any]:
    """Return a strategy of raw JSON: what `json.loads` returns, within the limits of documents."""
    scalars = (
        st.none()
        | st.booleans()
        | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
        | st.floats(allow_nan=False, allow_infinity=False)
        | _TEXT
    )
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
        max_leaves=6,
    )


def values(cls: type[V], *, full: bool = False) -> st.SearchStrategy[V]:
    """Return a strategy of values of a class of the model, or of one made like them.

    Args:
        cls: A class made with ``value_class``.
        full: True fills every optional field and gives every tuple and map a member, with
            plain contents, so that large values stay quick to draw. Where a rule forbids
            two fields together, one is filled.

    Returns:
        A strategy. Two things of one kind never have the same id within one example.
    """
    return st.composite(_draw_root)(cls, full=full)


def documents(kind: str, *, full: bool = False) -> st.SearchStrategy[Document]:
    """Return a strategy of documents of one kind.

    Their references need not have a target, as in a document that is read alone.

    Args:
        kind: The kind, by the name of its schema, such as ``strategy``.
        full: See `values`.

    Raises:
        UnknownName: There is no such kind of document.
    """
    if kind not in DOCUMENT_CLASSES:
        raise UnknownName("kind of document", kind, tuple(sorted(DOCUMENT_CLASSES)))
    return values(DOCUMENT_CLASSES[kind], full=full)


_TAKEN_IDS: st.SearchStrategy[set[tuple[str, str]]] = st.shared(
    st.builds(set), key="sendframe.testing: ids that are taken"
)


def _draw_root(draw: st.DrawFn, cls: type[V], *, full: bool) -> V:
    return _ValueDrawer(draw, draw(_TAKEN_IDS), full=full).value(cls, 0)


class _ValueDrawer:
    """Draws a value and everything in it."""

    def __init__(self, draw: st.DrawFn, taken: set[tuple[str, str]], *, full: bool) -> None:
        self.draw = draw
        self.taken = taken
        self.full = full

    def value(self, cls: type[V], depth: int) -> V:
        """Draw a value of a class whose rules hold."""
        given: dict[str, Any] = {}
        wanted = self._wanted(cls, depth)
        for field in attrs.fields(cast("Any", cls)):
            if field.name in wanted:
                given[field.name] = self.of(field.type, depth)
        if cls.kind_of_thing and cls.named_by in given:
            name = given[cls.named_by]
            given[cls.named_by] = self._unique(cls.kind_of_thing, name)
        apply_rules(cls, given, self.draw)
        try:
            return cls(**given)
        except InvalidValue:  # a rule of a class that apply_rules does not know
            reject()

    def _wanted(self, cls: type[Value], depth: int) -> frozenset[str]:
        owner: Any = cls
        needed, optional = _fields(owner)
        if self.full:
            return needed | set(optional)
        if not optional:
            return needed
        most = min(len(optional), max(1, _MOST_FILLED - 2 * depth))
        return needed.union(self.draw(_some(optional, most)))

    def _unique(self, kind: str, text: str) -> str:
        made, number = text, 1
        while (kind, made) in self.taken:
            number += 1
            end = f"-{number}"
            made = text[: 20 - len(end)] + end  # 20: the longest area code
        self.taken.add((kind, made))
        return made

    def of(self, hint: Any, depth: int) -> Any:
        """Draw a field of a type, with its constraints."""
        constraints: tuple[Any, ...] = ()
        if get_origin(hint) is Annotated:
            constraints, hint = hint.__metadata__, hint.__origin__
        if isinstance(hint, type) and issubclass(hint, Value):
            return self.value(hint, depth + 1)
        origin = get_origin(hint)
        if origin in (Union, types.UnionType) and hint is not Json:
            members = [member for member in get_args(hint) if member is not type(None)]
            return self.of(members[0] if len(members) == 1 else self._draw_from(members), depth)
        if origin is tuple:
            inner = get_args(hint)[0]
            return tuple([self.of(inner, depth) for _ in range(self._count(constraints))])
        if origin is FrozenMap and get_args(hint)[0] is not Json:
            inner = get_args(hint)[0]
            keys = self.draw(_keys(self._count(constraints), full=self.full))
            return FrozenMap({key: self.of(inner, depth) for key in keys})
        return self.draw(_leaf(hint, constraints, full=self.full))

    def _draw_from(self, members: list[Any]) -> Any:
        return self.draw(_one_of(tuple(members)))

    def _count(self, constraints: tuple[Any, ...]) -> int:
        least, most = _length(constraints)
        if self.full:
            return max(1, least)
        top = least + _MOST_MEMBERS
        return self.draw(_number(least, top if most is None else min(top, most)))


# A strategy is checked when it is first drawn from, so each is made once.


@cache
def _some(members: tuple[str, ...], most: int) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(members), max_size=most)


@cache
def _one_of(members: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from(members)


@cache
def _number(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


@cache
def _fields(cls: Any) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the names of the fields that must be given, and of those that may be."""
    needed, optional = list[str](), list[str]()
    for field in attrs.fields(cls):
        tag = get_origin(field.type) is Literal and len(get_args(field.type)) == 1
        if not tag:
            (needed if field.default is attrs.NOTHING else optional).append(field.name)
    return frozenset(needed), tuple(optional)


@cache
def _keys(count: int, *, full: bool) -> st.SearchStrategy[list[str]]:
    if full:
        return st.just(["friendly", "younger readers"][:count])
    return st.lists(_TEXT, min_size=count, max_size=count, unique=True)


def _length(constraints: tuple[Any, ...]) -> tuple[int, int | None]:
    for constraint in constraints:
        if isinstance(constraint, Length):
            return constraint.minimum, constraint.maximum
    return 0, None


@cache
def _leaf(hint: Any, constraints: tuple[Any, ...], *, full: bool) -> st.SearchStrategy[Any]:
    """Return the strategy of a field that contains no values of the model."""
    low, high = -LARGEST_INTEGER, LARGEST_INTEGER
    for constraint in constraints:
        if isinstance(constraint, Range):
            low = low if constraint.minimum is None else max(low, int(constraint.minimum))
            high = high if constraint.maximum is None else min(high, int(constraint.maximum))
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is FrozenMap:
        if full:
            return st.sampled_from(_EXTENSIONS)
        return st.dictionaries(_TEXT, json_values(), max_size=2).map(freeze)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(low, high),
        float: st.floats(low, high),
        date: st.integers(_FIRST_DAY, _LAST_DAY).map(date.fromordinal),  # dates() is slower
        Json: json_values().map(freeze),
    }
    return simple[hint] if hint in simple else _text(constraints, full=full)


def _text(constraints: tuple[Any, ...], *, full: bool) -> st.SearchStrategy[str]:
    least, most = _length(constraints)
    patterns = [constraint.regex for constraint in constraints if isinstance(constraint, Pattern)]
    examples = [constraint.values for constraint in constraints if isinstance(constraint, Examples)]
    kinds = [constraint.kinds for constraint in constraints if isinstance(constraint, RefersTo)]
    names = [f"{kinds[0][-1]}-1", f"{kinds[0][0]}-2"] if kinds else []
    if full and names and all(re.search(pattern, name) for pattern in patterns for name in names):
        return st.sampled_from(names)
    if full and (examples or not patterns):
        return st.sampled_from(examples[0] if examples else _WORDS)
    if not patterns:
        return st.text(_CHARACTERS, min_size=least, max_size=least + 8)
    strategy = _matching(patterns[0].removeprefix("^").removesuffix("$"))
    rest = [re.compile(pattern.removeprefix("^").removesuffix("$")) for pattern in patterns[1:]]
    return strategy.filter(
        lambda text: (
            least <= len(text) <= (len(text) if most is None else most)
            and all(pattern.fullmatch(text) for pattern in rest)
        )
    )


def _matching(pattern: str) -> st.SearchStrategy[str]:
    """Return the texts of a pattern; where it has two classes of characters, three times as fast."""
    simple = _TWO_CLASSES.fullmatch(pattern)
    if simple is None:
        return st.from_regex(re.compile(pattern), fullmatch=True, alphabet=_CHARACTERS)
    first, rest = (re.findall(simple[number], _VISIBLE) for number in (1, 2))
    least, most = int(simple[3] or 0), int(simple[4]) if simple[4] else None
    return st.builds(add, st.sampled_from(first), st.text(rest, min_size=least, max_size=most))
