"""Pictures of charts: drawn by sendframe as SVG, made PNG by typst, with a text alternative."""

import io
import re
from functools import cache

import attrs
import typst
from docx.oxml.shape import CT_Inline
from docx.shared import Pt
from sendframe_pdf import font_folder

from sendframe.plugins import Chart, SmallChart, Table, Tone, charts

from ._markup import Element, element, visible
from ._place import Place

__all__ = ["Picture", "draw", "draw_small", "figures_of", "picture_run", "png_of", "small_width"]

_PIXELS_PER_INCH = 220
"""What Word keeps when it makes pictures smaller for print."""

_POINTS_PER_PIXEL = 0.75
_TEMPLATE = (
    b"#set page(width: auto, height: auto, margin: 0pt, fill: eval(sys.inputs.fill))\n"
    b'#set text(font: "DejaVu Sans", stretch: 87.5%)\n'
    b'#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width))'
)
_NAMESPACE = "http://www.w3.org/2000/svg"
_ROOT = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\b(width|height)="([\d.]+)"')
_SCALE, _SCALE_OF_WORDS = 0.62, 0.93
"""Small pictures are printed so much smaller; those with words in 9 points."""


@attrs.frozen
class Picture:
    """A picture of a chart.

    Attributes:
        png: The picture.
        title: Title of the chart.
        description: Description of the chart.
        width: Its width in points.
        height: Its height in points.
    """

    png: bytes
    title: str
    description: str
    width: float
    height: float


def draw(chart: Chart, width: float) -> Picture | None:
    """Return the picture of a chart, no wider than *width* in points; None if it cannot be drawn."""
    try:
        return _picture(chart, charts.svg(chart), width)
    except Exception:  # noqa: BLE001  # whatever fails in a picture, its figures are printed
        return None


def draw_small(chart: SmallChart, width: float, tone: Tone = "neutral") -> Picture | None:
    """Return the small picture of a chart; None if it cannot be drawn."""
    try:
        return _picture(chart, charts.small(chart, tone), width, is_small=True)
    except Exception:  # noqa: BLE001  # whatever fails in a drawing, its words are printed
        return None


def small_width(chart: SmallChart) -> float:
    """Return the width of the small picture of a chart in points; 0 if it cannot be drawn."""
    try:
        return _size(charts.small(chart), is_small=True)[0]
    except Exception:  # noqa: BLE001  # whatever fails in a drawing, its words are printed
        return 0.0


def figures_of(chart: Chart) -> Table | None:
    """Return the figures of a chart as a table; None if sendframe has no table of such a chart."""
    try:
        return charts.table(chart)
    except Exception:  # noqa: BLE001  # the description of the chart is printed then
        return None


def picture_run(picture: Picture, place: Place) -> Element:
    """Return a run that is a picture, with title and description of its chart."""
    id_, _ = place.document.part.get_or_add_image(io.BytesIO(picture.png))
    number = next(place.numbers)
    size = Pt(picture.width), Pt(picture.height)
    inline = CT_Inline.new_pic_inline(number, id_, f"chart-{number}.png", *size)
    names = {"name": f"Chart {number}", "title": picture.title, "descr": picture.description}
    for key, text in names.items():
        inline.docPr.set(key, visible(text))
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    return element("w:r", element("w:drawing", inline))


def _picture(chart: Chart, svg: str, most: float, *, is_small: bool = False) -> Picture:
    """Return a picture from SVG, no wider than *most* points.

    Raises:
        ValueError: It has no size.
        typst.TypstError: It is no picture.
    """
    wide, high = _size(svg, is_small=is_small)
    if _NAMESPACE not in svg:
        svg = svg.replace("<svg", f'<svg xmlns="{_NAMESPACE}"', 1)
    width = min(wide, most)
    png = png_of(svg, width)
    return Picture(png, chart.title, chart.description, width, high * width / wide)


def _size(svg: str, *, is_small: bool = False) -> tuple[float, float]:
    """Return width and height of a drawing in points, as it is printed where there is space.

    Raises:
        ValueError: It has no size.
    """
    root = _ROOT.search(svg)
    sizes = dict(_SIZE.findall(root[0])) if root else {}
    scale = _POINTS_PER_PIXEL
    if is_small:
        scale *= _SCALE_OF_WORDS if "<text" in svg else _SCALE
    width, height = (float(sizes.get(side, 0)) * scale for side in ("width", "height"))
    if width <= 0 or height <= 0:
        message = "the picture has no size"
        raise ValueError(message)
    return width, height


def png_of(svg: str, width: float, *, fill: str = "white") -> bytes:
    """Return SVG as PNG of a width in points; the same drawing gives the same bytes."""
    made: bytes = typst.compile(
        _TEMPLATE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"svg": svg, "width": f"{width:.2f}pt", "fill": fill},
        format="png",
        ppi=_PIXELS_PER_INCH,
    )
    return made


@cache
def _fonts() -> typst.Fonts:
    """Return the typeface of sendframe-pdf, and no other: not the computer's."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()]
    )
