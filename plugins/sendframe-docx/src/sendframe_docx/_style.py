"""The styles of a file: its language and typeface, and the styles of texts and tables."""

from collections.abc import Iterator

from sendframe.plugins import direction

from ._markup import Element, border, element
from ._paragraph_style import paragraph_style, size_of_type
from ._style_list import paragraph_styles
from ._theme import Theme

__all__ = ["styles_of"]

_FACE = "Arial"
"""The typeface; where it is missing, programs take one of the same widths."""


def styles_of(theme: Theme, language: str, text_width: float) -> Iterator[Element]:
    """Yield the contents of the part for styles.

    Args:
        theme: Colours and sizes.
        language: Language tag of the texts.
        text_width: Width of the text in points.
    """
    from_right = direction(language) == "rtl"
    defaults = element(
        "w:rPr",
        _fonts(),
        *size_of_type(theme.body),
        *([element("w:rtl")] if from_right else []),
        element("w:lang", val=language, **({"bidi": language} if from_right else {})),
    )
    of_paragraphs = element(
        "w:pPrDefault", *([element("w:pPr", element("w:bidi"))] if from_right else [])
    )
    yield element("w:docDefaults", element("w:rPrDefault", defaults), of_paragraphs)
    yield _normal(theme)
    yield _default("character", "DefaultParagraphFont", "Default Paragraph Font")
    yield _default("numbering", "NoList", "No List")
    yield _default("table", "TableNormal", "Normal Table", _no_table_space())
    for style in paragraph_styles(theme, text_width):
        yield paragraph_style(style)
    yield _character("Hyperlink", "Hyperlink", element("w:color", val=theme.link), _underline())
    small = (element("w:color", val=theme.muted), *size_of_type(theme.note))
    yield _character("SmallWords", "Small Words", *small, is_own=True)
    yield _table_style(theme, from_right=from_right)


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


def _table_style(theme: Theme, *, from_right: bool) -> Element:
    line = [border(side, theme.line, 4) for side in ("bottom", "insideH")]
    head = element("w:tcBorders", border("bottom", theme.brand, 12))
    return element(
        "w:style",
        element("w:name", val="Report Table"),
        element("w:basedOn", val="TableNormal"),
        element(
            "w:tblPr",
            *([element("w:bidiVisual")] if from_right else []),
            element("w:tblBorders", *line),
            _cell_margins(40, 160),
        ),
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
    return element("w:rFonts", ascii=_FACE, hAnsi=_FACE, cs=_FACE)


def _underline() -> Element:
    return element("w:u", val="single")
