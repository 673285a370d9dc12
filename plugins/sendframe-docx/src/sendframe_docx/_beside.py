"""Pictures beside words: icons, which screen readers skip, and images of the author."""

import io

from docx.oxml import parse_xml
from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from sendframe.plugins import Icon, Image, charts
from sendframe.plugins import gettext as _

from ._markup import Element, element, run, visible
from ._picture import png_of
from ._place import Place

__all__ = ["BESIDE", "IN_LINE", "beside_runs"]

IN_LINE, BESIDE = 16.0, 22.0
"""Largest width and height in points: in a line of words, and beside a heading or what was said."""

_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
"""What Word writes for a picture that is marked as decorative."""


def beside_runs(picture: Icon | Image | None, place: Place, most: float = IN_LINE) -> list[Element]:
    """Return a picture as runs; nothing for none.

    What an image shows is its text alternative, and is printed where the image cannot be read.
    """
    if picture is None:
        return []
    if isinstance(picture, Icon):
        svg = charts.icon(picture.icon).replace("currentColor", f"#{place.theme.brand}")
        inline = _inline(png_of(svg, most, fill="none"), most, most, place)
        inline.docPr.append(parse_xml(_DECORATIVE))
    else:
        share = most / max(picture.width, picture.height)
        try:
            inline = _inline(picture.data, picture.width * share, picture.height * share, place)
        except Exception:  # noqa: BLE001  # whatever is wrong in the bytes, what it shows is printed
            return [run(_("(Picture: {alt})", alt=picture.alt))]
        inline.docPr.set("descr", visible(picture.alt))
    return [element("w:r", element("w:drawing", inline))]


def _inline(data: bytes, width: float, height: float, place: Place) -> CT_Inline:
    """Return a picture of a size in points, as part of the file."""
    id_, image = place.document.part.get_or_add_image(io.BytesIO(data))
    number = next(place.numbers)
    inline = CT_Inline.new_pic_inline(
        number, id_, f"picture-{number}.{image.ext}", Pt(width), Pt(height)
    )
    inline.docPr.set("name", f"Picture {number}")
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    return inline
