"""Reports as JSON are what their schema says, for both engines, and their figures are typed."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

import sendframe
from sendframe.plugins import amount
from sendframe.validation import read_schema
from tests.contract.example_pages import REPORTS

ROOT = Path(__file__).parents[2]
CHECKED = jsonschema.Draft202012Validator(read_schema("report"))
CHECKED_FAST = jsonschema_rs.validator_for(read_schema("report"))


@pytest.fixture(scope="module", params=sorted(REPORTS))
def reports(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The JSON of every report of an example, by profile."""
    portfolio = sendframe.load(ROOT / "examples" / request.param)
    made = sendframe.make_reports(portfolio, REPORTS[request.param])
    assert [report.model.profile for report in made] == list(REPORTS[request.param])
    return {
        report.model.profile: json.loads(data)
        for report in made
        for data in report.files("json").values()
    }


def test_every_report_is_what_the_schema_says(reports: dict[str, Any]) -> None:
    """Both jsonschema and jsonschema-rs accept each report of both examples."""
    for profile, report in reports.items():
        assert [error.message for error in CHECKED.iter_errors(report)] == [], profile
        assert CHECKED_FAST.is_valid(report), profile


def test_what_the_schema_does_not_say_is_refused(reports: dict[str, Any]) -> None:
    """A member that is missing, unknown or of another type is refused by both engines."""
    families = reports["families"]
    (card, *_) = [part for part in objects_in(families) if part.get("block") == "figure_card"]
    for damage in (
        lambda part: part.pop("title"),
        lambda part: part.update(colour="red"),
        lambda part: part.update(block="figure"),
        lambda part: part["typed"].update(value="5"),
        lambda part: part["typed"]["period"].update(kind="century"),
        lambda part: part["typed"]["period"].pop("kind"),
    ):
        damaged = deepcopy(families)
        (same, *_) = [part for part in objects_in(damaged) if part == card]
        damage(same)
        assert not CHECKED.is_valid(damaged)
        assert not CHECKED_FAST.is_valid(damaged)


def test_each_printed_number_of_a_table_of_figures_is_typed(reports: dict[str, Any]) -> None:
    """No figure of an indicator has to be parsed: a cell of digits has its value."""
    tables = [
        part
        for profile in ("annex", "board")
        for part in objects_in(reports[profile])
        if part.get("block") == "table" and any(cell["typed"] for cell in cells_of(part))
    ]
    assert tables
    for table in tables:
        for cell in cells_of(table):
            is_number = cell["number"] and re.search(r"\d", cell["text"])
            assert cell["typed"] or not is_number, cell["text"]


def test_a_typed_figure_is_the_one_that_is_printed(reports: dict[str, Any]) -> None:
    """Rounded to its decimals it stands in the text of its cell or card, or in the note."""
    seen = set()
    for report in reports.values():
        for part in objects_in(report):
            typed = part.get("typed")
            if not typed:
                continue
            seen.add(typed["kind"])
            text = f"{part.get('text', '')} {part.get('figure', '')} {part.get('note', '')}"
            if typed["value"] is None:
                assert typed["symbol"] in (text.strip(), None) or typed["symbol"] in text
            elif typed["value"]:
                size = abs(typed["value"])
                rounded = {amount(size, typed["decimals"]), amount(size)}
                assert any(number in text for number in rounded), (typed, text)
    assert {"figure", "numerator", "denominator", "change"} <= seen


def objects_in(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from objects_in(part)


def cells_of(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the cells of a table."""
    return (cell for row in table["rows"] for cell in row)
