"""Ids in a message: three by name, the others as a number."""

import pytest

from sendframe.checks import quoted_ids


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ("", ""),
        ("a", "'a'"),
        ("ab", "'a' and 'b'"),
        ("abc", "'a', 'b' and 'c'"),
        ("abcd", "'a', 'b', 'c' and 1 more"),
        ("abcdef", "'a', 'b', 'c' and 3 more"),
    ],
)
def test_three_are_named_and_the_others_counted(ids: str, expected: str) -> None:
    """A message stays short, however many things it is about."""
    assert quoted_ids(ids) == expected
