"""The words of targets, inside a plot where nothing else stands."""

from collections.abc import Iterator
from itertools import pairwise

import attrs

from ._axis_scale import finite
from ._chart_model import ReferenceLine, TrendChart
from ._label_layout import Box, Segment
from ._svg import Anchor
from ._text_measure import fold, lines_width
from ._time_plot import TimePlot

__all__ = ["Words", "inner_words", "target_words"]

_BESIDE = 6.0


@attrs.frozen
class Words:
    """Words with their place.

    Attributes:
        lines: The words.
        x: Their start or end, as *anchor* has it.
        y: Their base line.
        anchor: Which of the two.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: Anchor

    @property
    def box(self) -> Box:
        """The space they take."""
        width = lines_width(self.lines)
        left = self.x if self.anchor == "start" else self.x - width
        return Box(left - 2.0, self.y - 12.0, left + width + 2.0, self.y + 4.0)


def inner_words(chart: TrendChart, plot: TimePlot) -> list[Words] | None:
    """Return the words of all targets with free places; None where one of them has none."""
    taken = list(_marks(chart, plot))
    lines = list(_segments(chart, plot))
    placed: list[Words] = []
    for line in chart.lines:
        if line.kind != "target" or line.past or finite(line.value) is None:
            continue
        for words in _candidates(line, plot):
            if _is_free(words.box, plot, taken, lines):
                taken.append(words.box)
                placed.append(words)
                break
        else:
            return None
    return placed


def target_words(line: ReferenceLine) -> str:
    """Return the words of a target: its name, with its figure if the name does not have it."""
    return line.label if line.text in line.label else f"{line.label} {line.text}"


def _candidates(line: ReferenceLine, plot: TimePlot) -> Iterator[Words]:
    """Yield places above and below the line, those in its band first."""
    y = plot.y(finite(line.value) or 0.0)
    sides = (y + 15.0, y - 6.0)
    goes_up = line.until is not None and line.until > line.value
    lines = fold(target_words(line), plot.width, max_lines=1)
    for base in reversed(sides) if goes_up else sides:
        yield Words(lines, plot.left + _BESIDE, base, "start")
        yield Words(lines, plot.right - _BESIDE, base, "end")


def _is_free(box: Box, plot: TimePlot, taken: list[Box], lines: list[Segment]) -> bool:
    field = Box(plot.left, plot.top, plot.right, plot.bottom)
    return (
        box.inside(field)
        and not any(box.overlaps(other) for other in taken)
        and not any(box.crossed_by(line) for line in lines)
    )


def _marks(chart: TrendChart, plot: TimePlot) -> Iterator[Box]:
    for points in (chart.points, *(line.past for line in chart.lines)):
        for run in plot.runs(points):
            for _, x, y in run:
                yield Box(x - 6.0, y - 6.0, x + 6.0, y + 6.0)


def _segments(chart: TrendChart, plot: TimePlot) -> Iterator[Segment]:
    """Yield all lines of the plot but its grid."""
    for points in (chart.points, *(line.past for line in chart.lines)):
        for run in plot.runs(points):
            for (_, x1, y1), (_, x2, y2) in pairwise(run):
                yield Segment(x1, y1, x2, y2)
    for line in chart.lines:
        for value in () if line.past else (line.value, line.until):
            if (level := finite(value)) is not None:
                yield Segment(plot.left, plot.y(level), plot.right, plot.y(level))
    for flag in plot.flags:
        yield Segment(flag.flag.x, plot.top, flag.flag.x, plot.bottom)
