"""Where a figure was read."""

import attrs

from sendframe.language import gettext as _

__all__ = ["Origin"]


@attrs.frozen
class Origin:
    """The place where a figure was read.

    Attributes:
        file: The file, with ``/`` between folders; None for figures made in Python.
        line: Line of a table, from 1; None outside tables.
        entry: Position in the ``observations`` of a document, from 1; None in a table.

    Document: ``observations``; the place of a row.
    """

    file: str | None = None
    line: int | None = None
    entry: int | None = None

    def __str__(self) -> str:
        place = self.file or _("figures given in Python")
        if self.line is not None:
            return _("{file}, line {number}", file=place, number=self.line)
        if self.entry is not None:
            return _("{file}, entry {number}", file=place, number=self.entry)
        return place
