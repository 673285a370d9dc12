"""The short way: load, validate, dump, evaluate, report, with the installed plug-ins.

This is the only place where files, the catalogue of plug-ins and the evaluation meet.
"""

from typing import TYPE_CHECKING, Any

from ._document import dump, load, validate

if TYPE_CHECKING:
    from sendframe.evaluation import evaluate_areas

    from ._evaluation import Evaluated, evaluate, report, run

__all__ = [
    "Evaluated",
    "dump",
    "evaluate",
    "evaluate_areas",
    "load",
    "report",
    "run",
    "validate",
]


def __getattr__(name: str) -> Any:
    """Import what validating does not need only when it is asked for."""
    if name in {"Evaluated", "evaluate", "report", "run"}:
        from . import _evaluation

        return getattr(_evaluation, name)
    if name == "evaluate_areas":  # pure, so there is nothing to add to it here
        from sendframe import evaluation

        return evaluation.evaluate_areas
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
