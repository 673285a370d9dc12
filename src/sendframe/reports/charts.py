"""Draw charts as SVG and as tables, without a dependency; the same chart gives the same bytes.

A printed figure is the text of the report model; only labels of axes are made here.
"""

from collections.abc import Callable
from typing import Any, Literal

from sendframe.model import Tone

from ._bar_svg import bar_svg
from ._chart_model import BarChart, Chart, ColumnChart, PeersChart, TrendChart
from ._chart_table import table
from ._column_svg import column_svg
from ._frame_chart import trend_of
from ._icons import icon_svg
from ._ladder_svg import ladder_svg, pips_svg
from ._path_svg import path_svg
from ._peers_svg import peers_small_svg, peers_svg
from ._pictogram_svg import pictogram_svg
from ._report_model import SmallChart
from ._shape_model import Ladder, PathChart, Pictogram, Pips, Timeline
from ._spark_svg import spark_svg
from ._svg import identifier
from ._timeline_svg import timeline_svg
from ._tokens import FONT, tokens_css
from ._trend_svg import trend_svg
from ._visible_text import visible_text

__all__ = [
    "FONT",
    "icon",
    "identifier",
    "sign",
    "small",
    "svg",
    "table",
    "tokens_css",
    "trend_of",
    "visible_text",
]

_SIGNS = {
    "square": "■",
    "triangle": "▲",
    "diamond": "◆",
    "bar": "▬",
    "cross": "✕",
    "ring": "○",
    "half": "◐",
    "octagon": "⊗",
}

_DRAWINGS: dict[type[Chart], Callable[[Any, str], str]] = {
    TrendChart: trend_svg,
    PeersChart: peers_svg,
    ColumnChart: column_svg,
    BarChart: bar_svg,
    Timeline: timeline_svg,
    Ladder: ladder_svg,
    Pips: pips_svg,
    Pictogram: pictogram_svg,
    PathChart: path_svg,
}


def svg(chart: Chart, *, width: Literal["wide", "narrow"] = "wide") -> str:
    """Return the full drawing of a chart as an SVG element, for a page or a file of its own.

    It has a name (``title``), a text alternative (``desc``) and presentation attributes on every
    element, so that it looks the same where no style sheet reaches it. Its classes are those of
    `tokens_css`. The ids in it begin with the id of the chart and the width.

    Args:
        chart: The chart.
        width: About 560 or 260 units. A `Ladder`, `Pips` and a `Pictogram` have one width only.
    """
    return _DRAWINGS[type(chart)](chart, width)


def sign(shape: str) -> str:
    """Return the character that stands for the shape of a mark where nothing can be drawn.

    Args:
        shape: The shape; any other word than those of `Mark` is a circle.

    Examples:
        >>> sign("triangle"), sign("circle")
        ('▲', '●')
    """
    return _SIGNS.get(shape, "●")


def small(chart: SmallChart, tone: Tone = "neutral") -> str:
    """Return the small drawing of a chart, for a cell of a table or beside a figure.

    A trend is a line without words on a scale of its own, a chart of peers a line from the worst
    on the left to the best on the right with both figures.

    Args:
        chart: The chart.
        tone: Colour of a trend; ``neutral`` for the colour of the area.
    """
    if isinstance(chart, TrendChart):
        return spark_svg(chart, tone)
    if isinstance(chart, PeersChart):
        return peers_small_svg(chart)
    return _DRAWINGS[type(chart)](chart, "small")


def icon(name: str) -> str:
    """Return a packaged icon as an SVG element of 48 by 48 units.

    Its lines have the colour of the text around it (``currentColor``). Screen readers skip it,
    since it repeats the words that it stands beside. It has no id, so a page may have it twice.

    Args:
        name: One of `ICON_NAMES`.

    Raises:
        UnknownName: There is no such icon.
    """
    return icon_svg(name)
