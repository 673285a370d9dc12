"""Which revision of a release a file is: the first, or a later one."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from zlib import crc32

from sendframe.plugins import MappedFile, ObservedArea, Release, ReleaseMapping, is_number_text

from .csv_table import CsvTable, Row
from .row_account import RowAccount

__all__ = ["FirstRelease", "checksum"]


@cache
def _checksums() -> dict[str, dict[str, dict[str, str]]]:
    """Return checksums of the totals of the newest period, by release, file and area."""
    path = files("sendframe_dfe") / "first_releases.json"
    data: dict[str, dict[str, dict[str, str]]] = json.loads(path.read_text(encoding="utf-8"))
    return data


def checksum(cells: Iterable[str]) -> str:
    """Return a checksum of cells, the same however their numbers are written.

    Examples:
        >>> checksum(["45", "x"]) == checksum([" 45.0", "x"]) != checksum(["46", "x"])
        True
    """
    texts = (cell.strip() for cell in cells)
    numbers = (repr(float(text)) if is_number_text(text) else text for text in texts)
    return f"{crc32(chr(31).join(numbers).encode()):08x}"


class FirstRelease:
    """Compares the rows of a file with those of the first release.

    Args:
        table: The table.
        mapping: The release.
        file: Which of its files it is.
    """

    def __init__(self, table: CsvTable, mapping: ReleaseMapping, file: MappedFile) -> None:
        self._mapping = mapping
        self._file = file
        self._known = _checksums().get(mapping.release.id, {}).get(file.title)
        self._when = table.places("time_period")[0]
        self._places = mapped_places(table, file)
        self._same = 0
        self._others: list[tuple[Row, str]] = []

    def compare(self, rows: Iterable[tuple[Row, ObservedArea]]) -> None:
        """Compare rows about the whole, each with its area."""
        if not self._known:
            return
        for row, area in rows:
            expected = self._known.get(area.code)
            if expected is None or row.cells[self._when].strip() != self._file.newest:
                continue
            if checksum(row.cells[place] for place in self._places) == expected:
                self._same += 1
            else:
                self._others.append((row, area.name))

    def release(self, account: RowAccount) -> Release:
        """Return the release of the file; what differs from the first one is reported."""
        known = self._mapping.release
        if self._known is None or (self._same and not self._others):
            return known
        if not self._others:
            note = "No row shows whether the file is the first release or a later revision."
            return known.changed(published_on=None, note=note)
        row, name = self._others[0]
        of = self._same + len(self._others)
        message = (
            f"{len(self._others)} of {of} areas differ from the first release of "
            f"{known.published_on}, the first being {name}: it is a later revision, or was changed"
        )
        help_ = "Say which it is, and of which day, with --option release=@FILE."
        account.report("dfe.release", message, help_, row, severity="warning")
        return known.changed(
            id=f"{known.id}-revised",
            title=f"{known.title}, not the first release",
            published_on=None,
            note="Differs from the first release; the day on which it was published is not known.",
        )


def mapped_places(table: CsvTable, file: MappedFile) -> list[int]:
    """Return where the columns stand that a mapping names, in the order of their names."""
    quantities = (
        quantity
        for figure in file.figures
        for quantity in (figure.value, figure.numerator, figure.denominator)
        if quantity is not None
    )
    names = {
        name.casefold() for quantity in quantities for name in (*quantity.column, *quantity.sum_of)
    }
    return [place for name in sorted(names) for place in table.places(name)[:1]]
