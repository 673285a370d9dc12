"""What a report holds, for whom, and in which order."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from ._constraint import Length, Range
from ._entity import Document, Entity
from ._frozen import EMPTY, FrozenMap, Json
from ._text import Code, Id, Line, Text
from ._value import Value, value_class

__all__ = ["Budget", "Profile", "ProfileSection"]


@value_class
class Budget(Value):
    """How long a report may be, in print.

    A report that would be longer is cut: the last entries of the longest lists are left out first,
    and each section says how many. The height of what is printed is estimated.

    Attributes:
        pages: A4 pages at most, printed.
        words_on_page_one: Words on its first page at most, where a section begins the second one.

    Document: ``profile``.
    """

    pages: Annotated[int, Range(1, 1_000)] | None = None
    words_on_page_one: Annotated[int, Range(1, 10_000)] | None = None


@value_class
class ProfileSection(Entity):
    """One section of a report.

    Attributes:
        kind: Kind of section, which a plug-in provides.
        title: Its heading.
        introduction: Text under the heading.
        starts_page: Whether it begins a page where the report is printed.
        beside: Whether it stands beside the section before it where there is space.
        options: Options of that kind, which go before those of the portfolio.

    Document: ``profile``.
    """

    kind: Code
    title: Text
    introduction: Text | None = None
    starts_page: bool = False
    beside: bool = False
    options: FrozenMap[Json] = EMPTY


@value_class
class Profile(Document):
    """A kind of report.

    Attributes:
        audience: Who it is for.
        reader: Who reads it, in words, printed under its title.
        budget: How long it may be.
        variant: Which variant of every text it prints, where there is one.
        handling_mark: How its pages are to be handled.
        public: Whether its reports may be published.
        sections: Its sections, in order.
        needs_one_of: Ids of the sections of which at least one must have contents; without them
            there is no such report.
        theme: How its pages look: ``youth`` has larger type, and one ink: no colour rates.
        page: How its printed pages lie.
        words: Words to use instead of the standard ones: ``unknown`` for what is said of
            something that no document holds; ``public_title`` for the title of a report that is made
            from public documents alone.

    Document: ``profile``.
    """

    kind_of_thing: ClassVar[str] = "profile"

    audience: Code
    reader: Line | None = None
    budget: Budget | None = None
    variant: Code | None = None
    handling_mark: Text | None = None
    public: bool = False
    sections: Annotated[tuple[ProfileSection, ...], Length(1)]
    needs_one_of: tuple[Id, ...] = ()
    theme: Literal["standard", "youth"] = "standard"
    page: Literal["portrait", "landscape"] = "portrait"
    words: FrozenMap[Line] = FrozenMap()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        ids = {section.id for section in self.sections}
        for number, id_ in enumerate(self.needs_one_of):
            if id_ not in ids:
                yield f"/needs_one_of/{number}", "is the id of none of its sections"
