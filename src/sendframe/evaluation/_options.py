"""Options that a portfolio chose for a contribution, as the class the contribution declared."""

from typing import TYPE_CHECKING, Any

import attrs

from sendframe.documents import converter
from sendframe.errors import SendframeError
from sendframe.model import FrozenMap, Json, thaw

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["WrongOptions", "options_of"]


@attrs.frozen
class WrongOptions(SendframeError, ValueError):
    """Options are not what a contribution expects.

    Attributes:
        problem: What is wrong, without any of the values.
    """

    problem: str

    def __str__(self) -> str:
        return self.problem


def options_of(declared: type, given: Json) -> object:
    """Return options as the class that was declared.

    Args:
        declared: The class; an attrs class.
        given: The options as they stand in ``portfolio.json``.

    Raises:
        WrongOptions: They are not what the class asks for.
    """
    if not isinstance(given, FrozenMap):
        raise WrongOptions("they are an object { }")
    unknown = sorted(set(given) - {each.name for each in attrs.fields(declared)})
    if unknown:
        known = ", ".join(each.name for each in attrs.fields(declared)) or "none"
        raise WrongOptions(f"there is no option '{unknown[0]}'; there are: {known}")
    try:
        made: object = converter().structure(thaw(given), declared)
    except Exception as error:  # cattrs raises groups of whatever went wrong
        raise WrongOptions(next(_problems(error), "they do not go together")) from error
    return made


def _problems(error: BaseException) -> "Iterator[str]":
    """Yield what is wrong, the field first; no text but our own is repeated."""
    for each in getattr(error, "exceptions", ()):
        notes: list[Any] = getattr(each, "__notes__", [])
        field = next((str(note.name) for note in notes if hasattr(note, "name")), "")
        if isinstance(each, TypeError):
            yield f"{field}: {each}"
        elif field:
            yield f"{field}: this cannot be read"
