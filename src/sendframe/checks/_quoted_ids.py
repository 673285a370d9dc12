"""Ids in a message, the first ones by name and the others as a number."""

from collections.abc import Iterable

from sendframe.language import gettext as _
from sendframe.language import joined

__all__ = ["quoted_ids"]

_MOST = 3


def quoted_ids(ids: Iterable[str]) -> str:
    """Return ids in quotes for a message: the first three, and how many more there are.

    A report prints names in place of the quoted ids.

    Examples:
        >>> quoted_ids(["letters", "panel"])
        "'letters' and 'panel'"
        >>> quoted_ids(["a", "b", "c", "d", "e"])
        "'a', 'b', 'c' and 2 more"
    """
    quoted = [f"'{id_}'" for id_ in ids]
    if len(quoted) > _MOST:
        quoted[_MOST:] = [_("{number} more", number=len(quoted) - _MOST)]
    return joined(quoted)
