"""Figures and tables of reports as CSV, for spreadsheets.

What it makes: one file in UTF-8 with a byte order mark. Its first row says what it is and how it is
to be handled; then there is a row for each figure of a picture and each cell of a table but the one
that names its row: where it stands, which row and column or series and period it is of, the text as
printed, the number without rounding where there is one, and the ids of its facts. A text that a
spreadsheet would take for a formula begins with an apostrophe; numbers never do.

What for: checking and working on figures.

What it leaves out: sentences, pictures and colours.
"""

import csv
import io
import math
from collections.abc import Iterable, Iterator

from sendframe.plugins import (
    BarChart,
    Block,
    Cell,
    Chart,
    ChartPoint,
    ColumnChart,
    Columns,
    FigureCard,
    PeersChart,
    RenderedFile,
    Renderer,
    ReportModel,
    Section,
    Table,
    TrendChart,
    charts,
    hookimpl,
)
from sendframe.plugins import gettext as _

_HEAD = ("section", "title", "row", "column", "text", "value", "facts")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ANNEX = "annex"

_Row = tuple[str, str, str, str, str, float | None, tuple[str, ...]]


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the figures and tables of a report as one CSV file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for *words, value, facts in (_about(model), *_rows(model.sections, "")):
        printed = "" if value is None or not math.isfinite(value) else repr(value)
        writer.writerow((*map(safe, words), printed, " ".join(facts)))
    name = "figures" if model.profile == _ANNEX else model.profile
    data = text.getvalue().encode("utf-8-sig", "backslashreplace")
    return (RenderedFile(f"{name}.csv", "text/csv", data),)


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, on one line.

    Examples:
        >>> safe("=1+1"), safe("-1.5"), safe("+6.4 points")
        ("'=1+1", '-1.5', "'+6.4 points")
    """
    line = " ".join(charts.visible_text(text).split())
    return line if _is_number(line) or not line.startswith(_FORMULA) else f"'{line}"


def _about(model: ReportModel) -> _Row:
    """Return what the figures are of, and how the file is to be handled."""
    fictional = (
        _("{area} does not exist, and its figures are made up.", area=model.area)
        if model.fictional
        else ""
    )
    parts = (f"{model.title}. {model.subtitle}.", model.handling_mark, model.notice, fictional)
    return "", _("About this file"), "", "", " ".join(filter(None, parts)), None, ()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _rows(sections: Iterable[Section], above: str) -> Iterator[_Row]:
    for section in sections:
        title = section.title or above
        yield from _of_blocks(section.blocks, title)
        yield from _rows(section.sections, title)


def _of_blocks(blocks: Iterable[Block], section: str) -> Iterator[_Row]:
    for block in blocks:
        match block:
            case Table():
                yield from _of_table(block, section)
            case FigureCard():
                yield section, block.title, "", "", block.figure, None, block.facts
                if block.chart is not None:
                    yield from _of_chart(block.chart, section)
            case Columns(columns):
                for column in columns:
                    yield from _of_blocks(column.blocks, section)
            case TrendChart() | PeersChart() | ColumnChart() | BarChart():
                yield from _of_chart(block, section)
            case _:
                pass


def _of_table(table: Table, section: str) -> Iterator[_Row]:
    for row in table.rows:
        head = row[0].text or (row[0].mark.label if row[0].mark else "")
        for column, cell in zip(table.columns, row, strict=True):
            text = " ".join(_cell_texts(cell))
            names_its_row = cell is row[0] and text == head and len(row) > 1
            if text and not names_its_row:
                yield section, table.caption, head, column, text, None, cell.facts
            if cell.chart is not None:
                yield from _of_chart(cell.chart, section)


def _cell_texts(cell: Cell) -> Iterator[str]:
    yield from filter(None, (cell.mark.label if cell.mark else "", cell.text))
    for line in cell.more:
        yield from _cell_texts(line)
    if cell.note:
        yield cell.note


def _of_chart(chart: Chart, section: str) -> Iterator[_Row]:
    match chart:
        case TrendChart():
            yield from _of_series(chart.points, chart.area or chart.title, chart.title, section)
            for line in chart.lines:
                if line.past:
                    yield from _of_series(line.past, line.label, chart.title, section)
                else:
                    yield section, chart.title, line.label, "", line.text, line.value, line.facts
        case ColumnChart():
            for series in chart.series:
                yield from _of_series(series.points, series.label, chart.title, section)
        case PeersChart():
            for dot in chart.dots:
                yield section, chart.title, dot.label, "", dot.text, dot.value, dot.facts
        case BarChart():
            for bar in chart.bars:
                yield section, chart.title, bar.label, "", bar.text, bar.value, bar.facts
        case _:
            pass


def _of_series(points: Iterable[ChartPoint], name: str, title: str, section: str) -> Iterator[_Row]:
    for point in points:
        yield section, title, name, point.label, point.text, point.value, point.facts


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("csv", "CSV for spreadsheets", __doc__ or "", render, for_people=False)]
