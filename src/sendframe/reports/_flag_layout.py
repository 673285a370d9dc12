"""Place words beside uprights, in rows above a plot, so that none covers another."""

from collections.abc import Iterable, Sequence

import attrs

from ._text_measure import lines_width

__all__ = ["Flag", "PlacedFlag", "place_flags", "rows_of"]

_BESIDE = 5.0
_APART = 4.0


@attrs.frozen
class Flag:
    """Words at an upright.

    Attributes:
        x: Place of the upright.
        lines: The words.
        role: Colour of the upright and the words.
        bold: Whether the words are bold.
    """

    x: float
    lines: tuple[str, ...]
    role: str = "muted"
    bold: bool = False

    @property
    def width(self) -> float:
        """Width of the words."""
        return lines_width(self.lines, bold=self.bold)


@attrs.frozen
class PlacedFlag:
    """A flag with its place.

    Attributes:
        flag: The flag.
        left: Left end of its words.
        row: Row of its last line, counted from 0 upwards.
        is_tied: Whether the upright reaches the words; otherwise other words stand between.
    """

    flag: Flag
    left: float
    row: int
    is_tied: bool = True

    @property
    def top_row(self) -> int:
        """The first row above its words."""
        return self.row + len(self.flag.lines)

    @property
    def upright_rows(self) -> int:
        """How many rows the upright reaches: beside its words, or up to them."""
        if not self.is_tied:
            return 0
        return self.row if self.covers(self.flag.x) else self.top_row

    def covers(self, x: float) -> bool:
        """Return whether the words stand where an upright at *x* would pass."""
        return self.left - _APART / 2 < x < self.left + self.flag.width + _APART / 2

    def meets(self, other: "PlacedFlag") -> bool:
        """Return whether words and uprights of two flags cover each other."""
        if self.flag.lines and other.flag.lines:
            beside = (
                self.left < other.left + other.flag.width + _APART
                and other.left < self.left + self.flag.width + _APART
            )
            if beside and self.row < other.top_row and other.row < self.top_row:
                return True
        return self.is_crossed_by(other) or other.is_crossed_by(self)

    def is_crossed_by(self, other: "PlacedFlag") -> bool:
        """Return whether the upright of another flag passes through the words."""
        return other.is_tied and self.row < other.top_row and self.covers(other.flag.x)


def place_flags(flags: Sequence[Flag], low: float, high: float) -> tuple[PlacedFlag, ...]:
    """Return each flag with a place between *low* and *high*, in as few rows as found."""
    from_left = sorted(flags, key=lambda flag: flag.x)
    attempts = [
        _place_in_order(order, low, high, after_first=after_first)
        for order in (from_left, from_left[::-1])
        for after_first in (True, False)
    ]
    return min(
        attempts, key=lambda placed: (sum(not flag.is_tied for flag in placed), rows_of(placed))
    )


def rows_of(placed: Iterable[PlacedFlag]) -> int:
    """Return how many rows the words take."""
    return max((flag.top_row for flag in placed), default=0)


def _place_in_order(
    flags: Iterable[Flag], low: float, high: float, *, after_first: bool
) -> tuple[PlacedFlag, ...]:
    placed: list[PlacedFlag] = []
    for flag in flags:
        *sides, over = _lefts(flag, low, high)
        lefts = [*(sides if after_first else sides[::-1]), over]
        placed.append(_first_free(flag, placed, lefts))
    return tuple(placed)


def _first_free(flag: Flag, placed: list[PlacedFlag], lefts: list[float]) -> PlacedFlag:
    above = rows_of(placed)
    for row in range(above + 1):
        for left in lefts:
            candidate = PlacedFlag(flag, left, row)
            if not any(candidate.meets(other) for other in placed):
                return candidate
    return PlacedFlag(flag, lefts[-1], above, is_tied=False)


def _lefts(flag: Flag, low: float, high: float) -> list[float]:
    """Return the places of the words: after the upright, before it, or over it."""
    after, before = flag.x + _BESIDE, flag.x - _BESIDE - flag.width
    over = max(min(flag.x - flag.width / 2, high - flag.width), low)
    sides = [left for left in (after, before) if low <= left <= high - flag.width]
    return [*sides, over]
