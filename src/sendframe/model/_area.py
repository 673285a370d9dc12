"""The local area, keyed by code, and the areas it is compared with."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Literal

from ._constraint import Examples, Length, Pattern
from ._entity import Entity, Source
from ._text import Code, Line, Text
from ._value import Value, value_class

__all__ = ["AreaChange", "AreaCode", "AreaName", "ComparatorSet", "LocalArea", "NamedBody"]

FICTIONAL_PREFIX = "ZZ"

AreaCode = Annotated[
    str,
    Pattern(
        "^[A-Z0-9][A-Z0-9-]{1,19}$",
        "an area code of capital letters and digits, such as E06000019",
    ),
    Examples(("E06000019", "ZZ0000001")),
]
"""The code of an area: nine characters for places known to ONS. Names are never keys."""

DfeCode = Annotated[
    str,
    Pattern("^([0-9]{3}|Z[0-9]{2})$", "a DfE number of three digits, or Z and two digits"),
    Examples(("884", "Z01")),
]


@value_class
class AreaName(Value):
    """What a source calls an area.

    Attributes:
        source: Who calls it so, such as "ONS" or "DfE".
        name: The name.

    Documents: ``portfolio`` and ``area-register``.
    """

    source: Line
    name: Line


@value_class
class AreaChange(Value):
    """A reorganisation that an area came from or went into.

    Attributes:
        area: Code of the other area.
        changed_on: First day of the new areas.
        name: Name of the other area.

    Documents: ``portfolio`` and ``area-register``.
    """

    area: AreaCode
    changed_on: date
    name: Line | None = None


@value_class
class NamedBody(Value):
    """A body that covers the area, such as an integrated care board.

    Attributes:
        code: Its code.
        name: Its name.

    Document: ``portfolio``.
    """

    code: AreaCode
    name: Line


@value_class
class LocalArea(Entity):
    """The area of one local area partnership.

    Attributes:
        code: GSS code. Codes that begin with ZZ are reserved for fictional areas.
        dfe_code: Three-digit number of the Department for Education; Z and two digits where fictional.
        names: Names by source, the first being the one to print.
        region: Code of the region.
        country: Code of the country.
        icbs: Integrated care boards.
        parent_carer_forum: Name of the parent carer forum.
        predecessors: Areas it came from.
        successors: Areas it went into.
        fictional: True for an area that does not exist; every page then says so.

    Document: ``portfolio``.
    """

    kind_of_thing: ClassVar[str] = "area"
    named_by: ClassVar[str] = "code"

    code: AreaCode
    dfe_code: DfeCode | None = None
    names: Annotated[tuple[AreaName, ...], Length(1)]
    region: AreaCode | None = None
    country: AreaCode | None = None
    icbs: tuple[NamedBody, ...] = ()
    parent_carer_forum: Line | None = None
    predecessors: tuple[AreaChange, ...] = ()
    successors: tuple[AreaChange, ...] = ()
    fictional: bool = False

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.fictional != self.code.startswith(FICTIONAL_PREFIX):
            yield (
                "/code",
                (f'codes that begin with {FICTIONAL_PREFIX} and "fictional": true go together'),
            )

    @property
    def name(self) -> str:
        """The name to print."""
        return self.names[0].name


@value_class
class ComparatorSet(Entity):
    """Areas to compare with, and how their figures become one.

    Attributes:
        title: What the comparison is called, such as "Statistical neighbours (2025)".
        kind: Such as ``england``, ``region``, ``statistical-neighbours`` or ``custom``.
        edition: Which edition of a list it is.
        areas: Codes of the areas.
        method: ``single`` reads one area's own figure; ``mean`` is the plain mean of the
            areas' figures; ``pooled`` divides summed numerators by summed denominators;
            ``median`` is the middle figure.
        source: Where the list of areas comes from.

    Document: ``portfolio``.
    """

    kind_of_thing: ClassVar[str] = "comparator-set"

    title: Text
    kind: Code
    edition: Line | None = None
    areas: Annotated[tuple[AreaCode, ...], Length(1)]
    method: Literal["single", "mean", "pooled", "median"]
    source: Source | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.method == "single" and len(self.areas) != 1:
            yield "/areas", 'the method "single" takes exactly one area'
        if len(set(self.areas)) != len(self.areas):
            yield "/areas", "an area is named twice"
