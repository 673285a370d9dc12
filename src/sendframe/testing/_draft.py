"""Drafts of documents: classes and fields, with a gap where a reference stands.

The gaps are filled when all ids are known, and only then are the values made. Choices are read
from one short tape of numbers that Hypothesis draws, which is many times faster than drawing leaf
by leaf, and shrinks towards few and plain things.
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

from ._mending import mend

__all__ = ["Draft", "Drafter", "Maker"]

_FIRST_DAY = date(2019, 1, 1)
_DEEPEST = 5
_WORDS = ("ash", "Birch tree", "Größe", "1 in 7 (2025)", "“quoted” & <b>")
_NOT_DRAFTED = {  # what belongs to a folder, to plug-ins, or is made below
    "Manifest": ("documents", "plugins", "uses", "rules", "options", "as_at", "disclosure_policy"),
    "ObservationSet": ("observations", "table"),
    "Indicator": ("unit_text", "factor"),
    "Release": ("published_on",),
    "LocalArea": ("predecessors", "successors"),
}
_CODES = ("word", "Z01", "#1d70b8")
_UNITS = (("percent", 100.0), ("count", None), ("share", 1.0), ("weeks", None))


@attrs.define(eq=False)
class Draft:
    """A value that is not made yet."""

    cls: Any
    fields: dict[str, Any]


@attrs.define(eq=False)
class _Gap:
    """A reference whose other end is not chosen yet."""

    kinds: tuple[str, ...]


@attrs.define(eq=False)
class Drafter:
    """Drafts documents from a tape of numbers."""

    tape: tuple[int, ...]
    as_at: date
    draw: st.DrawFn
    at: int = 0
    ids: dict[str, list[str]] = attrs.Factory(dict)

    def pick(self, count: int) -> int:
        """Return the next number of the tape, below *count*."""
        self.at += 1
        return (self.tape[self.at % len(self.tape)] + self.at * (self.tape[0] % 7)) % count

    def draft(self, cls: Any, depth: int) -> Draft:
        """Draft a value and all it holds."""
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
        return Draft(cls, fields)

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
        """Draft something of a type."""
        constraints: tuple[Any, ...] = ()
        if get_origin(hint) is Annotated:
            constraints, hint = hint.__metadata__, hint.__origin__
        refers = next((each for each in constraints if isinstance(each, RefersTo)), None)
        if refers is not None:
            return _Gap(refers.kinds)
        if isinstance(hint, type) and issubclass(hint, Value):
            return self.draft(hint, depth + 1)
        origin = get_origin(hint)
        if origin in (Union, types.UnionType) and hint is not Json:
            members = [each for each in get_args(hint) if each is not type(None)]
            return self.of(members[self.pick(len(members))], depth)
        if origin is tuple:
            inner = get_args(hint)[0]
            return [self.of(inner, depth) for _ in range(self._count(constraints))]
        if origin is FrozenMap and get_args(hint)[0] is not Json:
            inner = get_args(hint)[0]
            names = ("friendly", "younger readers")[: self._count(constraints)]
            return {each: self.of(inner, depth) for each in names}
        return self._leaf(hint, constraints)

    def _count(self, constraints: tuple[Any, ...]) -> int:
        least = next((each.minimum for each in constraints if isinstance(each, Length)), 0)
        return max(least, self.pick(3))

    def _leaf(self, hint: Any, constraints: tuple[Any, ...]) -> Any:
        if get_origin(hint) is Literal:
            choices = get_args(hint)
            return choices[self.pick(len(choices))]
        if hint is bool:
            return bool(self.pick(2))
        if hint is int or hint is float:
            bounds = next((each for each in constraints if isinstance(each, Range)), Range())
            low = 0 if bounds.minimum is None else int(bounds.minimum)
            high = low + 100 if bounds.maximum is None else int(bounds.maximum)
            return hint(low + self.pick(min(high - low, 100) + 1))
        if hint is date:
            return _FIRST_DAY + timedelta(days=self.pick((self.as_at - _FIRST_DAY).days + 1))
        if get_origin(hint) is FrozenMap or hint is Json:
            return freeze({"near": self.pick(5)}) if self.pick(2) else freeze({})
        return self._text(constraints)

    def _text(self, constraints: tuple[Any, ...]) -> str:
        known = [each.values for each in constraints if isinstance(each, Examples)]
        if known:
            reserved = [each for each in known[0] if each.startswith("ZZ")]
            choices = reserved or known[0]
            return choices[self.pick(len(choices))]
        patterns = [each.regex for each in constraints if isinstance(each, Pattern)]
        if patterns:
            fit = (w for w in _CODES if all(re.search(each, w) for each in patterns))
            return next(fit)
        return _WORDS[self.pick(len(_WORDS))]


@cache
def _fields(cls: Any) -> tuple[Any, ...]:
    return tuple(attrs.fields(cls))


class _NowhereToLead(Exception):
    """A reference has nothing to refer to, so what holds it is left out."""


@attrs.define(eq=False)
class Maker:
    """Makes values from drafts, and lets every reference lead somewhere."""

    drafter: Drafter

    def value(self, draft: Draft) -> Any:
        """Make a value; what cannot refer to anything is left out of it."""
        own = draft.fields.get(draft.cls.named_by)
        made: dict[str, Any] = {}
        for field in _fields(draft.cls):
            if field.name not in draft.fields:
                continue
            try:
                made[field.name] = self.of(draft.fields[field.name], own)
            except _NowhereToLead:
                if field.default is attrs.NOTHING:
                    raise
            least = _fewest(field.type)
            if least and len(made.get(field.name, ())) < least:
                raise _NowhereToLead
        mend(draft.cls, made, self.drafter.draw)
        return draft.cls(**made)

    def of(self, part: Any, own: str | None) -> Any:
        """Make what stands in a field."""
        if isinstance(part, Draft):
            return self.value(part)
        if isinstance(part, _Gap):
            found = (each for kind in part.kinds for each in self.drafter.ids.get(kind, ()))
            choices = [each for each in found if each != own]
            if not choices:
                raise _NowhereToLead
            return choices[self.drafter.pick(len(choices))]
        if isinstance(part, list):
            return tuple(dict.fromkeys(self._members(part, own)))
        if isinstance(part, dict):
            return FrozenMap({key: self.of(each, own) for key, each in part.items()})
        return part

    def _members(self, parts: list[Any], own: str | None) -> Iterator[Any]:
        for each in parts:
            try:
                yield self.of(each, own)
            except _NowhereToLead:
                continue


@cache
def _fewest(hint: Any) -> int:
    """Return the fewest members that a tuple must have."""
    is_tuple = get_origin(hint) is Annotated and get_origin(hint.__origin__) is tuple
    constraints = hint.__metadata__ if is_tuple else ()
    return next((each.minimum for each in constraints if isinstance(each, Length)), 0)
