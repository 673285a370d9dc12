"""A list of diagnostics with a maximum length.

A document of 50 MB may contain 25 million problems, and a diagnostic takes a thousand times the
memory of the two characters that it is about.
"""

from collections.abc import Iterable

import attrs

from sendframe.errors import Diagnostic, Location

__all__ = ["MAX_DIAGNOSTICS", "DiagnosticList"]

MAX_DIAGNOSTICS = 1000
"""How many problems of a document, or of a folder, are reported."""


@attrs.define(eq=False)
class DiagnosticList:
    """Collects the first problems of a document or a folder, and the notes on it.

    Attributes:
        problems: Errors and warnings, in the order in which they were found.
        notes: Notes, which are for information.
        is_cut: Whether there are more problems than the list contains.
    """

    problems: list[Diagnostic] = attrs.Factory(list)
    notes: list[Diagnostic] = attrs.Factory(list)
    is_cut: bool = False

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Append diagnostics until the list is full; the rest of an iterator is not consumed."""
        for diagnostic in diagnostics:
            if diagnostic.severity == "note":
                if len(self.notes) < MAX_DIAGNOSTICS:
                    self.notes.append(diagnostic)
            elif len(self.problems) < MAX_DIAGNOSTICS:
                self.problems.append(diagnostic)
            else:
                self.is_cut = True
                return

    def all(self) -> tuple[Diagnostic, ...]:
        """Return problems and notes; where the list is cut, with a last one that says so."""
        if not self.is_cut:
            return (*self.problems, *self.notes)
        more = Diagnostic(
            "SFR021",
            f"there are more problems; only the first {MAX_DIAGNOSTICS:,} are reported",
            Location(self.problems[0].location.file),
            help="Correct these, and validate again.",
        )
        return (*self.problems, *self.notes, more)
