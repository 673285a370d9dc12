"""Reports as a bulletin: one HTML file in the look of Marlbeck, a fictional council.

What it does
    Renders one file that opens offline, on a telephone, on paper and with a screen reader. The parts
    of a section are cards, side by side. A rating is always a
    shape and a word, and a colour where it may have one. On a narrow screen each row of a table
    becomes a card, so that nothing is cut off. A printed figure carries its value for programs, in
    a ``data`` element. There is no script, and a policy forbids the
    browser to load anything. A report that is not public says so on every page.

What it leaves out
    The ids of the facts, which the renderer `html` includes. It computes nothing. A block that it does
    not know is named in its place.

When it refuses
    Never. An empty report is a page with a heading.

Options
    ``accent``: ``teal``, ``plum``, ``slate`` or ``moss``, all with sufficient contrast; ``teal`` unless
    given. ``columns``: 1 or 2, the columns of cards on a wide screen; 2 unless given.

Source
    Web Content Accessibility Guidelines 2.2, level AA: contrast, reflow, use of colour, headings.
"""

from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import Literal, get_args

import attrs

from sendframe.plugins import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Column,
    Columns,
    FigureCard,
    Link,
    Mark,
    Paragraph,
    PeersChart,
    Questions,
    RenderedFile,
    Renderer,
    ReportModel,
    Section,
    Sentence,
    Span,
    Table,
    TrendChart,
    TypedFigure,
    charts,
    direction,
    hookimpl,
)

from .page_head import escaped, head
from .style import style_sheet

__all__ = ["Options", "render"]

_DEEPEST = 6
_CARD = 3  # the heading of a card: the title is 1, a section 2
_MANY = 2  # columns above which a table may have to be scrolled
_LONG = 20  # letters above which a word may break anywhere, and a number over two lines
_SHAPES = {
    "square": '<rect x="2" y="2" width="12" height="12"/>',
    "triangle": '<path d="M8 1.5 15.2 14.5H.8Z"/>',
    "diamond": '<path d="M8 .5 15.5 8 8 15.5 .5 8Z"/>',
    "bar": '<rect x="1" y="5.5" width="14" height="5"/>',
    "cross": '<path d="M3 1 8 6l5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5-5-5Z"/>',
}
_CIRCLE = '<circle cx="8" cy="8" r="6.5"/>'
_CHARTS: tuple[type, ...] = get_args(Chart)
_TONES = frozenset({"better", "between", "worse", "neutral"})


@attrs.frozen
class Options:
    """Options of the renderer.

    Attributes:
        accent: Colour of headings and rules.
        columns: The number of columns of cards on a wide screen.
    """

    accent: Literal["teal", "plum", "slate", "moss"] = "teal"
    columns: Literal[1, 2] = 2


def _linked(text: str, link: Link | None) -> str:
    """Return markup that leads where a link does; as it is where there is none."""
    if link is None:
        return text
    file = f"{escaped(link.profile)}-bulletin.html" if link.profile else ""
    anchor = f"#{charts.identifier(link.anchor)}" if link.anchor else ""
    return f'<a href="{file}{anchor}">{text}</a>' if file or anchor else text


def _figure(markup: str, typed: TypedFigure | None) -> str:
    """Return the markup of a printed figure with its unrounded value, which programs read."""
    if typed is None or typed.value is None or not markup:
        return markup
    return f'<data value="{typed.value!r}">{markup}</data>'


def _sentence(sentence: Sentence) -> str:
    """Return a sentence with its mark, its label and its note."""
    parts = [_mark(sentence.mark)] if sentence.mark else []
    parts += [f"<strong>{escaped(sentence.label)}</strong>"] if sentence.label else []
    parts.append(_linked(escaped(sentence.text), sentence.link))
    parts += [f"<small>{escaped(sentence.note)}</small>"] if sentence.note else []
    return " ".join(parts)


def _sentences(sentences: Iterable[Sentence], style: str = "normal") -> Iterator[str]:
    """Yield paragraphs; quotations become block quotes."""
    look = "" if style == "normal" else f' class="{escaped(style)}"'
    for quoted, run in groupby(sentences, key=lambda sentence: sentence.quoted):
        paragraph = f"<p{look}>{' '.join(map(_sentence, run))}</p>"
        yield f"<blockquote>{paragraph}</blockquote>" if quoted else paragraph


def _bullets(block: Bullets) -> Iterator[str]:
    if block.items:
        yield "<ul>"
        for item in block.items:
            text = _sentence(item)
            yield f"<li>{f'<blockquote><p>{text}</p></blockquote>' if item.quoted else text}</li>"
        yield "</ul>"


def _callout(block: Callout) -> Iterator[str]:
    before = {"important": "Important: ", "missing": "Still missing: "}.get(block.weight, "")
    yield f'<div class="callout{" important" if before else ""}">'
    yield f'<p class="callout-title">{before}{escaped(block.title)}</p>'
    yield from _sentences(block.sentences)
    yield "</div>"


def _questions(block: Questions) -> Iterator[str]:
    if block.items:
        yield "<ol>"
        for question in block.items:
            yield f"<li><p><strong>{escaped(question.title)}</strong></p>"
            yield from _sentences(question.sentences)
            yield "</li>"
        yield "</ol>"


def _card(block: FigureCard, number: Iterator[int]) -> Iterator[str]:
    beside = f" <small>{escaped(block.beside)}</small>" if block.beside else ""
    yield '<div class="callout">'
    yield f'<p class="callout-title">{_linked(escaped(block.title), block.link)}</p>'
    yield f"<p><strong>{_figure(escaped(block.figure), block.typed)}</strong>{beside}</p>"
    yield from _sentences(block.sentences)
    if block.chart is not None:
        yield from _chart(block.chart, number)
    yield "</div>"


def _columns(block: Columns, number: Iterator[int]) -> Iterator[str]:
    """Yield columns one below another, each with its heading."""
    for column in block.columns:
        yield f'<div class="{"callout" if block.boxed else "column"}">'
        yield from _column_title(column)
        for inner in column.blocks:
            yield from _block(inner, number)
        yield "</div>"


def _column_title(column: Column) -> Iterator[str]:
    if column.title:
        mark = f"{_shape(column.mark)} " if column.mark else ""
        yield f'<p class="callout-title">{mark}{escaped(column.title)}</p>'


def _shape(mark: Mark) -> str:
    """Return the shape of a mark as a picture, without its word."""
    shape = _SHAPES.get(mark.shape, _CIRCLE)
    return f'<svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">{shape}</svg>'


def _mark(mark: Mark) -> str:
    tone = mark.tone if mark.tone in _TONES else "neutral"
    return f'<span class="mark {tone}">{_shape(mark)} {escaped(mark.label)}</span>'


def _contents(cell: Cell) -> str:
    """Return a cell with its mark, its note, its chart in words and its further lines."""
    parts = [_mark(cell.mark)] if cell.mark else []
    if cell.text:
        text = _figure(_linked(escaped(cell.text), cell.link), cell.typed)
        parts.append(f"<strong>{text}</strong>" if cell.strong else text)
    parts += [f"<small>{escaped(cell.note)}</small>"] if cell.note else []
    parts += [f"<small>{escaped(cell.chart.description)}</small>"] if cell.chart else []
    parts += [_contents(line) for line in cell.more]
    return " ".join(parts)


def _class_of(cell: Cell) -> str:
    """Return the class attribute of a cell: numbers align right, long words may break."""
    words = (*cell.text.split(), *(cell.mark.label.split() if cell.mark else ()))
    if any(len(word) > _LONG for word in words):
        return ' class="long"'
    is_number = cell.number or (cell.typed is not None and cell.typed.value is not None)
    return ' class="number"' if is_number and len(cell.text) <= _LONG else ""


def _row(row: Iterable[Cell], columns: tuple[str, ...]) -> Iterator[str]:
    yield '<tr role="row">'
    for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
        look = _class_of(cell)
        inside = f"<span>{_contents(cell)}</span>"
        if place:
            label = f' data-label="{escaped(column)}"'
            yield f'<td role="cell"{look}{label}>{inside}</td>'
        else:
            yield f'<th scope="row" role="rowheader"{look}>{inside}</th>'
    yield "</tr>"


def _table(block: Table, number: Iterator[int]) -> Iterator[str]:
    """Yield a table; ARIA roles keep it a table on narrow screens, where rows become cards."""
    if block.columns:
        place, region = next(number), ""
        if len(block.columns) > _MANY:
            name = escaped(f"Table {place}: {block.caption}")
            region = f' role="region" tabindex="0" aria-label="{name}"'
        yield f'<div class="table"{region}><table role="table" aria-labelledby="table:{place}">'
        yield f'<caption id="table:{place}">{escaped(block.caption)}</caption>'
        yield '<thead role="rowgroup"><tr role="row">'
        for index, column in enumerate(block.columns):
            right = bool(block.rows) and all(row[index].number for row in block.rows)
            look = ' class="number"' if right else ""
            yield f'<th scope="col" role="columnheader"{look}>{escaped(column)}</th>'
        yield "</tr></thead>"
        yield '<tbody role="rowgroup">'
        for index, row in enumerate(block.rows):
            yield from _spans(block, index)
            yield from _row(row, block.columns)
        yield from _spans(block, len(block.rows))
        yield "</tbody></table></div>"
    if not block.rows:
        yield f"<p>{'' if block.columns else escaped(block.caption) + ': '}There are no entries.</p>"
    if block.note:
        yield f'<p class="note">{escaped(block.note)}</p>'


def _spans(block: Table, before: int) -> Iterator[str]:
    """Yield the rows of one cell that stand before a row."""
    for span in block.spans:
        if span.before == before:
            yield _span(span, len(block.columns))


def _span(span: Span, width: int) -> str:
    kind, role = ("th", "rowheader") if span.kind == "heading" else ("td", "cell")
    scope = ' scope="rowgroup"' if kind == "th" else ""
    inside = f"<span>{_sentence(span.sentence)}</span>"
    return f'<tr role="row"><{kind}{scope} role="{role}" colspan="{width}">{inside}</{kind}></tr>'


def _chart(block: Chart, number: Iterator[int]) -> Iterator[str]:
    yield f"<figure><figcaption>{escaped(block.title)}</figcaption>"
    name = escaped(f"Chart {next(number)}: {block.title}")
    yield f'<div class="picture" role="region" tabindex="0" aria-label="{name}">'
    yield f"{charts.svg(block)}</div>"
    yield f'<p class="note">{escaped(block.description)}</p>'
    yield "<details><summary>The figures as a table</summary>"
    yield from _table(charts.table(block), number)
    yield "</details></figure>"


def _block(block: Block, number: Iterator[int]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _sentences(block.sentences)
        case Bullets():
            yield from _bullets(block)
        case Callout():
            yield from _callout(block)
        case Table():
            yield from _table(block, number)
        case Questions():
            yield from _questions(block)
        case FigureCard():
            yield from _card(block, number)
        case Columns():
            yield from _columns(block, number)
        case _ if isinstance(block, _CHARTS):
            yield from _chart(block, number)
        case _:  # of a later version of sendframe
            name = escaped(type(block).__name__)
            yield f'<p class="note">Not shown: a block of the kind {name}, unknown to the bulletin.</p>'


def _is_wide(section: Section) -> bool:
    """Return whether a section contains a block that needs the full width."""
    return any(map(_needs_width, section.blocks)) or any(map(_is_wide, section.sections))


def _needs_width(block: Block) -> bool:
    """Return whether a block, or one within it, needs the full width."""
    if isinstance(block, Columns):
        return any(_needs_width(inner) for column in block.columns for inner in column.blocks)
    return isinstance(block, (Table, TrendChart, PeersChart))


def _section(section: Section, depth: int, number: Iterator[int]) -> Iterator[str]:
    level, name = min(depth, _DEEPEST), charts.identifier(section.id)
    look = f' class="card{" wide" if _is_wide(section) else ""}"' if depth == _CARD else ""
    yield f"<section{look}>"
    mark = f" {_mark(section.mark)}" if section.mark else ""
    note = f" <small>{escaped(section.note)}</small>" if section.note else ""
    title = f"{escaped(section.title)}{mark}{note}"
    if title:
        yield f'<h{level} id="{name}">{title}</h{level}>'
    for block in section.blocks:
        yield from _block(block, number)
    inner = [
        line for subsection in section.sections for line in _section(subsection, depth + 1, number)
    ]
    yield from ['<div class="cards">', *inner, "</div>"] if inner and depth + 1 == _CARD else inner
    yield "</section>"


def _notices(model: ReportModel) -> Iterator[str]:
    """Yield the notices that every page must have."""
    if model.handling_mark:
        yield f'<p class="handling">{escaped(model.handling_mark)}</p>'
    if not model.public:
        yield "<p><strong>Not for publication.</strong></p>"
    if model.fictional:
        yield (
            f"<p><strong>Fictional area.</strong> {escaped(model.area)} does not exist, and its "
            "figures are made up.</p>"
        )
    if model.notice:
        yield f"<p>{escaped(model.notice)}</p>"


def _links(sections: Iterable[Section]) -> Iterator[str]:
    yield '<nav aria-label="In this bulletin"><ul>'
    for section in (section for section in sections if section.title):
        yield f'<li><a href="#{charts.identifier(section.id)}">{escaped(section.title)}</a></li>'
    yield "</ul></nav>"


def _page(model: ReportModel, options: Options) -> Iterator[str]:
    notices, number = "\n".join(_notices(model)), count(1)
    yield f'<!DOCTYPE html>\n<html lang="{escaped(model.language)}" dir="{direction(model.language)}">\n<head>'
    yield from head(model, style_sheet(options.accent, options.columns))
    yield '</head>\n<body>\n<a class="skip" href="#start:bulletin">Skip to the bulletin</a>'
    yield f'<header class="notices">{notices}</header>' if notices else ""
    yield '<main id="start:bulletin" tabindex="-1">'
    yield f'<div class="masthead"><p class="kind">Bulletin</p><h1>{escaped(model.title)}</h1>'
    yield f'<p class="subtitle">{escaped(model.subtitle)}</p></div>'
    if sum(bool(section.title) for section in model.sections) > 1:
        yield from _links(model.sections)
    for section in model.sections:
        yield from _section(section, 2, number)
    yield "</main>"
    yield f'<footer class="notices">{notices}</footer>' if notices else ""
    yield "</body>\n</html>"


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
    """Return the report as one HTML file in UTF-8."""
    chosen = options if isinstance(options, Options) else Options()
    page = "\n".join(filter(None, _page(model, chosen))) + "\n"
    return (RenderedFile(f"{model.profile}-bulletin.html", "text/html", page.encode()),)


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("marlbeck.bulletin", "Bulletin", __doc__ or "", render, Options)]
