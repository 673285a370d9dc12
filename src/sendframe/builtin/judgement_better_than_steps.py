"""Judgement better than its steps.

What it checks
    Whether a judgement that is better than the one before, or is the best of the scale of a set of
    criteria, belongs to an entry whose promises came to nothing: the steps that were to lead there.
    A promise counts by its `progress`: *kept* and *partly* are steps taken, *not begun* and
    *cannot* are not. Where it has no progress, the success criteria of its actions count by their
    `state`. If at least one step was not taken, and none was, not even in part, the judgement is
    asked about. Editions that a later one names as `previous` are skipped. One question for each
    edition names the judgements.

Why it matters
    A rating that rises while nothing that was promised for it has been done is read as optimism.
    There may be another reason, which then belongs into the entry.

Example:
    Question 3 rises from "Just starting" to "Getting there". The only promise of the entry is that
    holiday clubs open to every child, and it has not begun.

How to put it right
    Say in `reason` or `why_changed` what the better judgement rests on, name what was done among
    the promises, or judge again. The software asks; people decide.

Source
    Area SEND inspections: Southend is to share data "to support rigorous and effective
    self-evaluation". Scrutiny in Herefordshire, 26 July 2022, on the action log and the
    recommendation tracker: items "marked as complete for which the Committee could not recall
    having had sight of the response".
"""

from collections.abc import Iterator, Mapping

from sendframe.plugins import (
    N_,
    Action,
    ActionRegister,
    Check,
    CheckContext,
    CriteriaSet,
    CriterionEntry,
    Diagnostic,
    ScaleValue,
    hookimpl,
    known_by,
    quoted_ids,
)
from sendframe.plugins import gettext as _


def _steps(entry: CriterionEntry, actions: Mapping[str, Action]) -> Iterator[bool]:
    """Yield for each step that somebody decided about whether it was taken, at least in part."""
    for promise in entry.promises:
        if promise.progress is not None:
            yield promise.progress in ("kept", "partly")
            continue
        for id_ in promise.actions:
            for criterion in actions[id_].success_criteria if id_ in actions else ():
                if criterion.state is not None:
                    yield criterion.state != "not_met"


def _best_values(context: CheckContext) -> set[str]:
    """Return the best value of the ordered scale of each set of criteria."""
    scales = (criteria_set.rating_scale for criteria_set in context.portfolio.of(CriteriaSet))
    return {
        max(scale.values, key=lambda value: value.order or 0).id
        for scale in scales
        if scale is not None and scale.ordered
    }


def _order(values: Mapping[str, ScaleValue], id_: str | None) -> int | None:
    value = values.get(id_ or "")
    return None if value is None else value.order


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a question for each newest edition with judgements that are better than their steps."""
    actions = {
        action.id: action
        for register in context.portfolio.of(ActionRegister)
        for action in register.actions
    }
    values, best = context.portfolio.scale_values(), _best_values(context)
    earlier = {edition.previous for edition in context.editions}
    for edition in context.editions:
        if edition.id in earlier:
            continue
        doubted = {}
        for entry in edition.entries:
            judgement = entry.judgement
            if judgement is None or not known_by(judgement.on, context.as_at):
                continue
            now, before = (_order(values, id_) for id_ in (judgement.value, judgement.previous))
            rose = now is not None and before is not None and now > before
            if (rose or judgement.value in best) and set(_steps(entry, actions)) == {False}:
                doubted[judgement] = rose
        if doubted:
            first, names = next(iter(doubted)), quoted_ids(judgement.id for judgement in doubted)
            words = N_(
                "The judgement {names} of {edition} is the best there is, and nothing that was "
                "promised has been done. What does it rest on?"
            )
            if len(doubted) > 1:
                words = N_(
                    "Each of the judgements {names} of {edition} is better than before or the best "
                    "there is, and nothing that was promised has been done. What does it rest on?"
                )
            elif doubted[first]:
                words = N_(
                    "The judgement {names} of {edition} is better than before, and nothing that was "
                    "promised has been done. What does it rest on?"
                )
            yield context.diagnostic(
                _(words, names=names, edition=edition.edition),
                at=first,
                about=first.id,
                facts=(f"judgement/{first.id}",),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR823",
            "Judgement better than its steps",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
