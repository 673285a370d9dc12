"""Findings on one line each, for editors and for reading many."""

from ._escape import visible
from ._finding import Findings

__all__ = ["render"]


def render(found: Findings) -> str:
    """Return ``file:line:column: severity CODE message`` for each, and a line that counts them."""
    return (
        "".join(
            f"{visible(str(each.location))}: {found.label(each)} {visible(each.message)}\n"
            for each in found.diagnostics
        )
        + found.summary
    )
