"""Make a table of the columns in which something stands."""

from collections.abc import Iterable

from ._phrase import NOTHING
from ._report_model import Cell, Span, Table

__all__ = ["filled_table"]


def filled_table(
    caption: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[Cell, ...]],
    *,
    spans: tuple[Span, ...] = (),
    hides_caption: bool = False,
) -> Table | None:
    """Return a table without the columns that are empty in every row; None without a row.

    An empty cell of a column that is kept has a dash.

    Args:
        caption: What the table shows.
        columns: The headings, one for each cell of a row.
        rows: The rows.
        spans: Headings between the rows.
        hides_caption: Whether the caption is printed nowhere, since a heading says the same.
    """
    every = tuple(rows)
    if not every:
        return None
    kept = [
        index for index in range(len(columns)) if any(row[index] != Cell() for row in every)
    ]  # fmt: skip
    return Table(
        caption,
        tuple(columns[index] for index in kept),
        tuple(
            tuple(Cell(NOTHING) if row[index] == Cell() else row[index] for index in kept)
            for row in every
        ),
        spans=spans,
        hides_caption=hides_caption,
    )
