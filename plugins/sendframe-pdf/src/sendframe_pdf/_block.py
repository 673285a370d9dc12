"""Turn the blocks of a section into the data of the template."""

from collections.abc import Iterator
from functools import singledispatch
from itertools import zip_longest
from typing import Any, get_args

import attrs

from sendframe.plugins import (
    N_,
    Bullets,
    Callout,
    Chart,
    Column,
    Columns,
    FigureCard,
    Paragraph,
    PathChart,
    PeersChart,
    Questions,
    Table,
)
from sendframe.plugins import gettext as _

from ._beside import BESIDE, beside_of
from ._drawing import draw, draw_small, figures_of
from ._figure_table import figure_tables
from ._layout import BIG, BODY, NOTE, TABLE, Layout
from ._sentence import drawing_of, mark_of, mark_width, sentences_of
from ._table import table_of
from ._unknown_block import UnknownBlock

__all__ = ["GUTTER", "blocks_of"]

_CHARTS = get_args(Chart)
GUTTER = 11.0
"""Space between columns, in points."""

_BOX_INSET = 6.0
_CARD_PICTURE = 60.0
_INDENT = 12.0
_MARK_GAP = 6.0
_WEIGHTS = {"important": N_("Important: {title}"), "missing": N_("Missing: {title}")}
"""The weight of a callout in words, beside its colour."""

_SMALL = 0.71
"""Share of the width that a chart takes above a table of its figures, and that of one axis."""

_NARROW = 300.0
"""Where there is less width than this, charts are drawn narrow and have their description instead of
a table of their figures, and questions stand above their reasons."""


def blocks_of(blocks: tuple[object, ...], layout: Layout) -> list[dict[str, Any]]:
    """Return blocks as data.

    Raises:
        UnknownBlock: A block is of a kind that this version does not know.
    """
    return [
        data
        for block, after in zip_longest(blocks, blocks[1:])
        for data in _block(block, layout, has_table=isinstance(after, Table))
    ]


def _block(block: object, layout: Layout, *, has_table: bool) -> Iterator[dict[str, Any]]:
    if isinstance(block, _CHARTS):
        yield from _chart(block, layout, has_table=has_table)
    elif isinstance(block, Table):
        yield table_of(block, layout)
    else:
        yield _simple(block, layout)


def _chart(chart: Chart, layout: Layout, *, has_table: bool) -> Iterator[dict[str, Any]]:
    """Yield a picture with its figures or, in a narrow column, its description under it.

    Where the report has a table of figures under it, the picture is smaller and has neither. The
    figures stand in its place where it cannot be drawn.
    """
    is_narrow = layout.width < _NARROW
    drawing = draw(chart, is_narrow=is_narrow) if layout.draws else None
    if drawing is None:
        table = figures_of(chart)
        if table is not None:
            yield table_of(attrs.evolve(table, caption=chart.title, hides_caption=False), layout)
        else:
            yield {"kind": "heading-line", "title": layout.text(chart.title, bold=True)}
        yield {"kind": "note", "text": layout.text(chart.description, NOTE)}
        return
    says_all = has_table or isinstance(chart, PathChart)  # its words are all in the picture
    has_tables = layout.figures and not is_narrow and not says_all
    tables = tuple(figure_tables(chart, layout.width)) if has_tables else ()
    is_small = has_table or isinstance(chart, PeersChart)
    width = layout.width * (_SMALL if is_small else 1)
    yield {
        "kind": "chart",
        "title": "" if chart.title == layout.above else layout.text(chart.title, TABLE, bold=True),
        "picture": drawing_of(drawing, width),
        "description": "" if tables or says_all else layout.text(chart.description, NOTE),
    }
    for table in tables:
        yield table_of(attrs.evolve(table, hides_caption=True), layout)


@singledispatch
def _simple(block: object, layout: Layout) -> dict[str, Any]:
    raise UnknownBlock(type(block).__name__, layout.section)


@_simple.register
def _paragraph(block: Paragraph, layout: Layout) -> dict[str, Any]:
    return {
        "kind": "paragraph",
        "style": block.style,
        "sentences": sentences_of(block.sentences, layout),
    }


@_simple.register
def _bullets(block: Bullets, layout: Layout) -> dict[str, Any]:
    marks = [item.mark for item in block.items if item.mark is not None]
    hanging = 0.0
    if marks and len(marks) == len(block.items):
        widest = max(mark_width(mark, layout.mark) for mark in marks) + _MARK_GAP
        hanging = widest if widest < layout.width / 2 else 0.0
    inside = attrs.evolve(layout, width=layout.width - (hanging or _INDENT))
    items = sentences_of(block.items, inside)
    return {"kind": "bullets", "items": items, "hanging": hanging}


@_simple.register
def _callout(block: Callout, layout: Layout) -> dict[str, Any]:
    inside = attrs.evolve(layout, width=layout.width - 3 * _BOX_INSET)
    return {
        "kind": "callout",
        "title": inside.text(
            _(_WEIGHTS.get(block.weight, "{title}"), title=block.title), bold=True
        ),
        "weight": block.weight,
        "sentences": sentences_of(block.sentences, inside),
    }


@_simple.register
def _questions(block: Questions, layout: Layout) -> dict[str, Any]:
    is_narrow = layout.width < _NARROW
    has_pictures = any(question.picture is not None for question in block.items)
    width = layout.width - 40 - (BESIDE if has_pictures else 0)
    inside = attrs.evolve(layout, width=width * (1 if is_narrow else 0.55))
    title = attrs.evolve(layout, width=width * (1 if is_narrow else 0.32))
    items = [
        {
            "title": title.text(question.title, bold=block.numbered),
            "label": title.text(question.label, bold=True),
            "sentences": sentences_of(question.sentences, inside),
            "image": beside_of(question.picture, title, BESIDE),
        }
        for question in block.items
    ]
    return {
        "kind": "questions" if block.numbered else "said",
        "items": items,
        "narrow": is_narrow,
        "pictures": BESIDE if has_pictures else 0,
    }


@_simple.register
def _figure_card(block: FigureCard, layout: Layout) -> dict[str, Any]:
    drawing = None
    if block.chart is not None and layout.draws:
        drawing = draw_small(block.chart, block.tone)
    instead = block.chart.description if block.chart is not None and drawing is None else ""
    return {
        "kind": "card",
        "title": layout.text(block.title, bold=True),
        "level": layout.level,
        "figure": layout.text(block.figure, BIG, bold=True),
        "beside": layout.text(block.beside, NOTE),
        "tone": block.tone,
        "picture": None
        if drawing is None
        else drawing_of(drawing, min(layout.width / 2, _CARD_PICTURE)),
        "instead": layout.text(instead, NOTE),
        "sentences": sentences_of(block.sentences, layout, TABLE),
        "target": layout.target(block.link),
        "image": beside_of(block.picture, layout),
    }


@_simple.register
def _columns(block: Columns, layout: Layout) -> dict[str, Any]:
    shares = block.widths if len(block.widths) == len(block.columns) else (1,) * len(block.columns)
    available = layout.width - GUTTER * (len(shares) - 1)
    widths = [available * share / sum(shares) for share in shares]
    return {
        "kind": "columns",
        "boxed": block.boxed,
        "widths": widths,
        "columns": [
            _column(column, attrs.evolve(layout, width=width), is_boxed=block.boxed)
            for column, width in zip(block.columns, widths, strict=True)
        ],
    }


def _column(column: Column, layout: Layout, *, is_boxed: bool) -> dict[str, Any]:
    inside = attrs.evolve(
        layout,
        width=layout.width - (2 * _BOX_INSET if is_boxed else 0),
        level=layout.level + bool(column.title),
    )
    return {
        "title": inside.text(column.title, BODY, bold=True),
        "level": layout.level,
        "mark": mark_of(column.mark, inside),
        "image": beside_of(column.picture, inside, BESIDE),
        "blocks": blocks_of(column.blocks, inside),
    }
