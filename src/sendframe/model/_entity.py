"""What everything in a document has in common: a stable id, a source, extensions."""

from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from ._frozen import EMPTY, FrozenMap, Json
from ._text import Id, Line, Link, Text
from ._value import Value, value_class

if TYPE_CHECKING:
    from ._typed import Extension

__all__ = ["Document", "Entity", "Source"]

E = TypeVar("E", bound="Extension")


@value_class
class Source(Value):
    """Where something was taken from.

    Attributes:
        title: Title of the source.
        publisher: Who published it.
        published_on: Day of publication; absent where the source does not say.
        retrieved_on: Day it was read.
        link: Where it is published.
        licence: Licence it is published under.
        locator: Place within it, such as a page, a table or a heading.

    Documents: every kind.
    """

    title: Line
    publisher: Line | None = None
    published_on: date | None = None
    retrieved_on: date | None = None
    link: Link | None = None
    licence: Line | None = None
    locator: Line | None = None


@value_class
class Entity(Value):
    """Something with an id.

    Attributes:
        id: Stable id, unique among the things of its kind in a portfolio.
        extensions: What plug-ins keep here, by plug-in name; raw and kept untouched.
    """

    id: Id
    extensions: FrozenMap[Json] = EMPTY

    def extension(self, cls: type[E]) -> E | None:
        """Return what a plug-in keeps here, as its own typed value; None where it keeps nothing.

        Args:
            cls: The plug-in's class, which names itself by ``extension_name``.

        Raises:
            InvalidValue: What stands here is not what the class asks for.
        """
        if cls.extension_name not in self.extensions:
            return None
        from ._typed import typed  # most documents have nothing of this kind

        return typed(cls, self.extensions[cls.extension_name])


@value_class
class Document(Entity):
    """A file of its own.

    Attributes:
        title: What it is called.
        completeness: Whether it holds all of what it describes, or a summary.
        sources: What it was made from.
        note: What a reader must know first, such as what was not in the sources.

    Documents: the base class of every kind.
    """

    title: Text
    completeness: Literal["full", "summary"] = "full"
    sources: tuple[Source, ...] = ()
    note: Text | None = None
