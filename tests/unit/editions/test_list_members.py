"""Which members of two lists are the same."""

import pytest

from sendframe.editions._list_members import pair_members
from sendframe.model import Promise
from tests.unit.conftest import text


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (("a", "a"), ("a", "a"), []),
        (("a", "a"), ("a",), [("a", None)]),
        (("a",), ("a", "a"), [(None, "a")]),
        (("a", "a", "a"), ("a", "a"), [("a", None)]),
        (("a", "b"), ("b", "a"), []),
    ],
)
def test_a_member_that_stands_twice_is_paired_twice(
    before: tuple[str, ...], after: tuple[str, ...], pairs: list[tuple[str | None, str | None]]
) -> None:
    """Each of several equal members has one partner, and those that are too many have none."""
    assert list(pair_members(before, after)) == pairs


CLUBS, PLANS = "We will open ten holiday clubs.", "We will write every plan in twenty weeks."


def promise(of: str, words: str) -> Promise:
    """Return what was promised of a commitment."""
    return Promise(said=text(words), commitment=of)


def test_members_with_the_same_subject_are_paired_whatever_their_words() -> None:
    """Neither of them is paired a second time with a member that has nearly its words."""
    first, second = promise("a", CLUBS), promise("b", f"{PLANS} Soon.")
    reworded = promise("a", PLANS)
    assert list(pair_members((first, second), (reworded,))) == [(first, reworded), (second, None)]
    assert list(pair_members((reworded,), (first, second))) == [(reworded, first), (None, second)]
