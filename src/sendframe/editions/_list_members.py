"""Pair the members of two lists that have no ids, and find which are out of order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import attrs

from sendframe.model import Pattern, RefersTo, Step, Text, Value

from ._document_tree import thing_of
from ._pairing import SAME_WORDS, word_similarity

__all__ = ["fewest_moved", "has_text", "is_prose", "member_text", "pair_members", "reference_kinds"]

_KEYS = {
    "promise": ("commitment",),
    "evidence-answer": ("evidence",),
    "step": ("kind", "body", "by"),
    "contributor": ("sector",),
    "approval": ("body",),
    "relation": ("kind", "strategy", "title"),
    "co-production": ("level",),
    "funding": ("source",),
    "measure-milestone": ("due",),
    "projection-value": ("period",),
    "rule-choice": ("indicator", "about", "rule"),
    "scale-pair": ("value",),
    "scale-mapping": ("to",),
    "area-name": ("source",),
    "area-change": ("area",),
    "named-body": ("code",),
    "membership": ("sector",),
    "finding-mapping": ("criterion",),
    "finding-verdict": ("finding",),
    "monitored": ("indicator", "area"),
    "partner-view": ("who", "criterion"),
    "simplified-fact": ("fact",),
    "stance": ("claim",),
    "comparability-break": ("first_period",),
    "columns-in-release": ("release", "file"),
    "due-change": ("changed_on",),
    "action-update": ("on", "role"),
    "told-back": ("on", "channel"),
    "source": ("title",),
}
"""Fields that identify a member of a list that has no id."""

_MOST_PAIRED_BY_WORDS = 50  # longer lists are not paired by words


def _nested_types(hint: Any) -> Iterator[Any]:
    """Yield a type and, recursively, its arguments."""
    yield hint
    for argument in get_args(hint):
        yield from _nested_types(argument)


def reference_kinds(hint: Any) -> tuple[str, ...]:
    """Return the kinds of thing that a field refers to; empty where it has no ids.

    Examples:
        >>> from sendframe.model import ActionId
        >>> reference_kinds(tuple[ActionId, ...])
        ('action',)
    """
    for nested in _nested_types(hint):
        if get_origin(nested) is Annotated:
            for constraint in nested.__metadata__:
                if isinstance(constraint, RefersTo):
                    return constraint.kinds
    return ()


def is_prose(hint: Any) -> bool:
    """Say whether a field is text for readers, not a code, an id or a link.

    Examples:
        >>> from sendframe.model import Code, Line
        >>> is_prose(Line), is_prose(Line | None), is_prose(Code)
        (True, True, False)
    """
    annotated = [nested for nested in _nested_types(hint) if get_origin(nested) is Annotated]
    patterns = [
        constraint
        for nested in annotated
        for constraint in nested.__metadata__
        if isinstance(constraint, Pattern)
    ]
    return bool(annotated) and not patterns and any(nested is str for nested in _nested_types(hint))


def fewest_moved(places: Sequence[int]) -> tuple[int, ...]:
    """Return the fewest members of a sequence that must move for the rest to be in order.

    Args:
        places: The old position of each member, in the new order.

    Returns:
        Positions in the new order.

    Examples:
        >>> fewest_moved([0, 3, 1, 2])
        (1,)
        >>> fewest_moved([0, 1, 2])
        ()
    """
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        previous.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at], ends[at] = place, index
    staying = set()
    current = ends[-1] if ends else None
    while current is not None:
        staying.add(current)
        current = previous[current]
    return tuple(index for index in range(len(places)) if index not in staying)


def _key(value: object) -> tuple[object, ...] | None:
    if not isinstance(value, Value):
        return None
    fields = _KEYS.get(thing_of(value))
    if fields is None:
        return None
    key = tuple(getattr(value, name) for name in fields)
    return None if all(part is None for part in key) else (thing_of(value), *key)


@cache
def has_text(cls: type) -> bool:
    """Say whether a class has fields of texts for readers.

    Examples:
        >>> from sendframe.model import Contributor, Promise
        >>> has_text(Promise), has_text(Contributor)
        (True, False)
    """
    return any(
        nested is Text for field in attrs.fields(cls) for nested in _nested_types(field.type)
    )


def member_text(value: object) -> str:
    """Return the text that identifies a list member for readers; empty where it has none."""
    if isinstance(value, Text):
        return value.default
    if isinstance(value, Step):
        return value.kind.replace("-", " ")
    for name in ("statement", "said", "text"):
        text = getattr(value, name, None)
        if isinstance(text, Text):
            return text.default
    return value if isinstance(value, str) else ""


def pair_members(
    before: Sequence[Any] | None, after: Sequence[Any] | None
) -> Iterator[tuple[Any | None, Any | None]]:
    """Pair the members of two lists and yield the pairs that differ.

    Equal members are paired whatever their order; the rest by identifying fields, then by words.

    Yields:
        Old and new member; None for the old one of an added member and the new one of a removed.
    """
    equal = Counter(before or ()) & Counter(after or ())
    removed, added = _remaining(before or (), equal), _remaining(after or (), equal)
    pairs = dict[int, int]()
    place_by_key: dict[tuple[object, ...] | None, int] = {}
    for place, member in reversed(list(enumerate(removed))):
        key = _key(member)
        if key is not None:
            place_by_key[key] = place
    for index, member in enumerate(added):
        place = place_by_key.pop(_key(member), None)
        if place is not None:
            pairs[index] = place
    pairs |= _pair_by_words(removed, added, pairs)
    for index, member in enumerate(added):
        yield (removed[pairs[index]] if index in pairs else None), member
    taken = set(pairs.values())
    for place, member in enumerate(removed):
        if place not in taken:
            yield member, None


def _remaining(values: Sequence[Any], equal: "Counter[Any]") -> list[Any]:
    to_skip = Counter(equal)
    remaining = []
    for value in values:
        if to_skip[value]:
            to_skip[value] -= 1
        else:
            remaining.append(value)
    return remaining


def _pair_by_words(removed: list[Any], added: list[Any], pairs: dict[int, int]) -> dict[int, int]:
    """Pair the remaining members by their words, the most similar first."""
    taken = set(pairs.values())
    old_places = [place for place in range(len(removed)) if place not in taken]
    new_indexes = [index for index in range(len(added)) if index not in pairs]
    if max(len(old_places), len(new_indexes)) > _MOST_PAIRED_BY_WORDS:
        return {}
    candidates = sorted(
        (-similarity, index, place)
        for index in new_indexes
        for place in old_places
        if (similarity := word_similarity(member_text(added[index]), member_text(removed[place])))
        >= SAME_WORDS
    )
    new_pairs: dict[int, int] = {}
    for _, index, place in candidates:
        if index not in new_pairs and place not in new_pairs.values():
            new_pairs[index] = place
    return new_pairs
