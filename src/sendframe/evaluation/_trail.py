"""Trace a fact, score, refusal or question back to everything it was computed or read from."""

from collections.abc import Callable, Collection, Iterator
from itertools import chain
from typing import Literal

import attrs

from sendframe.errors import UnknownName
from sendframe.model import (
    Discrepancy,
    Evaluation,
    Fact,
    IndicatorResult,
    Refusal,
    Score,
    SubjectResult,
    short_repr,
)

__all__ = ["Trail", "TrailKind", "TrailSearch", "find_trails"]

TrailKind = Literal["fact", "score", "refusal", "question"]
_Statement = Fact | Score | Refusal | Discrepancy
_Result = IndicatorResult | SubjectResult


@attrs.frozen
class Trail:
    """One statement of an evaluation, and the facts that it depends on.

    Attributes:
        id: Id of a fact; otherwise the id of its subject, a space, and the id of its rule or
            check.
        kind: What it is.
        statement: Its text.
        value: Its number, unrounded.
        unit: Unit of the number.
        label: The label of a score.
        formula: The formula of a score, with its numbers.
        source: Source of a fact; for a score the source of its rule.
        made_by: Distribution and version of the rule or check; None for a fact.
        withheld: True where disclosure control keeps it out of reports.
        again: True where the fact occurs earlier in the same trail, with what it depends on.
        rests_on: The trails of the facts that it depends on.
    """

    __repr__ = short_repr

    id: str
    kind: TrailKind
    statement: str
    value: float | None = None
    unit: str | None = None
    label: str | None = None
    formula: str | None = None
    source: str | None = None
    made_by: str | None = None
    withheld: bool = False
    again: bool = False
    rests_on: "tuple[Trail, ...]" = ()

    @property
    def leaves(self) -> "Iterator[Trail]":
        """The facts of the trail that depend on no others, each once."""
        if not self.rests_on and not self.again:
            yield self
        yield from chain.from_iterable(trail.leaves for trail in self.rests_on)


def _statements(evaluation: Evaluation) -> dict[str, list[_Statement]]:
    """Return all statements by id, sorted; a rule may be chosen twice for an indicator."""
    pairs: list[tuple[str, _Statement]] = [(entry.id, entry) for entry in evaluation.facts]
    results: tuple[_Result, ...] = (*evaluation.indicators, *evaluation.subjects)
    for result in results:
        verdicts: tuple[Score | Refusal, ...] = (*result.scores, *result.refusals)
        pairs += [(f"{entry.about} {entry.rule}", entry) for entry in verdicts]
    pairs += [(f"{entry.about} {entry.code}", entry) for entry in evaluation.discrepancies]
    by_id: dict[str, list[_Statement]] = {}
    for id_, statement in sorted(pairs, key=lambda pair: pair[0]):
        by_id.setdefault(id_, []).append(statement)
    return by_id


@attrs.frozen
class TrailSearch:
    """The result of a search for an id, or for the beginning of an id.

    Attributes:
        wanted: The text that was searched for.
        matches: Ids that match, sorted or in the order of the search.
        trails: Their trails; empty where several ids only begin with the text. A rule that was
            chosen twice for an indicator has two.
    """

    __repr__ = short_repr

    wanted: str
    matches: tuple[str, ...]
    trails: tuple[Trail, ...] = ()


def _no_facts(fact: str) -> tuple[Fact, ...]:
    del fact
    return ()


def find_trails(
    evaluation: Evaluation,
    wanted: str,
    withheld: Collection[str] = (),
    facts_behind: Callable[[str], tuple[Fact, ...]] = _no_facts,
) -> TrailSearch:
    """Return the trails of the statements with an id, or with ids that begin with a text.

    Args:
        evaluation: The internal evaluation.
        wanted: Id of a fact; id of an indicator, priority or criterion, a space and that of a
            rule or check; several ids of facts with spaces between, as reports have them for one
            sentence; or the beginning of such an id.
        withheld: Ids of the facts that disclosure control keeps out of reports.
        facts_behind: Returns the facts behind the fact of a benchmark; see `MemberFacts`.

    Raises:
        UnknownName: No statement has this id, or an id that begins with it.
    """
    statements = _statements(evaluation)
    query = " ".join(wanted.split())
    ids = (query,) if query in statements else tuple(dict.fromkeys(query.split(" ")))
    if not all(id_ in statements for id_ in ids):
        ids = tuple(id_ for id_ in statements if query and id_.startswith(query))
        if len(ids) > 1:
            return TrailSearch(query, ids)
        if not ids:
            raise UnknownName("fact, score or question", query, tuple(statements))
    facts = {fact.id: fact for fact in evaluation.facts}
    withheld_ids = frozenset(withheld)
    trails = (
        _TrailBuilder(facts, withheld_ids, facts_behind).build(id_, statement)
        for id_ in ids
        for statement in statements[id_]
    )
    return TrailSearch(query, ids, tuple(trails))


@attrs.define
class _TrailBuilder:
    """Builds the trail of one statement; each fact is expanded once.

    Attributes:
        facts: All facts by id.
        withheld: Ids of the facts that are kept out of reports.
        facts_behind: Returns the facts behind the fact of a benchmark.
        seen: Ids of the facts that are in the trail already.
    """

    facts: dict[str, Fact]
    withheld: frozenset[str]
    facts_behind: Callable[[str], tuple[Fact, ...]]
    seen: set[str] = attrs.Factory(set)

    def build(self, id_: str, statement: _Statement) -> Trail:
        """Return the trail of a statement."""
        if isinstance(statement, Fact):
            return self._fact(statement)
        trails = self._trails_of(statement.facts)
        is_withheld = not self.withheld.isdisjoint(statement.facts)
        if isinstance(statement, Score):
            return Trail(
                id_,
                "score",
                statement.statement,
                label=statement.label,
                formula=statement.formula,
                source=statement.source,
                made_by=statement.made_by,
                withheld=is_withheld,
                rests_on=trails,
            )
        is_refusal = isinstance(statement, Refusal)
        text = statement.reason if isinstance(statement, Refusal) else statement.question
        kind: TrailKind = "refusal" if is_refusal else "question"
        return Trail(
            id_, kind, text, made_by=statement.made_by, withheld=is_withheld, rests_on=trails
        )

    def _fact(self, fact: Fact) -> Trail:
        again = fact.id in self.seen
        self.seen.add(fact.id)
        return Trail(
            fact.id,
            "fact",
            fact.statement,
            value=fact.value,
            unit=fact.unit,
            source=fact.source,
            withheld=fact.id in self.withheld,
            again=again,
            rests_on=() if again else (*self._trails_of(fact.derived_from), *self._members(fact)),
        )

    def _members(self, fact: Fact) -> tuple[Trail, ...]:
        """Return the figures of the areas behind a benchmark, withheld if the benchmark is."""
        withheld = fact.id in self.withheld
        trails = (self._fact(member) for member in self.facts_behind(fact.id))
        return tuple(attrs.evolve(trail, withheld=withheld) for trail in trails)

    def _trails_of(self, ids: tuple[str, ...]) -> tuple[Trail, ...]:
        return tuple(
            self._fact(self.facts[id_])
            if id_ in self.facts
            else Trail(id_, "fact", "The evaluation has no fact of this id.")
            for id_ in dict.fromkeys(ids)
        )
