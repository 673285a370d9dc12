"""Turn a table into one of Word: a header row that is repeated, and a first column of headings."""

from collections.abc import Iterator

from sendframe.plugins import Cell, Span, Table
from sendframe.plugins import gettext as _

from ._column_widths import Extent, column_extent, column_widths, text_extent
from ._markup import Element, element, paragraph, run, visible
from ._picture import draw_small, picture_run, small_width
from ._place import Place, linked
from ._sentence import mark_runs, sentence_runs, spaced

__all__ = ["table_of"]

_GAP = 9.0
"""Space beside the text of a cell, in points."""

_LEAST = 24.0
_WIDEST_PICTURE = 120.0
_LONG_ROW = 900
"""Rows with more characters may be parted by the end of a page."""

_TWIPS = 20


def table_of(table: Table, place: Place) -> Iterator[Element]:
    """Yield caption, table and note."""
    if table.caption and not (table.hides_caption and table.columns):
        style = "Caption" if table.columns else "Normal"
        yield paragraph(style, run(table.caption))
    if table.columns:
        yield _grid(table, place)
    if table.note:
        yield paragraph("Note", run(table.note))


def _grid(table: Table, place: Place) -> Element:
    extents = [_column_extent(table, number, place) for number in range(len(table.columns))]
    shares = column_widths(extents, place.width, _GAP)
    widths = [round(width * _TWIPS) for width in shares]
    first = element("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
    heads = [
        _cell([paragraph("TableHeading", run(title), right=_is_numeric(table, number))], width)
        for number, (title, width) in enumerate(zip(table.columns, widths, strict=True))
    ]
    return element(
        "w:tbl",
        _properties(table, widths),
        element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)),
        element("w:tr", first, *heads),
        *_rows(table, widths, place),
    )


def _properties(table: Table, widths: list[int]) -> Element:
    made = [
        element("w:tblStyle", val="ReportTable"),
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element(
            "w:tblLook",
            val="06A0",
            firstRow=1,
            lastRow=0,
            firstColumn=1,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
    ]
    if table.caption:
        made.append(element("w:tblCaption", val=table.caption))
    return element("w:tblPr", *made)


def _rows(table: Table, widths: list[int], place: Place) -> Iterator[Element]:
    """Yield the rows and, before the row that each stands before, the rows of one cell."""
    spans = iter(sorted(table.spans, key=lambda span: span.before))
    span = next(spans, None)
    for number, row in enumerate(table.rows):
        while span is not None and span.before <= number:
            yield _span(span, widths, place)
            span = next(spans, None)
        cells = [
            _cell(list(_lines(cell, width / _TWIPS - _GAP, place, is_head=not column)), width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield _row(*cells, breaks=max(map(_length, row)) > _LONG_ROW)
    while span is not None:
        yield _span(span, widths, place)
        span = next(spans, None)
    if not table.rows:
        yield _row(_cell([paragraph("TableText", run(_("No entries.")))], sum(widths), len(widths)))


def _row(*cells: Element, breaks: bool = False) -> Element:
    kept = () if breaks else (element("w:trPr", element("w:cantSplit")),)
    return element("w:tr", *kept, *cells)


def _span(span: Span, widths: list[int], place: Place) -> Element:
    is_heading = span.kind == "heading"
    runs = sentence_runs(span.sentence, place)
    style = "TableHeading" if is_heading else "TableRemark"
    shade = place.theme.wash if is_heading else ""
    words = paragraph(style, *runs, keep_next=is_heading)
    return _row(_cell([words], sum(widths), len(widths), shade))


def _cell(contents: list[Element], width: int, columns: int = 1, shade: str = "") -> Element:
    made = [element("w:tcW", w=width, type="dxa")]
    if columns > 1:
        made.append(element("w:gridSpan", val=columns))
    if shade:
        made.append(element("w:shd", val="clear", color="auto", fill=shade))
    return element("w:tc", element("w:tcPr", *made), *contents)


def _lines(cell: Cell, width: float, place: Place, *, is_head: bool) -> Iterator[Element]:
    """Yield the paragraphs of a cell, which has at least one."""
    made = list(_parts(cell, width, place, "TableRowHeading" if is_head else "TableText"))
    yield from made or [paragraph("TableText")]


def _parts(cell: Cell, width: float, place: Place, style: str) -> Iterator[Element]:
    text = [linked(cell.text, cell.link, place, bold=cell.strong)] if cell.text else []
    words = spaced(mark_runs(cell.mark, place), text)
    if words:
        yield paragraph(style, *words, right=cell.number)
    if cell.chart is not None:
        picture = draw_small(cell.chart, min(width, _WIDEST_PICTURE))
        if picture is None:
            yield paragraph("TableNote", run(cell.chart.description))
        else:
            yield paragraph("TableText", picture_run(picture, place))
    for line in cell.more:
        yield from _parts(line, width, place, "TableText")
    if cell.note:
        yield paragraph("TableNote", run(cell.note), right=cell.number)


def _is_numeric(table: Table, column: int) -> bool:
    return bool(table.rows) and all(row[column].number for row in table.rows)


def _length(cell: Cell) -> int:
    return len(cell.text) + len(cell.note) + sum(map(_length, cell.more))


def _column_extent(table: Table, column: int, place: Place) -> Extent:
    head = text_extent(visible(table.columns[column]), place.theme.note, bold=True)
    cells = (_cell_extent(row[column], place, is_head=not column) for row in table.rows)
    return column_extent((head, Extent(_LEAST, _LEAST), *cells))


def _cell_extent(cell: Cell, place: Place, *, is_head: bool) -> Extent:
    label = f"●\N{NO-BREAK SPACE}{cell.mark.label} " if cell.mark else ""
    words = visible(f"{label}{cell.text}")
    extent = text_extent(words, place.theme.table, bold=is_head or cell.strong or bool(label))
    extent = extent.above(text_extent(visible(cell.note), place.theme.note))
    if cell.chart is not None:
        width = min(small_width(cell.chart), _WIDEST_PICTURE)
        extent = extent.above(Extent(width, width, width))
    for line in cell.more:
        extent = extent.above(_cell_extent(line, place, is_head=False))
    return extent
