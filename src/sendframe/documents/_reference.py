"""References between documents: which ids they lead to, and which lead nowhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import attrs

from sendframe.errors import Diagnostic, Location, Related
from sendframe.validation import KnownWords, Suggester, known_words, quote_value

from ._document_ids import MAX_ID_LENGTH, DocumentIds, IdOccurrence

__all__ = ["DanglingUse", "IdIndex", "belongs_to_any", "dangling_uses"]

MAX_SUGGESTIONS = 50
"""The nearest id is searched for so many dangling references; the others have no suggestion."""


class DanglingUse(NamedTuple):
    """A reference to an id that no document defines.

    Attributes:
        kinds: The kinds of thing that it may identify.
        text: The id.
        location: Where it is.
    """

    kinds: tuple[str, ...]
    text: str
    location: Location


def dangling_uses(
    documents: Iterable[DocumentIds],
    index: "IdIndex",
    unread: frozenset[str] = frozenset(),
    missing_plugins: AbstractSet[str] = frozenset(),
) -> Iterator[DanglingUse]:
    """Yield each reference to an id that no document defines.

    Args:
        documents: The ids of every document.
        index: The index of these.
        unread: Kinds of thing of which some could not be read; references to these are not
            checked, so that one problem is reported once.
        missing_plugins: Names of plug-ins that are not there; ids that begin with one of them
            and a dot are not checked.
    """
    for ids in documents:
        for use in ids.used:
            is_known = index.has(use.kinds, use.text) or belongs_to_any(use.text, missing_plugins)
            if not (is_known or unread & set(use.kinds)):
                yield DanglingUse(use.kinds, use.text, use.location)


def belongs_to_any(id_: str, plugins: AbstractSet[str]) -> bool:
    """Return whether an id begins with the name of one of some plug-ins, and a dot.

    Examples:
        >>> [belongs_to_any(id_, {"kent"}) for id_ in ("kent.a", "kent", "kentish.a")]
        [True, False, False]
    """
    parts = id_[:MAX_ID_LENGTH].split(".") if plugins else []
    return any(".".join(parts[:count]) in plugins for count in range(1, len(parts)))


@attrs.frozen(eq=False)
class IdIndex:
    """The ids that some documents define.

    Attributes:
        defined: Where each id is defined, by kind and id.
        empty_lists: The first empty list that could contain things of a kind, by kind.
    """

    defined: Mapping[str, Mapping[str, IdOccurrence]]
    empty_lists: Mapping[str, IdOccurrence]
    _words: dict[tuple[str, ...], KnownWords] = attrs.field(factory=dict, init=False)
    _suggester: Suggester = attrs.field(factory=Suggester, init=False)
    _searched: set[tuple[tuple[str, ...], str]] = attrs.field(factory=set, init=False)

    @classmethod
    def of(cls, documents: Iterable[DocumentIds]) -> "IdIndex":
        """Index the ids of some documents; of two things with one id, the first."""
        defined: dict[str, dict[str, IdOccurrence]] = defaultdict(dict)
        empty_lists: dict[str, IdOccurrence] = {}
        for ids in documents:
            for occurrence in ids.defined:
                defined[occurrence.kinds[0]].setdefault(occurrence.text, occurrence)
            for occurrence in ids.empty_lists:
                for kind in occurrence.kinds:
                    empty_lists.setdefault(kind, occurrence)
        return cls(defined, empty_lists)

    def has(self, kinds: tuple[str, ...], text: str) -> bool:
        """Return whether something of one of the kinds has this id."""
        return any(text in self.defined.get(kind, ()) for kind in kinds)

    def dangling_reference(
        self, kinds: tuple[str, ...], text: str, location: Location
    ) -> Diagnostic:
        """Return the diagnostic of a reference to an id that no document defines."""
        kinds_shown = " or ".join(f"'{kind}'" for kind in kinds)
        suggestion, related = self.suggestion(kinds, text)
        same_id = [
            Related(
                occurrences[text].location,
                f"this id belongs to something of the kind '{kind}'",
            )
            for kind, occurrences in sorted(self.defined.items())
            if text in occurrences and kind not in kinds
        ]
        return Diagnostic(
            "SFR201",
            f"nothing of the kind {kinds_shown} has the id {quote_value(text) or 'given here'}",
            location,
            help=(
                f"Write '{suggestion}', or add what is missing."
                if suggestion
                else "Add it, or remove this reference."
            ),
            suggestion=suggestion,
            related=(*same_id[:1], *related),
        )

    def suggestion(
        self, kinds: tuple[str, ...], text: str
    ) -> tuple[str | None, tuple[Related, ...]]:
        """Return the nearest id of some kinds, and a place where the right one could be.

        Returns:
            The nearest id, or None; and the place where it is defined, else that of the first
            thing of these kinds, else that of an empty list for them. There is no place where
            the documents contain neither.
        """
        nearest = self._nearest(kinds, text)
        if nearest is not None:
            return nearest.text, (Related(nearest.location, f"'{nearest.text}' is defined here"),)
        for kind in kinds:
            if self.defined.get(kind):
                first = next(iter(self.defined[kind].values()))
                message = f"the first of the kind '{kind}' is here"
                return None, (Related(first.location, message),)
        for kind in kinds:
            if kind in self.empty_lists:
                message = f"an empty list of the kind '{kinds[0]}' is here"
                return None, (Related(self.empty_lists[kind].location, message),)
        return None, ()

    def _nearest(self, kinds: tuple[str, ...], text: str) -> IdOccurrence | None:
        """Return the definition of the nearest id that may be quoted; None where none is near."""
        self._searched.add((kinds, text))
        if len(self._searched) > MAX_SUGGESTIONS:
            return None
        if kinds not in self._words:
            ids = {id_ for kind in kinds for id_ in self.defined.get(kind, ())}
            self._words[kinds] = known_words(sorted(filter(quote_value, ids)))
        nearest = self._suggester.suggest(text, self._words[kinds])
        if nearest is None:
            return None
        # Of two kinds with this id, the last named: what it contains is the more special.
        definitions = (self.defined.get(kind, {}).get(nearest) for kind in reversed(kinds))
        return next((definition for definition in definitions if definition is not None), None)
