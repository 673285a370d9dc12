"""Findings for people: each with its line of the document, help, and the other places."""

import re
from collections.abc import Iterator

from sendframe.errors import Diagnostic, Location

from ._escape import visible
from ._finding import Findings

__all__ = ["render"]

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?')
_PLAIN = re.compile(r"[A-Za-z0-9._:/$-]{0,60}")
_WIDTH, _BEFORE = 100, 60


def render(found: Findings) -> str:
    """Return findings over several lines each, and a line that counts them."""
    lines = (line for each in found.diagnostics for line in _lines(each, found))
    return "".join(f"{line}\n" for line in lines) + found.summary


def _lines(diagnostic: Diagnostic, found: Findings) -> Iterator[str]:
    where = diagnostic.location
    yield f"{visible(str(where))}: {found.label(diagnostic)}: {visible(diagnostic.message)}"
    if where.file and where.file.endswith(".json"):
        if where.pointer:
            yield f"  at {visible(where.path)}"
        yield from _excerpt(found, where.file, where)
    if diagnostic.help:
        yield f"  help: {visible(diagnostic.help)}"
    if diagnostic.suggestion:
        yield f"  did you mean: {visible(diagnostic.suggestion)}"
    for other in diagnostic.related:
        yield f"  see {visible(str(other.location))}: {visible(other.message)}"


def _excerpt(found: Findings, file: str, where: Location) -> Iterator[str]:
    """Yield a line of the document with a caret below it; free text in it is left out."""
    if where.line is None or where.column is None:
        return
    lines = found.lines_of(file)
    if where.line > len(lines):
        return
    line = lines[where.line - 1]
    before, after = _masked(line[: where.column - 1]), _masked(line[where.column - 1 :])
    before = f"…{before[-_BEFORE:]}" if len(before) > _BEFORE else before
    after = after[: _WIDTH - len(before)]
    number = str(where.line)
    gap = " " * len(number)
    yield f"  {gap} |"
    yield f"  {number} | {before}{after}"
    yield f"  {gap} | {' ' * len(before)}^"


def _masked(text: str) -> str:
    """Replace strings that are neither keys nor ids: they may hold a child's name."""

    def mask(match: re.Match[str]) -> str:
        if match[2] is not None or _PLAIN.fullmatch(match[1]):
            return match[0]
        return '"…"'

    return visible(_STRING.sub(mask, text).replace("\t", " "))
