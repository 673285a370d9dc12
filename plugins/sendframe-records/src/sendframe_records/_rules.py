"""Rules that rows of a table must keep, and the account of those that do not."""

from collections.abc import Sequence

import attrs
import narwhals as nw

__all__ = ["Account", "Broken", "Rule"]

_ROUNDED_TO = 10
"""An exact number of rows would be one more sum that hidden figures could be worked out from."""


@attrs.frozen(eq=False)
class Rule:
    """What a row must keep.

    Attributes:
        text: What is wrong where it is broken; it holds nothing of any record.
        broken: Whether a row breaks it; true, false, or null where the row has nothing to break it.
        leaves_out: Whether such a row is left out; otherwise only the value is taken as unknown.
    """

    text: str
    broken: nw.Expr
    leaves_out: bool


@attrs.frozen
class Broken:
    """How many rows break a rule."""

    text: str
    rows: int
    leaves_out: bool


@attrs.frozen
class Account:
    """How many rows were read, used and left out, and why. It holds nothing of any record.

    Attributes:
        rows_read: Rows of the table.
        rows_used: Rows that figures were computed from.
        copies: Rows left out because an equal one is used.
        broken: Rows that break each rule. A row may break several.
    """

    rows_read: int
    rows_used: int
    copies: int = 0
    broken: Sequence[Broken] = ()

    def lines(self) -> list[str]:
        """Return the account as exact lines, for who has the records."""
        lines = [f"{self.rows_read:,} rows read, {self.rows_used:,} used"]
        if self.copies:
            lines.append(f"{self.copies:,} left out: equal to another row")
        for broken in self.broken:
            what = "left out" if broken.leaves_out else "used without the value"
            lines.append(f"{broken.rows:,} {what}: {broken.text}")
        return lines

    def published(self) -> str:
        """Return the account as one line with numbers rounded to ten, to be published."""
        parts = [f"{_rounded(self.rows_read)} rows read, {_rounded(self.rows_used)} used"]
        if self.copies:
            parts.append(f"{_rounded(self.copies)} equal to another")
        parts += [f"{_rounded(broken.rows)} {broken.text}" for broken in self.broken]
        return "; ".join(parts) + ". Numbers of rows are rounded to ten."


def _rounded(number: int) -> str:
    rounded = (number + _ROUNDED_TO // 2) // _ROUNDED_TO * _ROUNDED_TO
    return f"about {rounded:,}" if rounded else "fewer than five"
