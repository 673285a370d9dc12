"""Share the width of a table among its columns."""

import math
from collections.abc import Sequence

import attrs

__all__ = ["Extent", "column_widths", "text_extent"]

_NARROW = frozenset("iljtfrI.,:;'’‘|!()[]-/ ")
_WIDE = frozenset("mwMW%@—●■▲◆▬✕○◐⊗")
_LONGEST_WORD = 120.0
"""Longer words break, in points."""

_STRETCH = 1.6
"""Columns are at most so many times as wide as their texts."""


@attrs.frozen
class Extent:
    """How wide something is.

    Attributes:
        least: Its width with a line break after each word, in points.
        most: Its width on one line, in points.
    """

    least: float = 0.0
    most: float = 0.0

    def above(self, other: "Extent") -> "Extent":
        """Return the extent of this above another."""
        return Extent(max(self.least, other.least), max(self.most, other.most))


def text_extent(text: str, size: float, *, bold: bool = False) -> Extent:
    """Return about how wide a text is in a common typeface.

    Args:
        text: The text.
        size: Size of its type in points.
        bold: Whether it is bold.
    """
    factor = size * (1.08 if bold else 1.0)
    words = [sum(map(_em, word)) * factor for word in text.split(" ")]
    least = min(max(words), _LONGEST_WORD)
    return Extent(least, sum(words) + _em(" ") * factor * (len(words) - 1))


def column_widths(extents: Sequence[Extent], available: float, gap: float) -> tuple[float, ...]:
    """Return the widths of columns, which add up to *available* or less, in points.

    A table of short texts is not stretched much, so that they stay near each other. Otherwise each column has the width of its longest word where that fits. What is left over goes to the
    columns that would like more, by the square root of what they would like, so that a column of
    long texts does not squeeze the others.

    Args:
        extents: The columns.
        available: Width of the table.
        gap: Space within each column beside its text.

    Examples:
        >>> column_widths((Extent(20, 20), Extent(20, 20)), 60, 5)
        (30.0, 30.0)
        >>> column_widths((Extent(20, 20), Extent(20, 20)), 100, 5)
        (40.0, 40.0)
        >>> column_widths((Extent(40, 40), Extent(40, 400)), 200, 0)
        (40.0, 160.0)
        >>> column_widths((Extent(100, 100), Extent(300, 300)), 200, 0)
        (50.0, 150.0)
    """
    least = [extent.least + gap for extent in extents]
    if sum(least) >= available:
        return tuple(available * width / sum(least) for width in least)
    most = [extent.most + gap for extent in extents]
    if sum(most) <= available:
        return tuple(min(available / sum(most), _STRETCH) * width for width in most)
    widths = list(least)
    left = available - sum(least)
    while left > 1e-6:  # noqa: PLR2004  # rounding
        wishes = [math.sqrt(max(wish - now, 0)) for wish, now in zip(most, widths, strict=True)]
        given = [
            min(left * wish / sum(wishes), top - now)
            for wish, top, now in zip(wishes, most, widths, strict=True)
        ]
        widths = [now + more for now, more in zip(widths, given, strict=True)]
        left -= sum(given)
    return tuple(widths)


def _em(char: str) -> float:
    """Return about how wide a character is, in em."""
    if char in _NARROW:
        return 0.3
    if char in _WIDE:
        return 0.88
    return 0.69 if char.isupper() or not char.isascii() else 0.56
