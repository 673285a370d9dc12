"""Which file of which release a table is, where several have the same columns."""

from collections.abc import Sequence
from operator import itemgetter

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
    for rows in table.chunks():
        cells = (row.cells for row in rows if len(row.cells) > max(when, kind))
        pairs = set(map(itemgetter(when, kind), cells))
        newest = max([newest, *(year.strip() for year, _ in pairs)])
        is_academic |= any(name.strip().casefold() == _ACADEMIC for _, name in pairs)
    period = "january" if is_academic else "published"
    of_kind = [pair for pair in fitting if pair[1].period == period] or list(fitting)
    ordered = sorted(of_kind, key=lambda pair: pair[1].newest or "")
    return next((pair for pair in ordered if (pair[1].newest or "") >= newest), ordered[-1])
