"""Names in ids of facts."""

import pytest

from sendframe.evaluation._fact_text import sentence_of, slug
from sendframe.model import CalendarYear
from tests.unit.conftest import rate

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


def test_a_symbol_without_a_meaning_stands_alone() -> None:
    """Nothing is added that its publisher did not say."""
    year = CalendarYear(year=2024)
    said = [
        sentence_of(rate(), "Wyeford", year, None, (None, None), "x", meaning)
        for meaning in (None, "not available")
    ]
    assert said == [
        "Plans on time: Wyeford, 2024: no figure (x).",
        "Plans on time: Wyeford, 2024: no figure (x: not available).",
    ]
