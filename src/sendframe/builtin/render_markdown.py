"""Reports as Markdown, for wikis and version control.

What it makes: one file in CommonMark with pipe tables. A chart becomes its description and a table
of its figures. Texts of the documents are escaped, so that none of them becomes a heading, a link
or HTML.

What for: wikis, issue trackers, and comparing reports line by line.

What it leaves out: drawings, colours, and the ids of facts. Of a picture of the author what it shows
stands in brackets.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from sendframe.plugins import (
    N_,
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Columns,
    FigureCard,
    Icon,
    Image,
    Link,
    Mark,
    Paragraph,
    Pictogram,
    Question,
    Questions,
    RenderedFile,
    Renderer,
    ReportModel,
    Section,
    Sentence,
    Table,
    charts,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import fictional_note

_MAX_HEADING = 6
_WEIGHTS = {"important": N_("Important: {title}"), "missing": N_("Missing: {title}")}
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>|~$]|&(?=[#A-Za-z])|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.")
# What GitHub makes a mention, an address of an e-mail or an issue of, after it has read the escapes.
_REFERENCE = re.compile(r"[@#](?=\w)|\bGH(?=-\d)")
_BREAK = "<!-- -->"
_AT_START = re.compile(r"^(?:#(?=#{0,5}(?:\s|$))|[+-](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the report as one Markdown file in UTF-8."""
    parts = [part for part in _report(model) if part]
    data = ("\n\n".join(parts) + "\n").encode("utf-8")
    return (RenderedFile(f"{model.profile}.md", "text/markdown", data),)


def escaped(text: str) -> str:
    """Escape a text for Markdown, on one line; nothing in it mentions or links by accident."""
    line = " ".join(charts.visible_text(text).split())
    line = _ANYWHERE.sub(lambda match: f"\\{match[0]}", line)
    line = _AT_START.sub(
        lambda match: match[0] + "\\" if match[0].isdigit() else f"\\{match[0]}", line
    )
    return _REFERENCE.sub(lambda match: f"{match[0]}{_BREAK}", line)


def _report(model: ReportModel) -> Iterator[str]:
    notices = (_strong(model.handling_mark), _fictional(model), _quoted(escaped(model.notice)))
    yield from notices
    yield _heading(1, model.title)
    yield escaped(model.subtitle)
    if model.area not in model.title + model.subtitle:
        yield escaped(_("Area: {area}", area=model.area))
    if model.draft:
        yield _strong(_("Settle this before you publish:"))
        yield "\n".join(f"- {escaped(reason)}" for reason in model.draft)
    for section in model.sections:
        yield from _section(section, 2)
    yield "---"
    yield from reversed(notices)
    if model.rendered_by:
        yield escaped(_("Written by {maker}.", maker=model.rendered_by))


def _fictional(model: ReportModel) -> str:
    if not model.fictional or f"{model.area} does not exist" in model.notice:
        return ""
    return _strong(fictional_note(model.area))


def _heading(depth: int, title: str) -> str:
    return f"{'#' * min(depth, _MAX_HEADING)} {_heading_text(title)}"


def _section(section: Section, depth: int) -> Iterator[str]:
    if section.title:
        yield _heading(depth, section.title)
    yield _shown(section.picture)
    state = " ".join(part for part in (_mark(section.mark), escaped(section.note)) if part)
    if state:
        yield state
    below = depth + 1 if section.title else depth
    yield from _blocks(section.blocks, below, section.title)
    for subsection in section.sections:
        yield from _section(subsection, below)


def _blocks(blocks: Iterable[Block], depth: int, heading: str = "") -> Iterator[str]:
    lists = 0
    for block in blocks:
        # Two lists in succession need different markers, or Markdown would join them.
        lists = lists + 1 if isinstance(block, Bullets) else 0
        yield from _block(block, "-" if lists % 2 else "*", depth, heading)


def _block(block: Block, marker: str, depth: int, above: str) -> Iterator[str]:
    match block:
        case Paragraph(sentences):
            yield from _sentences(sentences)
        case Bullets(items):
            yield "\n".join(_item(item, marker) for item in items)
        case Callout(title, sentences, weight):
            heading = _(_WEIGHTS.get(weight, "{title}"), title=title)
            yield _quoted("\n\n".join((_strong(heading), *_sentences(sentences))))
        case Questions(items, numbered):
            yield "\n".join(
                _question(item, f"{number}." if numbered else "-")
                for number, item in enumerate(items, 1)
            )
        case FigureCard():
            yield _heading(depth, block.title)
            yield _shown(block.picture)
            yield " ".join(filter(None, (_strong(block.figure), escaped(block.beside))))
            yield from _sentences(block.sentences)
            yield escaped(block.chart.description) if block.chart else ""
        case Columns(columns):
            for column in columns:
                if column.title:
                    yield _heading(depth, column.title)
                yield _shown(column.picture)
                yield from _blocks(column.blocks, depth + 1 if column.title else depth)
        case Table():
            yield "" if block.hides_caption else _strong(block.caption)
            yield from _table(block)
        case _:
            yield from _chart(block, above)


def _chart(chart: Chart, heading: str) -> Iterator[str]:
    if chart.title != heading:
        yield _strong(chart.title)
    yield escaped(chart.description)
    table = charts.table(chart)
    if table.rows and not isinstance(chart, Pictogram):
        yield from _table(table)


def _sentences(sentences: Iterable[Sentence]) -> Iterator[str]:
    for quoted, group in groupby(sentences, key=lambda sentence: sentence.quoted):
        text = _run(group)
        yield _quoted(text) if quoted else text


def _run(sentences: Iterable[Sentence]) -> str:
    return " ".join(_sentence(sentence) for sentence in sentences)


def _sentence(sentence: Sentence) -> str:
    parts = (
        _shown(sentence.picture),
        _mark(sentence.mark),
        _strong(sentence.label),
        _linked(sentence.text, sentence.link),
        escaped(sentence.note),
    )
    return " ".join(part for part in parts if part)


def _linked(text: str, link: Link | None) -> str:
    """Return a text that leads into another report; within one, headings have no ids to lead to."""
    line = escaped(text)
    if not (link and link.profile and line):
        return line
    return f"[{line}]({charts.identifier(link.profile)}.md)"


def _question(question: Question, marker: str) -> str:
    label = f"{_strong(f'{question.label}:')} " if question.label else ""
    title = escaped(question.title) if label else _strong(question.title)
    words = (f"{label}{title}", _shown(question.picture), _run(question.sentences))
    return " ".join((marker, *filter(None, words)))


def _item(sentence: Sentence, marker: str) -> str:
    text = _sentence(sentence)
    return f"{marker} > {text}" if sentence.quoted else f"{marker} {text}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _strong(text: str) -> str:
    line = escaped(text)
    return f"**{line}**" if line else ""


def _heading_text(text: str) -> str:
    # Markdown would remove a row of "#" at the end of a heading.
    return re.sub(r"(?<!\\)#(?=#*$)", r"\\#", escaped(text))


def _table(table: Table) -> Iterator[str]:
    if table.columns:
        numbers = tuple(
            bool(table.rows) and all(row[index].number for row in table.rows)
            for index in range(len(table.columns))
        )
        rows = [_row(escaped(column) for column in table.columns)]
        rows.append(_row("---:" if number else "---" for number in numbers))
        spans = _spans(table)
        for index, cells in enumerate(table.rows):
            rows += spans[index]
            rows.append(_row(_cell(cell) for cell in cells))
        rows += spans[len(table.rows)]
        yield "\n".join(rows)
    if not table.rows:
        yield _("No entries.")
    yield escaped(table.note)


def _spans(table: Table) -> dict[int, list[str]]:
    """Return the rows of one cell by the row they stand before; the other cells are empty."""
    found: dict[int, list[str]] = defaultdict(list)
    for span in table.spans:
        text = _sentence(span.sentence)
        first = f"**{text}**" if span.kind == "heading" and text else text
        found[span.before].append(_row((first, *[""] * (len(table.columns) - 1))))
    return found


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    text = _linked(cell.text, cell.link)
    first = " ".join(part for part in (_mark(cell.mark), text) if part)
    lines = [first, _described(cell)]
    lines += [_cell(line) for line in cell.more]
    return "<br>".join(filter(None, (*lines, escaped(cell.note))))


def _described(cell: Cell) -> str:
    """Return the description of the chart of a cell, unless its mark or its note says the same."""
    description = cell.chart.description if cell.chart else ""
    printed = (cell.mark.label if cell.mark else "", cell.text, cell.note)
    return "" if description in printed else escaped(description)


def _shown(picture: Icon | Image | None) -> str:
    """Return what an image shows; an icon repeats the words that it stands beside."""
    return _("(Picture: {alt})", alt=escaped(picture.alt)) if isinstance(picture, Image) else ""


def _mark(mark: Mark | None) -> str:
    return f"{charts.sign(mark.shape)} {_strong(mark.label)}" if mark else ""


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("markdown", "Markdown", __doc__ or "", render)]
