"""One figure, with everything that decides what it may be compared with."""

from datetime import date
from typing import final

import attrs

from sendframe.model import FrozenMap, Indicator, Period, short_repr

__all__ = ["TOTAL", "Figure"]

TOTAL: FrozenMap[str] = FrozenMap()
"""The dimensions of a total: none."""


@final
@attrs.frozen
class Figure:
    """One figure of one indicator for one area, period and set of dimensions.

    Attributes:
        indicator: The indicator.
        area: Present code of the area.
        period: The period.
        value: The figure as published; None where there is a symbol instead.
        numerator: Its numerator.
        denominator: Its denominator.
        rate: The rate from the counts, unrounded; the figure itself where there are none.
        symbol: The symbol in place of a figure.
        meaning: The meaning of the symbol.
        dimensions: The dimensions of a part of a total; empty for the total.
        status: Provisional, revised, final and so on; ``derived`` for a computed figure.
        release: Id of its release.
        published_on: Day of that release.
        segment: Number of breaks in comparability before it; figures with the same number are
            comparable.
        basis: The people it is about: residents, those registered; None where it is not known.
        fault: Code of its fault; see `FAULTS`.
        restated: Whether an older release has another figure for the same cell.
        hidden: Whether disclosure control hides it.
        table_row: Row of the table; None for a computed figure.
    """

    __repr__ = short_repr

    indicator: Indicator
    area: str
    period: Period
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    rate: float | None = None
    symbol: str | None = None
    meaning: str | None = None
    dimensions: FrozenMap[str] = TOTAL
    status: str = "final"
    release: str | None = None
    published_on: date | None = None
    segment: int = 0
    basis: str | None = None
    fault: str | None = None
    restated: bool = False
    hidden: bool = False
    table_row: int | None = None

    @property
    def sound(self) -> float | None:
        """The figure as published, where there is one and it has no fault."""
        return None if self.fault is not None else self.value
