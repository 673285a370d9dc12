"""Direction of travel.

What it does
    Subtracts the figure of the period before from the latest one. Where the change goes the way
    that is better it says *improving*, the other way *worsening*, and *no change* where the two
    are alike or differ by no more than the option ``allowed``.

When it refuses
    The indicator is neutral, so no way is better. There is no earlier figure that may be
    compared: none at all, another type of period, or one before a break in the series.

Options
    ``allowed``: a change of this size, in the indicator's unit, still counts as none; 0 unless
    given.

Source
    Local Authority Interactive Tool (DfE): change from the year before, green where its direction
    matches the polarity, red where it is opposite, uncoloured without polarity or change.
"""

import attrs

from sendframe.plugins import (
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    amount,
    hookimpl,
)

SOURCE = "Local Authority Interactive Tool (DfE): change from the year before, by polarity"


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        allowed: A change of this size still counts as none; in the indicator's unit.
    """

    allowed: float = 0.0


def score(context: ScoringContext) -> Score | Refusal:
    """Score the change from the period before."""
    indicator = context.indicator
    if indicator.direction not in ("higher", "lower"):
        return context.refuse(
            f"The indicator is {indicator.direction}: no way is better, so it is not rated."
        )
    if len(context.points) < 2:  # noqa: PLR2004  # two points make a change
        return context.refuse("There is no earlier figure that may be compared.")
    before, after = context.points[-2:]
    if before.value is None or after.value is None:
        return context.refuse("One of the last two periods has no figure.", before.fact, after.fact)
    by = after.value - before.value
    unit, decimals = indicator.unit_text, indicator.decimals
    first, last = amount(before.value, decimals, unit), amount(after.value, decimals, unit)
    better = (by > 0) == (indicator.direction == "higher")
    tone: Tone
    if abs(by) <= context.chosen(Options).allowed:
        band, label, shape, tone = "level", "no change", "bar", "neutral"
    elif better:
        band, label, shape, tone = "improving", "improving", "circle", "better"
    else:
        band, label, shape, tone = "worsening", "worsening", "triangle", "worse"
    points = "percentage points" if indicator.unit == "percent" else unit
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=f"It went from {first} in {before.period} to {last} in {after.period}.",
        formula=f"{last} − {first} = {amount(by, decimals, points)}".replace("-", "−"),
        source=SOURCE,
        facts=(before.fact, after.fact),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule("direction-of-travel", "Direction of travel", __doc__ or "", score, Options)
    ]
