"""A list of children is known by the names of its columns."""

import pytest

from sendframe.identifiers import child_columns, names_in_story


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["UPN", "Forename", "Surname", "DOB"], ("UPN", "Forename", "Surname", "DOB")),
        (["Child Unique ID", "Gender", "Date of Birth"], ("Child Unique ID", "Date of Birth")),
        (["person_id", "upn", "request_date"], ("person_id", "upn")),
        (["upn;surname;value"], ("upn", "surname")),
        (["UPN", "UPN"], ("UPN",)),
        (["indicator", "area", "period", "value", "dimension.need"], ()),
        (["time_period", "new_la_code", "la_name", "num_caseload", "pc_caseload"], ()),
        ([], ()),
    ],
)
def test_columns_about_one_child_are_named(header: list[str], found: tuple[str, ...]) -> None:
    """Of returns, Annex A and exports, however they are written; published tables have none."""
    assert child_columns(header) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("My son Rowan waited a year.", ("Rowan",)),
        ("Her daughter, called Isla, has a plan.", ("Isla",)),
        ("My name is Sam Reed and I am at college.", ("Sam Reed",)),
        ("We met Rowan, who is 14, in spring.", ("Rowan",)),
        ("Rowan (aged 9) and Isla, 14 years old, were there.", ("Rowan", "Isla")),
        ("Child A, aged 14, is at Hill School.", ("A",)),
        ("Pupil B at Wye Valley Academy waited.", ("B",)),
        ("Children aged 14 in Wyeford, and pupils aged 16 and 17.", ()),
        ("My son waited a year. He is nine years old.", ()),
        ("Each child with a plan. In Year 9, aged 14.", ()),
        ("Our Children and Young People, aged 0 to 25", ()),
        ("The Council is 50 years old.", ()),
    ],
)
def test_names_beside_a_story_are_found_by_their_form(text: str, names: tuple[str, ...]) -> None:
    """Behind words for a child, before an age; groups and beginnings of sentences are no names."""
    assert names_in_story(text) == names
