"""Which known word was probably meant, with a bound on the work of looking."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import attrs

__all__ = ["LONGEST_WORD", "MOST_WORK", "Speller", "Words", "did_you_mean", "words_of"]

LONGEST_WORD = 100
"""Longer words are not looked up, in characters."""

MOST_WORK = 20_000_000
"""How many pairs of letters are compared for one document, folder or table: about a second.

Five thousand references to nothing and five thousand ids make 25 million pairs of words, and half
an hour.
"""

_NEAR = 0.6  # share of letters in common, as in difflib
_BEGINNING = 200  # what beginning with a pair of words costs, in pairs of letters
_GLANCE = 5  # what looking at the length of a word costs

Words: TypeAlias = Mapping[str, str]
"""Known words by themselves in small letters."""


def words_of(known: Iterable[object]) -> Words:
    """Prepare known words to be looked up; of two that differ in case only the first counts."""
    words = [str(each) for each in known]
    return {each.lower(): each for each in reversed(words)}


@attrs.define(eq=False)
class Speller:
    """Looks words up until so much work is done, and finds nothing after that.

    What was looked up once is remembered. Problems are told whether or not a word is suggested.

    Attributes:
        left: How much work may still be done, in pairs of letters.
    """

    left: int = MOST_WORK
    _seen: dict[tuple[int, str], str | None] = attrs.field(factory=dict, init=False)
    _kept: list[Words] = attrs.field(factory=list, init=False)

    def near(self, given: object, words: Words) -> str | None:
        """Return the known word nearest to what was given; None where none is near.

        Args:
            given: What stands in the document; only text is looked up.
            words: The known words, from `words_of`.
        """
        if not isinstance(given, str) or len(given) > LONGEST_WORD:
            return None
        key = (id(words), given)
        if key not in self._seen:
            self._kept.append(words)  # as long as it lives no other has its id
            self._seen[key] = self._look(given.lower(), words)
        return self._seen[key]

    def _look(self, given: str, words: Words) -> str | None:
        self.left -= _GLANCE * len(words)
        if self.left < 0:
            return None
        # Words whose lengths differ too much cannot have enough letters in common.
        size = len(given)
        fit = [each for each in words if _may_be_near(size, len(each))]
        self.left -= sum(_BEGINNING + size * len(each) for each in fit)
        if self.left < 0:
            return None
        from difflib import get_close_matches  # only when something is wrong

        near = get_close_matches(given, fit, n=1, cutoff=_NEAR)
        return words[near[0]] if near else None


def _may_be_near(one: int, other: int) -> bool:
    """Say whether words of two lengths can have enough letters in common, as difflib reckons."""
    both = one + other
    return other <= LONGEST_WORD and (not both or 2.0 * min(one, other) / both >= _NEAR)


def did_you_mean(given: object, known: Iterable[object]) -> str | None:
    """Return the known word nearest to what was given; None where none is near.

    For one word and a short list. Where many are looked up one `Speller` bounds the work.

    Examples:
        >>> did_you_mean("titel", ["id", "title"])
        'title'
    """
    return Speller().near(given, words_of(known))
