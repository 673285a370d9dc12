"""A series over time as a picture, with its levels named at their ends."""

from itertools import pairwise

import attrs

from ._label import Box, Segment, stack
from ._model import ReferenceLine, TrendChart
from ._palette import AXIS, BENCHMARKS, GRID, MUTED, OWN, PAPER, TARGETS
from ._scale import Scale, finite
from ._svg import LEADING, SIZE, element, fold, marker, picture, width, words
from ._visible import visible_text

__all__ = ["trend_svg"]

_MANY = 16  # points above which only the ends and the extremes are labelled
_SIDE = 225.0  # room for the names of levels
_ENDS = 34.0  # from the sides of the plot to the first and the last point


@attrs.frozen
class _Plot:
    """Where things stand: the plot's box, the scale and the places of the points."""

    box: Box
    scale: Scale
    places: tuple[float, ...]
    values: tuple[float | None, ...]
    side: float

    def y(self, value: float) -> float:
        return self.box.bottom - self.scale.share(value) * (self.box.bottom - self.box.top)

    @property
    def runs(self) -> tuple[Segment, ...]:
        """The pieces of the line; there is none to or from a missing figure."""
        pairs = pairwise(zip(self.places, self.values, strict=True))
        return tuple(
            Segment(x1, self.y(a), x2, self.y(b))
            for (x1, a), (x2, b) in pairs
            if a is not None and b is not None
        )


def trend_svg(chart: TrendChart) -> str:
    """Return a series over time as SVG."""
    levels = tuple(line for line in chart.lines if finite(line.value) is not None)
    plot = _plan(chart, levels)
    box = plot.box
    periods, depth = _periods(chart, plot)
    parts = [
        *_axis(plot),
        *_levels(levels, plot),
        *(_line(each, OWN, 3.0) for each in plot.runs),
        *(marker("circle", x, plot.y(v), 4.5, OWN) for x, v in _known(plot)),
        *_figures(chart, levels, plot),
        *_ends(chart, levels, plot),
        *periods,
    ]
    return picture(
        parts,
        prefix=chart.id,
        title=chart.title,
        description=chart.description,
        wide=box.right + plot.side,
        high=box.bottom + depth + 10.0,
    )


def _plan(chart: TrendChart, levels: tuple[ReferenceLine, ...]) -> _Plot:
    values = tuple(finite(point.value) for point in chart.points)
    shown = [
        each for each in (*values, *(finite(line.value) for line in levels)) if each is not None
    ]
    scale = Scale.around(shown, chart.unit)
    left = 14.0 + max(width(label) for _, label in scale.ticks())
    count = len(chart.points)
    ends = [line for level in levels for line in _name(level)]
    if _last(values):
        ends += fold(chart.points[-1].text, _SIDE - 40.0, bold=True)
    side = min(_SIDE, 44.0 + max((width(line, bold=True) for line in ends), default=-20.0))
    right = (860.0 if count <= _MANY else 960.0) - side
    needed = sum(LEADING * len(_name(line)) + 5.0 for line in levels) + LEADING
    top = 50.0 if scale.note() else 30.0
    box = Box(left, top, right, top + max(230.0, needed))
    room = right - left - 2 * _ENDS
    places = tuple(
        left + _ENDS + (room * index / (count - 1) if count > 1 else room / 2)
        for index in range(count)
    )
    return _Plot(box, scale, places, values, side)


def _last(values: tuple[float | None, ...]) -> bool:
    """Whether the line reaches the last period, so that its figure can stand at its end."""
    return len(values) > 1 and values[-1] is not None


def _known(plot: _Plot) -> tuple[tuple[float, float], ...]:
    pairs = zip(plot.places, plot.values, strict=True)
    return tuple((x, value) for x, value in pairs if value is not None)


def _line(each: Segment, colour: str, thick: float, dash: str = "") -> str:
    dashes = {"stroke_dasharray": dash} if dash else {}
    ends = {"x1": each.x1, "y1": each.y1, "x2": each.x2, "y2": each.y2}
    return element("line", **ends, stroke=colour, stroke_width=thick, **dashes)


def _axis(plot: _Plot) -> list[str]:
    box = plot.box
    parts: list[str] = []
    for value, label in plot.scale.ticks():
        y = plot.y(value)
        floor = plot.scale.is_base(value)
        rule = Segment(box.left, y, box.right, y)
        parts += [
            _line(rule, AXIS if floor else GRID, 1.5 if floor else 1.0),
            words((label,), box.left - 8.0, y + 5.0, MUTED, anchor="end"),
        ]
    parts.append(words(fold(plot.scale.note(), box.right, most=1), 4.0, 18.0, MUTED))
    return [each for each in parts if each]


def _style(levels: tuple[ReferenceLine, ...], index: int) -> tuple[str, str]:
    line = levels[index]
    styles = TARGETS if line.kind == "target" else BENCHMARKS
    before = sum(1 for each in levels[:index] if each.kind == line.kind)
    return styles[before % len(styles)]


def _levels(levels: tuple[ReferenceLine, ...], plot: _Plot) -> list[str]:
    parts = []
    for index, line in enumerate(levels):
        colour, dash = _style(levels, index)
        y = plot.y(line.value)
        shape = "triangle" if line.kind == "target" else "square"
        parts += [
            _line(Segment(plot.box.left, y, plot.box.right, y), colour, 2.0, dash),
            marker(shape, plot.box.right, y, 5.0, colour, hollow=shape == "square"),
        ]
    return parts


def _name(line: ReferenceLine) -> tuple[str, ...]:
    return fold(f"{line.text} {line.label}", _SIDE - 40.0)


def _ends(chart: TrendChart, levels: tuple[ReferenceLine, ...], plot: _Plot) -> list[str]:
    """Return the names at the ends of the lines, pushed apart where they would meet."""
    box = plot.box
    names = [
        (_name(line), plot.y(line.value), box.right + 5.0, _style(levels, index)[0], False)
        for index, line in enumerate(levels)
    ]
    last = plot.values[-1] if _last(plot.values) else None
    if last is not None:
        lines = fold(chart.points[-1].text, _SIDE - 40.0, bold=True)
        names.append((lines, plot.y(last), plot.places[-1] + 6.0, OWN, True))
    tops = stack(
        [(y, LEADING * len(lines)) for lines, y, *_ in names], box.top - 12.0, box.bottom + 10.0
    )
    parts = []
    for (lines, y, x, colour, bold), top in zip(names, tops, strict=True):
        middle = top + LEADING * len(lines) / 2
        parts += [
            _line(Segment(x, y, box.right + 28.0, middle), colour, 1.0),
            words(lines, box.right + 33.0, top + SIZE - 2.0, colour, bold=bold),
        ]
    return parts


def _figures(chart: TrendChart, levels: tuple[ReferenceLine, ...], plot: _Plot) -> list[str]:
    """Return the printed figures, each where it covers neither a figure nor the line.

    The ends and the extremes come first; with many points they are all. What stands in the place
    of a missing figure is printed at the foot, or a cross where there is no room for it.
    """
    taken = [
        Box(x - 6.0, plot.y(value) - 6.0, x + 6.0, plot.y(value) + 6.0) for x, value in _known(plot)
    ]
    rules = [
        Segment(plot.box.left, y, plot.box.right, y) for y in (plot.y(e.value) for e in levels)
    ]
    parts: list[str] = []
    for index in _order(plot):
        value, x, text = (
            plot.values[index],
            plot.places[index],
            visible_text(chart.points[index].text),
        )
        wide = width(text) / 2 + 2.0
        if value is None:
            places = [(x, plot.box.bottom - 7.0)]
        else:
            y = plot.y(value)
            aside, near = wide + 9.0, wide * 0.75
            places = [(x, y - 11.0), (x, y + 23.0)]
            places += [(x + a, y + b) for b in (-9.0, 20.0, 5.0) for a in (-aside, aside)]
            places += [(x + a, y + b) for b in (-12.0, 24.0) for a in (-near, near)]
            places += [(x, y - 24.0), (x, y + 36.0)]
        found = _room(places, wide, taken, plot, rules)
        if found is not None:
            (x, y), box, crossed = found
            taken.append(box)
            if crossed:
                parts.append(_blank(box))
            parts.append(words((text,), x, y, MUTED if value is None else OWN, anchor="middle"))
        elif value is None:
            parts.append(marker("cross", x, plot.box.bottom - 10.0, 3.5, MUTED))
    return parts


def _room(
    places: list[tuple[float, float]],
    wide: float,
    taken: list[Box],
    plot: _Plot,
    rules: list[Segment],
) -> tuple[tuple[float, float], Box, bool] | None:
    """Return the first free place that no rule crosses, else the first free one, else None."""
    field = Box(plot.box.left - 4.0, plot.box.top - 26.0, plot.box.right + 24.0, plot.box.bottom)
    free = []
    for x, y in places:
        box = Box(x - wide, y - SIZE + 3.0, x + wide, y + 4.0)
        covers = any(box.meets(each) for each in taken)
        if covers or not box.inside(field) or any(box.crossed_by(each) for each in plot.runs):
            continue
        free.append(((x, y), box, any(box.crossed_by(each) for each in rules)))
    return min(free, key=lambda each: each[2], default=None)


def _blank(box: Box) -> str:
    size = {"width": box.right - box.left, "height": box.bottom - box.top}
    return element("rect", x=box.left, y=box.top, **size, fill=PAPER)


def _order(plot: _Plot) -> list[int]:
    """Return the points to be labelled, the most telling first."""
    known = [index for index, value in enumerate(plot.values) if value is not None]
    missing = [index for index, value in enumerate(plot.values) if value is None]
    if not known:
        return missing
    figures = {index: value for index, value in enumerate(plot.values) if value is not None}
    first = [
        known[-1],
        known[0],
        max(known, key=figures.__getitem__),
        min(known, key=figures.__getitem__),
    ]
    rest = known if len(plot.values) <= _MANY else []
    at_end = {len(plot.values) - 1} if _last(plot.values) else set()
    return [index for index in dict.fromkeys((*first, *rest, *missing)) if index not in at_end]


def _periods(chart: TrendChart, plot: _Plot) -> tuple[list[str], float]:
    """Return the names of the periods, as many as fit, and the depth they take."""
    count = len(chart.points)
    if not count:
        return [], 0.0
    slot = (plot.places[-1] - plot.places[0]) / (count - 1) if count > 1 else 2 * _SIDE
    longest = max(
        (width(word) for each in chart.points for word in visible_text(each.label).split()),
        default=0.0,
    )
    every = next((n for n in range(1, count) if slot * n - 8.0 >= min(longest, 110.0)), count)
    room = min(slot * every - 8.0, 170.0)
    parts = []
    deepest = 0
    for index in range(count - 1, -1, -every):
        lines = fold(chart.points[index].label, max(room, 40.0))
        deepest = max(deepest, len(lines))
        x = plot.places[index]
        mark = Segment(x, plot.box.bottom, x, plot.box.bottom + 6.0)
        parts += [
            _line(mark, AXIS, 1.5),
            words(lines, x, plot.box.bottom + 24.0, MUTED, anchor="middle"),
        ]
    return [each for each in parts if each], 10.0 + deepest * LEADING
