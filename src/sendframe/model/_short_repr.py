"""A ``repr`` with ids and counts, and without anything that people wrote or that is counted."""

from collections.abc import Sized
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs

from ._constraint import Pattern
from ._full_text import is_full_text

__all__ = ["short_repr"]

_IDS = frozenset(
    [
        *("about", "area", "code", "comparator", "fault", "id", "indicator", "kind"),
        *("plugin", "profile", "release", "rule"),
    ]
)
"""Fields of classes without constraints that hold an id or a code."""

_NO_LINK = "^(http"


def short_repr(value: Any) -> str:
    """Return the ``repr`` of a value of an attrs class: its ids, codes, days and counts.

    Text and figures are left out, and so is what is as it is by default.
    """
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(value))
    pairs = [(field, getattr(value, field.name)) for field in fields if field.repr]
    if is_full_text():
        shown = [f"{field.name}={member!r}" for field, member in pairs]
        return f"{type(value).__name__}({', '.join(shown)})"
    words = [_shown(field, member) for field, member in pairs]
    return f"<{' '.join([type(value).__name__, *filter(None, words)])}>"


def _shown(field: "attrs.Attribute[Any]", value: Any) -> str:
    """Return what is shown of a field; an empty text for nothing."""
    if value is None or (isinstance(field.default, bool | int | str) and value == field.default):
        return ""
    if isinstance(value, str):
        if not (field.name in _IDS or _is_code(field.type)):  # type: ignore[arg-type]  # classes can be hashed
            return ""
        return repr(value) if field.name == "id" else f"{field.name}={value!r}"
    if isinstance(value, bool | int | date):
        return f"{field.name}={value}"
    if isinstance(value, Sized) and not isinstance(value, bytes):
        return f"{field.name}={len(value)}" if len(value) else ""
    # A period; one in words is text.
    return f"{field.name}={str(value)!r}" if getattr(value, "is_dated", False) else ""


@cache
def _is_code(hint: Any) -> bool:
    """Return whether a type is that of ids, codes or fixed words."""
    origin = get_origin(hint)
    if origin is Literal:
        return True
    if origin is Annotated:
        patterns = [part for part in hint.__metadata__ if isinstance(part, Pattern)]
        return any(not pattern.regex.startswith(_NO_LINK) for pattern in patterns)
    return origin in (Union, UnionType) and any(map(_is_code, get_args(hint)))
