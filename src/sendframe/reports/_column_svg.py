"""Draw counts over time as columns."""

import math

from ._axis_scale import finite
from ._chart_model import ColumnChart, ColumnSeries
from ._end_name import EndName, draw_names, name_lines, names_height, names_width
from ._svg import Drawing
from ._time_plot import TimePlot, break_flags

__all__ = ["column_svg"]

_LOOKS = (("near", ""), ("area", "paper"), ("wash", "edge"), ("edge", ""))
_INKS = ("near", "area", "muted", "muted")
_FILLED = 0.6


def column_svg(chart: ColumnChart, kind: str) -> str:
    """Return columns from 0; later series stand inside the first, one on another."""
    drawing = Drawing(chart, kind)
    whole = chart.series[0].points if chart.series else ()
    stacked = _stacked(chart)
    values = [value for spans in stacked for span in spans if span is not None for value in span]
    names = _names(chart, stacked, kind)
    plot = TimePlot.around(
        kind,
        [point.label for point in whole],
        values,
        chart.unit,
        names_width=names_width(names),
        names_height=names_height(names),
        flags=break_flags(whole),
        edge=math.inf,
    )
    plot.draw_axis(drawing, chart.unit)
    for order, spans in enumerate(stacked):
        fill, edge = _LOOKS[min(order, len(_LOOKS) - 1)]
        for index, span in enumerate(spans):
            if span is not None:
                top, bottom = sorted((plot.y(span[0]), plot.y(span[1])))
                left = plot.x(index) - plot.space * _FILLED / 2
                drawing.rect(left, top, plot.space * _FILLED, bottom - top, fill, edge=edge)
    plot.draw_flags(drawing)
    places = [(plot.right, plot.y(name.value)) for name in names]
    draw_names(drawing, names, places, plot.right - 8.0, (plot.top, plot.bottom + 4.0))
    return drawing.written(plot.width, plot.draw_periods(drawing))


def _stacked(chart: ColumnChart) -> list[list[tuple[float, float] | None]]:
    """Return lower and upper end of each column, by series."""
    count = len(chart.series[0].points) if chart.series else 0
    bases = [0.0] * count
    stacked = []
    for order, series in enumerate(chart.series):
        spans: list[tuple[float, float] | None] = []
        for index in range(count):
            value = _value(series, index)
            base = 0.0 if order == 0 else bases[index]
            spans.append(None if value is None else (base, base + value))
            if order and value is not None:
                bases[index] = base + value
        stacked.append(spans)
    return stacked


def _value(series: ColumnSeries, index: int) -> float | None:
    return finite(series.points[index].value) if index < len(series.points) else None


def _names(
    chart: ColumnChart, stacked: list[list[tuple[float, float] | None]], kind: str
) -> list[EndName]:
    """Return the names at the last columns; the first where no later one hides it."""
    names = []
    inner = max((spans[-1][1] for spans in stacked[1:] if spans and spans[-1]), default=0.0)
    for order, (series, spans) in enumerate(zip(chart.series, stacked, strict=True)):
        span = spans[-1] if spans else None
        if span is None:
            continue
        low = inner if order == 0 else span[0]
        role, is_bold = _INKS[min(order, len(_INKS) - 1)], order == 1
        lines = name_lines(series.label, kind, bold=is_bold)
        names.append(EndName(lines, low / 2 + span[1] / 2, None, role, bold=is_bold))
    return names
