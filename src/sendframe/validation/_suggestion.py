"""Suggestions for misspelt words, with a limit on the work of the search."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import attrs

__all__ = [
    "MAX_WORD_LENGTH",
    "MAX_WORK",
    "KnownWords",
    "Suggester",
    "did_you_mean",
    "known_words",
]

MAX_WORD_LENGTH = 100
"""Longer words are not compared, in characters."""

MAX_WORK = 20_000_000
"""How many pairs of letters are compared for one document, folder or table: about a second.

Five thousand wrong references and five thousand ids make 25 million pairs of words, and half an
hour.
"""

_CUTOFF = 0.6  # share of letters in common, as in difflib
_COST_OF_PAIR = 200  # of starting to compare two words, in pairs of letters
_COST_OF_LENGTH = 5  # of comparing the lengths of two words

KnownWords: TypeAlias = Mapping[str, str]
"""The correct words, by their form in lower case."""


def known_words(words: Iterable[object]) -> KnownWords:
    """Prepare correct words for lookup; of two that differ in case only the first counts."""
    texts = [str(word) for word in words]
    return {text.lower(): text for text in reversed(texts)}


@attrs.define(eq=False)
class Suggester:
    """Suggest the nearest correct word, until the work limit is reached; then nothing.

    Results are remembered. Problems are reported whether or not a word is suggested.

    Attributes:
        work_left: How much work may still be done, in pairs of letters.
    """

    work_left: int = MAX_WORK
    _results: dict[tuple[int, str], str | None] = attrs.field(factory=dict, init=False)
    _kept_alive: list[KnownWords] = attrs.field(factory=list, init=False)

    def suggest(self, given: object, words: KnownWords) -> str | None:
        """Return the correct word nearest to a given one; None where none is near.

        Args:
            given: The word in the document; only text is compared.
            words: The correct words, from `known_words`.
        """
        if not isinstance(given, str) or len(given) > MAX_WORD_LENGTH:
            return None
        key = (id(words), given)
        if key not in self._results:
            self._kept_alive.append(words)  # so that nothing else gets the same id()
            self._results[key] = self._search(given.lower(), words)
        return self._results[key]

    def _search(self, given: str, words: KnownWords) -> str | None:
        self.work_left -= _COST_OF_LENGTH * len(words)
        if self.work_left < 0:
            return None
        # Words whose lengths differ too much cannot have enough letters in common.
        size = len(given)
        candidates = [word for word in words if _may_be_near(size, len(word))]
        self.work_left -= sum(_COST_OF_PAIR + size * len(word) for word in candidates)
        if self.work_left < 0:
            return None
        from difflib import get_close_matches  # only when something is wrong

        matches = get_close_matches(given, candidates, n=1, cutoff=_CUTOFF)
        return words[matches[0]] if matches else None


def _may_be_near(length: int, other: int) -> bool:
    """Return whether words of two lengths can reach the cutoff of difflib."""
    total = length + other
    return other <= MAX_WORD_LENGTH and (not total or 2.0 * min(length, other) / total >= _CUTOFF)


def did_you_mean(given: object, words: Iterable[object]) -> str | None:
    """Return the correct word nearest to a given one; None where none is near.

    For one word and a short list. For many words, one `Suggester` limits the work.

    Examples:
        >>> did_you_mean("titel", ["id", "title"])
        'title'
    """
    return Suggester().suggest(given, known_words(words))
