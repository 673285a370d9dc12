"""Write drawings as SVG; the same input gives the same bytes."""

from html import escape
from typing import Literal

from ._chart_model import Chart
from ._marker import marker_path
from ._text_measure import LEADING
from ._tokens import CHART_TEXT, COLOURS, FONT
from ._visible_text import visible_text

__all__ = ["Anchor", "Drawing", "identifier", "number_text"]

Anchor = Literal["start", "middle", "end"]


def number_text(value: float) -> str:
    """Return a length or a place with two decimals at most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def identifier(text: str) -> str:
    """Return a text as an XML id; other characters become their code points, so none is lost."""
    return "".join(
        char if char.isascii() and (char.isalnum() or char in "-_.") else f"_{ord(char):x}_"
        for char in text
    )


class Drawing:
    """A drawing that is added to, and then written.

    Each element has presentation attributes for any reader, and classes by which a style sheet can
    recolour it: ``c-`` and the role for a stroke, ``f-`` and the role for a fill.
    """

    def __init__(self, chart: Chart, kind: str) -> None:
        """Begin a drawing of a chart; *kind* tells its drawings apart, such as ``wide``."""
        self.chart = chart
        self.prefix = f"{identifier(chart.id)}-{kind}"
        self.kind = kind
        self.parts: list[str] = []

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        role: str = "line",
        *,
        width: float = 1.0,
        dash: str = "",
    ) -> None:
        """Add a straight line."""
        places = zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True)
        ends = " ".join(f'{name}="{number_text(value)}"' for name, value in places)
        self.parts.append(f"<line {ends} {_stroke(role, width, dash)}/>")

    def polyline(
        self,
        points: list[tuple[float, float]],
        role: str,
        *,
        width: float = 2.0,
        dash: str = "",
    ) -> None:
        """Add a line through points."""
        places = " ".join(f"{number_text(x)},{number_text(y)}" for x, y in points)
        self.parts.append(
            f'<polyline points="{places}" fill="none" stroke-linejoin="round" '
            f'stroke-linecap="round" {_stroke(role, width, dash)}/>'
        )

    def rect(  # noqa: PLR0913  # a place, a size and a look
        self, x: float, y: float, width: float, height: float, role: str, *, edge: str = ""
    ) -> None:
        """Add a rectangle, with an outline where *edge* names its role."""
        place = " ".join(
            f'{name}="{number_text(value)}"'
            for name, value in (("x", x), ("y", y), ("width", width), ("height", height))
        )
        outline = f' stroke="{COLOURS[edge].light}"' if edge else ""
        classes = f"f-{role} c-{edge}" if edge else f"f-{role}"
        self.parts.append(
            f'<rect {place} fill="{COLOURS[role].light}"{outline} class="{classes}"/>'
        )

    def mark(  # noqa: PLR0913  # a shape, a place, a size and a look
        self, shape: str, x: float, y: float, role: str, *, size: float = 4.5, hollow: bool = False
    ) -> None:
        """Add a marker; see `marker_path` for the shapes."""
        if hollow or shape in {"ring", "half"}:
            self.shape(marker_path(shape, x, y, size), "paper", role, width=1.8)
            if shape == "half":
                self.shape(marker_path("half disc", x, y, size), role, role)
        else:
            self.shape(marker_path(shape, x, y, size), role, "paper")

    def shape(self, path: str, fill: str, stroke: str, *, width: float = 1.0) -> None:
        """Add a closed shape with the roles of its inside and of its outline."""
        self.parts.append(
            f'<path d="{path}" fill="{COLOURS[fill].light}" stroke="{COLOURS[stroke].light}" '
            f'stroke-width="{number_text(width)}" class="f-{fill} c-{stroke}"/>'
        )

    def text(  # noqa: PLR0913  # lines, a place, a side and a look
        self,
        lines: tuple[str, ...],
        x: float,
        y: float,
        role: str = "ink",
        *,
        anchor: Anchor = "start",
        bold: bool = False,
    ) -> None:
        """Add lines of text, the first on the base line *y*."""
        weight = ' font-weight="700"' if bold else ""
        for index, line in enumerate(lines):
            self.parts.append(
                f'<text x="{number_text(x)}" y="{number_text(y + index * LEADING)}" '
                f'fill="{COLOURS[role].light}" font-size="{number_text(CHART_TEXT)}" '
                f'text-anchor="{anchor}"{weight} class="f-{role}">{escape(line)}</text>'
            )

    def written(self, width: float, height: float) -> str:
        """Return the drawing as an ``svg`` element."""
        title = escape(visible_text(self.chart.title)) or "Chart"
        description = escape(visible_text(self.chart.description)) or title
        wide, high = number_text(width), number_text(height)
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{self.kind}" role="img" '
            f'aria-labelledby="{self.prefix}-title {self.prefix}-desc" '
            f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
            f'font-family="{escape(FONT)}">'
        )
        ground = (
            f'<rect x="0" y="0" width="{wide}" height="{high}" '
            f'fill="{COLOURS["paper"].light}" class="ground"/>'
        )
        parts = (
            opening,
            f'<title id="{self.prefix}-title">{title}</title>',
            f'<desc id="{self.prefix}-desc">{description}</desc>',
            ground,
            *self.parts,
            "</svg>",
        )
        return "\n".join(parts)


def _stroke(role: str, width: float, dash: str) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'stroke="{COLOURS[role].light}" stroke-width="{number_text(width)}"{dashes} '
        f'class="c-{role}"'
    )
