"""Charts of figures as data: each figure as printed, with the facts it rests on."""

from typing import Literal, TypeAlias

import attrs

from sendframe.model import Tone, short_repr

from ._shape_model import Ladder, PathChart, Pictogram, Pips, Timeline
from ._shown import Drawn

__all__ = [
    "Bar",
    "BarChart",
    "Chart",
    "ChartEvent",
    "ChartPoint",
    "ColumnChart",
    "ColumnSeries",
    "Dot",
    "PeersChart",
    "ReferenceLine",
    "SeriesRole",
    "TrendChart",
]

SeriesRole = Literal["area", "country", "near", "region", "other"]
"""Whose figures a series shows; it has one colour, dash and marker in every chart."""


@attrs.frozen
class ChartPoint:
    """A point of a series.

    Attributes:
        label: The period.
        value: The figure, unrounded; None where there is none.
        text: The figure as printed, or the words for a missing one.
        facts: Ids of the facts it rests on.
        follows: Whether it is right after the point before and may be compared with it, so that a
            line leads to it.
        why_not: Where it may not be compared, why, as a few words beside the break; empty where
            only a figure between is missing.
        signal: Whether it is a signal beyond random variation, and to which side.
        outside: Whether such a signal lies outside the limits; otherwise it is one of a run.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    value: float | None
    text: str
    facts: tuple[str, ...] = ()
    follows: bool = True
    why_not: str = ""
    signal: Tone | None = None
    outside: bool = False


@attrs.frozen
class ReferenceLine:
    """A level in a trend chart: a benchmark, a target, or a limit of random variation.

    Attributes:
        label: Its name.
        value: The level, unrounded; for a benchmark with a past, the latest one.
        text: The level as printed.
        kind: ``target``, ``benchmark`` or ``limit``; between limits a series varies at random.
        facts: Ids of the facts it rests on.
        past: The benchmark in each period of the chart, drawn as a line of its own; empty for a
            constant level.
        role: Whose figures a benchmark shows.
        until: Other end of a target that is a band; infinite where that end is open, None for a
            target that is a line.
        first: Number of the point, from 0, with which a limit begins.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    value: float
    text: str
    kind: Literal["target", "benchmark", "limit"]
    facts: tuple[str, ...] = ()
    past: tuple[ChartPoint, ...] = ()
    role: SeriesRole = "other"
    until: float | None = None
    first: int = 0


@attrs.frozen
class ChartEvent:
    """Something that happened between two points of a chart. It is not a cause.

    Attributes:
        before: Number of the point, from 0, that it happened before.
        label: What happened, in a few words.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    before: int
    label: str


@attrs.frozen(repr=False)
class TrendChart(Drawn):
    """A series over time, with levels and others' series; small, a line without words.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        unit: Unit of the numbers, such as "%".
        points: The series, oldest first.
        lines: The levels.
        area: Name at the end of the series; empty for none.
        events: What happened meanwhile.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    unit: str
    points: tuple[ChartPoint, ...]
    lines: tuple[ReferenceLine, ...] = ()
    area: str = ""
    events: tuple[ChartEvent, ...] = ()


@attrs.frozen
class Dot:
    """One area or benchmark beside others.

    Attributes:
        label: Name of the area or benchmark.
        value: Its figure, unrounded; None where it has none.
        text: The figure as printed, or the words for a missing one.
        role: ``area`` for the area itself; otherwise whose figure it is.
        facts: Ids of the facts it rests on.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    value: float | None
    text: str
    role: SeriesRole
    facts: tuple[str, ...] = ()


@attrs.frozen(repr=False)
class PeersChart(Drawn):
    """An area among others on one line; small, from the worst on the left to the best.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        unit: Unit of the numbers, such as "%".
        dots: The areas and benchmarks, the highest figure first.
        lower_is_better: Whether the lowest figure is the best one.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    unit: str
    dots: tuple[Dot, ...]
    lower_is_better: bool = False


@attrs.frozen
class ColumnSeries:
    """Counts over time, drawn as columns.

    Attributes:
        label: What is counted.
        points: The counts, oldest first.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    points: tuple[ChartPoint, ...]


@attrs.frozen(repr=False)
class ColumnChart(Drawn):
    """Counts of which no direction is better, as columns; each later series is part of the first.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        unit: Unit of the numbers; empty for plain counts.
        series: The counts; all have the same periods.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    unit: str
    series: tuple[ColumnSeries, ...]


@attrs.frozen
class Bar:
    """A bar of a bar chart.

    Attributes:
        label: Its name.
        value: Its length, unrounded; None where there is no figure.
        text: The figure as printed.
        tone: Its colour.
        is_part: Whether it is a part of the bar above that is not a part.
        facts: Ids of the facts it rests on.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    value: float | None
    text: str
    tone: Tone = "neutral"
    is_part: bool = False
    facts: tuple[str, ...] = ()


@attrs.frozen(repr=False)
class BarChart(Drawn):
    """Counts of one period as bars, one below another.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        bars: The bars, from the top.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]


Chart: TypeAlias = (
    TrendChart
    | PeersChart
    | ColumnChart
    | BarChart
    | Timeline
    | Ladder
    | Pips
    | Pictogram
    | PathChart
)
