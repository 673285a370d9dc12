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
    from ._unprinted import TextsRead, UnprintedText, unprinted

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
    "TextsRead",
    "TrendChart",
    "UnprintedText",
    "build",
    "charts",
    "unprinted",
]

_OTHER_MODULES = {
    "SECTION_KINDS": "_build",
    "build": "_build",
    "TextsRead": "_unprinted",
    "UnprintedText": "_unprinted",
    "unprinted": "_unprinted",
}


def __getattr__(name: str) -> Any:
    """Import what builds and draws only when it is asked for: a plug-in may need neither."""
    if name == "charts":
        return import_module(f"{__name__}.charts")
    if name in __all__:
        module = _OTHER_MODULES.get(name, "_report_model")
        return getattr(import_module(f"{__name__}.{module}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
