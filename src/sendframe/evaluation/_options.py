"""Convert the options in a portfolio to the options class of a contribution."""

from typing import TYPE_CHECKING, Any, get_args

import attrs

from sendframe.documents import converter
from sendframe.errors import SendframeError
from sendframe.language import gettext as _
from sendframe.model import DOCUMENT_CLASSES, Document, FrozenMap, Json, thaw

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
    given = {
        field.name: _content(raw[field.name], field)
        for field in attrs.fields(declared)
        if field.name in raw
    }
    try:
        options: object = converter().structure(given, declared)
    except Exception as error:  # cattrs raises groups of whatever went wrong
        raise InvalidOptions(next(_problems(error), _("they do not go together"))) from error
    return options


def _content(value: Json, field: "attrs.Attribute[Any]") -> Any:
    """Return the value of an option; of a whole document without the name of its schema.

    Raises:
        InvalidOptions: It is a document of another kind than the option takes.
    """
    plain = thaw(value)
    if not isinstance(plain, dict) or "$schema" not in plain:
        return plain
    schema = str(plain.pop("$schema")).rpartition("/")[2].removesuffix(".schema.json")
    wanted = [
        kind
        for kind in (field.type, *get_args(field.type))
        if isinstance(kind, type) and issubclass(kind, Document)
    ]
    if wanted and DOCUMENT_CLASSES.get(schema) not in wanted:
        raise InvalidOptions(
            _(
                "{name}: this is a document of the kind '{given}', and one of the kind '{wanted}' "
                "is needed",
                name=field.name,
                given=schema,
                wanted=wanted[0].kind_of_thing,
            )
        )
    return plain


def _problems(error: BaseException) -> "Iterator[str]":
    """Yield the problems, each beginning with its field and without any of the values."""
    for inner in getattr(error, "exceptions", ()):
        notes: list[Any] = getattr(inner, "__notes__", [])
        field_name = next((str(note.name) for note in notes if hasattr(note, "name")), "")
        if isinstance(inner, TypeError):
            yield f"{field_name}: {inner}"
        elif field_name:
            yield _("{name}: this cannot be read", name=field_name)
