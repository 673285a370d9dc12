"""Comparator sets for an area, made from the register of areas and the lists of neighbours."""

import re
from collections.abc import Iterable
from typing import Literal

from sendframe.errors import NoNeighbours, UnknownArea
from sendframe.model import AreaRegister, ComparatorSet, NeighbourList, RegisteredArea, Text

__all__ = ["Method", "country_set", "custom_set", "neighbour_set", "region_set"]

Method = Literal["mean", "pooled", "median"]
"""How the figures of several areas become one."""


def country_set(register: AreaRegister) -> ComparatorSet | None:
    """Return the country, by its own published figure; None where the register has none.

    Examples:
        >>> from sendframe.documents import area_register
        >>> country_set(area_register())
        ComparatorSet(id='england', title=Text(default='England'), kind='england', areas=('E92000001',), method='single')
    """
    found = next((each for each in register.areas if each.kind == "country"), None)
    return None if found is None else _single(found, _slug(found.name))


def region_set(area: RegisteredArea, register: AreaRegister) -> ComparatorSet | None:
    """Return the region an area lies in, by its own published figure; None where it lies in none.

    A region's own figure is that of all its areas together, the area itself among them.

    Raises:
        UnknownArea: The region is not in the register.
    """
    if area.region is None:
        return None
    found = register.area(area.region)
    if found is None:
        raise UnknownArea(area.region)
    return _single(found, "region")


def neighbour_set(
    area: RegisteredArea, neighbours: NeighbourList, method: Method = "mean"
) -> ComparatorSet:
    """Return the statistical neighbours of an area in one edition.

    Args:
        area: The area.
        neighbours: The edition.
        method: How their figures become one. ``mean`` is that of the Local Authority Interactive
            Tool; ``pooled`` lets larger areas count for more. The two can be far apart, so the
            set's title says which it is.

    Raises:
        NoNeighbours: The edition has none for the area.
        InvalidValue: There is no such method for several areas.

    Examples:
        >>> from sendframe.documents import area_register, neighbour_list
        >>> herefordshire = area_register().area("884")
        >>> made = neighbour_set(herefordshire, neighbour_list("2025"), "pooled")
        >>> made.id, str(made.title), len(made.areas), made.areas[0]
        ('neighbours-2025-pooled', 'Statistical neighbours 2025 (pooled)', 10, 'E06000064')
    """
    found = next(filter(None, map(neighbours.of, area.codes)), None)
    if found is None:
        raise NoNeighbours(area.name, neighbours.edition)
    ending = "" if method == "mean" else f"-{method}"
    return ComparatorSet(
        id=f"neighbours-{_slug(neighbours.edition)}{ending}",
        title=Text(default=f"Statistical neighbours {neighbours.edition} ({method})"),
        kind="statistical-neighbours",
        edition=neighbours.edition,
        areas=tuple(each.area for each in found),
        method=method,
        source=next(iter(neighbours.sources), None),
    )


def custom_set(
    areas: Iterable[RegisteredArea],
    *,
    id: str,  # noqa: A002  # the field's name
    title: str,
    method: Method = "mean",
) -> ComparatorSet:
    """Return a set of areas that somebody chose.

    Args:
        areas: The areas; one that is named twice counts once.
        id: Id of the set.
        title: What it is called; it says best how the areas were chosen.
        method: How their figures become one.

    Raises:
        InvalidValue: There is no area, or no such method.
    """
    return ComparatorSet(
        id=id,
        title=Text(default=f"{title} ({method})"),
        kind="custom",
        areas=tuple(dict.fromkeys(each.code for each in areas)),
        method=method,
    )


def _single(area: RegisteredArea, kind: str) -> ComparatorSet:
    return ComparatorSet(
        id=_slug(area.name),
        title=Text(default=area.name),
        kind=kind,
        areas=(area.code,),
        method="single",
    )


def _slug(name: str) -> str:
    """Return a name as an id: small letters and digits with hyphens between."""
    return "-".join(re.findall("[a-z0-9]+", name.lower())) or "area"
