"""Turn the blocks of a section into paragraphs and tables."""

from collections.abc import Iterator
from functools import singledispatch
from itertools import zip_longest
from typing import get_args

import attrs
from sendframe_pdf import UnknownBlock

from sendframe.plugins import (
    N_,
    Bullets,
    Callout,
    Chart,
    ColumnChart,
    Columns,
    FigureCard,
    Paragraph,
    PeersChart,
    Pictogram,
    Questions,
    Table,
    TrendChart,
)
from sendframe.plugins import gettext as _

from ._beside import BESIDE, beside_runs
from ._markup import Element, paragraph, run
from ._numbering import new_list
from ._picture import draw, draw_small, figures_of, picture_run
from ._place import Place, linked
from ._sentence import prose, sentence_runs, spaced
from ._table import table_of

__all__ = ["blocks_of"]

_CHARTS = get_args(Chart)
_READ_FROM_TABLE = (ColumnChart, PeersChart, TrendChart)
"""Charts of which the table says what the description does."""

_STYLES = {"lead": "Lead", "note": "Note"}
_WEIGHTS = {
    "important": (N_("Important: {title}"), "CalloutImportant"),
    "missing": (N_("Missing: {title}"), "CalloutMissing"),
}
"""The weight of a callout in words, and its style."""

_CARD_PICTURE = 120.0


def blocks_of(blocks: tuple[object, ...], place: Place) -> Iterator[Element]:
    """Yield blocks as paragraphs and tables.

    Raises:
        UnknownBlock: A block is of a kind that this version does not know.
    """
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, _CHARTS):
            yield from _chart(block, after, place)
        else:
            yield from _block(block, place)


def _chart(chart: Chart, after: object, place: Place) -> Iterator[Element]:
    """Yield title, picture, description and figures; where it cannot be drawn, no picture.

    Args:
        chart: The chart.
        after: The block after it: figures of a table there are not repeated.
        place: Where it stands.
    """
    if chart.title != place.above:
        yield paragraph("Caption", run(chart.title))
    picture = draw(chart, place.width)
    if picture is not None:
        yield paragraph("Picture", picture_run(picture, place))
    table = figures_of(chart)
    has_table = table is not None and bool(table.rows) and not isinstance(chart, Pictogram)
    is_repeated = table is not None and isinstance(after, Table) and _facts(table) <= _facts(after)
    is_printed = has_table and (picture is None or (place.figures and not is_repeated))
    if not isinstance(chart, _READ_FROM_TABLE) or not (is_printed or is_repeated):
        yield paragraph("Note", run(chart.description))
    if table is not None and is_printed:
        yield from table_of(table, place)


def _facts(table: Table) -> frozenset[str]:
    """Return the facts that the numbers of a table rest on; a number without one is its own."""
    cells = (cell for row in table.rows for cell in row if cell.number)
    return frozenset(fact for cell in cells for fact in cell.facts or (cell.text,))


@singledispatch
def _block(block: object, place: Place) -> Iterator[Element]:
    raise UnknownBlock(type(block).__name__, place.section)


@_block.register
def _paragraph(block: Paragraph, place: Place) -> Iterator[Element]:
    yield from prose(block.sentences, place, _STYLES.get(block.style, "Normal"))


@_block.register
def _bullets(block: Bullets, place: Place) -> Iterator[Element]:
    """Yield a list; where each entry has a mark, the mark stands in place of the bullet."""
    is_marked = all(item.mark is not None for item in block.items)
    for item in block.items:
        yield paragraph("MarkedList" if is_marked else "ListBullet", *sentence_runs(item, place))


@_block.register
def _callout(block: Callout, place: Place) -> Iterator[Element]:
    words, style = _WEIGHTS.get(block.weight, ("{title}", "Callout"))
    text = _(words, title=block.title)
    if text:
        title = run(text, bold=True)
        yield paragraph(style, title, keep_next=bool(block.sentences))
    yield from prose(block.sentences, place, style, style)


@_block.register
def _questions(block: Questions, place: Place) -> Iterator[Element]:
    if not block.numbered:
        for item in block.items:
            label = [run(item.label, bold=True)] if item.label else []
            picture = beside_runs(item.picture, place, BESIDE)
            yield paragraph("Said", *spaced(picture, label, [run(item.title)]))
            yield from prose(item.sentences, place)
        return
    number, list_ = new_list(place.lists)
    place.document.part.numbering_part.element.append(list_)
    for item in block.items:
        label = [run(item.label, bold=True)] if item.label else []
        title = spaced(beside_runs(item.picture, place), label, [run(item.title, bold=True)])
        yield paragraph("ListNumber", *title, number=number)
        yield from prose(item.sentences, place, "ListContinue", "QuoteContinue")


@_block.register
def _figure_card(block: FigureCard, place: Place) -> Iterator[Element]:
    title = [linked(block.title, block.link, place)]
    picture = beside_runs(block.picture, place)
    yield paragraph(place.heading, *spaced(picture, title), keep_next=True)
    drawn = None
    if block.chart is not None:
        drawn = draw_small(block.chart, _CARD_PICTURE, block.tone)
    figure = run(block.figure, bold=True, colour=place.theme.brand, size=place.theme.big)
    yield paragraph(
        "Figure",
        *spaced(
            [figure],
            [] if drawn is None else [picture_run(drawn, place)],
            [run(block.beside)] if block.beside else [],
        ),
    )
    if block.chart is not None and drawn is None:
        yield paragraph("Note", run(block.chart.description))
    yield from prose(block.sentences, place)


@_block.register
def _table(block: Table, place: Place) -> Iterator[Element]:
    yield from table_of(block, place)


@_block.register
def _columns(block: Columns, place: Place) -> Iterator[Element]:
    """Yield columns one below another, in the order in which they are read."""
    for column in block.columns:
        inside = place
        if column.title:
            inside = attrs.evolve(place, level=place.level + 1, above=column.title)
            picture = beside_runs(column.picture, place, BESIDE)
            yield paragraph(place.heading, *spaced(picture, [run(column.title)]))
        elif column.picture is not None:
            yield paragraph("Normal", *beside_runs(column.picture, place, BESIDE))
        yield from blocks_of(column.blocks, inside)
