"""Turn a table into the data of the template, with the widths of its columns."""

from collections.abc import Iterator
from typing import Any

import attrs

from sendframe.plugins import Cell, Mark, Sentence, Span, Table
from sendframe.plugins import gettext as _

from ._cell_height import CellLines, lines_height
from ._column_widths import Extent, lowest_widths
from ._drawing import Drawing, draw_small, visible
from ._face import face
from ._layout import BODY, NOTE, TABLE, Layout
from ._sentence import drawing_of, mark_of, mark_width, sentence_of

__all__ = ["table_of"]

_GAP = 7.0
"""Space at the right of each cell, in points."""

_MOST_OF_A_CELL = 250.0
"""A text is not given more width than this while others have to break, in points."""

_WIDEST_PICTURE = 120.0
_SCALE, _SCALE_OF_WORDS = 0.62, 0.93
"""Pictures in cells are printed so much smaller; those with words in 9 points."""

_WIDEST_WORD = 130.0
"""Longer words than this break, in points."""

_LONG_ROW = 900
"""Rows with more characters may be parted by the end of a page."""

_MOST_MEASURED = 40
"""The first rows of a table decide the widths of its columns, where they could be shared well."""

_SLACK = 0.6
"""Added to each measured width in points, since kerning is not measured."""


def table_of(table: Table, layout: Layout) -> dict[str, Any]:
    """Return a table as data."""
    count = len(table.columns)
    if not count:
        return {"kind": "note", "text": layout.text(f"{table.caption} {table.note}".strip(), NOTE)}
    rows = [[_picture(cell) for cell in row] for row in table.rows]
    numeric = [_is_numeric(table, number) for number in range(count)]
    extents = [_column_extent(table, rows, number) for number in range(count)]
    widths = lowest_widths(extents, _Heights.of(table, rows).at, layout.width)
    inside = [attrs.evolve(layout, width=max(width - _GAP, 12.0)) for width in widths]
    return {
        "kind": "table",
        "caption": "" if table.hides_caption else layout.text(table.caption, TABLE, bold=True),
        "columns": [
            {"text": place.text(title, NOTE, bold=True), "number": is_number}
            for title, place, is_number in zip(table.columns, inside, numeric, strict=True)
        ],
        "widths": list(widths),
        "rows": list(_rows(table, rows, inside, layout))
        or [_span(Span(0, Sentence(_("No entries."))), layout)],
        "note": layout.text(table.note, NOTE),
    }


def _rows(
    table: Table, rows: "list[list[_Drawn]]", inside: list[Layout], layout: Layout
) -> Iterator[dict[str, Any]]:
    """Yield the rows and, before the row that each stands before, the rows of one cell."""
    spans = iter(sorted(table.spans, key=lambda span: span.before))
    span = next(spans, None)
    for number, row in enumerate(rows):
        while span is not None and span.before <= number:
            yield _span(span, layout)
            span = next(spans, None)
        cells = [
            _cell(drawn, place, is_head=column == 0)
            for column, (drawn, place) in enumerate(zip(row, inside, strict=True))
        ]
        length = max((_length(drawn.cell) for drawn in row), default=0)
        yield {"kind": "cells", "cells": cells, "breaks": length > _LONG_ROW}
    while span is not None:
        yield _span(span, layout)
        span = next(spans, None)


def _span(span: Span, layout: Layout) -> dict[str, Any]:
    inside = attrs.evolve(layout, width=layout.width - 3 * _GAP)
    return {"kind": span.kind, "sentence": sentence_of(span.sentence, inside, TABLE)}


@attrs.frozen
class _Drawn:
    """A cell with the picture of its chart."""

    cell: Cell
    drawing: Drawing | None
    more: "tuple[_Drawn, ...]"


def _picture(cell: Cell) -> _Drawn:
    drawing = _scaled(draw_small(cell.chart)) if cell.chart is not None else None
    return _Drawn(cell, drawing, tuple(_picture(line) for line in cell.more))


def _scaled(drawing: Drawing | None) -> Drawing | None:
    if drawing is None:
        return None
    scale = _SCALE_OF_WORDS if "<text" in drawing.svg else _SCALE
    scale = min(scale, _WIDEST_PICTURE / drawing.width)
    return attrs.evolve(drawing, width=drawing.width * scale, height=drawing.height * scale)


def _cell(drawn: _Drawn, layout: Layout, *, is_head: bool) -> dict[str, Any]:
    cell = drawn.cell
    picture: dict[str, Any] | None = None
    instead = ""
    if cell.chart is not None:
        if drawn.drawing is not None and layout.draws:
            picture = drawing_of(drawn.drawing, layout.width)
        else:
            instead = layout.text(cell.chart.description, NOTE)
    return {
        "text": layout.text(cell.text, _size(cell), bold=cell.strong or is_head),
        "bold": cell.strong or is_head,
        "size": _size(cell),
        "number": cell.number,
        "mark": mark_of(cell.mark, layout),
        "note": layout.text(cell.note, NOTE),
        "picture": picture,
        "instead": instead,
        "target": layout.target(cell.link),
        "more": [_cell(line, layout, is_head=False) for line in drawn.more],
    }


def _size(cell: Cell) -> float:
    """Return the size of type of a cell: what is strong is larger."""
    return BODY if cell.strong else TABLE


def _is_numeric(table: Table, column: int) -> bool:
    cells = [row[column] for row in table.rows if row[column].text]
    return bool(cells) and all(cell.number for cell in cells)


def _length(cell: Cell) -> int:
    return len(cell.text) + len(cell.note) + sum(_length(line) for line in cell.more)


@attrs.frozen
class _Heights:
    """The heights of the cells of a table, by the widths of its columns.

    Attributes:
        columns: Of each column, the lines of its heading and of its first cells.
    """

    columns: tuple[tuple[CellLines, ...], ...]

    @classmethod
    def of(cls, table: Table, rows: list[list[_Drawn]]) -> "_Heights":
        """Return the heights of a table; of a long one, those of its first rows."""
        return cls(
            tuple(
                (
                    CellLines.of(title, NOTE, bold=True),
                    *(_lines(row[number], is_head=number == 0) for row in rows[:_MOST_MEASURED]),
                )
                for number, title in enumerate(table.columns)
            )
        )

    def at(self, column: int, width: float) -> list[float]:
        """Return the heights of the cells of a column."""
        return [lines_height(lines, width - _GAP) for lines in self.columns[column]]


def _lines(drawn: _Drawn, *, is_head: bool) -> CellLines:
    cell = drawn.cell
    before = 0.0 if cell.mark is None else mark_width(cell.mark)
    lines = CellLines.of(cell.text, _size(cell), bold=cell.strong or is_head, before=before)
    for line in drawn.more:
        lines = lines.above(_lines(line, is_head=False))
    return lines.above(CellLines.of(cell.note, NOTE))


def _column_extent(table: Table, rows: list[list[_Drawn]], column: int) -> Extent:
    extent = _text_extent(table.columns[column], NOTE, bold=True)
    for row in rows:
        extent = extent.above(_cell_extent(row[column], is_head=column == 0))
    return Extent(extent.least + _GAP, min(extent.most, _MOST_OF_A_CELL) + _GAP)


def _cell_extent(drawn: _Drawn, *, is_head: bool) -> Extent:
    cell = drawn.cell
    extent = _text_extent(cell.text, _size(cell), bold=cell.strong or is_head)
    if cell.mark is not None:
        extent = _mark_extent(cell.mark).beside(extent, 3.0)
    extent = extent.above(_text_extent(cell.note, NOTE))
    if drawn.drawing is not None:
        width = drawn.drawing.width
        extent = extent.above(Extent(width, width))
    for line in drawn.more:
        extent = extent.above(_cell_extent(line, is_head=False))
    return extent


def _mark_extent(mark: Mark) -> Extent:
    width = mark_width(mark)
    return Extent(min(width, _WIDEST_WORD), width)


def _text_extent(text: str, size: float, *, bold: bool = False) -> Extent:
    if not text:
        return Extent()
    font = face(bold=bold)
    words = [font.width(word) * size + _SLACK for word in visible(text).split(" ")]
    spaces = font.width(" ") * size * (len(words) - 1)
    most = sum(words) + spaces
    return Extent(min(max(words), _WIDEST_WORD), most)
