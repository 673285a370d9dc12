"""Which word was probably meant, and how much looking is done for it."""

import difflib
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendframe.documents._speller import (
    LONGEST_WORD,
    MOST_WORK,
    Speller,
    did_you_mean,
    words_of,
)

WORDS = st.lists(st.text("abAB-1é", max_size=12), max_size=12)


@example("1111111", ["111"])
@given(st.text("abAB-1é", max_size=12), WORDS)
def test_what_is_passed_over_would_not_have_been_near(given_: str, known: list[str]) -> None:
    """Looking at lengths first changes no answer."""
    words = words_of(known)
    near = difflib.get_close_matches(given_.lower(), list(words), n=1, cutoff=0.6)
    assert did_you_mean(given_, known) == (words[near[0]] if near else None)


def test_one_word_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found for a word is remembered, for each list of known words."""
    asked: list[str] = []
    real = difflib.get_close_matches

    def count(word: str, fit: Sequence[str], **more: float) -> list[str]:
        asked.append(word)
        return real(word, fit, **more)  # type: ignore[arg-type]  # n and cutoff

    monkeypatch.setattr(difflib, "get_close_matches", count)
    speller, one, two = Speller(), words_of(["title"]), words_of(["tidal"])
    assert [speller.near("titel", one) for _ in range(3)] == ["title"] * 3
    assert speller.near("titel", two) == "tidal"
    assert asked == ["titel"] * 2


def test_no_more_letters_are_compared_than_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Thousands of words and thousands of lookups: the work stays below its bound."""
    pairs = 0
    real = difflib.get_close_matches

    def count(word: str, fit: Sequence[str], **more: float) -> list[str]:
        nonlocal pairs
        pairs += sum(len(word) * len(each) for each in fit)
        return real(word, fit, **more)  # type: ignore[arg-type]  # n and cutoff

    monkeypatch.setattr(difflib, "get_close_matches", count)
    known = words_of(f"action-number-{number}" for number in range(5000))
    speller = Speller()
    found = [speller.near(f"aktion-number-{number}", known) for number in range(5000)]
    assert found[0] == "action-number-0"
    assert found[-1] is None
    assert 0 < pairs <= MOST_WORK


def test_a_list_that_is_too_long_is_not_even_gone_through() -> None:
    """Nothing is found among words whose lengths alone are too many to look at."""
    speller = Speller(left=9)
    assert speller.near("ab", words_of(["ab", "cd"])) is None
    assert Speller(left=1000).near("ab", words_of(["ab", "cd"])) == "ab"
    assert Speller(left=300).near("ab", words_of(["ab", "cd"])) is None


def test_long_words_are_not_looked_up() -> None:
    """Neither a long word that was given nor one that is known is compared."""
    long = "a" * (LONGEST_WORD + 1)
    assert did_you_mean(long, [long]) is None
    assert did_you_mean(long[1:], [long]) is None
    assert did_you_mean(long[1:], [long[1:]]) == long[1:]
