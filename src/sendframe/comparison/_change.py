"""What a change of one field means: another status, another date, another target, other words."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs

from sendframe.model import DueChange, Judgement, Status

from ._difference import Difference, DifferenceKind
from ._node import Names, Node
from ._shown import shown

__all__ = [
    "Change",
    "Teller",
    "closing",
    "due",
    "is_folded_history",
    "judgement",
    "state",
    "status",
]

_VALUES = ("scale-value",)


@attrs.frozen(eq=False)
class Change:
    """A field of a thing that is not what it was.

    Attributes:
        old: The thing as it was.
        new: The thing as it is.
        field: The field, with ``/`` before the fields below it.
        before: What it held.
        after: What it holds.
        member: Which member of a list the field stands in, in words.
        variant: Which variant of a text; None for its standard wording.
        kinds: Of which kinds it holds ids.
    """

    old: Node
    new: Node
    field: str
    before: Any
    after: Any
    member: str | None = None
    variant: str | None = None
    kinds: tuple[str, ...] = ()

    def below(self, name: str, before: object, after: object) -> "Change":
        """Return a change of a part of what the field holds."""
        return attrs.evolve(self, field=f"{self.field}/{name}", before=before, after=after)


@attrs.frozen(eq=False)
class Teller:
    """Turns changes into differences.

    Attributes:
        names: What a reader calls the things that ids stand for.
        difference: Makes a difference of two nodes and the parts that are told.
    """

    names: Names
    difference: Callable[..., Difference]

    def words(self, value: object, kinds: tuple[str, ...] = ()) -> str | None:
        """Return a value in words; None where there is none."""
        return None if value is None else shown(value, self.names, kinds)

    def tell(
        self,
        change: Change,
        kind: DifferenceKind,
        *,
        reason: object = None,
        ids: tuple[str, ...] = (),
    ) -> Difference:
        """Return the difference that a change is."""
        return self.difference(
            kind,
            change.old,
            change.new,
            field=change.field,
            member=change.member,
            variant=change.variant,
            before=self.words(change.before, change.kinds),
            after=self.words(change.after, change.kinds),
            reason=None if reason is None else str(reason),
            ids=ids,
        )


def judgement(old: Node, new: Node, tell: Teller) -> Iterator[Difference]:
    """Yield what became of a judgement: another value, or the same given again.

    A new edition judges anew: its day, its reason and who judged belong to the new value, and
    are not told as differences of their own where the value is another.
    """
    before, after = old.value, new.value
    assert isinstance(before, Judgement)  # noqa: S101  # by its kind
    assert isinstance(after, Judgement)  # noqa: S101  # by its kind
    if before.value != after.value:
        change = Change(old, new, "value", before.value, after.value, kinds=_VALUES)
        yield tell.tell(
            change, "judgement_changed", reason=after.why_changed, ids=(before.value, after.value)
        )
    elif before.on != after.on:
        yield tell.tell(Change(old, new, "on", before.on, after.on), "confirmed")


def status(change: Change, tell: Teller) -> Iterator[Difference]:
    """Yield another delivery or impact status, or the same given on another day."""
    before, after = change.before, change.after
    one = before.value if isinstance(before, Status) else None
    two = after.value if isinstance(after, Status) else None
    reason = after.reason if isinstance(after, Status) else None
    if one != two:
        ids = tuple(each for each in (one, two) if each is not None)
        told = attrs.evolve(change, before=one, after=two, kinds=_VALUES)
        yield tell.tell(told, "status_changed", reason=reason, ids=ids)
    elif before.on != after.on:
        yield tell.tell(change.below("on", before.on, after.on), "confirmed", reason=reason)
    else:
        yield tell.tell(change.below("reason", before.reason, after.reason), "reworded")


def state(change: Change, tell: Teller) -> Iterator[Difference]:
    """Yield another state: of a success criterion, a reply, a plan."""
    told = attrs.evolve(change, before=_spaced(change.before), after=_spaced(change.after))
    reason = getattr(change.new.value, "because", None)
    yield tell.tell(told, "status_changed", reason=reason)


def _spaced(value: object) -> object:
    return value.replace("_", " ").replace("-", " ") if isinstance(value, str) else value


def closing(change: Change, tell: Teller) -> Iterator[Difference]:
    """Yield that an action was closed, opened again, or closed with other words."""
    if change.before is None or change.after is None:
        yield tell.tell(change, "status_changed")
        return
    for field in attrs.fields(type(change.after)):
        one, two = getattr(change.before, field.name), getattr(change.after, field.name)
        if one != two:
            kind: DifferenceKind = "changed" if isinstance(two, date) else "reworded"
            yield tell.tell(change.below(field.name, one, two), kind)


def due(change: Change, tell: Teller) -> Iterator[Difference]:
    """Yield another due date, with the reason that the history of due dates gives."""
    before, after = change.before, change.after
    if before is None or after is None:
        yield tell.tell(change, "changed")
        return
    one = (before.last_day, before.first_day)
    two = (after.last_day, after.first_day)
    kind: DifferenceKind = "slipped" if two > one else "brought_forward" if two < one else "changed"
    known: tuple[DueChange, ...] = getattr(change.old.value, "due_history", ())
    history: tuple[DueChange, ...] = getattr(change.new.value, "due_history", ())
    fresh = [each for each in history if each not in known]
    yield tell.tell(change, kind, reason=fresh[-1].reason if fresh else None)


def is_folded_history(change: Change, entry: object) -> bool:
    """Say whether a new entry of a due history is told by the due date itself."""
    return isinstance(entry, DueChange) and (
        getattr(change.old.value, "due", None) != getattr(change.new.value, "due", None)
    )
