"""The documents of a portfolio itself, and what they cite and name."""

from collections.abc import Iterator

from sendframe.model import (
    DOCUMENT_CLASSES,
    AreaRegister,
    Document,
    LocalArea,
    Neighbour,
    NeighbourList,
    Profile,
    RegisteredArea,
    Release,
    ReleaseMapping,
    Source,
    SymbolMeaning,
)

from ._context import BuildContext, once_a_report, values_in
from ._phrase import words_of_code

__all__ = [
    "areas_named",
    "cited_sources",
    "document_kind",
    "neighbours_named",
    "own_documents",
    "releases_of",
    "symbols_used",
]

_KINDS = {class_: words_of_code(kind) for kind, class_ in DOCUMENT_CLASSES.items()}


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
    return _KINDS[type(document)].capitalize()


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


def symbols_used(context: BuildContext) -> tuple[tuple[str, SymbolMeaning], ...]:
    """Return the symbols that stand in place of figures, each meaning once, by symbol."""
    symbols = {
        (symbol, meaning)
        for document in own_documents(context)
        for symbol, meaning in getattr(document, "symbols", {}).items()
    }
    return tuple(sorted(symbols, key=lambda pair: (pair[0], pair[1].meaning)))


def areas_named(context: BuildContext) -> tuple[LocalArea | RegisteredArea, ...]:
    """Return the local area and the areas of the portfolio's own registers."""
    registers = (item for item in own_documents(context) if isinstance(item, AreaRegister))
    return (context.area, *(area for register in registers for area in register.areas))


def neighbours_named(context: BuildContext) -> Iterator[tuple[str, Neighbour]]:
    """Yield the code of each area of the portfolio's own lists with an area like it."""
    for document in own_documents(context):
        if isinstance(document, NeighbourList):
            for area in document.areas:
                for neighbour in area.neighbours:
                    yield area.code, neighbour
