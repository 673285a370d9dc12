"""Turn the change of one field into differences: a status, a date, a judgement, other words."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from sendframe.model import DueChange, Judgement, Status, Text

from ._difference import NOT_REPEATED, Difference, DifferenceKind
from ._document_tree import Node, Titles
from ._value_text import value_text

__all__ = [
    "DifferenceBuilder",
    "FieldChange",
    "closing_differences",
    "due_date_differences",
    "is_covered_by_due_date",
    "judgement_differences",
    "state_differences",
    "status_differences",
]

_VALUES = ("scale-value",)


@attrs.frozen
class FieldChange:
    """A field of a thing that has another value in the new document.

    Attributes:
        old: The thing in the old document.
        new: The thing in the new document.
        field: Name of the field, with ``/`` before the names of fields below it.
        before: The old value.
        after: The new value.
        member: Text of the list member that the field belongs to.
        variant: Key of the variant of a text; None for its standard wording.
        kinds: Kinds of things that its ids refer to.
    """

    old: Node
    new: Node
    field: str
    before: Any
    after: Any
    member: str | None = None
    variant: str | None = None
    kinds: tuple[str, ...] = ()

    def below(self, name: str, before: object, after: object) -> "FieldChange":
        """Return the change of one part of the field's value."""
        return attrs.evolve(self, field=f"{self.field}/{name}", before=before, after=after)


_SAID = ("words", "summary")
"""Fields of a voice that hold what somebody said."""


@attrs.frozen(eq=False)
class DifferenceBuilder:
    """Builds differences from field changes.

    Attributes:
        titles: Titles of things by their kinds and ids.
        difference: Builds a difference from its kind, two nodes and its other fields.
    """

    titles: Titles
    difference: Callable[..., Difference]

    def text_of(self, value: object, kinds: tuple[str, ...] = ()) -> str | None:
        """Return the text of a value; None where there is no value."""
        return None if value is None else value_text(value, self.titles, kinds)

    def build(
        self,
        change: FieldChange,
        kind: DifferenceKind,
        *,
        reason: object = None,
        ids: tuple[str, ...] = (),
    ) -> Difference:
        """Return the difference that describes a field change; it repeats no words of people."""
        is_said = change.new.thing == "voice" and change.field.partition("/")[0] in _SAID
        before, after = (
            NOT_REPEATED if is_said and value is not None else self.text_of(value, change.kinds)
            for value in (change.before, change.after)
        )
        return self.difference(
            kind,
            change.old,
            change.new,
            field=change.field,
            member=change.member,
            variant=change.variant,
            before=before,
            after=after,
            reason=None if reason is None else str(reason),
            ids=ids,
        )


def judgement_differences(old: Node, new: Node, builder: DifferenceBuilder) -> Iterator[Difference]:
    """Yield the difference of two judgements: another value, or the same value on another day.

    Where the value is another, the day, the reason and the judges belong to the new value and are
    not reported as differences of their own.
    """
    before, after = old.value, new.value
    assert isinstance(before, Judgement)  # noqa: S101  # by its kind
    assert isinstance(after, Judgement)  # noqa: S101  # by its kind
    if before.value != after.value:
        change = FieldChange(old, new, "value", before.value, after.value, kinds=_VALUES)
        yield builder.build(
            change, "judgement_changed", reason=after.why_changed, ids=(before.value, after.value)
        )
    elif before.on != after.on:
        yield builder.build(FieldChange(old, new, "on", before.on, after.on), "confirmed")


def status_differences(change: FieldChange, builder: DifferenceBuilder) -> Iterator[Difference]:
    """Yield the difference of two delivery or impact statuses."""
    before, after = change.before, change.after
    old_value = before.value if isinstance(before, Status) else None
    new_value = after.value if isinstance(after, Status) else None
    reason = after.reason if isinstance(after, Status) else None
    if old_value != new_value:
        ids = tuple(value for value in (old_value, new_value) if value is not None)
        value_change = attrs.evolve(change, before=old_value, after=new_value, kinds=_VALUES)
        yield builder.build(value_change, "status_changed", reason=reason, ids=ids)
    elif before.on != after.on:
        yield builder.build(change.below("on", before.on, after.on), "confirmed", reason=reason)
    else:
        yield builder.build(change.below("reason", before.reason, after.reason), "reworded")


def state_differences(change: FieldChange, builder: DifferenceBuilder) -> Iterator[Difference]:
    """Yield the difference of two states of a success criterion, a reply or a plan."""
    readable = attrs.evolve(
        change, before=_with_spaces(change.before), after=_with_spaces(change.after)
    )
    reason = getattr(change.new.value, "because", None)
    yield builder.build(readable, "status_changed", reason=reason)


def _with_spaces(value: object) -> object:
    return value.replace("_", " ").replace("-", " ") if isinstance(value, str) else value


def closing_differences(change: FieldChange, builder: DifferenceBuilder) -> Iterator[Difference]:
    """Yield the differences of an action's closing: closed, reopened, or changed in a field."""
    if change.before is None or change.after is None:
        yield builder.build(change, "status_changed")
        return
    for field in attrs.fields(type(change.after)):
        old_value, new_value = getattr(change.before, field.name), getattr(change.after, field.name)
        if old_value != new_value:
            kind: DifferenceKind = "reworded" if isinstance(new_value, Text) else "changed"
            yield builder.build(change.below(field.name, old_value, new_value), kind)


def due_date_differences(change: FieldChange, builder: DifferenceBuilder) -> Iterator[Difference]:
    """Yield the difference of two due dates, with the reason from the due history."""
    before, after = change.before, change.after
    if before is None or after is None or not (before.is_dated and after.is_dated):
        yield builder.build(change, "changed")
        return
    old_days = (before.last_day, before.first_day)
    new_days = (after.last_day, after.first_day)
    kind: DifferenceKind = (
        "slipped"
        if new_days > old_days
        else "brought_forward"
        if new_days < old_days
        else "changed"
    )
    old_history: tuple[DueChange, ...] = getattr(change.old.value, "due_history", ())
    new_history: tuple[DueChange, ...] = getattr(change.new.value, "due_history", ())
    new_entries = [entry for entry in new_history if entry not in old_history]
    yield builder.build(change, kind, reason=new_entries[-1].reason if new_entries else None)


def is_covered_by_due_date(change: FieldChange, entry: object) -> bool:
    """Say whether a new entry of a due history is reported with the change of the due date."""
    return isinstance(entry, DueChange) and (
        getattr(change.old.value, "due", None) != getattr(change.new.value, "due", None)
    )
