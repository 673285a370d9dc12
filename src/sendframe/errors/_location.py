"""Locations in documents."""

import attrs

from ._pointer import pointer_tokens

__all__ = ["Location"]


def _json_path(pointer: str) -> str:
    """Turn an RFC 6901 pointer into a JSON path (RFC 9535, normalised where names need quotes)."""
    path = "$"
    for name in pointer_tokens(pointer):
        if name.isascii() and name.isdigit():
            path += f"[{name}]"
        elif name.isascii() and name.isidentifier():
            path += f".{name}"
        else:
            quoted = name.replace("\\", "\\\\").replace("'", "\\'")
            path += f"['{quoted}']"
    return path


@attrs.frozen
class Location:
    """A place in a document.

    Attributes:
        file: The file as it was named by the user, with ``/`` between folders; None for
            a value that never came from a file.
        pointer: JSON pointer (RFC 6901) to the value; the empty string is the whole document.
        line: Line of the file, from 1; None where it is not known.
        column: Column of the line in characters, from 1; None where it is not known.
        sheet: Sheet of a workbook, or table of a text, that *file* contains; None for any other file.
        cell: Cell of the sheet, such as ``I2``; None for the whole sheet.

    Examples:
        >>> print(Location("strategy.json", "/priorities/0/id", 4, 13))
        strategy.json:4:13
        >>> Location("strategy.json", "/priorities/0/id").path
        '$.priorities[0].id'
        >>> print(Location("plan.xlsx", sheet="Actions", cell="I2"))
        plan.xlsx[Actions]!I2

    Hooks: ``sendframe_checks`` and ``sendframe_readers``.
    """

    file: str | None = None
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    @property
    def path(self) -> str:
        """The same place as a JSON path, such as ``$.priorities[0].id``."""
        return _json_path(self.pointer)

    def __str__(self) -> str:
        parts = [self.file or "<document>"]
        if self.sheet is not None:
            cell = f"!{self.cell}" if self.cell else ""
            return f"{parts[0]}[{self.sheet}]{cell}"
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)
