"""What a report holds, for whom, and in which order."""

from typing import Annotated, ClassVar

from ._constraint import Length
from ._entity import Document, Entity
from ._frozen import EMPTY, FrozenMap, Json
from ._text import Code, Line, Text
from ._value import value_class

__all__ = ["Profile", "ProfileSection"]


@value_class
class ProfileSection(Entity):
    """One section of a report.

    Attributes:
        kind: Which builder makes it.
        title: Its heading.
        introduction: Text under the heading.
        options: Options of the builder.

    Document: ``profile``.
    """

    kind: Code
    title: Text
    introduction: Text | None = None
    options: FrozenMap[Json] = EMPTY


@value_class
class Profile(Document):
    """A kind of report.

    Attributes:
        audience: Who it is for.
        variant: Which variant of every text it prints, where there is one.
        handling_mark: How its pages are to be handled.
        public: Whether its reports may be published.
        sections: Its sections, in order.
        words: Words to use instead of the standard ones: ``unknown`` for what is said of
            something that no document holds.

    Document: ``profile``.
    """

    kind_of_thing: ClassVar[str] = "profile"

    audience: Code
    variant: Code | None = None
    handling_mark: Text | None = None
    public: bool = False
    sections: Annotated[tuple[ProfileSection, ...], Length(1)]
    words: FrozenMap[Line] = FrozenMap()
