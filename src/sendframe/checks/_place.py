"""Where a thing stands: its document and the JSON pointer to it."""

from collections.abc import Iterator

import attrs

from sendframe.errors import Location
from sendframe.model import FrozenMap, Portfolio, Value

__all__ = ["places"]


def _walk(value: object, pointer: str) -> Iterator[tuple[int, str]]:
    if isinstance(value, Value):
        yield id(value), pointer
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]  # every Value is attrs
            yield from _walk(getattr(value, field.name), f"{pointer}/{field.name}")
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _walk(each, f"{pointer}/{index}")
    elif isinstance(value, FrozenMap):
        for key, each in value.items():
            token = key.replace("~", "~0").replace("/", "~1")
            yield from _walk(each, f"{pointer}/{token}")


def places(portfolio: Portfolio) -> dict[int, Location]:
    """Return the place of every value of a portfolio, by the identity of the value."""
    named = portfolio.manifest.documents
    documents = [("portfolio.json", portfolio.manifest)] + [
        (named[index] if index < len(named) else document.id, document)
        for index, document in enumerate(portfolio.documents)
    ]
    found: dict[int, Location] = {}
    for file, document in documents:
        for key, pointer in _walk(document, ""):
            found.setdefault(key, Location(file, pointer))
    return found
