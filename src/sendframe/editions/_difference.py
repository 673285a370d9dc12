"""One difference between two documents, as data."""

from typing import Literal

import attrs

from sendframe.errors import Location
from sendframe.language import N_
from sendframe.model import short_repr

__all__ = ["NOT_REPEATED", "Ancestor", "Difference", "DifferenceKind"]

NOT_REPEATED = N_("[what people said is not repeated here]")
"""Stands for words of people: a comparison has no readers whom their consent could name."""

DifferenceKind = Literal[
    "added",
    "removed",
    "renamed",
    "moved",
    "renumbered",
    "reworded",
    "retargeted",
    "evidence_added",
    "evidence_removed",
    "judgement_changed",
    "status_changed",
    "confirmed",
    "slipped",
    "brought_forward",
    "reported",
    "linked",
    "unlinked",
    "restated",
    "changed",
]
"""What happened to a thing.

``added`` and ``removed`` are about things and statements; ``renamed`` is another id, ``moved``
another parent or position, ``renumbered`` another number, code or label, ``reworded`` other words.
``retargeted`` is another baseline, target, milestone or tolerance of a measure.
``evidence_added`` and ``evidence_removed`` are about evidence that is cited, ``linked`` and
``unlinked`` about any other reference. ``judgement_changed`` and ``status_changed`` are other
values given by people; ``confirmed`` is the same value given again on another day. ``slipped``
and ``brought_forward`` are other due dates, ``reported`` is a new update of an action,
``restated`` another figure for the same area and period; ``changed`` is anything else.
"""


@attrs.frozen
class Ancestor:
    """A thing that contains another.

    Attributes:
        thing: What kind of thing it is.
        id: Its id.
    """

    __repr__ = short_repr

    thing: str
    id: str


@attrs.frozen
class Difference:
    """One difference between two documents. Fields and kinds are API; the wording of sentences is not.

    Attributes:
        kind: What happened to the thing.
        thing: What kind of thing it is, such as ``commitment``, ``action`` or ``figure``.
        id: Its id; the new one where that changed.
        title: Its title.
        field: The field that changed; None where the thing itself was added, removed or moved.
        member: Text of the list member that changed; None where no member that stays did.
        variant: Key of the variant of a text; None for its standard wording and for other values.
        before: The old value as text; None where there was none.
        after: The new value as text; None where there is none.
        reason: The reason given in the documents; None where they give none.
        ids: Ids that it refers to, such as that of the evidence added.
        within: The things that contain it, the nearest first.
        old: Location in the old document; None for a new thing.
        new: Location in the new document; None for a removed thing.
    """

    __repr__ = short_repr

    kind: DifferenceKind
    thing: str
    id: str
    title: str
    field: str | None = None
    member: str | None = None
    variant: str | None = None
    before: str | None = None
    after: str | None = None
    reason: str | None = None
    ids: tuple[str, ...] = ()
    within: tuple[Ancestor, ...] = ()
    old: Location | None = None
    new: Location | None = None
