"""Members of lists that have no ids: which one became which, and which are out of order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import attrs

from sendframe.model import Pattern, RefersTo, Step, Text, Value

from ._node import thing_of
from ._pairing import ALIKE, likeness

__all__ = ["has_words", "is_prose", "members", "order_of", "reference_kinds", "words_in"]

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
    "comparability-break": ("first_period",),
    "columns-in-release": ("release", "file"),
    "due-change": ("changed_on",),
    "action-update": ("on", "role"),
    "told-back": ("on", "channel"),
    "source": ("title",),
}
"""What tells a member of a list from its neighbours, where it has no id."""

_TOO_MANY = 50  # beyond so many on one side, members are not held against each other by words


def _hints(hint: Any) -> Iterator[Any]:
    """Yield a type and all it is made of."""
    yield hint
    for each in get_args(hint):
        yield from _hints(each)


def reference_kinds(hint: Any) -> tuple[str, ...]:
    """Return the kinds of thing a field refers to; empty where it holds no ids.

    Examples:
        >>> from sendframe.model import ActionId
        >>> reference_kinds(tuple[ActionId, ...])
        ('action',)
    """
    for each in _hints(hint):
        if get_origin(each) is Annotated:
            for constraint in each.__metadata__:
                if isinstance(constraint, RefersTo):
                    return constraint.kinds
    return ()


def is_prose(hint: Any) -> bool:
    """Say whether a field holds words for readers, not a code, an id or a link.

    Examples:
        >>> from sendframe.model import Code, Line
        >>> is_prose(Line), is_prose(Line | None), is_prose(Code)
        (True, True, False)
    """
    annotated = [each for each in _hints(hint) if get_origin(each) is Annotated]
    patterns = [c for each in annotated for c in each.__metadata__ if isinstance(c, Pattern)]
    return bool(annotated) and not patterns and any(each is str for each in _hints(hint))


def order_of(places: Sequence[int]) -> tuple[int, ...]:
    """Return which members of a sequence must move for the rest to stand in order: the fewest.

    Args:
        places: The old place of each member, in the new order.

    Examples:
        >>> order_of([0, 3, 1, 2])
        (1,)
        >>> order_of([0, 1, 2])
        ()
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at], ends[at] = place, index
    stays = set()
    here = ends[-1] if ends else None
    while here is not None:
        stays.add(here)
        here = before[here]
    return tuple(index for index in range(len(places)) if index not in stays)


def _key(value: object) -> tuple[object, ...] | None:
    if not isinstance(value, Value):
        return None
    names = _KEYS.get(thing_of(value))
    if names is None:
        return None
    found = tuple(getattr(value, name) for name in names)
    return None if all(each is None for each in found) else (thing_of(value), *found)


@cache
def has_words(cls: type) -> bool:
    """Say whether values of a class hold texts for readers.

    Examples:
        >>> from sendframe.model import Contributor, Promise
        >>> has_words(Promise), has_words(Contributor)
        (True, False)
    """
    return any(each is Text for field in attrs.fields(cls) for each in _hints(field.type))


def words_in(value: object) -> str:
    """Return the words by which a reader knows a member of a list; empty where it has none."""
    if isinstance(value, Text):
        return value.default
    if isinstance(value, Step):
        return value.kind.replace("-", " ")
    for name in ("statement", "said", "text"):
        said = getattr(value, name, None)
        if isinstance(said, Text):
            return said.default
    return value if isinstance(value, str) else ""


def members(
    before: Sequence[Any] | None, after: Sequence[Any] | None
) -> Iterator[tuple[Any | None, Any | None]]:
    """Pair members of two lists and yield the pairs that differ.

    Equal members are the same whatever their order. The rest is paired by what tells a member
    from its neighbours, then by its words.

    Yields:
        Old and new member; None on the side where there is none.
    """
    equal = Counter(before or ()) & Counter(after or ())
    gone, come = _without(before or (), equal), _without(after or (), equal)
    pairs = dict[int, int]()
    known: dict[tuple[object, ...], int] = {}
    for place, each in reversed(list(enumerate(gone))):
        key = _key(each)
        if key is not None:
            known[key] = place
    for number, each in enumerate(come):
        place = known.pop(key, None) if (key := _key(each)) is not None else None
        if place is not None:
            pairs[number] = place
    pairs |= _alike(gone, come, pairs)
    for number, each in enumerate(come):
        yield (gone[pairs[number]] if number in pairs else None), each
    taken = set(pairs.values())
    for place, each in enumerate(gone):
        if place not in taken:
            yield each, None


def _without(values: Sequence[Any], equal: "Counter[Any]") -> list[Any]:
    left = Counter(equal)
    rest = []
    for each in values:
        if left[each]:
            left[each] -= 1
        else:
            rest.append(each)
    return rest


def _alike(gone: list[Any], come: list[Any], pairs: dict[int, int]) -> dict[int, int]:
    """Pair what is left by its words, the likest first."""
    taken = set(pairs.values())
    old = [place for place in range(len(gone)) if place not in taken]
    new = [number for number in range(len(come)) if number not in pairs]
    if max(len(old), len(new)) > _TOO_MANY:
        return {}
    likely = sorted(
        (-alike, number, place)
        for number in new
        for place in old
        if (alike := likeness(words_in(come[number]), words_in(gone[place]))) >= ALIKE
    )
    found: dict[int, int] = {}
    for _, number, place in likely:
        if number not in found and place not in found.values():
            found[number] = place
    return found
