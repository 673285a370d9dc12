"""Which part of the whole a row is about."""

import re
from collections.abc import Sequence

import attrs

from sendframe.plugins import MappedFilter

from .sheet import Sheet

__all__ = ["PartColumn"]

_SLUG = re.compile("[^a-z0-9]+")


@attrs.frozen(eq=False)
class PartColumn:
    """A column that says which part of the whole a row is about.

    Attributes:
        column: Where it stands.
        topic: Where the name of the dimension stands; None where there is one dimension alone.
        dimension: The name of that one.
        whole: What stands in rows about the whole; nothing where no row is.
    """

    column: int
    topic: int | None
    dimension: str
    whole: frozenset[str]
    _seen: dict[tuple[str, str], tuple[str, str]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, mapped: MappedFilter, sheet: Sheet) -> "PartColumn | None":
        """Find it; None where the file has no such column, and so the whole alone."""
        places = [place for name in mapped.column for place in sheet.places(name)]
        if not places:
            return None
        topic = None if mapped.topic is None else next(iter(sheet.places(mapped.topic)), None)
        whole = frozenset(map(str.casefold, mapped.whole))
        return cls(places[0], topic, mapped.dimension or "part", whole)

    def part(self, cells: Sequence[str]) -> tuple[str, str] | None:
        """Return dimension and name of the part that a row is about; None for the whole."""
        label = cells[self.column].strip()
        if label.casefold() in self.whole:
            return None
        topic = "" if self.topic is None else cells[self.topic].strip()
        key = (topic, label)
        if key not in self._seen:
            name = _SLUG.sub("-", topic.casefold()).strip("-") or self.dimension
            self._seen[key] = (name, label)
        return self._seen[key]
