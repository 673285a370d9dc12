"""The walk through pairs of things: for each, what differs, field by field."""

import json
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin

import attrs

from sendframe.model import (
    ActionUpdate,
    FrozenMap,
    Json,
    Judgement,
    Manifest,
    ObservationSet,
    SelfEvaluation,
    Step,
    SuccessCriterion,
    Text,
    Value,
    thaw,
)

from . import _change as meaning
from ._change import Change, Teller
from ._difference import Ancestor, Difference, DifferenceKind
from ._member import has_words, is_prose, members, order_of, reference_kinds, words_in
from ._node import Names, Node, called, title_of
from ._pairing import Pairing

__all__ = ["Comparer"]

_TARGETS = frozenset({"baseline", "target", "milestones", "tolerance"})
_NUMBERS = frozenset({"order", "code", "label"})
_HEADS = frozenset({"id", "title", "edition", "previous", "data_cut_off"})
"""What tells one edition from another: their names, and no difference between them."""

_SPECIAL: dict[tuple[str, str], Callable[[Change, Teller], Iterator[Difference]]] = {
    ("action", "delivery"): meaning.status,
    ("action", "impact"): meaning.status,
    ("action", "closing"): meaning.closing,
    ("strategy", "status"): meaning.state,
    ("reply", "state"): meaning.state,
    ("success-criterion", "state"): meaning.state,
}


def _is_raw(hint: Any) -> bool:
    return get_origin(hint) is FrozenMap and get_args(hint)[0] is Json


class Comparer:
    """Walks through pairs of things and tells what differs.

    Args:
        pairing: Which old thing is which new one.
        names: What a reader calls things.
        portfolios: Whether the documents that a manifest names are compared themselves.
    """

    def __init__(self, pairing: Pairing, names: Names, *, portfolios: bool = False) -> None:
        self.pairing = pairing
        self.portfolios = portfolios
        self.names = names
        self.tell = Teller(names, self._difference)
        self.editions = False

    def document(self, old: Node, new: Node) -> list[Difference]:
        """Return the differences of two documents that are the old and the new one."""
        self.editions = isinstance(new.value, SelfEvaluation) and old.id != new.id
        return list(self._thing(old, new))

    def added(self, new: Node) -> Iterator[Difference]:
        """Yield a thing that is new, and what moved into it."""
        yield self._difference("added", None, new)
        for each in new.below():
            partner = self.pairing.old_of.get(each)
            if partner is not None:
                yield from self._thing(partner, each)

    def removed(self, old: Node) -> Iterator[Difference]:
        """Yield a thing that is gone; what was in it and is kept is told at its new place."""
        yield self._difference("removed", old, None)

    def _difference(
        self, kind: DifferenceKind, old: Node | None, new: Node | None, **parts: Any
    ) -> Difference:
        node = new or old
        assert node is not None  # noqa: S101  # one of the two is there
        within = []
        above = node.parent
        while above is not None:
            within.append(Ancestor(above.thing, above.id))
            above = above.parent
        return Difference(
            kind,
            node.thing,
            node.id,
            self._title(node),
            within=tuple(within),
            old=old.location if old else None,
            new=new.location if new else None,
            **parts,
        )

    def _title(self, node: Node) -> str:
        """Return what a reader calls a thing; an entry or a judgement is called by its criterion."""
        here: Node | None = node
        while here is not None:
            said = title_of(here.value)
            if said is not None:
                return said
            for kind in ("criterion", "indicator"):
                about = getattr(here.value, kind, None)
                if about is not None:
                    return called(self.names, (kind,), about)
            here = here.parent if isinstance(here.value, Judgement) else None
        return called(self.names, (node.thing,), node.id)

    def _thing(self, old: Node, new: Node) -> Iterator[Difference]:
        if old.id != new.id and not self._replaced(new):
            yield self._difference("renamed", old, new, field="id", before=old.id, after=new.id)
        yield from self._moved(old, new)
        if isinstance(new.value, Judgement):
            told = list(meaning.judgement(old, new, self.tell))
            yield from told
            if told and told[0].kind == "judgement_changed":
                return
        for field in attrs.fields(type(new.value)):
            one, two = getattr(old.value, field.name), getattr(new.value, field.name)
            if field.name in old.children or field.name in new.children:
                yield from self._children(old, new, field.name)
            elif one != two and not self._is_told(old, new, field.name):
                yield from self._field(Change(old, new, field.name, one, two), field.type)

    def _replaced(self, new: Node) -> bool:
        """Say whether each edition has such a thing of its own, under an id of its own."""
        return self.editions and (
            new.parent is None or new.thing in ("criterion-entry", "judgement")
        )

    def _is_told(self, old: Node, new: Node, field: str) -> bool:
        """Say whether a field is told by another one, or is no difference."""
        value = new.value
        if field == value.named_by or (self.editions and new.parent is None and field in _HEADS):
            return True
        if isinstance(value, Judgement):
            again = self.editions and field in ("previous", "why_changed")
            return field in ("value", "on") or again
        if isinstance(value, SuccessCriterion) and isinstance(old.value, SuccessCriterion):
            return field == "decided_on" and value.state != old.value.state
        if isinstance(value, Manifest):
            return self.portfolios and field == "documents"
        return isinstance(value, ObservationSet) and field == "observations"

    def _moved(self, old: Node, new: Node) -> Iterator[Difference]:
        if old.parent is None or new.parent is None:
            return
        if self.pairing.new_of.get(old.parent) is not new.parent:
            yield self._difference(
                "moved",
                old,
                new,
                before=self._title(old.parent),
                after=self._title(new.parent),
                ids=(old.parent.id, new.parent.id),
            )

    def _children(self, old: Node, new: Node, field: str) -> Iterator[Difference]:
        """Yield what became of the things in one field, in the order of the new document."""
        before, after = old.children.get(field, []), new.children.get(field, [])
        kept = [each for each in after if self._stays(each, old, field)]
        out_of_order = set(order_of([self.pairing.old_of[each].index for each in kept]))
        for place, each in enumerate(kept):
            if place in out_of_order and not hasattr(each.value, "order"):
                was = self.pairing.old_of[each]
                yield self._difference(
                    "moved",
                    was,
                    each,
                    field=field,
                    before=f"place {was.index + 1}",
                    after=f"place {each.index + 1}",
                )
        for each in after:
            partner = self.pairing.old_of.get(each)
            if partner is None:
                yield from self.added(each)
            else:
                yield from self._thing(partner, each)
        for each in before:
            if each not in self.pairing.new_of:
                yield from self.removed(each)

    def _stays(self, new: Node, parent: Node, field: str) -> bool:
        partner = self.pairing.old_of.get(new)
        return partner is not None and partner.parent is parent and partner.field == field

    def _field(self, change: Change, hint: Any) -> Iterator[Difference]:
        special = _SPECIAL.get((change.new.thing, change.field))
        if special is not None:
            yield from special(change, self.tell)
        elif change.field == "due" and not isinstance(change.new.value, Text):
            yield from meaning.due(change, self.tell)
        elif change.new.thing == "measure" and change.field in _TARGETS:
            yield self.tell.tell(change, "retargeted")
        elif change.field in _NUMBERS and not isinstance(change.after, Text):
            yield self.tell.tell(change, "renumbered")
        else:
            yield from self._plain(change, hint)

    def _plain(self, change: Change, hint: Any) -> Iterator[Difference]:
        before, after = change.before, change.after
        kinds = reference_kinds(hint)
        if kinds:
            yield from self._references(change, kinds)
        elif isinstance(before, Text) and isinstance(after, Text):
            yield from self._text(change, before, after)
        elif isinstance(after, tuple):
            yield from self._members(change, hint)
        elif (
            isinstance(after, Value)
            and type(before) is type(after)
            and not hasattr(after, "last_day")
        ):
            yield from self._parts(change, before, after)
        elif isinstance(before, FrozenMap) and isinstance(after, FrozenMap):
            yield from self._map(change, before, after, raw=_is_raw(hint))
        else:
            prose = is_prose(hint) or isinstance(before or after, Text)
            yield self.tell.tell(change, "reworded" if prose else "changed")

    def _map(
        self, change: Change, before: FrozenMap[Any], after: FrozenMap[Any], *, raw: bool
    ) -> Iterator[Difference]:
        """Yield what differs under each key; raw JSON is told as a whole."""
        for key in sorted({*before, *after}):
            one, two = before.get(key), after.get(key)
            if (key in before, one) == (key in after, two):
                continue
            below = change.below(key, one, two)
            if raw:
                words = [
                    json.dumps(thaw(side[key]), ensure_ascii=False) if key in side else None
                    for side in (before, after)
                ]
                below = attrs.evolve(below, before=words[0], after=words[1])
                yield self.tell.tell(below, "changed")
            else:
                yield from self._plain(below, None)

    def _parts(self, change: Change, before: Value, after: Value) -> Iterator[Difference]:
        """Yield what differs in a part that has no id of its own."""
        for field in attrs.fields(type(after)):
            one, two = getattr(before, field.name), getattr(after, field.name)
            told = self.editions and isinstance(after, Step) and field.name == "on"
            if one != two and not told:
                yield from self._plain(change.below(field.name, one, two), field.type)

    def _text(self, change: Change, before: Text, after: Text) -> Iterator[Difference]:
        if before.default != after.default:
            yield self.tell.tell(change, "reworded")
        for key in sorted({*before.variants, *after.variants}):
            one, two = before.variants.get(key), after.variants.get(key)
            words = [None if each is None else each.text for each in (one, two)]
            variant = attrs.evolve(change, variant=key)
            if words[0] != words[1]:
                told = attrs.evolve(variant, before=words[0], after=words[1])
                yield self.tell.tell(told, "reworded")
            elif one is not None and two is not None and one != two:
                yield self.tell.tell(variant.below("checks", one.checks, two.checks), "changed")
        if before.wording != after.wording:
            yield self.tell.tell(change.below("wording", before.wording, after.wording), "changed")
        if before.checks != after.checks:
            yield self.tell.tell(change.below("checks", before.checks, after.checks), "changed")

    def _references(self, change: Change, kinds: tuple[str, ...]) -> Iterator[Difference]:
        many = isinstance(change.after, tuple)
        before = change.before if many else (change.before,)
        after = change.after if many else (change.after,)
        old = [self.pairing.renamed_to(kinds, each) for each in before if each is not None]
        new = [each for each in after if each is not None]
        is_evidence = "evidence" in kinds
        for each in new:
            if each not in old:
                kind: DifferenceKind = "evidence_added" if is_evidence else "linked"
                told = attrs.evolve(change, before=None, after=each, kinds=kinds)
                yield self.tell.tell(told, kind, ids=(each,))
        for each in old:
            if each not in new:
                kind = "evidence_removed" if is_evidence else "unlinked"
                told = attrs.evolve(change, before=each, after=None, kinds=kinds)
                yield self.tell.tell(told, kind, ids=(each,))

    def _members(self, change: Change, hint: Any) -> Iterator[Difference]:
        """Yield what became of the members of a list that have no ids."""
        for before, after in members(change.before, change.after):
            told = attrs.evolve(change, before=before, after=after)
            if before is not None and after is not None:
                yield from self._member(told, hint)
            elif after is not None and meaning.is_folded_history(change, after):
                continue
            elif after is not None and isinstance(after, ActionUpdate):
                yield self.tell.tell(told, "reported")
            else:
                yield self.tell.tell(told, "removed" if after is None else "added")

    def _member(self, change: Change, hint: Any) -> Iterator[Difference]:
        """Yield what differs in a member that stays; one without words is told as a whole."""
        after: object = change.after
        if not isinstance(after, Value) or isinstance(after, Text):
            yield from self._plain(change, hint)
            return
        before_words, after_words = self.tell.words(change.before), self.tell.words(after)
        cls: type = type(after)
        if has_words(cls) or before_words == after_words:
            label = words_in(after) or after_words
            yield from self._plain(attrs.evolve(change, member=label), hint)
        else:
            yield self.tell.tell(change, "changed")
