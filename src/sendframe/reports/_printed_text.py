"""Estimate how wide texts are in print, and how many lines they take."""

from collections.abc import Iterable
from functools import lru_cache

from ._visible_text import visible_text

__all__ = ["BOLD", "line_count", "printed_width"]

_CLASSES = {
    0.18: "\N{NARROW NO-BREAK SPACE}",
    0.24: "'ijl",
    0.26: "IJ",
    0.28: " ,.‘’\N{NO-BREAK SPACE}",
    0.3: "/:;\\|",
    0.32: "-f",
    0.36: "!()[]rt",
    0.42: '"',
    0.44: "*_`–",
    0.46: "s“”",
    0.48: "?z",
    0.5: "Lc",
    0.52: "Fk",
    0.54: "PTYvxy•",
    0.56: "Eaeoé",
    0.58: "$0123456789KSbdghnpqu{}£",
    0.62: "ABCRVXZ",
    0.66: "U",
    0.68: "HN",
    0.7: "&DGOQ◇",
    0.74: "w",
    0.76: "#+<=>^~→×−≥",
    0.78: "M",
    0.86: "%",
    0.88: "Wm",
    0.9: "@—…",
}
"""Characters by their width in em, in DejaVu Sans Condensed, which `sendframe-pdf` ships."""

_WIDTHS = {char: width for width, chars in _CLASSES.items() for char in chars}
_OTHER = {True: 0.6, False: 1.0}
"""Width of other characters: of other Latin letters, and of all else."""

BOLD = 1.126
"""How much wider a text is in bold."""


def printed_width(text: str) -> float:
    """Return about how wide a text is on one line, in em.

    Examples:
        >>> round(printed_width("Plans in time"), 2)
        5.8
    """
    return sum(_WIDTHS.get(char) or _OTHER[char < "ɐ"] for char in text)


_word_width = lru_cache(maxsize=4_096)(printed_width)
_LONGEST_WORD = 40
"""Longer words are not remembered: a text may be one word of a million letters."""


def line_count(pieces: Iterable[tuple[str, float]], width: float) -> int:
    """Return how many lines texts take, one after the other; none for empty ones.

    Args:
        pieces: The texts, each with its size as a multiple of the size in which *width* is given;
            one in bold counts as a larger one: see `BOLD`.
        width: Width of the lines, in em.

    Examples:
        >>> line_count([("", 1)], 10), line_count([("Plans in time", 1)], 10)
        (0, 1)
        >>> line_count([("Plans", 1), ("in time", 0.9)], 5)
        2
        >>> line_count([("aaaaaaaaaaaaaaaaaaaa", 1)], 5)
        3
    """
    count, used = 0, width
    for text, size in pieces:
        space = _WIDTHS[" "] * size
        for word in filter(None, visible_text(text).split(" ")):
            known = _word_width if len(word) <= _LONGEST_WORD else printed_width
            wide = known(word) * size
            if used + space + wide > width:
                extra, used = divmod(wide, width)
                count += 1 + int(extra)
            else:
                used += space + wide
    return count
