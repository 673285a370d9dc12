"""The command line: thin commands over `sendframe.api`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._child_process import run_in_child
    from ._main import main, run
    from ._plugin_list import plugin_list

__all__ = ["main", "plugin_list", "run", "run_in_child"]

_MODULES = {
    "main": "_main",
    "plugin_list": "_plugin_list",
    "run": "_main",
    "run_in_child": "_child_process",
}


def __getattr__(name: str) -> object:
    """Import click and the commands only when they are needed."""
    if name in _MODULES:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
