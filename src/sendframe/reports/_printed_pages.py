"""Estimate on how many pages sections are printed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

import attrs

from ._chart_model import Chart
from ._index import NO_WORDS
from ._printed_height import (
    BODY,
    GUTTER,
    Face,
    block_height,
    heading_height,
    item_height,
    question_height,
    table_heights,
    text_height,
)
from ._report_model import Block, Bullets, Column, Columns, Questions, ReportModel, Section, Table

__all__ = ["TITLE", "Paper", "pages_of", "paper_of", "words_in"]


_SECTION_GAP = 4.7
"""Space above a section that begins no page."""


@attrs.frozen
class Paper:
    """A page between its margins, in points.

    Attributes:
        width: Width of the text.
        height: Height of the text.
        face: The sizes of type.
    """

    width: float
    height: float
    face: Face = BODY


_PORTRAIT = Paper(527.0, 766.0)
_YOUTH = Paper(527.0, 727.0, Face(12.0, 12.0, 12.0, 1.22))
_LANDSCAPE = Paper(774.0, 549.0, Face(9.2, 9.2, 9.0, 1.2))
_AROUND_PART = 12.0
"""Further space around a part of a section, of which a page break divides none."""

_SLICES = 8
"""Into about so many pieces a page break divides what stands beside something."""

TITLE = 30.0
"""Height of the title of a report, above its first section."""


def paper_of(model: ReportModel) -> Paper:
    """Return the page that a report is printed on."""
    if model.page == "landscape":
        return _LANDSCAPE
    return _YOUTH if model.theme == "youth" else _PORTRAIT


@attrs.frozen
class _Piece:
    """Something that no page break divides.

    Attributes:
        height: Its height.
        begins: Whether it begins a page.
        stays: Whether it stands on one page with what follows.
    """

    height: float
    begins: bool = False
    stays: bool = False


def pages_of(sections: Sequence[Section], paper: Paper, *, used: float = 0.0) -> float:
    """Return how many pages sections take; the last one as a share.

    Args:
        sections: The sections; the first follows what is on the page.
        paper: The pages.
        used: What is taken of the first page already.

    Examples:
        >>> pages_of((), Paper(500.0, 700.0), used=70.0)
        0.1
    """
    full, together = 0, 0.0
    for number, piece in enumerate(_pieces(sections, paper)):
        if piece.begins and number:
            full, used, together = full + 1, 0.0, 0.0
        together += piece.height
        if piece.stays:
            continue
        if used and used + together > paper.height:
            full, used = full + 1, 0.0
        more, used = divmod(used + together, paper.height)
        full, together = full + int(more), 0.0
    return full + (used + together) / paper.height


def _pieces(sections: Iterable[Section], paper: Paper) -> Iterator[_Piece]:
    row: list[Section] = []
    for section in sections:
        if row and not section.beside:
            yield from _row_pieces(row, paper)
            row = []
        row.append(section)
    if row:
        yield from _row_pieces(row, paper)


def _row_pieces(row: list[Section], paper: Paper) -> Iterator[_Piece]:
    """Yield the pieces of a section, or of sections beside each other."""
    if len(row) > 1:
        width = (paper.width - GUTTER * (len(row) - 1)) / len(row)
        height = max(_section_height(section, width, paper.face) for section in row)
        yield from (_Piece(height / _SLICES) for _ in range(_SLICES))
        return
    (section,) = row
    begins = section.starts_page
    if section.title:
        note = f"{section.mark.label if section.mark else ''}   {section.note}".strip()
        height = heading_height(section.title, paper.width, note=note, begins_page=begins)
        yield _Piece(height + (0.0 if begins else _SECTION_GAP), begins=begins, stays=True)
    for block in section.blocks:
        yield from _block_pieces(block, paper, section.title)
    for inner in section.sections:
        height = _section_height(inner, paper.width, paper.face)
        yield _Piece(height + _AROUND_PART, begins=inner.starts_page)


def _section_height(section: Section, width: float, face: Face) -> float:
    note = f"{section.mark.label if section.mark else ''}   {section.note}".strip()
    blocks = sum(block_height(block, width, face, section.title) for block in section.blocks)
    inner = sum(_section_height(part, width, face) for part in section.sections)
    return _SECTION_GAP + heading_height(section.title, width, note=note) + blocks + inner


def _block_pieces(block: Block, paper: Paper, above: str) -> Iterator[_Piece]:
    """Yield what pages may be broken between: rows, and items of lists."""
    width, face = paper.width, paper.face
    if isinstance(block, Table):
        head, rows = table_heights(block, width, face)
        yield _Piece(head + 2.6, stays=True)
        yield from map(_Piece, rows)
        yield _Piece(text_height(block.note, width, face.table, face) + 2.1 if block.note else 0.0)
    elif isinstance(block, Bullets):
        yield from (_Piece(item_height(item, width, face)) for item in block.items)
        yield _Piece(5.2)
    elif isinstance(block, Questions):
        numbered = block.numbered
        for item in block.items:
            yield _Piece(question_height(item, width, face, numbered=numbered))
    elif isinstance(block, Columns) and len(block.columns) == 1 and not block.boxed:
        (column,) = block.columns
        yield _Piece(text_height(column.title, width, BODY.body, BODY, bold=True) + 8.7, stays=True)
        for inner in column.blocks:
            yield from _block_pieces(inner, paper, "")
    else:
        yield _Piece(block_height(block, width, face, above))


def words_in(part: Any) -> int:
    """Return how many words are printed of sections; of drawings only their titles are counted.

    Examples:
        >>> words_in((Section("plans", "Plans: 2 & 3"),))
        3
    """
    if isinstance(part, str):
        return sum(any(map(str.isalnum, word)) for word in part.split())
    if isinstance(part, (tuple, list)):
        return sum(map(words_in, part))
    if isinstance(part, get_args(Chart)):
        return words_in(part.title)
    if isinstance(part, Table) and part.hides_caption:
        part = attrs.evolve(part, caption="")
    if isinstance(part, Column):
        part = attrs.evolve(part, mark=None)  # its words are those of the heading
    if not attrs.has(type(part)):
        return 0
    fields = attrs.fields(type(part))
    return sum(
        words_in(getattr(part, field.name)) for field in fields if field.name not in NO_WORDS
    )
