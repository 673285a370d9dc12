"""Draw charts as SVG and as tables, without a dependency; the same chart gives the same bytes.

A printed figure is the text of the report model; only labels of axes are made here.
"""

from collections.abc import Iterator

from ._dot_svg import dot_svg
from ._report_model import Cell, Chart, DotChart, ReferenceLine, Table, TrendChart
from ._svg import identifier
from ._trend_svg import trend_svg
from ._visible_text import visible_text

__all__ = ["identifier", "svg", "table", "visible_text"]

_KINDS = {"own": "This area", "other": "Other area", "benchmark": "Benchmark"}
_LEVELS = {"target": "Target", "benchmark": "Benchmark", "limit": "Limit of chance"}


def svg(chart: Chart) -> str:
    """Return a chart as an SVG element, for an HTML page or a file of its own.

    It has a name (``title``), a text alternative (``desc``) and presentation attributes on every
    shape, so that it looks the same where no style sheet reaches it.
    """
    if isinstance(chart, TrendChart):
        return trend_svg(chart)
    return dot_svg(chart)


def table(chart: Chart) -> Table:
    """Return the figures of a chart as a table."""
    if isinstance(chart, DotChart):
        return Table(
            caption=f"Figures: {chart.title}",
            columns=("Area", _figure(chart.unit), "Kind"),
            rows=tuple(
                (Cell(dot.label), _number(dot.text, dot.facts), Cell(_KINDS[dot.kind]))
                for dot in chart.dots
            ),
        )
    points = tuple((Cell(point.label), _number(point.text, point.facts)) for point in chart.points)
    levels = tuple((line, Cell(_LEVELS[line.kind])) for line in chart.lines)
    if not levels:
        return Table(f"Figures: {chart.title}", ("Period", _figure(chart.unit)), points)
    return Table(
        caption=f"Figures: {chart.title}",
        columns=("Period or level", _figure(chart.unit), "Kind"),
        rows=(
            *((*row, Cell("Figure")) for row in points),
            *(row for line, kind in levels for row in _level_rows(line, kind)),
        ),
    )


def _level_rows(line: ReferenceLine, kind: Cell) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a level: one, or one for each period of its past."""
    name = line.label.rpartition(", ")[0] if line.past else line.label
    for point in line.past:
        if point.value is not None:
            yield Cell(f"{name}, {point.label}"), _number(point.text, point.facts), kind
    if not line.past:
        yield Cell(line.label), _number(line.text, line.facts), kind


def _figure(unit: str) -> str:
    return f"Figure ({unit})" if unit else "Figure"


def _number(text: str, facts: tuple[str, ...]) -> Cell:
    return Cell(text, facts, number=True)
