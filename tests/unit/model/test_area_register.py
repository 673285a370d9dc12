"""An area is one area however its code changes, and is found by each code it ever had."""

from datetime import date
from typing import Any

import pytest

from sendframe.errors import InvalidValue
from sendframe.model import (
    AreaName,
    AreaNeighbours,
    AreaRegister,
    FormerCode,
    Neighbour,
    NeighbourList,
    RegisteredArea,
    Text,
)

LAST_OLD, FIRST_NEW = date(2023, 3, 31), date(2023, 4, 1)


def registered(code: str, **more: Any) -> RegisteredArea:
    """Return an area that is named like its code."""
    names = (AreaName(source="DfE", name=f"Area {code}"),)
    return RegisteredArea(code=code, kind="local-authority", names=names, **more)


def register(*areas: RegisteredArea) -> AreaRegister:
    """Return a register of areas."""
    return AreaRegister(id="areas", title=Text(default="Areas"), edition="2025", areas=areas)


def near(code: str, *others: str) -> AreaNeighbours:
    """Return the neighbours of an area."""
    return AreaNeighbours(code=code, neighbours=tuple(Neighbour(area=each) for each in others))


SOMERSET = registered(
    "E06000066", dfe_code="933", former_codes=(FormerCode(code="E10000027", valid_to=LAST_OLD),)
)
CUMBRIA = registered("E10000006", dfe_code="909", valid_to=LAST_OLD)
CUMBERLAND = registered("E06000063", dfe_code="942", valid_from=FIRST_NEW)
NOWHERE = registered("E09000000")
REGISTER = register(SOMERSET, CUMBRIA, CUMBERLAND, NOWHERE)


@pytest.mark.parametrize("code", ["E06000066", "E10000027", "933"])
def test_an_area_is_found_by_each_of_its_codes(code: str) -> None:
    """The present code, a former one and the number of the Department lead to one area."""
    assert REGISTER.area(code) is SOMERSET
    assert REGISTER.current_code(code) == "E06000066"


def test_a_former_code_counts_on_every_day() -> None:
    """Publishers use former codes for years, so the day asks only whether the area was there."""
    assert REGISTER.area("E10000027", on=date(2024, 6, 1)) is SOMERSET
    assert REGISTER.area("E06000066", on=date(2020, 6, 1)) is SOMERSET


@pytest.mark.parametrize(
    ("code", "day", "there"),
    [
        ("909", LAST_OLD, True),
        ("909", FIRST_NEW, False),
        ("942", LAST_OLD, False),
        ("942", FIRST_NEW, True),
    ],
)
def test_an_area_exists_from_its_first_day_to_its_last(code: str, day: date, there: bool) -> None:
    """Both days belong to it; before and after there is no such area."""
    assert (REGISTER.area(code, on=day) is not None) is there
    assert (code in {each.dfe_code for each in REGISTER.at(day)}) is there


def test_a_code_of_nothing_finds_nothing() -> None:
    """An unknown code is no error: the caller knows what it was for."""
    assert REGISTER.area("E06999999") is None
    assert REGISTER.current_code("E06999999") is None


def test_the_codes_of_an_area_stand_with_the_present_one_first() -> None:
    """After it come the former ones, the latest first; `code_on` says which held on a day."""
    early = FormerCode(code="E10000001", valid_to=date(2009, 3, 31))
    area = SOMERSET.changed(former_codes=(early, *SOMERSET.former_codes))
    assert area.codes == ("E06000066", "E10000027", "E10000001")
    days = date(2009, 3, 31), date(2009, 4, 1), LAST_OLD, FIRST_NEW
    assert [area.code_on(day) for day in days] == [
        "E10000001",
        "E10000027",
        "E10000027",
        "E06000066",
    ]
    assert CUMBRIA.code_on(FIRST_NEW) is None


def test_all_codes_can_be_listed() -> None:
    """Present, former and DfE codes, sorted, for whoever looks for the one that was meant."""
    assert register(SOMERSET, NOWHERE).known_codes() == (
        "933",
        "E06000066",
        "E09000000",
        "E10000027",
    )


def test_one_code_belongs_to_one_area() -> None:
    """A code that two areas have, once or now, is refused with its place."""
    with pytest.raises(InvalidValue) as caught:
        register(SOMERSET, registered("E10000027"))
    assert caught.value.pointer == "/areas/1"
    assert "E10000027 is also a code of Area E06000066" in str(caught.value)


def test_an_area_does_not_end_before_it_begins() -> None:
    """The last day may be the first, and no earlier."""
    assert registered("E1", valid_from=FIRST_NEW, valid_to=FIRST_NEW).existed(FIRST_NEW)
    with pytest.raises(InvalidValue, match="the last day lies before the first"):
        registered("E1", valid_from=FIRST_NEW, valid_to=LAST_OLD)


def test_former_codes_stand_in_order() -> None:
    """The oldest comes first, and no two end on one day."""
    codes = (FormerCode(code="E10000027", valid_to=FIRST_NEW), *SOMERSET.former_codes)
    with pytest.raises(InvalidValue, match="the oldest code comes first"):
        SOMERSET.changed(former_codes=codes)


def test_neighbours_are_asked_for_by_area() -> None:
    """They come in the order of the list, and an area that is not in it has none."""
    areas = near("E1", "E3", "E2"), near("E2", "E1")
    found = NeighbourList(id="n", title=Text(default="N"), edition="2025", areas=areas)
    assert [each.area for each in found.of("E1")] == ["E3", "E2"]
    assert found.of("E3") == ()


@pytest.mark.parametrize(
    ("others", "problem"),
    [(("E2", "E2"), "an area is named twice"), (("E1",), "no neighbour of itself")],
)
def test_neighbours_are_others_and_each_once(others: tuple[str, ...], problem: str) -> None:
    """An area is not like itself, and counts once."""
    with pytest.raises(InvalidValue, match=problem):
        near("E1", *others)


def test_neighbours_of_an_area_stand_once_in_a_list() -> None:
    """Which of two lines counts would be chance."""
    areas = near("E1", "E2"), near("E1", "E3")
    with pytest.raises(InvalidValue, match="the neighbours of E1 are given twice"):
        NeighbourList(id="n", title=Text(default="N"), edition="2025", areas=areas)
