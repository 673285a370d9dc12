"""Build reports as data, sections with sentences, tables and charts, from an evaluation."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import charts
    from ._build import SECTION_KINDS, build
    from ._report_model import (
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

_BUILDING = ("SECTION_KINDS", "build")


def __getattr__(name: str) -> Any:
    """Import what builds and draws only when it is asked for: a plug-in may need neither."""
    if name == "charts":
        return import_module(f"{__name__}.charts")
    if name in __all__:
        module = "_build" if name in _BUILDING else "_report_model"
        return getattr(import_module(f"{__name__}.{module}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
