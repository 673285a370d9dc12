"""The styles of a file: a short list, each with a name that Word shows."""

from collections.abc import Iterator

import attrs

from ._markup import Element, border, element
from ._numbering import BULLETS, MARKED, NUMBERED
from ._theme import Theme

__all__ = ["FACE", "styles_of"]

FACE = "Arial"
"""The typeface; LibreOffice and others have one of the same widths."""

_TWIPS = 20
"""Twentieths of a point: the unit of distances."""

_LEVELS = 9


@attrs.frozen
class _Border:
    """A border: side, colour, width in eighths of a point, distance in points, and kind."""

    side: str
    colour: str
    eighths: int
    space: int
    line: str = "single"

    def element(self) -> Element:
        return border(self.side, self.colour, self.eighths, space=self.space, line=self.line)


@attrs.frozen
class _Style:
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
    borders: tuple[_Border, ...] = ()
    shade: str = ""
    tab: float = 0
    is_close: bool = False
    is_own: bool = True


def styles_of(theme: Theme, language: str, text_width: float) -> Iterator[Element]:
    """Yield the contents of the part for styles.

    Args:
        theme: Colours and sizes.
        language: Language tag of the texts.
        text_width: Width of the text in points.
    """
    defaults = element("w:rPr", _fonts(), *_size(theme.body), element("w:lang", val=language))
    yield element("w:docDefaults", element("w:rPrDefault", defaults), element("w:pPrDefault"))
    yield _normal(theme)
    yield _default("character", "DefaultParagraphFont", "Default Paragraph Font")
    yield _default("numbering", "NoList", "No List")
    yield _default("table", "TableNormal", "Normal Table", _no_table_space())
    for style in (*_texts(theme), *_boxes(theme), *_cells(theme), *_margins(theme, text_width)):
        yield _paragraph_style(style)
    yield _character("Hyperlink", "Hyperlink", element("w:color", val=theme.link), _underline())
    small = (element("w:color", val=theme.muted), *_size(theme.note))
    yield _character("SmallWords", "Small Words", *small, is_own=True)
    yield _table_style(theme)


def _texts(theme: Theme) -> Iterator[_Style]:
    line = _Border("bottom", theme.accent, 18, 4)
    yield _Style(
        "Title",
        20,
        bold=True,
        colour=theme.brand,
        after=6,
        borders=(line,),
        keeps=True,
        is_own=False,
    )
    yield _Style("Subtitle", theme.lead, colour=theme.muted, after=8, is_own=False)
    sizes = (15, 13, 12)
    for level in range(1, _LEVELS + 1):
        size = sizes[level - 1] if level <= len(sizes) else theme.body
        yield _Style(
            f"heading {level}",
            size,
            bold=True,
            colour=theme.brand,
            before=(18, 14)[level - 1] if level < 3 else 10,  # noqa: PLR2004  # two have more space
            after=4,
            keeps=True,
            level=level,
            is_own=False,
        )
    yield _Style("List Bullet", after=3, number=BULLETS, is_own=False)
    yield _Style("List Number", after=3, number=NUMBERED, keeps=True, is_own=False)
    yield _Style("List Continue", left=22, is_own=False)
    yield _Style("Marked List", after=3, number=MARKED)
    bar = _Border("left", theme.accent, 24, 8)
    yield _Style("Quote", before=3, left=14, borders=(bar,), is_own=False)
    yield _Style("Quote Continue", before=3, left=36, borders=(bar,))
    yield _Style(
        "caption",
        theme.table,
        bold=True,
        colour=theme.brand,
        before=8,
        after=3,
        keeps=True,
        is_own=False,
    )
    yield _Style("Lead", theme.lead, after=8)
    yield _Style("Note", theme.note, colour=theme.muted)
    yield _Style("State", theme.note, colour=theme.muted, keeps=True)
    yield _Style("Figure", theme.note, colour=theme.muted, after=3, keeps=True)
    yield _Style("Picture", after=4)
    yield _Style("After Table", 4, after=0)


def _boxes(theme: Theme) -> Iterator[_Style]:
    for name, colour in (("Callout", theme.accent), ("Callout Important", theme.worse)):
        bar = _Border("left", colour, 24, 8)
        yield _Style(name, left=14, before=6, borders=(bar,), shade=theme.wash, is_close=True)
    dashed = tuple(
        _Border(side, theme.between, 8, 5, "dashed") for side in ("top", "left", "bottom", "right")
    )
    yield _Style("Callout Missing", left=8, before=8, after=8, borders=dashed, is_close=True)
    yield _Style("Said", left=6, before=8, after=4, shade=theme.wash, keeps=True)
    yield _Style("Notice", theme.note, shade=theme.wash, is_close=True)


def _cells(theme: Theme) -> Iterator[_Style]:
    yield _Style("Table Text", theme.table, after=0)
    yield _Style("Table Figures", theme.table, after=0)
    yield _Style("Table Heading", theme.note, bold=True, colour=theme.brand, after=0)
    yield _Style("Table Row Heading", theme.table, bold=True, after=0)
    yield _Style(
        "Table Remark", theme.table, after=0, left=8, borders=(_Border("left", theme.worse, 18, 5),)
    )
    yield _Style("Table Note", theme.note, colour=theme.muted, after=0)


def _margins(theme: Theme, text_width: float) -> Iterator[_Style]:
    for name in ("header", "footer"):
        yield _Style(name, theme.note, colour=theme.muted, after=0, tab=text_width, is_own=False)


def _id(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _paragraph_style(style: _Style) -> Element:
    size = _size(style.size) if style.size else ()
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


def _paragraph_properties(style: _Style) -> Iterator[Element]:
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


def _normal(theme: Theme) -> Element:
    return element(
        "w:style",
        element("w:name", val="Normal"),
        element("w:qFormat"),
        element("w:pPr", element("w:spacing", before=0, after=120, line=264, lineRule="auto")),
        element("w:rPr", element("w:color", val=theme.ink)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _default(kind: str, id_: str, name: str, *properties: Element) -> Element:
    return element(
        "w:style",
        element("w:name", val=name),
        element("w:uiPriority", val=99),
        element("w:semiHidden"),
        element("w:unhideWhenUsed"),
        *properties,
        type=kind,
        default=1,
        styleId=id_,
    )


def _character(id_: str, name: str, *properties: Element, is_own: bool = False) -> Element:
    own = {"customStyle": 1} if is_own else {}
    return element(
        "w:style",
        element("w:name", val=name),
        element("w:basedOn", val="DefaultParagraphFont"),
        element("w:rPr", *properties),
        type="character",
        styleId=id_,
        **own,
    )


def _table_style(theme: Theme) -> Element:
    line = [border(side, theme.line, 4) for side in ("bottom", "insideH")]
    head = element("w:tcBorders", border("bottom", theme.brand, 12))
    return element(
        "w:style",
        element("w:name", val="Report Table"),
        element("w:basedOn", val="TableNormal"),
        element("w:tblPr", element("w:tblBorders", *line), _cell_margins(40, 160)),
        element(
            "w:tblStylePr",
            element("w:tcPr", head, element("w:vAlign", val="bottom")),
            type="firstRow",
        ),
        type="table",
        customStyle=1,
        styleId="ReportTable",
    )


def _no_table_space() -> Element:
    return element("w:tblPr", element("w:tblInd", w=0, type="dxa"), _cell_margins(0, 108))


def _cell_margins(above: int, beside: int) -> Element:
    widths = {"top": above, "left": 0 if above else beside, "bottom": above, "right": beside}
    sides = (element(f"w:{side}", w=width, type="dxa") for side, width in widths.items())
    return element("w:tblCellMar", *sides)


def _fonts() -> Element:
    return element("w:rFonts", ascii=FACE, hAnsi=FACE, cs=FACE)


def _size(size: float) -> tuple[Element, ...]:
    return tuple(element(f"w:{name}", val=round(size * 2)) for name in ("sz", "szCs"))


def _underline() -> Element:
    return element("w:u", val="single")


def _twips(points: float) -> int:
    return round(points * _TWIPS)
