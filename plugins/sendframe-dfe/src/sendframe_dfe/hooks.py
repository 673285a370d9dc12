"""What sendframe finds: the readers of this plug-in."""

from sendframe.plugins import Reader, hookimpl

from . import lait, tribunal
from .releases import READERS

__all__ = ["readers"]


@hookimpl.readers
def readers() -> list[Reader]:
    """Return the readers."""
    return [*READERS, lait.READER, tribunal.READER]
