"""Draw a trend chart as SVG, with its levels named at their ends."""

from ._axis_scale import finite
from ._label_layout import Segment
from ._palette import AXIS, GRID, MUTED, OWN
from ._report_model import ReferenceLine, TrendChart
from ._svg import fold, marker, picture, words
from ._trend_label import ends, figures, periods
from ._trend_plot import TrendPlot, layout, straight, style

__all__ = ["trend_svg"]


def trend_svg(chart: TrendChart) -> str:
    """Return a trend chart as SVG."""
    levels = tuple(line for line in chart.lines if finite(line.value) is not None)
    plot = layout(chart, levels)
    box = plot.box
    names, depth = periods(chart, plot)
    parts = [
        *_axis(plot),
        *_levels(levels, plot),
        *(straight(run, OWN, 3.0) for run in plot.runs),
        *(marker("circle", x, plot.y(v), 4.5, OWN) for x, v in plot.known),
        *figures(chart, levels, plot),
        *ends(chart, levels, plot),
        *names,
    ]
    return picture(
        parts,
        prefix=chart.id,
        title=chart.title,
        description=chart.description,
        width=box.right + plot.side,
        height=box.bottom + depth + 10.0,
    )


def _axis(plot: TrendPlot) -> list[str]:
    box = plot.box
    parts: list[str] = []
    for value, label in plot.scale.ticks():
        y = plot.y(value)
        is_base = plot.scale.is_base(value)
        rule = Segment(box.left, y, box.right, y)
        parts += [
            straight(rule, AXIS if is_base else GRID, 1.5 if is_base else 1.0),
            words((label,), box.left - 8.0, y + 5.0, MUTED, anchor="end"),
        ]
    parts.append(words(fold(plot.scale.note(), box.right, max_lines=1), 4.0, 18.0, MUTED))
    return [part for part in parts if part]


def _levels(levels: tuple[ReferenceLine, ...], plot: TrendPlot) -> list[str]:
    parts = []
    for index, line in enumerate(levels):
        colour, dash = style(levels, index)
        parts += [straight(piece, colour, 2.0, dash) for piece in plot.line(line)]
        if line.kind != "limit":
            shape = "triangle" if line.kind == "target" else "square"
            x, y = plot.end(line), plot.y(line.value)
            parts.append(marker(shape, x, y, 5.0, colour, hollow=shape == "square"))
    return parts
