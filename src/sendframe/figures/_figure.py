"""One figure as it counts, with everything that decides what it may be compared with."""

from datetime import date
from typing import final

import attrs

from sendframe.model import FrozenMap, Indicator, Period

__all__ = ["WHOLE", "Figure"]

WHOLE: FrozenMap[str] = FrozenMap()
"""The part of a figure that is about the whole."""


@final
@attrs.frozen
class Figure:
    """One figure of one indicator for one area, period and part.

    Attributes:
        indicator: The indicator.
        area: Present code of the area.
        period: The period.
        value: The figure as published; None where a symbol stands.
        top: What was counted.
        bottom: Of what.
        rate: The rate from the counts, unrounded; the figure itself where there are none.
        decimals: Decimal places that it was printed with.
        symbol: What stands in place of a figure.
        meaning: What the symbol means.
        part: Which part of the whole it is about; empty for the whole.
        status: Provisional, revised, final and so on; ``derived`` where it was worked out.
        release: Id of the release it was taken from.
        published_on: Day of that release.
        segment: Number of breaks in comparability up to it: figures of one are comparable.
        basis: Whose figures they are: residents', those registered; None where it is not known.
        fault: Code of what contradicts itself in it; see `FAULTS`.
        restated: Whether an older release gives another figure for the same cell.
        hidden: Whether disclosure control hides it.
        row: Row of the table; None for a figure that was worked out.
    """

    indicator: Indicator
    area: str
    period: Period
    value: float | None
    top: float | None = None
    bottom: float | None = None
    rate: float | None = None
    decimals: int = 1
    symbol: str | None = None
    meaning: str | None = None
    part: FrozenMap[str] = WHOLE
    status: str = "final"
    release: str | None = None
    published_on: date | None = None
    segment: int = 0
    basis: str | None = None
    fault: str | None = None
    restated: bool = False
    hidden: bool = False
    row: int | None = None

    @property
    def sound(self) -> float | None:
        """The figure as published, where there is one and it does not contradict itself."""
        return None if self.fault is not None else self.value
