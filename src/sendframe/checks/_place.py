"""Where a thing stands: its document and the JSON pointer to it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from sendframe.errors import Location, escape_token
from sendframe.model import FrozenMap, Portfolio, Value

__all__ = ["Places"]


_HOLDERS = (Value, tuple, FrozenMap)


def _walk(
    value: Value | tuple[object, ...] | FrozenMap[Any], pointer: str
) -> Iterator[tuple[int, str]]:
    if isinstance(value, Value):
        yield id(value), pointer
        for field in attrs.fields(type(value)):
            inner = getattr(value, field.name)
            if isinstance(inner, _HOLDERS):
                yield from _walk(inner, f"{pointer}/{field.name}")
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            if isinstance(each, _HOLDERS):
                yield from _walk(each, f"{pointer}/{index}")
    else:
        for key, each in value.items():
            if isinstance(each, _HOLDERS):
                yield from _walk(each, f"{pointer}/{escape_token(key)}")


@attrs.frozen(eq=False, slots=False)
class Places:
    """Where the values of a portfolio stand; looked up once, when the first is asked for.

    Attributes:
        portfolio: The portfolio.
    """

    portfolio: Portfolio

    @cached_property
    def _found(self) -> dict[int, Location]:
        """The place of every value, by its identity."""
        named = self.portfolio.manifest.documents
        documents = [("portfolio.json", self.portfolio.manifest)] + [
            (named[index] if index < len(named) else self._elsewhere(document.id), document)
            for index, document in enumerate(self.portfolio.documents)
        ]
        found: dict[int, Location] = {}
        for file, document in documents:
            for key, pointer in _walk(document, ""):
                found.setdefault(key, Location(file, pointer))
        return found

    def _elsewhere(self, id_: str) -> str:
        """Return what a document that is no file of the portfolio is called; no file has a colon."""
        return f"plug-in:{id_}" if id_ in self.portfolio.taken_in else id_

    def of(self, value: Value | None) -> Location:
        """Return where a value stands; an empty location for one from elsewhere, or none."""
        return self._found.get(id(value), Location())
