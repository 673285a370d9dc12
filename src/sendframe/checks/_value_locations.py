"""The location of a value in the documents of a portfolio."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

import attrs

from sendframe.errors import Location, escape_token
from sendframe.model import FrozenMap, Indicator, Origin, Portfolio, Value, short_repr

__all__ = ["ValueLocations"]


_CONTAINERS = (Value, tuple, FrozenMap)


def _walk(
    value: Value | tuple[object, ...] | FrozenMap[Any], pointer: str
) -> Iterator[tuple[int, str]]:
    if isinstance(value, Value):
        yield id(value), pointer
        for field in attrs.fields(type(value)):
            member = getattr(value, field.name)
            if isinstance(member, _CONTAINERS):
                yield from _walk(member, f"{pointer}/{field.name}")
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            if isinstance(member, _CONTAINERS):
                yield from _walk(member, f"{pointer}/{index}")
    else:
        for key, member in value.items():
            if isinstance(member, _CONTAINERS):
                yield from _walk(member, f"{pointer}/{escape_token(key)}")


def _place(origin: Origin) -> Location:
    entry = "" if origin.entry is None else f"/observations/{origin.entry - 1}"
    return Location(origin.file, entry, origin.line)


@attrs.frozen(eq=False, slots=False)
class ValueLocations:
    """Locations of all values in a portfolio, collected when the first one is needed.

    Attributes:
        portfolio: The portfolio.
    """

    __repr__ = short_repr

    portfolio: Portfolio

    @cached_property
    def _by_identity(self) -> dict[int, Location]:
        """The location of every value, by its identity."""
        files = zip(self.portfolio.files(), self.portfolio.documents, strict=True)
        documents = [("portfolio.json", self.portfolio.manifest)] + [
            (file or self._data_document_name(document.id), document) for file, document in files
        ]
        locations: dict[int, Location] = {}
        for file, document in documents:
            for key, pointer in _walk(document, ""):
                locations.setdefault(key, Location(file, pointer))
        return locations

    def _data_document_name(self, id_: str) -> str:
        """Return a name, which no file can have, for a document that is no file of the portfolio."""
        return f"plug-in:{id_}" if id_ in self.portfolio.taken_in else id_

    def of_indicator(self, id_: str) -> Location:
        """Return where an indicator is defined, or else the row of its latest figure.

        Args:
            id_: The id; an empty location is returned where it is that of no indicator.
        """
        definition = self.location_of(self._definitions.get(id_))
        is_own = definition.file is not None and ":" not in definition.file
        return definition if is_own else self._latest_figures.get(id_, definition)

    @cached_property
    def _definitions(self) -> Mapping[str, Indicator]:
        return self.portfolio.indicators()

    @cached_property
    def _latest_figures(self) -> dict[str, Location]:
        """The place of the latest figure of the area in a file, by indicator."""
        figures = self.portfolio.observations
        own = figures.present_code(self.portfolio.manifest.area.code)
        latest: dict[str, tuple[date, int]] = {}
        for row, area in enumerate(figures.area):
            if figures.origin_file[row] is not None and figures.present_code(area) == own:
                id_, key = figures.indicator[row], (figures.period[row].last_day, row)
                latest[id_] = max(latest.get(id_, key), key)
        return {id_: _place(figures.origin(row)) for id_, (__, row) in latest.items()}

    def location_of(self, value: Value | None) -> Location:
        """Return the location of a value; an empty one for None and for values of no document."""
        return self._by_identity.get(id(value), Location())
