"""Rows about the same thing with different figures: a column tells them apart that is not read."""

from collections.abc import Sequence

import attrs

from sendframe.plugins import is_number_text

from .csv_table import CsvTable, Row, cells_at
from .row_account import RowAccount

__all__ = ["RepeatedRows"]

_LONGEST_SYMBOL = 3


@attrs.define(eq=False)
class RepeatedRows:
    """Finds the first two rows, of those read together, that are about the same thing.

    Attributes:
        unread: Where the columns stand that are not read.
        read: Where the figures stand.
    """

    unread: Sequence[int]
    read: Sequence[int]
    _pair: tuple[Row, Row, tuple[int, ...]] | None = None

    def see(self, rows: Sequence[Row], codes: Sequence[Sequence[int]]) -> None:
        """Take notice of some rows.

        Args:
            rows: The rows.
            codes: For each row, the codes of its part, its area and its period.
        """
        if self._pair is not None or not self.unread:
            return
        figures = cells_at(self.read)
        first: dict[tuple[int, ...], Row] = {}
        for row, key in zip(rows, zip(*codes, strict=True), strict=True):
            other = first.setdefault(key, row)
            if other is row or figures(other.cells) == figures(row.cells):
                continue
            differing = tuple(
                place for place in self.unread if _differ(other.cells[place], row.cells[place])
            )
            if differing:
                self._pair = other, row, differing
                return

    def report(self, table: CsvTable, account: RowAccount) -> None:
        """Report them, with the columns whose words differ."""
        if self._pair is None:
            return
        other, row, places = self._pair
        names = ", ".join(f"'{table.header[place]}'" for place in places[:8])
        message = (
            f"the row is about the same area, period and part as row {other.number:,}, and has other "
            f"figures: they differ in columns that the mapping does not name, {names}"
        )
        help_ = "Name them under 'filters' in the mapping, with the label of the total."
        account.report("dfe.column", message, help_, row)


def _differ(one: str, other: str) -> bool:
    """Say whether two cells have different words; numbers and symbols are figures."""
    texts = {one.strip(), other.strip()}
    return len(texts) > 1 and any(
        len(text) > _LONGEST_SYMBOL and not is_number_text(text) for text in texts
    )
