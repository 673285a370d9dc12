"""Estimate the width of texts, and wrap them into lines."""

import re
import unicodedata
from collections.abc import Iterable

from ._tokens import CHART_TEXT
from ._visible_text import visible_text

__all__ = ["LEADING", "fold", "lines_width", "text_width"]

LEADING = 15.0
"""Distance of two lines of text."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]/ -\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}")
_BROAD = frozenset("mwMW@%…—")
_PERCENT = re.compile(r"(?<=\d)\s?%")


def text_width(text: str, *, bold: bool = False) -> float:
    """Estimate the width of a text in a drawing; rather too wide than too narrow."""
    total = 0.0
    for char in text:
        if char in _NARROW:
            total += 0.38
        elif char in _BROAD or unicodedata.east_asian_width(char) in "WF":
            total += 1.0
        elif char.isupper():
            total += 0.72
        else:
            total += 0.0 if unicodedata.combining(char) else 0.61
    return total * CHART_TEXT * (1.12 if bold else 1.0)


def lines_width(lines: Iterable[str], *, bold: bool = False) -> float:
    """Estimate the width of the widest line."""
    return max((text_width(line, bold=bold) for line in lines), default=0.0)


def fold(text: str, max_width: float, *, max_lines: int = 3, bold: bool = False) -> tuple[str, ...]:
    """Wrap a text into lines no wider than *max_width*; a text with too many lines ends in "…".

    A narrow space that does not break is put before "%".
    """
    lines: list[str] = []
    spaced = _PERCENT.sub("\N{NARROW NO-BREAK SPACE}%", visible_text(text))
    for word in _split_words(spaced.split(" "), max_width, bold=bold):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, bold=bold) <= max_width:
            lines[-1] = joined
        else:
            lines.append(word)
        if len(lines) > max_lines:
            break
    if len(lines) > max_lines:
        last = lines[max_lines - 1]
        while last and text_width(f"{last}…", bold=bold) > max_width:
            last = last[:-1]
        lines = [*lines[: max_lines - 1], f"{last.rstrip()}…"]
    return tuple(lines)


def _split_words(words: Iterable[str], max_width: float, *, bold: bool) -> Iterable[str]:
    """Yield the words, those too wide for a line in parts."""
    for word in words:
        rest = word
        while len(rest) > 1 and text_width(rest, bold=bold) > max_width:
            cut = 1
            while cut < len(rest) - 1 and text_width(rest[: cut + 1], bold=bold) <= max_width:
                cut += 1
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest
