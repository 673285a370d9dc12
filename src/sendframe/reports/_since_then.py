"""What came after the cut-off of an edition and belongs to one criterion."""

from collections.abc import Iterator

import attrs

from sendframe.language import gettext as _
from sendframe.language import joined
from sendframe.model import (
    Action,
    CriterionEntry,
    Day,
    Evidence,
    PeriodValue,
    Review,
    Text,
    short_repr,
)

from ._cited_figures import cited_results
from ._context import BuildContext
from ._cut_off import came_after, cut_off_of
from ._edition_index import (
    challenges_by_subject,
    shown_by_claim,
    shown_by_indicator,
    verdicts_by_criterion,
    with_any,
)
from ._entry_actions import actions_of_entry, claims_of_entry

__all__ = ["LaterEvent", "since_then"]


@attrs.frozen
class LaterEvent:
    """Something that happened after the cut-off.

    Attributes:
        rank: Its place: what is late or disputed comes first, then what others said.
        on: When.
        text: What happened; the words of somebody where *who* is not empty.
        label: What it is about: the title of evidence or of an action.
        who: Whose words they are.
        source: Where it comes from.
        quoted: Whether they are printed as a quotation.
    """

    __repr__ = short_repr

    rank: int
    on: PeriodValue
    text: str
    label: str = ""
    who: str = ""
    source: str = ""
    quoted: bool = False


def since_then(context: BuildContext, entry: CriterionEntry) -> tuple[LaterEvent, ...]:
    """Return what came after the cut-off, up to the day of the evaluation, the first to be read first.

    Late dates and unanswered questions come before verdicts, evidence and updates; among these the
    newest first. The words of a question are not returned for public reports: they may repeat
    evidence that is not published.
    """
    day = cut_off_of(context)
    events = [
        event
        for kind in (_moves, _questions, _verdicts, _evidence, _updates)
        for event in kind(context, entry)
        if came_after(event.on, day) and not came_after(event.on, context.evaluation.as_at)
    ]
    events.sort(key=lambda event: (event.rank, -event.on.last_day.toordinal(), event.text))
    return tuple(events)


def _moves(context: BuildContext, entry: CriterionEntry) -> Iterator[LaterEvent]:
    for action in actions_of_entry(context, entry):
        for place, move in enumerate(action.due_history):
            later = action.due_history[place + 1 :]
            to = later[0].due if later else action.due
            text = _("Now due {to}, not {due}.", to=to, due=move.due)
            by = context.bodies.get(move.decided_by or "", "")
            yield LaterEvent(0, Day(on=move.changed_on), text, _title(context, action), source=by)


def _questions(context: BuildContext, entry: CriterionEntry) -> Iterator[LaterEvent]:
    judgement = entry.judgement.id if entry.judgement else ""
    about = {entry.criterion, judgement, *claims_of_entry(context, entry)}
    challenges = with_any(challenges_by_subject(context), sorted(about))
    for question in {challenge.id: challenge for challenge in challenges}.values():
        text = context.words(question.statement)
        if question.answer:
            answer = _("Answer: {answer}", answer=context.words(question.answer))
            text = f"{text} {answer}"
        if context.profile.public:
            answered = _("A question about this was asked, and is answered.")
            silent = _("A question about this was asked, and is not answered yet.")
            text = answered if question.answer else silent
        body = context.bodies.get(question.body, "")
        yield LaterEvent(2 if question.answer else 1, question.raised_on, text, source=body)


def _verdicts(context: BuildContext, entry: CriterionEntry) -> Iterator[LaterEvent]:
    for review, look, verdict in verdicts_by_criterion(context).get(entry.criterion, ()):
        yield LaterEvent(
            3,
            look.on,
            context.words(verdict.verdict),
            who=joined(review.reviewers),
            quoted=_is_quotation(review, verdict.verdict),
        )


def _is_quotation(review: Review, text: Text) -> bool:
    return review.wording_of(text) != "paraphrased"


def _evidence(context: BuildContext, entry: CriterionEntry) -> Iterator[LaterEvent]:
    claims = {entry.criterion, *claims_of_entry(context, entry)}
    cited = {result.indicator for result in cited_results(context, entry)}
    evidence = [
        *with_any(shown_by_claim(context), sorted(claims)),
        *with_any(shown_by_indicator(context), sorted(cited)),
    ]
    known = set(entry.evidence)
    for item in {item.id: item for item in evidence}.values():
        if isinstance(item, Evidence) and item.on is not None and item.id not in known:
            title = context.words(item.title)
            summary = context.words(item.summary) if item.summary else ""
            label = title if summary else ""
            yield LaterEvent(4, item.on, summary or title, label, source=item.source_body or "")


def _updates(context: BuildContext, entry: CriterionEntry) -> Iterator[LaterEvent]:
    for action in actions_of_entry(context, entry):
        for update in action.updates:
            if update.on is None or any(id_ in context.evidence for id_ in update.evidence):
                continue  # nobody can see whether it came later; or the evidence says it
            title = _title(context, action)
            yield LaterEvent(5, update.on, context.words(update.text), title)


def _title(context: BuildContext, action: Action) -> str:
    return context.words(action.short_title or action.title).rstrip(".")
