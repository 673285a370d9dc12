"""From what may be shown to a report: sections, sentences, tables and charts as data."""

from . import charts
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
    "charts",
]
