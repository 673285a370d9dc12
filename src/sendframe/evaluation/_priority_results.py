"""What is known about each priority and criterion: evidence, progress, judgement. No number."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import attrs

from sendframe.model import (
    Action,
    ActionRegister,
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
    RatingScale,
    ScaleSet,
    ScaleValue,
    SelfEvaluation,
    Strategy,
    SubjectResult,
    Text,
    Voice,
    begun_by,
    expired_on,
    known_by,
    overdue_on,
)

from ._document_facts import DocumentFacts
from ._facts import FactBook

__all__ = ["SubjectBuilder"]

T = TypeVar("T")

Item = Evidence | Voice
NO_STATUS = "no status given"


def _scales(portfolio: Portfolio) -> Iterator[RatingScale]:
    for criteria in portfolio.of(CriteriaSet):
        if criteria.rating_scale:
            yield criteria.rating_scale
    for scales in portfolio.of(ScaleSet):
        yield from scales.scales
    for register in portfolio.of(ActionRegister):
        yield from (each for each in (register.delivery_scale, register.impact_scale) if each)


def _count(names: Iterable[str]) -> FrozenMap[int]:
    return FrozenMap(dict(Counter(names)))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """Return what stands under each id, in order."""
    found: dict[str, list[T]] = {}
    for id_, each in pairs:
        found.setdefault(id_, []).append(each)
    return found


@attrs.define(eq=False)
class _Subject:
    """A priority or criterion while it is put together."""

    claims: set[str]
    cited: set[str] = attrs.Factory(set)
    commitments: dict[str, tuple[str, ...]] = attrs.Factory(dict)
    actions: set[str] = attrs.Factory(set)
    indicators: set[str] = attrs.Factory(set)

    def join(self, other: "_Subject") -> None:
        """Take in what another subject holds."""
        self.claims |= other.claims
        self.cited |= other.cited
        self.commitments |= other.commitments
        self.actions |= other.actions
        self.indicators |= other.indicators


class SubjectBuilder:
    """Puts together what is known about each priority and criterion of a portfolio.

    Args:
        portfolio: The documents.
        as_at: The day of the evaluation; what is dated later is left out.
        book: Where facts are noted.
        documents: Where what stands in documents is noted.
    """

    def __init__(
        self, portfolio: Portfolio, as_at: date, book: FactBook, documents: DocumentFacts
    ) -> None:
        self.portfolio = portfolio
        self.as_at = as_at
        self.book = book
        self.documents = documents
        self.actions = portfolio.actions()
        self.values: dict[str, ScaleValue] = {
            value.id: value for scale in _scales(portfolio) for value in scale.values
        }
        self.items = self._items()
        self.editions = sorted(
            portfolio.of(SelfEvaluation),
            key=lambda each: (each.data_cut_off or date.min, each.id),
            reverse=True,
        )
        self.priorities = {
            each.id: each for plan in portfolio.of(Strategy) for each in plan.priorities
        }
        self.items_about = _grouped(
            (claim, id_)
            for id_, each in self.items.items()
            for claim in (*each.supports, *each.contradicts)
        )
        self.entries_of = _grouped(
            (entry.criterion, (edition, entry))
            for edition in self.editions
            for entry in edition.entries
        )
        plans = tuple(portfolio.of(Strategy))
        self.streams = _grouped(
            (id_, stream) for plan in plans for stream in plan.workstreams for id_ in stream.serves
        )
        self.measures = _grouped(
            (id_, measure) for plan in plans for measure in plan.measures for id_ in measure.serves
        )
        self.priorities_of = _grouped(
            (criterion, id_)
            for id_, each in self.priorities.items()
            for criterion in dict.fromkeys(each.criteria)
        )
        self.by_priority = {id_: self._of_priority(id_) for id_ in self.priorities}
        self.set_of = {
            each.id: criteria.id
            for criteria in portfolio.of(CriteriaSet)
            for each in criteria.criteria
        }
        named = dict.fromkeys((*self.set_of, *self.entries_of))
        self.by_criterion = {id_: self._of_criterion(id_) for id_ in named}
        self.voices: dict[str, list[Voice]] = {}
        self.by_set = {id_: self._by_set(each) for id_, each in self.priorities.items()}

    def _items(self) -> dict[str, Item]:
        found: dict[str, Item] = {}
        for register in self.portfolio.of(EvidenceRegister):
            both: tuple[Item, ...] = (*register.evidence, *register.voices)
            for each in both:
                if begun_by(each.on, self.as_at):
                    found[each.id] = each
        return found

    def _of_priority(self, id_: str) -> _Subject:
        priority = self.priorities[id_]
        parts = (*priority.outcomes, *priority.aims, *priority.commitments)
        found = _Subject(claims={id_, *(each.id for each in parts)})
        found.cited |= set(priority.quotes)
        found.commitments = {each.id: each.actions for each in priority.commitments}
        found.actions |= set(priority.actions)
        found.actions |= {each for actions in found.commitments.values() for each in actions}
        for stream in self.streams.get(id_, ()):
            found.actions |= set(stream.actions)
        for claim in tuple(found.claims):
            for measure in self.measures.get(claim, ()):
                found.claims.add(measure.id)
                found.indicators |= set(measure.indicators)
        found.claims |= found.actions
        return found

    def _by_set(self, priority: Priority) -> dict[str, _Subject]:
        """Return what the criteria of a priority cite, by the set of criteria."""
        found: dict[str, _Subject] = {}
        for each in priority.criteria:
            if each in self.by_criterion:
                found.setdefault(self.set_of[each], _Subject(set())).join(self.by_criterion[each])
        return found

    def _entries(self, criterion: str) -> Sequence[tuple[SelfEvaluation, CriterionEntry]]:
        return self.entries_of.get(criterion, ())

    def _of_criterion(self, id_: str) -> _Subject:
        found = _Subject(claims={id_})
        for _, entry in self._entries(id_):
            found.cited |= set(entry.evidence) | {each.evidence for each in entry.answers}
            found.actions |= {a for area in entry.areas_for_development for a in area.actions}
            if entry.judgement:
                found.claims.add(entry.judgement.id)
        return found

    def all(self) -> tuple[SubjectResult, ...]:
        """Return all priorities, plan by plan, then all criteria, set by set."""
        found: list[SubjectResult] = []
        for plan in self.portfolio.of(Strategy):
            ordered = sorted(plan.priorities, key=lambda each: (each.order, each.id))
            found.extend(self._priority(plan, each) for each in ordered)
        for criteria in self.portfolio.of(CriteriaSet):
            for order, criterion in enumerate(criteria.criteria, 1):
                found.append(self._criterion(criteria.id, criterion, order))
        absent = sorted(self.entries_of.keys() - self.set_of.keys())
        return (*found, *map(self._absent_criterion, absent))

    def _absent_criterion(self, id_: str) -> SubjectResult:
        """Return what editions say of a criterion that no set here holds, as a missing plug-in's."""
        edition, entry = self.entries_of[id_][0]
        stand_in = Criterion(id=id_, code=id_, wording=Text(default=id_), kind="absent")
        return self._criterion(edition.id, stand_in, edition.entries.index(entry) + 1)

    def _whole_priority(self, id_: str) -> _Subject:
        """What a priority holds itself, and what its criteria cite."""
        whole = _Subject(claims=set())
        whole.join(self.by_priority[id_])
        for each in self.by_set[id_].values():
            whole.join(each)
        return whole

    def _priority(self, plan: Strategy, priority: Priority) -> SubjectResult:
        whole = self._whole_priority(priority.id)
        return self._result(
            whole,
            priority,
            kind="priority",
            id=priority.id,
            title=str(priority.statement),
            label=f"{priority.label} {priority.order}",
            within=plan.id,
            order=priority.order,
            related=tuple(priority.criteria),
            judgements=tuple(
                view for criterion in priority.criteria for view in self._judgements(criterion)
            ),
        )

    def _criterion(self, within: str, criterion: Criterion, order: int) -> SubjectResult:
        whole = _Subject(claims=set())
        whole.join(self.by_criterion[criterion.id])
        related = tuple(self.priorities_of.get(criterion.id, ()))
        for id_ in related:
            whole.join(self.by_priority[id_])
            for set_, each in self.by_set[id_].items():
                # Sets of criteria stand side by side on the same evidence; criteria of one set
                # do not lend each other theirs.
                if set_ != within:
                    whole.join(each)
        return self._result(
            whole,
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

    def _result(self, whole: _Subject, thing: Priority | Criterion, **fields: Any) -> SubjectResult:
        prefix = f"{fields['kind']}/{fields['id']}"
        source = self.documents.source(f"{fields['kind']} {fields['id']}", thing)
        items = self._belonging(whole)
        self.voices[fields["id"]] = [each for each in items if isinstance(each, Voice)]
        indicators = whole.indicators | {
            each for item in items if isinstance(item, Evidence) for each in item.indicators
        }
        return SubjectResult(
            evidence=self._evidence(whole, items, prefix, source),
            progress=self._progress(whole, prefix, source),
            indicators=tuple(sorted(indicators)),
            **fields,
        )

    def _belonging(self, whole: _Subject) -> list[Item]:
        found = {id_ for id_ in whole.cited if id_ in self.items}
        for claim in whole.claims:
            found.update(self.items_about.get(claim, ()))
        return [self.items[id_] for id_ in sorted(found)]

    def _evidence(
        self, whole: _Subject, items: list[Item], prefix: str, source: str
    ) -> EvidenceProfile:
        name = prefix.partition("/")[2]
        days = sorted(each.on.last_day for each in items if each.on is not None)
        against = [each.id for each in items if whole.claims & set(each.contradicts)]
        answered = {
            answer.evidence
            for claim in whole.claims
            for _, entry in self._entries(claim)
            for answer in entry.answers
        }
        expired = [
            each.id
            for each in items
            if isinstance(each, Evidence) and expired_on(each.expires_on, self.as_at)
        ]
        kinds = _count(each.kind if isinstance(each, Evidence) else "voice" for each in items)
        said = ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "none"
        fact = self.book.add(
            f"{prefix}/evidence",
            f"Evidence about {name}: {len(items)} ({said}); {len(against)} against.",
            value=float(len(items)),
            unit="count",
            derived_from=tuple(self.documents.evidence(each) for each in items),
            source=source,
        )
        return EvidenceProfile(
            count=len(items),
            kinds=kinds,
            oldest=days[0] if days else None,
            newest=days[-1] if days else None,
            undated=sum(each.on is None for each in items),
            expired=tuple(expired),
            supports=tuple(each.id for each in items if whole.claims & set(each.supports)),
            contradicts=tuple(against),
            unanswered=tuple(each for each in against if each not in answered),
            fact=fact,
        )

    def _progress(self, whole: _Subject, prefix: str, source: str) -> Progress:
        name = prefix.partition("/")[2]
        chosen = [self.actions[id_] for id_ in sorted(whole.actions) if id_ in self.actions]
        overdue = tuple(each.id for each in chosen if self.is_overdue(each))
        fact = self.book.add(
            f"{prefix}/progress",
            f"Progress on {name}: {len(whole.commitments)} commitments, {len(chosen)} actions, "
            f"{len(overdue)} overdue.",
            value=float(len(chosen)),
            unit="count",
            derived_from=tuple(self._noted(each) for each in chosen),
            source=source,
        )
        return Progress(
            commitments=len(whole.commitments),
            without_action=tuple(
                sorted(id_ for id_, acts in whole.commitments.items() if not acts)
            ),
            actions=len(chosen),
            delivery=_count(self.status_name(each, "delivery") for each in chosen),
            impact=_count(self.status_name(each, "impact") for each in chosen),
            complete=tuple(each.id for each in chosen if self._progress_of(each) == "complete"),
            overdue=overdue,
            moved=tuple(each.id for each in chosen if each.due_history),
            without_owner=tuple(each.id for each in chosen if not each.action_leads),
            fact=fact,
        )

    def _noted(self, action: Action) -> str:
        return self.documents.action(
            action,
            self.status_name(action, "delivery"),
            self.status_name(action, "impact"),
            overdue=self.is_overdue(action),
        )

    def status_name(self, action: Action, which: str) -> str:
        """Return the word of an action's delivery or impact status."""
        status = action.delivery if which == "delivery" else action.impact
        value = self.values.get(status.value) if status else None
        return value.name if value else NO_STATUS

    def _progress_of(self, action: Action) -> str | None:
        value = self.values.get(action.delivery.value) if action.delivery else None
        return value.progress if value else None

    def is_overdue(self, action: Action) -> bool:
        """Say whether the last possible day has passed and the action is not done or stopped."""
        ended = self._progress_of(action) in ("complete", "stopped")
        if action.due is None or action.closing is not None or ended:
            return False
        return overdue_on(action.due, self.as_at)

    def _judgements(self, criterion: str) -> Iterator[JudgementView]:
        for edition, entry in self._entries(criterion):
            judgement = entry.judgement
            if judgement is None or not known_by(judgement.on, self.as_at):
                continue
            value = self.values.get(judgement.value)
            before = self.values.get(judgement.previous or "")
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
                previous=before.name if before else judgement.previous,
                why_changed=str(judgement.why_changed) if judgement.why_changed else None,
                fact=fact,
            )
