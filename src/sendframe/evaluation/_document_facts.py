"""What the documents themselves say: the leaves of a trail, each with the place it stands in."""

from sendframe.checks import ValueLocations
from sendframe.model import Action, Evidence, Value, Voice

from ._facts import FactBook

__all__ = ["DocumentFacts"]


class DocumentFacts:
    """Notes what stands in documents as facts, each once, with document and place.

    Args:
        locations: Where the values of the portfolio stand.
        book: Where facts are noted.
    """

    def __init__(self, locations: ValueLocations, book: FactBook) -> None:
        self._locations = locations
        self._book = book
        self._noted: dict[str, str] = {}

    def source(self, words: str, value: Value | None) -> str:
        """Return what something was read from, and where that stands.

        Args:
            words: What it was read from, such as ``measure x``.
            value: The value that was read; None, or one from elsewhere, adds no place.
        """
        place = self._locations.location_of(value)
        return words if place.file is None else f"{words}; {place.file}, {place.path}"

    def evidence(self, item: Evidence | Voice) -> str:
        """Note a piece of evidence, and return its fact.

        Its own words stay in its document: they may be somebody's.
        """
        id_ = f"evidence/{item.id}"
        if id_ not in self._noted:
            kind = item.kind if isinstance(item, Evidence) else "voice"
            when = "" if item.on is None else f", {item.on}"
            self._noted[id_] = self._book.add(
                id_,
                f"Evidence {item.id}: {kind}{when}.",
                source=self.source("evidence register", item),
            )
        return id_

    def action(self, action: Action, delivery: str, impact: str, *, overdue: bool) -> str:
        """Note an action as it stands, and return its fact.

        Args:
            action: The action.
            delivery: The word of its delivery status.
            impact: The word of its impact status.
            overdue: Whether its last possible day has passed.
        """
        id_ = f"action/{action.id}"
        if id_ not in self._noted:
            due = "" if action.due is None else f"; due {action.due}"
            late = "; overdue" if overdue else ""
            self._noted[id_] = self._book.add(
                id_,
                f"Action {action.id}: delivery {delivery}; impact {impact}{due}{late}.",
                source=self.source("action register", action),
            )
        return id_
