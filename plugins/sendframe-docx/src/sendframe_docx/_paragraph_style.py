"""A style of paragraphs, and its element."""

from collections.abc import Iterator

import attrs

from ._markup import Element, border, element

__all__ = ["Border", "ParagraphStyle", "paragraph_style", "size_of_type"]

_TWIPS = 20
"""Twentieths of a point: the unit of distances."""


@attrs.frozen
class Border:
    """A border: side, colour, width in eighths of a point, distance in points, and kind."""

    side: str
    colour: str
    eighths: int
    space: int
    line: str = "single"

    def element(self) -> Element:
        """Return its element."""
        return border(self.side, self.colour, self.eighths, space=self.space, line=self.line)


@attrs.frozen
class ParagraphStyle:
    """A style of paragraphs.

    Attributes:
        name: Its name.
        size: Size of type in points; 0 for that of ``Normal``.
        bold: Whether it is bold.
        colour: Colour of the text; empty for that of ``Normal``.
        before: Space above in points.
        after: Space below in points.
        left: Indent in points.
        keeps: Whether it stays on the page of the next paragraph.
        number: Number of its list; 0 for none.
        level: Level in the outline, from 1; 0 for none.
        borders: Its borders, in the order top, left, bottom, right.
        shade: Colour behind it; empty for none.
        tab: Where a tab aligns right, in points; 0 for nowhere.
        is_close: Whether neighbours of the style have no space between them.
        is_own: Whether the style is not one of Word's own.
    """

    name: str
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 6
    left: float = 0
    keeps: bool = False
    number: int = 0
    level: int = 0
    borders: tuple[Border, ...] = ()
    shade: str = ""
    tab: float = 0
    is_close: bool = False
    is_own: bool = True


def _id(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())


def paragraph_style(style: ParagraphStyle) -> Element:
    """Return the element of a style."""
    size = size_of_type(style.size) if style.size else ()
    bold = (element("w:b"), element("w:bCs")) if style.bold else ()
    colour = (element("w:color", val=style.colour),) if style.colour else ()
    is_own = {"customStyle": 1} if style.is_own else {}
    return element(
        "w:style",
        element("w:name", val=style.name),
        element("w:basedOn", val="Normal"),
        element("w:next", val="Normal" if style.keeps else _id(style.name)),
        element("w:uiPriority", val=1),
        element("w:qFormat"),
        element("w:pPr", *_paragraph_properties(style)),
        element("w:rPr", *bold, *colour, *size),
        type="paragraph",
        styleId=_id(style.name),
        **is_own,
    )


def _paragraph_properties(style: ParagraphStyle) -> Iterator[Element]:
    """Yield properties of a paragraph in the order of the schema."""
    if style.keeps:
        yield element("w:keepNext")
        yield element("w:keepLines")
    if style.number:
        yield element("w:numPr", element("w:numId", val=style.number))
    if style.borders:
        yield element("w:pBdr", *(side.element() for side in style.borders))
    if style.shade:
        yield element("w:shd", val="clear", color="auto", fill=style.shade)
    if style.tab:
        yield element("w:tabs", element("w:tab", val="right", pos=round(style.tab * _TWIPS)))
    yield element("w:spacing", before=_twips(style.before), after=_twips(style.after))
    if style.left:
        right = {"right": _twips(style.left)} if style.borders[3:] else {}
        yield element("w:ind", left=_twips(style.left), **right)
    if style.is_close:
        yield element("w:contextualSpacing")
    if style.level:
        yield element("w:outlineLvl", val=style.level - 1)


def size_of_type(size: float) -> tuple[Element, ...]:
    """Return the elements for a size of type in points."""
    return tuple(element(f"w:{name}", val=round(size * 2)) for name in ("sz", "szCs"))


def _twips(points: float) -> int:
    return round(points * _TWIPS)
