"""What an area is compared with is named by code, with the method beside it."""

import pytest

from sendframe.documents import area_register, neighbour_list
from sendframe.errors import InvalidValue, NoNeighbours, UnknownArea
from sendframe.evaluation import country_set, custom_set, neighbour_set, region_set
from sendframe.model import (
    AreaName,
    AreaNeighbours,
    AreaRegister,
    ComparatorSet,
    FormerCode,
    Neighbour,
    NeighbourList,
    RegisteredArea,
)
from tests.unit.conftest import text

HEREFORDSHIRE = area_register().area("884")
assert HEREFORDSHIRE is not None


def made_up(code: str, kind: str = "local-authority", **more: object) -> RegisteredArea:
    """Return an area that does not exist."""
    names = (AreaName(source="nobody", name=f"Area of {code}"),)
    return RegisteredArea(**{"code": code, "kind": kind, "names": names, **more})


def register(*areas: RegisteredArea) -> AreaRegister:
    """Return a register that does not exist."""
    return AreaRegister(id="areas", title=text("Areas"), edition="2025", areas=areas)


def test_england_is_its_own_figure() -> None:
    """The set names the country, and reads the figure that is published for it."""
    found = country_set(area_register())
    assert found is not None
    assert (found.areas, found.method, str(found.title)) == (("E92000001",), "single", "England")


def test_a_region_is_its_own_figure() -> None:
    """The region is that of the register."""
    found = region_set(HEREFORDSHIRE, area_register())
    assert found == ComparatorSet(
        id="west-midlands",
        title=text("West Midlands"),
        kind="region",
        areas=("E12000005",),
        method="single",
    )


def test_what_lies_nowhere_has_neither() -> None:
    """A register without a country has none, and a country lies in no region."""
    lone = made_up("ZZ0000001")
    assert country_set(register(lone)) is None
    assert region_set(lone, register(lone)) is None


def test_a_region_that_the_register_lacks_is_told() -> None:
    """Rather than a set that names it all the same."""
    lost = made_up("ZZ0000001", region="ZZR000009")
    with pytest.raises(UnknownArea, match="ZZR000009"):
        region_set(lost, register(lost))


@pytest.mark.parametrize(
    ("method", "id_"),
    [("mean", "neighbours-2025"), ("pooled", "neighbours-2025-pooled")],
)
def test_neighbours_say_edition_method_and_source(method: str, id_: str) -> None:
    """The method is in the title, since it changes the figure; the list is the source."""
    found = neighbour_set(HEREFORDSHIRE, neighbour_list("2025"), method)
    assert (found.id, found.method, found.edition) == (id_, method, "2025")
    assert str(found.title) == f"Statistical neighbours 2025 ({method})"
    assert found.source == neighbour_list("2025").sources[0]
    assert found.areas == tuple(each.area for each in neighbour_list("2025").of("E06000019"))


def test_a_list_may_name_the_area_under_a_former_code() -> None:
    """The present code is looked for first, then each former one."""
    near = AreaNeighbours(code="ZZ0000901", neighbours=(Neighbour(area="ZZ0000002"),))
    found = NeighbourList(id="near", title=text("Near"), edition="of 2019", areas=(near,))
    day = area_register().areas[-1].valid_from
    area = made_up("ZZ0000001", former_codes=(FormerCode(code="ZZ0000901", valid_to=day),))
    made = neighbour_set(area, found)
    assert (made.id, made.areas, made.source) == ("neighbours-of-2019", ("ZZ0000002",), None)


def test_an_area_without_neighbours_is_told() -> None:
    """Cumberland is newer than the edition of 2021."""
    cumberland = area_register().area("942")
    with pytest.raises(NoNeighbours, match="of 2021 have none for Cumberland"):
        neighbour_set(cumberland, neighbour_list("2021"))


def test_several_areas_do_not_have_one_figure_of_their_own() -> None:
    """The method is declared, and must fit."""
    with pytest.raises(InvalidValue, match='"single" takes exactly one area'):
        neighbour_set(HEREFORDSHIRE, neighbour_list("2025"), "single")


def test_areas_may_be_chosen() -> None:
    """Each counts once, and the title says how they become one figure."""
    one, two = made_up("ZZ0000001"), made_up("ZZ0000002")
    found = custom_set((two, one, two), id="coast", title="Areas by the sea", method="median")
    assert (found.areas, found.kind) == (("ZZ0000002", "ZZ0000001"), "custom")
    assert (found.method, str(found.title)) == ("median", "Areas by the sea (median)")


def test_a_name_without_letters_still_has_an_id() -> None:
    """An id is needed, whatever the name is written in."""
    names = (AreaName(source="nobody", name="Ардения"),)
    found = country_set(register(made_up("ZZC000001", "country", names=names)))
    assert found is not None
    assert found.id == "area"
