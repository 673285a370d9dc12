"""One difference between two documents, in parts that a program can use."""

from typing import Literal

import attrs

from sendframe.errors import Location

__all__ = ["Ancestor", "Difference", "DifferenceKind"]

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
"""What became of a thing.

``added`` and ``removed`` are about things and statements; ``renamed`` is another id, ``moved``
another place, ``renumbered`` another number, code or label, ``reworded`` other words.
``retargeted`` is another baseline, target, milestone or tolerance of a measure.
``evidence_added`` and ``evidence_removed`` are about what something rests on, ``linked`` and
``unlinked`` about any other reference. ``judgement_changed`` and ``status_changed`` are other
values given by people; ``confirmed`` is the same value given again on another day. ``slipped``
and ``brought_forward`` are other due dates, ``reported`` is a new update of an action,
``restated`` another figure for the same area and period; ``changed`` is anything else.
"""


@attrs.frozen
class Ancestor:
    """A thing that holds another.

    Attributes:
        thing: What kind of thing it is.
        id: Its id.
    """

    thing: str
    id: str


@attrs.frozen
class Difference:
    """One difference. Fields and kinds are API; the wording of a sentence is not.

    Attributes:
        kind: What became of the thing.
        thing: What kind of thing, such as ``commitment``, ``action`` or ``figure``.
        id: Its id; the new one where that changed.
        title: What a reader calls it.
        field: Which of its fields; None where it is about the thing as a whole.
        member: Which member of a list that field holds, in words; None where it is not about one
            that stays.
        variant: Which variant of a text; None for its standard wording, and for all else.
        before: What stood there, in words; None where nothing did.
        after: What stands there now, in words; None where nothing does.
        reason: The reason that the documents give; None where they give none.
        ids: Ids of what it refers to, such as the evidence added.
        within: What the thing stands in, the nearest first.
        old: Where it stood; None for what is new.
        new: Where it stands; None for what is gone.
    """

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
