"""What an evaluation finds out about a priority or criterion: evidence, progress, judgements."""

from datetime import date

from ._frozen import FrozenMap
from ._result import Count, FactId
from ._text import Code, Id, Line
from ._value import Value, value_class

__all__ = ["EvidenceProfile", "JudgementView", "Progress"]


@value_class
class EvidenceProfile(Value):
    """How much is known, of which kinds, how old, and what contradicts. Never one number.

    Attributes:
        count: How many pieces of evidence.
        kinds: How many of each kind.
        oldest: Last day of the oldest piece.
        newest: Last day of the newest piece.
        undated: How many have no date.
        expired: Pieces that may no longer be relied on.
        supports: Pieces that speak for it.
        contradicts: Pieces that contradict it.
        unanswered: Pieces that contradict it and are not answered.
        fact: The fact.

    Document: ``evaluation``.
    """

    count: Count
    kinds: FrozenMap[Count] = FrozenMap()
    oldest: date | None = None
    newest: date | None = None
    undated: Count = 0
    expired: tuple[Id, ...] = ()
    supports: tuple[Id, ...] = ()
    contradicts: tuple[Id, ...] = ()
    unanswered: tuple[Id, ...] = ()
    fact: FactId


@value_class
class Progress(Value):
    """How far commitments and actions have come.

    Attributes:
        commitments: How many commitments.
        without_action: Commitments that no action carries out.
        actions: How many actions.
        delivery: How many actions of each delivery status.
        impact: How many actions of each impact status.
        complete: Actions whose delivery status means that they are done.
        overdue: Actions whose last possible day has passed and that are not complete.
        moved: Actions whose due date was moved.
        without_owner: Actions that nobody leads.
        fact: The fact.

    Document: ``evaluation``.
    """

    commitments: Count
    without_action: tuple[Id, ...] = ()
    actions: Count
    delivery: FrozenMap[Count] = FrozenMap()
    impact: FrozenMap[Count] = FrozenMap()
    complete: tuple[Id, ...] = ()
    overdue: tuple[Id, ...] = ()
    moved: tuple[Id, ...] = ()
    without_owner: tuple[Id, ...] = ()
    fact: FactId


@value_class
class JudgementView(Value):
    """A person's judgement, as it is set beside the evidence.

    Attributes:
        id: Id of the judgement.
        edition: The edition that contains it.
        value: Value of the scale.
        name: The word of that value.
        shape: The shape of that value.
        by: Who judged.
        on: When.
        reason: Why.
        previous: The word of the value before.
        why_changed: Why it is another value now.
        fact: The fact.

    Document: ``evaluation``.
    """

    id: Id
    edition: Line
    value: Id
    name: Line
    shape: Code = "circle"
    by: Line
    on: date
    reason: Line | None = None
    previous: Line | None = None
    why_changed: Line | None = None
    fact: FactId
