"""Suggestions for misspelt words, and the limit on the work of the search."""

import difflib
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendframe.validation import Suggester, did_you_mean, known_words
from sendframe.validation._suggestion import MAX_WORD_LENGTH, MAX_WORK

WORDS = st.lists(st.text("abAB-1é", max_size=12), max_size=12)


@example("1111111", ["111"])
@given(st.text("abAB-1é", max_size=12), WORDS)
def test_skipping_words_by_length_changes_no_suggestion(word: str, correct: list[str]) -> None:
    """Words that are skipped because of their length would not have been near enough."""
    words = known_words(correct)
    matches = difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    assert did_you_mean(word, correct) == (words[matches[0]] if matches else None)


def test_a_word_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The suggestion for a word is remembered, for each list of correct words."""
    compared: list[str] = []
    get_close_matches = difflib.get_close_matches

    def record(word: str, candidates: Sequence[str], **options: float) -> list[str]:
        compared.append(word)
        return get_close_matches(word, candidates, **options)  # type: ignore[arg-type]  # n and cutoff

    monkeypatch.setattr(difflib, "get_close_matches", record)
    suggester, titles, tides = Suggester(), known_words(["title"]), known_words(["tidal"])
    assert [suggester.suggest("titel", titles) for _ in range(3)] == ["title"] * 3
    assert suggester.suggest("titel", tides) == "tidal"
    assert compared == ["titel"] * 2


def test_thousands_of_words_stay_below_the_work_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the limit no more letters are compared, and nothing is suggested."""
    pairs = 0
    get_close_matches = difflib.get_close_matches

    def count(word: str, candidates: Sequence[str], **options: float) -> list[str]:
        nonlocal pairs
        pairs += sum(len(word) * len(candidate) for candidate in candidates)
        return get_close_matches(word, candidates, **options)  # type: ignore[arg-type]  # n and cutoff

    monkeypatch.setattr(difflib, "get_close_matches", count)
    words = known_words(f"action-number-{number}" for number in range(5000))
    suggester = Suggester()
    suggestions = [suggester.suggest(f"aktion-number-{number}", words) for number in range(5000)]
    assert suggestions[0] == "action-number-0"
    assert suggestions[-1] is None
    assert 0 < pairs <= MAX_WORK


@pytest.mark.parametrize(("work", "suggestion"), [(9, None), (300, None), (1000, "ab")])
def test_comparing_lengths_and_words_uses_up_work(work: int, suggestion: str | None) -> None:
    """Neither the lengths nor the letters of words are compared beyond the limit."""
    assert Suggester(work_left=work).suggest("ab", known_words(["ab", "cd"])) == suggestion


def test_long_words_are_not_compared() -> None:
    """Neither a long word in the document nor a long correct word is compared."""
    long = "a" * (MAX_WORD_LENGTH + 1)
    assert did_you_mean(long, [long]) is None
    assert did_you_mean(long[1:], [long]) is None
    assert did_you_mean(long[1:], [long[1:]]) == long[1:]


def test_only_text_is_compared_and_case_is_ignored() -> None:
    """A number gets no suggestion; of two words that differ in case the first is suggested."""
    assert did_you_mean(5, ["a"]) is None
    assert did_you_mean("STATUS", ["status", "Status"]) == "status"
