"""Distance travelled.

What it does
    Computes the share of the distance from a measure's baseline to its target that has been
    covered: the latest figure minus the baseline, divided by the target minus the baseline. It
    works in either direction. The share is not cut off: below 0 per cent the figure became worse,
    above 100 it is beyond the target.

When it refuses
    There is no figure, no target with a number, no direction, or no baseline with a number and a
    period. The target equals the baseline, so that there is no distance. The baseline and the
    latest figure have different types of period, such as a year to date and a complete year, or
    there is a break in the series between them. The series now has another figure for the
    baseline, or was revised in part. People chose to take part themselves.

Options
    ``measure``: id of the measure; required if several have a target. ``accept_revised``: true to
    score a revised baseline or series.

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
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import distance_travelled
from sendframe.testing import scoring_context

SOURCE = "Share of the distance from baseline to target, as in councils' outcome frameworks"
NEEDS = Needs(points=1, settled=True)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure; required if several have a target.
        accept_revised: Whether a revised baseline or series is scored.
    """

    measure: str | None = None
    accept_revised: bool = False


def score(context: ScoringContext) -> Score | Refusal:
    """Score how much of the distance to the target the latest figure has covered."""
    options = context.chosen(Options)
    target = context.target(options.measure)
    if isinstance(target, Refusal):
        return target
    refusal = context.check_needs(NEEDS, accept_revised=options.accept_revised)
    if refusal is not None:
        return refusal
    start = context.baseline(target.measure, accept_revised=options.accept_revised)
    return start if isinstance(start, Refusal) else _scored(context, target, start)


def _scored(context: ScoringContext, target: RuleTarget, start: BaselineFigure) -> Score | Refusal:
    latest = context.latest
    if latest is None or latest.value is None:
        return context.refuse(_("There is no figure."))
    travelled = distance_travelled(start.value, target.level, latest.value)
    if travelled is None:
        return context.refuse(
            _("The target is where it began: a target to stay there has no way to it."),
            target.position.fact,
        )
    printed = amount(travelled * 100, 1, "%").replace("-", "\N{MINUS SIGN}")
    value, first = context.printed(latest.value), context.printed(start.value)
    target_text = context.printed(target.level)
    tone: Tone
    if travelled >= 1:
        band, label, shape, tone = "there", _("all of the way"), "circle", "better"
    elif travelled > 0:
        band, label, shape, tone = "part", _("part of the way"), "diamond", "between"
    elif travelled == 0:
        band, label, shape, tone = "none", _("none of the way"), "bar", "between"
    else:
        band, label, shape, tone = "back", _("further away"), "triangle", "worse"
    return context.score(
        band=band,
        label=f"{label} ({printed})",
        shape=shape,
        tone=tone,
        statement=_(
            "From {first} {start} to {last} {latest}, with {target} to be reached.",
            first=first,
            start=start.period.phrase,
            last=value,
            latest=latest.period.phrase,
            target=target_text,
        ),
        formula=f"({value} \N{MINUS SIGN} {first}) / ({target_text} \N{MINUS SIGN} {first}) = {printed}",
        source=SOURCE,
        facts=(latest.fact, target.position.fact),
    )


def _sample(start: float, target: float, *values: float) -> ScoringContext:
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
    part, back = _sample(10.9, 10, 10.9, 10.3), _sample(10.9, 10, 10.9, 12.2)
    past, stay = _sample(0.28, 0.13, 0.28, 0.02), _sample(5, 5, 5, 4)
    facts = ("indicator/sample/2021", "measure/sample.measure/target")
    minus = "\N{MINUS SIGN}"

    def expected(
        context: ScoringContext, band: str, label: str, numbers: tuple[str, ...], **more: Tone
    ) -> Score:
        first, last, target, share = numbers
        shapes = {"part": "diamond", "back": "triangle", "there": "circle"}
        return context.score(
            band=band,
            label=f"{label} ({share})",
            shape=shapes[band],
            tone=more["tone"],
            statement=f"From {first} weeks in 2020 to {last} weeks in 2021, with {target} weeks "
            "to be reached.",
            formula=f"({last} weeks {minus} {first} weeks) / ({target} weeks {minus} {first} weeks)"
            f" = {share}",
            source=SOURCE,
            facts=facts,
        )

    return (
        Example(
            "Two thirds of the way.",
            (part,),
            expected(
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
            expected(
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
            expected(
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
