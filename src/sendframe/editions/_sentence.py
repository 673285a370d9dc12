"""Write a difference as one or two sentences."""

from collections.abc import Callable

from ._difference import NOT_REPEATED, Difference
from ._value_text import field_label

__all__ = ["sentence"]

_THINGS = {
    "action-register": "register of actions",
    "criterion-entry": "entry",
    "evidence-register": "register of evidence",
    "observation-set": "set of figures",
    "observed-area": "area",
    "scale-value": "value of a scale",
    "self-evaluation": "self-evaluation",
    "success-criterion": "success criterion",
}
_ITSELF = frozenset(
    {"id", "name", "state", "statement", "status", "term", "title", "value", "wording", "words"}
)

_ENDS = frozenset({".", "!", "?", "…"})


def _named(difference: Difference) -> str:
    thing = _THINGS.get(difference.thing, difference.thing.replace("-", " "))
    return f"{thing} ‘{difference.title}’"


def _parts(difference: Difference) -> list[str]:
    """Return the labels of the field, the fields below it and the variant."""
    parts = [field_label(name) for name in (difference.field or "").split("/")]
    return [*parts, difference.variant] if difference.variant else parts


def _field(difference: Difference) -> str:
    """Return the label of the field; empty for the fields that are the thing's own text."""
    if difference.field in _ITSELF and not difference.variant:
        return ""
    return ", ".join(_parts(difference))


def _ended(text: str) -> str:
    return text if text.rstrip()[-1:] in _ENDS else f"{text}."


def _because(difference: Difference, none: str = "") -> str:
    return f" Reason: {_ended(difference.reason)}" if difference.reason else none


def _before_and_after(difference: Difference) -> str:
    if NOT_REPEATED in (difference.before, difference.after):
        return NOT_REPEATED
    if difference.before is None:
        return f"new is {_quoted(difference.after)}"
    if difference.after is None:
        return f"gone is {_quoted(difference.before)}"
    return f"‘{difference.before}’ became {_quoted(difference.after)}"


def _quoted(words: str | None) -> str:
    """Return a quotation that ends a sentence, with one full stop and not two."""
    words = words or ""
    return f"‘{words}’" if words.rstrip()[-1:] in _ENDS else f"‘{words}’."


def _in_field(difference: Difference, whose: str) -> str:
    field = _field(difference)
    if difference.member and difference.member in (difference.before, difference.after):
        field = _parts(difference)[0]  # the change is of the member's own text
    elif difference.member:
        inner = ", ".join(_parts(difference)[1:])
        return f"‘{inner}’ of ‘{difference.member}’{f' of the {whose}' if whose else ''}"
    if not field:
        return f"the {whose or difference.thing.replace('-', ' ')}"
    return f"‘{field}’{f' of the {whose}' if whose else ''}"


def _added(difference: Difference, whose: str) -> str:
    if difference.thing == "figure":
        return f"New figure for {difference.title}: {difference.after}."
    if difference.field is None:
        return f"New: the {_named(difference)}."
    return f"New under {_in_field(difference, whose)}: {_ended(difference.after or '')}"


def _removed(difference: Difference, whose: str) -> str:
    if difference.thing == "figure":
        return f"Withdrawn: the figure for {difference.title}, which was {difference.before}."
    if difference.field is None:
        return f"Gone: the {_named(difference)}."
    return f"No longer under {_in_field(difference, whose)}: {_ended(difference.before or '')}"


def _moved(difference: Difference, _whose: str) -> str:
    if difference.field is None:
        return f"The {_named(difference)} moved from ‘{difference.before}’ to ‘{difference.after}’."
    return f"The {_named(difference)} moved from {difference.before} to {difference.after} of its list."


def _reworded(difference: Difference, whose: str) -> str:
    return f"Other words for {_in_field(difference, whose)}: {_before_and_after(difference)}"


def _judgement_changed(difference: Difference, whose: str) -> str:
    why = _because(difference, " No reason is given.")
    of = f" of ‘{difference.title}’" if whose else ""
    return f"The judgement{of} changed from ‘{difference.before}’ to ‘{difference.after}’.{why}"


def _status(difference: Difference, whose: str) -> str:
    return f"Status, {_in_field(difference, whose)}: {_before_and_after(difference)}{_because(difference)}"


def _confirmed_again(difference: Difference, whose: str) -> str:
    which = (difference.field or "").partition("/")[0]
    what = "judgement" if difference.thing == "judgement" else f"{field_label(which)} status"
    of = f" of ‘{difference.title}’" if whose else ""
    return f"The {what}{of} stays; it was given again on {difference.after}.{_because(difference)}"


def _due(difference: Difference, _whose: str) -> str:
    verb = "slipped" if difference.kind == "slipped" else "was brought forward"
    why = _because(difference, " No reason is given.")
    return f"The {_named(difference)} {verb} from {difference.before} to {difference.after}.{why}"


def _rests_on(difference: Difference, whose: str) -> str:
    word = "New evidence" if difference.kind == "evidence_added" else "No longer cited as evidence"
    of = f" for the {whose}" if whose else ""
    return f"{word}{of}: ‘{difference.after or difference.before}’."


def _linked(difference: Difference, whose: str) -> str:
    verb = "Now named" if difference.kind == "linked" else "No longer named"
    return (
        f"{verb} under {_in_field(difference, whose)}: ‘{difference.after or difference.before}’."
    )


_SENTENCES: dict[str, Callable[[Difference, str], str]] = {
    "added": _added,
    "removed": _removed,
    "renamed": lambda difference, _: (
        f"The {_named(difference)} has another id: {_before_and_after(difference)}"
    ),
    "moved": _moved,
    "renumbered": lambda difference, whose: (
        f"Other number, {_in_field(difference, whose)}: {_before_and_after(difference)}"
    ),
    "reworded": _reworded,
    "retargeted": lambda difference, whose: (
        f"Other aim, {_in_field(difference, whose)}: {_before_and_after(difference)}"
    ),
    "evidence_added": _rests_on,
    "evidence_removed": _rests_on,
    "judgement_changed": _judgement_changed,
    "status_changed": _status,
    "confirmed": _confirmed_again,
    "slipped": _due,
    "brought_forward": _due,
    "reported": lambda difference, _: (
        f"Reported on the {_named(difference)}: {_ended(difference.after or '')}"
    ),
    "linked": _linked,
    "unlinked": _linked,
    "restated": lambda difference, _: (
        f"Restated: {difference.title}: {difference.before} became {difference.after}."
    ),
    "changed": lambda difference, whose: (
        f"Changed, {_in_field(difference, whose)}: {_before_and_after(difference)}"
    ),
}


def sentence(difference: Difference, *, alone: bool = True) -> str:
    """Return a difference as one or two sentences.

    Args:
        difference: The difference.
        alone: False where a heading above it names the thing already.

    Examples:
        >>> from sendframe.editions import Difference
        >>> later = Difference("restated", "figure", "x", "Plans, 2024", before="7", after="8")
        >>> print(sentence(later))
        Restated: Plans, 2024: 7 became 8.
    """
    return _SENTENCES[difference.kind](difference, _named(difference) if alone else "")
