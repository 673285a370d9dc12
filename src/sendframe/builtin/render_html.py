"""Reports as one HTML file, for people.

What it makes: one file that opens by a double click, works offline and on a telephone, prints, and
is accessible to screen readers. It contains its style sheet and its pictures, no program, and a
policy that forbids the browser to load anything else.

What for: reading, publishing and printing.

What it leaves out: nothing; each chart has its description and a table of its figures.
"""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby

import jinja2
from markupsafe import Markup

from sendframe.plugins import (
    Chart,
    RenderedFile,
    Renderer,
    ReportModel,
    Sentence,
    Table,
    charts,
    hookimpl,
)

_MAX_HEADING = 6
_LONG_WORD = 20  # letters; a longer word in a table may break anywhere


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the report as one HTML file in UTF-8."""
    css = _source("report.css")
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    page = _template().render(
        model=model,
        css=Markup(css),  # noqa: S704  # our own file, whose hash the policy names
        digest=digest,
        region=_RegionNames(),
    )
    data = page.encode("utf-8")
    return (RenderedFile(f"{model.profile}.html", "text/html", data),)


class _RegionNames:
    """Name the regions that scroll, each differently, as a list of landmarks requires."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, kind: str, name: str) -> str:
        self._count += 1
        return f"{kind} {self._count}: {name}"


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
        heading=_heading,
        is_long=_is_long,
        identifier=charts.identifier,
        kind=lambda block: type(block).__name__,
        numbers=_numbers,
        picture=_picture,
        runs=_runs,
        table_of=charts.table,
    )
    return environment.get_template("report.html.j2")


def _without_hidden_characters(value: object) -> object:
    """Remove characters that would hide or reorder a text, before it is escaped."""
    return value if isinstance(value, Markup) else charts.visible_text(str(value))


def _picture(chart: Chart) -> Markup:
    return Markup(charts.svg(chart))  # noqa: S704  # escapes its input, as a test shows


def _heading(depth: int) -> Markup:
    return Markup("h{}").format(min(depth, _MAX_HEADING))


def _is_long(text: str) -> bool:
    return any(len(word) > _LONG_WORD for word in text.split())


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
