"""Comparison by interval.

What it does
    Computes a confidence interval of the area's own rate and compares it with a benchmark. If the
    benchmark lies inside the interval the area is *similar* to it; otherwise it is *better* or
    *worse*, by the direction of the indicator. With few cases the interval is wide, and most areas
    are similar. For a percentage or share it is the Wilson score interval; for any other rate, whose
    numerator counts events rather than cases of the denominator, it is Byar's interval.

When it refuses
    The indicator is neutral or has no single direction; the latest figure has no whole-number
    counts, or a denominator of zero; a rate rests on fewer than ten events; the benchmark has no
    figure. The benchmark itself is treated as exact. People chose to take part themselves.

Options
    ``comparator``: id of the comparator set; ``confidence``: 0.95 by default.

Source
    Wilson (1927), JASA 22:209-212; Breslow and Day (1987), Statistical Methods in Cancer
    Research, volume II; both, and at least ten events of a rate, as in PHEindicatormethods.
    Comparison of the interval with a benchmark as in Fingertips (OHID).
"""

import attrs

from sendframe.plugins import (
    N_,
    Comparison,
    CountKind,
    Example,
    Needs,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
    usable_counts,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import Interval, rate_interval, wilson_interval
from sendframe.testing import scoring_context

SOURCE = "Wilson (1927), JASA 22:209-212; interval against benchmark as in Fingertips (OHID)"
SOURCE_OF_RATES = "Byar's interval (Breslow and Day 1987) against benchmark as in Fingertips (OHID)"
NEEDS = Needs(points=1, direction=True)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        comparator: Id of the comparator set.
        confidence: Two-sided confidence, strictly between 0 and 1.
    """

    comparator: str
    confidence: float = 0.95


def score(context: ScoringContext) -> Score | Refusal:
    """Score the area's interval against a benchmark."""
    options = context.chosen(Options)
    refusal = context.check_needs(NEEDS)
    if refusal is not None or context.latest is None:
        return refusal or context.refuse(_("There is no figure."))
    latest = context.latest
    kind: CountKind = "proportion" if context.indicator.unit in ("percent", "share") else "events"
    counts = usable_counts(latest.numerator, latest.denominator, kind)
    if isinstance(counts, str):
        return context.refuse(counts, latest.fact)
    if context.indicator.factor is None:
        return context.refuse(_("The indicator has no factor, so its counts give no rate."))
    if not 0 < options.confidence < 1:
        return context.refuse(_("The option 'confidence' must lie between 0 and 1."))
    benchmark = context.benchmark(options.comparator)
    if isinstance(benchmark, Refusal):
        return benchmark
    make = wilson_interval if kind == "proportion" else rate_interval
    interval = make(*counts, confidence=options.confidence)
    return _scored(context, benchmark, counts, interval)


def _scored(
    context: ScoringContext, benchmark: Comparison, counts: tuple[int, int], interval: Interval
) -> Score:
    level, factor = benchmark.value or 0.0, context.indicator.factor or 1.0
    lower, upper = interval.lower * factor, interval.upper * factor
    low, high = context.printed(lower), context.printed(upper)
    tone: Tone
    if lower <= level <= upper:
        band, label, shape, tone = "similar", _("similar to"), "bar", "neutral"
        words = N_("{title} ({value}) lies inside the interval from {low} to {high}.")
    elif (lower > level) == (context.indicator.direction == "higher"):
        band, label, shape, tone = "better", _("better than"), "circle", "better"
        words = N_("{title} ({value}) lies outside the interval from {low} to {high}.")
    else:
        band, label, shape, tone = "worse", _("worse than"), "triangle", "worse"
        words = N_("{title} ({value}) lies outside the interval from {low} to {high}.")
    is_share = context.indicator.unit in ("percent", "share")
    name, confidence = "Wilson" if is_share else "Byar", context.chosen(Options).confidence
    printed = context.printed(level)
    return context.score(
        band=band,
        label=f"{label} {benchmark.title}",
        shape=shape,
        tone=tone,
        statement=_(words, title=benchmark.title, value=printed, low=low, high=high),
        formula=_(
            "{name} {confidence} interval of {number} of {total}: {low} to {high}",
            name=name,
            confidence=format(confidence, ".0%"),
            number=format(counts[0], ","),
            total=format(counts[1], ","),
            low=low,
            high=high,
        ),
        source=SOURCE if is_share else SOURCE_OF_RATES,
        facts=(context.latest.fact if context.latest else "", benchmark.fact),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: Herefordshire in 2024 against England, and a denominator of zero."""
    england, options = 39_407 / 84_866 * 100, Options("others")
    herefordshire = scoring_context(
        [225 / 333 * 100],
        denominator=333,
        benchmark=england,
        rule="wilson-comparison",
        first_year=2024,
        options=options,
    )
    none = scoring_context(
        [60.0, None],
        denominator=0,
        benchmark=england,
        rule="wilson-comparison",
        first_year=2023,
        options=options,
    )
    expected = herefordshire.score(
        band="better",
        label="better than Others",
        shape="circle",
        tone="better",
        statement="Others (46.4%) lies outside the interval from 62.4% to 72.4%.",
        formula="Wilson 95% interval of 225 of 333: 62.4% to 72.4%",
        source=SOURCE,
        facts=("indicator/sample/2024", "indicator/sample/2024/others"),
    )
    why = none.refuse("The denominator is 0, so there is no rate.", "indicator/sample/2024")
    return (
        Example("Well above the rate of others.", (herefordshire,), expected),
        Example("Nothing fell due.", (none,), why),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "wilson-comparison",
            "Comparison by interval",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="interval",
            needs=NEEDS,
        )
    ]
