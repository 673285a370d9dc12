"""Charts of every kind, and what is in their drawings."""

import math
from datetime import date
from itertools import combinations
from typing import get_args
from xml.etree import ElementTree as ET

import attrs
from hypothesis import strategies as st

from sendframe.model import Tone
from sendframe.reports import (
    Bar,
    BarChart,
    Chart,
    ChartEvent,
    ChartPoint,
    ColumnChart,
    ColumnSeries,
    Dot,
    Ladder,
    LadderStep,
    PathChart,
    PathStop,
    PeersChart,
    Pictogram,
    Pip,
    Pips,
    ReferenceLine,
    SeriesRole,
    Timeline,
    TimelineRow,
    TrendChart,
    charts,
)
from sendframe.reports._label_layout import Box
from sendframe.reports._text_measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
HARM = "\"><script>alert(1)</script>\x00\u202e & 'quoted' \ud800"
HEAD = ("c1", "A title", "A description.")
ROLES: tuple[SeriesRole, ...] = get_args(SeriesRole)
TONES: tuple[Tone, ...] = get_args(Tone)
SHAPES = ["circle", "square", "triangle", "diamond", "bar", "cross", "ring", "half", "octagon", "x"]
SMALL = (TrendChart, PeersChart, Ladder, Pips)


def points(values: list[float | None], *, broken_at: int | None = None) -> tuple[ChartPoint, ...]:
    """Return points of years, with a break before one of them."""
    return tuple(
        ChartPoint(
            label=str(2019 + index),
            value=value,
            text="withheld" if value is None else f"{value}%",
            facts=(f"fact/{index}",),
            follows=index != broken_at,
            why_not="new way of counting" if index == broken_at else "",
        )
        for index, value in enumerate(values)
    )


def past(name: str, role: SeriesRole, values: list[float | None], **more: int) -> ReferenceLine:
    """Return those compared with, as a line of its own."""
    return ReferenceLine(name, 1.0, "1%", "benchmark", ("fact/b",), points(values, **more), role)


def target(label: str, value: float, until: float | None = None) -> ReferenceLine:
    """Return a target."""
    return ReferenceLine(label, value, f"{value}%", "target", ("fact/t",), until=until)


def limits(*values: float) -> tuple[ReferenceLine, ...]:
    """Return limits."""
    return tuple(ReferenceLine(f"limit {v}", v, f"{v}%", "limit") for v in values)


IN_TIME = TrendChart(
    *HEAD,
    "%",
    points([90.1, 91.0, 85.5, 74.7, 77.1, 67.6], broken_at=4),
    (
        past("England", "country", [60.4, 58.0, 59.9, 49.2, 50.3, 46.4], broken_at=4),
        past("West Midlands", "region", [61.4, 59.0, 58.9, 48.2, 52.3, 47.4], broken_at=4),
        past("Areas like it (mean)", "near", [65.4, 62.0, 63.9, 51.2, 52.3, 48.4], broken_at=4),
        target("Target: 75.0% or more, by December 2026", 75.0, math.inf),
    ),
    "Herefordshire",
    (ChartEvent(2, "a new team writes plans"),),
)
MONTHS = ["July", "August", "September", "October", "November", "December"]
MONTHS += ["January", "February", "March", "April", "May", "June", *MONTHS]
SHARES = [46.4, 46.7, 45.4, 46.3, 45.3, 44.7, 45.5, 43.9, 43.3]
SHARES += [42.5, 42.2, 41.8, 41.0, 38.6, 34.0, 31.1, 29.9, 28.4]
WAITS = TrendChart(
    *HEAD,
    "%",
    tuple(
        ChartPoint(
            f"{month} {2024 + (index > 5)}",
            value,
            f"{value}%",
            signal=("worse" if value > 41 else "better") if index != 7 else None,
            outside=value > 44.4 or value < 37.5,
        )
        for index, (month, value) in enumerate(zip(MONTHS, SHARES, strict=True))
    ),
    (*limits(44.4, 40.9, 37.5), target("Target: 10.0% or less", 10.0, -math.inf)),
    "Wyeford",
    (ChartEvent(14, "two drop-ins open, 15 Sept"),),
)
PEERS = PeersChart(
    *HEAD,
    "%",
    (
        Dot("Herefordshire", 67.6, "67.6%", "area", ("fact/a",)),
        Dot("England", 46.4, "46.4%", "country", ("fact/e",)),
        Dot("West Midlands", 47.4, "47.4%", "region"),
        *(Dot(f"Area {v}", v, f"{v}%", "near") for v in (17.3, 25.0, 37.4, 91.5, 99.0)),
        Dot("Another", 50.0, "50.0%", "other"),
        Dot("Without", None, "withheld", "near"),
    ),
)
COLUMNS = ColumnChart(
    *HEAD,
    "",
    (
        ColumnSeries("requests", points([220, 227, 277, 305, 401, 531], broken_at=4)),
        ColumnSeries("refused", points([88, 76, 74, None, 85, 108])),
        ColumnSeries("withdrawn", points([8, 7, 4])),
    ),
)
BARS = BarChart(
    *HEAD,
    (
        Bar("Requests", 531, "531", facts=("fact/r",)),
        Bar("refused", 108, "108", is_part=True),
        Bar("late", 109, "109", "worse", is_part=True),
        Bar("not counted", None, "no figure"),
    ),
)
TIMELINE = Timeline(
    *HEAD,
    date(2026, 1, 31),
    (
        TimelineRow(
            "Advice rota", (date(2025, 12, 31),), "31 Dec 2025", "late", "triangle", "worse"
        ),
        TimelineRow(
            "Local offer site",
            (date(2025, 6, 30), date(2026, 6, 30)),
            "quarter 2 of 2026",
            "on track",
        ),
        TimelineRow("Play map", (), "", ""),
        TimelineRow(
            "Quiet hours in each of the shops", (date(2028, 3, 31),), "2027-28", "on track"
        ),
    ),
)
STEPS = (
    LadderStep("Not judged", "bar", is_apart=True),
    LadderStep("Just starting", "triangle", "worse"),
    LadderStep("Getting there", "diamond", "between"),
    LadderStep("Working well", "circle", "better"),
)
LADDER = Ladder(*HEAD, STEPS, 3, 1)
PIPS = Pips(*HEAD, tuple(Pip(shape, is_hollow=shape == "square") for shape in SHAPES * 3))
PICTOGRAM = Pictogram(*HEAD, 67, facts=("fact/p",))
PATH = PathChart(
    *HEAD,
    PathStop("start, 2023", 60.5, "60.5%", ("fact/s",)),
    PathStop("2024", 66.8, "66.8%"),
    PathStop("aim, December 2026", 75.0, "75%"),
)
SAMPLES: dict[str, Chart] = {
    "in time": IN_TIME,
    "waits": WAITS,
    "peers": PEERS,
    "columns": COLUMNS,
    "bars": BARS,
    "timeline": TIMELINE,
    "ladder": LADDER,
    "pips": PIPS,
    "pictogram": PICTOGRAM,
    "path": PATH,
    "path to its end": attrs.evolve(PATH, now=PathStop("now, in December 2025", 80.0, "80%")),
    "trend with gaps": TrendChart(
        *HEAD,
        "%",
        points([1.0, None, math.inf, 3.0]),
        (past("England", "country", [None, 2.0, None, 3.0]), past("Wales", "other", [math.nan])),
        "Wyeford",
    ),
    "long periods": TrendChart(
        *HEAD, "", tuple(ChartPoint(f"{n} " + "of long words " * 4, 1.0, "1") for n in range(12))
    ),
    "periods of one word": TrendChart(
        *HEAD, "", tuple(ChartPoint(f"Reportyear{n}", 1.0, "1") for n in range(3))
    ),
    "crowded peers": PeersChart(
        *HEAD,
        "children and young people",
        tuple(Dot("A country of a long name", 5e7 + 2e5 * n * n, "5", "country") for n in range(7)),
    ),
    "trend of nothing": TrendChart(*HEAD, "weeks", ()),
    "trend of one": TrendChart(*HEAD, "weeks", points([5.0]), area="An area with a long name"),
    "peers of nothing": PeersChart(*HEAD, "", ()),
    "equal peers": PeersChart(
        *HEAD, "%", (Dot("A", 5.0, "5%", "area"), Dot("B", 5.0, "5%", "near")), lower_is_better=True
    ),
    "columns of nothing": ColumnChart(*HEAD, "", ()),
    "no columns": ColumnChart(*HEAD, "plans", (ColumnSeries("plans", ()),)),
    "one column": ColumnChart(*HEAD, "plans", (ColumnSeries("plans", points([3])),)),
    "bars of nothing": BarChart(*HEAD, ()),
    "timeline of nothing": Timeline(*HEAD, date(2026, 1, 31), ()),
    "ladder of nothing": Ladder(*HEAD, (), 0),
    "pips of nothing": Pips(*HEAD, ()),
    "pictogram of nothing": Pictogram(*HEAD, 0, 0),
}


def drawings(chart: Chart) -> list[str]:
    """Return all drawings of a chart."""
    full = [charts.svg(chart), charts.svg(chart, width="narrow")]
    return [*full, charts.small(chart)] if isinstance(chart, SMALL) else full


def texts(drawing: str) -> list[str]:
    """Return the texts of a drawing."""
    return [element.text or "" for element in ET.fromstring(drawing).iter(f"{SVG}text")]


def boxes(drawing: str) -> list[tuple[str, Box]]:
    """Return each text with about the room it takes."""
    measured = []
    for element in ET.fromstring(drawing).iter(f"{SVG}text"):
        words = element.text or ""
        width = text_width(words, bold=element.get("font-weight") == "700")
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        before = {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "")]
        measured.append((words, Box(x - before, y - 10.0, x - before + width, y + 3.0)))
    return measured


def clashes(drawing: str) -> list[object]:
    """Return the texts that overlap, and those that leave the drawing."""
    root = ET.fromstring(drawing)
    frame = Box(-0.1, 0.0, float(root.get("width", "")) + 0.1, float(root.get("height", "")))
    placed = [item for item in boxes(drawing) if item[0].strip()]
    outside: list[object] = [item for item in placed if not item[1].inside(frame)]
    return outside + [
        (first, second) for first, second in combinations(placed, 2) if first[1].overlaps(second[1])
    ]


WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", "England", "Target: 75% or more, by December 2026", HARM, "W" * 60]),
)
VALUES = st.one_of(st.none(), st.floats(), st.integers(0, 100).map(float), st.floats(0, 1e6))
DAYS = st.one_of(st.dates(), st.dates(date(2024, 1, 1), date(2029, 1, 1)))
HEADS = st.tuples(WORDS, WORDS, WORDS)
POINTS = st.lists(
    st.builds(
        ChartPoint,
        label=WORDS,
        value=VALUES,
        text=WORDS,
        follows=st.booleans(),
        why_not=WORDS,
        signal=st.one_of(st.none(), st.sampled_from(TONES)),
        outside=st.booleans(),
    ),
    max_size=12,
).map(tuple)
LINES = st.lists(
    st.builds(
        ReferenceLine,
        label=WORDS,
        value=st.floats(),
        text=WORDS,
        kind=st.sampled_from(["target", "benchmark", "limit"]),
        past=st.one_of(st.just(()), POINTS),
        role=st.sampled_from(ROLES),
        until=VALUES,
    ),
    max_size=5,
).map(tuple)
UNITS = st.sampled_from(["%", "", "weeks", "£", "children and young people"])
EVENTS = st.lists(st.builds(ChartEvent, st.integers(-2, 14), WORDS), max_size=4).map(tuple)


def _chart(kind: type[Chart], **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Chart]:
    head = {"id": WORDS, "title": WORDS, "description": WORDS}
    return st.builds(kind, **head, **fields)


def _many(strategy: st.SearchStrategy[object], most: int = 10) -> st.SearchStrategy[object]:
    return st.lists(strategy, max_size=most).map(tuple)


STOPS = st.builds(PathStop, WORDS, st.floats(), WORDS)
STEP = st.builds(
    LadderStep, WORDS, st.sampled_from(SHAPES), st.sampled_from(TONES), is_apart=st.booleans()
)
CHARTS = st.one_of(
    _chart(TrendChart, unit=UNITS, points=POINTS, lines=LINES, area=WORDS, events=EVENTS),
    _chart(
        PeersChart,
        unit=UNITS,
        dots=_many(st.builds(Dot, WORDS, VALUES, WORDS, st.sampled_from(ROLES))),
        lower_is_better=st.booleans(),
    ),
    _chart(ColumnChart, unit=UNITS, series=_many(st.builds(ColumnSeries, WORDS, POINTS), 4)),
    _chart(
        BarChart,
        bars=_many(st.builds(Bar, WORDS, VALUES, WORDS, st.sampled_from(TONES), st.booleans())),
    ),
    _chart(
        Timeline,
        today=DAYS,
        rows=_many(
            st.builds(
                TimelineRow,
                WORDS,
                _many(DAYS, 3),
                WORDS,
                WORDS,
                st.sampled_from(SHAPES),
                st.sampled_from(TONES),
            ),
            5,
        ),
    ),
    _chart(
        Ladder,
        steps=_many(STEP, 6),
        now=st.integers(-1, 6),
        before=st.one_of(st.none(), st.integers(-1, 6)),
    ),
    _chart(Pips, pips=_many(st.builds(Pip, st.sampled_from(SHAPES), st.sampled_from(TONES)), 30)),
    _chart(Pictogram, filled=st.integers(-1, 110), of=st.integers(-1, 110)),
    _chart(PathChart, start=STOPS, now=STOPS, aim=STOPS),
)
