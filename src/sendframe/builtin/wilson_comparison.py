"""Comparison by Wilson interval.

What it does
    Works out how far the area's own proportion might lie from what was counted (the 95 per cent
    Wilson score interval) and looks where a benchmark stands. Inside the interval the area is
    *similar* to it; outside it is *better* or *worse*, as the indicator's direction says. With
    few cases the interval is wide, and most areas are similar.

When it refuses
    The indicator is neutral or has no single direction; the latest figure has no whole counts, or
    a denominator of zero; the benchmark has no figure. The benchmark itself is taken as exact.

Options
    ``comparator``: id of the comparator set; ``confidence``: 0.95 unless given.

Source
    Wilson (1927), JASA 22:209-212; comparison of the interval with a benchmark as in Fingertips
    (OHID).
"""

import attrs

from sendframe.plugins import (
    Comparison,
    Example,
    Point,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    amount,
    hookimpl,
    scoring_context,
    wilson_interval,
)

SOURCE = "Wilson (1927), JASA 22:209-212; interval against benchmark as in Fingertips (OHID)"


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        comparator: Id of the comparator set.
        confidence: Two-sided confidence, strictly between 0 and 1.
    """

    comparator: str
    confidence: float = 0.95


def _counts(point: Point) -> tuple[int, int] | str:
    """Return events and total of a point, or why there are none."""
    top, bottom = point.numerator, point.denominator
    if bottom == 0:
        return "The denominator is 0, so there is no rate."
    if top is None or bottom is None:
        return "The counts behind the figure are not published."
    if not (top.is_integer() and bottom.is_integer() and 0 <= top <= bottom):
        return "The counts behind the figure are not those of a proportion."
    return int(top), int(bottom)


def score(context: ScoringContext) -> Score | Refusal:
    """Score the area's interval against a benchmark."""
    indicator, options = context.indicator, context.chosen(Options)
    if indicator.direction not in ("higher", "lower"):
        return context.refuse(
            f"The indicator is {indicator.direction}: no way is better, so it is not rated."
        )
    if context.latest is None:
        return context.refuse("There is no figure.")
    counts = _counts(context.latest)
    if isinstance(counts, str):
        return context.refuse(counts, context.latest.fact)
    benchmark = next((c for c in context.comparisons if c.comparator == options.comparator), None)
    if benchmark is None or benchmark.value is None or indicator.factor is None:
        return context.refuse(f"There is no benchmark '{options.comparator}' for this period.")
    if not 0 < options.confidence < 1:
        return context.refuse("The option 'confidence' must lie between 0 and 1.")
    return _scored(context, benchmark, counts, options.confidence)


def _scored(
    context: ScoringContext, benchmark: Comparison, counts: tuple[int, int], confidence: float
) -> Score:
    indicator, level = context.indicator, benchmark.value or 0.0
    interval = wilson_interval(*counts, confidence=confidence)
    factor = indicator.factor or 1.0
    lower, upper = interval.lower * factor, interval.upper * factor
    unit, decimals = indicator.unit_text, indicator.decimals
    low, high = amount(lower, decimals, unit), amount(upper, decimals, unit)
    tone: Tone
    if lower <= level <= upper:
        band, label, shape, tone = "similar", "similar", "bar", "neutral"
        said = "lies inside"
    elif (lower > level) == (indicator.direction == "higher"):
        band, label, shape, tone = "better", "better", "circle", "better"
        said = "lies outside"
    else:
        band, label, shape, tone = "worse", "worse", "triangle", "worse"
        said = "lies outside"
    printed = amount(level, decimals, unit)
    return context.score(
        band=band,
        label=f"{label} than {benchmark.title}"
        if band != "similar"
        else f"similar to {benchmark.title}",
        shape=shape,
        tone=tone,
        statement=f"{benchmark.title} ({printed}) {said} the interval from {low} to {high}.",
        formula=f"Wilson {confidence:.0%} interval of {counts[0]:,} of {counts[1]:,}: {low} to {high}",
        source=SOURCE,
        facts=(context.latest.fact if context.latest else "", benchmark.fact),
    )


def example() -> Example:
    """Return a worked example: 225 of 333, as in Herefordshire in 2024, beside England's rate."""
    given = scoring_context(
        [225 / 333 * 100],
        denominator=333,
        benchmark=39_407 / 84_866 * 100,
        rule="wilson-comparison",
        first_year=2024,
        options=Options("others"),
    )
    gives = given.score(
        band="better",
        label="better than Others",
        shape="circle",
        tone="better",
        statement="Others (46.4%) lies outside the interval from 62.4% to 72.4%.",
        formula="Wilson 95% interval of 225 of 333: 62.4% to 72.4%",
        source=SOURCE,
        facts=("indicator/sample/2024", "indicator/sample/2024/others"),
    )
    return Example("Well above the rate of others.", (given,), gives)


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "wilson-comparison",
            "Comparison by Wilson interval",
            __doc__ or "",
            score,
            Options,
            (example(),),
        )
    ]
