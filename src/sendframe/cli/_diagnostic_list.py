"""A list of diagnostics with everything that the formats need to print it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs
import click

from sendframe.errors import Diagnostic, Severity

if TYPE_CHECKING:
    from sendframe.plugins import Check, Provided

__all__ = ["DiagnosticList", "Format"]

_COLOUR: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}


def _no_lines(_file: str) -> list[str]:
    return []


@attrs.frozen
class DiagnosticList:
    """A list of diagnostics with everything that the formats need to print it.

    Attributes:
        diagnostics: The diagnostics that are printed, in order.
        left_out: How many more ``--select`` and ``--ignore`` leave out.
        checks: The checks that may have yielded them, by code: for titles and manuals.
        read_lines: Returns the lines of a file; none if it cannot be read.
        colour: Whether text may be coloured.
        quiet: Whether the summary line is left out.
        incomplete: Why more could be wrong than was looked for; empty if everything was.
    """

    diagnostics: tuple[Diagnostic, ...]
    left_out: int = 0
    checks: "Mapping[str, Provided[Check]]" = attrs.Factory(dict)
    read_lines: Callable[[str], list[str]] = _no_lines
    colour: bool = False
    quiet: bool = False
    incomplete: str = ""

    @property
    def summary(self) -> str:
        """The numbers of errors, warnings and notes as one line; empty if *quiet*.

        It says that there are no problems only where the exit code is 0.
        """
        if self.quiet:
            return ""
        severities = [diagnostic.severity for diagnostic in self.diagnostics]
        counts = {word: severities.count(word) for word in _COLOUR}
        parts = [f"{n} {word}{'' if n == 1 else 's'}" for word, n in counts.items() if n]
        rest = f"; {self.left_out} left out" if self.left_out else ""
        if parts:
            rest += f"; {self.incomplete}" if self.incomplete else ""
            return f"Found {', '.join(parts)}{rest}.\n"
        if self.incomplete:
            return f"Not complete: {self.incomplete}{rest}.\n"
        return f"Nothing found{rest}.\n" if rest else "No problems found.\n"

    def label(self, diagnostic: Diagnostic) -> str:
        """Return severity and code, in colour if *colour*."""
        label = f"{diagnostic.severity} {diagnostic.code}"
        if not self.colour:
            return label
        return click.style(label, fg=_COLOUR[diagnostic.severity], bold=True)


Format: TypeAlias = Callable[[DiagnosticList], str]
"""Renders diagnostics as text that is empty or ends with a line break."""
