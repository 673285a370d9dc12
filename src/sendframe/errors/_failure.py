"""A plug-in that failed, as data."""

from typing import Literal

import attrs

__all__ = ["Phase", "PluginFailure"]

Phase = Literal["discover", "import", "collect", "options", "run"]
"""The step at which a plug-in failed."""


@attrs.frozen
class PluginFailure:
    """A failure of a plug-in, told without the exception's own message.

    The message of a foreign exception may hold a child's name, so only the type of the
    exception and the place it was raised are kept.

    Attributes:
        plugin: Name of the entry point.
        distribution: Name of the distribution that declares it.
        version: Version of that distribution.
        phase: Where it failed.
        error_type: Class name of the exception, or the reason as a short word.
        contribution: Id of what was running, such as a rule; None before that.
        origin: ``file:line`` inside the plug-in; None where it is not known.
    """

    plugin: str
    distribution: str
    version: str
    phase: Phase
    error_type: str
    contribution: str | None = None
    origin: str | None = None

    def __str__(self) -> str:
        what = f" in {self.contribution}" if self.contribution else f" ({self.phase})"
        where = f" [{self.origin}]" if self.origin else ""
        return (
            f"plug-in '{self.plugin}' ({self.distribution} {self.version}) failed"
            f"{what}{where}: {self.error_type}"
        )
