"""The packaged areas and neighbours, compared with known facts."""

from datetime import date
from importlib.resources import files

import pytest

from sendframe.documents import (
    NEIGHBOUR_EDITIONS,
    area_register,
    document_of,
    find_area,
    neighbour_list,
    read_raw,
)
from sendframe.errors import UnknownArea, UnknownName
from sendframe.model import AreaRegister, NeighbourList, RegisteredArea

TODAY = date(2026, 1, 31)
NAMES = ["areas.json", *(f"neighbours-{each}.json" for each in NEIGHBOUR_EDITIONS)]


def area(code: str) -> RegisteredArea:
    """Return a packaged area."""
    result = area_register().area(code)
    assert result is not None
    return result


@pytest.mark.parametrize("name", NAMES)
def test_packaged_documents_are_valid(name: str) -> None:
    """Each document is valid against its schema and its rules between fields."""
    raw = read_raw((files("sendframe_data") / name).read_bytes(), name)
    assert raw.is_sound
    assert document_of(raw) in {area_register(), *map(neighbour_list, NEIGHBOUR_EDITIONS)}


def test_there_are_as_many_areas_as_in_england() -> None:
    """153 local authorities, 9 regions, the two parts of London and England."""
    kinds = [item.kind for item in area_register().at(TODAY)]
    counts = {kind: kinds.count(kind) for kind in kinds}
    assert counts == {"country": 1, "region": 9, "part-of-region": 2, "local-authority": 153}


def test_there_are_as_many_authorities_of_each_type() -> None:
    """63 unitary authorities with the Isles of Scilly, 36 districts, 33 boroughs, 21 counties."""
    types = [item.type for item in area_register().at(TODAY) if item.kind == "local-authority"]
    assert {item: types.count(item) for item in types} == {
        "unitary-authority": 63,
        "metropolitan-district": 36,
        "london-borough": 33,
        "county": 21,
    }


@pytest.mark.parametrize(
    ("number", "before", "after", "last"),
    [
        ("825", "E10000002", "E06000060", date(2020, 3, 31)),
        ("815", "E10000023", "E06000065", date(2023, 3, 31)),
        ("933", "E10000027", "E06000066", date(2023, 3, 31)),
        ("370", "E08000016", "E08000038", date(2025, 3, 31)),
        ("373", "E08000019", "E08000039", date(2025, 3, 31)),
    ],
)
def test_a_code_that_changed_is_a_code_of_the_same_area(
    number: str, before: str, after: str, last: date
) -> None:
    """Where the number of the Department stayed, old and new code mean one area."""
    diagnostics = area(number)
    assert diagnostics is area(before) is area(after)
    assert diagnostics.code == after
    assert [
        (former_code.code, former_code.valid_to) for former_code in diagnostics.former_codes
    ] == [(before, last)]


@pytest.mark.parametrize(
    ("number", "code", "last", "successors"),
    [
        ("909", "E10000006", date(2023, 3, 31), ["942", "943"]),
        ("928", "E10000021", date(2021, 3, 31), ["940", "941"]),
        ("835", "E10000009", date(2019, 3, 31), ["838", "839"]),
        ("836", "E06000029", date(2019, 3, 31), ["839"]),
        ("837", "E06000028", date(2019, 3, 31), ["839"]),
    ],
)
def test_an_area_that_is_no_more_has_successors(
    number: str, code: str, last: date, successors: list[str]
) -> None:
    """It is an area of its own until its last day, and names what it went into, and is named."""
    diagnostics = area(number)
    assert (diagnostics.code, diagnostics.valid_to) == (code, last)
    assert [area(successor.area).dfe_code for successor in diagnostics.successors] == successors
    for successor in successors:
        began = area(successor)
        assert code in [came.area for came in began.predecessors]
        assert began.valid_from == diagnostics.successors[0].changed_on


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("E06000199", "E06000019"),
        ("herefordshire", "E06000019"),
        ("Zürich", None),
        ("", None),
    ],
)
def test_a_code_of_no_area_is_refused(given: str, near: str | None) -> None:
    """The nearest code or name is suggested, and nothing where none is near."""
    with pytest.raises(UnknownArea) as caught:
        find_area(given, [area_register()])
    assert (caught.value.given, caught.value.near) == (given, near)
    assert caught.value.name == (None if near is None else area(near).name)


def test_every_authority_lies_in_a_region() -> None:
    """And those of London in the part that the Department counts them to."""
    register = area_register()
    for item in register.areas:
        if item.kind == "local-authority":
            assert item.region is not None
            assert area(item.region).kind == "region"
            assert (item.part_of_region is not None) == (area(item.region).name == "London")
    parts = {item.name: area(item.part_of_region or "").name for item in register.areas
             if item.part_of_region}  # fmt: skip
    assert parts["Haringey"] == parts["Newham"] == "Inner London"
    assert parts["Greenwich"] == "Outer London"


def test_names_come_with_their_source() -> None:
    """One area has several names, so that none of them can be its key."""
    assert [(name.source, name.name) for name in area("884").names] == [
        ("DfE", "Herefordshire, County of"),
        ("DfE code list", "Herefordshire"),
    ]


@pytest.mark.parametrize("edition", NEIGHBOUR_EDITIONS)
def test_neighbours_are_ten_known_authorities(edition: str) -> None:
    """Each area has ten, under the codes that the register writes, and none is itself."""
    for item in neighbour_list(edition).areas:
        assert len(item.neighbours) == 10
        for code in (item.code, *(near.area for near in item.neighbours)):
            assert area(code).code == code
            assert area(code).kind == "local-authority"


def test_how_close_a_neighbour_is_keeps_the_words_and_not_their_capitals() -> None:
    """The words "Very Close" and "Very close" are one thing."""
    said = {
        near.closeness
        for edition in NEIGHBOUR_EDITIONS
        for area in neighbour_list(edition).areas
        for near in area.neighbours
    }
    degrees = ("Extremely close", "Very close", "Close", "Somewhat close", "Not close")
    assert said == set(degrees)


def test_the_neighbours_of_herefordshire_are_those_published() -> None:
    """In May 2025: ten areas in this order, all of them very close."""
    result = neighbour_list("2025").of("E06000019")
    assert [area(item.area).name for item in result] == [
        "Westmorland and Furness",
        "Staffordshire",
        "Lincolnshire",
        "Shropshire",
        "Somerset",
        "Lancashire",
        "Suffolk",
        "East Riding of Yorkshire",
        "North Yorkshire",
        "Derbyshire",
    ]
    assert {item.closeness for item in result} == {"Very close"}


def test_an_area_newer_than_an_edition_has_no_neighbours_in_it() -> None:
    """Cumberland began in 2023; the edition of 2021 has a line without neighbours for it."""
    assert neighbour_list("2021").of("E06000063") == ()
    assert len(neighbour_list("2025").of("E06000063")) == 10


def test_an_edition_that_is_not_there_is_refused() -> None:
    """The refusal names the editions there are."""
    with pytest.raises(UnknownName, match="there are: 2021, 2025"):
        neighbour_list("2019")


def test_the_data_are_read_once_and_are_of_their_kind() -> None:
    """Whoever asks again gets the same value."""
    assert area_register() is area_register()
    assert isinstance(area_register(), AreaRegister)
    assert neighbour_list("2025") is neighbour_list("2025")
    assert isinstance(neighbour_list("2025"), NeighbourList)
