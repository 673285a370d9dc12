"""Print how often each code occurs, instead of the diagnostics."""

from collections import Counter
from typing import NamedTuple

from ._code_manual import manuals_of
from ._diagnostic_list import DiagnosticList
from ._escape import json_text, visible

__all__ = ["render", "render_json"]


class _Row(NamedTuple):
    times: int
    code: str
    title: str


def _rows(listing: DiagnosticList) -> list[_Row]:
    """Return a row for each code, sorted by frequency and code."""
    counts = Counter(diagnostic.code for diagnostic in listing.diagnostics)
    manuals = manuals_of(counts, listing.checks)
    rows = [_Row(count, code, manuals[code].title) for code, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.times, row.code))


def render(listing: DiagnosticList) -> str:
    """Return count, code and title on a line each, and a summary line."""
    rows = _rows(listing)
    widths = [max((len(str(row[column])) for row in rows), default=0) for column in (0, 1)]
    lines = (
        f"{row.times:>{widths[0]}}  {row.code:{widths[1]}}  {visible(row.title)}\n" for row in rows
    )
    return "".join(lines) + listing.summary


def render_json(listing: DiagnosticList) -> str:
    """Return an array of objects with code, title and count; the keys are API."""
    return json_text(
        [{"code": row.code, "title": row.title, "count": row.times} for row in _rows(listing)]
    )
