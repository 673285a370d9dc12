"""``sendframe areas``: areas by code, and what to compare one with."""

import json

import pytest

from sendframe.documents import NEIGHBOUR_EDITIONS, converter
from sendframe.model import ComparatorSet

from .command import out


def test_every_area_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Those that are no more stand with their last day, new ones with their first."""
    messages, _ = out(capsys, 0, "areas", "list")
    lines = messages.splitlines()
    assert len(lines) == 170
    assert lines[0] == "E92000001  970  country          England"
    assert "E10000006  909  local-authority  Cumbria (until 2023-03-31)" in lines
    assert "E06000063  942  local-authority  Cumberland (from 2023-04-01)" in lines


def test_areas_of_a_day_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """153 local authorities today, with nine regions, two parts of London and England."""
    messages, _ = out(capsys, 0, "areas", "list", "--at", "2026-01-31", "--output-format", "json")
    result = json.loads(messages)
    assert len(result) == 153 + 9 + 2 + 1
    assert "Cumbria" not in {item["names"][0]["name"] for item in result}


@pytest.mark.parametrize("code", ["933", "E06000066", "E10000027"])
def test_an_area_is_shown_by_any_of_its_codes(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its former code, its region and its neighbours, the latest edition first."""
    messages, _ = out(capsys, 0, "areas", "show", code)
    assert messages.splitlines()[:7] == [
        "name             Somerset",
        "GSS code         E06000066",
        "former code      E10000027 until 2023-03-31",
        "DfE number       933",
        "kind             local-authority, unitary-authority",
        "region           South West (E12000009)",
        "neighbours 2025  Suffolk (E10000029), Very close",
    ]
    assert len(messages.splitlines()) == 6 + 10 * len(NEIGHBOUR_EDITIONS)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("909", "went into        Cumberland (E06000063) on 2023-04-01"),
        ("942", "came from        Cumbria (E10000006) on 2023-04-01"),
        ("909", "last day         2023-03-31"),
        ("942", "first day        2023-04-01"),
        ("203", "part of region   Outer London (E13000002)"),
        ("884", "also called      Herefordshire (DfE code list)"),
        ("E13000001", "region      London (E12000007)"),
    ],
)
def test_what_became_of_an_area_is_shown(
    code: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reorganisations, parts of London and other names stand each in a line."""
    messages, _ = out(capsys, 0, "areas", "show", code)
    assert line in messages.splitlines()


def test_an_area_is_shown_as_it_is_in_a_register(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON it is a member of an `area-register`."""
    messages, _ = out(capsys, 0, "areas", "show", "884", "--output-format", "json")
    assert json.loads(messages)["code"] == "E06000019"


@pytest.mark.parametrize("code", ["884", "E06000019"])
def test_comparators_are_ready_for_a_portfolio(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are comparator sets: England, the region, and neighbours with their edition."""
    messages, _ = out(capsys, 0, "areas", "comparators", code)
    made = [converter().structure(item, ComparatorSet) for item in json.loads(messages)]
    assert [(item.id, item.method, len(item.areas)) for item in made] == [
        ("england", "single", 1),
        ("west-midlands", "single", 1),
        ("neighbours-2025", "mean", 10),
    ]


def test_edition_and_method_are_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    """The neighbours of an area changed between the editions."""
    words = "areas", "comparators", "884", "--edition", "2021", "--method", "median"
    messages, _ = out(capsys, 0, *words)
    near = json.loads(messages)[-1]
    assert (near["edition"], near["method"], near["areas"][0]) == ("2021", "median", "E06000051")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("show", "E0600019"), "did you mean E06000019 (Herefordshire, County of)?"),
        (("comparators", "herefordshire"), "did you mean E06000019 (Herefordshire, County of)?"),
        (("show", "a place that is nowhere at all"), "SFR027: no area has the GSS code"),
        (("comparators", "884", "--edition", "2019"), "there are: 2021, 2025"),
        (("comparators", "942", "--edition", "2021"), "SFR028: the statistical neighbours of 2021"),
    ],
)
def test_what_is_not_there_is_reported_with_similar_ones(
    words: tuple[str, ...], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is printed where the call was not understood; a name is no key."""
    messages, wrong = out(capsys, 2, "areas", *words)
    assert messages == ""
    assert text in wrong
