"""The packaged templates for what an area counts itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import load_document
from sendframe.model import IndicatorSet

_FILE = Path(__file__).parents[2] / "src" / "sendframe_data" / "indicators" / "local-templates.json"
_RAW: dict[str, Any] = json.loads(_FILE.read_text("utf-8"))
_FOUND = load_document(_FILE)
assert isinstance(_FOUND, IndicatorSet)
_TEMPLATES = {each.id: each for each in _FOUND.indicators}
_ASKED = {
    "open-cases-over-20-weeks",
    "advice-within-6-weeks",
    "annual-reviews-overdue",
    "phase-transfers-by-15-february",
    "phase-transfers-by-31-march",
    "mediations-agreed",
    "appeals-closed",
    "plan-audits-at-agreed-grade",
    "complaints-received",
    "part-time-timetables",
    "elective-home-education",
    "places-against-forecast",
    "health-waiting",
    "health-median-weeks",
    "health-longest-weeks",
    "health-over-18-weeks",
    "health-over-52-weeks",
    "health-over-104-weeks",
    "annual-health-checks-from-14",
    "supported-internships",
}


def test_there_is_a_template_for_each_thing_an_area_counts() -> None:
    """Each is there once, and its id says that it is local."""
    assert {f"local-{each}" for each in _ASKED} <= _TEMPLATES.keys()
    assert len(_TEMPLATES) == len(_RAW["indicators"])
    assert _RAW["id"] == "local-templates"
    assert all(each.startswith("local-") for each in _TEMPLATES)


@pytest.mark.parametrize("id_", _TEMPLATES)
def test_a_template_says_how_to_count(id_: str) -> None:
    """What is counted, when the clock starts and stops, and from which system, is told."""
    found = _TEMPLATES[id_]
    clock, system, *_ = (str(each) for each in found.caveats)
    assert clock.startswith("Clock: ")
    assert "stops" in clock or "no clock" in clock
    assert system == f"Usually from {found.dataset}."
    assert found.definition
    assert found.numerator
    assert (found.denominator is not None) == (found.unit == "percent")
    assert (found.factor == 100) == (found.unit == "percent")
    assert found.series_status == "management_information"


def test_templates_are_shown_with_templates() -> None:
    """What one is shown with is in the same document, and not itself."""
    for each in _TEMPLATES.values():
        assert set(each.shown_with) <= _TEMPLATES.keys() - {each.id}


def test_the_statutory_dates_are_those_of_the_regulations() -> None:
    """15 February and 31 March come from regulation 18(1), six weeks for advice from 8(1)."""
    for id_, locator in {
        "phase-transfers-by-15-february": "regulation 18(1)",
        "phase-transfers-by-31-march": "regulation 18(1)",
        "advice-within-6-weeks": "regulation 8(1)",
        "open-cases-over-20-weeks": "regulation 13(2)",
        "annual-reviews-overdue": "section 44(1)",
    }.items():
        standard = _TEMPLATES[f"local-{id_}"].statutory_standard
        assert standard is not None
        assert standard.source.locator == locator


def test_a_health_wait_says_whose_children_it_counts() -> None:
    """Each names the basis of the area, and that a board's figure is not the council's."""
    waits = [each for id_, each in _TEMPLATES.items() if id_.startswith("local-health-")]
    assert len(waits) == 6
    for each in waits:
        assert any("never printed as the council's" in str(said) for said in each.caveats)
