"""The evidence of a criterion by the side it takes, published or not."""

from collections import defaultdict
from collections.abc import Iterable

import attrs

from sendframe.model import (
    CriterionEntry,
    Evidence,
    Text,
    Voice,
    expired_on,
    short_repr,
)

from ._context import BuildContext, once_a_report
from ._cut_off import came_after, cut_off_of, was_known_on
from ._edition_index import (
    places_of_evidence,
    registered_evidence,
    with_any,
)

__all__ = ["EvidenceSides", "evidence_sides", "has_expired", "voices_about"]


@attrs.frozen
class EvidenceSides:
    """The evidence of a criterion.

    Attributes:
        in_favour: Published evidence that the entry cites and that speaks for it.
        neither: Published evidence that the entry cites and that takes no side.
        against: Published evidence that speaks against it, cited or not.
        answers: What is said to evidence against it, by its id.
        hidden_for: How many pieces that are not published speak for it.
        hidden_against: How many of those speak against it.
        hidden_neither: How many of those take no side.
        hidden_answered: How many of those against it are answered.
    """

    __repr__ = short_repr

    in_favour: tuple[Evidence, ...] = ()
    neither: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()
    answers: dict[str, Text] = attrs.field(factory=dict)
    hidden_for: int = 0
    hidden_against: int = 0
    hidden_neither: int = 0
    hidden_answered: int = 0

    @property
    def unanswered(self) -> tuple[Evidence, ...]:
        """Published evidence against it to which nothing is said."""
        return tuple(item for item in self.against if item.id not in self.answers)

    @property
    def hidden(self) -> int:
        """How many pieces are not published."""
        return self.hidden_for + self.hidden_against + self.hidden_neither


def _claims_of(entry: CriterionEntry) -> set[str]:
    return {entry.criterion, *([entry.judgement.id] if entry.judgement else [])}


def evidence_sides(context: BuildContext, entry: CriterionEntry) -> EvidenceSides:
    """Return the evidence of an entry by side, as it was known at the cut-off.

    Evidence that an entry cites was known. What speaks against it counts also where the entry does
    not cite it. Of evidence that this report may not show, only number and side are returned.
    """
    claims, day = _claims_of(entry), cut_off_of(context)
    shown: dict[str, list[Evidence]] = {"for": [], "against": [], "neither": []}
    hidden = {"for": 0, "against": 0, "neither": 0}
    answers = {answer.evidence: answer.answer for answer in entry.answers}
    hidden_answered = 0
    every, cited_ids = registered_evidence(context), set(entry.evidence)
    against = set(with_any(_by_side(context)["against"], sorted(claims)))
    in_favour = set(with_any(_by_side(context)["for"], sorted(claims)))
    candidates = {*(id_ for id_ in entry.evidence if id_ in every), *against}
    for item in map(every.__getitem__, sorted(candidates, key=_places(context).__getitem__)):
        cited = item.id in cited_ids
        opposes = item.id in against
        if not cited and not (opposes and was_known_on(item.on, day)):
            continue
        side = "against" if opposes else "for" if item.id in in_favour else "neither"
        if item.id in context.evidence:
            shown[side].append(item)
        else:
            hidden[side] += 1
            hidden_answered += opposes and item.id in answers
    order = {id_: place for place, id_ in enumerate(entry.evidence)}
    for items in (shown["for"], shown["neither"]):
        items.sort(key=lambda item: order[item.id])
    return EvidenceSides(
        in_favour=tuple(shown["for"]),
        neither=tuple(shown["neither"]),
        against=tuple(shown["against"]),
        answers=answers,
        hidden_for=hidden["for"],
        hidden_against=hidden["against"],
        hidden_neither=hidden["neither"],
        hidden_answered=hidden_answered,
    )


@once_a_report
def _places(context: BuildContext) -> dict[str, int]:
    """Return the place of each piece of evidence in the registers."""
    return {id_: place for place, id_ in enumerate(registered_evidence(context))}


@once_a_report
def _by_side(context: BuildContext) -> dict[str, dict[str, list[str]]]:
    """Return the ids of the evidence on each side of each claim, also of what may not be shown."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in registered_evidence(context).values():
        for stance in item.stances:
            found[stance.side][stance.claim].append(item.id)
    return found


@once_a_report
def _taking_sides(context: BuildContext) -> dict[str, list[Voice]]:
    """Return what people said for or against each claim."""
    found: dict[str, list[Voice]] = defaultdict(list)
    for item in context.evidence.values():
        if isinstance(item, Voice):
            for claim in (*item.supports, *item.contradicts):
                found[claim].append(item)
    return found


def has_expired(context: BuildContext, item: Evidence) -> bool:
    """Say whether evidence may no longer be relied on, on the day of the evaluation."""
    return expired_on(item.expires_on, context.evaluation.as_at)


def voices_about(
    context: BuildContext, entry: CriterionEntry, priorities: Iterable[str] = ()
) -> tuple[Voice, ...]:
    """Return what people said about a criterion or its priorities, with consent to this report.

    What was said only after the cut-off is left out.

    Args:
        context: What the report is built from; voices without consent are not in it.
        entry: The entry of the criterion.
        priorities: Ids of the priorities that are about the criterion.
    """
    claims = {*_claims_of(entry), *priorities}
    day = cut_off_of(context)
    cited = (context.evidence[id_] for id_ in entry.evidence if id_ in context.evidence)
    about = with_any(_taking_sides(context), sorted(claims))
    voices = {
        item.id: item
        for item in (*cited, *about)
        if isinstance(item, Voice) and not came_after(item.on, day)
    }
    return tuple(voices[id_] for id_ in sorted(voices, key=places_of_evidence(context).__getitem__))
