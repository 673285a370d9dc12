"""Remove characters that would hide, reorder or break a text."""

import re

__all__ = ["visible_text"]

# Cc and the two separators that break a line anywhere else than in the source.
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
# Controls, surrogates without a partner, the marks that turn text round (Unicode UAX #9: LRE to
# RLO, LRI to PDI), and the code points that are no characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def visible_text(text: str) -> str:
    r"""Return a text without what would hide, reorder or break it.

    Line breaks and tabs become spaces. Control characters, bidirectional overrides and isolates,
    lone surrogates and noncharacters are left out. Joiners stay: emoji need them.

    Examples:
        >>> visible_text("Gofal a\nchymorth\u202e")
        'Gofal a chymorth'
    """
    if text.isprintable():  # none of these is printable, and most texts have none of them
        return text
    return _HIDDEN.sub("", _BREAKS.sub(" ", text))
