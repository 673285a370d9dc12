"""Estimate how high the blocks of a report are in print.

The sizes are those of the style sheet of HTML reports and of the PDF of `sendframe-pdf`, whichever
takes more space; all are in points.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import groupby

import attrs

from ._chart_model import Chart, ColumnChart, PeersChart, TrendChart
from ._drawn_height import drawn_size
from ._mark_model import Mark
from ._printed_text import BOLD, line_count, printed_width
from ._report_model import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Columns,
    FigureCard,
    Paragraph,
    Question,
    Questions,
    Sentence,
    SmallChart,
    Table,
)
from ._shape_model import Ladder, PathChart, Pictogram, Pips

__all__ = ["BODY", "GUTTER", "Face", "block_height", "heading_height", "text_height"]


@attrs.frozen
class Face:
    """The sizes of type of a report.

    Attributes:
        body: Of paragraphs.
        table: Of tables.
        note: Of small words.
        leading: Distance of lines, as a multiple of the size.
        item: Of the items of lists; 0 for that of paragraphs.
    """

    body: float = 10.5
    table: float = 9.5
    note: float = 9.0
    leading: float = 1.27
    item: float = 0.0


BODY = Face()
GUTTER = 11.0
"""Space between columns."""

_SLIM = 100.0
"""A column below this width has a smaller heading, where the type of the report is small."""

_NARROW_GUTTER, _FEW = 7.0, 4
"""Space between columns in boxes, and between more than so many columns."""

_SMALL_DRAWINGS: dict[type, tuple[float, float]] = {
    TrendChart: (78.0, 22.5),
    PeersChart: (90.0, 26.0),
    Ladder: (120.0, 16.5),
    Pips: (90.0, 13.0),
    Pictogram: (262.0, 70.0),
    PathChart: (240.0, 60.0),
}
"""Width and height of small drawings."""
_PICTURE = 30.0
_DENSE = 0.976
"""Distance of lines in a table, as a share of that in paragraphs."""

_LEAD = 11.3
_BIG = 13.7
_SHARES = {
    3: (0.44, 0.25, 0.31),
    7: (0.205, 0.148, 0.12, 0.09, 0.068, 0.145, 0.224),
}
"""Widths of the columns of tables with so many columns, but of those of numbers."""

_IN_LINE = {3: 0, 4: 3}
"""Of tables with so many columns the one whose notes stand beside its texts."""

_GAP = 4.7
"""Space right of a column of a table."""

_NARROW = 300.0
_DRAWN = 0.84
"""Share of the width that a drawing takes on a flat page, and where there is space for a wide one."""


def text_height(text: str, width: float, size: float, face: Face, *, bold: bool = False) -> float:
    """Return the height of a text."""
    return _lines_height([(text, BOLD if bold else 1.0)], width, size, face)


def _lines_height(
    pieces: Iterable[tuple[str, float]], width: float, size: float, face: Face
) -> float:
    """Return the height of texts one after the other, with their sizes as multiples of *size*."""
    return line_count(pieces, max(width, size) / size) * size * face.leading


def heading_height(title: str, width: float, *, note: str = "", begins_page: bool = False) -> float:
    """Return the height of a heading with its rule; none without a title."""
    if not title:
        return 0.0
    size = _BIG if begins_page else BODY.body
    lines = line_count([(title, BOLD)], width / size)
    wide = printed_width(title) * BOLD * size + printed_width(note) * BODY.note
    below = line_count([(note, 1.0)], width / BODY.note) if wide > width else 0
    return lines * size * 1.25 + below * BODY.note * 1.3 + 2.4


def _mark_words(mark: Mark | None) -> str:
    """Return a text about as wide as a mark."""
    return f"{mark.label}mm " if mark else ""


def _pieces(sentence: Sentence, size: float) -> list[tuple[str, float]]:
    """Return the texts of a sentence with their sizes, as multiples of *size*."""
    small = BODY.note / size
    mark = _mark_words(sentence.mark)
    return [(mark, small), (sentence.label, BOLD), (sentence.text, 1.0), (sentence.note, small)]


def _prose_height(
    sentences: Iterable[Sentence], width: float, size: float, face: Face, after: float
) -> float:
    """Return the height of sentences: those that are quoted stand apart, the others in a run."""
    height = 0.0
    for quoted, group in groupby(sentences, key=lambda sentence: sentence.quoted):
        run = list(group)
        pieces = [piece for sentence in run for piece in _pieces(sentence, size)]
        height += _lines_height(pieces, width - 12.0 if quoted else width, size, face)
        height += 6.0 if quoted else after
        height += sum(_PICTURE / 2 for sentence in run if sentence.picture)
    return height


@singledispatch
def block_height(block: Block, width: float, face: Face, above: str = "") -> float:
    """Return the height of a block; of a chart, where no other is known.

    Args:
        block: The block.
        width: Width of the text there.
        face: The sizes of type.
        above: The heading above, which a chart does not repeat.
    """
    return _chart_height(block, width, face, above)  # type: ignore[arg-type]  # all others are registered


@block_height.register
def _(block: Paragraph, width: float, face: Face, above: str = "") -> float:  # noqa: ARG001  # one signature
    if block.style == "lead":
        return _prose_height(block.sentences, width, max(_LEAD, face.body), face, 3.0)
    size = face.table if block.style == "note" else face.body
    return _prose_height(
        block.sentences, width, size, face, 2.2 if face.body >= BODY.table else 1.1
    )


@block_height.register
def _(block: Bullets, width: float, face: Face, above: str = "") -> float:  # noqa: ARG001  # one signature
    return 5.2 + sum(item_height(item, width, face) for item in block.items)


def item_height(item: Sentence, width: float, face: Face) -> float:
    """Return the height of an item of a list."""
    if item.quoted:
        return _prose_height((item,), width - 11.5, face.body, face, 0.0)
    size = face.item or face.body
    lines = _lines_height(_pieces(item, size), width - 11.5, size, face) + 1.7
    return max(lines, _PICTURE * 0.55) if item.picture else lines


@block_height.register
def _(block: Callout, width: float, face: Face, above: str = "") -> float:  # noqa: ARG001  # one signature
    inside = width - 16.0
    title = text_height(f"Important: {block.title}", inside, face.body, face, bold=True) + 2.1
    return 14.0 + title + _prose_height(block.sentences, inside, face.body, face, 2.1)


@block_height.register
def _(block: Questions, width: float, face: Face, above: str = "") -> float:  # noqa: ARG001  # one signature
    return sum(question_height(item, width, face, numbered=block.numbered) for item in block.items)


def question_height(item: Question, width: float, face: Face, *, numbered: bool) -> float:
    """Return the height of a question beside its reasons, or of what was said beside the answer."""
    size = face.body
    if numbered:
        title = text_height(item.title, min(0.34 * width, 189.0), size, face, bold=True)
        answer = _prose_height(item.sentences, width - 16.0 - 14.0 - 189.0, size, face, 0.0)
        return max(title, answer, 16.0) + 5.0
    inside = width - (32.0 if item.picture else 0.0) - 10.5
    said = text_height(f"{item.label} {item.title}".strip(), inside * 0.4 - 14.0, size, face) + 8.0
    answer = _prose_height(item.sentences, inside * 0.6, size, face, 2.1)
    return max(said, answer) + 7.0


@block_height.register
def _(block: FigureCard, width: float, face: Face, above: str = "") -> float:  # noqa: ARG001  # one signature
    head = text_height(block.title, width, face.body, face, bold=True)
    head = max(head, _PICTURE * 0.7) if block.picture else head
    row = _BIG * 1.2
    beside = printed_width(block.figure) * BOLD * _BIG + 8.0
    if block.chart is not None:
        row = max(row, _small_height(block.chart, width))
        beside += 84.0
    if block.beside:
        lines = text_height(block.beside, width, face.table, face)
        fits = beside + printed_width(block.beside) * face.table <= width
        row = max(row, lines) if fits else row + lines
    return 5.7 + head + row + _prose_height(block.sentences, width, face.table, face, 1.0)


def _small_height(chart: SmallChart, width: float) -> float:
    wide, high = _SMALL_DRAWINGS[type(chart)]
    return high * min(1.0, max(width, 10.0) / wide)


@block_height.register
def _(block: Columns, width: float, face: Face, above: str = "") -> float:  # noqa: ARG001  # one signature
    shares = block.widths or (1,) * len(block.columns)
    gutter = _NARROW_GUTTER if block.boxed or len(block.columns) > _FEW else GUTTER
    free = width - gutter * (len(block.columns) - 1)
    inner = attrs.evolve(face, item=face.table, body=face.table if block.boxed else face.body)
    heights = [
        _column_height(column, free * share / max(sum(shares), 1), inner, boxed=block.boxed)
        for column, share in zip(block.columns, shares, strict=False)
    ]
    return 4.2 + max(heights, default=0.0)


def _column_height(column: Column, width: float, face: Face, *, boxed: bool) -> float:
    inside = width - 13.0 if boxed else width
    inside -= _PICTURE + 8.0 if column.picture else 0.0
    is_marked = column.mark is not None and not boxed
    size = min(BODY.body, face.body) if width < _SLIM else BODY.body
    title = text_height(column.title, inside - 18.0 * is_marked, size, BODY, bold=True)
    edges = (10.0 if face.body >= BODY.table else 6.0) if boxed else 4.5 * is_marked
    inner = (block_height(block, inside, face) for block in column.blocks)
    return title + edges + sum(inner)


def _chart_height(chart: Chart, width: float, face: Face, above: str) -> float:
    """Return the height of a drawing with its caption, and its description or its figures."""
    is_narrow = width < _NARROW
    caption = 0.0
    if chart.title != above:
        caption = text_height(chart.title, width, face.body, face, bold=True)
    wide, high = drawn_size(chart, is_narrow=is_narrow)
    is_flat = face.body < BODY.table
    scale = min(
        (width if is_narrow and not is_flat else width * _DRAWN) / wide, 0.68 if is_flat else 0.75
    )
    if isinstance(chart, (TrendChart, ColumnChart, PeersChart, PathChart)):
        below = 0.0
    else:
        below = text_height(chart.description, width, face.table, face) + 2.0
    return (8.0 if face.body >= BODY.table else 3.0) + caption + high * scale + below


@block_height.register
def _(block: Table, width: float, face: Face, above: str = "") -> float:  # noqa: ARG001  # one signature
    head, rows = table_heights(block, width, face)
    note = text_height(block.note, width, face.table, face) + 2.1 if block.note else 0.0
    return head + sum(rows) + note + 2.6


def table_heights(table: Table, width: float, face: Face) -> tuple[float, list[float]]:
    """Return the height of the head of a table, and of each of its rows with what stands before."""
    if not table.columns:
        return 0.0, []
    widths = _column_widths(table, width, face)
    caption = 0.0
    if not table.hides_caption:
        caption = text_height(table.caption, width, face.table, face, bold=True) + 3.7
    names = zip(table.columns, widths, strict=True)
    head = max(text_height(name, inside, face.note, face, bold=True) for name, inside in names)
    in_line = _IN_LINE.get(len(table.columns))
    rows = [
        2.9
        + max(
            _cell_height(cell, inside, face, in_line=number == in_line, is_head=number == 0)
            for number, (cell, inside) in enumerate(zip(row, widths, strict=True))
        )
        for row in table.rows
    ]
    for span in table.spans:
        pieces = _pieces(span.sentence, face.note)
        lines = _lines_height(pieces, width - 12.0, face.note, face) + 3.0
        if rows:
            rows[min(max(span.before - (span.kind == "remark"), 0), len(rows) - 1)] += lines
    return caption + head + 4.0, rows


def _column_widths(table: Table, width: float, face: Face) -> list[float]:
    """Return the widths of columns: what is left of their longest words goes to those who need it."""
    count = len(table.columns)
    shares = _SHARES.get(count)
    numbers = sum(any(row[column].number for row in table.rows) for column in range(count))
    if shares and numbers < 2:  # noqa: PLR2004  # others are tables of numbers
        return [width * share - _GAP for share in shares]
    least, most = [], []
    for number, name in enumerate(table.columns):
        cells = [row[number] for row in table.rows]
        lines = [(name, BOLD)]
        for cell in cells:
            lines += _cell_lines(cell, in_line=number == _IN_LINE.get(count))
        drawn = max(map(_drawn_width, cells), default=0.0)
        words = ((word, size) for line, size in lines for word in line.split())
        least.append(max(drawn, _widest(words) * face.table) + _GAP)
        most.append(max(drawn, _widest(lines) * face.table) + _GAP)
    left = width - sum(least)
    if left <= 0:
        return [max(width * item / sum(least) - _GAP, 1.0) for item in least]
    wish = sum(most) - sum(least)
    if wish <= left:
        return [item + (width - sum(most)) * item / sum(most) - _GAP for item in most]
    return [low + left * (high - low) / wish - _GAP for low, high in zip(least, most, strict=True)]


def _widest(texts: Iterable[tuple[str, float]]) -> float:
    return max((printed_width(text) * size for text, size in texts), default=0.0)


def _cell_lines(cell: Cell, *, in_line: bool) -> Iterator[tuple[str, float]]:
    """Yield the lines of a cell with their sizes."""
    text = f"{_mark_words(cell.mark)}{cell.text}"
    size = BOLD if cell.strong else 1.0
    if in_line:
        yield f"{text} {cell.note}", size
    else:
        yield text, size
        yield cell.note, 0.95
    for line in cell.more:
        yield from _cell_lines(line, in_line=in_line)


def _drawn_width(cell: Cell) -> float:
    if cell.chart is None:
        return max((_drawn_width(line) for line in cell.more), default=0.0)
    steps = len(cell.chart.steps) * 31.0 if isinstance(cell.chart, Ladder) else 78.0
    return min(steps, 160.0)


def _cell_height(
    cell: Cell, width: float, face: Face, *, in_line: bool = False, is_head: bool = False
) -> float:
    """Return the height of a cell: its text, drawing, further lines and note.

    Args:
        cell: The cell.
        width: Its width.
        face: The sizes of type.
        in_line: Whether its note stands beside its text.
        is_head: Whether it heads its row.
    """
    leading = attrs.evolve(face, leading=face.leading * _DENSE)
    text = f"{_mark_words(cell.mark)}{cell.text}"
    note = cell.note
    if in_line and not cell.more and cell.chart is None:
        text, note = f"{text} {note}".strip(), ""
    size = face.body if cell.strong else face.table
    height = text_height(text, width, size, leading, bold=cell.strong or is_head)
    height += 2.0 if cell.mark else 0.0
    if cell.chart is not None:
        height += _small_height(cell.chart, width)
    height += sum(_cell_height(line, width, face) for line in cell.more)
    return height + text_height(note, width, face.note, face)
