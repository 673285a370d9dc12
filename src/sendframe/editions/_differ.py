"""Walk through pairs of things and yield their differences, field by field."""

import json
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin

import attrs

from sendframe.language import gettext as _
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
    Variant,
    thaw,
)

from . import _field_change as field_change
from ._difference import Ancestor, Difference, DifferenceKind
from ._document_tree import Node, Titles, title_by_id, title_of
from ._field_change import DifferenceBuilder, FieldChange
from ._list_members import (
    fewest_moved,
    has_text,
    is_prose,
    member_text,
    pair_members,
    reference_kinds,
)
from ._pairing import Pairing

__all__ = ["Differ"]

_TARGETS = frozenset({"baseline", "target", "milestones", "tolerance"})
_NUMBERS = frozenset({"order", "code", "label"})
_EDITION_FIELDS = frozenset({"id", "title", "edition", "previous", "data_cut_off"})
"""Fields that identify an edition: they always differ, and are not reported."""

_SPECIAL: dict[
    tuple[str, str], Callable[[FieldChange, DifferenceBuilder], Iterator[Difference]]
] = {
    ("action", "delivery"): field_change.status_differences,
    ("action", "impact"): field_change.status_differences,
    ("action", "closing"): field_change.closing_differences,
    ("strategy", "status"): field_change.state_differences,
    ("reply", "state"): field_change.state_differences,
    ("success-criterion", "state"): field_change.state_differences,
}


def _is_raw(hint: Any) -> bool:
    return get_origin(hint) is FrozenMap and get_args(hint)[0] is Json


def _wording(node: Node, text: Text) -> str | None:
    """Return the wording of a text: its own, or that of its document."""
    while node.parent is not None:
        node = node.parent
    document: Any = node.value
    wording: str | None = document.wording_of(text)
    return wording


class Differ:
    """Compares documents whose things are already paired.

    Args:
        pairing: The pairs of old and new things.
        titles: Titles of things by their kinds and ids.
        portfolios: Whether the documents named by a manifest are compared as well.
    """

    def __init__(self, pairing: Pairing, titles: Titles, *, portfolios: bool = False) -> None:
        self.pairing = pairing
        self.portfolios = portfolios
        self.titles = titles
        self.builder = DifferenceBuilder(titles, self._difference)
        self.editions = False

    def diff(self, old: Node, new: Node) -> list[Difference]:
        """Return the differences between two documents."""
        self.editions = isinstance(new.value, SelfEvaluation) and old.id != new.id
        return list(self._node_differences(old, new))

    def added_differences(self, new: Node) -> Iterator[Difference]:
        """Yield the difference for a new thing, and those of things that moved into it."""
        yield self._difference("added", None, new)
        for descendant in new.below():
            partner = self.pairing.old_of.get(descendant)
            if partner is not None:
                yield from self._node_differences(partner, descendant)

    def removed_differences(self, old: Node) -> Iterator[Difference]:
        """Yield the difference for a removed thing; what moved out of it is reported elsewhere."""
        yield self._difference("removed", old, None)

    def _difference(
        self, kind: DifferenceKind, old: Node | None, new: Node | None, **parts: Any
    ) -> Difference:
        node = new or old
        assert node is not None  # noqa: S101  # one of the two is there
        ancestors = []
        ancestor = node.parent
        while ancestor is not None:
            ancestors.append(Ancestor(ancestor.thing, ancestor.id))
            ancestor = ancestor.parent
        return Difference(
            kind,
            node.thing,
            node.id,
            self._title(node),
            within=tuple(ancestors),
            old=old.location if old else None,
            new=new.location if new else None,
            **parts,
        )

    def _title(self, node: Node) -> str:
        """Return the title of a thing; for an entry or a judgement that of its criterion."""
        current: Node | None = node
        while current is not None:
            title = title_of(current.value)
            if title is not None:
                return title
            for kind in ("criterion", "indicator"):
                subject_id = getattr(current.value, kind, None)
                if subject_id is not None:
                    return title_by_id(self.titles, (kind,), subject_id)
            current = current.parent if isinstance(current.value, Judgement) else None
        return title_by_id(self.titles, (node.thing,), node.id)

    def _node_differences(self, old: Node, new: Node) -> Iterator[Difference]:
        if old.id != new.id and not self._has_id_in_each_edition(new):
            yield self._difference("renamed", old, new, field="id", before=old.id, after=new.id)
        yield from self._moved_differences(old, new)
        if isinstance(new.value, Judgement):
            judgement_differences = list(field_change.judgement_differences(old, new, self.builder))
            yield from judgement_differences
            if judgement_differences and judgement_differences[0].kind == "judgement_changed":
                return
        for field in attrs.fields(type(new.value)):
            old_value, new_value = getattr(old.value, field.name), getattr(new.value, field.name)
            if field.name in old.children or field.name in new.children:
                yield from self._child_differences(old, new, field.name)
            elif old_value != new_value and not self._is_covered(old, new, field.name):
                yield from self._field_differences(
                    FieldChange(old, new, field.name, old_value, new_value), field.type
                )

    def _has_id_in_each_edition(self, new: Node) -> bool:
        """Say whether every edition gives such a thing another id."""
        return self.editions and (
            new.parent is None or new.thing in ("criterion-entry", "judgement")
        )

    def _is_covered(self, old: Node, new: Node, field: str) -> bool:
        """Say whether a changed field is reported elsewhere, or not at all."""
        value = new.value
        if field == value.named_by or (
            self.editions and new.parent is None and field in _EDITION_FIELDS
        ):
            return True
        if isinstance(value, Judgement):
            is_expected = self.editions and field in ("previous", "why_changed")
            return field in ("value", "on") or is_expected
        if isinstance(value, SuccessCriterion) and isinstance(old.value, SuccessCriterion):
            return field == "decided_on" and value.state != old.value.state
        if isinstance(value, Manifest):
            return self.portfolios and field == "documents"
        return isinstance(value, ObservationSet) and field == "observations"

    def _moved_differences(self, old: Node, new: Node) -> Iterator[Difference]:
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

    def _child_differences(self, old: Node, new: Node, field: str) -> Iterator[Difference]:
        """Yield the differences of the things in one field, in the order of the new document."""
        before, after = old.children.get(field, []), new.children.get(field, [])
        kept = [child for child in after if self._stays_in_field(child, old, field)]
        out_of_order = set(fewest_moved([self.pairing.old_of[child].index for child in kept]))
        for position, child in enumerate(kept):
            if position in out_of_order and not hasattr(child.value, "order"):
                old_child = self.pairing.old_of[child]
                yield self._difference(
                    "moved",
                    old_child,
                    child,
                    field=field,
                    before=_("place {number}", number=old_child.index + 1),
                    after=_("place {number}", number=child.index + 1),
                )
        for child in after:
            partner = self.pairing.old_of.get(child)
            if partner is None:
                yield from self.added_differences(child)
            else:
                yield from self._node_differences(partner, child)
        for child in before:
            if child not in self.pairing.new_of:
                yield from self.removed_differences(child)

    def _stays_in_field(self, new: Node, parent: Node, field: str) -> bool:
        partner = self.pairing.old_of.get(new)
        return partner is not None and partner.parent is parent and partner.field == field

    def _field_differences(self, change: FieldChange, hint: Any) -> Iterator[Difference]:
        special = _SPECIAL.get((change.new.thing, change.field))
        if special is not None:
            yield from special(change, self.builder)
        elif change.field == "due" and not isinstance(change.new.value, Text):
            yield from field_change.due_date_differences(change, self.builder)
        elif change.new.thing == "measure" and change.field in _TARGETS:
            yield self.builder.build(change, "retargeted")
        elif change.new.thing == "measure" and change.field == "actual":
            yield self.builder.build(change, "changed")  # as a whole: other words are another state
        elif change.field in _NUMBERS and not isinstance(change.after, Text):
            yield self.builder.build(change, "renumbered")
        else:
            yield from self._value_differences(change, hint)

    def _value_differences(self, change: FieldChange, hint: Any) -> Iterator[Difference]:
        before, after = change.before, change.after
        kinds = reference_kinds(hint)
        if kinds:
            yield from self._reference_differences(change, kinds)
        elif isinstance(before, Text) and isinstance(after, Text):
            yield from self._text_differences(change, before, after)
        elif isinstance(after, tuple):
            yield from self._list_differences(change, hint)
        elif (
            isinstance(after, Value)
            and type(before) is type(after)
            and not hasattr(after, "last_day")
        ):
            yield from self._part_differences(change, before, after)
        elif isinstance(after, FrozenMap):
            yield from self._map_differences(change, before, after, raw=_is_raw(hint))
        else:
            prose = is_prose(hint) or isinstance(before or after, Text)
            yield self.builder.build(change, "reworded" if prose else "changed")

    def _map_differences(
        self, change: FieldChange, before: FrozenMap[Any], after: FrozenMap[Any], *, raw: bool
    ) -> Iterator[Difference]:
        """Yield the difference of each key; raw JSON is compared as one value."""
        for key in sorted({*before, *after}):
            old_value, new_value = before.get(key), after.get(key)
            if (key in before, old_value) == (key in after, new_value):
                continue
            key_change = change.below(key, old_value, new_value)
            if raw:
                texts = [
                    json.dumps(thaw(side[key]), ensure_ascii=False) if key in side else None
                    for side in (before, after)
                ]
                key_change = attrs.evolve(key_change, before=texts[0], after=texts[1])
                yield self.builder.build(key_change, "changed")
            else:
                yield from self._value_differences(key_change, None)

    def _part_differences(
        self, change: FieldChange, before: Value, after: Value
    ) -> Iterator[Difference]:
        """Yield the differences of a part that has no id."""
        for field in attrs.fields(type(after)):
            old_value, new_value = getattr(before, field.name), getattr(after, field.name)
            is_edition_date = self.editions and isinstance(after, Step) and field.name == "on"
            if old_value != new_value and not is_edition_date:
                yield from self._value_differences(
                    change.below(field.name, old_value, new_value), field.type
                )

    def _text_differences(
        self, change: FieldChange, before: Text, after: Text
    ) -> Iterator[Difference]:
        if before.default != after.default:
            yield self.builder.build(change, "reworded")
        for key in sorted({*before.variants, *after.variants}):
            old_variant, new_variant = before.variants.get(key), after.variants.get(key)
            texts = [
                None if text_variant is None else text_variant.text
                for text_variant in (old_variant, new_variant)
            ]
            variant_change = attrs.evolve(change, variant=key)
            if texts[0] != texts[1]:
                reworded = attrs.evolve(variant_change, before=texts[0], after=texts[1])
                yield self.builder.build(reworded, "reworded")
            else:
                old_variant, new_variant = before.variants[key], after.variants[key]
                yield from self._variant_differences(variant_change, old_variant, new_variant)
        if before.wording != after.wording and _wording(change.old, before) != _wording(
            change.new, after
        ):
            yield self.builder.build(
                change.below("wording", before.wording, after.wording), "changed"
            )
        if before.checks != after.checks:
            yield self.builder.build(change.below("checks", before.checks, after.checks), "changed")

    def _variant_differences(
        self, change: FieldChange, before: Variant, after: Variant
    ) -> Iterator[Difference]:
        """Yield the differences of a variant whose words are the same."""
        for field in attrs.fields(Variant):
            old_value, new_value = getattr(before, field.name), getattr(after, field.name)
            if old_value != new_value:
                yield self.builder.build(change.below(field.name, old_value, new_value), "changed")

    def _reference_differences(
        self, change: FieldChange, kinds: tuple[str, ...]
    ) -> Iterator[Difference]:
        is_list = isinstance(change.after, tuple)
        before = change.before if is_list else (change.before,)
        after = change.after if is_list else (change.after,)
        old = [self.pairing.renamed_to(kinds, id_) for id_ in before if id_ is not None]
        new = [id_ for id_ in after if id_ is not None]
        is_evidence = "evidence" in kinds
        for id_ in new:
            if id_ not in old:
                kind: DifferenceKind = "evidence_added" if is_evidence else "linked"
                reference_change = attrs.evolve(change, before=None, after=id_, kinds=kinds)
                yield self.builder.build(reference_change, kind, ids=(id_,))
        for id_ in old:
            if id_ not in new:
                kind = "evidence_removed" if is_evidence else "unlinked"
                reference_change = attrs.evolve(change, before=id_, after=None, kinds=kinds)
                yield self.builder.build(reference_change, kind, ids=(id_,))

    def _with_new_ids(self, member: object) -> object:
        """Return a list member with the new ids of things that it names."""
        if not isinstance(member, Value):
            return member
        renamed: dict[str, object] = {}
        for field in attrs.fields(type(member)):
            value, kinds = getattr(member, field.name), reference_kinds(field.type)
            if kinds and isinstance(value, tuple):
                renamed[field.name] = tuple(self.pairing.renamed_to(kinds, id_) for id_ in value)
            elif kinds and value is not None:
                renamed[field.name] = self.pairing.renamed_to(kinds, value)
        changed = {name: new for name, new in renamed.items() if new != getattr(member, name)}
        return member.changed(**changed) if changed else member

    def _list_differences(self, change: FieldChange, hint: Any) -> Iterator[Difference]:
        """Yield the differences of list members that have no ids."""
        old = tuple(map(self._with_new_ids, change.before or ()))
        for before, after in pair_members(old, change.after):
            member_change = attrs.evolve(change, before=before, after=after)
            if before is not None and after is not None:
                yield from self._member_differences(member_change, hint)
            elif after is not None and field_change.is_covered_by_due_date(change, after):
                continue
            elif after is not None and isinstance(after, ActionUpdate):
                yield self.builder.build(member_change, "reported")
            else:
                yield self.builder.build(member_change, "removed" if after is None else "added")

    def _member_differences(self, change: FieldChange, hint: Any) -> Iterator[Difference]:
        """Yield the differences of a member in both lists; one without text is one difference."""
        after: object = change.after
        if not isinstance(after, Value) or isinstance(after, Text):
            yield from self._value_differences(change, hint)
            return
        before_text, after_text = self.builder.text_of(change.before), self.builder.text_of(after)
        cls: type = type(after)
        if has_text(cls) or before_text == after_text:
            label = member_text(after) or after_text
            yield from self._value_differences(attrs.evolve(change, member=label), hint)
        else:
            yield self.builder.build(change, "changed")
