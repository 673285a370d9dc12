"""Place labels so that none covers another."""

from collections.abc import Sequence

import attrs

__all__ = ["Box", "Segment", "stack"]


@attrs.frozen
class Segment:
    """A straight line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float


@attrs.frozen
class Box:
    """The rectangle that a label or a marker covers."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Return whether two boxes overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: "Box") -> bool:
        """Return whether the box lies within another one."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def crossed_by(self, line: Segment) -> bool:
        """Return whether a straight line crosses the box."""
        start, end = 0.0, 1.0
        sides = (
            (line.x1 - line.x2, line.x1 - self.left),
            (line.x2 - line.x1, self.right - line.x1),
            (line.y1 - line.y2, line.y1 - self.top),
            (line.y2 - line.y1, self.bottom - line.y1),
        )
        for towards, distance in sides:
            if towards == 0:
                if distance < 0:
                    return False
            elif towards < 0:
                start = max(start, distance / towards)
            else:
                end = min(end, distance / towards)
        return start <= end


def stack(
    wanted: Sequence[tuple[float, float]], top: float, bottom: float, gap: float = 5.0
) -> tuple[float, ...]:
    """Return the tops of boxes placed one below another, each as near its own place as possible.

    Args:
        wanted: Middle and height of each box, in any order.
        top: Highest place of the first.
        bottom: Lowest end of the last, unless they cannot all fit.
        gap: Space between two boxes.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index][0], index))
    tops = dict.fromkeys(order, top)
    edge = top
    for index in order:
        middle, height = wanted[index]
        tops[index] = max(edge, middle - height / 2)
        edge = tops[index] + height + gap
    edge = max(bottom, top + sum(height + gap for _, height in wanted) - gap)
    for index in reversed(order):
        tops[index] = min(tops[index], edge - wanted[index][1])
        edge = tops[index] - gap
    return tuple(tops[index] for index in range(len(wanted)))
