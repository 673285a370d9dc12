"""Reports as JSON, for programs.

What it makes: one file with all sections, sentences, tables and charts of the report, each with
the ids of its facts, and printed figures as values under ``typed``. Its JSON Schema is `report`,
which ``sendframe schema show report`` prints. Texts are not escaped; a program that shows them has
to escape them. A picture has its name and what it shows.

What for: websites, dashboards and your own checks.

What it leaves out: the bytes of pictures.
"""

import json

from sendframe.plugins import RenderedFile, Renderer, ReportModel, hookimpl, report_data


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:  # noqa: ARG001  # none to choose
    """Return the report as one JSON file in UTF-8."""
    text = json.dumps(report_data(model), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    # A lone surrogate has no UTF-8; "backslashreplace" writes it as the JSON escape it is.
    data = text.encode("utf-8", "backslashreplace")
    return (RenderedFile(f"{model.profile}.json", "application/json", data),)


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("json", "JSON", __doc__ or "", render, for_people=False)]
