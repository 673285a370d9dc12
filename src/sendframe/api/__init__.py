"""The short way: load, validate, dump, compare, evaluate, report, with the installed plug-ins.

This is the only place where files, the catalogue of plug-ins and the evaluation meet.
"""

from typing import TYPE_CHECKING, Any

from ._document import dump, library_of, load, validate

if TYPE_CHECKING:
    from ._all_areas import AllAreas, evaluate_all_areas, evaluate_areas, run_all_areas
    from ._areas import LATEST_EDITION, comparators
    from ._comparison import compare
    from ._evaluation import (
        disclosed_evaluation,
        evaluate,
        failures_of,
        figures_for,
        stop_at,
    )
    from ._plugin_starter import start_plugin
    from ._reading import Imported, ImportedFiles, figure_files, read_file, read_files
    from ._report import Evaluated, report, run
    from ._revision import Revised, revisions
    from ._starter import start
    from ._trail import Explained, why

__all__ = [
    "LATEST_EDITION",
    "AllAreas",
    "Evaluated",
    "Explained",
    "Imported",
    "ImportedFiles",
    "Revised",
    "comparators",
    "compare",
    "disclosed_evaluation",
    "dump",
    "evaluate",
    "evaluate_all_areas",
    "evaluate_areas",
    "failures_of",
    "figure_files",
    "figures_for",
    "library_of",
    "load",
    "read_file",
    "read_files",
    "report",
    "revisions",
    "run",
    "run_all_areas",
    "start",
    "start_plugin",
    "stop_at",
    "validate",
    "why",
]

_LATER = {
    "AllAreas": "sendframe.api._all_areas",
    "evaluate_all_areas": "sendframe.api._all_areas",
    "evaluate_areas": "sendframe.api._all_areas",
    "run_all_areas": "sendframe.api._all_areas",
    "Evaluated": "sendframe.api._report",
    "Imported": "sendframe.api._reading",
    "ImportedFiles": "sendframe.api._reading",
    "LATEST_EDITION": "sendframe.api._areas",
    "comparators": "sendframe.api._areas",
    "Revised": "sendframe.api._revision",
    "compare": "sendframe.api._comparison",
    "evaluate": "sendframe.api._evaluation",
    "Explained": "sendframe.api._trail",
    "disclosed_evaluation": "sendframe.api._evaluation",
    "failures_of": "sendframe.api._evaluation",
    "figures_for": "sendframe.api._evaluation",
    "figure_files": "sendframe.api._reading",
    "read_file": "sendframe.api._reading",
    "read_files": "sendframe.api._reading",
    "report": "sendframe.api._report",
    "revisions": "sendframe.api._revision",
    "run": "sendframe.api._report",
    "start": "sendframe.api._starter",
    "start_plugin": "sendframe.api._plugin_starter",
    "stop_at": "sendframe.api._evaluation",
    "why": "sendframe.api._trail",
}


def __getattr__(name: str) -> Any:
    """Import what validating does not need only when it is asked for."""
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(_LATER[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
