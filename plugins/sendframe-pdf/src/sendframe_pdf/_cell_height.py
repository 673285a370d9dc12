"""Estimate how high a cell of a table is at a width."""

import attrs

from ._drawing import visible
from ._face import face

__all__ = ["CellLines", "lines_height"]

_LEADING = 1.2
"""Distance of lines, as a multiple of the size of type."""


@attrs.frozen
class CellLines:
    """The texts of a cell, one below another.

    Attributes:
        texts: Of each text the size of its type, the width of a space and the widths of its words,
            in points.
    """

    texts: tuple[tuple[float, float, tuple[float, ...]], ...] = ()

    @classmethod
    def of(cls, text: str, size: float, *, bold: bool = False, before: float = 0.0) -> "CellLines":
        """Return the lines of a text, after something of the width *before* in points."""
        if not text and not before:
            return cls()
        font = face(bold=bold)
        words = tuple(font.width(word) * size for word in visible(text).split(" ") if word)
        return cls(((size, font.width(" ") * size, (before, *words) if before else words),))

    def above(self, other: "CellLines") -> "CellLines":
        """Return these lines above others."""
        return CellLines(self.texts + other.texts)


def lines_height(lines: CellLines, width: float) -> float:
    """Return the height of lines in points, at a width in points.

    Examples:
        >>> lines_height(CellLines(((10.0, 3.0, (40.0, 40.0)),)), 85)
        12.0
        >>> lines_height(CellLines(((10.0, 3.0, (40.0, 40.0)),)), 80)
        24.0
    """
    height = 0.0
    for size, space, words in lines.texts:
        count, used = 1, 0.0
        for word in words:
            if used and used + space + word > width:
                count, used = count + 1, word
            else:
                used += word + (space if used else 0.0)
        height += count * size * _LEADING
    return height
