"""The key under a drawing: what each marker means."""

from collections.abc import Sequence

import attrs

from sendframe.language import gettext as _
from sendframe.model import Tone

from ._chart_model import ChartPoint
from ._marker import tone_role
from ._svg import Drawing
from ._text_measure import LEADING, fold, lines_width

__all__ = ["KeyEntry", "draw_key", "draw_signal_key"]

_WORDS = {"worse": "worse", "better": "better", "between": "signal", "neutral": "signal"}


@attrs.frozen
class KeyEntry:
    """A marker with its meaning."""

    shape: str
    role: str
    words: str
    hollow: bool = False


def draw_key(drawing: Drawing, entries: Sequence[KeyEntry], width: float, top: float) -> float:
    """Draw a key in as many rows as needed; return its lower end."""
    x, y = 8.0, top
    for entry in entries:
        lines = fold(entry.words, width - 30.0)
        space = 15.0 + lines_width(lines) + 16.0
        if x > 8.0 and x + space > width:  # noqa: PLR2004  # not the first of its row
            x, y = 8.0, y + LEADING + 2.0
        drawing.mark(entry.shape, x + 2.0, y + 10.0, entry.role, size=4.4, hollow=entry.hollow)
        drawing.text(lines, x + 13.0, y + 14.5, "muted")
        x += space
        y += LEADING * max(len(lines) - 1, 0)
    return y + LEADING + 6.0 if entries else top


def draw_signal_key(
    drawing: Drawing, points: Sequence[ChartPoint], width: float, top: float
) -> float:
    """Draw what the signals of a series mean; return the lower end of the key."""
    signals = {(point.signal, point.outside) for point in points if point.signal is not None}
    entries = [
        KeyEntry(
            "triangle" if tone == "worse" else "circle",
            tone_role(tone),
            _signal_text(tone, outside=outside),
            hollow=not outside,
        )
        for tone in ("worse", "better", "between", "neutral")
        for outside in (True, False)
        if (tone, outside) in signals
    ]
    return draw_key(drawing, entries, width, top)


def _signal_text(tone: Tone, *, outside: bool) -> str:
    side = _(_WORDS[tone])
    if outside:
        return _("{side}, outside the limits", side=side)
    return _("{side}, one of a run", side=side)
