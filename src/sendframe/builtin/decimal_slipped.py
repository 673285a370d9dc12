"""Decimal point out of place.

What it checks
    Whether the latest figure is about ten, a hundred or a thousand times that of those it is
    compared with, or that part of it: from eight to twelve and a half times as much. Scores that
    may lie below 0 are not looked at: their ratios mean nothing. Where it was so in the
    period before as well, it is how they differ, and is not told. Figures that follow from their
    counts cannot have slipped and are not looked at, unless the other side has none.

Why it matters
    In tables that are typed by hand a decimal point slips, and a figure stands tenfold beside the
    national one for years. A reader believes the worse of the two.

Example:
    7.2% beside England's 71.5%.

How to put it right
    Look at the published file. Put the figure right, or leave it as it is where it is true.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterator
from math import log10

from sendframe.plugins import (
    Check,
    CheckContext,
    Comparison,
    Diagnostic,
    Indicator,
    IndicatorResult,
    Point,
    hookimpl,
)

WITHIN = log10(1.25)
"""How far a ratio may lie from a power of ten, as a logarithm: a quarter more, or a fifth less."""

MOST = 3
"""The largest power of ten that is looked for: a thousand times."""


def _power(own: float | None, other: float | None) -> int:
    """Return by which power of ten two figures differ; 0 where by none."""
    if not own or not other or own < 0 or other < 0:
        return 0
    ratio = log10(own / other)
    power = round(ratio)
    return power if abs(ratio - power) <= WITHIN and abs(power) <= MOST else 0


def _follows(indicator: Indicator, top: float | None, bottom: float | None) -> bool:
    return indicator.factor is not None and top is not None and bool(bottom)


def _before(result: IndicatorResult, comparison: Comparison) -> int:
    """Return by which power of ten the two differed in the period before."""
    if result.change is None:
        return 0
    own = {each.period: each.value for each in result.points}[result.change.before]
    other = comparison.at(result.change.before)
    return _power(own, None if other is None else other.value)


def _slipped(
    indicator: Indicator, result: IndicatorResult
) -> Iterator[tuple[Point, Comparison, int]]:
    point = result.latest
    if point is None or point.value is None:
        return
    sure = _follows(indicator, point.numerator, point.denominator)
    for each in result.comparisons:
        power = _power(point.value, each.value)
        if sure and _follows(indicator, each.latest.numerator, each.latest.denominator):
            continue
        if power and power != _before(result, each):
            yield point, each, power


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found, once an indicator."""
    known = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        found = next(_slipped(known[id_], result), None)
        if found is None:
            continue
        point, benchmark, power = found
        times = f"{10 ** abs(power):,}"
        said = f"about {times} times" if power > 0 else f"about a {times}th part of"
        yield context.diagnostic(
            # No figure stands here: notices are no place where small numbers are hidden.
            f"{result.title}: the figure for {point.period} is {said} that of {benchmark.title}",
            at=known[id_],
            about=id_,
            help="See whether a decimal point slipped in one of the two.",
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR407", "Decimal point out of place", __doc__ or "", run, severity="note")]
