"""Reports as JSON, for programs.

What it makes: one file with all sections, sentences, tables and charts of the report, each with
the ids of its facts. Texts are not escaped; a program that shows them has to escape them. A picture has
its name and what it shows.

What for: websites, dashboards and your own checks.

What it leaves out: the bytes of pictures.
"""

import json
import math
from datetime import date

import attrs

from sendframe.plugins import (
    BarChart,
    Bullets,
    Callout,
    ColumnChart,
    Columns,
    FigureCard,
    Ladder,
    Paragraph,
    PathChart,
    PeersChart,
    Pictogram,
    Pips,
    Questions,
    RenderedFile,
    Renderer,
    ReportModel,
    Table,
    Timeline,
    TrendChart,
    hookimpl,
)

FORMAT = "sendframe report"
VERSION = 1
_BLOCKS = {
    Paragraph: "paragraph",
    Bullets: "bullets",
    Callout: "callout",
    Questions: "questions",
    FigureCard: "figure_card",
    Table: "table",
    Columns: "columns",
    TrendChart: "trend_chart",
    PeersChart: "peers_chart",
    ColumnChart: "column_chart",
    BarChart: "bar_chart",
    Timeline: "timeline",
    Ladder: "ladder",
    Pips: "pips",
    Pictogram: "pictogram",
    PathChart: "path_chart",
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
    # The bytes of an image stand in the portfolio, under its `file`.
    names = [field.name for field in attrs.fields(cls) if field.type is not bytes]
    return {**tag, **{name: _to_json(getattr(value, name)) for name in names}}


def _to_json(value: object) -> object:
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None  # JSON cannot express it, and a chart shows none
    cls = type(value)
    return _object(value, cls) if attrs.has(cls) else value


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("json", "JSON", __doc__ or "", render, for_people=False)]
