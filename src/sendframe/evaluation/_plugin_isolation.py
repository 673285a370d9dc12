"""Run contributions of plug-ins so that a failure is recorded and everything else continues."""

import re
import sys
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import Any, TypeVar

import attrs

from sendframe.errors import Phase, PluginFailure
from sendframe.model import EMPTY, FrozenMap, Json, short_repr

from ._options import InvalidOptions, structure_options
from ._plugin_output import suppress_output
from ._process_state import restored_state
from ._protocol import Provided

__all__ = ["NotAccepted", "PluginIsolation", "error_name", "error_origin"]

T = TypeVar("T")


class NotAccepted(Exception):
    """The result of a plug-in is invalid; the message is sendframe's own and may be shown."""


_CALLABLES = ("run", "score", "compute", "render", "read", "build")
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]{0,79}")
_MODULE = re.compile("[A-Za-z_][A-Za-z0-9_.]{0,79}")


def error_name(error: BaseException) -> str:
    """Return the class name of an exception, or "Exception" where it may not be shown.

    The name of a missing module is shown too, since it comes from code and not from data.

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


def error_origin(error: BaseException, module: str) -> str | None:
    """Return the innermost line of the plug-in's own code in a traceback, with folder and file."""
    package = module.partition(".")[0]
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        parts = PurePath(frame.filename).parts
        own_part = next((name for name in (package, f"{package}.py") if name in parts), None)
        if own_part is not None:
            start = len(parts) - 1 - parts[::-1].index(own_part)
            return f"{'/'.join(parts[start:])}:{frame.lineno}"
    return None


@attrs.define(eq=False)
class PluginIsolation:
    """Runs contributions of plug-ins and records their failures.

    Attributes:
        failures: The failures so far.
        debug: Whether to print tracebacks to standard error. They may contain a child's name, so
            they are stored nowhere else.
    """

    __repr__ = short_repr

    failures: list[PluginFailure] = attrs.Factory(list)
    debug: bool = False

    def run(self, provided: Provided[Any], contribution: str, call: Callable[[], T]) -> T | None:
        """Return the result of *call*; None where it failed, which is recorded."""
        try:
            with suppress_output(), restored_state():
                return call()
        except NotAccepted as error:
            self.record_failure(provided, contribution, "run", str(error))
            return None
        except KeyboardInterrupt:  # of the user
            raise
        except BaseException as error:  # noqa: BLE001  # whatever a plug-in raises
            callables = (getattr(provided.record, name, None) for name in _CALLABLES)
            modules = (getattr(name, "__module__", None) for name in callables)
            module = next((name for name in modules if isinstance(name, str)), "")
            origin = error_origin(error, module)
            self.record_failure(provided, contribution, "run", error_name(error), origin)
            if self.debug:
                traceback.print_exception(error, file=sys.stderr)
            return None

    def options(self, provided: Provided[Any], chosen: FrozenMap[Json]) -> object | None:
        """Return the options of a contribution as its options class.

        Args:
            provided: The contribution.
            chosen: Options from the portfolio, by id of the contribution.

        Returns:
            The options; None where they do not fit, which is recorded as a failure.
        """
        record = provided.record
        raw_options = chosen.get(record.id, EMPTY)
        try:
            return structure_options(record.options, raw_options)
        except InvalidOptions as error:
            self.record_failure(provided, record.id, "options", str(error))
            return None

    def record_failure(
        self,
        provided: Provided[Any],
        contribution: str,
        phase: Phase,
        reason: str,
        origin: str | None = None,
    ) -> None:
        """Record a failure of a contribution; the arguments are fields of `PluginFailure`."""
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
