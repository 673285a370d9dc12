"""Make a text fit for the page: visible, with characters that the typeface has, and breakable."""

from ._face import face

__all__ = ["MISSING", "missing_characters", "printable", "split_word", "words_fit"]

MISSING = "\ufffd"
"""Printed in place of a character that the typeface does not have."""

_JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u00ad")
"""Characters without a shape of their own."""

_BREAK = "\u200b"
_WIDEST = 1.2
"""No character is wider, in em."""

_BREAK_AFTER = frozenset("/.-_?&=#:,;@")


def printable(text: str) -> str:
    r"""Return a text in characters that the typeface has; any other becomes `MISSING`.

    Examples:
        >>> printable("Tŷ Ŵyn → 7 ≥ 5")
        'Tŷ Ŵyn → 7 ≥ 5'
        >>> printable("a\u4e2d") == "a" + MISSING
        True
    """
    if text.isascii():
        return text
    known = face().advances
    return "".join(
        char if char in known or char == "\n" else "" if char in _JOINERS else MISSING
        for char in text
    )


def missing_characters(text: str) -> set[str]:
    """Return the characters of a text that `printable` replaces."""
    if text.isascii():
        return set()
    return set(text) - face().advances.keys() - _JOINERS - {"\n"}


def words_fit(text: str, width: float, *, bold: bool = False) -> str:
    """Return a text with a place to break in each word that is wider than *width*, in em.

    Examples:
        >>> words_fit("short words", 10) == "short words"
        True
    """
    if len(text) * _WIDEST < width:
        return text
    return " ".join(_BREAK.join(split_word(word, width, bold=bold)) for word in text.split(" "))


def split_word(word: str, width: float, *, bold: bool = False) -> list[str]:
    """Return the parts of a word, none wider than *width* in em, cut after punctuation if it can.

    Examples:
        >>> split_word("https://www.example.org/a-long-path", 9)
        ['https://www.', 'example.org/a-', 'long-path']
    """
    font = face(bold=bold)
    if font.width(word) <= width:
        return [word]
    parts, part, used, cut = [], "", 0.0, 0
    for char in word:
        advance = font.advances.get(char, 1.0)
        if part and used + advance > width:
            at = cut or len(part)
            parts.append(part[:at])
            part, cut = part[at:], 0
            used = font.width(part)
        part += char
        used += advance
        if char in _BREAK_AFTER:
            cut = len(part)
    return [*parts, part]
