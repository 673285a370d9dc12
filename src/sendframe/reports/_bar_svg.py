"""Draw counts of one period as bars, one below another."""

from ._axis_scale import AxisScale, finite
from ._chart_model import Bar, BarChart
from ._marker import tone_role
from ._svg import Drawing
from ._text_measure import LEADING, fold, lines_width
from ._tokens import CHART_WIDTHS

__all__ = ["bar_svg"]

_INSET = 14.0


def bar_svg(chart: BarChart, kind: str) -> str:
    """Return bars on one scale from 0, with names left of them or, narrow, above them."""
    drawing, width = Drawing(chart, kind), CHART_WIDTHS[kind]
    is_narrow = kind == "narrow"
    values = [value for bar in chart.bars if (value := finite(bar.value)) is not None]
    scale = AxisScale.around(values, "")
    names = [
        fold(
            bar.label,
            width - _INSET - 16.0 if is_narrow else 200.0,
            max_lines=4,
            bold=not bar.is_part,
        )
        for bar in chart.bars
    ]
    figures = [fold(bar.text, width / 3, max_lines=2, bold=True) for bar in chart.bars]
    name_width = max(
        (
            lines_width(lines, bold=not bar.is_part)
            for bar, lines in zip(chart.bars, names, strict=True)
        ),
        default=0.0,
    )
    left = 4.0 if is_narrow else name_width + 18.0
    right = width - max((lines_width(lines, bold=True) for lines in figures), default=0.0) - 14.0
    zero = left + (right - left) * scale.share(0.0)
    y = 4.0
    for bar, name, figure in zip(chart.bars, names, figures, strict=True):
        if is_narrow:
            drawing.text(
                name, left + (_INSET if bar.is_part else 0.0), y + 12.0, bold=not bar.is_part
            )
            y += LEADING * len(name) + 2.0
        height = 14.0 + LEADING * (
            len(figure) - 1 if is_narrow else max(len(name), len(figure)) - 1
        )
        if not is_narrow:
            drawing.text(name, left - 10.0, y + 11.5, anchor="end", bold=not bar.is_part)
        value = finite(bar.value)
        end = zero if value is None else left + (right - left) * scale.share(value)
        if value is not None:
            drawing.rect(min(zero, end), y, abs(end - zero), 14.0, _role(bar))
        role = "muted" if value is None else "ink"
        drawing.text(figure, max(zero, end) + 7.0, y + 11.5, role, bold=True)
        y += height + (8.0 if is_narrow else 5.0)
    return drawing.written(width, y + 2.0)


def _role(bar: Bar) -> str:
    return tone_role(bar.tone, "near" if bar.is_part else "area")
