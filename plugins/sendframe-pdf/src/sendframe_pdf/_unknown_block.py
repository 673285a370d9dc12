"""The error for a block that this version cannot print."""

import attrs

from sendframe.plugins import SendframeError

__all__ = ["UnknownBlock"]


@attrs.frozen
class UnknownBlock(SendframeError):
    """A report has a block of a kind that this renderer does not know.

    Attributes:
        kind: Name of its class.
        section: Id of the section that it is in.
    """

    kind: str
    section: str

    def __str__(self) -> str:
        return (
            f"section '{self.section}' has a block of the kind {self.kind}, which this version of "
            f"the plug-in cannot print: install a newer one"
        )
