"""Draw a trend chart as SVG, with its levels named at their ends."""

from ._axis_scale import finite
from ._label_layout import Segment
from ._palette import AXIS, GRID, MUTED, OWN
from ._report_model import ReferenceLine, TrendChart
from ._svg import fold, marker, picture, words
from ._trend_label import ends, figures, periods
from ._trend_plot import TrendPlot, drawn_line, layout, straight, style

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
        *drawn_line(plot.runs, OWN, 3.0),
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
    """Return the rules of the axis, all but its base as one path, and their figures."""
    box, ticks = plot.box, plot.scale.ticks()
    rules = {
        value: Segment(box.left, plot.y(value), box.right, plot.y(value)) for value, _ in ticks
    }
    base = [value for value in rules if plot.scale.is_base(value)]
    note = words(fold(plot.scale.note(), box.right, max_lines=1), 4.0, 18.0, MUTED)
    return [
        *drawn_line((rule for value, rule in rules.items() if value not in base), GRID, 1.0),
        *(straight(rules[value], AXIS, 1.5) for value in base),
        *(
            words((label,), box.left - 8.0, plot.y(value) + 5.0, MUTED, anchor="end")
            for value, label in ticks
        ),
        *([note] if note else []),
    ]


def _levels(levels: tuple[ReferenceLine, ...], plot: TrendPlot) -> list[str]:
    parts: list[str] = []
    for index, line in enumerate(levels):
        colour, dash = style(levels, index)
        parts += drawn_line(plot.line(line), colour, 2.0, dash)
        if line.kind != "limit":
            shape = "triangle" if line.kind == "target" else "square"
            x, y = plot.end(line), plot.y(line.value)
            parts.append(marker(shape, x, y, 5.0, colour, hollow=shape == "square"))
    return parts
