"""Decimal point out of place.

What it checks
    Whether a figure of the area, a baseline or a target is about ten, a hundred or a thousand times
    what it stands beside, or that part of it. Six to fifteen times counts as ten times. A figure is
    compared with the figures of the area before and after it, with each benchmark of its period,
    and with the baseline, target and pinned benchmark of its measures.

    In a series, a jump by such a ratio is noticed; the figures on the side of the jump with fewer
    figures are in doubt, two or more in succession too. Where a benchmark has figures of several
    areas, a figure is noticed only outside their range. A difference of about ten times from a
    benchmark that holds in three periods or more is how an area differs; one of a hundred times is
    noticed however long it lasts. A target that asks for six times or more of what a series of two
    figures or more shows is an ambition, where it asks for a change for the better.

    It does not find slips of figures of 0 or below, of counts below 50 beside counts below 50, of
    figures with one digit after rounding, and of figures that follow from their counts where the
    other one does too, unless more than 50 were counted.

Why it matters
    In tables that are typed by hand a decimal point slips, and a figure ten times too large is
    published next to the national one for years. Readers believe the worse of the two.

Example:
    7.2% where England has 71.5%; 68, 7.1 and 70 per cent in three years.

How to put it right
    Compare both figures with the published file. Correct the wrong one. Where both are true, accept
    this finding in the portfolio, with a reason: until then the figure is marked as in doubt
    wherever it is printed. It is scored and compared all the same.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Check,
    CheckContext,
    Diagnostic,
    Indicator,
    IndicatorResult,
    Measure,
    TargetPosition,
    Value,
    hookimpl,
    power_of_ten,
    slips_beside,
    slips_in_series,
)
from sendframe.plugins import gettext as _

ENOUGH = 50.0
"""A count may vary sixfold where all are smaller than this."""


@attrs.frozen
class _Slip:
    """A number that may be wrong by a power of ten.

    Attributes:
        subject: What the number is.
        power: The power of ten by which it differs from the other; negative where it is smaller.
        other: What it differs from.
        facts: Facts of the figures and targets in doubt.
        at: The value of the portfolio to point to; the indicator where it is None.
    """

    subject: str
    power: int
    other: str
    facts: tuple[str, ...]
    at: Value | None = None


def _of_figures(indicator: Indicator, result: IndicatorResult) -> Iterator[_Slip]:
    """Yield figures that differ by a power of ten from those beside them, or from a benchmark."""
    for point, power in slips_in_series(indicator, result.points):
        subject = _("the figure for {period}", period=point.period)
        yield _Slip(subject, power, _("the figures beside it"), (point.fact,))
    for comparison in result.comparisons:
        benchmarks = {point.period: point for point in comparison.points}
        slips = slips_beside(indicator, result.points, comparison.method, benchmarks)
        for point, power in slips:
            yield _Slip(
                _("the figure for {period}", period=point.period),
                power,
                _("that of {benchmark}", benchmark=comparison.title),
                (point.fact,),
            )


def _of_measure(
    indicator: Indicator, result: IndicatorResult, measure: Measure, position: TargetPosition
) -> Iterator[_Slip]:
    """Yield the baseline and target of a measure that differ so from the figures of the area."""
    points = [point for point in result.points if point.sound is not None]
    values = [point.value or 0.0 for point in points]
    start = None if measure.baseline is None else measure.baseline.value
    if not points or (indicator.is_count and max(*values, start or 0.0) < ENOUGH):
        return
    figures = _("the figures of '{id}'", id=indicator.id)
    power = min((power_of_ten(start, value) for value in values), key=abs)
    if power:
        subject = _("the baseline of '{id}'", id=measure.id)
        yield _Slip(subject, power, figures, (position.fact,), measure.baseline)
    direction = measure.intended_direction or indicator.direction
    better = {"higher": 1, "lower": -1}.get(direction or "", 0)
    for level in sorted({end for end in (position.low, position.high) if end is not None}):
        others = [values[-1]] if start is None else [values[-1], start]
        power = min((power_of_ten(level, other) for other in others), key=abs)
        is_ambition = power * better > 0 and len(points) > 1
        if power and not is_ambition:
            subject = _("the target of '{id}'", id=measure.id)
            facts = (position.fact, points[-1].fact)
            yield _Slip(subject, power, figures, facts, measure.target)


def _slips(
    indicator: Indicator, result: IndicatorResult, measures: dict[str, Measure]
) -> Iterator[_Slip]:
    """Yield each slip once: that of a figure by the first that it differs from."""
    seen: set[tuple[str, ...]] = set()
    for slip in _of_figures(indicator, result):
        if slip.facts not in seen:
            seen.add(slip.facts)
            yield slip
    for position in result.targets:
        measure = measures.get(position.measure)
        if measure is not None and measure.indicators == (indicator.id,):
            yield from _of_measure(indicator, result, measure, position)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure, baseline and target with a slipped decimal point."""
    indicators = context.portfolio.indicators()
    measures = {measure.id: measure for measure in context.measures}
    for id_, result in sorted(context.indicators.items()):
        for slip in _slips(indicators[id_], result, measures):
            words = N_("{title}: {subject} is about {times} times {other}")
            if slip.power < 0:
                words = N_("{title}: {subject} is about a {times}th part of {other}")
            yield context.diagnostic(
                # No figure is printed: disclosure control does not hide small numbers in messages.
                _(
                    words,
                    title=result.title,
                    subject=slip.subject,
                    times=f"{10 ** abs(slip.power):,}",
                    other=slip.other,
                ),
                at=slip.at or indicators[id_],
                about=id_,
                help="See whether a decimal point slipped in one of the two.",
                facts=slip.facts,
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR407",
            "Decimal point out of place",
            __doc__ or "",
            run,
            severity="note",
            doubts=True,
        )
    ]
