"""Distance travelled.

What it does
    Says which part of the way from a measure's baseline to its target is behind: the latest
    figure minus the baseline, divided by the target minus the baseline. It works whichever way
    the target lies. Nothing is cut off: below 0 per cent things got worse, above 100 the target
    is passed.

When it refuses
    There is no figure, no target with a number, or no direction to judge by; no baseline with a
    number and a period. The target is where it began: a target to stay there has no way to it.
    The baseline and the latest figure are of different types of period, such as a year to date
    beside a whole year, or a break in the series lies between them. The series now gives another
    figure for the baseline, or was revised in part. People chose to take part themselves.

Options
    ``measure``: id of the measure that is meant; needed where several have a target.
    ``accept_revised``: true to take a revised baseline or series as it is.

Source
    Progress as a share of the distance from baseline to target, as councils' outcome frameworks
    state it.
"""

import attrs

from sendframe.plugins import (
    BaselineFigure,
    Example,
    Needs,
    Refusal,
    RuleTarget,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    amount,
    hookimpl,
    scoring_context,
)
from sendframe.plugins.statistics import distance_travelled

SOURCE = "Share of the distance from baseline to target, as in councils' outcome frameworks"
NEEDS = Needs(points=1, settled=True)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure that is meant.
        accept_revised: Whether a revised baseline or series is taken as it is.
    """

    measure: str | None = None
    accept_revised: bool = False


def score(context: ScoringContext) -> Score | Refusal:
    """Score how far the latest figure has come."""
    options = context.chosen(Options)
    aim = context.target(options.measure)
    if isinstance(aim, Refusal):
        return aim
    refusal = context.check_needs(NEEDS, accept_revised=options.accept_revised)
    if refusal is not None:
        return refusal
    start = context.baseline(aim.measure, accept_revised=options.accept_revised)
    return start if isinstance(start, Refusal) else _scored(context, aim, start)


def _scored(context: ScoringContext, aim: RuleTarget, start: BaselineFigure) -> Score | Refusal:
    latest = context.latest
    if latest is None or latest.value is None:
        return context.refuse("There is no figure.")
    way = distance_travelled(start.value, aim.level, latest.value)
    if way is None:
        return context.refuse(
            "The target is where it began: a target to stay there has no way to it.",
            aim.position.fact,
        )
    printed = amount(way * 100, 1, "%").replace("-", "\N{MINUS SIGN}")
    value, first = context.printed(latest.value), context.printed(start.value)
    target = context.printed(aim.level)
    tone: Tone
    if way >= 1:
        band, label, shape, tone = "there", "all of the way", "circle", "better"
    elif way > 0:
        band, label, shape, tone = "part", "part of the way", "diamond", "between"
    elif way == 0:
        band, label, shape, tone = "none", "none of the way", "bar", "between"
    else:
        band, label, shape, tone = "back", "further away", "triangle", "worse"
    return context.score(
        band=band,
        label=f"{label} ({printed})",
        shape=shape,
        tone=tone,
        statement=f"From {first} in {start.period} to {value} in {latest.period}, with {target} "
        "to be reached.",
        formula=f"({value} \N{MINUS SIGN} {first}) / ({target} \N{MINUS SIGN} {first}) = {printed}",
        source=SOURCE,
        facts=(latest.fact, aim.position.fact),
    )


def _told(start: float, target: float, *values: float) -> ScoringContext:
    return scoring_context(
        values,
        direction="lower",
        unit="weeks",
        decimals=2,
        target=target,
        baseline=(2020, start),
        rule="distance-travelled",
        options=Options(),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: part of the way, further away, past the target, and no way."""
    part, back = _told(10.9, 10, 10.9, 10.3), _told(10.9, 10, 10.9, 12.2)
    past, stay = _told(0.28, 0.13, 0.28, 0.02), _told(5, 5, 5, 4)
    facts = ("indicator/sample/2021", "measure/sample.measure/target")
    minus = "\N{MINUS SIGN}"

    def gives(
        told: ScoringContext, band: str, label: str, numbers: tuple[str, ...], **more: Tone
    ) -> Score:
        first, last, target, way = numbers
        shapes = {"part": "diamond", "back": "triangle", "there": "circle"}
        return told.score(
            band=band,
            label=f"{label} ({way})",
            shape=shapes[band],
            tone=more["tone"],
            statement=f"From {first} weeks in 2020 to {last} weeks in 2021, with {target} weeks "
            "to be reached.",
            formula=f"({last} weeks {minus} {first} weeks) / ({target} weeks {minus} {first} weeks)"
            f" = {way}",
            source=SOURCE,
            facts=facts,
        )

    return (
        Example(
            "Two thirds of the way.",
            (part,),
            gives(
                part,
                "part",
                "part of the way",
                ("10.90", "10.30", "10.00", "66.7%"),
                tone="between",
            ),
        ),
        Example(
            "The wrong way.",
            (back,),
            gives(
                back,
                "back",
                "further away",
                ("10.90", "12.20", "10.00", f"{minus}144.4%"),
                tone="worse",
            ),
        ),
        Example(
            "Past the target.",
            (past,),
            gives(
                past, "there", "all of the way", ("0.28", "0.02", "0.13", "173.3%"), tone="better"
            ),
        ),
        Example(
            "A target to stay.",
            (stay,),
            stay.refuse(
                "The target is where it began: a target to stay there has no way to it.",
                "measure/sample.measure/target",
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "distance-travelled",
            "Distance travelled",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="target",
            needs=NEEDS,
        )
    ]
