"""Names at the ends of lines, moved apart where they would meet."""

from collections.abc import Sequence

import attrs

from ._label_layout import stack
from ._svg import Drawing
from ._text_measure import LEADING, fold, lines_width, text_width

__all__ = ["EndName", "draw_names", "name_lines", "names_height", "names_width"]

_ROOM = {"wide": 150.0, "narrow": 84.0}
_MOST_ROOM = {"wide": 150.0, "narrow": 110.0}  # for a long word
_GAP = 2.0
_FAR = 28.0


@attrs.frozen
class EndName:
    """A name at the end of a line.

    Attributes:
        lines: The name.
        value: The figure that it stands at.
        index: Number of the period where the line ends; None for a line through all periods.
        role: Its colour.
        bold: Whether it is bold.
    """

    lines: tuple[str, ...]
    value: float
    index: int | None
    role: str
    bold: bool = False


def name_lines(name: str, kind: str, *, bold: bool = False) -> tuple[str, ...]:
    """Return a name in lines that fit the space right of a plot."""
    longest = max((text_width(word, bold=bold) for word in name.split()), default=0.0)
    space = min(max(_ROOM[kind], longest), _MOST_ROOM[kind])
    return fold(name, space, max_lines=4, bold=bold)


def names_width(names: Sequence[EndName]) -> float:
    """Return the width of the widest name."""
    return max((lines_width(name.lines, bold=name.bold) for name in names), default=0.0)


def names_height(names: Sequence[EndName]) -> float:
    """Return the height that all names need."""
    return sum(LEADING * len(name.lines) + _GAP for name in names)


def draw_names(
    drawing: Drawing,
    names: Sequence[EndName],
    places: Sequence[tuple[float, float]],
    right: float,
    sides: tuple[float, float],
) -> None:
    """Draw names right of a plot, each with a thin line to its place where it had to move.

    Args:
        drawing: The drawing.
        names: The names.
        places: Where the line of each one ends.
        right: Right side of the plot.
        sides: Upper and lower end of the space for names.
    """
    wanted = [(y, LEADING * len(name.lines)) for name, (_, y) in zip(names, places, strict=True)]
    for name, (x, y), top in zip(names, places, stack(wanted, *sides, gap=_GAP), strict=True):
        middle = top + LEADING * len(name.lines) / 2
        if abs(middle - y) > LEADING / 3 or x < right - _FAR:
            drawing.line((x + 6.0, y), (right + 11.0, middle), name.role, width=0.8)
        drawing.text(name.lines, right + 15.0, top + 12.5, name.role, bold=name.bold)
