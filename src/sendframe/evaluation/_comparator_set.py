"""Create comparator sets for an area from the register of areas and the lists of neighbours."""

import re
from collections.abc import Iterable
from typing import Literal

from sendframe.errors import NoNeighbours, UnknownArea
from sendframe.model import AreaRegister, ComparatorSet, NeighbourList, RegisteredArea, Text

__all__ = ["Method", "country_set", "custom_set", "neighbour_set", "region_set"]

Method = Literal["mean", "pooled", "median"]
"""How the figures of several areas are combined."""


def country_set(register: AreaRegister) -> ComparatorSet | None:
    """Return the comparator set of the country; None where the register has no country.

    Examples:
        >>> from sendframe.documents import area_register
        >>> country_set(area_register())
        <ComparatorSet 'england' kind='england' areas=1 method='single'>
    """
    country = next((area for area in register.areas if area.kind == "country"), None)
    return None if country is None else _single(country, _slug(country.name))


def region_set(area: RegisteredArea, register: AreaRegister) -> ComparatorSet | None:
    """Return the comparator set of an area's region; None where the area is in no region.

    A region's figure is its own published one, which includes the area itself.

    Raises:
        UnknownArea: The region is not in the register.
    """
    if area.region is None:
        return None
    region = register.area(area.region)
    if region is None:
        raise UnknownArea(area.region)
    return _single(region, "region")


def neighbour_set(
    area: RegisteredArea, neighbours: NeighbourList, method: Method = "mean"
) -> ComparatorSet:
    """Return the comparator set of an area's statistical neighbours in one edition.

    Args:
        area: The area.
        neighbours: The edition.
        method: How their figures are combined. ``mean`` is that of the Local Authority
            Interactive Tool; ``pooled`` gives larger areas more weight. The two can be far apart,
            so the method is part of the set's title.

    Raises:
        NoNeighbours: The edition has none for the area.
        InvalidValue: There is no such method for several areas.

    Examples:
        >>> from sendframe.documents import area_register, neighbour_list
        >>> herefordshire = area_register().area("884")
        >>> comparator = neighbour_set(herefordshire, neighbour_list("2025"), "pooled")
        >>> comparator.id, str(comparator.title), len(comparator.areas), comparator.areas[0]
        ('neighbours-2025-pooled', 'Statistical neighbours 2025 (pooled)', 10, 'E06000064')
    """
    neighbours_of_area = next(filter(None, map(neighbours.of, area.codes)), None)
    if neighbours_of_area is None:
        raise NoNeighbours(area.name, neighbours.edition)
    suffix = "" if method == "mean" else f"-{method}"
    return ComparatorSet(
        id=f"neighbours-{_slug(neighbours.edition)}{suffix}",
        title=Text(default=f"Statistical neighbours {neighbours.edition} ({method})"),
        kind="statistical-neighbours",
        edition=neighbours.edition,
        areas=tuple(neighbour.area for neighbour in neighbours_of_area),
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
    """Return a comparator set of given areas.

    Args:
        areas: The areas; one that is named twice counts once.
        id: Id of the set.
        title: Its title, which should say how the areas were chosen.
        method: How their figures are combined.

    Raises:
        InvalidValue: There is no area, or no such method.
    """
    return ComparatorSet(
        id=id,
        title=Text(default=f"{title} ({method})"),
        kind="custom",
        areas=tuple(dict.fromkeys(area.code for area in areas)),
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
    """Return an id for a name: lower-case letters and digits with hyphens between."""
    return "-".join(re.findall("[a-z0-9]+", name.lower())) or "area"
