"""Print diagnostics on one line each, for editors and long lists."""

from ._diagnostic_list import DiagnosticList
from ._escape import visible

__all__ = ["render"]


def render(listing: DiagnosticList) -> str:
    """Return ``file:line:column: severity CODE message`` for each diagnostic, and a summary line."""
    return (
        "".join(
            f"{visible(str(diagnostic.location))}: {listing.label(diagnostic)} {visible(diagnostic.message)}\n"
            for diagnostic in listing.diagnostics
        )
        + listing.summary
    )
