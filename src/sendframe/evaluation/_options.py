"""Convert the options in a portfolio to the options class of a contribution."""

from typing import TYPE_CHECKING, Any

import attrs

from sendframe.documents import converter
from sendframe.errors import SendframeError
from sendframe.language import gettext as _
from sendframe.model import FrozenMap, Json, thaw

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["InvalidOptions", "structure_options"]


@attrs.frozen
class InvalidOptions(SendframeError, ValueError):
    """Options do not fit the options class of a contribution.

    Attributes:
        problem: What is wrong, without any of the values.
    """

    problem: str

    def __str__(self) -> str:
        return self.problem


def structure_options(declared: type, raw: Json) -> object:
    """Return options as an instance of the declared class.

    Args:
        declared: The class; an attrs class.
        raw: The options from ``portfolio.json``.

    Raises:
        InvalidOptions: The options do not fit the class.
    """
    if not isinstance(raw, FrozenMap):
        raise InvalidOptions(_("they are an object {braces}", braces="{ }"))
    unknown = sorted(set(raw) - {field.name for field in attrs.fields(declared)})
    if unknown:
        names = ", ".join(field.name for field in attrs.fields(declared)) or _("none")
        raise InvalidOptions(
            _("there is no option '{name}'; there are: {names}", name=unknown[0], names=names)
        )
    try:
        options: object = converter().structure(thaw(raw), declared)
    except Exception as error:  # cattrs raises groups of whatever went wrong
        raise InvalidOptions(next(_problems(error), _("they do not go together"))) from error
    return options


def _problems(error: BaseException) -> "Iterator[str]":
    """Yield the problems, each beginning with its field and without any of the values."""
    for inner in getattr(error, "exceptions", ()):
        notes: list[Any] = getattr(inner, "__notes__", [])
        field_name = next((str(note.name) for note in notes if hasattr(note, "name")), "")
        if isinstance(inner, TypeError):
            yield f"{field_name}: {inner}"
        elif field_name:
            yield _("{name}: this cannot be read", name=field_name)
