"""Drafts of documents: classes and fields, with references still open.

References are chosen when all ids are known, and only then are the values built. Choices are read
from one short list of numbers that Hypothesis draws, which is many times faster than drawing each
field, and shrinks towards small documents.
"""

import re
import types
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from sendframe.model import (
    Examples,
    FrozenMap,
    Indicator,
    Json,
    Length,
    Pattern,
    Range,
    RefersTo,
    Value,
    freeze,
)

from ._strategy_rules import apply_rules

__all__ = ["DraftWriter", "ValueBuilder", "ValueDraft"]

_FIRST_DAY = date(2019, 1, 1)
_DEEPEST = 5
_WORDS = ("ash", "Birch tree", "Größe", "1 in 7 (2025)", "“quoted” & <b>")
_NOT_DRAFTED = {  # belongs to a folder or to plug-ins, or is set below
    "Manifest": ("documents", "plugins", "uses", "rules", "options", "as_at", "disclosure_policy"),
    "ObservationSet": ("observations", "table"),
    "Indicator": ("unit_text", "factor"),
    "Release": ("published_on",),
    "LocalArea": ("predecessors", "successors"),
}
_CODES = ("word", "Z01", "#1d70b8")
_UNITS = (("percent", 100.0), ("count", None), ("share", 1.0), ("weeks", None))


@attrs.define(eq=False)
class ValueDraft:
    """A value that is not built yet."""

    cls: Any
    fields: dict[str, Any]


@attrs.define(eq=False)
class _OpenReference:
    """A reference whose target is not chosen yet."""

    kinds: tuple[str, ...]


@attrs.define(eq=False)
class DraftWriter:
    """Drafts documents from a list of drawn numbers."""

    tape: tuple[int, ...]
    as_at: date
    draw: st.DrawFn
    at: int = 0
    ids: dict[str, list[str]] = attrs.Factory(dict)

    def pick(self, count: int) -> int:
        """Return the next drawn number, below *count*."""
        self.at += 1
        return (self.tape[self.at % len(self.tape)] + self.at * (self.tape[0] % 7)) % count

    def draft(self, cls: Any, depth: int) -> ValueDraft:
        """Draft a value and everything in it."""
        fields: dict[str, Any] = {}
        left_out = _NOT_DRAFTED.get(cls.__name__, ())
        for field in _fields(cls):
            if field.name in left_out and field.default is not attrs.NOTHING:
                continue
            if field.default is not attrs.NOTHING and not self._is_filled(depth):
                continue
            if get_origin(field.type) is Literal and field.default is not attrs.NOTHING:
                continue
            fields[field.name] = self.of(field.type, depth)
        if cls.named_by in fields:
            fields[cls.named_by] = self._named(cls)
        if cls is Indicator:
            fields["unit"], fields["factor"] = _UNITS[self.pick(len(_UNITS))]
        return ValueDraft(cls, fields)

    def _is_filled(self, depth: int) -> bool:
        return depth < _DEEPEST and self.pick(4 + depth) > 1 + depth

    def _named(self, cls: type[Value]) -> str:
        kind = cls.kind_of_thing or cls.__name__
        known = self.ids.setdefault(kind, [])
        number = len(known) + 1
        made = f"ZZ{number:07d}" if cls.named_by == "code" else f"{kind}-{number}"
        known.append(made)
        return made

    def of(self, hint: Any, depth: int) -> Any:
        """Draft a field of a type."""
        constraints: tuple[Any, ...] = ()
        if get_origin(hint) is Annotated:
            constraints, hint = hint.__metadata__, hint.__origin__
        refers = next(
            (constraint for constraint in constraints if isinstance(constraint, RefersTo)), None
        )
        if refers is not None:
            return _OpenReference(refers.kinds)
        if isinstance(hint, type) and issubclass(hint, Value):
            return self.draft(hint, depth + 1)
        origin = get_origin(hint)
        if origin in (Union, types.UnionType) and hint is not Json:
            members = [member for member in get_args(hint) if member is not type(None)]
            return self.of(members[self.pick(len(members))], depth)
        if origin is tuple:
            inner = get_args(hint)[0]
            return [self.of(inner, depth) for _ in range(self._count(constraints))]
        if origin is FrozenMap and get_args(hint)[0] is not Json:
            inner = get_args(hint)[0]
            names = ("friendly", "younger readers")[: self._count(constraints)]
            return {name: self.of(inner, depth) for name in names}
        return self._leaf(hint, constraints)

    def _count(self, constraints: tuple[Any, ...]) -> int:
        least = next(
            (constraint.minimum for constraint in constraints if isinstance(constraint, Length)), 0
        )
        return max(least, self.pick(3))

    def _leaf(self, hint: Any, constraints: tuple[Any, ...]) -> Any:
        if get_origin(hint) is Literal:
            choices = get_args(hint)
            return choices[self.pick(len(choices))]
        if hint is bool:
            return bool(self.pick(2))
        if hint is int or hint is float:
            bounds = next(
                (constraint for constraint in constraints if isinstance(constraint, Range)), Range()
            )
            low = 0 if bounds.minimum is None else int(bounds.minimum)
            high = low + 100 if bounds.maximum is None else int(bounds.maximum)
            return hint(low + self.pick(min(high - low, 100) + 1))
        if hint is date:
            return _FIRST_DAY + timedelta(days=self.pick((self.as_at - _FIRST_DAY).days + 1))
        if get_origin(hint) is FrozenMap or hint is Json:
            return freeze({"near": self.pick(5)}) if self.pick(2) else freeze({})
        return self._text(constraints)

    def _text(self, constraints: tuple[Any, ...]) -> str:
        known = [
            constraint.values for constraint in constraints if isinstance(constraint, Examples)
        ]
        if known:
            reserved = [example for example in known[0] if example.startswith("ZZ")]
            choices = reserved or known[0]
            return choices[self.pick(len(choices))]
        patterns = [
            constraint.regex for constraint in constraints if isinstance(constraint, Pattern)
        ]
        if patterns:
            fit = (w for w in _CODES if all(re.search(pattern, w) for pattern in patterns))
            return next(fit)
        return _WORDS[self.pick(len(_WORDS))]


@cache
def _fields(cls: Any) -> tuple[Any, ...]:
    return tuple(attrs.fields(cls))


class _NothingToReferTo(Exception):
    """A reference has no possible target, so the value with it is left out."""


@attrs.define(eq=False)
class ValueBuilder:
    """Builds values from drafts, and gives every reference a target."""

    drafter: DraftWriter

    def value(self, draft: ValueDraft) -> Any:
        """Build a value; parts whose references have no target are left out."""
        own_id = draft.fields.get(draft.cls.named_by)
        made: dict[str, Any] = {}
        for field in _fields(draft.cls):
            if field.name not in draft.fields:
                continue
            try:
                made[field.name] = self.of(draft.fields[field.name], own_id)
            except _NothingToReferTo:
                if field.default is attrs.NOTHING:
                    raise
            least = _minimum_length(field.type)
            if least and len(made.get(field.name, ())) < least:
                raise _NothingToReferTo
        apply_rules(draft.cls, made, self.drafter.draw)
        return draft.cls(**made)

    def of(self, part: Any, own_id: str | None) -> Any:
        """Build the value of a field."""
        if isinstance(part, ValueDraft):
            return self.value(part)
        if isinstance(part, _OpenReference):
            ids = (id_ for kind in part.kinds for id_ in self.drafter.ids.get(kind, ()))
            choices = [id_ for id_ in ids if id_ != own_id]
            if not choices:
                raise _NothingToReferTo
            return choices[self.drafter.pick(len(choices))]
        if isinstance(part, list):
            return tuple(dict.fromkeys(self._members(part, own_id)))
        if isinstance(part, dict):
            return FrozenMap({key: self.of(value, own_id) for key, value in part.items()})
        return part

    def _members(self, parts: list[Any], own_id: str | None) -> Iterator[Any]:
        for part in parts:
            try:
                yield self.of(part, own_id)
            except _NothingToReferTo:
                continue


@cache
def _minimum_length(hint: Any) -> int:
    """Return the minimum length of a tuple field."""
    is_tuple = get_origin(hint) is Annotated and get_origin(hint.__origin__) is tuple
    constraints = hint.__metadata__ if is_tuple else ()
    return next(
        (constraint.minimum for constraint in constraints if isinstance(constraint, Length)), 0
    )
