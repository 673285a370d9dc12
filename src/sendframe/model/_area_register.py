"""The areas that figures are published for, and which areas are like which."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar

from ._area import AreaChange, AreaCode, AreaName, DfeCode
from ._constraint import Length
from ._entity import Document
from ._frozen import FrozenMap
from ._text import Code, Line
from ._value import Value, value_class

__all__ = [
    "AreaNeighbours",
    "AreaRegister",
    "FormerCode",
    "Neighbour",
    "NeighbourList",
    "RegisteredArea",
]


@value_class
class FormerCode(Value):
    """A GSS code that an area once had.

    Publishers go on using a former code for years, so it stays a code of the area.

    Attributes:
        code: The code.
        valid_to: The last day on which it was the area's code.

    Document: ``area-register``.
    """

    code: AreaCode
    valid_to: date


@value_class
class RegisteredArea(Value):
    """An area that figures are published for.

    An area is one and the same for as long as it has one number of the Department for
    Education, however often its GSS code changed.

    Attributes:
        code: Its GSS code; the last one where the area is no more.
        dfe_code: Its number of the Department for Education.
        names: Names by source, the first being the one to print.
        kind: Such as ``local-authority``, ``region``, ``part-of-region`` or ``country``.
        type: Which type of authority it is, such as ``unitary-authority``.
        region: Code of its region.
        part_of_region: Code of the part of the region, where the region is divided.
        valid_from: Its first day; absent where that is before the figures.
        valid_to: Its last day; absent where it still exists.
        former_codes: GSS codes it once had, the oldest first.
        predecessors: Areas it came from.
        successors: Areas it went into.

    Document: ``area-register``.
    """

    kind_of_thing: ClassVar[str] = "registered-area"
    named_by: ClassVar[str] = "code"

    code: AreaCode
    dfe_code: DfeCode | None = None
    names: Annotated[tuple[AreaName, ...], Length(1)]
    kind: Code
    type: Code | None = None
    region: AreaCode | None = None
    part_of_region: AreaCode | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    former_codes: tuple[FormerCode, ...] = ()
    predecessors: tuple[AreaChange, ...] = ()
    successors: tuple[AreaChange, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield "/valid_to", "the last day lies before the first"
        ends = [former_code.valid_to for former_code in self.former_codes]
        if ends != sorted(set(ends)):
            yield "/former_codes", "the oldest code comes first, and each ends on a day of its own"

    @property
    def name(self) -> str:
        """The name to print."""
        return self.names[0].name

    @property
    def codes(self) -> tuple[str, ...]:
        """Its GSS codes, the present one first and then the former ones, the latest first."""
        return (self.code, *(former_code.code for former_code in reversed(self.former_codes)))

    def existed(self, on: date) -> bool:
        """Say whether the area existed on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )

    def code_on(self, day: date) -> str | None:
        """Return the GSS code the area had on a day; None where it did not exist."""
        if not self.existed(day):
            return None
        former = (
            former_code.code for former_code in self.former_codes if day <= former_code.valid_to
        )
        return next(former, self.code)


@value_class
class AreaRegister(Document):
    """The areas that figures are published for, by code and by day.

    Attributes:
        edition: Which edition of the register it is.
        areas: The areas, those that are no more included.

    Examples:
        >>> from sendframe.model import AreaName, FormerCode, RegisteredArea, Text
        >>> somerset = RegisteredArea(
        ...     code="E06000066", dfe_code="933", kind="local-authority",
        ...     names=(AreaName(source="DfE", name="Somerset"),),
        ...     former_codes=(FormerCode(code="E10000027", valid_to=date(2023, 3, 31)),),
        ... )
        >>> register = AreaRegister(
        ...     id="areas", title=Text(default="Areas"), edition="2025", areas=(somerset,)
        ... )
        >>> register.area("E10000027") is register.area("933") is somerset
        True
        >>> register.current_code("E10000027")
        'E06000066'
        >>> somerset.code_on(date(2023, 3, 31))
        'E10000027'

    Document: ``area-register``.
    """

    kind_of_thing: ClassVar[str] = "area-register"

    edition: Line
    areas: Annotated[tuple[RegisteredArea, ...], Length(1)]

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        taken: dict[str, str] = {}
        for number, area in enumerate(self.areas):
            for code in _all_codes(area):
                if code in taken:
                    yield f"/areas/{number}", f"{code} is also a code of {taken[code]}"
                taken[code] = area.name

    @cached_property
    def _by_code(self) -> dict[str, RegisteredArea]:
        return {code: area for area in self.areas for code in _all_codes(area)}

    def area(self, code: str, on: date | None = None) -> RegisteredArea | None:
        """Return the area that a code belongs to; None where the register holds none.

        Args:
            code: A GSS code, present or former, or a number of the Department for Education.
                Publishers go on using former codes, so the day does not decide which is right.
            on: A day on which the area must have existed; None for any.
        """
        area = self._by_code.get(code)
        return area if area is None or on is None or area.existed(on) else None

    def current_code(self, code: str) -> str | None:
        """Return the GSS code that stands for an area now, whichever of its codes is given.

        An area that was abolished keeps its last code; its successors are other areas.
        """
        found = self._by_code.get(code)
        return None if found is None else found.code

    def present_codes(self) -> FrozenMap[str]:
        """Return the present code of each area that has another, by each of its former codes."""
        return FrozenMap(
            {
                former_code.code: area.code
                for area in self.areas
                for former_code in area.former_codes
            }
        )

    def at(self, day: date) -> tuple[RegisteredArea, ...]:
        """Return the areas that existed on a day, in the register's order."""
        return tuple(area for area in self.areas if area.existed(day))

    def known_codes(self) -> tuple[str, ...]:
        """Return every code that `area` finds something by, sorted."""
        return tuple(sorted(self._by_code))


@value_class
class Neighbour(Value):
    """An area that is like another.

    Attributes:
        area: Its code.
        closeness: How close it is, in the publisher's words; absent where they do not say.

    Document: ``neighbour-list``.
    """

    area: AreaCode
    closeness: Line | None = None


@value_class
class AreaNeighbours(Value):
    """The areas that are like one area.

    Attributes:
        code: Code of the area.
        neighbours: The areas like it, the nearest first.

    Document: ``neighbour-list``.
    """

    code: AreaCode
    neighbours: Annotated[tuple[Neighbour, ...], Length(1)]

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        codes = [neighbour.area for neighbour in self.neighbours]
        if len(set(codes)) != len(codes):
            yield "/neighbours", "an area is named twice"
        if self.code in codes:
            yield "/neighbours", "an area is no neighbour of itself"


@value_class
class NeighbourList(Document):
    """One edition of a list of statistical neighbours.

    Attributes:
        edition: Which edition it is, such as "2025".
        areas: The neighbours of each area.

    Document: ``neighbour-list``.
    """

    kind_of_thing: ClassVar[str] = "neighbour-list"

    edition: Line
    areas: Annotated[tuple[AreaNeighbours, ...], Length(1)]

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        seen = set[str]()
        for index, area in enumerate(self.areas):
            if area.code in seen:
                yield f"/areas/{index}", f"the neighbours of {area.code} are given twice"
            seen.add(area.code)

    @cached_property
    def _by_code(self) -> dict[str, tuple[Neighbour, ...]]:
        return {area.code: area.neighbours for area in self.areas}

    def of(self, code: str) -> tuple[Neighbour, ...]:
        """Return the neighbours of an area, the nearest first; none where the list has none.

        Args:
            code: The area's code, as the list writes it.
        """
        return self._by_code.get(code, ())


def _all_codes(area: RegisteredArea) -> Iterator[str]:
    """Yield every code of an area."""
    yield from area.codes
    if area.dfe_code is not None:
        yield area.dfe_code
