"""The shapes of markers, and the look of each role and tone."""

from collections.abc import Sequence

from sendframe.model import Tone

from ._chart_model import SeriesRole

__all__ = ["DASHES", "MARKERS", "closed_path", "marker_path", "tone_role"]

MARKERS: dict[SeriesRole, str] = {
    "area": "circle",
    "country": "square",
    "near": "diamond",
    "region": "triangle",
    "other": "bar",
}
"""Marker of each role; all but the area's are hollow."""

DASHES: dict[SeriesRole, str] = {
    "area": "",
    "country": "7 4",
    "near": "2 4",
    "region": "9 3 2 3",
    "other": "12 3",
}
"""Dash of each role's lines."""

_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle": ((0, -1.25), (1.25, 0.95), (-1.25, 0.95)),
    "bar": ((-1.3, -0.45), (1.3, -0.45), (1.3, 0.45), (-1.3, 0.45)),
    "octagon": (
        (-0.45, -1.1),
        (0.45, -1.1),
        (1.1, -0.45),
        (1.1, 0.45),
        (0.45, 1.1),
        (-0.45, 1.1),
        (-1.1, 0.45),
        (-1.1, -0.45),
    ),
    "cross": (
        (-1.2, -0.7),
        (-0.7, -1.2),
        (0, -0.5),
        (0.7, -1.2),
        (1.2, -0.7),
        (0.5, 0),
        (1.2, 0.7),
        (0.7, 1.2),
        (0, 0.5),
        (-0.7, 1.2),
        (-1.2, 0.7),
        (-0.5, 0),
    ),
}


def tone_role(tone: Tone, neutral: str = "area") -> str:
    """Return the role that colours a tone; ``neutral`` is no rating and takes another role."""
    return neutral if tone == "neutral" else tone


def marker_path(shape: str, x: float, y: float, size: float) -> str:
    """Return the outline of a marker around a point.

    Args:
        shape: A shape of `Mark`, or ``half disc`` for the filled half of ``half``; any other word
            gives a circle.
        x: Place from the left.
        y: Place from the top.
        size: About half its height.
    """
    if shape in _CORNERS:
        return closed_path([(x + a * size, y + b * size) for a, b in _CORNERS[shape]])
    if shape == "half disc":
        return f"M{x:.1f} {y - size:.1f}a{size:.1f} {size:.1f} 0 0 1 0 {2 * size:.1f}z"
    return (
        f"M{x - size:.1f} {y:.1f}a{size:.1f} {size:.1f} 0 1 0 {2 * size:.1f} 0"
        f"a{size:.1f} {size:.1f} 0 1 0 {-2 * size:.1f} 0z"
    )


def closed_path(corners: Sequence[tuple[float, float]]) -> str:
    """Return the outline of a polygon."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z"
