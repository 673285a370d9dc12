"""Build the result of each priority and criterion: evidence, progress and judgements."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import attrs

from sendframe.model import (
    Action,
    CriteriaSet,
    Criterion,
    CriterionEntry,
    Evidence,
    EvidenceProfile,
    EvidenceRegister,
    FrozenMap,
    JudgementView,
    Portfolio,
    Priority,
    Progress,
    SelfEvaluation,
    Strategy,
    SubjectResult,
    Text,
    Voice,
    begun_by,
    expired_on,
    known_by,
)

from ._action_status import ActionStatus
from ._document_facts import DocumentFacts
from ._facts import FactBook

__all__ = ["SubjectResultBuilder"]

T = TypeVar("T")

EvidenceItem = Evidence | Voice


def _count(names: Iterable[str]) -> FrozenMap[int]:
    return FrozenMap(dict(Counter(names)))


def _group_by_id(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """Return the members of each id, in order."""
    groups: dict[str, list[T]] = {}
    for id_, member in pairs:
        groups.setdefault(id_, []).append(member)
    return groups


@attrs.define(eq=False)
class _SubjectReferences:
    """Ids that a priority or criterion refers to.

    Attributes:
        claims: Ids of what evidence may support: the subject, its outcomes, measures and actions.
        cited: Ids of evidence that it cites.
        commitments: Ids of the actions of each commitment.
        actions: Ids of its actions.
        indicators: Ids of its indicators.
    """

    claims: set[str]
    cited: set[str] = attrs.Factory(set)
    commitments: dict[str, tuple[str, ...]] = attrs.Factory(dict)
    actions: set[str] = attrs.Factory(set)
    indicators: set[str] = attrs.Factory(set)

    def add(self, other: "_SubjectReferences") -> None:
        """Add the references of another subject."""
        self.claims |= other.claims
        self.cited |= other.cited
        self.commitments |= other.commitments
        self.actions |= other.actions
        self.indicators |= other.indicators


class SubjectResultBuilder:
    """Builds the results of the priorities and criteria of a portfolio.

    Args:
        portfolio: The documents.
        as_at: The day of the evaluation; evidence and judgements dated later are skipped.
        book: The facts of the evaluation.
        documents: Adds the facts that are read from documents.
    """

    def __init__(
        self, portfolio: Portfolio, as_at: date, book: FactBook, documents: DocumentFacts
    ) -> None:
        self.portfolio = portfolio
        self.as_at = as_at
        self.book = book
        self.documents = documents
        self.actions = portfolio.actions()
        self.values = portfolio.scale_values()
        self.status = ActionStatus(self.values, as_at)
        self.items = self._items()
        self.editions = sorted(
            portfolio.of(SelfEvaluation),
            key=lambda edition: (edition.data_cut_off or date.min, edition.id),
            reverse=True,
        )
        self.priorities = {
            priority.id: priority for plan in portfolio.of(Strategy) for priority in plan.priorities
        }
        self.items_about = _group_by_id(
            (claim, id_) for id_, item in self.items.items() for claim in item.claims
        )
        self.supports = {id_: frozenset(item.supports) for id_, item in self.items.items()}
        self.contradicts = {id_: frozenset(item.contradicts) for id_, item in self.items.items()}
        self.entries_of = _group_by_id(
            (entry.criterion, (edition, entry))
            for edition in self.editions
            for entry in edition.entries
        )
        plans = tuple(portfolio.of(Strategy))
        self.workstreams_of = _group_by_id(
            (id_, stream) for plan in plans for stream in plan.workstreams for id_ in stream.serves
        )
        self.measures_of = _group_by_id(
            (id_, measure) for plan in plans for measure in plan.measures for id_ in measure.serves
        )
        self.priorities_of = _group_by_id(
            (criterion, id_)
            for id_, priority in self.priorities.items()
            for criterion in dict.fromkeys(priority.criteria)
        )
        self.priority_references = {id_: self._priority_references(id_) for id_ in self.priorities}
        self.set_of = {
            criterion.id: criteria_set.id
            for criteria_set in portfolio.of(CriteriaSet)
            for criterion in criteria_set.criteria
        }
        criterion_ids = dict.fromkeys((*self.set_of, *self.entries_of))
        self.criterion_references = {id_: self._criterion_references(id_) for id_ in criterion_ids}
        self.voices: dict[str, list[Voice]] = {}
        self.references_by_set = {
            id_: self._references_by_set(priority) for id_, priority in self.priorities.items()
        }

    def _items(self) -> dict[str, EvidenceItem]:
        items: dict[str, EvidenceItem] = {}
        for register in self.portfolio.of(EvidenceRegister):
            evidence_and_voices: tuple[EvidenceItem, ...] = (*register.evidence, *register.voices)
            for item in evidence_and_voices:
                if begun_by(item.on, self.as_at):
                    items[item.id] = item
        return items

    def _priority_references(self, id_: str) -> _SubjectReferences:
        priority = self.priorities[id_]
        parts = (*priority.outcomes, *priority.aims, *priority.commitments)
        references = _SubjectReferences(claims={id_, *(part.id for part in parts)})
        references.cited |= set(priority.quotes)
        references.commitments = {part.id: part.actions for part in priority.commitments}
        references.actions |= set(priority.actions)
        references.actions |= {
            part for actions in references.commitments.values() for part in actions
        }
        for stream in self.workstreams_of.get(id_, ()):
            references.actions |= set(stream.actions)
        for claim in tuple(references.claims):
            for measure in self.measures_of.get(claim, ()):
                references.claims.add(measure.id)
                references.indicators |= set(measure.indicators)
        references.claims |= references.actions
        return references

    def _references_by_set(self, priority: Priority) -> dict[str, _SubjectReferences]:
        """Return the references of a priority's criteria, by criteria set."""
        by_set: dict[str, _SubjectReferences] = {}
        for criterion in priority.criteria:
            if criterion in self.criterion_references:
                by_set.setdefault(self.set_of[criterion], _SubjectReferences(set())).add(
                    self.criterion_references[criterion]
                )
        return by_set

    def _entries(self, criterion: str) -> Sequence[tuple[SelfEvaluation, CriterionEntry]]:
        return self.entries_of.get(criterion, ())

    def _criterion_references(self, id_: str) -> _SubjectReferences:
        references = _SubjectReferences(claims={id_})
        for _, entry in self._entries(id_):
            references.cited |= set(entry.evidence) | {answer.evidence for answer in entry.answers}
            references.actions |= {
                action for area in entry.areas_for_development for action in area.actions
            }
            if entry.judgement:
                references.claims.add(entry.judgement.id)
        return references

    def build_all(self) -> tuple[SubjectResult, ...]:
        """Return the results of all priorities, plan by plan, then of all criteria, set by set."""
        results: list[SubjectResult] = []
        for plan in self.portfolio.of(Strategy):
            ordered = sorted(plan.priorities, key=lambda priority: (priority.order, priority.id))
            results.extend(self._priority(plan, priority) for priority in ordered)
        for criteria in self.portfolio.of(CriteriaSet):
            for order, criterion in enumerate(criteria.criteria, 1):
                results.append(self._criterion(criteria.id, criterion, order))
        undefined = sorted(self.entries_of.keys() - self.set_of.keys())
        return (*results, *map(self._absent_criterion, undefined))

    def _absent_criterion(self, id_: str) -> SubjectResult:
        """Return the result of a criterion in no criteria set, such as one of a missing plug-in."""
        edition, entry = self.entries_of[id_][0]
        stand_in = Criterion(id=id_, code=id_, wording=Text(default=id_), kind="absent")
        return self._criterion(edition.id, stand_in, edition.entries.index(entry) + 1)

    def _all_priority_references(self, id_: str) -> _SubjectReferences:
        """Return the references of a priority and of its criteria."""
        references = _SubjectReferences(claims=set())
        references.add(self.priority_references[id_])
        for set_references in self.references_by_set[id_].values():
            references.add(set_references)
        return references

    def _priority(self, plan: Strategy, priority: Priority) -> SubjectResult:
        references = self._all_priority_references(priority.id)
        return self._result(
            references,
            priority,
            kind="priority",
            id=priority.id,
            title=str(priority.heading),
            label=f"{priority.label} {priority.order}",
            within=plan.id,
            order=priority.order,
            related=tuple(priority.criteria),
            judgements=tuple(
                view for criterion in priority.criteria for view in self._judgements(criterion)
            ),
        )

    def _criterion(self, within: str, criterion: Criterion, order: int) -> SubjectResult:
        references = _SubjectReferences(claims=set())
        references.add(self.criterion_references[criterion.id])
        related = tuple(self.priorities_of.get(criterion.id, ()))
        for id_ in related:
            references.add(self.priority_references[id_])
            for set_, set_references in self.references_by_set[id_].items():
                # Criteria of other sets share evidence through the priority; criteria of the
                # same set do not.
                if set_ != within:
                    references.add(set_references)
        return self._result(
            references,
            criterion,
            kind="criterion",
            id=criterion.id,
            title=str(criterion.wording),
            label=criterion.code,
            within=within,
            order=order,
            related=related,
            judgements=tuple(self._judgements(criterion.id)),
        )

    def _result(
        self, references: _SubjectReferences, thing: Priority | Criterion, **fields: Any
    ) -> SubjectResult:
        prefix = f"{fields['kind']}/{fields['id']}"
        source = self.documents.source(f"{fields['kind']} {fields['id']}", thing)
        items = self._items_of(references)
        self.voices[fields["id"]] = [item for item in items if isinstance(item, Voice)]
        indicators = references.indicators | {
            id_ for item in items if isinstance(item, Evidence) for id_ in item.indicators
        }
        return SubjectResult(
            evidence=self._evidence(references, items, prefix, source),
            progress=self._progress(references, prefix, source),
            indicators=tuple(sorted(indicators)),
            **fields,
        )

    def _items_of(self, references: _SubjectReferences) -> list[EvidenceItem]:
        ids = {id_ for id_ in references.cited if id_ in self.items}
        for claim in references.claims:
            ids.update(self.items_about.get(claim, ()))
        return [self.items[id_] for id_ in sorted(ids)]

    def _evidence(
        self, references: _SubjectReferences, items: list[EvidenceItem], prefix: str, source: str
    ) -> EvidenceProfile:
        name = prefix.partition("/")[2]
        last_days = sorted(item.on.last_day for item in items if item.on and item.on.is_dated)
        against = [item.id for item in items if references.claims & self.contradicts[item.id]]
        answered = {
            answer.evidence
            for claim in references.claims
            for _, entry in self._entries(claim)
            for answer in entry.answers
        }
        expired = [
            item.id
            for item in items
            if isinstance(item, Evidence) and expired_on(item.expires_on, self.as_at)
        ]
        kinds = _count(item.kind if isinstance(item, Evidence) else "voice" for item in items)
        kinds_text = ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "none"
        fact = self.book.add(
            f"{prefix}/evidence",
            f"Evidence about {name}: {len(items)} ({kinds_text}); {len(against)} against.",
            value=float(len(items)),
            unit="count",
            derived_from=tuple(self.documents.evidence(item) for item in items),
            source=source,
        )
        return EvidenceProfile(
            count=len(items),
            kinds=kinds,
            oldest=last_days[0] if last_days else None,
            newest=last_days[-1] if last_days else None,
            undated=sum(item.on is None for item in items),
            expired=tuple(expired),
            supports=tuple(item.id for item in items if references.claims & self.supports[item.id]),
            contradicts=tuple(against),
            unanswered=tuple(item for item in against if item not in answered),
            fact=fact,
        )

    def _progress(self, references: _SubjectReferences, prefix: str, source: str) -> Progress:
        name = prefix.partition("/")[2]
        actions = [self.actions[id_] for id_ in sorted(references.actions) if id_ in self.actions]
        overdue = tuple(action.id for action in actions if self.status.is_overdue(action))
        fact = self.book.add(
            f"{prefix}/progress",
            f"Progress on {name}: {len(references.commitments)} commitments, {len(actions)} actions, "
            f"{len(overdue)} overdue.",
            value=float(len(actions)),
            unit="count",
            derived_from=tuple(self._action_fact(action) for action in actions),
            source=source,
        )
        return Progress(
            commitments=len(references.commitments),
            without_action=tuple(
                sorted(id_ for id_, action_ids in references.commitments.items() if not action_ids)
            ),
            actions=len(actions),
            delivery=_count(map(self.status.delivery, actions)),
            impact=_count(map(self.status.impact, actions)),
            complete=tuple(
                action.id for action in actions if self.status.progress(action) == "complete"
            ),
            overdue=overdue,
            moved=tuple(action.id for action in actions if action.due_history),
            without_owner=tuple(action.id for action in actions if not action.action_leads),
            fact=fact,
        )

    def _action_fact(self, action: Action) -> str:
        return self.documents.action(
            action,
            self.status.delivery(action),
            self.status.impact(action),
            overdue=self.status.is_overdue(action),
        )

    def _judgements(self, criterion: str) -> Iterator[JudgementView]:
        for edition, entry in self._entries(criterion):
            judgement = entry.judgement
            if judgement is None or not known_by(judgement.on, self.as_at):
                continue
            value = self.values.get(judgement.value)
            previous_value = self.values.get(judgement.previous or "")
            name = value.name if value else judgement.value
            fact = self.book.add(
                f"judgement/{judgement.id}",
                f"{edition.edition}: {judgement.by} judged '{name}' on {judgement.on.isoformat()}.",
                source=self.documents.source(f"self-evaluation {edition.id}", judgement),
            )
            yield JudgementView(
                id=judgement.id,
                edition=edition.edition,
                value=judgement.value,
                name=name,
                shape=value.shape if value else "circle",
                by=judgement.by,
                on=judgement.on,
                reason=str(judgement.reason) if judgement.reason else None,
                previous=previous_value.name if previous_value else judgement.previous,
                why_changed=str(judgement.why_changed) if judgement.why_changed else None,
                fact=fact,
            )
