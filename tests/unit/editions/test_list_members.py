"""Which members of two lists are the same."""

import pytest

from sendframe.editions._list_members import pair_members


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
