"""Write a difference as one or two sentences."""

from collections.abc import Callable

from sendframe.language import N_
from sendframe.language import gettext as _

from ._difference import NOT_REPEATED, Difference
from ._value_text import field_label

__all__ = ["sentence"]

_THINGS = {
    "action-register": N_("register of actions"),
    "criterion-entry": N_("entry"),
    "evidence-register": N_("register of evidence"),
    "observation-set": N_("set of figures"),
    "observed-area": N_("area"),
    "scale-value": N_("value of a scale"),
    "self-evaluation": N_("self-evaluation"),
    "success-criterion": N_("success criterion"),
}
_ITSELF = frozenset(
    {"id", "name", "state", "statement", "status", "term", "title", "value", "wording", "words"}
)

_ENDS = frozenset({".", "!", "?", "…"})


def _thing(difference: Difference) -> str:
    return _(_THINGS.get(difference.thing, difference.thing.replace("-", " ")))


def _named(difference: Difference) -> str:
    return _("{thing} ‘{title}’", thing=_thing(difference), title=difference.title)


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
    if not difference.reason:
        return none
    return " " + _("Reason: {reason}", reason=_ended(difference.reason))


def _before_and_after(difference: Difference) -> str:
    if NOT_REPEATED in (difference.before, difference.after):
        return _(NOT_REPEATED)
    if difference.before is None:
        return _("new is {after}", after=_quoted(difference.after))
    if difference.after is None:
        return _("gone is {before}", before=_quoted(difference.before))
    return _("‘{before}’ became {after}", before=difference.before, after=_quoted(difference.after))


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
        if whose:
            return _(
                "‘{field}’ of ‘{member}’ of the {whose}",
                field=inner,
                member=difference.member,
                whose=whose,
            )
        return _("‘{field}’ of ‘{member}’", field=inner, member=difference.member)
    if not field:
        return _("the {whose}", whose=whose or _(difference.thing.replace("-", " ")))
    return _("‘{field}’ of the {whose}", field=field, whose=whose) if whose else f"‘{field}’"


def _added(difference: Difference, whose: str) -> str:
    after = difference.after or ""
    if difference.thing == "figure":
        return _("New figure for {title}: {after}.", title=difference.title, after=after)
    if difference.field is None:
        return _("New: the {thing}.", thing=_named(difference))
    place = _in_field(difference, whose)
    return _("New under {place}: {after}", place=place, after=_ended(after))


def _removed(difference: Difference, whose: str) -> str:
    before = difference.before or ""
    if difference.thing == "figure":
        return _(
            "Withdrawn: the figure for {title}, which was {before}.",
            title=difference.title,
            before=before,
        )
    if difference.field is None:
        return _("Gone: the {thing}.", thing=_named(difference))
    place = _in_field(difference, whose)
    return _("No longer under {place}: {before}", place=place, before=_ended(before))


def _moved(difference: Difference, _whose: str) -> str:
    values = {"thing": _named(difference), "before": difference.before, "after": difference.after}
    if difference.field is None:
        return _("The {thing} moved from ‘{before}’ to ‘{after}’.", **values)
    return _("The {thing} moved from {before} to {after} of its list.", **values)


def _reworded(difference: Difference, whose: str) -> str:
    return _(
        "Other words for {place}: {change}",
        place=_in_field(difference, whose),
        change=_before_and_after(difference),
    )


def _no_reason() -> str:
    return " " + _("No reason is given.")


def _judgement_changed(difference: Difference, whose: str) -> str:
    why = _because(difference, _no_reason())
    values = {"title": difference.title, "before": difference.before, "after": difference.after}
    if whose:
        changed = _("The judgement of ‘{title}’ changed from ‘{before}’ to ‘{after}’.", **values)
    else:
        changed = _("The judgement changed from ‘{before}’ to ‘{after}’.", **values)
    return changed + why


def _status(difference: Difference, whose: str) -> str:
    status = _(
        "Status, {place}: {change}",
        place=_in_field(difference, whose),
        change=_before_and_after(difference),
    )
    return status + _because(difference)


def _confirmed_again(difference: Difference, whose: str) -> str:
    which = (difference.field or "").partition("/")[0]
    what = _("judgement")
    if difference.thing != "judgement":
        what = _("{field} status", field=field_label(which))
    values = {"what": what, "title": difference.title, "day": difference.after}
    if whose:
        stays = _("The {what} of ‘{title}’ stays; it was given again on {day}.", **values)
    else:
        stays = _("The {what} stays; it was given again on {day}.", **values)
    return stays + _because(difference)


def _due(difference: Difference, _whose: str) -> str:
    values = {"thing": _named(difference), "before": difference.before, "after": difference.after}
    if difference.kind == "slipped":
        moved = _("The {thing} slipped from {before} to {after}.", **values)
    else:
        moved = _("The {thing} was brought forward from {before} to {after}.", **values)
    return moved + _because(difference, _no_reason())


def _rests_on(difference: Difference, whose: str) -> str:
    values = {"whose": whose, "evidence": difference.after or difference.before}
    if difference.kind == "evidence_added":
        if whose:
            return _("New evidence for the {whose}: ‘{evidence}’.", **values)
        return _("New evidence: ‘{evidence}’.", **values)
    if whose:
        return _("No longer cited as evidence for the {whose}: ‘{evidence}’.", **values)
    return _("No longer cited as evidence: ‘{evidence}’.", **values)


def _linked(difference: Difference, whose: str) -> str:
    values = {
        "place": _in_field(difference, whose),
        "thing": difference.after or difference.before,
    }
    if difference.kind == "linked":
        return _("Now named under {place}: ‘{thing}’.", **values)
    return _("No longer named under {place}: ‘{thing}’.", **values)


def _renamed(difference: Difference, _whose: str) -> str:
    return _(
        "The {thing} has another id: {change}",
        thing=_named(difference),
        change=_before_and_after(difference),
    )


def _renumbered(difference: Difference, whose: str) -> str:
    return _(
        "Other number, {place}: {change}",
        place=_in_field(difference, whose),
        change=_before_and_after(difference),
    )


def _retargeted(difference: Difference, whose: str) -> str:
    return _(
        "Other aim, {place}: {change}",
        place=_in_field(difference, whose),
        change=_before_and_after(difference),
    )


def _reported(difference: Difference, _whose: str) -> str:
    return _(
        "Reported on the {thing}: {after}",
        thing=_named(difference),
        after=_ended(difference.after or ""),
    )


def _restated(difference: Difference, _whose: str) -> str:
    return _(
        "Restated: {title}: {before} became {after}.",
        title=difference.title,
        before=difference.before,
        after=difference.after,
    )


def _changed(difference: Difference, whose: str) -> str:
    return _(
        "Changed, {place}: {change}",
        place=_in_field(difference, whose),
        change=_before_and_after(difference),
    )


_SENTENCES: dict[str, Callable[[Difference, str], str]] = {
    "added": _added,
    "removed": _removed,
    "renamed": _renamed,
    "moved": _moved,
    "renumbered": _renumbered,
    "reworded": _reworded,
    "retargeted": _retargeted,
    "evidence_added": _rests_on,
    "evidence_removed": _rests_on,
    "judgement_changed": _judgement_changed,
    "status_changed": _status,
    "confirmed": _confirmed_again,
    "slipped": _due,
    "brought_forward": _due,
    "reported": _reported,
    "linked": _linked,
    "unlinked": _linked,
    "restated": _restated,
    "changed": _changed,
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
