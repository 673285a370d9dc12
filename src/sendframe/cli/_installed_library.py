"""The data documents of installed plug-ins, loaded once a command when a document needs them."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendframe.documents import Library, LibrarySource

__all__ = ["library_of_installed"]


def library_of_installed() -> "LibrarySource":
    """Return a function that loads the library of the installed plug-ins, without importing any."""

    @cache
    def load() -> "Library":
        from sendframe.plugins import library  # only when it is needed

        return library()

    return load
