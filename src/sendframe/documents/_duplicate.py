"""Ids that two things of one kind have."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sendframe.errors import Diagnostic, Related
from sendframe.validation import quote_value

if TYPE_CHECKING:
    from ._reference import Name, Names

__all__ = ["duplicates", "said_of"]

_SHARED = {"observed-area": ("kind", "basis"), "release": None}
"""Things that sets of figures share, and the fields in which they must agree; None for all."""


def said_of(kind: str, value: dict[str, Any]) -> Any:
    """Return in what a thing must agree with others of its id; None where there may be none."""
    if kind not in _SHARED:
        return None
    fields = _SHARED[kind]
    return value if fields is None else [value.get(each) for each in fields]


def duplicates(all_names: "Iterable[Names]") -> Iterator[Diagnostic]:
    """Yield a diagnostic for each id that two things of one kind have.

    Sets of figures share areas and releases: there each document may hold the same one.
    """
    first: dict[tuple[str, str], Name] = {}
    for names in all_names:
        for name in names.given:
            earlier = first.setdefault((name.kinds[0], name.text), name)
            shared = name.said is not None and earlier.file != name.file
            if earlier is not name and not (shared and earlier.said == name.said):
                shown = quote_value(name.text) or "this id"
                yield Diagnostic(
                    "SFR202",
                    f"two things of the kind '{name.kinds[0]}' have the id {shown}",
                    name.location,
                    help="Give one of them another id, and change what refers to it.",
                    related=(Related(earlier.location, "the same id stands here"),),
                )
