"""Base classes of documents and of things with ids, and sources."""

from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from ._frozen import EMPTY, FrozenMap, Json
from ._full_text import is_full_text
from ._text import Id, Line, Link, Text
from ._value import Value, value_class

if TYPE_CHECKING:
    from ._typed import Extension

__all__ = ["Document", "Entity", "Source"]

E = TypeVar("E", bound="Extension")


@value_class
class Source(Value):
    """A source of information.

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
        extensions: Data of plug-ins, by plug-in name; raw and never changed.
    """

    id: Id
    extensions: FrozenMap[Json] = EMPTY

    def extension(self, cls: type[E]) -> E | None:
        """Return the data of a plug-in as a typed value; None where it has none.

        Args:
            cls: The plug-in's class, with its ``extension_name``.

        Raises:
            InvalidValue: The data do not fit the class.
        """
        if cls.extension_name not in self.extensions:
            return None
        from ._typed import structure  # most documents have no extensions

        return structure(cls, self.extensions[cls.extension_name])


@value_class
class Document(Entity):
    """A document: the contents of one file.

    Attributes:
        title: Its title.
        completeness: Whether it is complete, or a summary.
        wording: Whether its texts are its sources' own words or put in other words, unless a text
            says otherwise. Its title and its note are its author's.
        sources: Its sources.
        note: A note for readers, such as what was not in the sources.

    Documents: the base class of every kind.
    """

    title: Text
    completeness: Literal["full", "summary"] = "full"
    wording: Literal["verbatim", "paraphrased"] | None = None
    sources: tuple[Source, ...] = ()
    note: Text | None = None

    def __repr__(self) -> str:
        if is_full_text():
            return super().__repr__()
        lists = [
            (field.name, getattr(self, field.name))
            for field in self._fields
            if field.name not in ("id", "sources")
        ]
        counts = [
            f" {name}={len(value)}" for name, value in lists if isinstance(value, tuple) and value
        ]
        return f"<{type(self).__name__} {self.id!r}{''.join(counts)}>"

    def wording_of(self, text: Text) -> Literal["verbatim", "paraphrased"] | None:
        """Return the wording of one of its texts; None where nothing is said."""
        is_of_author = text is self.title or text is self.note
        return text.wording or (None if is_of_author else self.wording)
