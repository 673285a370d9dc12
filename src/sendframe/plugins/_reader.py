"""What a reader is: from a file that somebody publishes to figures and evidence."""

from collections.abc import Callable
from typing import BinaryIO, final

import attrs

from sendframe.errors import Diagnostic
from sendframe.model import Evidence, Example, NoOptions, Observations, ObservationSet, Review

__all__ = ["Account", "Import", "LeftOut", "Reader", "ReaderSource"]


@final
@attrs.frozen(eq=False)
class ReaderSource:
    """A file that is to be read: open, for reading only. A reader never sees a path.

    Attributes:
        name: Its name, without a folder.
        size: How many bytes it has.
        stream: The open file, at its beginning.
    """

    name: str
    size: int
    stream: BinaryIO


@final
@attrs.frozen
class LeftOut:
    """Rows that were read and not used.

    Attributes:
        reason: Why, as one short phrase.
        rows: How many, at least 1.
        first_row: The first of them, counted from 1 as a spreadsheet counts, headings included.
    """

    reason: str
    rows: int
    first_row: int


@final
@attrs.frozen
class Account:
    """What became of every row, so that none is dropped in silence.

    Attributes:
        rows_read: Rows that hold data.
        rows_used: Rows of which something was taken over.
        left_out: The others, by reason.
    """

    rows_read: int
    rows_used: int
    left_out: tuple[LeftOut, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every row that was read is accounted for."""
        return self.rows_read == self.rows_used + sum(rows.rows for rows in self.left_out)


@final
@attrs.frozen
class Import:
    """What a reader made of a file.

    Attributes:
        observations: Figures, with the releases they are from and what symbols mean in them; None
            for a file that holds none.
        evidence: Other evidence.
        reviews: Inspections and other reviews, each a document of its own.
        account: What became of the rows.
        diagnostics: What is wrong, with the line and column in the file. An error among them
            means that nothing of the file may be used.
        table: Many figures as columns, which is many times faster than one by one; then
            ``observations`` holds none and says what symbols, areas and releases mean.
    """

    observations: ObservationSet | None = None
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()
    account: Account = Account(0, 0)
    diagnostics: tuple[Diagnostic, ...] = ()
    table: Observations | None = None


@final
@attrs.frozen
class Reader:
    """A way to read files that others publish.

    Attributes:
        id: Its id, such as ``kent.panel``.
        title: What it reads.
        manual: Which files, in which layouts, and what it leaves out.
        read: From an open file and the options chosen to figures: it reads nothing else.
        options: attrs class of its options.
        examples: Worked examples: the bytes of a small file, and the `Import` they give.
    """

    id: str
    title: str
    manual: str
    read: Callable[[ReaderSource, object], Import]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
