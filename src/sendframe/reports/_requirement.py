"""What is written about each requirement of a set, what evidence there is, and what is missing."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

from sendframe.model import (
    CriteriaSet,
    Criterion,
    CriterionEntry,
    Evidence,
    EvidenceProfile,
    Priority,
    RatingScale,
    ScaleValue,
    SelfEvaluation,
    Strategy,
    Voice,
    short_repr,
)

from ._action_state import plans_in_force
from ._context import BuildContext, once_a_report
from ._edition_index import criterion_results
from ._judged_criteria import code_order

__all__ = ["Gap", "Requirement", "RequirementEvidence", "edition_of_set", "requirements_of"]

GapKind: TypeAlias = Literal[
    "wording", "words", "entry", "evidence", "judgement", "answer", "newer-evidence", "action"
]

_FORM = "to-be-completed"
"""The kind of a criterion in a form that nobody has completed; its wording is a placeholder."""
_EVIDENCE_FACT = "evidence/"
"""What the ids of the facts of evidence begin with, before its own id."""


@attrs.frozen
class Gap:
    """Something that is missing of a requirement.

    Attributes:
        kind: ``wording`` where the requirement is a form that nobody has completed; ``words`` where
            nothing is written; ``entry`` where plans refer to it and the self-evaluation of its set
            does not; ``evidence`` and ``judgement`` where there are none; ``answer`` for evidence
            against it, ``newer-evidence`` for evidence that has expired, and ``action`` for areas
            for development.
        number: How many are without it.
    """

    __repr__ = short_repr

    kind: GapKind
    number: int = 1


@attrs.frozen
class RequirementEvidence:
    """The evidence of a requirement by the side it takes.

    Attributes:
        profile: How much there is in all, shown or not.
        supporting: What speaks for it and may be shown.
        against: What speaks against it and may be shown.
        neither: What takes no side and may be shown.
        hidden_for: How many pieces that may not be shown speak for it.
        hidden_against: How many of those speak against it.
        hidden_neither: How many of those take no side.
    """

    __repr__ = short_repr

    profile: EvidenceProfile
    supporting: tuple[Evidence | Voice, ...] = ()
    against: tuple[Evidence | Voice, ...] = ()
    neither: tuple[Evidence | Voice, ...] = ()
    hidden_for: int = 0
    hidden_against: int = 0
    hidden_neither: int = 0

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many pieces speak for it, how many against it, and how many take no side."""
        return (
            len(self.supporting) + self.hidden_for,
            len(self.against) + self.hidden_against,
            len(self.neither) + self.hidden_neither,
        )


@attrs.frozen
class Requirement:
    """A criterion with what is written about it, the evidence, and what is missing.

    Attributes:
        criterion: The criterion.
        evidence: The evidence about it.
        edition: The newest edition of a self-evaluation that answers its set; None for none.
        entry: What that edition says about it.
        value: What it is judged as there; None where it is not judged.
        scale: The scale of that value.
        priorities: Priorities of plans in force that refer to it, each with its plan.
        gaps: What is missing.
    """

    __repr__ = short_repr

    criterion: Criterion
    evidence: RequirementEvidence
    edition: SelfEvaluation | None = None
    entry: CriterionEntry | None = None
    value: ScaleValue | None = None
    scale: RatingScale | None = None
    priorities: tuple[tuple[Strategy, Priority], ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether the self-evaluation says anything about it."""
        return self.entry is not None and _has_words(self.entry)

    @property
    def is_written(self) -> bool:
        """Whether the self-evaluation or a plan says anything about it."""
        return self.is_answered or bool(self.priorities)


def edition_of_set(context: BuildContext, criteria_set: CriteriaSet) -> SelfEvaluation | None:
    """Return the newest edition of a self-evaluation that answers a set; None for none."""
    using = (edition for edition in context.editions if criteria_set.id in edition.criteria_sets)
    return next(using, None)


def requirements_of(context: BuildContext, criteria_set: CriteriaSet) -> tuple[Requirement, ...]:
    """Return the criteria of a set, in the order of their codes, with what is known of each."""
    edition = edition_of_set(context, criteria_set)
    entries = {entry.criterion: entry for entry in edition.entries} if edition else {}
    ordered = sorted(criteria_set.criteria, key=lambda item: code_order(item.code))
    return tuple(
        _requirement(context, criterion, edition, entries.get(criterion.id))
        for criterion in ordered
    )


def _requirement(
    context: BuildContext,
    criterion: Criterion,
    edition: SelfEvaluation | None,
    entry: CriterionEntry | None,
) -> Requirement:
    judgement = entry.judgement if entry else None
    scale, value = _values(context).get(judgement.value if judgement else "", (None, None))
    requirement = Requirement(
        criterion=criterion,
        evidence=_evidence(context, criterion),
        edition=edition,
        entry=entry,
        value=value,
        scale=scale,
        priorities=tuple(_priorities(context).get(criterion.id, ())),
    )
    return attrs.evolve(requirement, gaps=tuple(_gaps(context, requirement)))


@once_a_report
def _values(context: BuildContext) -> dict[str, tuple[RatingScale, ScaleValue]]:
    """Return the values of all scales, each with its scale, by id of the value."""
    scales = context.portfolio.scales()
    return {value.id: (scale, value) for scale in scales for value in scale.values}


@once_a_report
def _priorities(context: BuildContext) -> dict[str, list[tuple[Strategy, Priority]]]:
    """Return the priorities of plans in force that refer to each criterion, by its id."""
    referring: dict[str, list[tuple[Strategy, Priority]]] = {}
    for plan in plans_in_force(context):
        for priority in sorted(plan.priorities, key=lambda item: item.order):
            for criterion in dict.fromkeys(priority.criteria):
                referring.setdefault(criterion, []).append((plan, priority))
    return referring


def _has_words(entry: CriterionEntry) -> bool:
    lists = (
        entry.wanted,
        entry.did,
        entry.working_well,
        entry.changing,
        entry.difference,
        entry.areas_for_development,
        entry.promises,
    )
    return any(lists) or (entry.judgement is not None and entry.judgement.reason is not None)


def _evidence(context: BuildContext, criterion: Criterion) -> RequirementEvidence:
    """Return the evidence of the evaluation by side; what speaks on both sides is against it."""
    profile = criterion_results(context)[criterion.id].evidence
    facts = context.facts[profile.fact].derived_from
    ids = [fact.removeprefix(_EVIDENCE_FACT) for fact in facts]
    against = [id_ for id_ in ids if id_ in profile.contradicts]
    supporting = [id_ for id_ in ids if id_ in profile.supports and id_ not in against]
    neither = [id_ for id_ in ids if id_ not in (*against, *supporting)]
    shown_for, shown_against, shown_neither = (
        tuple(context.evidence[id_] for id_ in side if id_ in context.evidence)
        for side in (supporting, against, neither)
    )
    return RequirementEvidence(
        profile=profile,
        supporting=shown_for,
        against=shown_against,
        neither=shown_neither,
        hidden_for=len(supporting) - len(shown_for),
        hidden_against=len(against) - len(shown_against),
        hidden_neither=len(neither) - len(shown_neither),
    )


def _gaps(context: BuildContext, requirement: Requirement) -> Iterator[Gap]:
    entry, profile = requirement.entry, requirement.evidence.profile
    if requirement.criterion.kind == _FORM:
        yield Gap("wording")
    if not requirement.is_written:
        yield Gap("words")
    elif requirement.edition is not None and not requirement.is_answered:
        yield Gap("entry")
    if not profile.count:
        yield Gap("evidence")
    if entry is None or entry.judgement is None:
        yield Gap("judgement")
    areas = entry.areas_for_development if entry else ()
    without = sum(not any(id_ in context.actions for id_ in area.actions) for area in areas)
    numbers: tuple[tuple[GapKind, int], ...] = (
        ("answer", len(profile.unanswered)),
        ("newer-evidence", len(profile.expired)),
        ("action", without),
    )
    yield from (Gap(kind, number) for kind, number in numbers if number)
