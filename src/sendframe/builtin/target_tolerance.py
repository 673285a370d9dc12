"""Target with tolerance.

What it does
    Sets the latest figure beside a measure's target. On or beyond the target it is *on target*;
    off it by no more than the measure's tolerance it is *near target*; further off it is *off
    target*. The tolerance is relative (per cent of the target) or in points of the indicator's
    own unit, as the measure says: 10 per cent of a target of 75 per cent are 7.5 percentage
    points. Without a tolerance nothing is near. The words are the area's own to choose, such as
    green, amber and red.

When it refuses
    There is no figure, no target, a target without a number, or no direction to judge by. The
    figures rest on people who chose to take part themselves.

Options
    ``measure``: id of the measure whose target is meant; needed where there are several. ``on``,
    ``near`` and ``off``: the words shown.

Source
    Council performance reporting: green on or above target, amber within an agreed tolerance, red
    below (Reigate and Banstead); per-indicator target tolerance (Havering, 2015/16).
"""

import attrs

from sendframe.plugins import (
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
    scoring_context,
)

SOURCE = "Council practice: on target, within an agreed tolerance, off target"
NEEDS = Needs(points=1)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure whose target is meant.
        on: Word for a figure that reaches its target.
        near: Word for one that is off it by no more than the tolerance.
        off: Word for one that is further off.
    """

    measure: str | None = None
    on: str = attrs.field(default="on target", validator=attrs.validators.min_len(1))
    near: str = attrs.field(default="near target", validator=attrs.validators.min_len(1))
    off: str = attrs.field(default="off target", validator=attrs.validators.min_len(1))


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against a target."""
    options = context.chosen(Options)
    aim = context.target(options.measure)
    if isinstance(aim, Refusal):
        return aim
    refusal = context.check_needs(NEEDS)
    if refusal is not None or context.latest is None or context.latest.value is None:
        return refusal or context.refuse("There is no figure.")
    margin, target = aim.margin(), aim.position.statement
    value, off = context.printed(context.latest.value), context.difference(aim.gap)
    tone: Tone
    if aim.gap == 0:
        band, label, shape, tone = "on", options.on, "circle", "better"
        said = f"{value} reaches the target ({target})."
    elif aim.is_near(margin):
        band, label, shape, tone = "near", options.near, "diamond", "between"
        said = f"{value} is {off} off the target ({target}), within the tolerance."
    else:
        band, label, shape, tone = "off", options.off, "triangle", "worse"
        said = f"{value} is {off} off the target ({target})."
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=said,
        formula=f"distance {off} against tolerance {context.difference(margin)}",
        source=SOURCE,
        facts=(context.latest.fact, aim.position.fact),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: off by less and by more than a tenth of the target, and neutral."""
    words = Options(on="Green", near="Amber", off="Red")
    tolerance = Tolerance(amount=10, kind="relative")

    def told(value: float, direction: Direction = "higher") -> ScoringContext:
        return scoring_context(
            [value],
            direction=direction,
            target=75,
            tolerance=tolerance,
            rule="target-tolerance",
            options=words,
        )

    facts = ("indicator/sample/2020", "measure/sample.measure/target")
    near, far, neutral = told(67.5), told(67.4), told(67.5, "neutral")
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
            "No way is better.",
            (neutral,),
            neutral.refuse("The indicator is neutral: no way is better, so it is not rated."),
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
