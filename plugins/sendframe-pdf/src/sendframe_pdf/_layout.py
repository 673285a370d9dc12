"""Where something is printed: how wide, under which heading, with which links."""

import attrs

from sendframe.plugins import Link

from ._drawing import visible
from ._printable_text import words_fit

__all__ = ["BIG", "BODY", "NOTE", "TABLE", "Layout"]

BODY, TABLE, NOTE, BIG = 10.5, 9.5, 9.0, 13.7
"""Sizes of type in points; `report.typ` prints in the same."""


@attrs.frozen
class Layout:
    """Where a block is printed.

    Attributes:
        width: Width of the text there, in points.
        level: Level of the next heading.
        anchors: Ids of the sections of the report, which links may lead to.
        section: Id of the section.
        above: Heading of the section, which a chart does not repeat as its title.
        draws: Whether charts are drawn; otherwise their figures are printed.
        figures: Whether the figures of a chart are printed under it.
        mark: Size of type of the marks, in points.
    """

    width: float
    level: int
    anchors: frozenset[str]
    section: str = ""
    above: str = ""
    draws: bool = True
    figures: bool = True
    mark: float = NOTE

    def text(self, text: str, size: float = BODY, *, bold: bool = False) -> str:
        """Return a text that can be seen, and that fits into the width where words break."""
        return words_fit(visible(text), self.width / size, bold=bold)

    def target(self, link: Link | None) -> str:
        """Return the label that a link leads to; empty for none, and for another report's."""
        if link is None or link.profile:
            return ""
        if not link.anchor:
            return "top"
        return f"section {link.anchor}" if link.anchor in self.anchors else ""
