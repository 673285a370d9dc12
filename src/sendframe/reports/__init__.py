"""From what may be shown to a report: sections, sentences, tables and charts as data."""

from . import charts
from ._build import SECTION_KINDS, build
from ._model import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    ChartPoint,
    Dot,
    DotChart,
    Mark,
    Paragraph,
    ReferenceLine,
    ReportModel,
    Section,
    Sentence,
    Table,
    TrendChart,
)

__all__ = [
    "SECTION_KINDS",
    "Block",
    "Bullets",
    "Callout",
    "Cell",
    "Chart",
    "ChartPoint",
    "Dot",
    "DotChart",
    "Mark",
    "Paragraph",
    "ReferenceLine",
    "ReportModel",
    "Section",
    "Sentence",
    "Table",
    "TrendChart",
    "build",
    "charts",
]
