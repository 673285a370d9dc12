"""Lay out a trend chart: its plot, its scale, its points and its levels."""

from collections.abc import Iterable
from itertools import pairwise

import attrs

from ._axis_scale import AxisScale, finite
from ._label_layout import Box, Segment
from ._palette import BENCHMARKS, LIMITS, TARGETS
from ._report_model import ReferenceLine, TrendChart
from ._svg import LEADING, element, fold, number_text, text_width

__all__ = ["NAME_WIDTH", "TrendPlot", "drawn_line", "layout", "level_name", "straight", "style"]

NAME_WIDTH = 185.0  # for the names of levels
_SIDE = NAME_WIDTH + 40.0
_WIDTH = 860.0
_ENDS = 34.0  # from the sides of the plot to the first and the last point


@attrs.frozen
class TrendPlot:
    """The box of the plot, its scale and the places of the points."""

    box: Box
    scale: AxisScale
    places: tuple[float, ...]
    values: tuple[float | None, ...]
    side: float
    follows: tuple[bool, ...]

    def y(self, value: float) -> float:
        return self.box.bottom - self.scale.share(value) * (self.box.bottom - self.box.top)

    @property
    def runs(self) -> tuple[Segment, ...]:
        """The segments of the line; none leads to a missing figure or across a break."""
        return self._runs(self.values, self.follows)

    def _runs(self, values: Iterable[float | None], follows: Iterable[bool]) -> tuple[Segment, ...]:
        pairs = pairwise(zip(self.places, values, follows, strict=True))
        return tuple(
            Segment(x1, self.y(a), x2, self.y(b))
            for (x1, a, _), (x2, b, joined) in pairs
            if a is not None and b is not None and joined
        )

    def line(self, level: ReferenceLine) -> tuple[Segment, ...]:
        """Return the segments of the line of a level: through its past, or straight across."""
        if level.past:
            values = [finite(point.value) for point in level.past]
            return self._runs(values, [point.follows for point in level.past])
        y = self.y(level.value)
        return (Segment(self.box.left, y, self.box.right, y),)

    def end(self, level: ReferenceLine) -> float:
        """Return the x coordinate at which the line of a level ends."""
        with_value = (
            x for x, point in zip(self.places, level.past, strict=False) if point.value is not None
        )
        return max(with_value, default=self.box.right)

    @property
    def known(self) -> tuple[tuple[float, float], ...]:
        """Place and value of each point with a figure."""
        pairs = zip(self.places, self.values, strict=True)
        return tuple((x, value) for x, value in pairs if value is not None)

    @property
    def reaches_the_end(self) -> bool:
        """Whether the line reaches the last period, so that its figure is printed at its end."""
        return len(self.values) > 1 and self.values[-1] is not None


def layout(chart: TrendChart, levels: tuple[ReferenceLine, ...]) -> TrendPlot:
    """Return the layout of a chart."""
    values = tuple(finite(point.value) for point in chart.points)
    drawn = (*values, *(value for line in levels for value in _values(line)))
    shown = [value for value in drawn if value is not None]
    scale = AxisScale.around(shown, chart.unit)
    left = 14.0 + max(text_width(label) for _, label in scale.ticks())
    count = len(chart.points)
    ends = [line for level in levels for line in level_name(level)]
    if len(values) > 1 and values[-1] is not None:
        ends += fold(chart.points[-1].text, NAME_WIDTH, bold=True)
    side = min(_SIDE, 44.0 + max((text_width(line, bold=True) for line in ends), default=-20.0))
    right = _WIDTH - side
    needed = sum(LEADING * len(level_name(line)) + 5.0 for line in levels) + LEADING
    top = 50.0 if scale.note() else 30.0
    box = Box(left, top, right, top + max(230.0, needed))
    space = right - left - 2 * _ENDS
    places = tuple(
        left + _ENDS + (space * index / (count - 1) if count > 1 else space / 2)
        for index in range(count)
    )
    follows = tuple(point.follows for point in chart.points)
    return TrendPlot(box, scale, places, values, side, follows)


def _values(line: ReferenceLine) -> tuple[float | None, ...]:
    return (finite(line.value), *(finite(point.value) for point in line.past))


def style(levels: tuple[ReferenceLine, ...], index: int) -> tuple[str, str]:
    """Return colour and dashes of a level."""
    line = levels[index]
    styles = {"target": TARGETS, "limit": LIMITS}.get(line.kind, BENCHMARKS)
    before = sum(1 for level in levels[:index] if level.kind == line.kind)
    return styles[before % len(styles)]


def level_name(line: ReferenceLine) -> tuple[str, ...]:
    """Return the name of a level in lines, its figure first."""
    return fold(f"{line.text} {line.label}", NAME_WIDTH)


def straight(line: Segment, colour: str, thickness: float, dash: str = "") -> str:
    """Return a straight line."""
    dashes = {"stroke_dasharray": dash} if dash else {}
    ends = {"x1": line.x1, "y1": line.y1, "x2": line.x2, "y2": line.y2}
    return element("line", **ends, stroke=colour, stroke_width=thickness, **dashes)


def drawn_line(
    pieces: Iterable[Segment], colour: str, thickness: float, dash: str = ""
) -> list[str]:
    """Return a line of several pieces as one path; nothing where there are no pieces."""
    steps: list[str] = []
    end: tuple[float, float] | None = None
    for piece in pieces:
        if end != (piece.x1, piece.y1):
            steps.append(f"M{number_text(piece.x1)} {number_text(piece.y1)}")
        steps.append(f"L{number_text(piece.x2)} {number_text(piece.y2)}")
        end = (piece.x2, piece.y2)
    if not steps:
        return []
    dashes = {"stroke_dasharray": dash} if dash else {}
    look: dict[str, str | float] = {"stroke": colour, "stroke_width": thickness, **dashes}
    return [element("path", d="".join(steps), fill="none", **look)]
