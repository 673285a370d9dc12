"""Which part of the whole a row is about, such as girls or one kind of need."""

import re

import attrs

from sendframe.plugins import MappedFilter

from .csv_table import CsvTable

__all__ = ["BreakdownColumn"]

_SLUG = re.compile("[^a-z0-9]+")


@attrs.frozen(eq=False)
class BreakdownColumn:
    """A column that says which part of the whole a row is about.

    Attributes:
        column: Where it stands.
        topic: Where the name of the dimension stands; None where there is one dimension alone.
        dimension: The name of that one.
        whole: What stands in rows about the whole; nothing where no row is.
        named_all: Whether a row whose topic and label are the same and begin with "All" is about
            the whole too: releases change the words after it.
    """

    column: int
    topic: int | None
    dimension: str
    whole: frozenset[str]
    named_all: bool = False

    @classmethod
    def of(
        cls, mapped: MappedFilter, table: CsvTable, *, named_all: bool = False
    ) -> "BreakdownColumn | None":
        """Find it; None where the file has no such column, and so the whole alone."""
        places = [place for name in mapped.column for place in table.places(name)]
        if not places:
            return None
        topic = None if mapped.topic is None else next(iter(table.places(mapped.topic)), None)
        whole = frozenset(map(str.casefold, mapped.whole))
        named_all = named_all and topic is not None and bool(whole)
        return cls(places[0], topic, mapped.dimension or "part", whole, named_all)

    @property
    def places(self) -> tuple[int, int]:
        """Where topic and label stand; twice the same where there is one dimension alone."""
        return self.column if self.topic is None else self.topic, self.column

    def part(self, topic: str, label: str) -> tuple[str, str] | None:
        """Return dimension and name of the part that two cells name; None for the whole."""
        name = label.strip()
        known = name.casefold()
        if known in self.whole:
            return None
        if self.named_all and known.startswith("all ") and known == topic.strip().casefold():
            return None
        slug = "" if self.topic is None else _SLUG.sub("-", topic.strip().casefold()).strip("-")
        return slug or self.dimension, name
