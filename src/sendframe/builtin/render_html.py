"""Reports as one HTML file, for people.

What it makes: one file that opens by a double click, works offline and on a telephone, prints, and
is accessible to screen readers. It contains its style sheet and its pictures, no program, and a
policy that forbids the browser to load anything else.

What for: reading, publishing and printing.

What it leaves out: nothing; each chart has its description and a table of its figures.
"""

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

import jinja2
from markupsafe import Markup

from sendframe.plugins import (
    Bullets,
    Cell,
    Chart,
    ColumnChart,
    Icon,
    Image,
    Ladder,
    Link,
    PathChart,
    PeersChart,
    Pictogram,
    Pips,
    Question,
    RenderedFile,
    Renderer,
    ReportModel,
    Section,
    Sentence,
    SmallChart,
    Span,
    Table,
    Tone,
    TrendChart,
    charts,
    direction,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import day_name, fictional_note

_FOUR_SIDES = re.compile(r"\b(padding|margin):(\S+) (\S+) (\S+) ([^\s;}]+)(?=[;}])")
_MAX_HEADING = 6
_LONG_WORD = 18  # letters
_ONE_WIDTH = (Ladder, Pips, Pictogram)
_IN_TABLES = (ColumnChart, PathChart, PeersChart, TrendChart)


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the report as one HTML file in UTF-8."""
    css = charts.tokens_css() + _source("report.css") + _page_margins(model)
    if direction(model.language) == "rtl":
        css = _mirrored(css)
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    page = _template().render(
        model=model,
        css=Markup(css),  # noqa: S704  # our own file and quoted strings, whose hash the policy names
        digest=digest,
        notices=tuple(_notices(model)),
        contents=_contents(model),
        draft=_draft(model),
        rows=_rows,
    )
    data = page.encode("utf-8")
    return (RenderedFile(f"{model.profile}.html", "text/html", data),)


def _notices(model: ReportModel) -> Iterator[str]:
    """Yield what every page says: handling mark, notice, and that an area does not exist."""
    if model.handling_mark:
        yield model.handling_mark
    if model.fictional and f"{model.area} does not exist" not in model.notice:
        yield fictional_note(model.area)
    if model.notice:
        yield model.notice


def _draft(model: ReportModel) -> Bullets:
    """Return what has to be settled before a draft may be published."""
    return Bullets(tuple(map(Sentence, model.draft)))


def _rows(sections: Sequence[Section]) -> Iterator[list[Section]]:
    """Yield the sections that stand beside each other."""
    row: list[Section] = []
    for section in sections:
        if row and not section.beside:
            yield row
            row = []
        row.append(section)
    if row:
        yield row


def _contents(model: ReportModel) -> tuple[Section, ...]:
    """Return the sections that a list of contents names: those that begin a page, else all."""
    titled = tuple(section for section in model.sections if section.title)
    pages = tuple(section for section in titled if section.starts_page) or titled
    return pages if len(pages) > 1 else ()


def _page_margins(model: ReportModel) -> str:
    """Return the margin boxes of printed pages: what every page says, area, day and page."""
    left = model.handling_mark or model.notice
    rest = [notice for notice in _notices(model) if notice != left]
    texts = {
        "@top-left": f"font-weight:700;content:{_css_text(left)}",
        "@top-right": f"content:{_css_text(f'{model.area} · {day_name(model.as_at)}')}",
        "@bottom-left": f"width:80%;content:{_css_text(' '.join(rest))}",
        "@bottom-right": f"content:{_page_number()}",
    }
    boxes = "".join(f"{place}{{font-size:8.5pt;{text}}}" for place, text in texts.items())
    size = "A4 landscape" if model.page == "landscape" else "A4"
    margin = "11mm 12mm 10mm" if model.page == "landscape" else "14mm 12mm 13mm"
    return f"@page{{size:{size};margin:{margin};font-family:{charts.FONT};{boxes}}}"


def _page_number() -> str:
    """Return the number of a page as CSS content, in the order of words of the language."""
    words = _("page {number} of {total}", number="\0", total="\1")
    counters = {"\0": "counter(page)", "\1": "counter(pages)"}
    parts = (part for part in re.split("([\0\1])", words) if part)
    return " ".join(counters.get(part) or _css_text(part) for part in parts)


def _mirrored(css: str) -> str:
    """Return a style sheet with left and right exchanged; drawings stay as they are."""
    other = {"left": "right", "right": "left"}
    swapped = re.sub(r"\b(left|right)\b", lambda match: other[match[0]], css)
    swapped = _FOUR_SIDES.sub(r"\1:\2 \5 \4 \3", swapped)
    return f"{swapped}svg{{direction:ltr}}"


def _css_text(text: str) -> str:
    """Return a text as a CSS string, in which no character can end the string or the style."""
    shown = charts.visible_text(text)
    safe = "".join(
        char if char.isalnum() or char in " .,-" else f"\\{ord(char):x} " for char in shown
    )
    return f'"{safe}"'


@cache
def _source(name: str) -> str:
    return files("sendframe.builtin").joinpath("templates", name).read_text("utf-8")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_source),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        finalize=_without_hidden_characters,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        _=_,
        direction=direction,
        drawn=_drawn,
        has_long_word=_has_long_word,
        has_pictures=_has_pictures,
        has_table=_has_table,
        heading=_heading,
        href=_href,
        identifier=charts.identifier,
        is_blank=_is_blank,
        is_long=_is_long,
        is_marked=_is_marked,
        is_read_off=_is_read_off,
        kind=lambda block: type(block).__name__,
        numbers=_numbers,
        pictures=_pictures,
        runs=_runs,
        small=_small,
        spans_of=_spans_of,
        table_of=charts.table,
    )
    return environment.get_template("report.html.j2")


def _without_hidden_characters(value: object) -> object:
    """Remove characters that would hide or reorder a text, before it is escaped."""
    return value if isinstance(value, Markup) else charts.visible_text(str(value))


def _pictures(chart: Chart) -> Markup:
    """Return the drawings of a chart: one for wide and one for narrow places, or one for both."""
    wide = Markup(charts.svg(chart))  # noqa: S704  # escapes its input, as a test shows
    if _is_read_off(chart):
        return wide
    narrow = Markup(charts.svg(chart, width="narrow"))  # noqa: S704  # the same
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(wide, narrow)


def _drawn(picture: Icon | Image) -> Markup:
    """Return a picture beside words: an icon that repeats them, or an image of the author."""
    if isinstance(picture, Icon):
        return Markup(charts.icon(picture.icon))  # noqa: S704  # our own drawing
    data = base64.b64encode(picture.data).decode("ascii")
    return Markup(
        '<img class="image" src="data:{};base64,{}" alt="{}" width="{}" height="{}">'
    ).format(
        picture.media_type, data, charts.visible_text(picture.alt), picture.width, picture.height
    )


def _has_pictures(questions: Sequence[Question]) -> bool:
    """Whether a picture stands beside any question, so that all of them leave space for one."""
    return any(question.picture is not None for question in questions)


def _is_marked(items: Sequence[Sentence]) -> bool:
    """Whether each item of a list begins with a mark, which stands in place of a bullet."""
    return all(item.mark is not None and not item.quoted for item in items)


def _is_read_off(chart: Chart) -> bool:
    """Whether a chart is drawn in one width, and its description says all that it shows."""
    return isinstance(chart, _ONE_WIDTH)


def _has_table(chart: Chart) -> bool:
    """Whether the figures of a chart stand below it, so that its description need not be printed.

    Screen readers read the description in the picture.
    """
    return isinstance(chart, _IN_TABLES)


def _small(chart: SmallChart, tone: Tone) -> Markup:
    drawing = Markup(charts.small(chart, tone))  # noqa: S704  # the same
    return Markup('<span class="small">{}</span>').format(drawing)


def _heading(depth: int) -> Markup:
    return Markup("h{}").format(min(depth, _MAX_HEADING))


def _href(link: Link) -> str:
    """Return the address of a place in this report or in another one beside it."""
    page = f"{charts.identifier(link.profile)}.html" if link.profile else ""
    return f"{page}#{charts.identifier(link.anchor)}" if link.anchor or not page else page


def _spans_of(table: Table) -> dict[int, list[Span]]:
    """Return the rows of one cell by the row they stand before."""
    found: dict[int, list[Span]] = defaultdict(list)
    for span in table.spans:
        found[span.before].append(span)
    return found


def _is_long(cell: Cell) -> bool:
    """Whether a cell has a word that must break anywhere, or it would widen its column."""
    texts = (cell.text, cell.note, cell.mark.label if cell.mark else "")
    return any(map(_has_long_word, texts))


def _has_long_word(text: str) -> bool:
    return any(len(word) > _LONG_WORD for word in text.split())


def _is_blank(cell: Cell) -> bool:
    """Whether a cell has nothing to show, so that a card leaves it out."""
    return not (cell.text.strip("–") or cell.mark or cell.chart or cell.note or cell.more)


def _runs(sentences: Iterable[Sentence]) -> list[tuple[bool, list[Sentence]]]:
    """Group neighbouring sentences by whether they are quoted."""
    return [(quoted, list(group)) for quoted, group in groupby(sentences, key=lambda s: s.quoted)]


def _numbers(table: Table) -> tuple[bool, ...]:
    """Return for each column whether it holds numbers only, so that it is aligned right."""
    return tuple(
        bool(table.rows) and all(row[index].number for row in table.rows)
        for index in range(len(table.columns))
    )


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("html", "One HTML file", __doc__ or "", render)]
