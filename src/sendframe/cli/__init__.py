"""The command line: thin commands over `sendframe.api`."""

from ._main import main, run

__all__ = ["main", "run"]
