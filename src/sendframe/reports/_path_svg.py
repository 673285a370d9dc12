"""Draw the way from a start to an aim, and how far it has been walked."""

from ._axis_scale import finite
from ._marker import closed_path
from ._shape_model import PathChart, PathStop
from ._svg import Anchor, Drawing
from ._text_measure import LEADING, fold, lines_width
from ._tokens import CHART_WIDTHS

__all__ = ["path_svg", "share_walked"]

_START, _END = 16.0, 22.0
_EDGE = 4.0


def share_walked(chart: PathChart) -> float:
    """Return how much of the way has been walked, 0 to 1; 0 where that is no number."""
    start, now, aim = (finite(stop.value) for stop in (chart.start, chart.now, chart.aim))
    if start is None or now is None or aim is None or start == aim:
        return 0.0
    return min(max((now - start) / (aim - start), 0.0), 1.0)


def path_svg(chart: PathChart, kind: str) -> str:
    """Return a line from the start to a flag, solid as far as it has been walked."""
    drawing, width = Drawing(chart, kind), CHART_WIDTHS[kind]
    half = width / 2 - 12.0
    now = fold(_words(chart.now), width - 2 * _EDGE, max_lines=2, bold=True)
    start, aim = fold(_words(chart.start), half), fold(_words(chart.aim), half)
    y = LEADING * len(now) + 24.0
    left, right = _START, width - _END
    x = left + (right - left) * share_walked(chart)
    drawing.line((left, y), (right, y), "edge", width=3.0, dash="1 6")
    drawing.line((left, y), (x, y), "area", width=6.0)
    drawing.mark("circle", left, y, "area", size=5.0, hollow=True)
    flag = [(right, y - 18.0), (right + 14.0, y - 12.0), (right, y - 6.0)]
    drawing.line((right, y + 8.0), (right, y - 18.0), "accent", width=2.0)
    drawing.shape(closed_path(flag), "accent", "accent")
    drawing.mark("circle", x, y, "area", size=8.0)
    place, anchor = _beside(x, lines_width(now, bold=True), width)
    drawing.text(now, place, 14.0, "area", anchor=anchor, bold=True)
    drawing.text(start, _EDGE, y + 26.0, "muted")
    drawing.text(aim, width - _EDGE, y + 26.0, "ink", anchor="end")
    return drawing.written(width, y + 18.0 + LEADING * max(len(start), len(aim)))


def _words(stop: PathStop) -> str:
    return f"{stop.label}: {stop.text}"


def _beside(x: float, text_width: float, width: float) -> tuple[float, Anchor]:
    """Return place and side of a text over *x* that stays in the drawing."""
    if x - text_width / 2 < _EDGE:
        return _EDGE, "start"
    if x + text_width / 2 > width - _EDGE:
        return width - _EDGE, "end"
    return x, "middle"
