"""The data of plug-ins that a portfolio may use: documents, and the schemas of extensions.

`sendframe.plugins` implements it. No plug-in is imported to read its data.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeAlias, final

import attrs

from sendframe.model import short_repr

from ._raw_document import RawDocument

if TYPE_CHECKING:
    from ._extension import ExtensionRules

__all__ = ["Library", "LibraryDocument", "LibrarySource", "NoLibrary", "no_library"]


@final
@attrs.frozen(eq=False)
class LibraryDocument:
    """A document of a plug-in.

    Attributes:
        id: Its id.
        raw: The document; it is valid.
        plugin: The name of the plug-in.
    """

    __repr__ = short_repr

    id: str
    raw: RawDocument
    plugin: str


class Library(Protocol):
    """The data documents of the plug-ins that are installed and enabled."""

    def allowing(self, names: Iterable[str]) -> "Library":
        """Return the library that a portfolio which names these plug-ins may use."""

    def document(self, id: str) -> LibraryDocument | None:  # noqa: A002  # the field's name
        """Return a document; None where no plug-in that may be used has it."""

    def extension(self, name: str) -> "ExtensionRules | None":
        """Return the rules of a name under ``extensions``; None where no plug-in has any."""

    def ids(self) -> Iterable[str]:
        """Return the ids of all documents, sorted."""

    def names(self) -> Iterable[str]:
        """Return the names of all plug-ins and of their distributions, sorted."""

    def has(self, name: str) -> bool:
        """Return whether a name under ``plugins`` of a portfolio is that of an installed plug-in."""

    def brings(self, id: str) -> bool:  # noqa: A002  # the field's name
        """Return whether the plug-in to which an id belongs is installed and has data."""

    def reason(self, id: str) -> str | None:  # noqa: A002  # the field's name
        """Return why the data of the plug-in of an id cannot be used; None where it can."""

    def option_names(self, id: str, *, is_rule: bool) -> tuple[str, ...] | None:  # noqa: A002  # the field's name
        """Return the options of a contribution of sendframe itself; None where it has no such one.

        Args:
            id: The id of a rule, or else of a check, derived indicator, kind of section or
                renderer.
            is_rule: Whether it is that of a rule.
        """


@final
@attrs.frozen
class NoLibrary:
    """The library where no plug-in is installed."""

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
        """Return an empty tuple."""
        return ()

    def names(self) -> tuple[str, ...]:
        """Return an empty tuple."""
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

    def option_names(self, id: str, *, is_rule: bool) -> None:  # noqa: A002  # the field's name
        """Return None."""
        del id, is_rule


LibrarySource: TypeAlias = Callable[[], Library]
"""Returns the library; called only where a document uses something of a plug-in."""


def no_library() -> NoLibrary:
    """Return the library where no plug-in is installed."""
    return NoLibrary()
