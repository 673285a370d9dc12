"""Draw a trend with the series and levels it is compared with."""

import math
from collections.abc import Iterator

from ._axis_scale import finite
from ._chart_model import ChartPoint, ReferenceLine, TrendChart
from ._end_name import EndName, draw_names, name_lines, names_height, names_width
from ._flag_layout import Flag
from ._key import draw_signal_key
from ._marker import DASHES, MARKERS, tone_role
from ._svg import Drawing
from ._target_words import inner_words, target_words
from ._time_plot import TimePlot, break_flags

__all__ = ["trend_svg"]

_CROWDED = 6.0  # periods narrower than this have no markers of their own
_THREE = 3


def trend_svg(chart: TrendChart, kind: str) -> str:
    """Return the full drawing of a trend."""
    drawing = Drawing(chart, kind)
    names = _end_names(chart, kind)
    plot = _plot(chart, kind, names)
    words = inner_words(chart, plot)
    if words is None:
        names = [*names, *_target_names(chart.lines, kind)]
        plot = _plot(chart, kind, names)
    _draw_bands(drawing, chart, plot)
    plot.draw_axis(drawing, chart.unit)
    _draw_levels(drawing, chart, plot)
    plot.draw_flags(drawing)
    for line in chart.lines:
        _draw_past(drawing, line, plot)
    _draw_area(drawing, chart, plot)
    for inner in words or ():
        drawing.text(inner.lines, inner.x, inner.y, "better", anchor=inner.anchor)
    places = [
        (plot.right - 5.0 if name.index is None else plot.x(name.index), plot.y(name.value))
        for name in names
    ]
    draw_names(drawing, names, places, plot.right, (plot.top - 8.0, plot.bottom + 7.5))
    bottom = plot.draw_periods(drawing)
    return drawing.written(plot.width, draw_signal_key(drawing, chart.points, plot.width, bottom))


def _plot(chart: TrendChart, kind: str, names: list[EndName]) -> TimePlot:
    """Return the plot, with space for the names right of it."""
    return TimePlot.around(
        kind,
        [point.label for point in chart.points],
        list(_all_values(chart)),
        chart.unit,
        names_width=names_width(names),
        names_height=names_height(names),
        flags=[*break_flags(chart.points), *_event_flags(chart)],
    )


def _all_values(chart: TrendChart) -> Iterator[float]:
    series = [chart.points, *(line.past for line in chart.lines)]
    levels = [line.value for line in chart.lines if not line.past]
    ends = [line.until for line in chart.lines]
    for value in (*(point.value for points in series for point in points), *levels, *ends):
        if (number := finite(value)) is not None:
            yield number


def _event_flags(chart: TrendChart) -> list[Flag]:
    return [
        Flag(float(min(max(event.before, 0), len(chart.points))), (event.label,), "ink")
        for event in chart.events
    ]


def _last(points: tuple[ChartPoint, ...]) -> tuple[int, float] | None:
    """Return number and value of the last point with a figure."""
    for index in range(len(points) - 1, -1, -1):
        if (value := finite(points[index].value)) is not None:
            return index, value
    return None


def _end_names(chart: TrendChart, kind: str) -> list[EndName]:
    """Return the names of the series and of the levels that are no targets."""
    names = []
    if (last := _last(chart.points)) is not None and chart.area:
        lines = name_lines(chart.area, kind, bold=True)
        names.append(EndName(lines, last[1], last[0], "area", bold=True))
    for line in chart.lines:
        level, end = finite(line.value), _last(line.past)
        if line.past and end is not None:
            names.append(EndName(name_lines(line.label, kind), end[1], end[0], line.role))
        elif not line.past and level is not None and line.kind != "target":
            role = "muted" if line.kind == "limit" else line.role
            words = name_lines(f"{line.label} {line.text}", kind)
            names.append(EndName(words, level, None, role))
    return names


def _target_names(lines: tuple[ReferenceLine, ...], kind: str) -> list[EndName]:
    return [
        EndName(name_lines(target_words(line), kind), level, None, "better")
        for line in lines
        if line.kind == "target" and not line.past
        if (level := finite(line.value)) is not None
    ]


def _draw_bands(drawing: Drawing, chart: TrendChart, plot: TimePlot) -> None:
    for line in chart.lines:
        level = finite(line.value)
        if line.until is None or math.isnan(line.until) or level is None:
            continue
        end = min(max(line.until, plot.scale.low), plot.scale.high)
        top, bottom = sorted((plot.y(level), plot.y(end)))
        drawing.rect(plot.left, top, plot.right - plot.left, bottom - top, "better-wash")


def _draw_levels(drawing: Drawing, chart: TrendChart, plot: TimePlot) -> None:
    limits = sorted(line.value for line in chart.lines if line.kind == "limit")
    mean = limits[1] if len(limits) == _THREE else None
    for line in chart.lines:
        level = finite(line.value)
        if line.past or level is None:
            continue
        ends = (plot.left, plot.y(level)), (plot.right, plot.y(level))
        if line.kind == "target":
            drawing.line(*ends, "better", width=1.5, dash="2 3")
            end = finite(line.until)
            if end is not None and plot.scale.low < end < plot.scale.high:
                y = plot.y(end)
                drawing.line((plot.left, y), (plot.right, y), "better", width=1.5, dash="2 3")
        elif line.kind == "limit":
            left = plot.x(line.first) if 0 < line.first < len(chart.points) else plot.left
            dash = "" if line.value == mean else "6 4"
            drawing.line((left, plot.y(level)), ends[1], "edge", width=1.4, dash=dash)
        else:
            drawing.line(*ends, line.role, width=1.6, dash=DASHES[line.role])


def _draw_past(drawing: Drawing, line: ReferenceLine, plot: TimePlot) -> None:
    """Draw those compared with, each as a line of its own with hollow markers."""
    runs = plot.runs(line.past[: len(plot.labels)])
    for run in runs:
        if len(run) > 1:
            places = [(x, y) for _, x, y in run]
            drawing.polyline(places, line.role, dash=DASHES[line.role])
    for run in runs:
        for place, (_, x, y) in enumerate(run):
            if plot.column >= _CROWDED or place in {0, len(run) - 1}:
                drawing.mark(MARKERS[line.role], x, y, line.role, size=3.6, hollow=True)


def _draw_area(drawing: Drawing, chart: TrendChart, plot: TimePlot) -> None:
    """Draw the area's own line, and its signals: solid outside the limits, hollow for a run."""
    runs = plot.runs(chart.points)
    has_signals = any(point.signal for point in chart.points)
    for run in runs:
        if len(run) > 1:
            places = [(x, y) for _, x, y in run]
            drawing.polyline(places, "area", width=1.6 if has_signals else 3.0)
    for run in runs:
        for place, (index, x, y) in enumerate(run):
            point = chart.points[index]
            if point.signal is not None:
                shape = "triangle" if point.signal == "worse" else "circle"
                role = tone_role(point.signal)
                drawing.mark(shape, x, y, role, size=4.6, hollow=not point.outside)
            elif plot.column >= _CROWDED or place in {0, len(run) - 1}:
                drawing.mark("circle", x, y, "area", size=2.6 if has_signals else 4.2)
