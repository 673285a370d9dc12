"""Draw a judgement on its scale, and pieces of evidence as one shape each."""

from ._marker import closed_path, tone_role
from ._shape_model import Ladder, Pips
from ._svg import Drawing

__all__ = ["ladder_svg", "pips_svg"]

_STEP, _SIDE, _MIDDLE = 41.0, 14.0, 13.0
_PIP, _PIP_ROW, _PIPS_A_ROW = 15.0, 16.0, 20


def ladder_svg(chart: Ladder, kind: str) -> str:
    """Return the step that holds, solid, and the one before, hollow, with an arrow between."""
    drawing = Drawing(chart, kind)
    places = [_SIDE + _STEP * index for index in range(len(chart.steps))]
    apart = sum(step.is_apart for step in chart.steps)
    for place in places[:apart]:
        ends = (place - 8.0, _MIDDLE), (place + 12.0, _MIDDLE)
        drawing.line(*ends, "edge", width=1.2, dash="3 3")
    if places[apart:]:
        drawing.line((places[apart], _MIDDLE), (places[-1], _MIDDLE), "line", width=4.0)
    for place in places:
        drawing.line((place, _MIDDLE - 6.0), (place, _MIDDLE + 6.0), "edge", width=1.2)
    before = chart.before
    if 0 <= chart.now < len(places):
        step, now = chart.steps[chart.now], places[chart.now]
        if before is not None and 0 <= before < len(places) and before != chart.now:
            side = 1.0 if before < chart.now else -1.0
            tip = now - 10.0 * side
            drawing.line((places[before], _MIDDLE), (tip - 6.0 * side, _MIDDLE), "area", width=2.4)
            corners = [(tip, _MIDDLE), (tip - 8.0 * side, 8.0), (tip - 8.0 * side, 18.0)]
            drawing.shape(closed_path(corners), "area", "area", width=0.0)
            shape = chart.steps[before].shape
            drawing.mark(shape, places[before], _MIDDLE, "area", size=5.0, hollow=True)
        drawing.mark(step.shape, now, _MIDDLE, tone_role(step.tone), size=6.6, hollow=step.is_apart)
    return drawing.written(2 * _SIDE + _STEP * max(len(places) - 1, 0), 2 * _MIDDLE)


def pips_svg(chart: Pips, kind: str) -> str:
    """Return the pieces of evidence in rows of 20."""
    drawing = Drawing(chart, kind)
    for index, pip in enumerate(chart.pips):
        row, column = divmod(index, _PIPS_A_ROW)
        x, y = 9.0 + _PIP * column, 8.0 + _PIP_ROW * row
        size = 4.0 if pip.shape == "bar" else 5.0
        drawing.mark(pip.shape, x, y, tone_role(pip.tone, "near"), size=size, hollow=pip.is_hollow)
    columns = min(max(len(chart.pips), 1), _PIPS_A_ROW)
    rows = max(-(-len(chart.pips) // _PIPS_A_ROW), 1)
    return drawing.written(3.0 + _PIP * columns, _PIP_ROW * rows)
