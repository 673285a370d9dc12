"""What holds of every area of the packaged register, on every day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sendframe.api import comparators
from sendframe.documents import NEIGHBOUR_EDITIONS, area_register
from sendframe.errors import NoNeighbours
from sendframe.model import RegisteredArea

AREAS = st.sampled_from(area_register().areas)
AUTHORITIES = st.sampled_from(
    [each for each in area_register().areas if each.kind == "local-authority"]
)
DAYS = st.dates(date(2014, 1, 1), date(2030, 12, 31))


@given(AREAS, DAYS)
def test_an_area_has_one_code_on_each_of_its_days(area: RegisteredArea, day: date) -> None:
    """It is one of its codes, finds the area again, and is there exactly while the area is."""
    code = area.code_on(day)
    assert (code is not None) == area.existed(day) == (area in area_register().at(day))
    if code is not None:
        assert code in area.codes
        assert area_register().area(code, on=day) is area


@given(DAYS)
def test_no_code_is_that_of_two_areas_on_one_day(day: date) -> None:
    """Nor is a number of the Department; and there are 150 authorities or more on any day."""
    there = area_register().at(day)
    codes = [each.code_on(day) for each in there]
    numbers = [each.dfe_code for each in there]
    assert len(set(codes)) == len(codes)
    assert len(set(numbers)) == len(numbers)
    assert 150 <= len([each for each in there if each.kind == "local-authority"]) <= 153


@given(AREAS)
def test_what_an_area_went_into_began_when_it_ended(area: RegisteredArea) -> None:
    """And names it among what it came from."""
    for change in area.successors:
        began = area_register().area(change.area, on=change.changed_on)
        assert began is not None
        assert area.valid_to == change.changed_on - timedelta(days=1)
        assert began.valid_from == change.changed_on
        assert area.code in {each.area for each in began.predecessors}


@given(AUTHORITIES, st.sampled_from(NEIGHBOUR_EDITIONS), st.data())
def test_comparators_are_the_same_by_each_code(
    area: RegisteredArea, edition: str, data: st.DataObject
) -> None:
    """England, a region and ten neighbours, none of them the area; or a plain refusal."""
    code = data.draw(st.sampled_from([*area.codes, area.dfe_code or area.code]))
    try:
        found = comparators(code, edition=edition)
    except NoNeighbours:
        assert area.valid_from is not None
        assert area.valid_from.year > int(edition)
        return
    assert [len(each.areas) for each in found] == [1, 1, 10]
    assert not set(found[-1].areas) & set(area.codes)
    assert found == comparators(area.code, edition=edition)
