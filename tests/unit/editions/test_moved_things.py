"""Things that moved, and things that look alike, are distinguished."""

import pytest

from sendframe.api import compare
from sendframe.editions import diff_documents
from sendframe.model import (
    Commitment,
    Priority,
    Strategy,
)
from tests.unit.conftest import text
from tests.unit.editions.small_documents import (
    action,
    actions,
    only,
    strategy,
    words,
)


def test_a_thing_moves_with_what_is_in_it_into_a_thing_that_is_new() -> None:
    """A commitment that went into a new priority is reported as moved, and nothing as gone twice."""
    listen = Commitment(id="listen", statement=text("We will listen."))
    old = strategy(
        priorities=(Priority(id="p1", order=1, statement=text("Old"), commitments=(listen,)),)
    )
    new = strategy(
        priorities=(
            Priority(id="p9", order=1, statement=text("Quite another"), commitments=(listen,)),
        )
    )
    assert words(old, new) == [
        "New: the priority ‘Quite another’.",
        "The commitment ‘We will listen.’ moved from ‘Old’ to ‘Quite another’.",
        "Gone: the priority ‘Old’.",
    ]


def test_a_difference_names_the_file_of_each_document() -> None:
    """The old action is in the old file, and the new one in the new file."""
    old, new = actions(action()), actions(action(title=text("Open more clubs")))
    difference = only(diff_documents(old, new, files=("spring.json", "autumn.json")))
    assert difference.old is not None
    assert difference.new is not None
    assert (difference.old.file, difference.new.file) == ("spring.json", "autumn.json")


def test_a_thing_that_changed_places_is_told_with_both_places() -> None:
    """The last of three actions is the first now: places are counted from 1."""
    first, second, third = (action(id=name, title=text(name)) for name in ("one", "two", "three"))
    difference = only(diff_documents(actions(first, second, third), actions(third, first, second)))
    assert (difference.kind, difference.id, difference.before, difference.after) == (
        "moved",
        "three",
        "place 3",
        "place 1",
    )


def test_of_two_things_with_one_wording_the_one_in_place_is_the_same() -> None:
    """Where ids are gone, a thing that stands where the old one stood is taken first."""
    same = "We will open ten holiday clubs for everybody."
    old = strategy(
        priorities=(
            Priority(
                id="p1",
                order=1,
                statement=text("One"),
                commitments=(Commitment(id="a", statement=text(same)),),
            ),
            Priority(id="p2", order=2, statement=text("Two")),
        )
    )
    new = strategy(
        priorities=(
            Priority(
                id="p1",
                order=1,
                statement=text("One"),
                commitments=(Commitment(id="c", statement=text(same)),),
            ),
            Priority(
                id="p2",
                order=2,
                statement=text("Two"),
                commitments=(Commitment(id="b", statement=text(same)),),
            ),
        )
    )
    assert [(difference.kind, difference.id) for difference in compare(old, new)] == [
        ("renamed", "c"),
        ("added", "b"),
    ]


def promising(words: str, *ids: str) -> Strategy:
    """Return a strategy with a priority whose commitments all have the same words."""
    commitments = tuple(Commitment(id=id_, statement=text(words)) for id_ in ids)
    return strategy(
        priorities=(Priority(id="p1", order=1, statement=text("One"), commitments=commitments),)
    )


def test_things_that_kept_their_ids_are_not_in_the_way_of_one_that_did_not() -> None:
    """Of six things with the same words five have their partner: the sixth is renamed."""
    kept = ("a", "b", "c", "d", "e")
    old, new = (promising("We will open clubs.", *kept, last) for last in ("f", "g"))
    difference = only(compare(old, new))
    assert (difference.kind, difference.id) == ("renamed", "g")


@pytest.mark.parametrize(
    ("number", "kinds"), [(50, {"renamed", "added"}), (51, {"removed", "added"})]
)
def test_words_of_more_than_fifty_new_things_pair_nothing(number: int, kinds: set[str]) -> None:
    """They are no sign that one of these is a thing whose id is gone."""
    old = promising("We will open clubs.", "old")
    new = promising("We will open clubs.", *(f"new-{at}" for at in range(number)))
    assert {difference.kind for difference in compare(old, new)} == kinds
