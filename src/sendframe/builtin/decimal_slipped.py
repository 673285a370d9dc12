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

    Not found are slips of figures of 0 or below, of counts below 50 beside counts below 50, of
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
from itertools import pairwise

import attrs

from sendframe.plugins import (
    N_,
    BenchmarkPoint,
    Check,
    CheckContext,
    Comparison,
    Diagnostic,
    Indicator,
    IndicatorResult,
    Measure,
    Point,
    TargetPosition,
    Value,
    comparable_runs,
    hookimpl,
)
from sendframe.plugins import gettext as _

LOWEST, HIGHEST = 6.0, 15.0
"""Smallest and largest ratio that counts as ten times."""

POWERS = (1, 2, 3)
"""Powers of ten that are noticed: ten, a hundred and a thousand times."""

ENOUGH = 50.0
"""A count, or a count behind a rate, may vary sixfold where both are smaller than this."""

USUAL = 3
"""In so many periods a difference of about ten times is how an area differs."""

VARIES = 3.0
"""A series whose usual figures vary by more than this ratio may vary sixfold too."""

NEAR = 10 / LOWEST
"""A figure with its decimal point put right is at most this ratio from the usual ones."""

DIGITS = 2.5
"""Fewest units of the last decimal place of the smaller figure, below which rounding decides."""


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


def power_of_ten(own: float | None, other: float | None) -> int:
    """Return the power of ten by which two figures differ; 0 where they differ otherwise.

    Examples:
        >>> power_of_ten(7.2, 71.5), power_of_ten(71.5, 0.676), power_of_ten(20.0, 60.0)
        (-1, 2, 0)
    """
    if not own or not other or own < 0 or other < 0:
        return 0
    ratio = own / other
    for power in POWERS:
        low, high = LOWEST * 10 ** (power - 1), HIGHEST * 10 ** (power - 1)
        if low <= ratio <= high:
            return power
        if low * own <= other <= high * own:
            return -power
    return 0


def _follows_from_counts(indicator: Indicator, point: Point | BenchmarkPoint) -> bool:
    return indicator.factor is not None and point.numerator is not None and bool(point.denominator)


def _power_in_series(indicator: Indicator, first: Point, second: Point) -> int:
    """Return the power of ten between two figures of an area beyond chance and rounding."""
    power = power_of_ten(first.value, second.value)
    if not power:
        return 0
    values = (first.value or 0.0, second.value or 0.0)
    if indicator.is_count:
        return power if max(values) >= ENOUGH else 0
    if _follows_from_counts(indicator, first) and _follows_from_counts(indicator, second):
        counts = (first.numerator or 0.0, second.numerator or 0.0)
        return power if max(counts) >= ENOUGH and power_of_ten(*counts) else 0
    return power if min(values) >= DIGITS * 10.0**-indicator.decimals else 0


def _in_series(indicator: Indicator, result: IndicatorResult) -> Iterator[_Slip]:
    """Yield figures that differ by a power of ten from those before or after them."""
    for run in comparable_runs(indicator, result.points):
        for point, power in _slipped(indicator, run):
            subject = _("the figure for {period}", period=point.period)
            yield _Slip(subject, power, _("the figures beside it"), (point.fact,))


def _slipped(indicator: Indicator, run: tuple[Point, ...]) -> Iterator[tuple[Point, int]]:
    """Yield the figures of a series that have slipped, each with the power of ten.

    Each jump by a power of ten leads to another height; the height with most figures, or else the
    first, is the usual one. A figure at another height has slipped if it would be as usual
    with its decimal point put right, and if usual figures do not vary widely themselves.
    """
    heights = [0]
    for before, point in pairwise(run):
        heights.append(heights[-1] + _power_in_series(indicator, point, before))
    usual = max(dict.fromkeys(heights), key=heights.count)
    values = [point.value or 0.0 for point in run]
    rest = [value for value, height in zip(values, heights, strict=True) if height == usual]
    low, high = min(rest), max(rest)
    if min(values) < 0 or high > VARIES * low:
        return
    for point, value, height in zip(run, values, heights, strict=True):
        corrected = value / 10.0 ** (height - usual)
        if height != usual and low / NEAR <= corrected <= high * NEAR:
            yield point, height - usual


def _beside_benchmark(
    indicator: Indicator, result: IndicatorResult, comparison: Comparison
) -> Iterator[_Slip]:
    """Yield figures that differ by a power of ten from a benchmark of their period."""
    benchmarks = {point.period: point for point in comparison.points}
    powers = [
        (point, _power_beside(indicator, point, comparison, benchmarks.get(point.period)))
        for point in result.points
    ]
    for point, power in powers:
        lasts = sum(other == power for _point, other in powers) >= USUAL
        if power and not (lasts and abs(power) == 1):
            yield _Slip(
                _("the figure for {period}", period=point.period),
                power,
                _("that of {benchmark}", benchmark=comparison.title),
                (point.fact,),
            )


def _power_beside(
    indicator: Indicator, point: Point, comparison: Comparison, other: BenchmarkPoint | None
) -> int:
    """Return the power of ten between a figure and a benchmark of several areas or of one."""
    value = point.sound
    if other is None or value is None:
        return 0
    if _follows_from_counts(indicator, point) and _follows_from_counts(indicator, other):
        return 0
    if comparison.method != "single" and (
        not other.figures or min(other.figures) <= value <= max(other.figures)
    ):
        return 0
    return power_of_ten(value, other.value)


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
    by_figure = [_in_series(indicator, result)]
    by_figure += [_beside_benchmark(indicator, result, item) for item in result.comparisons]
    for slips in by_figure:
        for slip in slips:
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
