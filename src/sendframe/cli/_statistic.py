"""How often each code was found, in place of the findings."""

from collections import Counter
from typing import NamedTuple

from ._escape import json_text, visible
from ._finding import Findings
from ._rule import rules_of

__all__ = ["render", "render_json"]


class _Row(NamedTuple):
    times: int
    code: str
    title: str


def _rows(listing: Findings) -> list[_Row]:
    """Return a row a code, the most frequent first and then by code."""
    counts = Counter(diagnostic.code for diagnostic in listing.diagnostics)
    rules = rules_of(counts, listing.checks)
    rows = [_Row(count, code, rules[code].title) for code, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.times, row.code))


def render(listing: Findings) -> str:
    """Return count, code and title on a line each, and a line that counts them all."""
    rows = _rows(listing)
    widths = [max((len(str(row[column])) for row in rows), default=0) for column in (0, 1)]
    lines = (
        f"{row.times:>{widths[0]}}  {row.code:{widths[1]}}  {visible(row.title)}\n" for row in rows
    )
    return "".join(lines) + listing.summary


def render_json(listing: Findings) -> str:
    """Return an array of objects with code, title and count, whose keys are API."""
    return json_text(
        [{"code": row.code, "title": row.title, "count": row.times} for row in _rows(listing)]
    )
