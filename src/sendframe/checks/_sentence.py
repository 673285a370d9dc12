"""Sentences, words and syllables of plain English text."""

import re

__all__ = ["sentences", "syllables", "words_in"]

_END = re.compile(r"[\n\r]+|(?<=[.?!…])[\"'”’)\]]?\s+(?=[\"'“‘(\[]?[A-Z0-9])")
"""The end of a sentence. A small letter after a full stop, as in "e.g. a bus", ends none."""

_WORD = re.compile(r"[^\W_]+(?:['’.,‐‑-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouy])(?:e|es|ed)$")
_SPOKEN = re.compile(r"(?:[^aeiouy]les?|[td]ed|(?:[sxz]|[cs]h|[cg])es)$")
"""Endings like those of "table", "wanted" and "places", whose last vowel is spoken."""


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; the lines of a list are sentences too.

    Examples:
        >>> sentences("We listen. You say so, e.g. in the forum.")
        ('We listen.', 'You say so, e.g. in the forum.')
        >>> sentences("")
        ()
    """
    return tuple(part.strip() for part in _END.split(text) if words_in(part))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text; what a hyphen or an apostrophe joins is one word.

    Examples:
        >>> words_in("It's a 20-week wait for 1,240 of you (3.5%).")
        ("It's", 'a', '20-week', 'wait', 'for', '1,240', 'of', 'you', '3.5')
    """
    return tuple(_WORD.findall(text))


def syllables(word: str) -> int:
    """Return about how many syllables an English word has; 1 for a number.

    It counts groups of vowels, less an ending that is not spoken, so that some words are counted
    wrongly.

    Examples:
        >>> [syllables(word) for word in ("you", "therapy", "place", "waited", "table", "67")]
        [1, 3, 1, 2, 2, 1]
    """
    spelling = word.casefold()
    groups = len(_VOWELS.findall(spelling))
    if _SILENT.search(spelling) and not _SPOKEN.search(spelling):
        groups -= 1
    return max(1, groups)
