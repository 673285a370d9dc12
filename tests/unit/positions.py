"""Where a figure stands to a target, outside of any evaluation."""

from sendframe.checks import ValueLocations
from sendframe.evaluation._document_facts import DocumentFacts
from sendframe.evaluation._facts import FactBook
from sendframe.evaluation._target import target_position
from sendframe.model import (
    AreaName,
    Indicator,
    LocalArea,
    Manifest,
    Measure,
    Point,
    Portfolio,
    TargetPosition,
    Text,
)

__all__ = ["position"]

AREA = LocalArea(id="a", code="E06000019", names=(AreaName(source="ONS", name="A"),))
NOTHING = Portfolio(Manifest(id="p", title=Text(default="P"), area=AREA))


def position(measure: Measure, indicator: Indicator, point: Point | None) -> TargetPosition | None:
    """Return where a figure stands to the target of a measure of no document."""
    book = FactBook()
    return target_position(
        measure, indicator, point, book, DocumentFacts(ValueLocations(NOTHING), book)
    )
