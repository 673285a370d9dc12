"""The figures under a chart: its periods as columns, so that each number is printed once."""

from collections.abc import Iterator
from math import ceil

from sendframe.plugins import Cell, Chart, ChartPoint, ColumnChart, Table, TrendChart
from sendframe.plugins import gettext as _

from ._face import face
from ._layout import TABLE

__all__ = ["figure_tables"]

_MOST_OF_A_LABEL = 0.4
_GAP = 6.0


def figure_tables(chart: Chart, width: float) -> Iterator[Table]:
    """Yield the tables under a trend or a column chart; other charts have none.

    Periods that do not fit into *width*, in points, are in a further table.
    """
    if isinstance(chart, TrendChart):
        rows = [
            (chart.area or _("Figure"), chart.points),
            *((line.label, line.past) for line in chart.lines if line.past),
        ]
    elif isinstance(chart, ColumnChart):
        rows = [(series.label, series.points) for series in chart.series]
    else:
        return
    periods = rows[0][1]
    unit = f" ({chart.unit})" if chart.unit else ""
    for part in _parts(periods, rows, width):
        yield Table(
            _("{title}: figures", title=chart.title) + unit,
            (_("Period"), *(point.label for point in part)),
            tuple((Cell(label), *_cells(part, points)) for label, points in rows),
        )


def _parts(
    periods: tuple[ChartPoint, ...],
    rows: list[tuple[str, tuple[ChartPoint, ...]]],
    width: float,
) -> Iterator[tuple[ChartPoint, ...]]:
    """Yield periods that fit beside each other, about as many in each part."""
    bold = face(bold=True)
    label = max(bold.width(label) for label, _ in rows) * TABLE + _GAP
    figures = [face().width(point.text) for _, points in rows for point in points]
    heads = [bold.width(point.label) for point in periods]
    period = max([*figures, *heads], default=1.0) * TABLE + _GAP
    most = max(1, int((width - min(label, width * _MOST_OF_A_LABEL)) / period))
    each = ceil(len(periods) / ceil(len(periods) / most)) if periods else 1
    for first in range(0, len(periods), each):
        yield periods[first : first + each]


def _cells(part: tuple[ChartPoint, ...], points: tuple[ChartPoint, ...]) -> Iterator[Cell]:
    by_label = {point.label: point for point in points}
    for period in part:
        point = by_label.get(period.label)
        yield Cell(point.text, point.facts, number=True) if point else Cell()
