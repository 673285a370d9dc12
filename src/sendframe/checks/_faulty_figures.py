"""The figures that contradict themselves, with the places where they were read."""

from typing import final

import attrs

from sendframe.figures import FAULTS, Figures
from sendframe.model import FrozenMap, Origin, Period, short_repr

__all__ = ["FaultyFigure", "faulty_figures"]


@final
@attrs.frozen
class FaultyFigure:
    """A figure that contradicts itself.

    Attributes:
        indicator: Id of the indicator.
        area: Present code of the area.
        period: The period.
        dimensions: The part of the whole; empty for the figure of the whole.
        fault: Code of the fault.
        origin: Where the figure was read.

    Hook: ``sendframe_checks``.
    """

    __repr__ = short_repr

    indicator: str
    area: str
    period: Period
    dimensions: FrozenMap[str]
    fault: str
    origin: Origin


def faulty_figures(figures: Figures) -> tuple[FaultyFigure, ...]:
    """Return the figures with a fault among those that count, by indicator, period and part."""
    return tuple(
        FaultyFigure(
            figures.indicator_of(row).id,
            figures.areas[figures.area_of(row)],
            figures.period_of(row),
            figures.dimensions_of(row),
            FAULTS[fault - 1].code,
            figures.observations.origin(figures.table_row[row]),
        )
        for row, fault in enumerate(figures.fault)
        if fault
    )
