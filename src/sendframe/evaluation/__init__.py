"""What is known about a local area on one day, and how many areas stand beside each other.

Pure functions that are told everything.
"""

from ._area_table import AreaAverage, AreaEvaluation, AreaLimits, AreaStanding, AreaTable
from ._areas import NEIGHBOURS, area_tables
from ._benchmark import MemberFacts
from ._comparator_set import Method, country_set, custom_set, neighbour_set, region_set
from ._evaluate import evaluate_portfolio, note_of
from ._plugin_isolation import NotAccepted, PluginIsolation, error_name, origin_of
from ._plugin_output import quiet
from ._protocol import EvaluationCatalogue, NoCatalogue, Provided
from ._score_changes import ScoreChange, ScoreChangeKind, score_changes, with_figures
from ._trail import Trail, TrailKind, Trails, trails_of

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
    "Trails",
    "area_tables",
    "country_set",
    "custom_set",
    "error_name",
    "evaluate_portfolio",
    "neighbour_set",
    "note_of",
    "origin_of",
    "quiet",
    "region_set",
    "score_changes",
    "trails_of",
    "with_figures",
]
