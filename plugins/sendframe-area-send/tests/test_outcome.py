"""Outcomes are recognised by their words, as published, and never guessed."""

import csv
import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from sendframe_area_send import OUTCOMES, recognise
from sendframe_area_send.outcome import PREFIX

_TABLE_CODES = {"": None, "1.0": OUTCOMES[0], "2.0": OUTCOMES[1], "3.0": OUTCOMES[2]}
_FILE = Path(__file__).parent / "data" / "outcomes.csv"
_PUBLISHED = list(csv.DictReader(_FILE.read_text("utf-8").splitlines()))

_POSITIVE = "arrangements typically lead to positive experiences and outcomes"
_INCONSISTENT = "arrangements lead to inconsistent experiences and outcomes"


def test_the_extract_holds_all_outcomes_and_an_odd_one() -> None:
    """The published wordings cover the three outcomes and one that is none."""
    assert {item["table_code"] for item in _PUBLISHED} == set(_TABLE_CODES)


@pytest.mark.parametrize("row", _PUBLISHED, ids=[item["urn"] for item in _PUBLISHED])
def test_published_wordings_are_recognised(row: dict[str, str]) -> None:
    """Each wording that was published is taken for what the public table takes it for."""
    assert recognise(row["text"]) == _TABLE_CODES[row["table_code"]]


@pytest.mark.parametrize(
    "text",
    [
        "The partnership\u2019s ARRANGEMENTS typically\n  lead to positive experiences and outcomes",
        "ar\u00adrangements typically lead to \u201cpositive\u201d experiences and outcomes",
        f"{_POSITIVE}. Ofsted and the Quality Care Commission (CQC) ask for 5 things.",
    ],
)
def test_small_differences_do_not_matter(text: str) -> None:
    """Case, line ends, quotation marks, unseen signs and what follows change nothing."""
    assert recognise(text) == OUTCOMES[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Inspection outcome section not found.",
        "The arrangements do not typically lead to positive experiences and outcomes.",
        "There are no widespread and/or systemic failings.",
        f"{_POSITIVE}; elsewhere {_INCONSISTENT}.",
        f"{_POSITIVE}. The local area partnership must work jointly to make improvements.",
        "This area was graded a One.",
        "Written statement of action required",
    ],
)
def test_what_is_not_one_outcome_is_none(text: str) -> None:
    """No outcome is guessed from a denial, a mixture, a grade or another framework."""
    assert recognise(text) is None


def test_the_outcomes_as_data_are_words_without_a_grade() -> None:
    """The data document has the same outcomes, in published words, with nothing that ranks them."""
    spec = find_spec("sendframe_area_send_data")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = Path(next(iter(spec.submodule_search_locations)))
    scale = json.loads((folder / "outcomes.json").read_text("utf-8"))["scales"][0]
    values = scale["values"]
    assert not scale["ordered"]
    assert tuple(value["id"].removeprefix(PREFIX) for value in values) == OUTCOMES
    assert tuple(recognise(value["rubric"]["default"]) for value in values) == OUTCOMES
    assert {value["shape"] for value in values} == {"bar"}
    assert not any({"order", "colour"} & value.keys() for value in values)
