"""The author's room: everything a plug-in needs, and nothing else has to be imported.

A plug-in is a distribution whose metadata declares, for each hook it implements, an entry point
in that hook's group. See `docs/how-to/write-a-plug-in.md` and the specifications in `HookSpecs`.
"""

from sendframe.checks import Check, CheckContext
from sendframe.errors import Diagnostic, Location, PluginFailure, Related, SendframeError
from sendframe.evaluation import METHODS, Provided
from sendframe.model import (
    ActionRegister,
    Comparison,
    EvidenceRegister,
    Indicator,
    Measure,
    Point,
    Refusal,
    Score,
    Strategy,
    TargetPosition,
    Tone,
)
from sendframe.reports import (
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
    charts,
)
from sendframe.scoring import NoOptions, ScoringContext, ScoringRule
from sendframe.statistics import Interval, amount, rounded, wilson_interval

from ._catalogue import SWITCH, Catalogue
from ._discovery import Installed, installed
from ._hookspec import DATA_GROUP, GROUPS, HookSpecs, hookimpl
from ._renderer import RenderedFile, Renderer

__all__ = [
    "DATA_GROUP",
    "GROUPS",
    "METHODS",
    "SWITCH",
    "ActionRegister",
    "Block",
    "Bullets",
    "Callout",
    "Catalogue",
    "Cell",
    "Chart",
    "ChartPoint",
    "Check",
    "CheckContext",
    "Comparison",
    "Diagnostic",
    "Dot",
    "DotChart",
    "EvidenceRegister",
    "HookSpecs",
    "Indicator",
    "Installed",
    "Interval",
    "Location",
    "Mark",
    "Measure",
    "NoOptions",
    "Paragraph",
    "PluginFailure",
    "Point",
    "Provided",
    "ReferenceLine",
    "Refusal",
    "Related",
    "RenderedFile",
    "Renderer",
    "ReportModel",
    "Score",
    "ScoringContext",
    "ScoringRule",
    "Section",
    "SendframeError",
    "Sentence",
    "Strategy",
    "Table",
    "TargetPosition",
    "Tone",
    "TrendChart",
    "amount",
    "charts",
    "hookimpl",
    "installed",
    "rounded",
    "wilson_interval",
]
