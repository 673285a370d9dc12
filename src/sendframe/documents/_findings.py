"""Problems as they are found: so many, and no more.

A document of 50 MB may hold 25 million of them. Each takes a thousand times the room of the two
characters it is about.
"""

from collections.abc import Iterable

import attrs

from sendframe.errors import Diagnostic, Location

__all__ = ["MOST_TOLD", "Findings"]

MOST_TOLD = 1000
"""How many problems of a document, or of a folder, are told."""


@attrs.define(eq=False)
class Findings:
    """The first problems of a document or a folder, and the notes on it.

    Attributes:
        found: The problems, not yet placed.
        notes: What is for information; notes are no problems.
        cut: Whether there are more problems than are kept.
    """

    found: list[Diagnostic] = attrs.Factory(list)
    notes: list[Diagnostic] = attrs.Factory(list)
    cut: bool = False

    def add(self, more: Iterable[Diagnostic]) -> None:
        """Keep as many more problems as there is room for; look for one beyond, not for all."""
        for each in more:
            if each.severity == "note":
                self.notes += [each] if len(self.notes) < MOST_TOLD else []
            elif len(self.found) < MOST_TOLD:
                self.found.append(each)
            else:
                self.cut = True
                return

    def told(self) -> tuple[Diagnostic, ...]:
        """Return problems and notes; where there are more problems, with one that says so."""
        if not self.cut:
            return (*self.found, *self.notes)
        more = Diagnostic(
            "SFR021",
            f"there are more problems; {MOST_TOLD:,} are told",
            Location(self.found[0].location.file),
            help="Put these right, and look again.",
        )
        return (*self.found, *self.notes, more)
