"""Problems as they are found: so many, and no more.

A document of 50 MB may hold 25 million of them. Each takes a thousand times the room of the two
characters it is about.
"""

from collections.abc import Iterable
from itertools import islice

import attrs

from sendframe.errors import Diagnostic, Location

__all__ = ["MOST_TOLD", "Findings"]

MOST_TOLD = 1000
"""How many problems of a document, or of a folder, are told."""


@attrs.define(eq=False)
class Findings:
    """The first problems of a document or a folder.

    Attributes:
        found: The problems, not yet placed.
        cut: Whether there are more than are kept.
    """

    found: list[Diagnostic] = attrs.Factory(list)
    cut: bool = False

    def add(self, more: Iterable[Diagnostic]) -> None:
        """Keep as many more problems as there is room for; look for one beyond, not for all."""
        source = iter(more)
        self.found += islice(source, MOST_TOLD - len(self.found))
        self.cut = self.cut or next(source, None) is not None

    def told(self) -> tuple[Diagnostic, ...]:
        """Return the problems; where there are more, with one that says so."""
        if not self.cut:
            return tuple(self.found)
        more = Diagnostic(
            "SFR021",
            f"there are more problems; {MOST_TOLD:,} are told",
            Location(self.found[0].location.file),
            help="Put these right, and look again.",
        )
        return (*self.found, more)
