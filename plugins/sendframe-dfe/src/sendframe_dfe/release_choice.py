"""Which file of which release a table is, where several have the same columns."""

from collections.abc import Sequence

from sendframe.plugins import MappedFile, ReleaseMapping

from .csv_table import CsvTable

__all__ = ["file_of_period"]

_ACADEMIC = "academic year"


def file_of_period(
    fitting: Sequence[tuple[ReleaseMapping, MappedFile]], table: CsvTable
) -> tuple[ReleaseMapping, MappedFile]:
    """Return the file and release whose periods are those of a table.

    What is counted each January is of academic years; new plans are counted by calendar year,
    though both have the same columns. Of two releases it is the one with the same newest period,
    else the next one after it, else the last.

    Args:
        fitting: Files with the columns of the table.
        table: The table, whose rows are read here.

    Raises:
        UnreadableFile: Rows cannot be read.
    """
    when, kind = (table.places(name)[0] for name in ("time_period", "time_identifier"))
    newest, is_academic = "", False
    for row in table.rows:
        if max(when, kind) < len(row.cells):
            newest = max(newest, row.cells[when].strip())
            is_academic = is_academic or row.cells[kind].strip().casefold() == _ACADEMIC
    period = "january" if is_academic else "published"
    of_kind = [pair for pair in fitting if pair[1].period == period] or list(fitting)
    ordered = sorted(of_kind, key=lambda pair: pair[1].newest or "")
    return next((pair for pair in ordered if (pair[1].newest or "") >= newest), ordered[-1])
