"""Differences in words, a sentence or two each."""

from collections.abc import Callable

from ._difference import Difference
from ._shown import field_words

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


def _named(found: Difference) -> str:
    thing = _THINGS.get(found.thing, found.thing.replace("-", " "))
    return f"{thing} ‘{found.title}’"


def _parts(found: Difference) -> list[str]:
    """Return the field, the fields below it and the variant, each as readers know it."""
    parts = [field_words(each) for each in (found.field or "").split("/")]
    return [*parts, found.variant] if found.variant else parts


def _field(found: Difference) -> str:
    """Return the field as readers know it; empty for what the thing itself says."""
    if found.field in _ITSELF and not found.variant:
        return ""
    return ", ".join(_parts(found))


def _ended(text: str) -> str:
    return text if text.rstrip()[-1:] in _ENDS else f"{text}."


def _because(found: Difference, none: str = "") -> str:
    return f" Reason: {_ended(found.reason)}" if found.reason else none


def _both(found: Difference) -> str:
    if found.before is None:
        return f"new is {_quoted(found.after)}"
    if found.after is None:
        return f"gone is {_quoted(found.before)}"
    return f"‘{found.before}’ became {_quoted(found.after)}"


def _quoted(text: str | None) -> str:
    """Return words as a quotation that ends a sentence, with one full stop and not two."""
    said = text or ""
    return f"‘{said}’" if said.rstrip()[-1:] in _ENDS else f"‘{said}’."


def _in_field(found: Difference, whose: str) -> str:
    field = _field(found)
    if found.member and found.member in (found.before, found.after):
        field = _parts(found)[0]  # it is the member's own words
    elif found.member:
        inner = ", ".join(_parts(found)[1:])
        return f"‘{inner}’ of ‘{found.member}’{f' of the {whose}' if whose else ''}"
    if not field:
        return f"the {whose or found.thing.replace('-', ' ')}"
    return f"‘{field}’{f' of the {whose}' if whose else ''}"


def _added(found: Difference, whose: str) -> str:
    if found.thing == "figure":
        return f"New figure for {found.title}: {found.after}."
    if found.field is None:
        return f"New: the {_named(found)}."
    return f"New under {_in_field(found, whose)}: {_ended(found.after or '')}"


def _removed(found: Difference, whose: str) -> str:
    if found.thing == "figure":
        return f"Withdrawn: the figure for {found.title}, which was {found.before}."
    if found.field is None:
        return f"Gone: the {_named(found)}."
    return f"No longer under {_in_field(found, whose)}: {_ended(found.before or '')}"


def _moved(found: Difference, _whose: str) -> str:
    if found.field is None:
        return f"The {_named(found)} moved from ‘{found.before}’ to ‘{found.after}’."
    return f"The {_named(found)} moved from {found.before} to {found.after} of its list."


def _reworded(found: Difference, whose: str) -> str:
    return f"Other words for {_in_field(found, whose)}: {_both(found)}"


def _judged(found: Difference, whose: str) -> str:
    why = _because(found, " No reason is given.")
    of = f" of ‘{found.title}’" if whose else ""
    return f"The judgement{of} changed from ‘{found.before}’ to ‘{found.after}’.{why}"


def _status(found: Difference, whose: str) -> str:
    return f"Status, {_in_field(found, whose)}: {_both(found)}{_because(found)}"


def _confirmed(found: Difference, whose: str) -> str:
    which = (found.field or "").partition("/")[0]
    what = "judgement" if found.thing == "judgement" else f"{field_words(which)} status"
    of = f" of ‘{found.title}’" if whose else ""
    return f"The {what}{of} stays; it was given again on {found.after}.{_because(found)}"


def _due(found: Difference, _whose: str) -> str:
    verb = "slipped" if found.kind == "slipped" else "was brought forward"
    why = _because(found, " No reason is given.")
    return f"The {_named(found)} {verb} from {found.before} to {found.after}.{why}"


def _rests_on(found: Difference, whose: str) -> str:
    word = "New evidence" if found.kind == "evidence_added" else "No longer cited as evidence"
    of = f" for the {whose}" if whose else ""
    return f"{word}{of}: ‘{found.after or found.before}’."


def _linked(found: Difference, whose: str) -> str:
    verb = "Now named" if found.kind == "linked" else "No longer named"
    return f"{verb} under {_in_field(found, whose)}: ‘{found.after or found.before}’."


_SENTENCES: dict[str, Callable[[Difference, str], str]] = {
    "added": _added,
    "removed": _removed,
    "renamed": lambda found, _: f"The {_named(found)} has another id: {_both(found)}",
    "moved": _moved,
    "renumbered": lambda found, whose: f"Other number, {_in_field(found, whose)}: {_both(found)}",
    "reworded": _reworded,
    "retargeted": lambda found, whose: f"Other aim, {_in_field(found, whose)}: {_both(found)}",
    "evidence_added": _rests_on,
    "evidence_removed": _rests_on,
    "judgement_changed": _judged,
    "status_changed": _status,
    "confirmed": _confirmed,
    "slipped": _due,
    "brought_forward": _due,
    "reported": lambda found, _: f"Reported on the {_named(found)}: {_ended(found.after or '')}",
    "linked": _linked,
    "unlinked": _linked,
    "restated": lambda found, _: f"Restated: {found.title}: {found.before} became {found.after}.",
    "changed": lambda found, whose: f"Changed, {_in_field(found, whose)}: {_both(found)}",
}


def sentence(found: Difference, *, alone: bool = True) -> str:
    """Return a difference in words.

    Args:
        found: The difference.
        alone: False where it stands under a heading that names the thing already.

    Examples:
        >>> from sendframe.comparison import Difference
        >>> later = Difference("restated", "figure", "x", "Plans, 2024", before="7", after="8")
        >>> print(sentence(later))
        Restated: Plans, 2024: 7 became 8.
    """
    return _SENTENCES[found.kind](found, _named(found) if alone else "")
