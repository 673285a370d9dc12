"""What changed between two editions of a self-evaluation, in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sendframe.editions import Difference, diff_documents, sentence, titles_of
from sendframe.model import Action, ProfileSection, SelfEvaluation, known_by

from ._context import BuildContext
from ._model import Bullets, Paragraph, Section, Sentence

__all__ = ["changes", "differences", "moves", "plan_changes"]

_CITES = frozenset({"evidence", "quotes"})
"""Fields that name evidence and what people said, which may not be published."""

_UPKEEP = frozenset({"extensions", "sources", "note", "checks", "wording", "completeness"})
"""What differs for those who keep the documents, and tells readers nothing."""


def _shown(context: BuildContext, edition: SelfEvaluation) -> SelfEvaluation:
    """Return an edition without its answers to evidence that this report does not hold."""
    return edition.changed(
        entries=tuple(
            entry.changed(
                answers=tuple(each for each in entry.answers if each.evidence in context.items)
            )
            for entry in edition.entries
        )
    )


def _is_told(context: BuildContext, found: Difference) -> bool:
    """Say whether readers are told: not of upkeep, nor of evidence this report does not hold."""
    fields = (found.field or "").split("/")
    if fields[-1] in _CITES and not context.items.keys() >= set(found.ids):
        return False
    return _UPKEEP.isdisjoint(fields) and found.variant in (None, context.profile.variant)


def differences(context: BuildContext) -> Mapping[str, list[Difference]]:
    """Return what readers are told of the differences of the two newest editions.

    Returns:
        Differences by the id of the entry they are about; those of the edition as a whole,
        entries that are new or gone among them, under the empty text.
    """
    told: dict[str, list[Difference]] = defaultdict(list)
    new, old = context.edition, context.previous_edition
    if new is None or old is None:
        return told
    names = titles_of(context.portfolio.manifest, *context.portfolio.documents)
    for each in diff_documents(_shown(context, old), _shown(context, new), titles=names):
        entry = next((above.id for above in each.within if above.thing == "criterion-entry"), "")
        if each.thing == "criterion-entry" and each.field:
            entry = each.id
        if _is_told(context, each):
            told[entry].append(each)
    return told


def moves(context: BuildContext, actions: Iterable[Action]) -> Iterator[Sentence]:
    """Yield in words which due dates were moved since the edition before."""
    before = context.previous_edition
    since = before.data_cut_off if before else None
    for action in actions:
        found = [
            each
            for each in action.due_history
            if since is not None
            and since < each.changed_on
            and known_by(each.changed_on, context.evaluation.as_at)
        ]
        if found:
            title = context.words(action.title)
            why = " ".join(context.words(each.reason) for each in found)
            yield Sentence(f"‘{title}’ was moved from {found[0].due} to {action.due}. Why: {why}")


def changes(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return what changed in the edition as a whole, and which actions were moved."""
    old = context.previous_edition
    if old is None:
        return None
    said = [Sentence(sentence(each, alone=each.field is None)) for each in differences(context)[""]]
    said += moves(context, context.actions.values())
    if not said:
        said = [Sentence("Nothing but what stands with each criterion.")]
    lead = Paragraph((Sentence(f"Since the edition of {old.edition}:"),))
    return Section(section.id, str(section.title), (lead, Bullets(tuple(said))))


def plan_changes(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return what each plan says otherwise than the plan it supersedes."""
    known = {each.id: each for each in context.plans}
    names = titles_of(context.portfolio.manifest, *context.portfolio.documents)
    parts = []
    for new in context.plans:
        for relation in new.relations:
            old = known.get(relation.strategy or "")
            if relation.kind != "supersedes" or old is None or old is new:
                continue
            told = (
                Sentence(sentence(each, alone=each.within != ()))
                for each in diff_documents(old, new, titles=names)
                if _is_told(context, each)
            )
            title = f"{context.words(new.title)}, after {context.words(old.title)}"
            id_ = f"{section.id}-{new.id}-{old.id}"
            parts.append(Section(id_, title, (Bullets(tuple(told)),)))
    return Section(section.id, str(section.title), (), tuple(parts)) if parts else None
