"""Judgements as marks, and as steps on a ladder."""

from collections.abc import Iterable

from sendframe.model import RatingScale, ScaleValue, Tone

from ._judged_criteria import JudgedCriterion
from ._report_model import Mark
from ._shape_model import Ladder, LadderStep

__all__ = ["judgement_ladder", "ladder_values", "scale_mark", "value_now_and_before"]

_GOOD = 2 / 3
"""From this share of the way up a scale on, a value is shown as good."""


def scale_mark(scale: RatingScale, value: ScaleValue) -> Mark:
    """Return a value of a scale with its word, its shape, and a colour where it is a rating."""
    return Mark(value.name, value.shape, _tone(scale, value))


def _tone(scale: RatingScale, value: ScaleValue) -> Tone:
    rated = sorted(item.order or 0 for item in scale.values if item.stands_for is None)
    if not scale.ordered or value.stands_for is not None or len(rated) == 1:
        return "neutral"
    place = rated.index(value.order or 0) / (len(rated) - 1)
    return "worse" if place == 0 else "better" if place >= _GOOD else "between"


def value_now_and_before(
    judged: JudgedCriterion,
) -> tuple[ScaleValue | None, ScaleValue | None]:
    """Return what is judged now and what was before; None where there is no judgement.

    Before is the judgement of the edition before, else the one that the judgement itself names.
    """
    values = {value.id: value for value in judged.scale.values} if judged.scale else {}
    now = judged.entry.judgement if judged.entry else None
    before = judged.before.judgement if judged.before else None
    previous = before.value if before else now.previous if now else None
    return values.get(now.value) if now else None, values.get(previous) if previous else None


def ladder_values(judged: Iterable[JudgedCriterion]) -> tuple[ScaleValue, ...]:
    """Return the steps of the ladder: values apart that a criterion has, then the scale upwards.

    A criterion without a judgement has the value that stands for a missing one.
    """
    items = tuple(judged)
    scale = next((item.scale for item in items if item.scale), None)
    if scale is None or not scale.ordered:
        return ()
    used = {value for item in items for value in value_now_and_before(item)}
    is_one_missing = any(value_now_and_before(item)[0] is None for item in items)
    apart = [
        value
        for value in scale.values
        if value.stands_for
        and (value in used or (is_one_missing and value.stands_for == "missing"))
    ]
    rated = [value for value in scale.values if value.stands_for is None]
    return (*apart, *sorted(rated, key=lambda value: value.order or 0))


def judgement_ladder(
    judged: JudgedCriterion, steps: tuple[ScaleValue, ...], title: str, description: str, id_: str
) -> Ladder | None:
    """Return the judgement of a criterion on the ladder; None where no step stands for it."""
    now, before = value_now_and_before(judged)
    missing = next((step for step in steps if step.stands_for == "missing"), None)
    value = now or missing
    if judged.scale is None or value not in steps:
        return None
    return Ladder(
        id=id_,
        title=title,
        description=description,
        steps=tuple(
            LadderStep(
                step.name, step.shape, _tone(judged.scale, step), step.stands_for is not None
            )
            for step in steps
        ),
        now=steps.index(value),
        before=steps.index(before) if before in steps else None,
    )
