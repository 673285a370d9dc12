"""The whole way from something that a report says down to the rows it was read from."""

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
)

__all__ = ["Trail", "TrailKind", "Trails", "trails_of"]

TrailKind = Literal["fact", "score", "refusal", "question"]
_Thing = Fact | Score | Refusal | Discrepancy
_Result = IndicatorResult | SubjectResult


@attrs.frozen
class Trail:
    """One thing that an evaluation says, and what it rests on.

    Attributes:
        id: Id of a fact; of all else the id of what it is about, a space, and that of its rule
            or check.
        kind: What it is.
        statement: What it says.
        value: Its number, unrounded.
        unit: Unit of the number.
        label: The word of a score.
        formula: The formula of a score, with its numbers.
        source: What it was read from; of a score where its rule comes from.
        made_by: Distribution and version of the rule or check; None for a fact.
        withheld: True where disclosure control keeps it out of reports.
        again: True where it was told before in the same trail; what it rests on stands there.
        rests_on: What it was worked out from, each with its own trail.
    """

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
        """What the trail leads to: all that rests on nothing else, each once."""
        if not self.rests_on and not self.again:
            yield self
        yield from chain.from_iterable(each.leaves for each in self.rests_on)


def _things(evaluation: Evaluation) -> dict[str, list[_Thing]]:
    """Return everything that has a trail by its id, sorted; a rule may be chosen twice."""
    said: list[tuple[str, _Thing]] = [(each.id, each) for each in evaluation.facts]
    results: tuple[_Result, ...] = (*evaluation.indicators, *evaluation.subjects)
    for result in results:
        verdicts: tuple[Score | Refusal, ...] = (*result.scores, *result.refusals)
        said += [(f"{each.about} {each.rule}", each) for each in verdicts]
    said += [(f"{each.about} {each.code}", each) for each in evaluation.discrepancies]
    found: dict[str, list[_Thing]] = {}
    for id_, thing in sorted(said, key=lambda pair: pair[0]):
        found.setdefault(id_, []).append(thing)
    return found


@attrs.frozen
class Trails:
    """What is found under a word of a report.

    Attributes:
        wanted: The word, or the words.
        matches: Ids that are meant, sorted or in the order they were given.
        trails: Their trails; empty where several ids only begin so. A rule that was chosen
            twice for an indicator has two.
    """

    wanted: str
    matches: tuple[str, ...]
    trails: tuple[Trail, ...] = ()


def _nothing_behind(fact: str) -> tuple[Fact, ...]:
    del fact
    return ()


def trails_of(
    evaluation: Evaluation,
    wanted: str,
    withheld: Collection[str] = (),
    behind: Callable[[str], tuple[Fact, ...]] = _nothing_behind,
) -> Trails:
    """Return the way from what a report says down to everything that was read for it.

    Args:
        evaluation: What is known; it is internal.
        wanted: Id of a fact; that of an indicator, priority or criterion, a space and that of a
            rule or check; several ids of facts with spaces between, as a report has them for one
            sentence; or what such an id begins with.
        withheld: Ids of the facts that disclosure control keeps out of reports.
        behind: What returns the facts behind the fact of a benchmark; see `MemberFacts`.

    Raises:
        UnknownName: Nothing has that id, or one that begins so.
    """
    known = _things(evaluation)
    words = " ".join(wanted.split())
    ids = (words,) if words in known else tuple(dict.fromkeys(words.split(" ")))
    if not all(each in known for each in ids):
        ids = tuple(each for each in known if words and each.startswith(words))
        if len(ids) > 1:
            return Trails(words, ids)
        if not ids:
            raise UnknownName("fact, score or question", words, tuple(known))
    facts = {each.id: each for each in evaluation.facts}
    hidden = frozenset(withheld)
    found = (_Walk(facts, hidden, behind).told(id_, each) for id_ in ids for each in known[id_])
    return Trails(words, ids, tuple(found))


@attrs.define
class _Walk:
    """One walk down; it goes through each fact once.

    Attributes:
        facts: All facts by id.
        withheld: Ids of those that are kept out of reports.
        behind: What returns the facts behind the fact of a benchmark.
        seen: Ids of those that were told.
    """

    facts: dict[str, Fact]
    withheld: frozenset[str]
    behind: Callable[[str], tuple[Fact, ...]]
    seen: set[str] = attrs.Factory(set)

    def told(self, id_: str, thing: _Thing) -> Trail:
        """Return what a thing says, with everything below it."""
        if isinstance(thing, Fact):
            return self._fact(thing)
        below = self._below(thing.facts)
        hidden = not self.withheld.isdisjoint(thing.facts)
        if isinstance(thing, Score):
            return Trail(
                id_,
                "score",
                thing.statement,
                label=thing.label,
                formula=thing.formula,
                source=thing.source,
                made_by=thing.made_by,
                withheld=hidden,
                rests_on=below,
            )
        refused = isinstance(thing, Refusal)
        said = thing.reason if isinstance(thing, Refusal) else thing.question
        kind: TrailKind = "refusal" if refused else "question"
        return Trail(id_, kind, said, made_by=thing.made_by, withheld=hidden, rests_on=below)

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
            rests_on=() if again else (*self._below(fact.derived_from), *self._members(fact)),
        )

    def _members(self, fact: Fact) -> tuple[Trail, ...]:
        """Return the figures of the areas behind a benchmark, withheld where it is."""
        withheld = fact.id in self.withheld
        trails = (self._fact(member) for member in self.behind(fact.id))
        return tuple(attrs.evolve(trail, withheld=withheld) for trail in trails)

    def _below(self, ids: tuple[str, ...]) -> tuple[Trail, ...]:
        return tuple(
            self._fact(self.facts[each])
            if each in self.facts
            else Trail(each, "fact", "The evaluation has no fact of this id.")
            for each in dict.fromkeys(ids)
        )
