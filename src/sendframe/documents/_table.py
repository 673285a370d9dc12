"""Figures in a CSV table beside the document that says what its symbols mean."""

from sendframe.errors import Diagnostic
from sendframe.model import Observations, ObservationSet

from ._document_ids import DocumentIds
from ._table_columns import read_columns

__all__ = ["read_table"]


def read_table(
    data: bytes, file: str | None, meta: ObservationSet, names: DocumentIds | None = None
) -> tuple[Observations, list[Diagnostic]]:
    """Read every row of a table.

    A sound table is read by columns. Any other is read again row by row, to say what is wrong
    with which cell.

    Args:
        data: The CSV: UTF-8 with or without a byte order mark, a header, commas.
        file: Its name in the report.
        meta: The document that says what symbols mean and which areas and releases there are.
        names: The ids of that document, for where areas and releases stand in it.

    Returns:
        The figures with where each was read, and every problem found (SFR201, SFR401 to SFR406).
        Where there are problems no figures are to be used.
    """
    table = read_columns(data, file, meta)
    if table is not None:
        return table, []
    from ._table_problems import find_table_problems  # sound tables do not need it

    rows, problems = find_table_problems(data, file, meta, names)
    return Observations.of(rows), problems
