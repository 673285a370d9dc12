"""Share the width of a table among its columns."""

import math
from collections.abc import Iterable, Sequence

import attrs

__all__ = ["Extent", "column_extent", "column_widths", "text_extent"]

_NARROW = frozenset("iljtfrI.,:;'’‘|!()[]-/ ")
_WIDE = frozenset("mwMW%@—●■▲◆▬✕○◐⊗")
_LONGEST_WORD = 120.0
"""Longer words break, in points."""

_MOST_OF_A_LENGTH = 1e6
_STEPS = 50
"""So often the share is halved until the widths add up to those of the page."""

_STRETCH = 1.6
"""Columns are at most so many times as wide as their texts."""


@attrs.frozen
class Extent:
    """How wide something is.

    Attributes:
        least: Its width with a line break after each word, in points.
        most: Its width with no line break within its lines, in points.
        length: Width of its lines together, in points.
    """

    least: float = 0.0
    most: float = 0.0
    length: float = 0.0

    def above(self, other: "Extent") -> "Extent":
        """Return the extent of this above another."""
        least, most = max(self.least, other.least), max(self.most, other.most)
        return Extent(least, most, self.length + other.length)


def text_extent(text: str, size: float, *, bold: bool = False) -> Extent:
    """Return about how wide a text is in a common typeface.

    Args:
        text: The text.
        size: Size of its type in points.
        bold: Whether it is bold.
    """
    factor = size * (1.08 if bold else 1.0)
    words = [sum(map(_em, word)) * factor for word in text.split(" ")]
    most = sum(words) + _em(" ") * factor * (len(words) - 1)
    return Extent(min(max(words), _LONGEST_WORD), most, most)


def column_extent(cells: Iterable[Extent]) -> Extent:
    """Return the extent of a column: cells that make their row high count most for its length."""
    extent, squares = Extent(), 0.0
    for cell in cells:
        extent = extent.above(cell)
        squares += cell.length**2
    return attrs.evolve(extent, length=math.sqrt(squares))


def column_widths(extents: Sequence[Extent], available: float, gap: float) -> tuple[float, ...]:
    """Return the widths of columns, which add up to *available* or less, in points.

    A table of short texts is not stretched much, so that they stay near each other. Otherwise each
    column has the width of its longest word where that fits, and what is left over is shared so that
    widths go by the lengths of texts: cells of one row are then about equally high.

    Args:
        extents: The columns.
        available: Width of the table.
        gap: Space within each column beside its text.

    Examples:
        >>> column_widths((Extent(20, 20), Extent(20, 20)), 60, 5)
        (30.0, 30.0)
        >>> column_widths((Extent(20, 20), Extent(20, 20)), 100, 5)
        (40.0, 40.0)
        >>> [round(width) for width in column_widths((Extent(40, 90, 90), Extent(40, 400, 360)), 200, 0)]
        [40, 160]
        >>> column_widths((Extent(100, 100), Extent(300, 300)), 200, 0)
        (50.0, 150.0)
    """
    least = [extent.least + gap for extent in extents]
    if sum(least) >= available:
        return tuple(available * width / sum(least) for width in least)
    most = [extent.most + gap for extent in extents]
    if sum(most) <= available:
        return tuple(min(available / sum(most), _STRETCH) * width for width in most)

    def widths(share: float) -> tuple[float, ...]:
        return tuple(
            max(extent.least, min(extent.most, share * extent.length)) + gap for extent in extents
        )

    low, high = 0.0, 1.0
    while sum(widths(high)) < available and high < _MOST_OF_A_LENGTH:
        high *= 2
    for _ in range(_STEPS):
        share = (low + high) / 2
        low, high = (share, high) if sum(widths(share)) <= available else (low, share)
    return widths(low)


def _em(char: str) -> float:
    """Return about how wide a character is, in em."""
    if char in _NARROW:
        return 0.3
    if char in _WIDE:
        return 0.88
    return 0.69 if char.isupper() or not char.isascii() else 0.56
