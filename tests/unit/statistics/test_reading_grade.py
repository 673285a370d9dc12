"""The Flesch-Kincaid grade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.statistics import flesch_kincaid_grade


@pytest.mark.parametrize(
    ("words", "sentences", "syllables", "grade"),
    [(1, 1, 1, -3.40), (100, 10, 130, 3.65), (100, 5, 150, 9.91)],
)
def test_known_grades(words: int, sentences: int, syllables: int, grade: float) -> None:
    """The lowest grade of all, of one word of one syllable, is -3.4."""
    assert flesch_kincaid_grade(words, sentences, syllables) == pytest.approx(grade)


@pytest.mark.parametrize(("words", "sentences"), [(0, 1), (1, 0)])
def test_nothing_has_no_grade(words: int, sentences: int) -> None:
    """Without a word or a sentence it is refused."""
    with pytest.raises(ValueError, match="a word and a sentence"):
        flesch_kincaid_grade(words, sentences, 0)


@given(st.integers(2, 500), st.integers(2, 100), st.integers(1, 900))
def test_longer_sentences_and_words_are_harder(words: int, sentences: int, syllables: int) -> None:
    """Fewer sentences of as many words, and more syllables, are a higher grade."""
    grade = flesch_kincaid_grade(words, sentences, syllables)
    assert flesch_kincaid_grade(words, sentences - 1, syllables) > grade
    assert flesch_kincaid_grade(words, sentences, syllables + 1) > grade
