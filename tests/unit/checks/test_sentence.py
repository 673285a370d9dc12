"""Sentences, words and syllables of plain English."""

import pytest

from sendframe.checks import sentences, syllables, words_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We listen", 1),
        ("We listen. We act.", 2),
        ("Do we listen? Yes! We do…", 3),
        ("“We listen.” We act.", 2),
        ("We help (in schools). We act.", 2),
        ("We help, e.g. with a bus.", 1),
        ("3.5 of 10 is too few.", 1),
        ("We are open at 9 a.m. on Mondays.", 1),
        ("We will:\n- listen\n- act", 3),
        ("We listen.\r\n\r\nWe act.", 2),
        ("We listen. 3 of 4 of you say so.", 2),
        ("...", 0),
        ("", 0),
    ],
)
def test_where_a_sentence_ends(text: str, count: int) -> None:
    """At a full stop before a capital letter or a number, and at a new line; nowhere else."""
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We don’t know", 3),
        ("a 20-week wait", 3),
        ("1,240 of 3.5", 3),
        ("and/or", 2),
        ("We listen – and act.", 4),
        ("a_b", 2),
        ("?!", 0),
    ],
)
def test_what_a_word_is(text: str, count: int) -> None:
    """Letters and digits, with what a hyphen, an apostrophe or a point joins."""
    assert len(words_in(text)) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[(word, 1) for word in ("I", "help", "wait", "place", "helped", "likes", "the", "2025")],
        *[(word, 2) for word in ("places", "wanted", "needed", "table", "waiting", "wishes")],
        *[(word, 3) for word in ("therapy", "understand", "disables")],
    ],
)
def test_how_many_syllables_a_word_has(word: str, count: int) -> None:
    """Groups of vowels count, and endings that are not spoken do not."""
    assert syllables(word) == count
