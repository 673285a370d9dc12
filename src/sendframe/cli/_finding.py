"""What a command found, with what the formats need to print it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs
import click

from sendframe.errors import Diagnostic, Severity

if TYPE_CHECKING:
    from sendframe.plugins import Check, Provided

__all__ = ["Findings", "Format"]

_COLOUR: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}


def _no_lines(_file: str) -> list[str]:
    return []


@attrs.frozen
class Findings:
    """What a command found, with what the formats need to print it.

    Attributes:
        diagnostics: What is shown, in order.
        left_out: How many more were found that ``--select`` and ``--ignore`` leave out.
        checks: The checks that may have found something, by code: for titles and manuals.
        lines_of: Returns the lines of a file; none where it cannot be read.
        colour: Whether text may be coloured.
        quiet: Whether findings alone are printed, without the line that counts them.
    """

    diagnostics: tuple[Diagnostic, ...]
    left_out: int = 0
    checks: "Mapping[str, Provided[Check]]" = attrs.Factory(dict)
    lines_of: Callable[[str], list[str]] = _no_lines
    colour: bool = False
    quiet: bool = False

    @property
    def summary(self) -> str:
        """How much was found, as one line with its line break; nothing where *quiet*."""
        if self.quiet:
            return ""
        severities = [diagnostic.severity for diagnostic in self.diagnostics]
        counts = {word: severities.count(word) for word in _COLOUR}
        parts = [f"{n} {word}{'' if n == 1 else 's'}" for word, n in counts.items() if n]
        rest = f"; {self.left_out} left out" if self.left_out else ""
        if parts:
            return f"Found {', '.join(parts)}{rest}.\n"
        return f"Nothing found{rest}.\n" if rest else "All is well.\n"

    def label(self, diagnostic: Diagnostic) -> str:
        """Return severity and code, in colour where colour is wanted."""
        label = f"{diagnostic.severity} {diagnostic.code}"
        if not self.colour:
            return label
        return click.style(label, fg=_COLOUR[diagnostic.severity], bold=True)


Format: TypeAlias = Callable[[Findings], str]
"""Turns findings into the text that is printed: pure, and ending with a line break if at all."""
