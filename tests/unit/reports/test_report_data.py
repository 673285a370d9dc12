"""Reports as plain JSON data, and the schema of these."""

import json
from datetime import date

import jsonschema
import pytest

from sendframe.reports import (
    ReportModel,
    Section,
    TrendChart,
    report_data,
    report_schema,
)
from sendframe.reports._chart_model import ChartPoint
from sendframe.reports._report_data import block_name
from sendframe.testing import empty_report, huge_report, small_report


@pytest.mark.parametrize("report", [empty_report(), small_report(), huge_report()])
def test_a_report_is_what_its_schema_says(report: ReportModel) -> None:
    """One with a block of every kind, one without sections, and one with thousands of rows."""
    data = report_data(report)
    jsonschema.Draft202012Validator(report_schema()).validate(data)
    assert json.loads(json.dumps(data)) == data
    assert data["$schema"] == report_schema()["$id"]


def test_what_is_no_number_is_none_and_a_picture_has_no_bytes() -> None:
    """JSON has neither."""
    chart = TrendChart("c", "t", "d", "%", (ChartPoint("a", float("inf"), "x"),))
    model = ReportModel("p", "t", "s", "a", date(2026, 1, 31), (Section("s", "t", (chart,)),))
    (block,) = report_data(model)["sections"][0]["blocks"]
    assert (block["block"], block["points"][0]["value"]) == ("trend_chart", None)
    images = [part for part in parts(report_data(small_report())) if "media_type" in part]
    assert images
    assert not any("data" in image for image in images)


def test_the_schema_is_complete_in_itself() -> None:
    """Each reference leads to a definition, and each is needed."""
    schema = report_schema()
    references = {part["$ref"] for part in parts(schema) if isinstance(part.get("$ref"), str)}
    assert references == {f"#/$defs/{name}" for name in schema["$defs"]}


def test_only_blocks_have_a_name() -> None:
    """It is the name of the class, in the way of JSON keys."""
    assert (block_name(TrendChart), block_name(Section)) == ("trend_chart", None)


def parts(value):
    """Yield every object in a JSON value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from parts(part)
