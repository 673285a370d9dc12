"""Assurance on an XmR chart.

What it does
    Asks whether the series will reach a measure's target by itself. Where even the worse limit of
    its ups and downs is better than the target it *consistently passes*; where even the better
    limit is worse it *consistently fails*, and only a change will help; in between it is *hit or
    miss*, and a single figure on either side says little.

When it refuses
    There are fewer than twelve figures of comparable periods: then limits are only a trial and no
    icon is given. There is no target with a number, or no direction to judge by: a target to stay
    in a range has none. The series was revised in part. The question that was asked changed, or
    people chose to take part themselves.

Options
    ``measure``: id of the measure whose target is meant; needed where there are several.
    ``screened``: true to leave out of the mean step, once, those steps that are 3.267 times the
    mean step or more. ``accept_revised``: true to take a series that was revised in part as it
    is.

Source
    NHS England, Making Data Count: assurance icons, from the limits as they are now.
"""

import attrs

from sendframe.plugins import (
    Example,
    Needs,
    Refusal,
    RuleTarget,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
    scoring_context,
)
from sendframe.plugins.statistics import FIRM_POINTS, Assurance, assurance, xmr_limits

SOURCE = "NHS England, Making Data Count: XmR chart, assurance"
NEEDS = Needs(points=FIRM_POINTS, settled=True)
_BANDS: dict[Assurance, tuple[str, str, str, Tone]] = {
    "passes": ("passes", "consistently passes", "circle", "better"),
    "fails": ("fails", "consistently fails", "triangle", "worse"),
    "hit_or_miss": ("hit-or-miss", "hit or miss", "bar", "neutral"),
}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure whose target is meant.
        screened: Whether great steps are left out of the mean step, once.
        accept_revised: Whether a series that was revised in part is taken as it is.
    """

    measure: str | None = None
    screened: bool = False
    accept_revised: bool = False


def score(context: ScoringContext) -> Score | Refusal:
    """Score the limits of a series against a target."""
    options = context.chosen(Options)
    aim = context.target(options.measure)
    if isinstance(aim, Refusal):
        return aim
    refusal = context.check_needs(NEEDS, accept_revised=options.accept_revised)
    return refusal or _scored(context, aim)


def _scored(context: ScoringContext, aim: RuleTarget) -> Score | Refusal:
    limits = xmr_limits(context.values, screened=context.chosen(Options).screened)
    if aim.direction not in ("higher", "lower") or limits is None:
        return context.refuse("The target is to stay in a range: no way is better.")
    found = assurance(aim.level, limits, aim.direction)
    if found is None or limits.lower is None or limits.upper is None:
        return context.refuse("The series has no limits.")
    band, label, shape, tone = _BANDS[found]
    low, high = (context.printed(context.clipped(each)) for each in (limits.lower, limits.upper))
    target = context.printed(aim.level)
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=f"The target ({aim.position.statement}) lies "
        f"{'inside' if found == 'hit_or_miss' else 'outside'} the limits of the series, "
        f"{low} to {high}.",
        formula=f"target {target} against mean {context.printed(limits.mean)} and 2.66 times the "
        f"mean step of {context.difference(limits.mean_range or 0.0)} either way; "
        f"{limits.points} points",
        source=SOURCE,
        facts=(*(each.fact for each in context.figures), aim.position.fact),
        limits=context.chart_limits(limits),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: a target out of reach, one hit now and then, and few points."""

    def told(target: float, count: int = 12) -> ScoringContext:
        return scoring_context(
            ((50.0, 52.0) * 6)[:count],
            target=target,
            rule="xmr-assurance",
            options=Options(),
            first_year=2001,
        )

    far, near, few = told(60), told(51), told(60, 3)
    years = tuple(f"indicator/sample/{year}" for year in range(2001, 2013))
    limits = "the limits of the series, 45.7% to 56.3%."
    formula = (
        "against mean 51.0% and 2.66 times the mean step of 2.0 percentage points either way; "
        "12 points"
    )
    return (
        Example(
            "Better than the series ever is.",
            (far,),
            far.score(
                band="fails",
                label="consistently fails",
                shape="triangle",
                tone="worse",
                statement=f"The target (60%) lies outside {limits}",
                formula=f"target 60.0% {formula}",
                source=SOURCE,
                facts=(*years, "measure/sample.measure/target"),
                limits=far.chart_limits(xmr_limits(far.values)),
            ),
        ),
        Example(
            "Reached in some years.",
            (near,),
            near.score(
                band="hit-or-miss",
                label="hit or miss",
                shape="bar",
                tone="neutral",
                statement=f"The target (51%) lies inside {limits}",
                formula=f"target 51.0% {formula}",
                source=SOURCE,
                facts=(*years, "measure/sample.measure/target"),
                limits=near.chart_limits(xmr_limits(near.values)),
            ),
        ),
        Example(
            "Three years are too few.",
            (few,),
            few.refuse("It takes 12 figures that may be compared, and there are 3.", *years[:3]),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "xmr-assurance",
            "Assurance on an XmR chart",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="series",
            needs=NEEDS,
        )
    ]
