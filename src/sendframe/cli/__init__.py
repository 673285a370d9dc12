"""The command line: thin commands over `sendframe.api`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._listing import listing
    from ._main import main, run

__all__ = ["listing", "main", "run"]

_HOME = {"listing": "_listing", "main": "_main", "run": "_main"}


def __getattr__(name: str) -> object:
    """Import the library of commands only where the answer is not quicker to give."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
