"""Assurance on an XmR chart.

What it does
    Compares the limits of a series with a measure's target. If even the worse limit is better than
    the target the series *consistently passes*. If even the better limit is worse than the target
    it *consistently fails*, and only a change to the service will help. Otherwise it is *hit or
    miss*: whether a single figure reaches the target is a matter of chance. Where the portfolio
    gives `limits_from` for an indicator that it monitors, limits are computed from the first figure
    on whose period does not begin before that. No step is formed across a period without a figure.

When it refuses
    There are fewer than twelve figures of comparable periods: limits from these are only a trial,
    and there is no icon. There is no target with a number, or no direction: a target that is a
    range has none. The series was revised in part. The wording of the question changed, or people
    chose to take part themselves.

Options
    ``measure``: id of the measure; required if several have a target. ``screened``: true to leave
    out of the mean step, once, steps of 3.267 times the mean step or more. ``accept_revised``: true
    to score a series that was revised in part.

Source
    NHS England, Making Data Count: assurance icons, from the current limits.
"""

import attrs

from sendframe.plugins import (
    N_,
    Example,
    Needs,
    Refusal,
    RuleTarget,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import FIRM_POINTS, Assurance, assurance, xmr_limits
from sendframe.testing import scoring_context

SOURCE = "NHS England, Making Data Count: XmR chart, assurance"
NEEDS = Needs(points=FIRM_POINTS, settled=True)
_BANDS: dict[Assurance, tuple[str, str, str, Tone]] = {
    "passes": ("passes", N_("consistently passes"), "circle", "better"),
    "fails": ("fails", N_("consistently fails"), "triangle", "worse"),
    "hit_or_miss": ("hit-or-miss", N_("hit or miss"), "bar", "neutral"),
}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure; required if several have a target.
        screened: Whether large steps are left out of the mean step, once.
        accept_revised: Whether a series that was revised in part is scored.
    """

    measure: str | None = None
    screened: bool = False
    accept_revised: bool = False


def score(context: ScoringContext) -> Score | Refusal:
    """Score the limits of a series against a target."""
    options = context.chosen(Options)
    target = context.target(options.measure)
    if isinstance(target, Refusal):
        return target
    context = context.since_limits_began()
    refusal = context.check_needs(NEEDS, accept_revised=options.accept_revised)
    return refusal or _scored(context, target)


def _scored(context: ScoringContext, target: RuleTarget) -> Score | Refusal:
    limits = xmr_limits(
        context.values, screened=context.chosen(Options).screened, follows=context.follows
    )
    if target.direction not in ("higher", "lower") or limits is None:
        return context.refuse(_("The target is a range: neither direction is better."))
    result = assurance(target.level, limits, target.direction)
    if result is None or limits.lower is None or limits.upper is None:
        return context.refuse(_("The series has no limits."))
    band, label, shape, tone = _BANDS[result]
    low, high = (context.printed(context.clipped(limit)) for limit in (limits.lower, limits.upper))
    target_text = context.printed(target.level)
    number = limits.points
    points = ngettext("{number} points", "{number} points", number)
    if context.limits_from:
        points = ngettext(
            "{number} points from {period} on",
            "{number} points from {period} on",
            number,
            period=context.limits_from,
        )
    return context.score(
        band=band,
        label=_(label),
        shape=shape,
        tone=tone,
        statement=_(
            N_("The target ({target}) lies inside the limits of the series, {low} to {high}.")
            if result == "hit_or_miss"
            else N_(
                "The target ({target}) lies outside the limits of the series, {low} to {high}."
            ),
            target=target.position.statement,
            low=low,
            high=high,
        ),
        formula=_(
            "target {target} against mean {mean} and 2.66 times the mean step of "
            "{step} either way; {points}",
            target=target_text,
            mean=context.printed(limits.mean),
            step=context.difference(limits.mean_range or 0.0),
            points=points,
        ),
        source=SOURCE,
        facts=(*(point.fact for point in context.figures), target.position.fact),
        limits=context.chart_limits(limits),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: a target out of reach, one hit now and then, and few points."""

    def sample(level: float, count: int = 12) -> ScoringContext:
        return scoring_context(
            ((50.0, 52.0) * 6)[:count],
            target=level,
            rule="xmr-assurance",
            options=Options(),
            first_year=2001,
        )

    far, near, few = sample(60), sample(51), sample(60, 3)
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
