"""Evaluate a local area on one day, or compare many areas: pure functions of their arguments."""

from ._area_table import AreaAverage, AreaEvaluation, AreaLimits, AreaStanding, AreaTable
from ._areas import NEIGHBOURS, area_tables
from ._benchmark import MemberFacts
from ._comparator_set import Method, country_set, custom_set, neighbour_set, region_set
from ._evaluate import evaluate_portfolio, failure_note
from ._fact_rows import rows_by_fact
from ._plugin_isolation import NotAccepted, PluginIsolation, error_name, error_origin
from ._plugin_output import suppress_output
from ._process_state import restored_state
from ._protocol import EvaluationCatalogue, NoCatalogue, Provided
from ._score_changes import ScoreChange, ScoreChangeKind, replace_figures, score_changes
from ._trail import Trail, TrailKind, TrailSearch, find_trails

__all__ = [
    "NEIGHBOURS",
    "AreaAverage",
    "AreaEvaluation",
    "AreaLimits",
    "AreaStanding",
    "AreaTable",
    "EvaluationCatalogue",
    "MemberFacts",
    "Method",
    "NoCatalogue",
    "NotAccepted",
    "PluginIsolation",
    "Provided",
    "ScoreChange",
    "ScoreChangeKind",
    "Trail",
    "TrailKind",
    "TrailSearch",
    "area_tables",
    "country_set",
    "custom_set",
    "error_name",
    "error_origin",
    "evaluate_portfolio",
    "failure_note",
    "find_trails",
    "neighbour_set",
    "region_set",
    "replace_figures",
    "restored_state",
    "rows_by_fact",
    "score_changes",
    "suppress_output",
]
