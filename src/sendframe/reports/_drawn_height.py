"""Estimate how large the drawing of a chart is, without drawing it."""

from collections.abc import Sequence

from ._chart_model import BarChart, Chart, ChartPoint, ColumnChart, PeersChart, TrendChart
from ._printed_text import line_count
from ._shape_model import Ladder, PathChart, Pictogram, Pips, Timeline
from ._text_measure import LEADING
from ._tokens import CHART_TEXT, CHART_WIDTHS

__all__ = ["drawn_size"]

_KEY = {True: 90.0, False: 40.0}
"""Height of the key of a chart with signals, in a narrow and in a wide drawing."""

_ONE_LINE = {PeersChart: 136.0, PathChart: 88.0, Ladder: 26.0}
"""Height of drawings of which all marks stand on one line."""

_SHORT = 6
"""Letters of a period that takes one line."""


def drawn_size(chart: Chart, *, is_narrow: bool) -> tuple[float, float]:
    """Return width and height of a drawing, in its units.

    Args:
        chart: The chart.
        is_narrow: Whether it is the drawing for narrow places.
    """
    width = CHART_WIDTHS["narrow" if is_narrow else "wide"]
    if isinstance(chart, Timeline):
        return width, _timeline(chart, width, is_narrow=is_narrow)
    if isinstance(chart, TrendChart):
        flags = len({event.label for event in chart.events} | _breaks(chart.points))
        names = _lines([line.label for line in chart.lines], 72.0) + 2
        has_key = any(point.signal for point in chart.points)
        key = _KEY[is_narrow] if has_key else 0.0
        return width, _plot(chart.points, flags, names, is_narrow=is_narrow) + key
    if isinstance(chart, ColumnChart):
        points = chart.series[0].points if chart.series else ()
        names = _lines([series.label for series in chart.series], 100.0)
        return width, _plot(points, len(_breaks(points)), names, is_narrow=is_narrow)
    if isinstance(chart, BarChart):
        space = width - 40.0 if is_narrow else 200.0
        above = LEADING if is_narrow else 0.0
        rows = (
            14.0 + above + LEADING * max(_lines([bar.label], space) - 1, 0) for bar in chart.bars
        )
        return width, sum(rows) + 8.0 * len(chart.bars) + 14.0
    if isinstance(chart, Pictogram):
        return 350.0, 23.0 * max(-(-chart.of // 25), 1) + 1.0
    if isinstance(chart, Pips):
        return 306.0, 16.0 * max(-(-len(chart.pips) // 20), 1)
    if isinstance(chart, Ladder):
        width = 28.0 + 41.0 * len(chart.steps)
    return width, _ONE_LINE[type(chart)]


def _lines(texts: Sequence[str], space: float) -> int:
    """Return how many lines texts take below one another."""
    return sum(line_count([(text, 1.0)], space / CHART_TEXT) for text in texts)


def _breaks(points: tuple[ChartPoint, ...]) -> set[str]:
    return {point.why_not for point in points[1:] if not point.follows and point.why_not}


def _plot(points: Sequence[ChartPoint], flags: int, names: int, *, is_narrow: bool) -> float:
    """Return the height of a plot with words above it, names beside it and periods below it."""
    words = (2 if is_narrow else 1) * flags
    periods = 1 if all(len(point.label) <= _SHORT for point in points) else 2
    plot = max(110.0 if is_narrow else 86.0, LEADING * names)
    return 22.0 + LEADING * (words + periods) + plot


def _timeline(chart: Timeline, width: float, *, is_narrow: bool) -> float:
    space = width * 0.55 if is_narrow else 170.0
    gap = 22.0 if is_narrow else 3.0
    height = 110.0 if is_narrow else 80.0
    for row in chart.rows:
        lines = max(_lines([row.label], space), _lines([row.due], min(120.0, width * 0.38)), 1)
        height += gap + LEADING * min(lines, 4)
    return height
