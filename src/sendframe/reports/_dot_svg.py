"""Draw an area among its peers as SVG: one row for each area or benchmark."""

import attrs

from ._axis_scale import AxisScale, finite
from ._palette import AXIS, BENCHMARKS, GRID, INK, MUTED, OTHER, OWN, WASH
from ._report_model import Dot, DotChart
from ._svg import LEADING, SIZE, element, fold, marker, picture, text_width, words

__all__ = ["dot_svg"]

_WIDTH = 860.0
_NAMES = 240.0
_FIGURES = 190.0


@attrs.frozen
class _Row:
    """A row with its text and its place."""

    dot: Dot
    value: float | None
    name: tuple[str, ...]
    figure: tuple[str, ...]
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@attrs.frozen
class _Plot:
    """The sides of the plot and its scale."""

    left: float
    right: float
    top: float
    bottom: float
    scale: AxisScale

    def x(self, value: float) -> float:
        return self.left + 12.0 + self.scale.share(value) * (self.right - self.left - 24.0)


def dot_svg(chart: DotChart) -> str:
    """Return a dot chart as SVG."""
    rows, plot = _layout(chart)
    styles = _styles(rows)
    parts = [
        element("rect", x=0.0, y=row.top, width=_WIDTH, height=row.height, fill=WASH)
        for row in rows
        if row.dot.kind == "own"
    ]
    parts += _axis(plot)
    parts += [_rule(plot.left, row.middle, plot.right, row.middle, GRID, 1.0) for row in rows]
    parts += [
        _rule(plot.x(row.value), plot.top, plot.x(row.value), plot.bottom, *styles[index])
        for index, row in enumerate(rows)
        if index in styles and row.value is not None
    ]
    for index, row in enumerate(rows):
        colour = styles[index][0] if index in styles else OTHER
        parts += _texts(row, plot.left, plot.right, colour)
        if row.value is not None:
            parts.append(_mark(row, plot.x(row.value), colour))
    return picture(
        [part for part in parts if part],
        prefix=chart.id,
        title=chart.title,
        description=chart.description,
        width=_WIDTH,
        height=plot.bottom + 36.0,
    )


def _layout(chart: DotChart) -> tuple[list[_Row], _Plot]:
    values = [value for value in (finite(dot.value) for dot in chart.dots) if value is not None]
    scale = AxisScale.around(values, chart.unit)
    top = 32.0 if scale.note() else 6.0
    rows = _rows(chart, top)
    bottom = rows[-1].top + rows[-1].height if rows else top
    names = max((text_width(line, bold=True) for row in rows for line in row.name), default=0.0)
    figures = max((text_width(line, bold=True) for row in rows for line in row.figure), default=0.0)
    left, right = min(_NAMES, names) + 26.0, _WIDTH - min(_FIGURES, figures) - 34.0
    if max(text_width(label) for _, label in scale.ticks()) > (right - left) / 6:
        scale = AxisScale.around(values, chart.unit, ticks=3)
    return rows, _Plot(left, right, top, bottom, scale)


def _rows(chart: DotChart, top: float) -> list[_Row]:
    rows: list[_Row] = []
    for dot in chart.dots:
        bold = dot.kind == "own"
        name = fold(dot.label, _NAMES, bold=bold)
        figure = fold(dot.text, _FIGURES, bold=bold)
        height = LEADING * max(len(name), len(figure), 1) + 10.0
        rows.append(_Row(dot, finite(dot.value), name, figure, top, height))
        top += height
    return rows


def _styles(rows: list[_Row]) -> dict[int, tuple[str, float, str]]:
    """Return colour, thickness and dashes of each benchmark's line, by row."""
    benchmarks = [index for index, row in enumerate(rows) if row.dot.kind == "benchmark"]
    styles: dict[int, tuple[str, float, str]] = {}
    for order, index in enumerate(benchmarks):
        colour, dash = BENCHMARKS[order % len(BENCHMARKS)]
        styles[index] = (colour, 2.0, dash)
    return styles


def _rule(  # noqa: PLR0913  # two ends and a look
    x1: float, y1: float, x2: float, y2: float, colour: str, thick: float, dash: str = ""
) -> str:
    dashes = {"stroke_dasharray": dash} if dash else {}
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return element("line", **ends, stroke=colour, stroke_width=thick, **dashes)


def _axis(plot: _Plot) -> list[str]:
    parts: list[str] = []
    for value, label in plot.scale.ticks():
        x = plot.x(value)
        is_base = plot.scale.is_base(value)
        parts += [
            _rule(x, plot.top, x, plot.bottom, AXIS if is_base else GRID, 1.5 if is_base else 1.0),
            words((label,), x, plot.bottom + 22.0, MUTED, anchor="middle"),
        ]
    parts.append(words(fold(plot.scale.note(), _WIDTH, max_lines=1), 4.0, 18.0, MUTED))
    return parts


def _texts(row: _Row, left: float, right: float, colour: str) -> list[str]:
    """Return the name at the start of a row and the figure at its end."""
    bold = row.dot.kind == "own"
    ink = {"own": OWN, "benchmark": colour}.get(row.dot.kind, INK)
    base = row.middle + SIZE * 0.35
    figure_ink = MUTED if row.value is None else ink
    return [
        words(row.name, left - 14.0, _first_line(base, row.name), ink, anchor="end", bold=bold),
        words(row.figure, right + 14.0, _first_line(base, row.figure), figure_ink, bold=bold),
    ]


def _first_line(base: float, lines: tuple[str, ...]) -> float:
    return base - LEADING * (len(lines) - 1) / 2


def _mark(row: _Row, x: float, colour: str) -> str:
    if row.dot.kind == "own":
        return marker("diamond", x, row.middle, 7.0, OWN)
    if row.dot.kind == "benchmark":
        return marker("square", x, row.middle, 6.0, colour, hollow=True)
    return marker("circle", x, row.middle, 5.0, OTHER)
