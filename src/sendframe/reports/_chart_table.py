"""The figures of charts as tables."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from sendframe.language import N_
from sendframe.language import gettext as _

from ._chart_model import BarChart, Chart, ChartPoint, ColumnChart, PeersChart, TrendChart
from ._phrase import NOTHING
from ._report_model import Cell, Mark, Table
from ._shape_model import Ladder, PathChart, Pictogram, Pips, Timeline

__all__ = ["table"]

_SHAPES = (
    N_("bar"), N_("circle"), N_("cross"), N_("diamond"), N_("half"), N_("octagon"), N_("ring"),
    N_("square"), N_("triangle"),
)  # fmt: skip
"""The shapes by name, for the catalogue."""
_SIDES = {"better": N_("better"), "worse": N_("worse")}
_ROLES = {
    "area": N_("This area"),
    "country": N_("Country"),
    "near": N_("Area like it"),
    "region": N_("Region"),
    "other": N_("Other"),
}


def table(chart: Chart) -> Table:
    """Return the figures of a chart as a table, with all that its drawing shows."""
    return _TABLES[type(chart)](chart)


def _trend(chart: TrendChart) -> Table:
    series = [line for line in chart.lines if line.past]
    levels = [line for line in chart.lines if not line.past]
    has_signals = any(point.signal for point in chart.points)
    rows = []
    for index, point in enumerate(chart.points):
        past = [line.past[index] if index < len(line.past) else None for line in series]
        row = [Cell(point.label), _figure(point), *map(_figure, past)]
        rows.append((*row, *([_signal(point)] if has_signals else [])))
    empty = [Cell(NOTHING)] * (len(series) + has_signals)
    rows += [
        (Cell(line.label), Cell(line.text or NOTHING, line.facts, number=True), *empty)
        for line in levels
    ]
    return Table(
        caption=_("Figures: {title}", title=chart.title),
        columns=(
            _("Period or level") if levels else _("Period"),
            _with_unit(chart.area or _("Figure"), chart.unit),
            *(line.label for line in series),
            *([_("Signal")] if has_signals else []),
        ),
        rows=tuple(rows),
        note=" ".join((*_breaks(chart.points), *_events(chart), *_doubt(chart.points))),
    )


def _signal(point: ChartPoint) -> Cell:
    if point.signal is None:
        return Cell(_("none"))
    side = _(_SIDES.get(point.signal, N_("neither better nor worse")))
    if point.outside:
        return Cell(_("{side}, outside the limits", side=side))
    return Cell(_("{side}, one of a run", side=side))


def _doubt(points: Sequence[ChartPoint]) -> Iterable[str]:
    """Yield what limits are worth where each figure lies beyond random variation."""
    known = [point for point in points if point.value is not None]
    if known and all(point.signal for point in known):
        yield _("Each figure is a signal, so the limits describe no period as it was.")


def _breaks(points: Sequence[ChartPoint]) -> Iterable[str]:
    for before, after in pairwise(points):
        if after.follows:
            continue
        if after.why_not:
            text = _(
                "{after} is not comparable with {before}", after=after.label, before=before.label
            )
            yield f"{text}: {after.why_not}."
        else:
            yield _(
                "There is no figure between {before} and {label}.",
                before=before.label,
                label=after.label,
            )


def _events(chart: TrendChart) -> Iterable[str]:
    for event in chart.events:
        if 0 <= event.before < len(chart.points):
            period = chart.points[event.before].label
            yield _("Before {period}: {event}.", period=period, event=event.label)
        else:
            yield f"{event.label}."


def _peers(chart: PeersChart) -> Table:
    return Table(
        caption=_("Figures: {title}", title=chart.title),
        columns=(_("Area"), _with_unit(_("Figure"), chart.unit), _("Kind")),
        rows=tuple(
            (
                Cell(dot.label),
                Cell(dot.text or NOTHING, dot.facts, number=True),
                Cell(_(_ROLES[dot.role])),
            )
            for dot in chart.dots
        ),
    )


def _columns(chart: ColumnChart) -> Table:
    points = chart.series[0].points if chart.series else ()
    rows = []
    for index, point in enumerate(points):
        cells = [
            _figure(series.points[index] if index < len(series.points) else None)
            for series in chart.series
        ]
        rows.append((Cell(point.label), *cells))
    return Table(
        caption=_("Figures: {title}", title=chart.title),
        columns=(_("Period"), *(_with_unit(series.label, chart.unit) for series in chart.series)),
        rows=tuple(rows),
        note=" ".join(_breaks(points)),
    )


def _bars(chart: BarChart) -> Table:
    return Table(
        caption=_("Figures: {title}", title=chart.title),
        columns=(_("What is counted"), _("Figure")),
        rows=tuple(
            (
                Cell(_("of these, {label}", label=bar.label) if bar.is_part else bar.label),
                Cell(bar.text or NOTHING, bar.facts, number=True),
            )
            for bar in chart.bars
        ),
    )


def _timeline(chart: Timeline) -> Table:
    return Table(
        caption=_("Dates: {title}", title=chart.title),
        columns=(_("What is due"), _("Due"), _("State"), _("Times moved")),
        rows=tuple(
            (
                Cell(row.label),
                Cell(row.due or NOTHING),
                Cell(mark=Mark(row.state, row.shape, row.tone)) if row.state else Cell(NOTHING),
                Cell(str(max(len(row.days) - 1, 0)), number=True),
            )
            for row in chart.rows
        ),
    )


def _ladder(chart: Ladder) -> Table:
    states = {chart.before: _("before"), chart.now: _("now")}
    if chart.before == chart.now:
        states[chart.now] = _("now, as before")
    return Table(
        caption=_("Steps: {title}", title=chart.title),
        columns=(_("Step"), _("Judged")),
        rows=tuple(
            (Cell(step.label), Cell(states.get(index, NOTHING)))
            for index, step in enumerate(chart.steps)
        ),
    )


def _pips(chart: Pips) -> Table:
    counts: dict[tuple[str, str, bool], int] = {}
    for pip in chart.pips:
        key = (pip.shape, pip.tone, pip.is_hollow)
        counts[key] = counts.get(key, 0) + 1
    return Table(
        caption=_("Evidence: {title}", title=chart.title),
        columns=(_("Shape"), _("Pieces")),
        rows=tuple(
            (Cell(_shape_text(shape, is_hollow=hollow)), Cell(str(count), number=True))
            for (shape, __, hollow), count in counts.items()
        ),
        note=chart.description,
    )


def _shape_text(shape: str, *, is_hollow: bool) -> str:
    name = _(shape) if shape in _SHAPES else shape
    return _("hollow {shape}", shape=name) if is_hollow else _("solid {shape}", shape=name)


def _pictogram(chart: Pictogram) -> Table:
    return Table(
        caption=_("Figures: {title}", title=chart.title),
        columns=(_("How many"), _("Of how many")),
        rows=(
            (Cell(str(chart.filled), chart.facts, number=True), Cell(str(chart.of), number=True)),
        ),
    )


def _path(chart: PathChart) -> Table:
    return Table(
        caption=_("Figures: {title}", title=chart.title),
        columns=(_("Place on the way"), _("Figure")),
        rows=tuple(
            (Cell(stop.label), Cell(stop.text or NOTHING, stop.facts, number=True))
            for stop in (chart.start, chart.now, chart.aim)
        ),
    )


def _figure(point: ChartPoint | None) -> Cell:
    if point is None:
        return Cell(NOTHING, number=True)
    return Cell(point.text or NOTHING, point.facts, number=True)


def _with_unit(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit else name


_TABLES: dict[type[Chart], Callable[[Any], Table]] = {
    TrendChart: _trend,
    PeersChart: _peers,
    ColumnChart: _columns,
    BarChart: _bars,
    Timeline: _timeline,
    Ladder: _ladder,
    Pips: _pips,
    Pictogram: _pictogram,
    PathChart: _path,
}
