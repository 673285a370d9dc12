"""Draw a chart as SVG with the functions of sendframe, and read how large the picture is."""

import re
from xml.etree import ElementTree as ET  # the pictures come from sendframe

import attrs

from sendframe.plugins import Chart, SmallChart, Table, Tone

__all__ = ["Drawing", "draw", "draw_small", "figures_of", "visible"]

_POINTS_PER_PIXEL = 0.75
_ROOT = re.compile(r"<svg\b[^>]*>")
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


@attrs.frozen
class Drawing:
    """A picture of a chart.

    Attributes:
        svg: The picture.
        alt: Its text alternative: title and description of the chart.
        width: Its natural width in points.
        height: Its natural height in points.
    """

    svg: str
    alt: str
    width: float
    height: float


def draw(chart: Chart, *, is_narrow: bool = False) -> Drawing | None:
    """Return the picture of a chart; None if it cannot be drawn, so that its table is printed."""
    from sendframe.plugins import charts  # most reports of some profiles have none

    try:
        svg = charts.svg(chart, width="narrow" if is_narrow else "wide")
        return _drawing(chart, svg)
    except Exception:  # noqa: BLE001  # whatever fails in a picture, its figures are printed
        return None


def draw_small(chart: SmallChart, tone: Tone = "neutral") -> Drawing | None:
    """Return the small picture of a chart; None if it cannot be drawn."""
    from sendframe.plugins import charts

    try:
        return _drawing(chart, charts.small(chart, tone))
    except Exception:  # noqa: BLE001  # whatever fails in a picture, its figures are printed
        return None


def figures_of(chart: Chart) -> Table | None:
    """Return the figures of a chart as a table; None if sendframe has no table of such a chart."""
    from sendframe.plugins import charts

    try:
        return charts.table(chart)
    except Exception:  # noqa: BLE001  # the description of the chart is printed then
        return None


def visible(text: str) -> str:
    """Return a text without the characters that would hide, reorder or break it."""
    if text.isprintable():
        return text
    from sendframe.plugins import charts

    return charts.visible_text(text)


def _drawing(chart: Chart, svg: str) -> Drawing:
    """Return a drawing from SVG, which must be well-formed and have a size.

    Raises:
        ValueError: It has no size.
        ET.ParseError: It is not well-formed.
    """
    root = _ROOT.search(svg)
    if root is not None and "xmlns=" not in root[0]:
        svg = svg.replace("<svg", f"<svg {_NAMESPACE}", 1)
    attributes = ET.fromstring(svg).attrib  # noqa: S314  # made by sendframe from escaped text
    _, _, box_width, box_height = (
        float(number) for number in attributes.get("viewBox", "0 0 0 0").split()
    )
    width = float(attributes.get("width", box_width))
    height = float(attributes.get("height", box_height))
    if width <= 0 or height <= 0:
        message = "the picture has no size"
        raise ValueError(message)
    alt = " ".join(filter(None, (_sentence(chart.title), chart.description)))
    return Drawing(svg, alt, width * _POINTS_PER_PIXEL, height * _POINTS_PER_PIXEL)


def _sentence(text: str) -> str:
    """Return a title as a sentence, so that it is read apart from what follows."""
    return text if not text or text[-1] in ".?!…" else f"{text}."
