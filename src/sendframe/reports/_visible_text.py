"""Show or remove characters that would hide, reorder or break a text."""

import re

__all__ = ["visible_text"]

# Cc and the two separators that break a line anywhere else than in the source.
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
# Controls, surrogates without a partner, and the code points that are no characters.
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# A flag made of tags (as those of Wales and Scotland), which stays; any other tag; and what is
# not seen or turns text round (Unicode UAX #9).
_INVISIBLE = re.compile(
    "(\U0001f3f4[\U000e0020-\U000e007e]{1,9}\U000e007f)"
    "|[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def visible_text(text: str) -> str:
    r"""Return a text in which nothing hides, reorders or breaks it.

    Line breaks and tabs become spaces. Control characters, lone surrogates and noncharacters are
    left out. Invisible characters and those that turn text round become a visible mark with their
    code point. Joiners stay, and so do the tags of a flag: emoji need them.

    Examples:
        >>> visible_text("Gofal a\nchymorth\u202e")
        'Gofal a chymorth[U+202E]'
    """
    if text.isprintable():  # none of these is printable, and most texts have none of them
        return text
    plain = _REMOVED.sub("", _BREAKS.sub(" ", text))
    return _INVISIBLE.sub(lambda match: match[1] or f"[U+{ord(match[0]):04X}]", plain)
