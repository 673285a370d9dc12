"""How a workbook is merged, and what it changes."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import attrs

from sendframe.errors import Location
from sendframe.model import short_repr

__all__ = ["Beginnings", "Change", "Options"]


@attrs.frozen
class Options:
    """How a workbook is merged.

    Attributes:
        remove: Whether rows are removed that are gone from the workbook.
        take: Which side is taken where both were changed; empty for neither.
        keep: Headings of authors' own columns that are kept in the documents.
        left_out: Cells that are not read, as sheet and cell; a new row with one of them is left out.
    """

    __repr__ = short_repr

    remove: bool = False
    take: Literal["", "workbook", "files"] = ""
    keep: tuple[str, ...] = ()
    left_out: frozenset[tuple[str | None, str | None]] = frozenset()


@attrs.frozen(eq=False)
class Beginnings:
    """How documents are begun that the folder does not have.

    Attributes:
        is_taken: Returns whether the folder has a file of a name.
        starts: What a document of a kind that is made for new rows begins with after its title:
            scales, by the names of their members.
        is_begun: Whether all documents are the frames that the workbook remembers.
    """

    __repr__ = short_repr

    is_taken: Callable[[str], bool]
    starts: Mapping[str, Mapping[str, Any]]
    is_begun: bool


@attrs.frozen
class Change:
    """A change that a workbook makes.

    Attributes:
        location: The cell, or the sheet of a row that was removed.
        file: The document that is changed.
        row: What the row is recognised by.
        heading: The heading of the cell; empty for a whole row.
        before: What the documents said; empty for nothing.
        after: What they say now; empty for nothing.
        read_as: How a date was read that was written otherwise; empty where it was written so.
    """

    __repr__ = short_repr

    location: Location
    file: str
    row: str
    heading: str
    before: str = ""
    after: str = ""
    read_as: str = ""
