"""What a migration did to a document: one change a value, by pointer in the old and the new."""

from collections.abc import Iterable
from typing import Any, Literal

import attrs

from sendframe.model import Json, thaw

from ._pointer import tokens_of

__all__ = ["Action", "Change", "copied", "replay"]

Action = Literal["renamed", "moved", "converted", "defaulted", "dropped"]
"""What was done.

``renamed``: it has another key in the same object. ``moved``: it stands in another object.
``converted``: it says the same in another form. ``defaulted``: it was not there. ``dropped``: it is
not there any more.
"""


@attrs.frozen
class Change:
    """One thing that differs between a document and what a migration made of it.

    Attributes:
        action: What was done.
        old: JSON pointer in the old document; None for what was not there.
        new: JSON pointer in the new document; None for what is not there any more.
        value: What stands there now, where it was converted or defaulted; None otherwise.
        loss: What the new document does not say any more, as a short phrase; None where it still
            says everything.
    """

    action: Action
    old: str | None = None
    new: str | None = None
    value: Json = None
    loss: str | None = None

    def __str__(self) -> str:
        places = " → ".join(
            each or "(the whole)" for each in (self.old, self.new) if each is not None
        )
        return f"{self.action} {places}{f' (lost: {self.loss})' if self.loss else ''}"


def _order(pointer: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Order pointers from the root on, entries of an array by their number."""
    tokens = tokens_of(pointer)
    return len(tokens), tuple((int(each) if each.isdecimal() else -1, each) for each in tokens)


def _holder(document: Any, pointer: str) -> tuple[Any, str]:
    *steps, last = tokens_of(pointer)
    for step in steps:
        document = document[int(step) if isinstance(document, list) else step]
    return document, last


def copied(value: Any) -> Any:
    """Return plain JSON data that shares nothing with what was given."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def replay(document: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Do the changes that a migration told to the document it was told of.

    The result equals what the migration made: what no change names is carried over as it is.

    Args:
        document: The old document, as plain JSON data; it is not changed.
        changes: The changes of `migrate`.

    Examples:
        >>> replay({"a": 1, "b": [2]}, [Change("renamed", "/a", "/c"), Change("dropped", "/b/0")])
        {'b': [], 'c': 1}
    """
    told = list(changes)
    made = copied(document)
    taken: dict[str, Any] = {}
    # From the leaves and the ends of arrays, so that no pointer is shifted before its turn.
    for old in sorted(
        {each.old for each in told if each.old is not None}, key=_order, reverse=True
    ):
        holder, last = _holder(made, old)
        taken[old] = holder.pop(int(last) if isinstance(holder, list) else last)
    placed: dict[str, Any] = {}
    for each in told:
        if each.new is not None:
            kept = each.action in ("renamed", "moved")
            placed[each.new] = taken[each.old or ""] if kept else thaw(each.value)
    for new in sorted(placed, key=_order):
        holder, last = _holder(made, new)
        if isinstance(holder, list):
            holder.insert(int(last), placed[new])
        else:
            holder[last] = placed[new]
    result: dict[str, Any] = made
    return result
