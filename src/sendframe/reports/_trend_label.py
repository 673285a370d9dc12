"""A series over time: its figures, the names of its levels and of its periods."""

from ._label_layout import Box, Segment, stack
from ._palette import AXIS, MUTED, OWN, PAPER
from ._report_model import ReferenceLine, TrendChart
from ._svg import LEADING, SIZE, element, fold, marker, width, words
from ._trend_plot import NAME_ROOM, TrendPlot, level_name, straight, style
from ._visible_text import visible_text

__all__ = ["ends", "figures", "periods"]

_MANY = 16  # points above which only the ends and the extremes are labelled


def ends(chart: TrendChart, levels: tuple[ReferenceLine, ...], plot: TrendPlot) -> list[str]:
    """Return the names at the ends of the lines, pushed apart where they would meet."""
    box = plot.box
    names = [
        (level_name(line), plot.y(line.value), plot.end(line) + 5.0, style(levels, index)[0], False)
        for index, line in enumerate(levels)
    ]
    last = plot.values[-1] if plot.reaches_the_end else None
    if last is not None:
        lines = fold(chart.points[-1].text, NAME_ROOM, bold=True)
        names.append((lines, plot.y(last), plot.places[-1] + 6.0, OWN, True))
    tops = stack(
        [(y, LEADING * len(lines)) for lines, y, *_ in names], box.top - 12.0, box.bottom + 10.0
    )
    parts = []
    for (lines, y, x, colour, bold), top in zip(names, tops, strict=True):
        middle = top + LEADING * len(lines) / 2
        parts += [
            straight(Segment(x, y, box.right + 28.0, middle), colour, 1.0),
            words(lines, box.right + 33.0, top + SIZE - 2.0, colour, bold=bold),
        ]
    return parts


def figures(chart: TrendChart, levels: tuple[ReferenceLine, ...], plot: TrendPlot) -> list[str]:
    """Return the printed figures, each where it covers neither a figure nor the line.

    The ends and the extremes come first; with many points they are all. What stands in the place
    of a missing figure is printed at the foot, or a cross where there is no room for it.
    """
    taken = [
        Box(x - 6.0, plot.y(value) - 6.0, x + 6.0, plot.y(value) + 6.0) for x, value in plot.known
    ]
    rules = [piece for level in levels for piece in plot.line(level)]
    foot = plot.box.bottom - 10.0
    gaps = {
        index: Box(x - 5.0, foot - 5.0, x + 5.0, foot + 5.0)
        for index, (x, value) in enumerate(zip(plot.places, plot.values, strict=True))
        if value is None
    }
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
            edge = max(x, plot.box.left - 4.0 + wide)
            places += [(edge, y - 11.0), (edge, y + 23.0), (x, y - 24.0), (x, y + 36.0)]
        others = [box for at, box in gaps.items() if at != index]
        found = _room(places, wide, [*taken, *others], plot, rules)
        if found is not None:
            (x, y), box, crossed = found
            taken.append(box)
            if crossed:
                parts.append(_blank(box))
            parts.append(words((text,), x, y, MUTED if value is None else OWN, anchor="middle"))
        elif value is None:
            parts.append(marker("cross", x, foot, 3.5, MUTED))
    return parts


def _room(
    places: list[tuple[float, float]],
    wide: float,
    taken: list[Box],
    plot: TrendPlot,
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


def _order(plot: TrendPlot) -> list[int]:
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
    at_end = {len(plot.values) - 1} if plot.reaches_the_end else set()
    return [index for index in dict.fromkeys((*first, *rest, *missing)) if index not in at_end]


def periods(chart: TrendChart, plot: TrendPlot) -> tuple[list[str], float]:
    """Return the names of the periods, as many as fit, and the depth they take."""
    count = len(chart.points)
    if not count:
        return [], 0.0
    slot = (plot.places[-1] - plot.places[0]) / (count - 1) if count > 1 else 2 * NAME_ROOM
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
            straight(mark, AXIS, 1.5),
            words(lines, x, plot.box.bottom + 24.0, MUTED, anchor="middle"),
        ]
    return [each for each in parts if each], 10.0 + deepest * LEADING
