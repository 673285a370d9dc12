"""Which patterns of strangers are accepted: those that take no longer than the text is long."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.documents._pattern import pattern_problem

ACCEPTED = [
    "^[A-Z]{2}-[0-9]+$",
    "^a?b$",
    "^[a-z]+$",
    "^$",
    "^[^;]*;$",
    r"^\[[0-9]{1,3}\]$",
    r"^[\]\\-]+x$",
    "^[é-ü]+a$",
    "^a{2}a$",
    "^a{2,}b$",
    "^[a-z]{0,3}[0-9]?-$",
]
REFUSED = {
    "a$": "begin with ^",
    "^a": "end with $",
    "^a\\$": "end with $",
    "^(a+)+$": "simple characters",
    "^a|b$": "simple characters",
    "^.*$": "simple characters",
    "^\\d+$": "simple characters",
    "^[\\d]+$": "simple characters",
    "^[a&&b]$": "simple characters",
    "^[[a]]$": "simple characters",
    "^[a-z]*[a-m]$": "two ways at [a-m]",
    "^a?b?a$": "two ways at a",
    "^[^;]*[0-9]$": "two ways at [0-9]",
    "^[é-ü]+ä$": "two ways at ä",
    "^[a-ü]+z$": "two ways at z",
    "^a{5000}$": "repeats a",
    "^a{3,2}$": "repeats a",
    "^" + "a" * 300 + "$": "longer than",
}


@pytest.mark.parametrize("pattern", ACCEPTED)
def test_plain_patterns_are_accepted(pattern: str) -> None:
    """Classes, characters and repetitions whose end is plain from what follows."""
    assert pattern_problem(pattern) is None
    re.compile(pattern)


@pytest.mark.parametrize("pattern", sorted(REFUSED))
def test_a_pattern_that_might_take_long_is_refused(pattern: str) -> None:
    """Groups, alternatives, dots, and repetitions that may end in two places."""
    assert REFUSED[pattern] in (pattern_problem(pattern) or "")


ATOMS = st.sampled_from(["a", "b", "[ab]", "[^a]", "[b-d]", r"\.", "-", "ä", "[a-ü]"])
TIMES = st.sampled_from(["", "?", "*", "+", "{2}", "{1,2}"])
BODIES = st.lists(st.tuples(ATOMS, TIMES).map("".join), max_size=5).map("".join)


@given(BODIES, st.text("abcd.-äü", max_size=8))
def test_an_accepted_pattern_matches_in_one_pass(body: str, text: str) -> None:
    """The greedy choice is always right: with possessive repetitions it matches the same texts."""
    if pattern_problem(f"^{body}$") is None:
        possessive = re.sub(r"(?<!\\)([?*+]|\{1,2\})", r"\1+", body)
        assert bool(re.fullmatch(body, text)) == bool(re.fullmatch(possessive, text))
