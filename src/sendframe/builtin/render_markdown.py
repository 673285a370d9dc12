"""Reports as Markdown, for wikis and version control.

What it makes: one file in CommonMark with pipe tables. Charts are given as their description and
a table of their figures. Words of the documents are escaped, so that none of them becomes a
heading, a link or HTML.

What for: wikis, issue trackers, and reading a report's changes line by line.

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

_DEEPEST = 6
_SHAPES = {"square": "■", "triangle": "▲", "diamond": "◆", "bar": "▬", "cross": "✕"}
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>|~$]|&(?=[#A-Za-z])|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.")
_AT_START = re.compile(r"^(?:#(?=#{0,5}(?:\s|$))|[+-](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the report as one Markdown file in UTF-8."""
    parts = [part for part in _report(model) if part]
    data = ("\n\n".join(parts) + "\n").encode("utf-8")
    return (RenderedFile(f"{model.profile}.md", "text/markdown", data),)


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    line = " ".join(charts.visible_text(text).split())
    line = _ANYWHERE.sub(lambda found: f"\\{found[0]}", line)
    return _AT_START.sub(
        lambda found: found[0] + "\\" if found[0].isdigit() else f"\\{found[0]}", line
    )


def _report(model: ReportModel) -> Iterator[str]:
    edges = (_strong(model.handling_mark), _fictional(model), _quoted(escaped(model.notice)))
    yield from edges
    yield _heading(1, model.title)
    yield escaped(model.subtitle)
    if model.area not in model.title + model.subtitle:
        yield f"Area: {escaped(model.area)}"
    for section in model.sections:
        yield from _section(section, 2)
    yield "---"
    yield from reversed(edges)
    if model.rendered_by:
        yield escaped(f"Written by {model.rendered_by}.")


def _fictional(model: ReportModel) -> str:
    if not model.fictional:
        return ""
    return _strong(f"Fictional area: {model.area} does not exist, and its figures are made up.")


def _heading(depth: int, title: str) -> str:
    return f"{'#' * min(depth, _DEEPEST)} {_after_marker(title)}"


def _section(section: Section, depth: int) -> Iterator[str]:
    yield _heading(depth, section.title)
    lists = 0
    for block in section.blocks:
        # Two lists side by side need two signs, or they would be read as one.
        lists = lists + 1 if isinstance(block, Bullets) else 0
        yield from _block(block, "-" if lists % 2 else "*")
    for each in section.sections:
        yield from _section(each, depth + 1)


def _block(block: Block, sign: str) -> Iterator[str]:
    match block:
        case Paragraph(sentences):
            yield from _sentences(sentences)
        case Bullets(items):
            yield "\n".join(_item(each, sign) for each in items)
        case Callout(title, sentences, weight):
            named = f"Important: {title}" if weight == "important" else title
            yield _quoted("\n\n".join((_strong(named), *_sentences(sentences))))
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
    for quoted, group in groupby(sentences, key=lambda each: each.quoted):
        text = escaped(" ".join(each.text for each in group))
        yield _quoted(text) if quoted else text


def _item(sentence: Sentence, sign: str) -> str:
    text = escaped(sentence.text)
    return f"{sign} > {text}" if sentence.quoted else f"{sign} {text}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _strong(text: str) -> str:
    line = escaped(text)
    return f"**{line}**" if line else ""


def _after_marker(text: str) -> str:
    # A row of "#" at the end would be taken for the heading's own end.
    return re.sub(r"#(?=#*$)", r"\\#", escaped(text))


def _table(table: Table) -> Iterator[str]:
    if table.columns:
        numbers = tuple(
            bool(table.rows) and all(row[index].number for row in table.rows)
            for index in range(len(table.columns))
        )
        rows = [_row(escaped(each) for each in table.columns)]
        rows.append(_row("---:" if number else "---" for number in numbers))
        rows += [_row(_cell(each) for each in row) for row in table.rows]
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
