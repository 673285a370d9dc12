"""One area among others as a picture: a row for each."""

import attrs

from ._model import Dot, DotChart
from ._palette import AXIS, BENCHMARKS, GRID, INK, MUTED, OTHER, OWN, WASH
from ._scale import Scale, finite
from ._svg import LEADING, SIZE, element, fold, marker, picture, width, words
from ._visible import visible_text

__all__ = ["dot_svg"]

_WIDE = 820.0
_NAMES = 240.0
_FIGURES = 190.0
_TOP = 30.0


@attrs.frozen
class _Row:
    """A row and where it stands."""

    dot: Dot
    value: float | None
    name: tuple[str, ...]
    figure: tuple[str, ...]
    top: float
    high: float

    @property
    def middle(self) -> float:
        return self.top + self.high / 2


def dot_svg(chart: DotChart) -> str:
    """Return one area among others as SVG."""
    rows = _rows(chart)
    bottom = rows[-1].top + rows[-1].high if rows else _TOP
    names = min(_NAMES, max((width(n, bold=True) for r in rows for n in r.name), default=0.0))
    figures = min(_FIGURES, max((width(n, bold=True) for r in rows for n in r.figure), default=0.0))
    left, right = names + 26.0, _WIDE - figures - 34.0
    values = [row.value for row in rows if row.value is not None]
    scale = Scale.around(values, chart.unit, ticks=5)
    if max(width(label) for _, label in scale.ticks()) > (right - left) / 6:
        scale = Scale.around(values, chart.unit, ticks=3)

    def x(value: float) -> float:
        return left + 12.0 + scale.share(value) * (right - left - 24.0)

    styles = _styles(rows)
    parts = [
        element("rect", x=0.0, y=row.top, width=_WIDE, height=row.high, fill=WASH)
        for row in rows
        if row.dot.kind == "own"
    ]
    parts += _axis(chart, scale, [x(value) for value, _ in scale.ticks()], bottom)
    parts += [_rule(left, row.middle, right, row.middle, GRID, 1.0) for row in rows]
    parts += [
        _rule(x(row.value), _TOP, x(row.value), bottom, *styles[index])
        for index, row in enumerate(rows)
        if index in styles and row.value is not None
    ]
    for index, row in enumerate(rows):
        parts += _drawn(row, left, right, styles.get(index, (OTHER, 2.0, ""))[0])
        if row.value is not None:
            parts.append(_mark(row, x(row.value), styles.get(index, (OTHER, 2.0, ""))[0]))
    return picture(
        [each for each in parts if each],
        prefix=chart.id,
        title=chart.title,
        description=chart.description,
        wide=_WIDE,
        high=bottom + 36.0,
    )


def _rows(chart: DotChart) -> list[_Row]:
    rows: list[_Row] = []
    top = _TOP
    for dot in chart.dots:
        bold = dot.kind == "own"
        name = fold(dot.label, _NAMES, bold=bold)
        figure = fold(dot.text, _FIGURES, bold=bold)
        high = LEADING * max(len(name), len(figure), 1) + 10.0
        rows.append(_Row(dot, finite(dot.value), name, figure, top, high))
        top += high
    return rows


def _styles(rows: list[_Row]) -> dict[int, tuple[str, float, str]]:
    """Return colour, thickness and dashes of each benchmark's line, by row."""
    benchmarks = [index for index, row in enumerate(rows) if row.dot.kind == "benchmark"]
    styles: dict[int, tuple[str, float, str]] = {}
    for turn, index in enumerate(benchmarks):
        colour, dash = BENCHMARKS[turn % len(BENCHMARKS)]
        styles[index] = (colour, 2.0, dash)
    return styles


def _rule(  # noqa: PLR0913  # two ends and a look
    x1: float, y1: float, x2: float, y2: float, colour: str, thick: float, dash: str = ""
) -> str:
    dashes = {"stroke_dasharray": dash} if dash else {}
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return element("line", **ends, stroke=colour, stroke_width=thick, fill="none", **dashes)


def _axis(chart: DotChart, scale: Scale, places: list[float], bottom: float) -> list[str]:
    parts: list[str] = []
    for place, (value, label) in zip(places, scale.ticks(), strict=True):
        floor = value == scale.low
        parts += [
            _rule(place, _TOP, place, bottom, AXIS if floor else GRID, 1.5 if floor else 1.0),
            words((label,), place, bottom + 22.0, MUTED, anchor="middle"),
        ]
    notes = [] if chart.unit in {"", "%"} else [visible_text(chart.unit)]
    if scale.hides_nought:
        notes.append(
            "(this axis does not start at 0)" if notes else "This axis does not start at 0"
        )
    parts.append(words(fold(" ".join(notes), _WIDE, most=1), 4.0, 18.0, MUTED))
    return parts


def _drawn(row: _Row, left: float, right: float, colour: str) -> list[str]:
    """Return the name at the start of a row and the figure at its end."""
    bold = row.dot.kind == "own"
    ink = {"own": OWN, "benchmark": colour}.get(row.dot.kind, INK)
    base = row.middle + SIZE * 0.35
    figure_ink = MUTED if row.value is None else ink
    return [
        words(row.name, left - 14.0, _first(base, row.name), ink, anchor="end", bold=bold),
        words(row.figure, right + 14.0, _first(base, row.figure), figure_ink, bold=bold),
    ]


def _first(base: float, lines: tuple[str, ...]) -> float:
    return base - LEADING * (len(lines) - 1) / 2


def _mark(row: _Row, x: float, colour: str) -> str:
    if row.dot.kind == "own":
        return marker("diamond", x, row.middle, 7.0, OWN)
    if row.dot.kind == "benchmark":
        return marker("square", x, row.middle, 6.0, colour, hollow=True)
    return marker("circle", x, row.middle, 5.0, OTHER)
