"""The error about a table that lists children, before anything of it is read."""

from collections.abc import Iterable

from sendframe.identifiers import child_columns

from ._diagnostic import Diagnostic
from ._location import Location

__all__ = ["child_list_error"]


def child_list_error(header: Iterable[str], location: Location | None = None) -> Diagnostic | None:
    """Return the error about a table with columns about single children (SFR705); None without any.

    It quotes names of columns only.

    Args:
        header: The names of its columns.
        location: Where they stand.

    Examples:
        >>> child_list_error(["UPN", "area"]).message
        "this is a list of children: it has the column 'UPN'"
        >>> child_list_error(["area", "value"])
    """
    names = [f"'{name}'" for name in child_columns(header)]
    if not names:
        return None
    columns = "column" if len(names) == 1 else "columns"
    message = f"this is a list of children: it has the {columns} {', '.join(names)}"
    help_ = "Nothing of it was kept. Count the children, and give the totals."
    return Diagnostic("SFR705", message, location or Location(), help=help_)
