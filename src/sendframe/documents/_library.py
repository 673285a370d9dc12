"""What a portfolio may take in from plug-ins: documents, and the schemas of extensions.

The plug-ins themselves live floors above. Nothing here imports one: what they bring is data.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeAlias, final

import attrs

from ._document import RawDocument

if TYPE_CHECKING:
    from ._extension import ExtensionRules

__all__ = ["Library", "LibraryDocument", "LibrarySource", "NoLibrary", "nothing_installed"]


@final
@attrs.frozen(eq=False)
class LibraryDocument:
    """A document that a plug-in brings.

    Attributes:
        id: Its id.
        raw: What was read; it is sound.
        plugin: The plug-in.
    """

    id: str
    raw: RawDocument
    plugin: str


class Library(Protocol):
    """The data documents of the plug-ins that are installed and enabled."""

    def allowing(self, names: Iterable[str]) -> "Library":
        """Return what a portfolio that names these plug-ins may take in."""

    def document(self, id: str) -> LibraryDocument | None:  # noqa: A002  # the field's name
        """Return a document; None where nothing that may be used brings it."""

    def extension(self, name: str) -> "ExtensionRules | None":
        """Return what may stand under a name of ``extensions``; None where nothing says so."""

    def ids(self) -> Iterable[str]:
        """Return the ids of all documents there are, sorted."""

    def names(self) -> Iterable[str]:
        """Return the names of all plug-ins there are, and of their distributions, sorted."""

    def has(self, name: str) -> bool:
        """Say whether a name under ``plugins`` of a portfolio means something that is there."""

    def brings(self, id: str) -> bool:  # noqa: A002  # the field's name
        """Say whether a plug-in to which an id would belong is there, and brings data."""

    def reason(self, id: str) -> str | None:  # noqa: A002  # the field's name
        """Return why data of the plug-in of an id cannot be used; None where all of it can."""


@final
@attrs.frozen
class NoLibrary:
    """The library of a place where no plug-in is installed."""

    def allowing(self, names: Iterable[str]) -> "NoLibrary":
        """Return itself."""
        del names
        return self

    def document(self, id: str) -> None:  # noqa: A002  # the field's name
        """Return None."""
        del id

    def extension(self, name: str) -> None:
        """Return None."""
        del name

    def ids(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def names(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def has(self, name: str) -> bool:
        """Return False."""
        del name
        return False

    def brings(self, id: str) -> bool:  # noqa: A002  # the field's name
        """Return False."""
        del id
        return False

    def reason(self, id: str) -> None:  # noqa: A002  # the field's name
        """Return None."""
        del id


LibrarySource: TypeAlias = Callable[[], Library]
"""Gives the library; called only where a document asks for something of a plug-in."""


def nothing_installed() -> NoLibrary:
    """Return the library that holds nothing."""
    return NoLibrary()
