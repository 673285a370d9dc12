"""The scales that the statuses of actions are given on: one for delivery, one for impact."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sendframe.errors import Diagnostic, Related
from sendframe.validation import quote_value

from ._document_ids import DocumentIds, IdOccurrence, path_of

__all__ = ["statuses_of_other_scales"]

_SCALES = {"delivery": "delivery_scale", "impact": "impact_scale"}
"""The member of a register with the scale, by the member of an action with the status."""

_SHARED = "scales"
"""The member of a scale set with its scales."""

_MAX_LISTED = 10
"""How many values a message lists."""


def statuses_of_other_scales(documents: Iterable[DocumentIds]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each status of an action that is a value of another scale.

    The delivery scale is the ``delivery_scale`` of the register. Where the register has none, it
    is that of any register of the portfolio; where no register has one, it is any scale of a scale
    set. The same holds for impact. A status that is a value of no scale is a dangling reference.

    Args:
        documents: The ids of every document.
    """
    all_ids = list(documents)
    own = [_values_by_member(ids) for ids in all_ids]
    everywhere: dict[str, dict[str, IdOccurrence]] = defaultdict(dict)
    known: dict[str, IdOccurrence] = {}
    for members in own:
        for member, values in members.items():
            everywhere[member] = values | everywhere[member]  # of two with one id, the first
            known = values | known
    for ids, members in zip(all_ids, own, strict=True):
        for status, use in _statuses(ids):
            member = _SCALES[status]
            values = members.get(member) or everywhere[member] or everywhere[_SHARED]
            if values and use.text not in values and use.text in known:
                yield _other_scale(status, use, known[use.text], values)


def _values_by_member(ids: DocumentIds) -> dict[str, dict[str, IdOccurrence]]:
    """Return the values of the scales of a document by id, by the member with these scales."""
    values: dict[str, dict[str, IdOccurrence]] = defaultdict(dict)
    for occurrence in ids.defined:
        if occurrence.kinds == ("scale-value",):
            member = str(path_of(occurrence.chain)[0])
            values[member].setdefault(occurrence.text, occurrence)
    return values


def _statuses(ids: DocumentIds) -> Iterator[tuple[str, IdOccurrence]]:
    """Yield each status of the actions of a document: which of the two it is, and its value."""
    for use in ids.used:
        if use.kinds == ("scale-value",):
            root, *_, status, _ = path_of(use.chain)
            if root == "actions":
                yield str(status), use


def _other_scale(
    status: str, use: IdOccurrence, value: IdOccurrence, values: Mapping[str, IdOccurrence]
) -> Diagnostic:
    shown = [quoted for id_ in values if (quoted := quote_value(id_))]
    listed = ", ".join([*shown[:_MAX_LISTED], *(["and others"] if shown[_MAX_LISTED:] else [])])
    first = next(iter(values.values()))
    return Diagnostic(
        "SFR212",
        f"the {status} status {quote_value(use.text) or 'given here'} is a value of another scale",
        use.location,
        help=f"Write a value of the {status} scale: {listed}.",
        related=(
            Related(value.location, "the value is defined here"),
            Related(first.location, f"the first value of the {status} scale is here"),
        ),
    )
