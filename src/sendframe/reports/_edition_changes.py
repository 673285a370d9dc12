"""The sections of changes: two editions of a self-evaluation, and a plan with its predecessor."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sendframe.editions import Difference, diff_documents, sentence, titles_of
from sendframe.model import Action, ProfileSection, SelfEvaluation, known_by

from ._context import BuildContext
from ._report_model import Bullets, Paragraph, Section, Sentence

__all__ = ["changes", "differences_by_entry", "moved_due_dates", "plan_changes"]

_EVIDENCE_FIELDS = frozenset({"evidence", "not_used", "quotes", "used"})
"""Fields that name evidence and quotations, which may not be published."""

_EDITORIAL_FIELDS = frozenset(
    {"extensions", "sources", "note", "checks", "simplifies", "wording", "completeness"}
)
"""Fields for those who edit the documents; a change in them is not reported to readers."""


def differences_by_entry(context: BuildContext) -> Mapping[str, list[Difference]]:
    """Return the differences between the two newest editions that are reported to readers.

    Returns:
        Differences by the id of the entry they are about; those of the edition as a whole,
        new and removed entries among them, under the empty text.
    """
    by_entry: dict[str, list[Difference]] = defaultdict(list)
    new, old = context.edition, context.previous_edition
    if new is None or old is None:
        return by_entry
    titles = titles_of(context.portfolio.manifest, *context.portfolio.documents)
    old, new = _publishable(context, old), _publishable(context, new)
    for difference in diff_documents(old, new, titles=titles):
        ancestors = (above.id for above in difference.within if above.thing == "criterion-entry")
        entry = next(ancestors, "")
        if difference.thing == "criterion-entry" and difference.field:
            entry = difference.id
        if _is_reported(context, difference):
            by_entry[entry].append(difference)
    return by_entry


def _publishable(context: BuildContext, edition: SelfEvaluation) -> SelfEvaluation:
    """Return an edition without its answers to evidence that this report may not show."""
    return edition.changed(
        entries=tuple(
            entry.changed(
                answers=tuple(
                    answer for answer in entry.answers if answer.evidence in context.evidence
                )
            )
            for entry in edition.entries
        )
    )


def _is_reported(context: BuildContext, difference: Difference) -> bool:
    """Return whether readers see a difference: not one of editing, nor of hidden evidence."""
    fields = (difference.field or "").split("/")
    if fields[-1] in _EVIDENCE_FIELDS and not context.evidence.keys() >= set(difference.ids):
        return False
    in_variant = difference.variant in (None, context.profile.variant)
    return _EDITORIAL_FIELDS.isdisjoint(fields) and in_variant


def moved_due_dates(context: BuildContext, actions: Iterable[Action]) -> Iterator[Sentence]:
    """Yield a sentence for each due date that was moved since the previous edition."""
    previous = context.previous_edition
    since = previous.data_cut_off if previous else None
    for action in actions:
        moves = [
            move
            for move in action.due_history
            if since is not None
            and since < move.changed_on
            and known_by(move.changed_on, context.evaluation.as_at)
        ]
        if moves:
            title = context.words(action.title)
            why = " ".join(context.words(move.reason) for move in moves)
            yield Sentence(f"‘{title}’ was moved from {moves[0].due} to {action.due}. Why: {why}")


def changes(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return the changes of the edition as a whole, and the actions that were moved."""
    previous = context.previous_edition
    if previous is None:
        return None
    sentences = [
        Sentence(sentence(difference, alone=difference.field is None))
        for difference in differences_by_entry(context)[""]
    ]
    sentences += moved_due_dates(context, context.actions.values())
    if not sentences:
        sentences = [Sentence("Only the changes that are listed with each criterion.")]
    lead = Paragraph((Sentence(f"Since the edition of {previous.edition}:"),))
    return Section(section.id, str(section.title), (lead, Bullets(tuple(sentences))))


def plan_changes(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return the differences between each plan and the plan it supersedes."""
    plans = {plan.id: plan for plan in context.plans}
    titles = titles_of(context.portfolio.manifest, *context.portfolio.documents)
    parts = []
    for new in context.plans:
        for relation in new.relations:
            old = plans.get(relation.strategy or "")
            if relation.kind != "supersedes" or old is None or old is new:
                continue
            sentences = tuple(
                Sentence(sentence(difference, alone=difference.within != ()))
                for difference in diff_documents(old, new, titles=titles)
                if _is_reported(context, difference)
            )
            title = f"{context.words(new.title)}, after {context.words(old.title)}"
            id_ = f"{section.id}-{new.id}-{old.id}"
            parts.append(Section(id_, title, (Bullets(sentences),)))
    return Section(section.id, str(section.title), (), tuple(parts)) if parts else None
