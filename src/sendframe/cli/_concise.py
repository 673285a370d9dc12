"""Findings on one line each, for editors and for reading many."""

from ._escape import visible
from ._finding import Findings

__all__ = ["render"]


def render(listing: Findings) -> str:
    """Return ``file:line:column: severity CODE message`` for each, and a line that counts them."""
    return (
        "".join(
            f"{visible(str(diagnostic.location))}: {listing.label(diagnostic)} {visible(diagnostic.message)}\n"
            for diagnostic in listing.diagnostics
        )
        + listing.summary
    )
