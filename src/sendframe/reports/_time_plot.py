"""The plot that trends and columns share: periods from left to right, figures upwards."""

import re
from collections.abc import Sequence

import attrs

from ._axis_scale import AxisScale, finite
from ._chart_model import ChartPoint
from ._flag_layout import Flag, PlacedFlag, place_flags, rows_of
from ._svg import Drawing
from ._text_measure import LEADING, fold, lines_width, text_width
from ._tokens import CHART_WIDTHS

__all__ = ["TimePlot", "break_flags"]

_HEIGHTS = {"wide": 86.0, "narrow": 110.0}
_EDGE = 3.0
_PERIOD_LINES = 3
_PERIOD_ROOM = 110.0
_MONTH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|ober)\b"
)


@attrs.frozen
class TimePlot:
    """The sides of a plot, its scale and the words above it.

    Attributes:
        width: Width of the drawing.
        left: Left side of the plot.
        right: Right side of the plot.
        top: Upper side of the plot.
        bottom: Lower side of the plot.
        scale: The scale of the figures.
        labels: The periods.
        flags: The words at uprights, with their places.
        edge: Distance of the first and of the last period from the sides of the plot.
    """

    width: float
    left: float
    right: float
    top: float
    bottom: float
    scale: AxisScale
    labels: tuple[str, ...]
    flags: tuple[PlacedFlag, ...]
    edge: float

    @classmethod
    def around(  # noqa: PLR0913  # what stands around a plot
        cls,
        kind: str,
        labels: Sequence[str],
        values: Sequence[float],
        unit: str,
        *,
        names_width: float,
        names_height: float,
        flags: Sequence[Flag] = (),
        edge: float = 22.0,
    ) -> "TimePlot":
        """Return a plot with space for everything around it.

        Args:
            kind: ``wide`` or ``narrow``.
            labels: The periods.
            values: All figures, so that the scale covers them.
            unit: Their unit.
            names_width: Width of the names right of the plot.
            names_height: Height that these need.
            flags: Words at uprights; an ``x`` is the number of the period that it stands before.
            edge: The most space between the sides of the plot and the first and last period.
        """
        width = CHART_WIDTHS[kind]
        scale = AxisScale.around(values, unit)
        left = lines_width(label for _, label in scale.ticks()) + 2 * _EDGE + 4.0
        right = width - (names_width + 26.0 if names_width else 14.0)
        middle = (right - left) / max(len(labels), 1) / 2
        edge = min(edge, middle) if len(labels) > 1 else middle
        column = (right - left - 2 * edge) / max(len(labels) - 1, 1)
        uprights = []
        for flag in flags:
            x = min(max(left + edge + column * (flag.x - 0.5), left), right)
            lines = fold(" ".join(flag.lines), width * 0.6)
            uprights.append(attrs.evolve(flag, x=x, lines=lines))
        placed = place_flags(uprights, _EDGE, width - _EDGE)
        has_unit = bool(unit) and unit != "%"
        top = 12.0 + LEADING * (rows_of(placed) + has_unit)
        height = max(_HEIGHTS[kind], names_height)
        return cls(width, left, right, top, top + height, scale, tuple(labels), placed, edge)

    @property
    def column(self) -> float:
        """Distance of two periods."""
        return (self.right - self.left - 2 * self.edge) / max(len(self.labels) - 1, 1)

    @property
    def space(self) -> float:
        """Width that a column may take; of a single one, a third of the plot."""
        return self.column or (self.right - self.left) / 3

    def x(self, index: float) -> float:
        """Return the middle of a period."""
        return self.left + self.edge + self.column * index

    def y(self, value: float) -> float:
        """Return the place of a figure."""
        return self.bottom - self.scale.share(value) * (self.bottom - self.top)

    def runs(self, points: Sequence[ChartPoint]) -> list[list[tuple[int, float, float]]]:
        """Return the points of a series in runs to be joined, each with its number and place.

        A run ends at a missing figure, and where the next point may not be compared.
        """
        runs: list[list[tuple[int, float, float]]] = [[]]
        for index, point in enumerate(points):
            value = finite(point.value)
            if value is None or not point.follows:
                runs.append([])
            if value is not None:
                runs[-1].append((index, self.x(index), self.y(value)))
        return [run for run in runs if run]

    def draw_axis(self, drawing: Drawing, unit: str) -> None:
        """Draw the grid with its labels, and the unit above it."""
        for value, label in self.scale.ticks():
            y = self.y(value)
            role = "edge" if self.scale.is_base(value) else "line"
            drawing.line((self.left, y), (self.right, y), role)
            below = 4.5 if y < self.bottom else 2.0  # the names of periods stand below
            drawing.text((label,), self.left - 6.0, y + below, "muted", anchor="end")
        if unit != "%":
            drawing.text(fold(unit, self.width - 2 * _EDGE, max_lines=1), _EDGE, 12.0, "muted")

    def draw_flags(self, drawing: Drawing) -> None:
        """Draw the uprights and the words above them."""
        for placed in self.flags:
            flag = placed.flag
            first = self.top - 9.0 - LEADING * (placed.top_row - 1)
            start = self.top - 4.0 - LEADING * placed.upright_rows
            ends = (flag.x, start), (flag.x, self.bottom)
            drawing.line(*ends, flag.role, width=1.4, dash="3 3")
            drawing.text(flag.lines, placed.left, first, flag.role, bold=flag.bold)

    def draw_periods(self, drawing: Drawing) -> float:
        """Draw as many periods as fit, the latest first; return the lower end of their texts."""
        step, folded = self._period_step()
        count = 0
        for index in range(len(self.labels) - 1, -1, -step):
            half = lines_width(folded[index]) / 2
            x = max(min(self.x(index), self.width - half - _EDGE), half + _EDGE)
            drawing.text(folded[index], x, self.bottom + 18.0, "muted", anchor="middle")
            count = max(count, len(folded[index]))
        return self.bottom + 10.0 + LEADING * count

    def _period_step(self) -> tuple[int, list[tuple[str, ...]]]:
        """Return each how many periods one is named, and the names folded to that space."""
        labels = [_MONTH.sub(r"\1", label) for label in self.labels]
        for step in range(1, len(labels)):
            space = min(self._period_room(self.column * step), _PERIOD_ROOM)
            words = (word for label in labels for word in label.split())
            if max(map(text_width, words), default=0.0) > space:
                continue
            folded = [fold(label, space, max_lines=_PERIOD_LINES + 1) for label in labels]
            if max(map(len, folded)) <= _PERIOD_LINES:
                return step, folded
        space = self.width - 2 * _EDGE
        return max(len(labels), 1), [fold(label, space) for label in labels]

    def _period_room(self, distance: float) -> float:
        """Return the space of a period, so far that the outer ones can be moved into the drawing."""
        before, after = self.x(0) - _EDGE, self.width - self.x(len(self.labels) - 1) - _EDGE
        beside = distance - 6.0
        moved_first_or_last = (beside + min(before, after)) / 1.5
        both_moved = (beside + before + after) / 2
        return min(beside, moved_first_or_last, both_moved)


def break_flags(points: Sequence[ChartPoint]) -> list[Flag]:
    """Return the breaks of a series; of those with the same words only the last has words.

    Where only a figure is missing the line ends, and nothing is drawn.
    """
    flags: list[Flag] = []
    for index, point in reversed(list(enumerate(points))):
        if index and not point.follows and point.why_not:
            is_new = all(flag.lines != (point.why_not,) for flag in flags)
            words = (point.why_not,) if is_new else ()
            flags.append(Flag(float(index), words, "muted"))
    return flags[::-1]
