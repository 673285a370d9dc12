"""Decimal point out of place.

What it checks
    Whether the latest figure is about ten, a hundred or a thousand times a benchmark, or that part
    of it. Eight to twelve and a half times counts as ten times. Negative figures are skipped, since
    their ratios have no meaning. A difference that existed in the period before as well is not
    reported. Where both figures follow from their counts, no decimal point can have slipped, and
    the pair is skipped.

Why it matters
    In tables that are typed by hand a decimal point slips, and a figure ten times too large is
    published next to the national one for years. Readers believe the worse of the two.

Example:
    7.2% where England has 71.5%.

How to put it right
    Compare both figures with the published file. Correct the wrong one; keep both if they are true.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterator
from math import log10

from sendframe.plugins import (
    N_,
    Check,
    CheckContext,
    Comparison,
    Diagnostic,
    Indicator,
    IndicatorResult,
    Point,
    hookimpl,
)
from sendframe.plugins import gettext as _

TOLERANCE = log10(1.25)
"""Tolerance of a ratio around a power of ten, as a logarithm: a quarter more, or a fifth less."""

MAX_POWER = 3
"""The largest power of ten that is reported: a thousand times."""


def _power(own: float | None, other: float | None) -> int:
    """Return the power of ten by which two figures differ; 0 where they differ otherwise."""
    if not own or not other or own < 0 or other < 0:
        return 0
    ratio = log10(own / other)
    power = round(ratio)
    return power if abs(ratio - power) <= TOLERANCE and abs(power) <= MAX_POWER else 0


def _follows_from_counts(indicator: Indicator, top: float | None, bottom: float | None) -> bool:
    return indicator.factor is not None and top is not None and bool(bottom)


def _earlier_power(result: IndicatorResult, comparison: Comparison) -> int:
    """Return the power of ten by which the two differed in the period before."""
    if result.change is None:
        return 0
    own = {point.period: point.value for point in result.points}[result.change.before]
    other = comparison.at(result.change.before)
    return _power(own, None if other is None else other.value)


def _slipped(
    indicator: Indicator, result: IndicatorResult
) -> Iterator[tuple[Point, Comparison, int]]:
    point = result.latest
    if point is None or point.value is None:
        return
    from_counts = _follows_from_counts(indicator, point.numerator, point.denominator)
    for comparison in result.comparisons:
        latest = comparison.latest
        power = _power(point.value, comparison.value)
        if from_counts and _follows_from_counts(indicator, latest.numerator, latest.denominator):
            continue
        if power and power != _earlier_power(result, comparison):
            yield point, comparison, power


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each indicator whose latest figure may have a slipped decimal point."""
    indicators = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        slipped = next(_slipped(indicators[id_], result), None)
        if slipped is None:
            continue
        point, benchmark, power = slipped
        times = f"{10 ** abs(power):,}"
        words = N_("{title}: the figure for {period} is about {times} times that of {benchmark}")
        if power <= 0:
            words = N_(
                "{title}: the figure for {period} is about a {times}th part of that of {benchmark}"
            )
        yield context.diagnostic(
            # No figure is printed: disclosure control does not hide small numbers in messages.
            _(
                words,
                title=result.title,
                period=point.period,
                times=times,
                benchmark=benchmark.title,
            ),
            at=indicators[id_],
            about=id_,
            help="See whether a decimal point slipped in one of the two.",
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR407", "Decimal point out of place", __doc__ or "", run, severity="note")]
