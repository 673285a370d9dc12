"""Names in ids of facts."""

import pytest

from sendframe.evaluation._fact_text import slug

DIGEST = "8c48280d57fb88f161adf34d"  # of 81 times "a", by sha256sum


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a" * 79, "a" * 79),
        ("a" * 80, "a" * 80),
        ("a" * 81, f"{'a' * 40}_sha256_{DIGEST}"),
    ],
)
def test_a_name_of_more_than_eighty_characters_is_cut(name: str, expected: str) -> None:
    """It keeps its first forty, and 24 hexadecimal digits tell it from others that begin so."""
    assert slug(name) == expected
