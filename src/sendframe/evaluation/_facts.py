"""Collect the facts of an evaluation: everything read or computed, each with its own id."""

from collections.abc import Iterable

from sendframe.model import Fact

__all__ = ["FactBook"]


class FactBook:
    """Collects facts and returns their ids.

    Examples:
        >>> book = FactBook()
        >>> book.add("indicator/x/latest", "It is 3.", value=3.0)
        'indicator/x/latest'
        >>> [fact.statement for fact in book.all()]
        ['It is 3.']
    """

    def __init__(self) -> None:
        self._facts: dict[str, Fact] = {}

    def add(  # noqa: PLR0913  # the fields of a fact
        self,
        id: str,  # noqa: A002  # the field's name
        statement: str,
        *,
        value: float | None = None,
        unit: str | None = None,
        derived_from: tuple[str, ...] = (),
        source: str | None = None,
    ) -> str:
        """Add a fact and return its id; the fields are those of `sendframe.model.Fact`."""
        self._facts[id] = Fact(
            id=id,
            statement=statement,
            value=value,
            unit=unit,
            derived_from=derived_from,
            source=source,
        )
        return id

    def amend(self, id: str, sentence: str) -> None:  # noqa: A002  # the field's name
        """Add a sentence to the statement of a fact."""
        fact = self._facts[id]
        self._facts[id] = fact.changed(statement=f"{fact.statement} {sentence}")

    def resting_on(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the facts that were computed from some facts, directly or through others."""
        uses: dict[str, list[str]] = {}
        for fact in self._facts.values():
            for source in fact.derived_from:
                uses.setdefault(source, []).append(fact.id)
        resting: set[str] = set()
        waiting = list(ids)
        while waiting:
            for id_ in uses.get(waiting.pop(), ()):
                if id_ not in resting:
                    resting.add(id_)
                    waiting.append(id_)
        return frozenset(resting)

    def all(self) -> tuple[Fact, ...]:
        """Return all facts, sorted by id."""
        return tuple(self._facts[id] for id in sorted(self._facts))  # noqa: A001  # the field's name
