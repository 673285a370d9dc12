"""Baseline that contradicts the figure of its date.

What it checks
    Whether the baseline of a measure is the figure that its indicator has for the period of the
    baseline, as far as both are printed. A measure of several indicators is noticed where none of
    those that have a figure for that period has this one. Superseded and expired plans are
    skipped.

    It does not find baselines without a number or a period, and those of a period for which there is
    no figure, or one that is hidden or contradicts itself.

Why it matters
    A strategy says that it began at 60, and the figures beside it say 50: the progress that is
    reported is not the progress that was made. Either the baseline was typed wrong, or the
    publisher has revised the figure since. The target of the measure is marked; where it has none, the
    figure.

Example:
    A baseline of 60.5 per cent in 2023, where the published figure for 2023 is 50.6 per cent.

How to put it right
    Correct the baseline. Where it is to stay as it was adopted, although the publisher has revised
    the figure since, accept this finding in the portfolio, with that reason.

Source
    sendframe's own rules for numbers that cast doubt on each other.
"""

from collections.abc import Iterator
from decimal import Decimal

from sendframe.plugins import Check, CheckContext, Diagnostic, IndicatorResult, Measure, hookimpl
from sendframe.plugins import gettext as _


def _step(value: float, decimals: int) -> float:
    """Return one unit of the last decimal place that a number was typed with, of those printed."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    typed = max(0, -exponent) if isinstance(exponent, int) else 0
    return 10.0 ** -min(typed, decimals)


def _agrees(result: IndicatorResult, value: float, figure: float) -> bool:
    margin = 0.5 * _step(value, result.decimals)
    return abs(value - figure) <= margin * (1 + 1e-9) + abs(figure) * 1e-12


def _contradicts(context: CheckContext, measure: Measure) -> tuple[str, ...]:
    """Return the facts of the figures that a baseline differs from; empty where it has its own."""
    baseline = measure.baseline
    if baseline is None or baseline.value is None or baseline.period is None:
        return ()
    facts: list[str] = []
    for id_ in measure.indicators:
        result = context.indicators.get(id_)
        for point in result.points if result is not None else ():
            if point.period == baseline.period and result is not None and point.sound is not None:
                if _agrees(result, baseline.value, point.sound):
                    return ()
                facts.append(point.fact)
    return tuple(facts)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each baseline that is not the figure of its period."""
    for measure in context.measures:
        facts = _contradicts(context, measure)
        if facts and measure.baseline is not None:
            yield context.diagnostic(
                _(
                    "the baseline of the measure '{id}' is not the figure for {period}",
                    id=measure.id,
                    period=measure.baseline.period,
                ),
                at=measure.baseline,
                about=measure.id,
                help="Correct the baseline, or accept it with the reason why it is to stay.",
                facts=context.target_facts(measure) or facts,
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR416",
            "Baseline that contradicts the figure of its date",
            __doc__ or "",
            run,
            doubts=True,
        )
    ]
