"""What belongs to what, gone through once for each report: evidence, verdicts, commitments."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from sendframe.model import (
    Challenge,
    Commitment,
    Evidence,
    EvidenceRegister,
    FindingVerdict,
    FollowUp,
    Review,
    SubjectResult,
    Voice,
)

from ._context import BuildContext, once_a_report
from ._governance import raised_challenges

__all__ = [
    "challenges_by_subject",
    "commitments_by_id",
    "criterion_results",
    "finding_actions_by_criterion",
    "places_of_evidence",
    "registered_evidence",
    "shown_by_claim",
    "shown_by_indicator",
    "verdicts_by_criterion",
    "verdicts_by_finding",
    "with_any",
]

T = TypeVar("T")


def with_any(index: Mapping[str, Iterable[T]], keys: Iterable[str]) -> Iterator[T]:
    """Yield what an index holds under any of some keys; what is under several, several times."""
    for key in keys:
        yield from index.get(key, ())


@once_a_report
def criterion_results(context: BuildContext) -> dict[str, SubjectResult]:
    """Return what is known about each criterion, by its id."""
    subjects = context.evaluation.subjects
    return {subject.id: subject for subject in subjects if subject.kind == "criterion"}


@once_a_report
def commitments_by_id(context: BuildContext) -> dict[str, tuple[str, Commitment]]:
    """Return each commitment of the plans with the id of its priority, by id."""
    return {
        commitment.id: (priority.id, commitment)
        for plan in context.plans
        for priority in plan.priorities
        for commitment in priority.commitments
    }


@once_a_report
def registered_evidence(context: BuildContext) -> dict[str, Evidence]:
    """Return all evidence of the portfolio by id, also what this report may not show."""
    registers = context.disclosed.portfolio.of(EvidenceRegister)
    return {item.id: item for register in registers for item in register.evidence}


@once_a_report
def places_of_evidence(context: BuildContext) -> dict[str, int]:
    """Return the place of each piece of evidence and each voice among all that may be shown."""
    return {id_: place for place, id_ in enumerate(context.evidence)}


@once_a_report
def shown_by_claim(context: BuildContext) -> dict[str, list[Evidence | Voice]]:
    """Return the evidence and voices that may be shown, by each claim they are about."""
    found: dict[str, list[Evidence | Voice]] = defaultdict(list)
    for item in context.evidence.values():
        for claim in item.claims:
            found[claim].append(item)
    return found


@once_a_report
def shown_by_indicator(context: BuildContext) -> dict[str, list[Evidence]]:
    """Return the evidence that may be shown, by each indicator whose figures it is."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for item in context.evidence.values():
        if isinstance(item, Evidence):
            for indicator in item.indicators:
                found[indicator].append(item)
    return found


@once_a_report
def challenges_by_subject(context: BuildContext) -> dict[str, list[Challenge]]:
    """Return the challenges raised so far, by each thing they are about."""
    found: dict[str, list[Challenge]] = defaultdict(list)
    for challenge in raised_challenges(context):
        for id_ in challenge.about:
            found[id_].append(challenge)
    return found


@once_a_report
def verdicts_by_finding(
    context: BuildContext,
) -> dict[str, list[tuple[Review, FollowUp, FindingVerdict]]]:
    """Return what later looks say of each finding, by its id."""
    found: dict[str, list[tuple[Review, FollowUp, FindingVerdict]]] = defaultdict(list)
    for review in context.portfolio.of(Review):
        for look in review.follow_ups:
            for verdict in look.findings:
                found[verdict.finding].append((review, look, verdict))
    return found


@once_a_report
def verdicts_by_criterion(
    context: BuildContext,
) -> dict[str, list[tuple[Review, FollowUp, FindingVerdict]]]:
    """Return what later looks say of the findings that are set beside each criterion."""
    found: dict[str, list[tuple[Review, FollowUp, FindingVerdict]]] = defaultdict(list)
    for review in context.portfolio.of(Review):
        for finding in review.findings:
            for criterion in dict.fromkeys(mapping.criterion for mapping in finding.criteria):
                found[criterion] += verdicts_by_finding(context).get(finding.id, ())
    return found


@once_a_report
def finding_actions_by_criterion(context: BuildContext) -> dict[str, list[str]]:
    """Return the actions of the findings that are set beside each criterion."""
    found: dict[str, list[str]] = defaultdict(list)
    for review in context.portfolio.of(Review):
        for finding in review.findings:
            for criterion in dict.fromkeys(mapping.criterion for mapping in finding.criteria):
                found[criterion] += finding.actions
    return found
