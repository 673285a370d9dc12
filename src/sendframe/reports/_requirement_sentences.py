"""The sentences of one requirement: what is written about it, and the evidence by its side."""

from collections.abc import Iterator

import attrs

from sendframe.language import gettext as _
from sendframe.language import joined, ngettext
from sendframe.model import CriterionEntry, Evidence, Priority, Strategy, Voice, day_name

from ._action_state import action_name
from ._context import BuildContext
from ._entry_sentences import evidence_sentence, view_sentence, voice_sentence
from ._phrase import translated
from ._promises import promise_mark
from ._report_model import Sentence
from ._requirement import Requirement

__all__ = ["requirement_evidence_sentences", "requirement_written_sentences"]


def requirement_written_sentences(
    context: BuildContext, requirement: Requirement
) -> Iterator[Sentence]:
    if requirement.entry:
        yield from _entry_sentences(context, requirement.entry)
    for plan, priority in requirement.priorities:
        heading = f"{context.words(priority.heading).rstrip('.')}."
        note = "; ".join(filter(None, (_plan_name(context, plan), _work(context, priority))))
        yield Sentence(heading, label=_("In a plan:"), note=f"{note}.")


def _plan_name(context: BuildContext, plan: Strategy) -> str:
    title = context.words(plan.title)
    return _("{title} (draft)", title=title) if plan.status == "draft" else title


def _work(context: BuildContext, priority: Priority) -> str:
    """Return how many commitments and actions a priority has, in small words."""
    actions = {id_ for item in priority.commitments for id_ in item.actions} | {*priority.actions}
    number = sum(id_ in context.actions for id_ in actions)
    commitments = len(priority.commitments)
    parts = (
        [ngettext("{number} commitment", "{number} commitments", commitments)]
        if commitments
        else []
    )
    if number:
        parts.append(ngettext("{number} action", "{number} actions", number))
    elif not context.is_partial:
        parts.append(_("no action"))
    return joined(parts)


def _entry_sentences(context: BuildContext, entry: CriterionEntry) -> Iterator[Sentence]:
    for label, texts in (
        (_("We wanted:"), entry.wanted),
        (_("We did:"), entry.did),
        (_("Works well:"), entry.working_well),
        (_("Is changing:"), entry.changing),
        (_("Difference:"), entry.difference),
    ):
        yield from (Sentence(context.words(text), label=label) for text in texts)
    for area in entry.areas_for_development:
        actions = [context.actions[id_] for id_ in area.actions if id_ in context.actions]
        names = joined(action_name(context, action).rstrip(".") for action in actions)
        note = _("Action: {names}.", names=names) if names else _("No action is named.")
        yield Sentence(context.words(area.statement), label=_("Must get better:"), note=note)
    for promise in entry.promises:
        words = context.words(promise.said)
        yield Sentence(words, mark=translated(promise_mark(context, promise)), label=_("Promise:"))
    judgement = entry.judgement
    if judgement and judgement.reason:
        note = f"{judgement.by}, {day_name(judgement.on)}."
        yield Sentence(context.words(judgement.reason), label=_("Judged so because:"), note=note)
    for view in judgement.views if judgement else ():
        yield view_sentence(context, view)


def requirement_evidence_sentences(
    context: BuildContext, requirement: Requirement, printed: set[str]
) -> Iterator[Sentence]:
    """Yield the evidence for a requirement, against it and without a side, with the answers.

    Args:
        context: What the report is built from; what it may not show is counted.
        requirement: The requirement.
        printed: Ids of evidence that stands above, which is printed by its title only; what is
            printed here is added to them.
    """
    evidence = requirement.evidence
    given = requirement.entry.answers if requirement.entry else ()
    answers = {answer.evidence: answer.answer for answer in given}
    unanswered = set(evidence.profile.unanswered)
    for side, items, hidden in (
        (_("For it:"), evidence.supporting, evidence.hidden_for),
        (_("Against it:"), evidence.against, evidence.hidden_against),
        (_("Without a side:"), evidence.neither, evidence.hidden_neither),
    ):
        for item in items:
            yield _item_sentence(context, item, side, printed)
            if item.id in answers:
                yield Sentence(context.words(answers[item.id]), label=_("Our answer:"))
            elif item.id in unanswered:
                yield Sentence(_("No answer to this is given."), label=_("Not answered."))
        if hidden:
            text = ngettext(
                "{number} more piece is not shown in this report.",
                "{number} more pieces are not shown in this report.",
                hidden,
            )
            yield Sentence(text, label=side)


def _item_sentence(
    context: BuildContext, item: Evidence | Voice, side: str, printed: set[str]
) -> Sentence:
    """Return a piece of evidence with its side; what was printed above by its title only."""
    if isinstance(item, Voice):
        return attrs.evolve(voice_sentence(context, item), label=side, quoted=False)
    if item.id in printed:
        return Sentence(f"{context.words(item.title)}.", label=side, note=_("See above."))
    printed.add(item.id)
    sentence = evidence_sentence(context, item)
    return attrs.evolve(sentence, label=f"{side} {sentence.label}".rstrip())
