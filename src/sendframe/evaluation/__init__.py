"""What is known about a local area on one day, and how many areas stand beside each other.

Pure functions that are told everything.
"""

from ._area_table import AreaAverage, AreaEvaluation, AreaLimits, AreaStanding, AreaTable
from ._areas import NEIGHBOURS, evaluate_areas
from ._comparator_set import Method, country_set, custom_set, neighbour_set, region_set
from ._comparison import METHODS
from ._effect import Effect, EffectKind, effects_of, with_figures
from ._evaluate import evaluate, note_of
from ._fence import Fence, NotAccepted, error_name, origin_of
from ._protocol import EvaluationCatalogue, NoCatalogue, Provided
from ._quiet import quiet
from ._trail import Trail, TrailKind, Trails, trails_of

__all__ = [
    "METHODS",
    "NEIGHBOURS",
    "AreaAverage",
    "AreaEvaluation",
    "AreaLimits",
    "AreaStanding",
    "AreaTable",
    "Effect",
    "EffectKind",
    "EvaluationCatalogue",
    "Fence",
    "Method",
    "NoCatalogue",
    "NotAccepted",
    "Provided",
    "Trail",
    "TrailKind",
    "Trails",
    "country_set",
    "custom_set",
    "effects_of",
    "error_name",
    "evaluate",
    "evaluate_areas",
    "neighbour_set",
    "note_of",
    "origin_of",
    "quiet",
    "region_set",
    "trails_of",
    "with_figures",
]
