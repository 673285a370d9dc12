"""Two documents, or two portfolios, side by side: what is new, gone, moved, reworded, judged anew."""

from collections.abc import Iterator

from sendframe.errors import CannotCompare
from sendframe.model import Document, Observations, ObservationSet, Origin, Portfolio

from ._comparer import Comparer
from ._difference import Difference
from ._figure import figure_differences
from ._node import Names, Node, thing_of, title_of, tree
from ._pairing import pair

__all__ = ["compare_documents", "compare_portfolios", "names_of"]

_NOTHING: Names = {}


def names_of(*documents: Document) -> dict[tuple[str, str], str]:
    """Return what a reader calls each thing of some documents, by its kind and id."""
    return {
        (each.thing, each.id): words
        for document in documents
        for each in tree(document, "").below()
        if (words := title_of(each.value)) is not None
    }


def compare_documents(
    old: Document,
    new: Document,
    *,
    files: tuple[str, str] = ("old", "new"),
    names: Names = _NOTHING,
) -> tuple[Difference, ...]:
    """Return every difference between two documents of one kind.

    Ids lead: what has the same id is the same thing, wherever it stands. Where an id is gone,
    words help. Two editions of a self-evaluation are compared criterion by criterion.

    Args:
        old: The older document.
        new: The newer document.
        files: What locations call them.
        names: What a reader calls things that stand in other documents; see `names_of`.

    Returns:
        Differences in the order of the new document; what is gone stands where its place was.

    Raises:
        CannotCompare: The documents are of different kinds.
    """
    if type(old) is not type(new):
        raise CannotCompare(thing_of(old), thing_of(new))
    one, two = tree(old, files[0]), tree(new, files[1])
    pairing = pair([(one, two)], [one], [two])
    known = {**names, **names_of(old), **names_of(new)}
    found = Comparer(pairing, known).document(one, two)
    if isinstance(old, ObservationSet) and isinstance(new, ObservationSet):
        found += figure_differences(_table(old), _table(new), known)
    return tuple(found)


def compare_portfolios(old: Portfolio, new: Portfolio) -> tuple[Difference, ...]:
    """Return every difference between two portfolios: documents, things in them, figures.

    A document is the same where its kind and id are; one that is alone of its kind on both
    sides is the same too. Things may move from one document to another.
    """
    before = [tree(each, file) for file, each in _files(old)]
    after = [tree(each, file) for file, each in _files(new)]
    pairing = pair(_alone_of_their_kind(before, after), before, after)
    names = {
        **names_of(old.manifest, *old.documents),
        **names_of(new.manifest, *new.documents),
    }
    comparer = Comparer(pairing, names, portfolios=True)
    found: list[Difference] = []
    for root in after:
        partner = pairing.old_of.get(root)
        found += comparer.document(partner, root) if partner else comparer.added(root)
    for root in before:
        found += comparer.removed(root) if root not in pairing.new_of else ()
    return (*found, *figure_differences(old.observations, new.observations, names))


def _table(figures: ObservationSet) -> Observations:
    return Observations.of([(each, Origin()) for each in figures.observations], [figures])


def _files(portfolio: Portfolio) -> list[tuple[str, Document]]:
    named = portfolio.manifest.documents
    files = [
        named[place] if place < len(named) else each.id
        for place, each in enumerate(portfolio.documents)
    ]
    return [
        ("portfolio.json", portfolio.manifest),
        *zip(files, portfolio.documents, strict=True),
    ]


def _alone_of_their_kind(before: list[Node], after: list[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield the documents that are alone of their kind where those with equal ids are left out."""
    shared = {(root.thing, root.id) for root in before} & {(root.thing, root.id) for root in after}
    left: tuple[dict[str, list[Node]], dict[str, list[Node]]] = ({}, {})
    for roots, by_kind in zip((before, after), left, strict=True):
        for root in roots:
            if (root.thing, root.id) not in shared:
                by_kind.setdefault(root.thing, []).append(root)
    for kind, old in left[0].items():
        new = left[1].get(kind, [])
        if len(old) == len(new) == 1:
            yield old[0], new[0]
