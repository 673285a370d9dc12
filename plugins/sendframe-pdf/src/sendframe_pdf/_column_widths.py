"""Share the width of a page among the columns of a table, so that the table is low."""

from collections.abc import Callable, Sequence

import attrs

__all__ = ["Extent", "column_widths", "lowest_widths"]

_STEP = 8.0
"""Widths are tried in steps of so many points."""

_ROUNDING = 1e-9
"""What is saved must be more than what sums of floating-point numbers differ by."""

_OTHER_CELLS = 0.05
"""Weight of the cells of a row that are not its highest: it decides between equal heights."""


@attrs.frozen
class Extent:
    """How wide something is.

    Attributes:
        least: Its width with a line break after each word, in points.
        most: Its width on one line, in points.
    """

    least: float = 0.0
    most: float = 0.0

    def beside(self, other: "Extent", gap: float) -> "Extent":
        """Return the extent of this and another on one line."""
        if not other.most:
            return self
        return Extent(max(self.least, other.least), self.most + gap + other.most)

    def above(self, other: "Extent") -> "Extent":
        """Return the extent of this above another."""
        return Extent(max(self.least, other.least), max(self.most, other.most))


def column_widths(extents: Sequence[Extent], available: float) -> tuple[float, ...]:
    """Return the widths of columns, which add up to *available*, in points.

    What is left over when each column has its least width goes to those that would like more. Where
    the least widths do not fit, the wide columns give way, and their words have to break.

    Examples:
        >>> column_widths((Extent(20, 80), Extent(20, 40)), 90)
        (57.5, 32.5)
        >>> column_widths((Extent(10, 10), Extent(90, 90)), 60)
        (10, 50.0)
        >>> column_widths((Extent(10, 20), Extent(10, 20)), 60)
        (30.0, 30.0)
    """
    least = sum(extent.least for extent in extents)
    if least > available:
        return _levelled([extent.least for extent in extents], available)
    wish = sum(extent.most - extent.least for extent in extents)
    left = available - least
    if wish > left:
        share = left / wish
        return tuple(extent.least + (extent.most - extent.least) * share for extent in extents)
    most = sum(extent.most for extent in extents)
    if not most:
        return tuple(available / len(extents) for _ in extents)
    return tuple(extent.most + (available - most) * extent.most / most for extent in extents)


def lowest_widths(
    extents: Sequence[Extent],
    heights: Callable[[int, float], Sequence[float]],
    available: float,
) -> tuple[float, ...]:
    """Return the widths of columns that make a table low; they add up to *available*, in points.

    Each step gives a column the width that saves most height for its points, until nothing saves
    any; what is left over is shared as in `column_widths`.

    Args:
        extents: The columns.
        heights: Returns the height of each cell of a column, by its number and a width.
        available: Width of the table.

    Examples:
        >>> halves = lambda column, width: [40.0 if width < 80 and column == 0 else 20.0]
        >>> lowest_widths((Extent(20, 80), Extent(20, 90)), halves, 120)
        (84.0, 36.0)
    """
    widths = [extent.least for extent in extents]
    left = available - sum(widths)
    if left <= 0 or sum(extent.most for extent in extents) <= available:
        return column_widths(extents, available)
    now = [heights(column, width) for column, width in enumerate(widths)]
    tried: dict[tuple[int, float], Sequence[float]] = {}
    while True:
        best: tuple[float, int, float] | None = None
        height = _height(now)
        for column, extent in enumerate(extents):
            more = _STEP
            while more <= left and widths[column] + more < extent.most + _STEP:
                width = widths[column] + more
                if (column, width) not in tried:
                    tried[column, width] = heights(column, width)
                new = [*now[:column], tried[column, width], *now[column + 1 :]]
                saved = (height - _height(new)) / more
                if saved > _ROUNDING and (best is None or saved > best[0] + _ROUNDING):
                    best = (saved, column, more)
                more += _STEP
        if best is None:
            break
        _, column, more = best
        widths[column] += more
        left -= more
        now[column] = tried[column, widths[column]]
    rest = [
        Extent(width, max(width, extent.most))
        for width, extent in zip(widths, extents, strict=True)
    ]
    return column_widths(rest, available)


def _height(columns: Sequence[Sequence[float]]) -> float:
    """Return the height of rows, of which the columns are given."""
    rows: list[tuple[float, ...]] = list(zip(*columns, strict=True))
    return sum(max(row) + _OTHER_CELLS * sum(row) for row in rows)


def _levelled(wanted: list[float], available: float) -> tuple[float, ...]:
    """Return widths up to one common limit, so that they add up to *available*."""
    widths, left = [0.0] * len(wanted), available
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number], number))
    for place, number in enumerate(order):
        widths[number] = min(wanted[number], left / (len(order) - place))
        left -= widths[number]
    return tuple(widths)
