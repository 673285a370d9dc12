"""Reports as Markdown, for wikis and version control.

What it makes: one file in CommonMark with pipe tables. A chart becomes its description and a table
of its figures. Texts of the documents are escaped, so that none of them becomes a heading, a link
or HTML.

What for: wikis, issue trackers, and comparing reports line by line.

What it leaves out: pictures of charts, colours, and the ids of facts.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from sendframe.plugins import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Mark,
    Paragraph,
    RenderedFile,
    Renderer,
    ReportModel,
    Section,
    Sentence,
    Table,
    charts,
    hookimpl,
)

_MAX_HEADING = 6
_SHAPES = {"square": "■", "triangle": "▲", "diamond": "◆", "bar": "▬", "cross": "✕"}
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>|~$]|&(?=[#A-Za-z])|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.")
_AT_START = re.compile(r"^(?:#(?=#{0,5}(?:\s|$))|[+-](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the report as one Markdown file in UTF-8."""
    parts = [part for part in _report(model) if part]
    data = ("\n\n".join(parts) + "\n").encode("utf-8")
    return (RenderedFile(f"{model.profile}.md", "text/markdown", data),)


def escaped(text: str) -> str:
    """Escape a text for Markdown, on one line."""
    line = " ".join(charts.visible_text(text).split())
    line = _ANYWHERE.sub(lambda match: f"\\{match[0]}", line)
    return _AT_START.sub(
        lambda match: match[0] + "\\" if match[0].isdigit() else f"\\{match[0]}", line
    )


def _report(model: ReportModel) -> Iterator[str]:
    notices = (_strong(model.handling_mark), _fictional(model), _quoted(escaped(model.notice)))
    yield from notices
    yield _heading(1, model.title)
    yield escaped(model.subtitle)
    if model.area not in model.title + model.subtitle:
        yield f"Area: {escaped(model.area)}"
    for section in model.sections:
        yield from _section(section, 2)
    yield "---"
    yield from reversed(notices)
    if model.rendered_by:
        yield escaped(f"Written by {model.rendered_by}.")


def _fictional(model: ReportModel) -> str:
    if not model.fictional:
        return ""
    return _strong(f"Fictional area: {model.area} does not exist, and its figures are made up.")


def _heading(depth: int, title: str) -> str:
    return f"{'#' * min(depth, _MAX_HEADING)} {_heading_text(title)}"


def _section(section: Section, depth: int) -> Iterator[str]:
    yield _heading(depth, section.title)
    lists = 0
    for block in section.blocks:
        # Two lists in succession need different markers, or Markdown would join them.
        lists = lists + 1 if isinstance(block, Bullets) else 0
        yield from _block(block, "-" if lists % 2 else "*")
    for subsection in section.sections:
        yield from _section(subsection, depth + 1)


def _block(block: Block, marker: str) -> Iterator[str]:
    match block:
        case Paragraph(sentences):
            yield from _sentences(sentences)
        case Bullets(items):
            yield "\n".join(_item(item, marker) for item in items)
        case Callout(title, sentences, weight):
            heading = f"Important: {title}" if weight == "important" else title
            yield _quoted("\n\n".join((_strong(heading), *_sentences(sentences))))
        case Table():
            yield _strong(block.caption)
            yield from _table(block)
        case _:
            yield from _chart(block)


def _chart(chart: Chart) -> Iterator[str]:
    yield _strong(chart.title)
    yield escaped(chart.description)
    yield from _table(charts.table(chart))


def _sentences(sentences: Iterable[Sentence]) -> Iterator[str]:
    for quoted, group in groupby(sentences, key=lambda sentence: sentence.quoted):
        text = escaped(" ".join(sentence.text for sentence in group))
        yield _quoted(text) if quoted else text


def _item(sentence: Sentence, marker: str) -> str:
    text = escaped(sentence.text)
    return f"{marker} > {text}" if sentence.quoted else f"{marker} {text}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _strong(text: str) -> str:
    line = escaped(text)
    return f"**{line}**" if line else ""


def _heading_text(text: str) -> str:
    # Markdown would remove a row of "#" at the end of a heading.
    return re.sub(r"#(?=#*$)", r"\\#", escaped(text))


def _table(table: Table) -> Iterator[str]:
    if table.columns:
        numbers = tuple(
            bool(table.rows) and all(row[index].number for row in table.rows)
            for index in range(len(table.columns))
        )
        rows = [_row(escaped(column) for column in table.columns)]
        rows.append(_row("---:" if number else "---" for number in numbers))
        rows += [_row(_cell(cell) for cell in row) for row in table.rows]
        yield "\n".join(rows)
    if not table.rows:
        yield "No entries."
    yield escaped(table.note)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return " ".join(part for part in (_mark(cell.mark), escaped(cell.text)) if part)


def _mark(mark: Mark | None) -> str:
    return f"{_SHAPES.get(mark.shape, '●')} {_strong(mark.label)}" if mark else ""


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("markdown", "Markdown", __doc__ or "", render)]
