"""Colours and sizes of type by the theme of a report."""

import attrs

from sendframe.plugins import Tone

__all__ = ["TEXT_WIDTH", "Theme", "text_width", "theme_of"]

TEXT_WIDTH, _LANDSCAPE_WIDTH = 481.9, 728.5
"""Width of the text on A4 between margins of 20 mm, in points: upright and flat."""


def text_width(page: str) -> float:
    """Return the width of the text on a page that lies as the report says."""
    return _LANDSCAPE_WIDTH if page == "landscape" else TEXT_WIDTH


@attrs.frozen
class Theme:
    """Colours, as six hexadecimal digits, and sizes of type in points."""

    body: float = 11.0
    lead: float = 12.0
    table: float = 10.0
    note: float = 9.5
    big: float = 16.0
    ink: str = "1b2733"
    muted: str = "4b5a68"
    brand: str = "12394d"
    accent: str = "1a7f8e"
    link: str = "0b5394"
    line: str = "cfd8df"
    wash: str = "f3f6f8"
    better: str = "0b5a9e"
    between: str = "7d5700"
    worse: str = "a3203a"

    def tone(self, tone: Tone) -> str:
        """Return the colour of a tone; a tone of a later version has that of ``neutral``."""
        tones = {"better": self.better, "between": self.between, "worse": self.worse}
        return tones.get(tone, self.muted)


_YOUTH = Theme(body=12, lead=13, table=12, note=12, brand="6a2a63", accent="0f5059")


def theme_of(name: str) -> Theme:
    """Return the theme of a name; the standard one for a name that is not known."""
    return _YOUTH if name == "youth" else Theme()
