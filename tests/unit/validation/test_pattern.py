"""Patterns from plug-ins: those that run in linear time are accepted, no others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.validation._pattern import pattern_problem

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
    "^(a+)+$": "only characters and classes",
    "^a|b$": "only characters and classes",
    "^.*$": "only characters and classes",
    "^\\d+$": "only characters and classes",
    "^[\\d]+$": "only characters and classes",
    "^[a&&b]$": "only characters and classes",
    "^[[a]]$": "only characters and classes",
    "^[a-z]*[a-m]$": "ambiguous at [a-m]",
    "^a?b?a$": "ambiguous at a",
    "^[^;]*[0-9]$": "ambiguous at [0-9]",
    "^[é-ü]+ä$": "ambiguous at ä",
    "^[a-ü]+z$": "ambiguous at z",
    "^a{5000}$": "repetition of a",
    "^a{3,2}$": "repetition of a",
    "^" + "a" * 300 + "$": "longer than",
}


@pytest.mark.parametrize("pattern", ACCEPTED)
def test_unambiguous_patterns_are_accepted(pattern: str) -> None:
    """Classes, characters, and repetitions whose end the next character decides, are accepted."""
    assert pattern_problem(pattern) is None
    re.compile(pattern)


@pytest.mark.parametrize("pattern", sorted(REFUSED))
def test_a_pattern_that_could_backtrack_is_refused(pattern: str) -> None:
    """Groups, alternatives, dots, and repetitions that could end in two places, are refused."""
    assert REFUSED[pattern] in (pattern_problem(pattern) or "")


ATOMS = st.sampled_from(["a", "b", "[ab]", "[^a]", "[b-d]", r"\.", "-", "ä", "[a-ü]"])
REPETITIONS = st.sampled_from(["", "?", "*", "+", "{2}", "{1,2}"])
BODIES = st.lists(st.tuples(ATOMS, REPETITIONS).map("".join), max_size=5).map("".join)


@given(BODIES, st.text("abcd.-äü", max_size=8))
def test_an_accepted_pattern_never_backtracks(body: str, text: str) -> None:
    """With possessive repetitions, which never backtrack, it matches the same texts."""
    if pattern_problem(f"^{body}$") is None:
        possessive = re.sub(r"(?<!\\)([?*+]|\{1,2\})", r"\1+", body)
        assert bool(re.fullmatch(body, text)) == bool(re.fullmatch(possessive, text))
