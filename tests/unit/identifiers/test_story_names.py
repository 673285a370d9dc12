"""Names beside what happened to a child: which are found, and which leave little doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.identifiers import names_in_story

FIRST = st.sampled_from(["Rowan", "Isla", "Zoë", "D'Arcy", "Anne-Marie", "Łukasz", "Sam"])
OF_FAMILY = st.sampled_from(
    ["son", "daughter", "child", "granddaughter", "twin brother", "niece", "boy"]
)
FORMS = st.sampled_from(
    [
        "{whose} {of_family} {name} waited a year.",
        "We met {whose} {of_family}, {name}, in spring.",
        "A {of_family} called {name} has no place.",
        "The {of_family}'s name is {name}.",
        "a pupil named {name} waits",
        "My name is {name} and I am {age}.",
        "My name is {name}, and I'm {age}.",
        "{name}, who is {age}, waited a year.",
        "{name} is {age} years old.",
        "Last year {name}, aged {age}, was at home.",
    ]
)


@given(FORMS, FIRST, OF_FAMILY, st.sampled_from(["My", "our", "Her", "their"]), st.integers(1, 25))
def test_names_that_leave_little_doubt(
    form: str, name: str, of_family: str, whose: str, age: int
) -> None:
    """In each form that the manual lists, whatever the name, of whomever, at each age."""
    text = form.format(name=name, of_family=of_family, whose=whose, age=age)
    assert names_in_story(text, certain=True) == (name,)
    assert name in names_in_story(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Children in Wyeford, aged 14 to 25", "Young people in Leominster (aged 14)"),
        *("those in Kenton, aged 16, and their carers", "Wyeford aged 5 to 11"),
        *("our child Protection plan", "their Child Health record", "Their Pupil Premium"),
        *(
            "our sister Trust",
            "The Wyeford Centre is 12 years old.",
            "Their child Development Team",
        ),
        *("Child A, aged 14, is at Hill School.", "My name is Sam Reed and I am the director."),
        *("Our Children and Young People, aged 0 to 25", "The plan is 3 years old."),
        *("our Student Council", "a programme called Early Help", "a school called Hill Academy"),
        *("a boy called The Boss", "Rowan and Isla came."),
    ],
)
def test_names_that_leave_doubt(text: str) -> None:
    """Places, groups, teams and letters are asked about at most."""
    assert names_in_story(text, certain=True) == ()


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
