"""Which periods of a file have rows about the whole, and what else stands in their place."""

from collections.abc import Sequence

import attrs

from sendframe.plugins import FrozenMap, Period, Severity

from .breakdown import BreakdownColumn
from .csv_table import CsvTable
from .row_account import Rejection, RowAccount

__all__ = ["Totals"]

MOST_LABELS = 8


@attrs.define(eq=False)
class Totals:
    """Counts nothing but which parts were there in which period.

    Attributes:
        breakdowns: The columns that say which part of the whole a row is about.
    """

    breakdowns: Sequence[BreakdownColumn]
    _with_total: set[int] = attrs.field(factory=set)
    _periods: set[int] = attrs.field(factory=set)
    _labels: dict[str, None] = attrs.field(factory=dict)

    def see(
        self,
        cells: Sequence[Sequence[str]],
        parts: Sequence[int],
        periods: Sequence[int],
        meanings: Sequence[FrozenMap[str] | Rejection],
    ) -> None:
        """Take notice of some rows.

        Args:
            cells: What stands in them.
            parts: For each row, the code of the part that it is about.
            periods: For each row, the code of its period.
            meanings: What the codes of parts mean: the whole is an empty one.
        """
        pairs = set(zip(parts, periods, strict=True))
        self._periods.update(period for _, period in pairs)
        self._with_total.update(period for part, period in pairs if not meanings[part])
        if len(self._labels) < MOST_LABELS:
            for column in self.breakdowns:
                self._labels.update(dict.fromkeys(row[column.column].strip()[:60] for row in cells))

    def report(
        self, periods: Sequence[Period | Rejection], table: CsvTable, account: RowAccount
    ) -> None:
        """Report periods of which the file has parts, and no row about the whole.

        It is an error where that is the newest: what the file is read for is not in it.
        """
        if not all(column.whole for column in self.breakdowns):
            return  # no row of such a file is about the whole
        seen = {code: periods[code] for code in sorted(self._periods)}
        dated = {code: period for code, period in seen.items() if not isinstance(period, Rejection)}
        lacking = {code: dated[code] for code in dated if code not in self._with_total}
        if not lacking:
            return
        newest = max(period.last_day for period in dated.values())
        is_error = any(period.last_day == newest for period in lacking.values())
        ordered = sorted(lacking.values(), key=lambda period: (period.last_day, str(period)))
        names = ", ".join(f"'{table.header[column.column]}'" for column in self.breakdowns)
        of = ", ".join(map(str, ordered[-MOST_LABELS:]))
        message = f"no row is the total of {of}: none is named as one in {names}"
        labels = ", ".join(f"'{label}'" for label in [*self._labels][:MOST_LABELS] if label)
        help_ = f"There are {labels}: get the file again, or name its total in a mapping."
        severity: Severity = "error" if is_error else "warning"
        account.report("dfe.total", message, help_, severity=severity)
