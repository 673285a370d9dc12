"""Return the source line of a diagnostic, with free text masked."""

import re
from pathlib import Path

from sendframe.documents import read_bytes
from sendframe.errors import Location
from sendframe.identifiers import masked

from ._escape import visible

__all__ = ["read_lines", "source_line"]

_BREAK = re.compile(r"\r\n?|\n")  # as columns and lines are counted, and not as str.splitlines
_PART = re.compile(
    r"""
    "(?P<text>(?:[^"\\]|\\.)*)"(?P<key>\s*:)?  # a string; a key, where a colon follows
    | (?P<sound>[\s{}\[\],:]+ | -?[0-9][0-9.eE+-]* | (?:true|false|null)\b)
    | (?P<rest>".* | [^"\s{}\[\],:]+)          # never closed, or no JSON: may be anything
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN = re.compile(r"[A-Za-z0-9._:/$-]{0,60}")
_LAST_KEY = re.compile(r'"[A-Za-z0-9._:/$-]{0,60}"\s*:\s*\Z')
_WIDTH, _BEFORE = 100, 60
_LONGEST = 2000  # characters of a line that are read, on each side
_LARGEST = 5_000_000  # bytes of a file of which lines are shown


def read_lines(file: str) -> list[str]:
    """Return the lines of a file; none if it is large or cannot be read."""
    data, problems = read_bytes(Path(file), shown=file, limit=_LARGEST)
    if problems:
        return []
    return _BREAK.split(data.decode("utf-8-sig", "replace"))


def source_line(lines: list[str], location: Location) -> list[str]:
    """Return a line of the document with a caret below it, and free text masked."""
    if location.line is None or location.column is None or location.line > len(lines):
        return []
    line, at = lines[location.line - 1], location.column - 1
    if at > _LONGEST:  # whether a string is open at this place is unknown
        last = _LAST_KEY.search(line[at - _WIDTH : at])
        before = f"…{last[0]}" if last else "…"
    else:
        before = _masked(line[:at])
        before = f"…{before[-_BEFORE:]}" if len(before) > _BEFORE else before
    after = _masked(line[at : at + _LONGEST])[: _WIDTH - len(before)]
    number = str(location.line)
    gap = " " * len(number)
    return [f"  {gap} |", f"  {number} | {before}{after}", f"  {gap} | {' ' * len(before)}^"]


def _masked(text: str) -> str:
    """Mask everything but JSON syntax, keys and ids, since it may contain a child's name."""

    def mask(match: re.Match[str]) -> str:
        if match["text"] is None:
            return "…" if match["sound"] is None else match[0]
        known = match["key"] is not None or _PLAIN.fullmatch(match["text"])
        return match[0] if known else '"…"'

    return visible(masked(_PART.sub(mask, text)).replace("\t", " "))
