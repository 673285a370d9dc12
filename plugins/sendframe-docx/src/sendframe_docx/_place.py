"""Where something is printed: under which heading, how wide, with which links and pictures."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import count

import attrs
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from sendframe.plugins import Link, Section, charts

from ._markup import Element, element, run
from ._theme import TEXT_WIDTH, Theme

__all__ = ["TOP", "Place", "all_sections", "bookmark", "bookmark_name", "linked"]

TOP = "top"
"""Bookmark of the title."""

_LONGEST_LEVEL = 9


@attrs.frozen
class Place:
    """Where a block is printed.

    Attributes:
        document: The file.
        theme: Colours and sizes.
        anchors: Ids of the sections of the report, which links may lead to.
        figures: Whether the figures of a chart are printed under it.
        numbers: Numbers of bookmarks and pictures.
        lists: Numbers of numbered lists; each begins with 1.
        level: Level of the next heading.
        width: Width of the text there, in points.
        section: Id of the section.
        above: Heading of the section, which a chart does not repeat as its title.
    """

    document: Document
    theme: Theme
    anchors: frozenset[str]
    figures: bool
    numbers: Iterator[int] = attrs.field(factory=lambda: count(1))
    lists: "list[int]" = attrs.field(factory=list)
    level: int = 1
    width: float = TEXT_WIDTH
    section: str = ""
    above: str = ""

    @property
    def heading(self) -> str:
        """Id of the style of the next heading."""
        return f"Heading{min(self.level, _LONGEST_LEVEL)}"


def all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections and those below them."""
    for section in sections:
        yield section
        yield from all_sections(section.sections)


def bookmark_name(anchor: str) -> str:
    """Return the bookmark of a section, of the letters and the length that Word allows.

    Examples:
        >>> bookmark_name("find-out-early")
        's_find_out_early_2f6899c084'
        >>> bookmark_name("")
        'top'
    """
    if not anchor:
        return TOP
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()
    return f"s_{re.sub('[^A-Za-z0-9]', '_', anchor)[:24]}_{digest[:10]}"


def bookmark(place: Place, name: str, *contents: Element) -> tuple[Element, ...]:
    """Return contents within a bookmark."""
    number = next(place.numbers)
    start = element("w:bookmarkStart", id=number, name=name)
    return (start, *contents, element("w:bookmarkEnd", id=number))


def linked(
    text: str, link: Link | None, place: Place, *, bold: bool = False, language: str = ""
) -> Element:
    """Return a text that leads to a section or to another report; plain where it leads nowhere."""
    if link is None or (not link.profile and link.anchor not in place.anchors | {""}):
        return run(text, bold=bold, language=language)
    made = element(
        "w:hyperlink",
        run(text, "Hyperlink", bold=bold, language=language),
        anchor=bookmark_name(link.anchor),
    )
    if link.profile:
        address = f"{charts.identifier(link.profile)}.docx"
        part = place.document.part
        made.rId = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return made
