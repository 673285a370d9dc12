"""Reports as JSON, for programs.

What it makes: one file that holds the whole report: its sections, sentences, tables and charts,
each with the facts it rests on. Texts stand as they were given; a program that shows them has
to escape them.

What for: websites, dashboards and checks of your own.

What it leaves out: nothing.
"""

import json
import math
from datetime import date

import attrs

from sendframe.plugins import (
    Bullets,
    Callout,
    DotChart,
    Paragraph,
    RenderedFile,
    Renderer,
    ReportModel,
    Table,
    TrendChart,
    hookimpl,
)

FORMAT = "sendframe report"
VERSION = 1
_BLOCKS = {
    Paragraph: "paragraph",
    Bullets: "bullets",
    Callout: "callout",
    Table: "table",
    TrendChart: "trend_chart",
    DotChart: "dot_chart",
}


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the report as one JSON file in UTF-8."""
    document = {"format": FORMAT, "version": VERSION, **_object(model, ReportModel)}
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    # A lone surrogate has no UTF-8; "backslashreplace" writes it as the JSON escape it is.
    data = text.encode("utf-8", "backslashreplace")
    return (RenderedFile(f"{model.profile}.json", "application/json", data),)


def _object(value: object, cls: type[attrs.AttrsInstance]) -> dict[str, object]:
    kind = _BLOCKS.get(cls)
    tag: dict[str, object] = {"block": kind} if kind else {}
    names = [field.name for field in attrs.fields(cls)]
    return {**tag, **{name: _plain(getattr(value, name)) for name in names}}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None  # JSON has no word for it, and a chart shows none
    cls = type(value)
    return _object(value, cls) if attrs.has(cls) else value


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("json", "JSON", __doc__ or "", render)]
