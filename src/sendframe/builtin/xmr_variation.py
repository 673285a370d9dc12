"""Variation on an XmR chart.

What it does
    Tests whether the latest figure differs from the usual variation of the series. The limits lie
    2.66 times the mean step on either side of the mean; a step is the difference between two
    figures in succession. A period without a figure, such as a month that was not counted, is a
    gap: no step is formed across it, and it interrupts every run of points. A figure is a *special cause* if it lies outside the limits; if it is the
    last of seven points that all rise or all fall; if two of three points lie beyond two thirds of
    the way to a limit and all three on one side of the mean; or if it is one of seven points in a
    row on one side. For the better it is an *improvement*, for the worse a *concern*; for a neutral
    indicator it is *high* or *low*, without a colour. Everything else is *common cause*. Limits
    are computed unclipped, and shown within the range of the unit. Where the portfolio gives
    `limits_from` for an indicator that it monitors, such as after a service was redesigned, limits
    and signals begin with the first figure whose period does not begin before that.

When it refuses
    There are fewer than twelve figures of comparable periods: limits from these are only a trial,
    and there is no icon; the reason states the limits. The series was revised in part. The wording
    of the question changed, or people chose to take part themselves.

Options
    ``screened``: true to leave out of the mean step, once, steps of 3.267 times the mean step or
    more; otherwise a single leap widens the limits. ``accept_revised``: true to score a series that
    was revised in part.

Source
    NHS England, Making Data Count: XmR charts and variation icons; Wheeler (1993), Understanding
    Variation. Steps beside a gap are left out as in qicharts2. The spreadsheet of Making Data Count does not screen, NHSRplotthedots does.
"""

import attrs

from sendframe.plugins import (
    N_,
    Example,
    Needs,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import FIRM_POINTS, ControlLimits, special_causes, xmr_limits
from sendframe.testing import scoring_context

SOURCE = "NHS England, Making Data Count: XmR chart, variation"
NEEDS = Needs(points=FIRM_POINTS, settled=True)
MIN_DRAWN = 3
"""Fewest points for which trial limits are drawn."""

_CAUSES = {
    "outside": N_("{value} {when} lies outside the limits ({limits})."),
    "trend": N_("{value} {when} ends seven points that go one way ({limits})."),
    "two_of_three": N_("{value} {when} is with two of three points near one limit ({limits})."),
    "shift": N_("{value} {when} is one of seven points on one side of the mean ({limits})."),
}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        screened: Whether large steps are left out of the mean step, once.
        accept_revised: Whether a series that was revised in part is scored.
    """

    screened: bool = False
    accept_revised: bool = False


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against the variation of its series."""
    options = context.chosen(Options)
    context = context.since_limits_began()
    count = len(context.values)
    needs = attrs.evolve(NEEDS, points=min(NEEDS.points, max(count, MIN_DRAWN)))
    refusal = context.check_needs(needs, accept_revised=options.accept_revised)
    limits = xmr_limits(context.values, screened=options.screened, follows=context.follows)
    if refusal is not None or limits is None or limits.lower is None or limits.upper is None:
        return refusal or context.refuse(_("There is no figure."))
    if limits.trial:
        return context.refuse(
            _(
                "There are {points}, and below {least} limits are only a trial: no icon. Trial "
                "limits: {limits}.",
                points=_points(context, count),
                least=FIRM_POINTS,
                limits=_limits_text(context, limits),
            ),
            *(point.fact for point in context.figures),
            limits=context.chart_limits(limits),
        )
    return _scored(context, limits)


def _points(context: ScoringContext, count: int) -> str:
    if not context.limits_from:
        return ngettext("{number} points", "{number} points", count)
    return ngettext(
        "{number} points from {period} on",
        "{number} points from {period} on",
        count,
        period=context.limits_from,
    )


def _limits_text(context: ScoringContext, limits: ControlLimits) -> str:
    ends = [context.clipped(limit) for limit in (limits.lower, limits.upper) if limit is not None]
    low, high = map(context.printed, ends)
    return _("{low} to {high}, mean {mean}", low=low, high=high, mean=context.printed(limits.mean))


def _scored(context: ScoringContext, limits: ControlLimits) -> Score:
    values, latest = context.values, context.figures[-1]
    cause = special_causes(values, limits, context.follows)[-1]
    up = values[-1] > values[-2] if cause == "trend" else values[-1] > limits.mean
    direction = context.indicator.direction
    tone: Tone
    if cause is None:
        band, label, shape, tone = "common-cause", _("common cause"), "bar", "neutral"
    elif direction not in ("higher", "lower"):
        word = "high" if up else "low"
        label = _("special cause, high") if up else _("special cause, low")
        band, shape, tone = f"special-{word}", "bar", "neutral"
    elif up == (direction == "higher"):
        band, label, shape, tone = (
            "improvement",
            _("special cause, improvement"),
            "circle",
            "better",
        )
    else:
        band, label, shape, tone = "concern", _("special cause, concern"), "triangle", "worse"
    value, step = context.printed(values[-1]), context.difference(limits.mean_range or 0.0)
    words = N_("{value} {when} lies inside the limits, like those before ({limits}).")
    if context.chosen(Options).screened:
        step = _("{step} of those below 3.267 times it", step=step)
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=_(
            _CAUSES[cause] if cause else words,
            value=value,
            when=latest.period.phrase,
            limits=_limits_text(context, limits),
        ),
        formula=_(
            "mean {mean}, and 2.66 times the mean step of {step} either way; {points}",
            mean=context.printed(limits.mean),
            step=step,
            points=_points(context, limits.points),
        ),
        source=SOURCE,
        facts=tuple(point.fact for point in context.figures),
        limits=context.chart_limits(limits),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: a leap, ups and downs, and six years of Herefordshire."""

    def sample(*values: float) -> ScoringContext:
        return scoring_context(values, rule="xmr-variation", options=Options(), first_year=2001)

    leap, usual = sample(*(50.0, 52.0) * 6, 70.0), sample(*(50.0, 52.0) * 6)
    few = scoring_context(
        [90.1, 91.0, 85.5, 74.7, 77.1, 67.6],
        rule="xmr-variation",
        options=Options(),
        first_year=2019,
    )
    facts = tuple(f"indicator/sample/{year}" for year in range(2001, 2014))
    return (
        Example(
            "A leap, where higher is better.",
            (leap,),
            leap.score(
                band="improvement",
                label="special cause, improvement",
                tone="better",
                statement="70.0% in 2013 lies outside the limits (43.6% to 61.3%, mean 52.5%).",
                formula="mean 52.5%, and 2.66 times the mean step of 3.3 percentage points either "
                "way; 13 points",
                source=SOURCE,
                facts=facts,
                limits=leap.chart_limits(xmr_limits(leap.values)),
            ),
        ),
        Example(
            "Up and down as always.",
            (usual,),
            usual.score(
                band="common-cause",
                label="common cause",
                shape="bar",
                tone="neutral",
                statement="52.0% in 2012 lies inside the limits, like those before "
                "(45.7% to 56.3%, mean 51.0%).",
                formula="mean 51.0%, and 2.66 times the mean step of 2.0 percentage points either "
                "way; 12 points",
                source=SOURCE,
                facts=facts[:-1],
                limits=usual.chart_limits(xmr_limits(usual.values)),
            ),
        ),
        Example(
            "Six years are too few.",
            (few,),
            few.refuse(
                "There are 6 points, and below 12 limits are only a trial: no icon. "
                "Trial limits: 65.5% to 96.5%, mean 81.0%.",
                *(f"indicator/sample/{year}" for year in range(2019, 2025)),
                limits=few.chart_limits(xmr_limits(few.values)),
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "xmr-variation",
            "Variation on an XmR chart",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="series",
            needs=NEEDS,
        )
    ]
