"""Figures as they were published, one by one, and the set they come in."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Literal

from ._area import AreaCode
from ._constraint import LARGEST_INTEGER, Range, RefersTo
from ._entity import Document, Entity
from ._frozen import FrozenMap
from ._measure import IndicatorId
from ._period import Period
from ._text import Code, Id, Line, Link
from ._value import Value, value_class

__all__ = [
    "CodeList",
    "Observation",
    "ObservationSet",
    "ObservedArea",
    "Release",
    "SymbolMeaning",
]


LAST_ROW = 1_000_000_000
"""No published table has as many rows."""


@value_class
class ObservedArea(Value):
    """An area that figures are about.

    Attributes:
        code: Its code.
        name: Its name, for people.
        kind: Such as ``local-authority``, ``region``, ``country``, ``icb``, ``sub-icb``,
            ``provider`` or ``locality``.
        basis: Whose figures they are: ``resident``, ``registered`` or ``responsible``.
        within: Code of the area that it is a part of: counts of parts add up to the whole. The area
            of an integrated care board is not that of a council.

    Document: ``observations``.
    """

    kind_of_thing: ClassVar[str] = "observed-area"
    named_by: ClassVar[str] = "code"

    code: AreaCode
    name: Line
    kind: Code
    basis: Code | None = None
    within: AreaCode | None = None


@value_class
class Release(Entity):
    """A publication that figures were taken from.

    Attributes:
        title: Its title.
        publisher: Who published it.
        published_on: Day it was published.
        retrieved_on: Day it was read.
        link: Where.
        licence: Licence it is under.
        note: What a reader must know.

    Documents: ``observations`` and ``release-mapping``.
    """

    kind_of_thing: ClassVar[str] = "release"

    title: Line
    publisher: Line
    published_on: date | None = None
    retrieved_on: date | None = None
    link: Link | None = None
    licence: Line | None = None
    note: Line | None = None


@value_class
class SymbolMeaning(Value):
    """What a symbol means in these figures. The same sign means other things elsewhere.

    Attributes:
        kind: What programs make of it.
        meaning: What the publisher says it means.

    Documents: ``observations`` and ``release-mapping``.
    """

    kind: Literal[
        "not_applicable",
        "not_available",
        "suppressed",
        "rounds_to_zero",
        "low_reliability",
        "other",
    ]
    meaning: Line


@value_class
class CodeList(Entity):
    """The values one dimension may have, in one version.

    Attributes:
        dimension: Name of the dimension.
        version: Which version of the list.
        codes: Name of each code.

    Document: ``observations``.
    """

    dimension: Code
    version: Line
    codes: FrozenMap[Line]


@value_class
class Observation(Value):
    """One figure of one indicator for one area and period.

    Attributes:
        indicator: The indicator.
        area: The area.
        period: The period.
        value: The figure, in the indicator's unit; unrounded where it is computed.
        symbol: Symbol in place of a figure; its meaning is in the set's ``symbols``.
        numerator: The numerator.
        denominator: The denominator.
        dimensions: Dimensions of a part of a total; empty for the total.
        status: ``provisional``, ``revised``, ``final``, ``management-information`` or ``projected``.
        release: Id of its release.
        retrieved_on: Day it was read, where that differs from the release's.
        source_file: File of the release that contains it.
        source_row: Row of that file, counted from 1 as a spreadsheet counts, headings included.

    Document: ``observations``.
    """

    indicator: IndicatorId
    area: Annotated[AreaCode, RefersTo(("observed-area",))]
    period: Period
    value: float | None = None
    symbol: Line | None = None
    numerator: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    denominator: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    dimensions: FrozenMap[Line] = FrozenMap()
    status: Code = "final"
    release: Annotated[Id, RefersTo(("release",))] | None = None
    retrieved_on: date | None = None
    source_file: Line | None = None
    source_row: Annotated[int, Range(1, LAST_ROW)] | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if (self.value is None) == (self.symbol is None):
            yield "", "needs either a value or a symbol"
        if self.denominator == 0 and self.value is not None:
            yield "/value", "there is no rate where the denominator is 0; give the symbol"


@value_class
class ObservationSet(Document):
    """Figures with the meaning of their symbols and where they come from.

    Attributes:
        symbols: Meaning of each symbol in place of a figure; the key is the symbol,
            or the id of a release, a space and the symbol, where releases differ.
        areas: The areas.
        releases: Releases that the figures are from.
        code_lists: Values of the dimensions.
        observations: The figures.
        table: A CSV file with more figures, by its path relative to this file.

    Document: ``observations``.
    """

    kind_of_thing: ClassVar[str] = "observation-set"

    symbols: FrozenMap[SymbolMeaning] = FrozenMap()
    areas: tuple[ObservedArea, ...] = ()
    releases: tuple[Release, ...] = ()
    code_lists: tuple[CodeList, ...] = ()
    observations: tuple[Observation, ...] = ()
    table: Line | None = None
