"""Draw so many of a hundred as people."""

from ._shape_model import Pictogram
from ._svg import Drawing, number_text

__all__ = ["pictogram_svg"]

_COLUMNS, _CELL_WIDTH, _CELL_HEIGHT = 25, 14.0, 23.0


def pictogram_svg(chart: Pictogram, kind: str) -> str:
    """Return one figure for each of them in rows of 25, the first ones filled."""
    drawing = Drawing(chart, kind)
    filled: list[str] = []
    hollow: list[str] = []
    for index in range(max(chart.of, 0)):
        row, column = divmod(index, _COLUMNS)
        figure = _person(column * _CELL_WIDTH + 1.0, row * _CELL_HEIGHT + 1.0)
        (filled if index < chart.filled else hollow).append(figure)
    if hollow:
        drawing.shape("".join(hollow), "paper", "edge")
    if filled:
        drawing.shape("".join(filled), "area", "area")
    rows = max(-(-chart.of // _COLUMNS), 1)
    return drawing.written(_COLUMNS * _CELL_WIDTH, rows * _CELL_HEIGHT + 1.0)


def _person(x: float, y: float) -> str:
    left, head, feet = number_text(x + 2.8), number_text(y + 3.6), number_text(y + 20.0)
    return (
        f"M{left} {head}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0z"
        f"M{number_text(x + 1.2)} {feet}v-7a4.8 4.8 0 0 1 9.6 0v7z"
    )
