"""Charts of every shape that tests look into, and what is in their pictures."""

import math
from typing import Literal
from xml.etree import ElementTree as ET

import pytest

from sendframe.reports import ChartPoint, Dot, DotChart, ReferenceLine, TrendChart, charts
from sendframe.reports import _palette as palette
from sendframe.reports._label_layout import Box
from sendframe.reports._svg import LEADING, text_width

SVG = "{http://www.w3.org/2000/svg}"
TEXT_INKS = {palette.INK, palette.MUTED, palette.OWN} | {ink for ink, _ in palette.BENCHMARKS}
MARK_INKS = TEXT_INKS | {palette.AXIS, palette.OTHER}
PLAIN = {palette.PAPER, palette.WASH, palette.GRID, "none"}
HARM = "\"><script>alert(1)</script>\x00\u202e & 'quoted' \ud800"
BIG = 1e308


def trend(
    values: list[float | None], unit: str = "%", *lines: ReferenceLine, label: str = "{}"
) -> TrendChart:
    """Return a trend whose printed figures differ from its values, so as to be told apart."""
    points = tuple(
        ChartPoint(label.format(1990 + index), value, "withheld" if value is None else f"p{index}q")
        for index, value in enumerate(values)
    )
    return TrendChart("t1", "A title", "A description.", unit, points, lines)


def dots(values: list[float | None], unit: str = "%") -> DotChart:
    """Return a comparison: one's own area first, then a benchmark, then others."""
    kinds: list[Literal["own", "benchmark", "other"]] = ["own", "benchmark"]
    return DotChart(
        "d1",
        "A title",
        "A description.",
        unit,
        tuple(
            Dot(f"Area {n}", value, f"p{n}q", kinds[n] if n < len(kinds) else "other")
            for n, value in enumerate(values)
        ),
    )


def root(chart: TrendChart | DotChart) -> ET.Element:
    """Return the picture, read as XML."""
    return ET.fromstring(charts.svg(chart))


def shown(chart: TrendChart | DotChart) -> list[str]:
    """Return the texts of a picture."""
    return [" ".join(each.itertext()) for each in root(chart).iter(f"{SVG}text")]


def boxes(chart: TrendChart | DotChart) -> list[Box]:
    """Return about the room that each text takes."""
    found = []
    for each in root(chart).iter(f"{SVG}text"):
        lines = ["".join(line.itertext()) for line in each.iter(f"{SVG}tspan")] or [each.text or ""]
        wide = max(text_width(line, bold=each.get("font-weight") == "700") for line in lines) * 0.9
        x, y = float(each.get("x", "0")), float(each.get("y", "0"))
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[each.get("text-anchor", "start")]
        found.append(Box(left, y - 12.0, left + wide, y + (len(lines) - 1) * LEADING + 2.0))
    return found


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


WAVE = [50 + 30 * math.sin(index / 4) for index in range(60)]
MANY: list[float | None] = [*WAVE]
TRENDS = {
    "none": trend([]),
    "one": trend([67.6]),
    "one missing": trend([None]),
    "two": trend([10.0, 20.0]),
    "equal": trend([5.0] * 4, "weeks"),
    "nought": trend([0.0, 0.0]),
    "negative": trend([-3.0, 4.0, -8.5, None, 2.0], "points"),
    "all negative": trend([-30.0, -4.0], "points"),
    "huge": trend([1e9, None, 3.3e12], "£"),
    "beyond": trend([BIG, -BIG, math.inf, math.nan]),
    "tiny": trend([5e-324, 0.0]),
    "close together": trend([1000.1, 1000.4, 1002.0, 1001.0], "children"),
    "sixty": trend([None if n % 11 == 3 else v for n, v in enumerate(MANY)]),
    "crowded": TrendChart(
        "t1",
        "A title",
        "A description.",
        "£",
        tuple(
            ChartPoint(str(2008 + n), 1e6 * (1 + n % 2), f"£{n + 10},000,000") for n in range(16)
        ),
    ),
    "long periods": trend(MANY[:12], "%", label="Year to 31 March {}"),
    "levels": trend(
        MANY[:8],
        "%",
        *(ReferenceLine(f"Benchmark {n}", 50 + n / 10, f"{n}b", "benchmark") for n in range(6)),
        ReferenceLine("The target", 50.0, "50t", "target"),
        ReferenceLine("Next target", 50.1, "51t", "target"),
    ),
}
DOTS = {
    "none": dots([]),
    "one": dots([12.0]),
    "no figure": dots([None]),
    "equal": dots([5.0] * 5, "weeks"),
    "negative": dots([-3.0, 4.0, -8.5, None], "points"),
    "huge": dots([1e9, 3.3e12, 4.0], "£"),
    "beyond": dots([BIG, -BIG, math.nan]),
    "forty": dots([60 - 1.3 * n for n in range(40)], "weeks"),
}
ALL = [pytest.param(chart, id=f"trend {name}") for name, chart in TRENDS.items()]
ALL += [pytest.param(chart, id=f"dots {name}") for name, chart in DOTS.items()]
