"""Compare two documents, or two portfolios, by meaning."""

from collections.abc import Iterator, Mapping
from datetime import date

from sendframe.errors import CannotCompare
from sendframe.figures import row_doubts
from sendframe.model import (
    Document,
    FrozenMap,
    Indicator,
    Observations,
    ObservationSet,
    Origin,
    Portfolio,
    accepted_on,
)

from ._differ import Differ
from ._difference import Difference
from ._document_tree import Node, Titles, document_tree, thing_of, title_of
from ._figure_differences import FigureSide, figure_differences
from ._pairing import pair_nodes

__all__ = ["diff_documents", "diff_portfolios", "titles_of"]

_NO_TITLES: Titles = {}
_NO_INDICATORS: Mapping[str, Indicator] = FrozenMap()


def titles_of(*documents: Document) -> dict[tuple[str, str], str]:
    """Return the title of each thing in some documents, by its kind and id."""
    return {
        (node.thing, node.id): title
        for document in documents
        for node in document_tree(document, "").below()
        if (title := title_of(node.value)) is not None
    }


def diff_documents(  # noqa: PLR0913  # keyword arguments
    old: Document,
    new: Document,
    *,
    files: tuple[str, str] = ("old", "new"),
    titles: Titles = _NO_TITLES,
    indicators: Mapping[str, Indicator] = _NO_INDICATORS,
    tables: tuple[Observations, Observations] | None = None,
) -> tuple[Difference, ...]:
    """Return every difference between two documents of one kind.

    Things with the same id are the same, wherever they are in the document. Where an id is gone,
    things are paired by their words. Two editions of a self-evaluation are compared criterion by
    criterion.

    Args:
        old: The older document.
        new: The newer document.
        files: Their file names, for locations.
        titles: Titles of things in other documents; see `titles_of`.
        indicators: The definitions of the indicators of figures, by id. A figure that contradicts
            itself or is in doubt by its own series is printed with that; without a definition
            neither is known.
        tables: The figures of two observation sets, with the rows of the tables that they name;
            those in the documents themselves unless given.

    Returns:
        Differences in the order of the new document; removed things come where they were.

    Raises:
        CannotCompare: The documents are of different kinds.
    """
    if type(old) is not type(new):
        raise CannotCompare(thing_of(old), thing_of(new))
    old_tree, new_tree = document_tree(old, files[0]), document_tree(new, files[1])
    pairing = pair_nodes([(old_tree, new_tree)], [old_tree], [new_tree])
    all_titles = {**titles, **titles_of(old), **titles_of(new)}
    differences = Differ(pairing, all_titles).diff(old_tree, new_tree)
    if isinstance(old, ObservationSet) and isinstance(new, ObservationSet):
        before, after = tables or (_observations(old), _observations(new))
        differences += figure_differences(
            FigureSide(before, indicators, row_doubts(before, indicators.values())),
            FigureSide(after, indicators, row_doubts(after, indicators.values())),
            all_titles,
        )
    return tuple(differences)


def diff_portfolios(old: Portfolio, new: Portfolio) -> tuple[Difference, ...]:
    """Return every difference between two portfolios: of documents, things in them and figures.

    Documents with the same kind and id are the same, and so are two that are the only ones of
    their kind in each portfolio. Things may move from one document to another. A figure that
    contradicts itself is printed with its fault, and one in doubt by its own series or a benchmark
    with the codes of the checks that doubt it, unless the area has accepted that.
    """
    before = [document_tree(document, file) for file, document in _files(old)]
    after = [document_tree(document, file) for file, document in _files(new)]
    pairing = pair_nodes(_only_ones_of_their_kind(before, after), before, after)
    titles = {
        **titles_of(old.manifest, *old.documents),
        **titles_of(new.manifest, *new.documents),
    }
    differ = Differ(pairing, titles, portfolios=True)
    differences: list[Difference] = []
    for root in after:
        partner = pairing.old_of.get(root)
        differences += differ.diff(partner, root) if partner else differ.added_differences(root)
    for root in before:
        differences += differ.removed_differences(root) if root not in pairing.new_of else ()
    old_side, new_side = _side_of(old), _side_of(new)
    return (*differences, *figure_differences(old_side, new_side, titles))


def _observations(observation_set: ObservationSet) -> Observations:
    return Observations.of(
        [(observation, Origin()) for observation in observation_set.observations], [observation_set]
    )


def _side_of(portfolio: Portfolio) -> FigureSide:
    """Return the figures of a portfolio, with the doubts that its area has not accepted.

    Without a day nothing is known to be accepted still.
    """
    manifest, table, indicators = portfolio.manifest, portfolio.observations, portfolio.indicators()
    doubts = row_doubts(table, indicators.values(), manifest.comparator_sets)
    accepted = accepted_on(manifest.accepted_exceptions, manifest.as_at or date.max)
    own = table.present_code(manifest.area.code)

    def is_settled(row: int, code: str) -> bool:
        subjects = {(code, None), (code, table.indicator[row])}
        return table.present_code(table.area[row]) == own and not accepted.isdisjoint(subjects)

    return FigureSide(
        table,
        indicators,
        {
            row: tuple(code for code in codes if not is_settled(row, code))
            for row, codes in doubts.items()
        },
    )


def _files(portfolio: Portfolio) -> list[tuple[str, Document]]:
    pairs = zip(portfolio.files(), portfolio.documents, strict=True)
    return [
        ("portfolio.json", portfolio.manifest),
        *((file or document.id, document) for file, document in pairs),
    ]


def _only_ones_of_their_kind(before: list[Node], after: list[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield pairs of documents that are the only ones of their kind once equal ids are paired."""
    shared = {(root.thing, root.id) for root in before} & {(root.thing, root.id) for root in after}
    unmatched: tuple[dict[str, list[Node]], dict[str, list[Node]]] = ({}, {})
    for roots, by_kind in zip((before, after), unmatched, strict=True):
        for root in roots:
            if (root.thing, root.id) not in shared:
                by_kind.setdefault(root.thing, []).append(root)
    for kind, old in unmatched[0].items():
        new = unmatched[1].get(kind, [])
        if len(old) == len(new) == 1:
            yield from zip(old, new, strict=True)
