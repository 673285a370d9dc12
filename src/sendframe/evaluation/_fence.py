"""The fence around what plug-ins run: a failure is noted, and everything else goes on."""

import sys
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

import attrs

from sendframe.errors import PluginFailure

from ._protocol import Provided

__all__ = ["Fence"]

T = TypeVar("T")

_CALLABLES = ("run", "score", "render")


def _origin(error: BaseException, module: str) -> str | None:
    """Return the innermost place in the plug-in's own code, as folder, file and line."""
    top = module.partition(".")[0]
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        parts = PurePath(frame.filename).parts
        own = next((each for each in (top, f"{top}.py") if each in parts), None)
        if own is not None:
            start = len(parts) - 1 - parts[::-1].index(own)
            return f"{'/'.join(parts[start:])}:{frame.lineno}"
    return None


@attrs.define(eq=False)
class Fence:
    """Runs contributions of plug-ins one by one.

    Attributes:
        failures: What failed so far.
        debug: True to print the foreign exception itself to standard error; it may hold a
            child's name, so it is never kept anywhere else.
    """

    failures: list[PluginFailure] = attrs.Factory(list)
    debug: bool = False

    def run(self, provided: Provided[object], contribution: str, call: Callable[[], T]) -> T | None:
        """Return what *call* returns; None where it failed, which is noted."""
        try:
            return call()
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plug-in raises
            callables = (getattr(provided.record, each, None) for each in _CALLABLES)
            module = next((str(each.__module__) for each in callables if each is not None), "")
            self.failures.append(
                PluginFailure(
                    plugin=provided.plugin,
                    distribution=provided.distribution,
                    version=provided.version,
                    phase="run",
                    error_type=type(error).__name__,
                    contribution=contribution,
                    origin=_origin(error, module),
                )
            )
            if self.debug:
                traceback.print_exception(error, file=sys.stderr)
            return None
