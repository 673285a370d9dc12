"""The JSON of a report: the whole model, in an order that stays."""

import json
from datetime import date

import attrs

from sendframe.builtin import render_json
from sendframe.plugins import (
    ChartPoint,
    NoOptions,
    ReportModel,
    Section,
    TrendChart,
)
from tests.unit.builtin.sample_report import sample
from tests.unit.builtin.sample_texts import model_texts


def rendered(model: ReportModel) -> bytes:
    """Return the bytes of a report."""
    (file,) = render_json.render(model, NoOptions())
    assert (file.name, file.media_type) == (f"{model.profile}.json", "application/json")
    return file.data


def every_text(value: object) -> list[str]:
    """Return all texts of a JSON value."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in every_text(each)]
    if isinstance(value, list):
        return [text for each in value for text in every_text(each)]
    return [value] if isinstance(value, str) else []


def test_it_says_what_it_is() -> None:
    """Schema, format and version come first, then the fields of the model in their order."""
    document = json.loads(rendered(sample()))
    names = [field.name for field in attrs.fields(ReportModel)]
    assert list(document) == ["$schema", "format", "version", *names]
    assert (document["format"], document["version"]) == ("sendframe report", 1)
    assert document["as_at"] == "2026-01-31"


def test_every_text_is_there_as_it_was_given() -> None:
    """Texts are neither escaped nor cleaned: a program gets what the model holds."""
    found = set(every_text(json.loads(rendered(sample()))))
    assert set(model_texts(sample())) <= found


def test_blocks_say_their_kind() -> None:
    """A program can tell the kinds of blocks apart by one key, which comes first."""
    document = json.loads(rendered(sample(hostile=False)))
    kinds = [list(b.items())[0] for s in document["sections"] for b in s["blocks"]]  # noqa: RUF015  # of a mapping whose order is tested
    assert {name for name, _ in kinds} == {"block"}
    assert {kind for _, kind in kinds} == {
        *("paragraph", "callout", "table", "bullets", "questions", "columns"),
        *("trend_chart", "peers_chart", "column_chart", "bar_chart", "timeline", "ladder"),
        *("pips", "pictogram", "path_chart"),
    }


def test_makers_and_inputs_are_there() -> None:
    """What made the report and what it rests on can be checked by a program."""
    document = json.loads(rendered(sample()))
    assert document["makers"] == [{"name": "sendframe", "version": "0.1.0", "provides": ["SFR301"]}]
    assert document["inputs"][0]["form"] == "rfc8785"


def test_it_can_be_read_by_people() -> None:
    """Two spaces of indent, letters as letters, and one line end at the end."""
    data = rendered(sample())
    schema = "https://sendframe.example/schemas/v1/report.schema.json"
    assert data.startswith(f'{{\n  "$schema": "{schema}",\n  "format": "sendframe report"'.encode())
    assert "Łódź, Ŵyr".encode() in data
    assert data.endswith(b"}\n")
    assert b"\r" not in data


def test_what_has_no_utf8_is_written_as_an_escape() -> None:
    """A lone surrogate does not stop the report, and is read back as it was."""
    section = Section("s", "lone \ud800 surrogate")
    model = ReportModel("p", "t", "s", "a", date(2026, 1, 31), (section,))
    data = rendered(model)
    assert b"lone \\ud800 surrogate" in data
    assert json.loads(data)["sections"][0]["title"] == section.title


def test_what_is_no_number_is_null() -> None:
    """JSON has no infinity: a figure that is none is written as none."""
    points = (
        ChartPoint("a", float("inf"), "x"),
        ChartPoint("b", None, "y"),
        ChartPoint("c", 1.5, "z"),
    )
    chart = TrendChart("c", "t", "d", "%", points)
    model = ReportModel("p", "t", "s", "a", date(2026, 1, 31), (Section("s", "t", (chart,)),))
    (block,) = json.loads(rendered(model))["sections"][0]["blocks"]
    assert [each["value"] for each in block["points"]] == [None, None, 1.5]
