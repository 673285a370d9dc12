"""Facts that are read from documents, each with its file and location."""

from sendframe.checks import ValueLocations
from sendframe.model import Action, Evidence, Value, Voice

from ._facts import FactBook

__all__ = ["DocumentFacts"]


class DocumentFacts:
    """Adds facts about evidence and actions, each once, with the file and location of its source.

    Args:
        locations: Locations of the portfolio's values.
        book: The facts of the evaluation.
    """

    def __init__(self, locations: ValueLocations, book: FactBook) -> None:
        self._locations = locations
        self._book = book
        self._recorded: dict[str, str] = {}

    def source(self, description: str, value: Value | None) -> str:
        """Return the description of a source, with the location of its value.

        Args:
            description: What was read, such as ``measure x``.
            value: The value that was read; None, or a value of no document, adds no location.
        """
        location = self._locations.location_of(value)
        return (
            description
            if location.file is None
            else f"{description}; {location.file}, {location.path}"
        )

    def evidence(self, item: Evidence | Voice) -> str:
        """Add the fact of a piece of evidence, and return its id.

        The fact does not quote the evidence, whose words may be somebody's.
        """
        id_ = f"evidence/{item.id}"
        if id_ not in self._recorded:
            kind = item.kind if isinstance(item, Evidence) else "voice"
            date_text = "" if item.on is None else f", {item.on}"
            self._recorded[id_] = self._book.add(
                id_,
                f"Evidence {item.id}: {kind}{date_text}.",
                source=self.source("evidence register", item),
            )
        return id_

    def action(self, action: Action, delivery: str, impact: str, *, overdue: bool) -> str:
        """Add the fact of an action, and return its id.

        Args:
            action: The action.
            delivery: Name of its delivery status.
            impact: Name of its impact status.
            overdue: Whether its last possible day has passed.
        """
        id_ = f"action/{action.id}"
        if id_ not in self._recorded:
            due_text = "" if action.due is None else f"; due {action.due}"
            overdue_text = "; overdue" if overdue else ""
            self._recorded[id_] = self._book.add(
                id_,
                f"Action {action.id}: delivery {delivery}; impact {impact}{due_text}{overdue_text}.",
                source=self.source("action register", action),
            )
        return id_
