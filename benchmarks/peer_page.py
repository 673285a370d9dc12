"""The peer of all reports: the same tables and charts by pandas, matplotlib and Jinja2.

It gets the reports as data, as a program for one purpose would have its figures: it decides
nothing, hides nothing and traces nothing. Each table is made into a data frame and each chart into
an SVG picture, with the chart's title and no text alternative.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import jinja2
import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sendframe.plugins import (
    BarChart,
    Block,
    Chart,
    ChartPoint,
    ColumnChart,
    Columns,
    FigureCard,
    Ladder,
    PathChart,
    PeersChart,
    Pictogram,
    Pips,
    ReportModel,
    Section,
    Table,
    Timeline,
    TrendChart,
)

__all__ = ["draw", "page", "pieces"]

PAGE = """<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{{ title }}</title>
<h1>{{ title }}</h1>{% for kind, value in pieces %}
{% if kind == "heading" %}<h2>{{ value }}</h2>
{% elif kind == "text" %}<p>{{ value }}</p>
{% else %}{{ value | safe }}
{% endif %}{% endfor %}</html>
"""
SIZE = (7.2, 2.6)
SMALL = (1.4, 0.4)


@cache
def _template() -> jinja2.Template:
    return jinja2.Environment(autoescape=True).from_string(PAGE)


def page(model: ReportModel) -> bytes:
    """Return the page of a report."""
    mpl.rcParams.update({"svg.hashsalt": "sendframe", "font.family": "DejaVu Sans"})
    return _template().render(title=model.title, pieces=list(pieces(model.sections))).encode()


def pieces(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """Yield headings, texts, tables and pictures in order."""
    for section in sections:
        yield "heading", section.title
        yield from _of_blocks(section.blocks)
        yield from pieces(section.sections)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Table):
            yield "table", _frame(block).to_html(index=False, border=0)
            charts = (cell.chart for row in block.rows for cell in row)
            yield from (("picture", draw(chart, SMALL)) for chart in charts if chart)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield "heading", column.title
                yield from _of_blocks(column.blocks)
        elif type(block) in PLOTS:
            yield "picture", draw(block, SIZE)
        else:
            yield from (("text", text) for text in _texts(block))
            if isinstance(block, FigureCard) and block.chart is not None:
                yield "picture", draw(block.chart, SMALL)


def _texts(block: Any) -> Iterator[str]:
    """Yield title, figure and sentences of whatever has them, and of its entries."""
    yield from filter(None, (getattr(block, name, "") for name in ("title", "figure", "text")))
    for name in ("sentences", "items"):
        for entry in getattr(block, name, ()):
            yield from _texts(entry)


def _frame(table: Table) -> pd.DataFrame:
    rows = [
        [
            " ".join(filter(None, (cell.text, cell.mark and cell.mark.label, cell.note)))
            for cell in row
        ]
        for row in table.rows
    ]
    return pd.DataFrame(rows, columns=list(table.columns))


def draw(chart: Chart, size: tuple[float, float]) -> str:
    """Return the picture of a chart as SVG; small ones without axes, as in the reports."""
    figure = Figure(figsize=size)
    axes = figure.subplots()
    PLOTS[type(chart)](axes, chart)
    if size == SMALL:
        axes.set_axis_off()
    else:
        axes.set_title(chart.title)
        figure.tight_layout()
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    return "<svg" + text.getvalue().partition("<svg")[2]


def _trend(axes: Axes, chart: TrendChart) -> None:
    _line(axes, chart.points, chart.area)
    for level in chart.lines:
        if level.past:
            _line(axes, level.past, level.label)
        else:
            axes.axhline(level.value, label=level.label)


def _columns(axes: Axes, chart: ColumnChart) -> None:
    for series in chart.series:
        labels = [point.label for point in series.points]
        axes.bar(labels, [point.value or 0 for point in series.points], label=series.label)


def _timeline(axes: Axes, chart: Timeline) -> None:
    for place, row in enumerate(chart.rows):
        days = [day.toordinal() for day in row.days]
        axes.plot(days, [place] * len(days), marker="o", label=row.label)


def _dots(axes: Axes, values: Iterable[float | None]) -> None:
    known = [value for value in values if value is not None]
    axes.scatter(known, [0] * len(known))


def _bars(axes: Axes, chart: BarChart) -> None:
    axes.barh([bar.label for bar in chart.bars], [bar.value or 0 for bar in chart.bars])


def _line(axes: Axes, points: Iterable[ChartPoint], label: str) -> None:
    known = [point for point in points if point.value is not None]
    periods = [point.label for point in known]
    axes.plot(periods, [point.value for point in known], marker="o", label=label)


PLOTS: dict[type[Chart], Callable[[Axes, Any], None]] = {
    TrendChart: _trend,
    ColumnChart: _columns,
    PeersChart: lambda axes, chart: _dots(axes, (dot.value for dot in chart.dots)),
    BarChart: _bars,
    Timeline: _timeline,
    Ladder: lambda axes, chart: _dots(axes, range(len(chart.steps))),
    Pips: lambda axes, chart: _dots(axes, range(len(chart.pips))),
    Pictogram: lambda axes, chart: _dots(axes, range(chart.of)),
    PathChart: lambda axes, chart: _dots(
        axes, (chart.start.value, chart.now.value, chart.aim.value)
    ),
}
