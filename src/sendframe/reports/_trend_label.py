"""Place the texts of a trend chart: figures, names of levels, names of periods."""

from ._label_layout import Box, Segment, stack
from ._palette import AXIS, MUTED, OWN, PAPER
from ._report_model import ReferenceLine, TrendChart
from ._svg import LEADING, SIZE, element, fold, marker, text_width, words
from ._trend_plot import NAME_WIDTH, TrendPlot, drawn_line, level_name, straight, style
from ._visible_text import visible_text

__all__ = ["ends", "figures", "periods"]

_MANY = 16  # points above which only the ends and the extremes are labelled


def ends(chart: TrendChart, levels: tuple[ReferenceLine, ...], plot: TrendPlot) -> list[str]:
    """Return the names at the ends of the lines, moved apart where they would overlap."""
    box = plot.box
    names = [
        (level_name(line), plot.y(line.value), plot.end(line) + 5.0, style(levels, index)[0], False)
        for index, line in enumerate(levels)
    ]
    last = plot.values[-1] if plot.reaches_the_end else None
    if last is not None:
        lines = fold(chart.points[-1].text, NAME_WIDTH, bold=True)
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
    """Return the printed figures, placed so that none covers another or the line.

    The ends and the extremes come first; of many points only these are printed. The symbol of a
    missing figure is printed at the foot, or a cross where its text does not fit.
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
        half_width = text_width(text) / 2 + 2.0
        if value is None:
            places = [(x, plot.box.bottom - 7.0)]
        else:
            y = plot.y(value)
            aside, near = half_width + 9.0, half_width * 0.75
            places = [(x, y - 11.0), (x, y + 23.0)]
            places += [(x + a, y + b) for b in (-9.0, 20.0, 5.0) for a in (-aside, aside)]
            places += [(x + a, y + b) for b in (-12.0, 24.0) for a in (-near, near)]
            edge = max(x, plot.box.left - 4.0 + half_width)
            places += [(edge, y - 11.0), (edge, y + 23.0), (x, y - 24.0), (x, y + 36.0)]
        others = [box for at, box in gaps.items() if at != index]
        free_place = _free_place(places, half_width, [*taken, *others], plot, rules)
        if free_place is not None:
            (x, y), box, crossed = free_place
            taken.append(box)
            if crossed:
                parts.append(_background(box))
            parts.append(words((text,), x, y, MUTED if value is None else OWN, anchor="middle"))
        elif value is None:
            parts.append(marker("cross", x, foot, 3.5, MUTED))
    return parts


def _free_place(
    places: list[tuple[float, float]],
    half_width: float,
    taken: list[Box],
    plot: TrendPlot,
    rules: list[Segment],
) -> tuple[tuple[float, float], Box, bool] | None:
    """Return the first free place that no rule crosses, else the first free one, else None."""
    field = Box(plot.box.left - 4.0, plot.box.top - 26.0, plot.box.right + 24.0, plot.box.bottom)
    free = []
    for x, y in places:
        box = Box(x - half_width, y - SIZE + 3.0, x + half_width, y + 4.0)
        covers = any(box.overlaps(other) for other in taken)
        if covers or not box.inside(field) or any(box.crossed_by(run) for run in plot.runs):
            continue
        free.append(((x, y), box, any(box.crossed_by(rule) for rule in rules)))
    return min(free, key=lambda place: place[2], default=None)


def _background(box: Box) -> str:
    size = {"width": box.right - box.left, "height": box.bottom - box.top}
    return element("rect", x=box.left, y=box.top, **size, fill=PAPER)


def _order(plot: TrendPlot) -> list[int]:
    """Return the points to be labelled, the most important first."""
    with_value = [index for index, value in enumerate(plot.values) if value is not None]
    missing = [index for index, value in enumerate(plot.values) if value is None]
    if not with_value:
        return missing
    figures = {index: value for index, value in enumerate(plot.values) if value is not None}
    first = [
        with_value[-1],
        with_value[0],
        max(with_value, key=figures.__getitem__),
        min(with_value, key=figures.__getitem__),
    ]
    rest = with_value if len(plot.values) <= _MANY else []
    at_end = {len(plot.values) - 1} if plot.reaches_the_end else set()
    return [index for index in dict.fromkeys((*first, *rest, *missing)) if index not in at_end]


def periods(chart: TrendChart, plot: TrendPlot) -> tuple[list[str], float]:
    """Return the names of the periods, as many as fit, and the height of the tallest."""
    count = len(chart.points)
    if not count:
        return [], 0.0
    slot = (plot.places[-1] - plot.places[0]) / (count - 1) if count > 1 else 2 * NAME_WIDTH
    longest = max(
        (text_width(word) for point in chart.points for word in visible_text(point.label).split()),
        default=0.0,
    )
    step = next((n for n in range(1, count) if slot * n - 8.0 >= min(longest, 110.0)), count)
    space = min(slot * step - 8.0, 170.0)
    parts: list[str] = []
    marks: list[Segment] = []
    most_lines = 0
    for index in range(count - 1, -1, -step):
        lines = fold(chart.points[index].label, max(space, 40.0))
        most_lines = max(most_lines, len(lines))
        x = plot.places[index]
        marks.append(Segment(x, plot.box.bottom, x, plot.box.bottom + 6.0))
        parts.append(words(lines, x, plot.box.bottom + 24.0, MUTED, anchor="middle"))
    return [*drawn_line(marks, AXIS, 1.5), *filter(None, parts)], 10.0 + most_lines * LEADING
