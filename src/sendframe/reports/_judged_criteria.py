"""The criteria of an edition in the order of their codes, each with what it says about them."""

import re
from collections import defaultdict
from collections.abc import Iterable

import attrs

from sendframe.language import gettext as _
from sendframe.model import (
    CriteriaSet,
    Criterion,
    CriterionEntry,
    PartnerView,
    RatingScale,
    ScaleValue,
    SelfEvaluation,
    Step,
    Text,
    short_repr,
)

from ._context import BuildContext, once_a_report

__all__ = ["JudgedCriterion", "code_order", "judged_criteria",
    "sets_of_edition", "steps_with_dissent", "views_of"]  # fmt: skip

_PART = re.compile(r"\d+|\D+")


@attrs.frozen
class JudgedCriterion:
    """A criterion with what the newest edition and the one before say about it.

    Attributes:
        criterion: The criterion.
        scale: The scale of its set, else the one that has the value it is judged as; None where
            it is not judged and its set has no scale. A scale that is not in the portfolio has a
            stand-in, whose only value is named by its id.
        entry: What the newest edition says; None where it does not answer it.
        before: What the edition before says.
    """

    __repr__ = short_repr

    criterion: Criterion
    scale: RatingScale | None = None
    entry: CriterionEntry | None = None
    before: CriterionEntry | None = None


def code_order(code: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that sorts codes as people do.

    Examples:
        >>> sorted(["10", "2a", "2", "1"], key=code_order)
        ['1', '2', '2a', '10']
    """
    parts = _PART.findall(code)
    return tuple(
        (not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts
    )


def sets_of_edition(context: BuildContext) -> tuple[CriteriaSet | None, ...]:
    """Return the sets that the newest edition answers, in its order; its own set is the first.

    None stands for a set that is not in the portfolio.
    """
    by_id = {criteria_set.id: criteria_set for criteria_set in context.criteria_sets}
    edition = context.edition
    return tuple(by_id.get(id_) for id_ in dict.fromkeys(edition.criteria_sets)) if edition else ()


def judged_criteria(
    context: BuildContext, criteria_set: CriteriaSet | None = None
) -> tuple[JudgedCriterion, ...]:
    """Return the criteria of a set in the order of their codes; by default of the edition's own.

    Criteria that the edition answers although none of its sets has them follow its own.
    """
    edition = context.edition
    sets = sets_of_edition(context)
    if edition is None:
        return ()
    own = criteria_set or next((item for item in sets if item is not None), None)
    criteria = sorted(own.criteria, key=lambda item: code_order(item.code)) if own else []
    scale = own.rating_scale if own else None
    with_scale = [(item, scale) for item in criteria]
    if criteria_set is None:
        with_scale += [(item, None) for item in _undefined(context, edition.entries)]
    entries, before = _by_criterion(edition), _by_criterion(context.previous_edition)
    return tuple(
        JudgedCriterion(item, scale or _scale_of(context, now, was), now, was)
        for item, scale in with_scale
        for now, was in ((entries.get(item.id), before.get(item.id)),)
    )


def _scale_of(context: BuildContext, *entries: CriterionEntry | None) -> RatingScale | None:
    """Return the scale of the first judgement, or a stand-in where it is not in the portfolio."""
    value = next((entry.judgement.value for entry in entries if entry and entry.judgement), None)
    return None if value is None else _scales_by_value(context).get(value) or _absent_scale(value)


@once_a_report
def _scales_by_value(context: BuildContext) -> dict[str, RatingScale]:
    return {value.id: scale for scale in context.portfolio.scales() for value in scale.values}


def _absent_scale(value: str) -> RatingScale:
    title = Text(default=_("A scale that is not in these documents"))
    named = ScaleValue(id=value, name=value, shape="bar")
    return RatingScale(id="absent", title=title, ordered=False, values=(named,))


def _by_criterion(edition: SelfEvaluation | None) -> dict[str, CriterionEntry]:
    return {entry.criterion: entry for entry in edition.entries} if edition else {}


def _undefined(context: BuildContext, entries: Iterable[CriterionEntry]) -> list[Criterion]:
    """Return the criteria of entries that no set of the edition has, or a stand-in for each."""
    answered = {
        criterion.id for item in sets_of_edition(context) if item for criterion in item.criteria
    }
    defined = {
        criterion.id: criterion for item in context.criteria_sets for criterion in item.criteria
    }
    return [
        defined.get(entry.criterion)
        or Criterion(
            id=entry.criterion,
            code="–",
            wording=Text(default=_("A question that is not in these documents")),
            kind="absent",
        )
        for entry in entries
        if entry.criterion not in answered
    ]


@once_a_report
def _views_of_steps(context: BuildContext) -> dict[str, list[PartnerView]]:
    """Return the views of partners in the steps of the newest edition, by criterion."""
    found: dict[str, list[PartnerView]] = defaultdict(list)
    for step in context.edition.steps if context.edition else ():
        for view in step.views:
            if view.criterion is not None:
                found[view.criterion].append(view)
    return found


def views_of(context: BuildContext, judged: JudgedCriterion) -> tuple[PartnerView, ...]:
    """Return the views of partners on one criterion: of its judgement, and of steps that name it."""
    entry = judged.entry
    views = entry.judgement.views if entry and entry.judgement else ()
    return (*views, *_views_of_steps(context).get(judged.criterion.id, ()))


@once_a_report
def _dissent(context: BuildContext) -> dict[str | None, list[Step]]:
    """Return the steps with dissent, by the criterion that it is about."""
    found: dict[str | None, list[Step]] = defaultdict(list)
    for step in context.edition.steps if context.edition else ():
        if step.dissent:
            about = {view.criterion for view in step.views if view.view in ("partly", "disagrees")}
            found[next(iter(about)) if len(about) == 1 else None].append(step)
    return found


def steps_with_dissent(context: BuildContext, criterion: str | None) -> tuple[Step, ...]:
    """Return the steps whose dissent is about one criterion, or None for the edition as a whole.

    A dissent belongs to the only criterion on which a partner of that step does not agree.
    """
    return tuple(_dissent(context).get(criterion, ()))
