"""The record of a reader: from a published file to figures and evidence."""

from collections.abc import Callable
from typing import BinaryIO, final

import attrs

from sendframe.errors import Diagnostic
from sendframe.model import (
    Evidence,
    Example,
    NoOptions,
    Observations,
    ObservationSet,
    Review,
    short_repr,
)

__all__ = ["Account", "Import", "LeftOut", "Reader", "ReaderSource"]


@final
@attrs.frozen(eq=False)
class ReaderSource:
    """The file that a reader reads, open for reading; a reader gets no path.

    Attributes:
        name: Its name, without a folder.
        size: How many bytes it has.
        stream: The open file, at its beginning.

    Hook: ``sendframe_readers``.
    """

    __repr__ = short_repr

    name: str
    size: int
    stream: BinaryIO


@final
@attrs.frozen
class LeftOut:
    """Rows that a reader read and did not use.

    Attributes:
        reason: The reason, as one short phrase.
        rows: How many, at least 1.
        first_row: The first of them, counted from 1 with headings, as in a spreadsheet.

    Hook: ``sendframe_readers``.
    """

    __repr__ = short_repr

    reason: str
    rows: int
    first_row: int


@final
@attrs.frozen
class Account:
    """The numbers of rows that a reader read, used and left out; none may be missing.

    Attributes:
        rows_read: Rows with data.
        rows_used: Rows of which something was used.
        left_out: The others, by reason.
        read_as: What the reader took the file for: which table, of which release.
        columns_not_read: Names of the columns from which nothing was used, as the file has them.

    Hook: ``sendframe_readers``.
    """

    rows_read: int
    rows_used: int
    left_out: tuple[LeftOut, ...] = ()
    read_as: str = ""
    columns_not_read: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every row that was read is accounted for."""
        return self.rows_read == self.rows_used + sum(rows.rows for rows in self.left_out)


@final
@attrs.frozen
class Import:
    """The result of a reader.

    Attributes:
        observations: Figures, with their releases and the meaning of symbols; None for a file
            without figures.
        evidence: Other evidence.
        reviews: Inspections and other reviews, each a document of its own.
        account: The numbers of rows.
        diagnostics: Problems, with line and column in the file. If one is an error, nothing of the
            file is used.
        table: Figures as columns, which is many times faster for many figures; then
            ``observations`` contains only the meaning of symbols, areas and releases.

    Hook: ``sendframe_readers``.
    """

    __repr__ = short_repr

    observations: ObservationSet | None = None
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()
    account: Account = Account(0, 0)
    diagnostics: tuple[Diagnostic, ...] = ()
    table: Observations | None = None


@final
@attrs.frozen
class Reader:
    """A contribution of the hook ``sendframe_readers``: reads published files.

    Attributes:
        id: Its id, such as ``kent.panel``.
        title: What it reads, as a short phrase.
        manual: Which files, in which layouts, and what it leaves out.
        read: Returns the import of an open file, with the chosen options; it reads nothing else.
        options: The attrs class of its options.
        examples: Worked examples: the bytes of a small file, and the `Import` it gives.

    Hook: ``sendframe_readers``.
    """

    id: str
    title: str
    manual: str
    read: Callable[[ReaderSource, object], Import]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
