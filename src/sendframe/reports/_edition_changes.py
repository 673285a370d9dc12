"""The differences between two editions or two plans that are reported to readers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sendframe.editions import Difference, diff_documents, sentence, titles_of
from sendframe.language import gettext as _
from sendframe.model import Action, SelfEvaluation, Strategy, known_by

from ._context import BuildContext
from ._report_model import Sentence

__all__ = ["differences_by_entry", "edition_sentences", "moved_due_dates", "plan_sentences"]

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
            yield Sentence(
                _(
                    "‘{title}’ was moved from {before} to {due}. Why: {why}",
                    title=title,
                    before=moves[0].due,
                    due=action.due,
                    why=why,
                )
            )


def edition_sentences(context: BuildContext) -> list[Sentence]:
    """Return a sentence for each difference of the newest edition as a whole."""
    return [
        Sentence(sentence(difference, alone=difference.field is None))
        for difference in differences_by_entry(context)[""]
    ]


def plan_sentences(context: BuildContext, old: Strategy, new: Strategy) -> list[Sentence]:
    """Return a sentence for each difference between two plans that is reported to readers."""
    titles = titles_of(context.portfolio.manifest, *context.portfolio.documents)
    return [
        Sentence(sentence(difference, alone=difference.within != ()))
        for difference in diff_documents(old, new, titles=titles)
        if _is_reported(context, difference)
    ]
