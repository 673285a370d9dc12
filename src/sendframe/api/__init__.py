"""The short way: load, validate, dump, compare, evaluate, report, with the installed plug-ins.

This is the only place where files, the catalogue of plug-ins and the evaluation meet.
"""

from typing import TYPE_CHECKING, Any

from ._document import dump, load, validate

if TYPE_CHECKING:
    from ._comparison import compare
    from ._evaluation import Evaluated, evaluate, report, run
    from ._starter import start

__all__ = ["Evaluated", "compare", "dump", "evaluate", "load", "report", "run", "start", "validate"]

_LATER = {
    "Evaluated": "_evaluation",
    "compare": "_comparison",
    "evaluate": "_evaluation",
    "report": "_evaluation",
    "run": "_evaluation",
    "start": "_starter",
}


def __getattr__(name: str) -> Any:
    """Import what validating does not need only when it is asked for."""
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
