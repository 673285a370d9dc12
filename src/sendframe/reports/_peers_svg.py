"""Draw an area among others: on an axis from 0, and small from worst to best."""

import attrs

from ._axis_scale import AxisScale, finite
from ._chart_model import Dot, PeersChart
from ._flag_layout import Flag, place_flags, rows_of
from ._marker import MARKERS
from ._svg import Drawing
from ._text_measure import LEADING, fold, lines_width
from ._tokens import CHART_WIDTHS

__all__ = ["mark_rows", "peers_small_svg", "peers_svg"]

_NAMED = ("area", "country", "region")
_SMALL_WIDTH = 104.0
_MOST_SMALL, _BETWEEN = 110.0, 4.0
"""A small drawing is no wider, so that its text is at least 8.5 pt in a table; space by a figure."""
_SIDE = 10.0
_ROW = 12.0
"""Height of a row of marks, and the distance from which on two marks stand side by side."""
_MOST_ROWS = 4


@attrs.frozen
class _Place:
    """A dot that has a figure."""

    dot: Dot
    value: float


def _places(chart: PeersChart) -> list[_Place]:
    """Return the dots with a figure, the area itself last, so that it is drawn over others."""
    order = ("near", "other", "region", "country", "area")
    places = [_Place(dot, value) for dot in chart.dots if (value := finite(dot.value)) is not None]
    return sorted(places, key=lambda place: order.index(place.dot.role))


def _mark(drawing: Drawing, dot: Dot, x: float, y: float, size: float) -> None:
    """Draw the area as a diamond, the country and the region solid, and all others hollow."""
    if dot.role == "area":
        drawing.mark("diamond", x, y, "area", size=size * 1.15)
    elif dot.role in _NAMED:
        drawing.mark(MARKERS[dot.role], x, y, dot.role, size=size)
    else:
        drawing.mark("circle", x, y, "near", size=size * 0.82, hollow=True)


def peers_svg(chart: PeersChart, kind: str) -> str:
    """Return all areas as dots on an axis that begins at 0, with the main ones named."""
    drawing, width = Drawing(chart, kind), CHART_WIDTHS[kind]
    places = _places(chart)
    scale = AxisScale.around([place.value for place in places], chart.unit, ticks=4)
    left, right = 22.0, width - 22.0
    x_of = {id(place): left + (right - left) * scale.share(place.value) for place in places}
    flags = [
        Flag(
            x_of[id(place)],
            fold(place.dot.label, width * 0.45, max_lines=2, bold=place.dot.role == "area"),
            place.dot.role,
            bold=place.dot.role == "area",
        )
        for place in places
        if place.dot.role in _NAMED
    ]
    placed = place_flags(flags, 3.0, width - 3.0)
    base = 22.0 + LEADING * rows_of(placed)
    for flag in placed:
        first = base - 17.0 - LEADING * (flag.top_row - 1)
        start = base - 12.0 - LEADING * flag.upright_rows
        drawing.line((flag.flag.x, start), (flag.flag.x, base - 7.0), flag.flag.role)
        drawing.text(flag.flag.lines, flag.left, first, flag.flag.role, bold=flag.flag.bold)
    drawing.line((left, base), (right, base), "line", width=4.0)
    rows = mark_rows([x_of[id(place)] for place in reversed(places)])[::-1]
    below = base + _ROW * max(rows, default=0)
    for x, label, lines in _tick_places(scale, chart.unit, left, right, width):
        drawing.line((x, base - 6.0), (x, below + 6.0), "edge")
        drawing.text(lines, label, below + 24.0, "muted", anchor="middle")
    for place, row in zip(places, rows, strict=True):
        _mark(drawing, place.dot, x_of[id(place)], base + _ROW * row, 5.6)
    return drawing.written(width, below + 32.0)


def mark_rows(centres: list[float]) -> list[int]:
    """Return the row of each mark, from 0 on the line down, so that none hides another.

    Where the rows are full, marks overlap on the last one.
    """
    taken: list[list[float]] = [[] for _ in range(_MOST_ROWS)]
    rows = []
    for centre in centres:
        free = (
            row
            for row, others in enumerate(taken)
            if all(abs(centre - other) >= _ROW for other in others)
        )
        row = next(free, _MOST_ROWS - 1)
        taken[row].append(centre)
        rows.append(row)
    return rows


def _tick_places(
    scale: AxisScale, unit: str, left: float, right: float, width: float
) -> list[tuple[float, float, tuple[str, ...]]]:
    """Return place, place of the label and label of the ticks that fit, the outer ones first."""
    ticks = scale.ticks()
    suffix = f" {unit}" if unit and unit != "%" else ""
    order = [len(ticks) - 1, 0, *range(1, len(ticks) - 1)]
    taken: list[tuple[float, float]] = []
    fitting = []
    for index in order:
        value, label = ticks[index]
        lines = fold(label + (suffix if index == order[0] else ""), width * 0.4, max_lines=1)
        half = lines_width(lines) / 2
        x = left + (right - left) * scale.share(value)
        middle = max(min(x, width - half - 3.0), half + 3.0)
        if all(middle + half + 6.0 < low or high < middle - half - 6.0 for low, high in taken):
            taken.append((middle - half, middle + half))
            fitting.append((x, middle, lines))
    return fitting


def peers_small_svg(chart: PeersChart) -> str:
    """Return the areas from the worst on the left to the best on the right, with both figures."""
    drawing, places = Drawing(chart, "small"), _places(chart)
    ends = sorted(places, key=lambda place: place.value, reverse=chart.lower_is_better)
    texts = [fold(end.dot.text, 90.0, max_lines=1) for end in ends[:: max(len(ends) - 1, 1)]]
    widths = list(map(lines_width, texts))
    beside = sum(widths) + _BETWEEN * len(texts)
    is_folded = len(texts) > 1 and beside > _MOST_SMALL
    width = max(_SMALL_WIDTH, max(widths, default=0.0) + 2 * _BETWEEN if is_folded else beside)
    below = 29.0 + (LEADING if is_folded else 0.0)
    worst, best = (ends[0].value, ends[-1].value) if ends else (0.0, 0.0)
    span = best - worst
    drawing.line((_SIDE, 9.0), (width - _SIDE, 9.0), "line", width=5.0)
    for place in places:
        share = (place.value - worst) / span if span else 0.5
        _mark(drawing, place.dot, _SIDE + (width - 2 * _SIDE) * share, 9.0, 4.0)
    if span:
        drawing.text(texts[0], 3.0, 29.0, "muted")
        drawing.text(texts[1], width - 3.0, below, "muted", anchor="end")
    elif texts:
        drawing.text(texts[0], width / 2, 29.0, "muted", anchor="middle")
    return drawing.written(width, below + 5.0)
