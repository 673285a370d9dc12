"""Target with tolerance.

What it does
    Sets the latest figure beside a measure's target. On or beyond the target it is *on target*;
    off it by no more than the measure's tolerance it is *near target*; further off it is *off
    target*. The tolerance is relative (per cent of the target) or in points of the indicator's
    own unit, as the measure says. Without a tolerance nothing is near.

When it refuses
    There is no figure, no target, a target without a number, or no direction to judge by.

Options
    ``measure``: id of the measure whose target is meant; needed where there are several.

Source
    Council performance reporting: green on or above target, amber within an agreed tolerance, red
    below (Reigate and Banstead); per-indicator target tolerance (Havering, 2015/16).
"""

import attrs

from sendframe.plugins import (
    Measure,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    TargetPosition,
    Tone,
    amount,
    hookimpl,
)

SOURCE = "Council practice: on target, within an agreed tolerance, off target"


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure whose target is meant.
    """

    measure: str | None = None


def _margin(measure: Measure, level: float) -> float:
    """Return how far off still counts as near, in the indicator's unit."""
    tolerance = measure.tolerance
    if tolerance is None:
        return 0.0
    return tolerance.amount if tolerance.kind == "points" else abs(level) * tolerance.amount / 100


def _chosen(context: ScoringContext) -> tuple[TargetPosition, Measure] | str:
    """Return the target meant and its measure, or why there is none."""
    wanted = context.chosen(Options).measure
    pairs = [
        pair
        for pair in zip(context.targets, context.measures, strict=True)
        if wanted in (None, pair[1].id)
    ]
    if not pairs:
        return "There is no target." if wanted is None else f"No target of the measure {wanted}."
    if len(pairs) > 1:
        return "There are several targets; the option 'measure' must name one."
    return pairs[0]


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against a target."""
    found = _chosen(context)
    if isinstance(found, str):
        return context.refuse(found)
    position, measure = found
    direction = measure.intended_direction or context.indicator.direction
    if direction == "neutral" or context.indicator.direction == "neutral":
        return context.refuse("The indicator is neutral: no way is better, so it is not rated.")
    if context.latest is None or context.latest.value is None:
        return context.refuse("There is no figure to set beside the target.")
    if position.gap is None:
        return context.refuse("The target has no number.", position.fact)
    level = position.low if position.low is not None else position.high
    margin = _margin(measure, level or 0.0)
    unit, decimals = context.indicator.unit_text, context.indicator.decimals
    value = amount(context.latest.value, decimals, unit)
    points = "percentage points" if context.indicator.unit == "percent" else unit
    off = amount(position.gap, decimals, points)
    facts = (context.latest.fact, position.fact)
    tone: Tone
    if position.gap == 0:
        band, label, shape, tone = "on", "on target", "circle", "better"
        said = f"{value} reaches the target ({position.statement})."
    elif position.gap <= margin:
        band, label, shape, tone = "near", "near target", "diamond", "between"
        said = f"{value} is {off} off the target ({position.statement}), within the tolerance."
    else:
        band, label, shape, tone = "off", "off target", "triangle", "worse"
        said = f"{value} is {off} off the target ({position.statement})."
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=said,
        formula=f"distance {off} against tolerance {amount(margin, decimals, points)}",
        source=SOURCE,
        facts=facts,
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [ScoringRule("target-tolerance", "Target with tolerance", __doc__ or "", score, Options)]
