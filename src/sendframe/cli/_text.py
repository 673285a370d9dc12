"""Print diagnostics as text: each with its source line, help and related places."""

from collections.abc import Iterator

from sendframe.errors import Diagnostic

from ._diagnostic_list import DiagnosticList
from ._escape import visible
from ._source_line import source_line

__all__ = ["render"]


def render(listing: DiagnosticList) -> str:
    """Return each diagnostic over several lines, and a summary line."""
    lines = (line for diagnostic in listing.diagnostics for line in _lines(diagnostic, listing))
    return "".join(f"{line}\n" for line in lines) + listing.summary


def _lines(diagnostic: Diagnostic, listing: DiagnosticList) -> Iterator[str]:
    where = diagnostic.location
    yield f"{visible(str(where))}: {listing.label(diagnostic)}: {visible(diagnostic.message)}"
    if where.file and where.file.endswith(".json"):
        if where.pointer:
            yield f"  at {visible(where.path)}"
        if where.line is not None:
            yield from source_line(listing.read_lines(where.file), where)
    if diagnostic.help:
        yield f"  help: {visible(diagnostic.help)}"
    if diagnostic.source.partition(" ")[0] != "sendframe":
        yield f"  from {visible(diagnostic.source)}"
    if diagnostic.suggestion:
        yield f"  did you mean: {visible(diagnostic.suggestion)}"
    for other in diagnostic.related:
        yield f"  see {visible(str(other.location))}: {visible(other.message)}"
