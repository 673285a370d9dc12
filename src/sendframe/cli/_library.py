"""What plug-ins bring as data, looked up once a command and only where a document asks for it."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendframe.documents import Library, LibrarySource

__all__ = ["library_of_installed"]


def library_of_installed() -> "LibrarySource":
    """Return what gives the library of the installed plug-ins; none of them is imported."""

    @cache
    def found() -> "Library":
        from sendframe.plugins import library  # only where it is asked for

        return library()

    return found
