"""The documents of a portfolio itself, and what they cite and name."""

from collections.abc import Iterable, Iterator

import attrs

from sendframe.language import gettext as _
from sendframe.model import (
    DOCUMENT_CLASSES,
    AreaName,
    AreaRegister,
    Document,
    LocalArea,
    Neighbour,
    NeighbourList,
    Profile,
    RegisteredArea,
    Release,
    ReleaseMapping,
    SelfEvaluation,
    Source,
    short_repr,
)

from ._context import BuildContext, once_a_report, values_in

__all__ = [
    "NamedArea",
    "areas_named",
    "cited_sources",
    "document_kind",
    "neighbours_named",
    "own_documents",
    "releases_of",
    "symbols_used",
]

_KINDS = {class_: kind.replace("-", " ") for kind, class_ in DOCUMENT_CLASSES.items()} | {
    SelfEvaluation: "self-evaluation",
}


@once_a_report
def own_documents(context: BuildContext) -> tuple[Document, ...]:
    """Return the portfolio's manifest and documents; none of plug-ins, and no profile."""
    taken_in = frozenset(context.portfolio.taken_in)
    return (
        context.portfolio.manifest,
        *(
            document
            for document in context.portfolio.documents
            if document.id not in taken_in and not isinstance(document, Profile)
        ),
    )


def document_kind(document: Document) -> str:
    """Return the kind of a document in words, such as "criteria set"."""
    return _(_KINDS[type(document)]).capitalize()


def cited_sources(context: BuildContext) -> tuple[Source, ...]:
    """Return each source that the portfolio's own documents name, once, in their order."""
    sources = (
        value
        for document in own_documents(context)
        for value in values_in(document)
        if isinstance(value, Source)
    )
    return tuple(dict.fromkeys(sources))


def releases_of(context: BuildContext) -> tuple[Release, ...]:
    """Return each release of the portfolio's own figures and mappings, once, in their order."""
    return tuple(dict.fromkeys(_releases(context)))


def _releases(context: BuildContext) -> Iterator[Release]:
    for document in own_documents(context):
        if isinstance(document, ReleaseMapping):
            yield document.release
        else:
            yield from getattr(document, "releases", ())


def symbols_used(context: BuildContext) -> tuple[tuple[str, str, str], ...]:
    """Return the symbols that stand in place of figures, sorted: each with its meaning.

    Returns:
        The symbol, what it means, and the title of the release in which it means that; empty where
        it means that in all.
    """
    titles = {release.id: release.title for release in releases_of(context)}
    symbols = {
        (symbol, item.meaning, titles.get(release, ""))
        for document in own_documents(context)
        for key, item in getattr(document, "symbols", {}).items()
        for release, _, symbol in (key.rpartition(" "),)
    }
    return tuple(sorted(symbols))


@attrs.frozen
class NamedArea:
    """An area with everything that the documents call it.

    Attributes:
        names: Its names, each with where it is used.
        before: Names of the areas that it came from.
        after: Names of the areas that came from it.
    """

    __repr__ = short_repr

    names: tuple[AreaName, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


def areas_named(context: BuildContext) -> dict[str, NamedArea]:
    """Return the local area and the areas of the portfolio's own registers, by code."""
    by_code: dict[str, list[LocalArea | RegisteredArea]] = {context.area.code: [context.area]}
    for document in own_documents(context):
        if isinstance(document, AreaRegister):
            for area in document.areas:
                by_code.setdefault(area.code, []).append(area)
    return {code: _named_area(areas) for code, areas in by_code.items()}


def _named_area(areas: Iterable[LocalArea | RegisteredArea]) -> NamedArea:
    """Return what several documents say of one area, each name once."""
    names: dict[AreaName, None] = {}
    before: dict[str, None] = {}
    after: dict[str, None] = {}
    for area in areas:
        names |= dict.fromkeys(area.names)
        before |= dict.fromkeys(item.name for item in area.predecessors if item.name)
        after |= dict.fromkeys(item.name for item in area.successors if item.name)
    return NamedArea(tuple(names), tuple(before), tuple(after))


def neighbours_named(context: BuildContext) -> Iterator[tuple[str, Neighbour]]:
    """Yield the code of each area of the portfolio's own lists with an area like it."""
    for document in own_documents(context):
        if isinstance(document, NeighbourList):
            for area in document.areas:
                for neighbour in area.neighbours:
                    yield area.code, neighbour
