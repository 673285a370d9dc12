"""Draw a trend small, without words, on a scale of its own."""

from sendframe.model import Tone

from ._axis_scale import finite
from ._chart_model import TrendChart
from ._marker import tone_role
from ._svg import Drawing

__all__ = ["spark_svg"]

_WIDTH, _HEIGHT, _SIDE = 104.0, 30.0, 6.0


def spark_svg(chart: TrendChart, tone: Tone) -> str:
    """Return a sparkline: a gap and a dashed upright at a break, a dot at the latest figure."""
    drawing, role = Drawing(chart, "small"), tone_role(tone)
    values = [finite(point.value) for point in chart.points]
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)

    def x(index: float) -> float:
        share = index / (len(values) - 1) if len(values) > 1 else 0.5
        return _SIDE + (_WIDTH - 2 * _SIDE) * share

    def y(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return _HEIGHT - _SIDE - share * (_HEIGHT - 2 * _SIDE)

    runs: list[list[tuple[float, float]]] = [[]]
    for index, (point, value) in enumerate(zip(chart.points, values, strict=True)):
        if value is None or not point.follows:
            runs.append([])
        if index and not point.follows and point.why_not:
            place = x(index - 0.5)
            drawing.line((place, 2.0), (place, _HEIGHT - 2.0), "edge", width=1.2, dash="2 2")
        if value is not None:
            runs[-1].append((x(index), y(value)))
    known_runs = [run for run in runs if run]
    for run in known_runs:
        if len(run) > 1:
            drawing.polyline(run, role)
        else:
            drawing.mark("circle", *run[0], role, size=2.0)
    if known_runs:
        drawing.mark("circle", *known_runs[-1][-1], role, size=4.0)
    return drawing.written(_WIDTH, _HEIGHT)
