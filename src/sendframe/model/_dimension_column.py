"""The columns of a table that are about a dimension."""

import re

__all__ = ["dimension_of"]

_DIMENSION = re.compile(r"dimension\.([A-Za-z0-9][A-Za-z0-9._-]*)")


def dimension_of(column: str) -> str | None:
    """Return the dimension that a column of a table is about; None for any other column.

    Examples:
        >>> dimension_of("dimension.need"), dimension_of("value")
        ('need', None)
    """
    match = _DIMENSION.fullmatch(column)
    return match[1] if match else None
