"""The isolation around what plug-ins run: a failure is noted, and everything else goes on."""

import re
import sys
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import Any, TypeVar

import attrs

from sendframe.errors import Phase, PluginFailure
from sendframe.model import EMPTY, FrozenMap, Json

from ._options import WrongOptions, options_of
from ._plugin_output import quiet
from ._protocol import Provided

__all__ = ["NotAccepted", "PluginIsolation", "error_name", "origin_of"]

T = TypeVar("T")


class NotAccepted(Exception):
    """What a plug-in gave is not accepted; the message is sendframe's own and may be shown."""


_CALLABLES = ("run", "score", "compute", "render", "read")
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]{0,79}")
_MODULE = re.compile("[A-Za-z_][A-Za-z0-9_.]{0,79}")


def error_name(error: BaseException) -> str:
    """Return the class name of an exception, if it is one that may be shown.

    Of a module that is not found its name is shown too: it stands in code, and is no data.

    Examples:
        >>> error_name(KeyError("Ann, aged 9"))
        'KeyError'
        >>> error_name(ModuleNotFoundError("No module named 'docx'", name="docx"))
        "ModuleNotFoundError: no module 'docx'"
    """
    name = type(error).__name__
    if isinstance(error, ModuleNotFoundError) and _MODULE.fullmatch(error.name or ""):
        return f"{name}: no module '{error.name}'"
    return name if _NAME.fullmatch(name) else "Exception"


def origin_of(error: BaseException, module: str) -> str | None:
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
class PluginIsolation:
    """Runs contributions of plug-ins one by one.

    Attributes:
        failures: What failed so far.
        debug: True to print the foreign exception itself to standard error; it may hold a
            child's name, so it is never kept anywhere else.
    """

    failures: list[PluginFailure] = attrs.Factory(list)
    debug: bool = False

    def run(self, provided: Provided[Any], contribution: str, call: Callable[[], T]) -> T | None:
        """Return what *call* returns; None where it failed, which is noted."""
        try:
            with quiet():
                return call()
        except NotAccepted as error:
            self.note(provided, contribution, "run", str(error))
            return None
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plug-in raises
            callables = (getattr(provided.record, each, None) for each in _CALLABLES)
            found = (getattr(each, "__module__", None) for each in callables)
            module = next((each for each in found if isinstance(each, str)), "")
            origin = origin_of(error, module)
            self.note(provided, contribution, "run", error_name(error), origin)
            if self.debug:
                traceback.print_exception(error, file=sys.stderr)
            return None

    def options(self, provided: Provided[Any], chosen: FrozenMap[Json]) -> object | None:
        """Return the options that a portfolio chose for a contribution, as its own class.

        Args:
            provided: The contribution.
            chosen: Options by id.

        Returns:
            The options; None where they do not fit, which is noted.
        """
        record = provided.record
        given = chosen.get(record.id, EMPTY)
        try:
            return options_of(record.options, given)
        except WrongOptions as error:
            self.note(provided, record.id, "options", str(error))
            return None

    def note(
        self,
        provided: Provided[Any],
        contribution: str,
        phase: Phase,
        reason: str,
        origin: str | None = None,
    ) -> None:
        """Note that a contribution failed; the fields are those of `PluginFailure`."""
        self.failures.append(
            PluginFailure(
                plugin=provided.plugin,
                distribution=provided.distribution,
                version=provided.version,
                phase=phase,
                error_type=reason,
                contribution=contribution,
                origin=origin,
            )
        )
