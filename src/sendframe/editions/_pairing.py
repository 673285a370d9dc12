"""Pair the things of old documents with those of new ones.

Things with the same kind and id are the same, wherever they are. Where an id is gone, things are
paired by their subject (entries of two editions answer the same criterion), then by their words.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet

import attrs

from ._document_tree import Node, own_words, title_by_id

__all__ = ["Pairing", "pair_nodes", "word_similarity"]

SAME_WORDS = 0.8
"""Similarity from which two things are the same thing with another id."""

_MOST_WITH_ONE_WORD = 50  # a word that more things have is no sign of similarity
_MOST_CHARACTERS = 2000  # characters of a text that are compared
_KEYS = {"criterion-entry": "criterion"}
"""Field with the subject of a thing, where that identifies it better than its id."""


def _word_counts(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text[:_MOST_CHARACTERS].casefold()))


def word_similarity(old: str, new: str) -> float:
    """Return the share of words that two texts have in common, from 0 to 1.

    Twice the words in common, divided by all words (the coefficient of Dice).

    Examples:
        >>> word_similarity("We will listen to you.", "We will listen to you and answer.")
        0.83...
    """
    old_words, new_words = _word_counts(old), _word_counts(new)
    total = old_words.total() + new_words.total()
    return 2 * (old_words & new_words).total() / total if total else 0.0


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
        """Pair an old thing with a new one."""
        self.new_of[old] = new
        self.old_of[new] = old
        if old.id != new.id:
            self.renamed[old.thing, old.id] = new.id

    def renamed_to(self, kinds: tuple[str, ...], id_: str) -> str:
        """Return the new id of a thing of one of some kinds; the same id where it did not change."""
        return title_by_id(self.renamed, kinds, id_)

    def are_unpaired(self, old: Node, new: Node) -> bool:
        """Say whether neither of two things is paired yet."""
        return old not in self.new_of and new not in self.old_of


def pair_nodes(
    roots: Iterable[tuple[Node, Node]], old: Iterable[Node], new: Iterable[Node]
) -> Pairing:
    """Pair the things of old and new documents.

    Args:
        roots: Pairs of documents that are the same although their ids may differ.
        old: The old documents.
        new: The new documents.
    """
    pairing = Pairing()
    for old_root, new_root in roots:
        pairing.link(old_root, new_root)
    before = [node for root in old for node in root.below()]
    after = [node for root in new for node in root.below()]
    _pair_by_id(pairing, before, after)
    _pair_by_place(pairing, before)
    _pair_by_words(pairing, before, after)
    return pairing


def _pair_by_id(pairing: Pairing, before: list[Node], after: list[Node]) -> None:
    """Pair things by kind and id.

    An id should be given once. Where it is given more often, equal things are paired first, then
    things in the same parent, then the others in their order.
    """
    old, new = (Counter((node.thing, node.id) for node in nodes) for nodes in (before, after))
    shared, most = old.keys() & new.keys(), old | new
    repeated = {key for key in shared if most[key] > 1}
    alone = shared - repeated
    _link(pairing, before, after, lambda node, _parent: (node.thing, node.id), alone)
    if repeated:
        for key_of in (
            lambda node, parent: (parent, node.thing, node.id, node.value),
            lambda node, _parent: (node.thing, node.id, node.value),
            lambda node, parent: (parent, node.thing, node.id),
            lambda node, _parent: (node.thing, node.id),
        ):
            _link(pairing, before, after, key_of, repeated)


def _link(
    pairing: Pairing,
    before: list[Node],
    after: list[Node],
    key_of: Callable[[Node, Node | None], Hashable],
    wanted: AbstractSet[tuple[str, str]],
) -> None:
    """Pair the things of some kinds and ids that have the same key, in document order.

    Args:
        pairing: The pairs so far.
        before: The old things, each after its parent.
        after: The new things.
        key_of: Returns the key of a thing, by the thing and its new parent.
        wanted: The kinds and ids to pair.
    """
    unpaired: dict[Hashable, deque[Node]] = defaultdict(deque)
    for node in after:
        if (node.thing, node.id) in wanted and node not in pairing.old_of:
            unpaired[key_of(node, node.parent)].append(node)
    for node in before:
        if (node.thing, node.id) in wanted and node not in pairing.new_of:
            parent = pairing.new_of.get(node.parent) if node.parent else None
            nodes = unpaired.get(key_of(node, parent))
            if nodes:
                pairing.link(node, nodes.popleft())


def _pair_by_place(pairing: Pairing, before: list[Node]) -> None:
    """Pair things that are alone in a field or have the same subject, from the documents down."""
    for old_parent in before:
        new_parent = pairing.new_of.get(old_parent)
        if new_parent is None:
            continue
        for field, children in old_parent.children.items():
            new_children = new_parent.children.get(field, [])
            for old_child, new_child in _same_subject(old_parent, field, children, new_children):
                if pairing.are_unpaired(old_child, new_child):
                    pairing.link(old_child, new_child)


def _same_subject(
    parent: Node, field: str, children: list[Node], new_children: list[Node]
) -> Iterator[tuple[Node, Node]]:
    if not isinstance(getattr(parent.value, field), tuple):
        yield from zip(children, new_children, strict=False)
        return
    key = _KEYS.get(children[0].thing)
    if key is not None:
        new_by_key = {getattr(child.value, key): child for child in reversed(new_children)}
        for child in children:
            match = new_by_key.get(getattr(child.value, key))
            if match is not None:
                yield child, match


def _pair_by_words(pairing: Pairing, before: list[Node], after: list[Node]) -> None:
    """Pair the remaining things with nearly the same words, the most similar first."""
    removed = [node for node in before if node not in pairing.new_of]
    added = [node for node in after if node not in pairing.old_of and node.parent is not None]
    indexes_by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, node in enumerate(added):
        for word in _word_counts(own_words(node.value) or ""):
            indexes_by_word[node.thing, word].append(index)
    likely: list[tuple[float, bool, int, int]] = []
    for place, node in enumerate(removed):
        text = own_words(node.value) or ""
        shared = Counter(
            index
            for word in _word_counts(text)
            for index in indexes_by_word.get((node.thing, word), ())
            if len(indexes_by_word[node.thing, word]) <= _MOST_WITH_ONE_WORD
        )
        for index, _ in shared.most_common(5):
            alike = word_similarity(text, own_words(added[index].value) or "")
            if alike >= SAME_WORDS:
                apart = _partner(pairing, node) is not added[index].parent
                likely.append((-alike, apart, place, index))
    for _, _, place, index in sorted(likely):
        if pairing.are_unpaired(removed[place], added[index]):
            pairing.link(removed[place], added[index])


def _partner(pairing: Pairing, node: Node) -> Node | None:
    return pairing.new_of.get(node.parent) if node.parent is not None else None
