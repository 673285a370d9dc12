"""Elements of WordprocessingML: the only place where texts become XML."""

from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from sendframe.plugins import charts

__all__ = ["Element", "border", "element", "field", "paragraph", "run", "visible"]

Element: TypeAlias = BaseOxmlElement


def visible(text: str) -> str:
    """Return a text without the characters that would hide, reorder or break it, or no XML."""
    return text if text.isprintable() else charts.visible_text(text)


def element(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element.

    Args:
        name: Its name with a prefix, such as ``w:p``.
        children: What it contains, in the order that its schema demands.
        attributes: Its attributes, those of the namespace ``w`` without a prefix.
    """
    made: Element = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), visible(str(value)))
    for child in children:
        made.append(child)
    return made


def run(  # noqa: PLR0913  # keyword arguments
    text: str,
    style: str = "",
    *,
    bold: bool = False,
    colour: str = "",
    size: float = 0,
    language: str = "",
) -> Element:
    """Return a run of text.

    Args:
        text: The text.
        style: Id of a character style; empty for none.
        bold: Whether it is bold.
        colour: Its colour as six hexadecimal digits; empty for that of the paragraph.
        size: Its size in points; 0 for that of the paragraph.
        language: Its language tag; empty for that of the file.
    """
    properties = []
    if style:
        properties.append(element("w:rStyle", val=style))
    if bold:
        properties += [element("w:b"), element("w:bCs")]
    if colour:
        properties.append(element("w:color", val=colour))
    if size:
        properties += [element(f"w:{name}", val=round(size * 2)) for name in ("sz", "szCs")]
    if language:
        properties.append(element("w:lang", val=visible(language)))
    made = element("w:r", *([element("w:rPr", *properties)] if properties else []))
    words = element("w:t")
    words.set(qn("xml:space"), "preserve")
    words.text = visible(text)
    made.append(words)
    return made


def paragraph(
    style: str,
    *contents: Element,
    keep_next: bool = False,
    number: int | None = None,
    right: bool = False,
) -> Element:
    """Return a paragraph.

    Args:
        style: Id of its style.
        contents: Its runs, hyperlinks and bookmarks.
        keep_next: Whether it stays on the page of the next paragraph.
        number: Number of the list that it is an entry of; None for that of its style.
        right: Whether it is aligned right.
    """
    properties = [element("w:pStyle", val=style)]
    if keep_next:
        properties.append(element("w:keepNext"))
    if number is not None:
        level, list_ = element("w:ilvl", val=0), element("w:numId", val=number)
        properties.append(element("w:numPr", level, list_))
    if right:
        properties.append(element("w:jc", val="right"))
    return element("w:p", element("w:pPr", *properties), *contents)


def field(code: str) -> Element:
    """Return a field, such as the number of the page, which Word computes."""
    return element("w:fldSimple", run("1"), instr=f" {code} ")


def border(
    side: str, colour: str, eighths: int, *, space: int = 0, line: str = "single"
) -> Element:
    """Return a border of one side.

    Args:
        side: ``top``, ``left``, ``bottom`` or ``right``, or ``insideH``.
        colour: Its colour as six hexadecimal digits.
        eighths: Its width in eighths of a point.
        space: Its distance from the text in points.
        line: Its kind, such as ``dashed``.
    """
    return element(f"w:{side}", val=line, sz=eighths, space=space, color=colour)
