"""Which thing of the old documents is which thing of the new ones.

Ids lead: the same kind and id is the same thing, wherever it stands. Where an id is gone, what
a thing is about tells (the entries of two editions answer the same criterion), then its words.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet

import attrs

from ._node import Node, called, words_of

__all__ = ["Pairing", "likeness", "pair"]

ALIKE = 0.8
"""From how much of their words in common two things are taken for one whose id changed."""

_COMMON = 50  # a word that more things than this have tells nothing of which is which
_LONGEST = 2000  # characters of a text that are looked at
_KEYS = {"criterion-entry": "criterion"}
"""What a thing is about, where that tells it better than its id."""


def _bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text[:_LONGEST].casefold()))


def likeness(one: str, two: str) -> float:
    """Return how much of their words two texts share: 0 for nothing, 1 for all.

    Twice the words in common, divided by all words (the coefficient of Dice).

    Examples:
        >>> likeness("We will listen to you.", "We will listen to you and answer.")
        0.83...
    """
    first, second = _bag(one), _bag(two)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


@attrs.define(eq=False)
class Pairing:
    """Pairs of old and new things.

    Attributes:
        new_of: The new thing of each old one.
        old_of: The old thing of each new one.
        renamed: New id of each thing whose id changed, by kind and old id.
    """

    new_of: dict[Node, Node] = attrs.Factory(dict)
    old_of: dict[Node, Node] = attrs.Factory(dict)
    renamed: dict[tuple[str, str], str] = attrs.Factory(dict)

    def link(self, old: Node, new: Node) -> None:
        """Note that two things are one."""
        self.new_of[old] = new
        self.old_of[new] = old
        if old.id != new.id:
            self.renamed[old.thing, old.id] = new.id

    def renamed_to(self, kinds: tuple[str, ...], id_: str) -> str:
        """Return the new id of a thing of one of some kinds; the same where it has no other."""
        return called(self.renamed, kinds, id_)

    def free(self, old: Node, new: Node) -> bool:
        """Say whether neither has a partner yet."""
        return old not in self.new_of and new not in self.old_of


def pair(roots: Iterable[tuple[Node, Node]], old: Iterable[Node], new: Iterable[Node]) -> Pairing:
    """Pair the things of two lots of documents.

    Args:
        roots: Old and new documents that are the same although their ids differ.
        old: The old documents.
        new: The new documents.
    """
    made = Pairing()
    for one, two in roots:
        made.link(one, two)
    before = [each for root in old for each in root.below()]
    after = [each for root in new for each in root.below()]
    _by_id(made, before, after)
    _by_place(made, before)
    _by_words(made, before, after)
    return made


def _by_id(made: Pairing, before: list[Node], after: list[Node]) -> None:
    """Pair things by kind and id.

    An id should be given once. Where it is given more often, equal things are the same, then
    things in the same parent, then the first is the first.
    """
    counts = [Counter((node.thing, node.id) for node in nodes) for nodes in (before, after)]
    shared = counts[0].keys() & counts[1].keys()
    repeated = {key for key in shared if counts[0][key] > 1 or counts[1][key] > 1}
    alone = shared - repeated
    _link(made, before, after, lambda node, _parent: (node.thing, node.id), alone)
    if repeated:
        for key_of in (
            lambda node, parent: (parent, node.thing, node.id, node.value),
            lambda node, _parent: (node.thing, node.id, node.value),
            lambda node, parent: (parent, node.thing, node.id),
            lambda node, _parent: (node.thing, node.id),
        ):
            _link(made, before, after, key_of, repeated)


def _link(
    made: Pairing,
    before: list[Node],
    after: list[Node],
    key_of: Callable[[Node, Node | None], Hashable],
    wanted: AbstractSet[tuple[str, str]],
) -> None:
    """Pair the things of some kinds and ids that have one key, in the order of the documents.

    Args:
        made: The pairs.
        before: The old things, each after its parent.
        after: The new things.
        key_of: Returns the key of a thing, by the thing and its new parent.
        wanted: The kinds and ids.
    """
    free: dict[Hashable, deque[Node]] = defaultdict(deque)
    for node in after:
        if (node.thing, node.id) in wanted and node not in made.old_of:
            free[key_of(node, node.parent)].append(node)
    for node in before:
        if (node.thing, node.id) in wanted and node not in made.new_of:
            parent = made.new_of.get(node.parent) if node.parent else None
            nodes = free.get(key_of(node, parent))
            if nodes:
                made.link(node, nodes.popleft())


def _by_place(made: Pairing, before: list[Node]) -> None:
    """Pair what stands alone in a field, or is about the same; from the documents downwards."""
    for one in before:
        two = made.new_of.get(one)
        if two is None:
            continue
        for field, children in one.children.items():
            others = two.children.get(field, [])
            for left, right in _about_the_same(one, field, children, others):
                if made.free(left, right):
                    made.link(left, right)


def _about_the_same(
    parent: Node, field: str, children: list[Node], others: list[Node]
) -> Iterator[tuple[Node, Node]]:
    if not isinstance(getattr(parent.value, field), tuple):
        yield from zip(children, others, strict=False)
        return
    key = _KEYS.get(children[0].thing)
    if key is not None:
        known = {getattr(each.value, key): each for each in reversed(others)}
        for each in children:
            other = known.get(getattr(each.value, key))
            if other is not None:
                yield each, other


def _by_words(made: Pairing, before: list[Node], after: list[Node]) -> None:
    """Pair what has no partner and nearly the same words, the likest first."""
    gone = [each for each in before if each not in made.new_of and each.parent is not None]
    come = [each for each in after if each not in made.old_of and each.parent is not None]
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(come):
        for word in _bag(words_of(each.value) or ""):
            index[each.thing, word].append(number)
    likely: list[tuple[float, bool, int, int]] = []
    for place, each in enumerate(gone):
        text = words_of(each.value) or ""
        shared = Counter(
            number
            for word in _bag(text)
            for number in index.get((each.thing, word), ())
            if len(index[each.thing, word]) <= _COMMON
        )
        for number, _ in shared.most_common(5):
            alike = likeness(text, words_of(come[number].value) or "")
            if alike >= ALIKE:
                apart = _partner(made, each) is not come[number].parent
                likely.append((-alike, apart, place, number))
    for _, _, place, number in sorted(likely):
        if made.free(gone[place], come[number]):
            made.link(gone[place], come[number])


def _partner(made: Pairing, node: Node) -> Node | None:
    return made.new_of.get(node.parent) if node.parent is not None else None
