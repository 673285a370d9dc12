"""The failure of a plug-in, as data."""

from typing import Literal

import attrs

__all__ = ["Phase", "PluginFailure"]

Phase = Literal["discover", "import", "collect", "options", "run"]
"""The step at which a plug-in failed."""


@attrs.frozen
class PluginFailure:
    """A failure of a plug-in, without the message of its exception.

    The message of a foreign exception may contain a child's name, so only the type of the
    exception and the line that raised it are kept.

    Attributes:
        plugin: Name of the entry point.
        distribution: Name of the distribution that declares it.
        version: Version of that distribution.
        phase: Where it failed.
        error_type: Class name of the exception, or the reason as a short word.
        contribution: Id of the contribution that was running, such as a rule; None before that.
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
        context = f" in {self.contribution}" if self.contribution else f" ({self.phase})"
        origin = f" [{self.origin}]" if self.origin else ""
        return (
            f"plug-in '{self.plugin}' ({self.distribution} {self.version}) failed"
            f"{context}{origin}: {self.error_type}"
        )
