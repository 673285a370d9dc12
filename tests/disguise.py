"""Portfolios whose words are in letters of full width, so that nothing else looks like them."""

import re
import typing
from collections.abc import Iterator
from typing import Any

import attrs

from sendframe.model import FrozenMap, Portfolio, Value
from sendframe.model._constraint import Pattern

__all__ = ["AS_THEY_ARE", "codes_of", "disguised", "titles_of"]

LETTERS = {code: code + 0xFEE0 for code in (*range(65, 91), *range(97, 123))}
"""Each Latin letter, and that of full width in its place."""

REFERENCES = {"fact", "value", "file", "path", "symbol"}
"""Fields of lines that refer to something by its exact text."""

AS_THEY_ARE = {"AreaRegister", "ExtensionSchema", "NeighbourList", "Profile", "ReleaseMapping"} | {
    "WorkbookMapping"
}
"""Documents of names, of rules or for programs, which are not disguised."""

_SHORTEST_TITLE = 4


def disguised(portfolio: Portfolio) -> Portfolio:
    """Return a portfolio with the words of its authors in other letters; codes and ids stay."""
    documents = tuple(
        document if type(document).__name__ in AS_THEY_ARE else _disguised(document, type(document))
        for document in portfolio.documents
    )
    manifest = _disguised(portfolio.manifest, type(portfolio.manifest))
    return attrs.evolve(portfolio, manifest=manifest, documents=documents)


def codes_of(portfolio: Portfolio) -> set[str]:
    """Return the codes that authors chose, in words and in small letters."""
    codes = (
        text
        for document in (portfolio.manifest, *portfolio.documents)
        for text, is_code in _texts(document, type(document))
        if is_code
    )
    return {re.sub("[-_]", " ", code).lower() for code in codes}


def titles_of(portfolio: Portfolio) -> list[str]:
    """Return the texts that are not disguised, the longest first."""
    named = [d for d in portfolio.documents if type(d).__name__ in AS_THEY_ARE - {"Profile"}]
    values = (*named, *portfolio.observations.releases.values())
    texts = {
        text for value in values for text, is_code in _texts(value, type(value)) if not is_code
    }
    texts.update(portfolio.observations.areas.values())
    texts.update(item.meaning for item in portfolio.observations.symbols.values())
    return sorted((text for text in texts if len(text) >= _SHORTEST_TITLE), key=len, reverse=True)


def _texts(value: Any, hint: Any) -> Iterator[tuple[str, bool]]:
    """Yield each text of a value, and whether it is a code or an id."""
    if isinstance(value, str):
        yield value, not _is_line(hint)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, _inner(hint))
    elif isinstance(value, FrozenMap):
        for name, item in value.items():
            yield name, True
            yield from _texts(item, _inner(hint))
    elif isinstance(value, Value):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name), field.type)


def _disguised(value: Any, hint: Any) -> Any:
    if isinstance(value, str):
        return value.translate(LETTERS) if _is_line(hint) else value
    if isinstance(value, tuple):
        return tuple(_disguised(item, _inner(hint)) for item in value)
    if isinstance(value, FrozenMap):
        return FrozenMap({name: _disguised(item, _inner(hint)) for name, item in value.items()})
    if not isinstance(value, Value):
        return value
    changes = {}
    for field in attrs.fields(type(value)):
        if field.init and field.name not in REFERENCES:
            old = getattr(value, field.name)
            new = _disguised(old, field.type)
            if new != old:
                changes[field.name] = new
    return value.changed(**changes) if changes else value


def _inner(hint: Any) -> Any:
    """Return the type of the members of a tuple or a mapping, which may be absent."""
    for part in (hint, *typing.get_args(hint)):
        if typing.get_origin(part) is tuple:
            return typing.get_args(part)[0]
        if typing.get_origin(part) is FrozenMap:
            return typing.get_args(part)[-1]
    return object


def _is_line(hint: Any) -> bool:
    """Whether a text of this type is free: neither one of a list nor bound by a pattern."""
    if hint is str:
        return True
    if typing.get_origin(hint) is typing.Annotated:
        return not any(isinstance(constraint, Pattern) for constraint in hint.__metadata__)
    if typing.get_origin(hint) is typing.Literal:
        return False
    return any(_is_line(part) for part in typing.get_args(hint))
