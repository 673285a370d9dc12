"""Which kind of column the values of a field make."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

__all__ = ["ColumnKind", "column_kind"]

ColumnKind = Literal["text", "number", "whole", "truth"]
"""Text, numbers, whole numbers, or true and false."""

_KINDS: dict[object, ColumnKind] = {float: "number", int: "whole", bool: "truth"}


def column_kind(hint: Any) -> ColumnKind:
    """Return the kind of column for a type; ``text`` for all that are no numbers.

    Examples:
        >>> column_kind(float | None), column_kind(tuple[str, ...])
        ('number', 'text')
    """
    if get_origin(hint) is Annotated:
        return column_kind(hint.__origin__)
    if get_origin(hint) in (Union, UnionType):
        members = {column_kind(member) for member in get_args(hint) if member is not NoneType}
        return members.pop() if len(members) == 1 else "text"
    return "text" if get_origin(hint) is Literal else _KINDS.get(hint, "text")
