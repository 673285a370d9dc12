"""Target with tolerance.

What it does
    Compares the latest figure with a measure's target. If it reaches the target it is *on target*;
    if it misses it by no more than the measure's tolerance, *near target*; otherwise *off target*.
    The measure gives the tolerance in per cent of the target or in the indicator's own unit: 10
    per cent of a target of 75 per cent are 7.5 percentage points. Without a tolerance no figure is
    near target. The area can choose its own words, such as green, amber and red. Where the target
    is a step below what the law requires, the words for a figure at or near it name the duty too.

When it refuses
    There is no figure, no target, a target without a number, or no direction. People chose to take
    part themselves.

Options
    ``measure``: id of the measure; required if several have a target. ``on``, ``near`` and ``off``:
    the words shown.

Source
    Council performance reporting: green on or above target, amber within an agreed tolerance, red
    below (Reigate and Banstead); per-indicator target tolerance (Havering, 2015/16).
"""

import attrs

from sendframe.plugins import (
    N_,
    Direction,
    Example,
    Needs,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tolerance,
    Tone,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.testing import scoring_context

SOURCE = "Council practice: on target, within an agreed tolerance, off target"
NEEDS = Needs(points=1)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure; required if several have a target.
        on: Word for a figure that reaches its target.
        near: Word for a figure that misses it by no more than the tolerance.
        off: Word for a figure that misses it by more.
    """

    measure: str | None = None
    on: str = attrs.field(default=N_("on target"), validator=attrs.validators.min_len(1))
    near: str = attrs.field(default=N_("near target"), validator=attrs.validators.min_len(1))
    off: str = attrs.field(default=N_("off target"), validator=attrs.validators.min_len(1))


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against a target."""
    options = context.chosen(Options)
    target = context.target(options.measure)
    if isinstance(target, Refusal):
        return target
    refusal = context.check_needs(NEEDS)
    if refusal is not None or context.latest is None or context.latest.value is None:
        return refusal or context.refuse(_("There is no figure."))
    margin, statement = target.margin(), target.position.statement
    value, off = context.printed(context.latest.value), context.difference(target.gap)
    tone: Tone
    if target.gap == 0:
        label = context.beside_duty(_(options.on), target)
        band, shape, tone = "on", "circle", "better"
        text = _("{value} reaches the target ({statement}).", value=value, statement=statement)
    elif target.is_near(margin):
        label = context.beside_duty(_(options.near), target)
        band, shape, tone = "near", "diamond", "between"
        text = _(
            "{value} is {off} off the target ({statement}), within the tolerance.",
            value=value,
            off=off,
            statement=statement,
        )
    else:
        band, label, shape, tone = "off", _(options.off), "triangle", "worse"
        text = _(
            "{value} is {off} off the target ({statement}).",
            value=value,
            off=off,
            statement=statement,
        )
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=text,
        formula=_(
            "distance {gap} against tolerance {margin}",
            gap=off,
            margin=context.difference(margin),
        ),
        source=SOURCE,
        facts=(context.latest.fact, target.position.fact),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: off by less and by more than a tenth of the target, and neutral."""
    words = Options(on="Green", near="Amber", off="Red")
    tolerance = Tolerance(amount=10, kind="relative")

    def sample(value: float, direction: Direction = "higher") -> ScoringContext:
        return scoring_context(
            [value],
            direction=direction,
            target=75,
            tolerance=tolerance,
            rule="target-tolerance",
            options=words,
        )

    facts = ("indicator/sample/2020", "measure/sample.measure/target")
    near, far, neutral = sample(67.5), sample(67.4), sample(67.5, "neutral")
    return (
        Example(
            "Off by a tenth of the target.",
            (near,),
            near.score(
                band="near",
                label="Amber",
                shape="diamond",
                tone="between",
                statement="67.5% is 7.5 percentage points off the target (75%), "
                "within the tolerance.",
                formula="distance 7.5 percentage points against tolerance 7.5 percentage points",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Off by more than a tenth.",
            (far,),
            far.score(
                band="off",
                label="Red",
                shape="triangle",
                tone="worse",
                statement="67.4% is 7.6 percentage points off the target (75%).",
                formula="distance 7.6 percentage points against tolerance 7.5 percentage points",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Neither direction is better.",
            (neutral,),
            neutral.refuse(
                "The indicator is neutral: neither direction is better, so it is not rated."
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "target-tolerance",
            "Target with tolerance",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="target",
            needs=NEEDS,
        )
    ]
