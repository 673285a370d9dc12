"""Evaluate a local area on one day, or compare many areas: pure functions of their arguments."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES = {
    "_area_table": "AreaAverage AreaEvaluation AreaLimits AreaStanding AreaTable",
    "_areas": "NEIGHBOURS area_tables",
    "_benchmark": "MemberFacts",
    "_comparator_set": "Method country_set custom_set neighbour_set region_set",
    "_evaluate": "evaluate_portfolio failure_note",
    "_fact_rows": "rows_by_fact",
    "_plugin_isolation": "NotAccepted PluginIsolation error_name error_origin",
    "_plugin_output": "suppress_output",
    "_process_state": "restored_state",
    "_protocol": "EvaluationCatalogue NoCatalogue Provided",
    "_score_changes": "ScoreChange ScoreChangeKind replace_figures score_changes",
    "_trail": "Trail TrailKind TrailSearch find_trails",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Import a module when one of its names is first used; to compare all areas needs few of them."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
