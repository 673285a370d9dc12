"""A relative band hides a fall.

What it checks
    Whether a figure became worse by a tenth or more from one period to the next while its quarter
    among other areas, A to D, did not. The quarters of both periods are computed from the area and
    from the first comparator set with four figures or more, as published. Only indicators with a
    rule in the portfolio are checked. A figure in quarter D is not reported: that band hides
    nothing.

Why it matters
    A band compares an area with others; it does not show how children and young people are doing.
    Where all areas fall together the band stays the same, and a board that sees only the band does
    not see the fall.

Example:
    Herefordshire's 20-week rate fell from 77.1% in 2023 to 67.6% in 2024, and stayed in quarter B
    of all areas of England.

How to put it right
    Show the figure and its change with the band. The software asks; people decide.

Options
    ``least_share``: the smallest change that is reported, as a share of the earlier figure; 0.1 by
    default.

Source
    Quartile banding of the Local Authority Interactive Tool (DfE); figures from DfE, Education,
    health and care plans, reporting year 2025 (first release): timeliness.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    BenchmarkPoint,
    Check,
    CheckContext,
    Diagnostic,
    IndicatorResult,
    Point,
    amount,
    difference,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import quartile_band, quartiles, rounded

WORST = "D"
"""The quarter of the worst figures."""

MIN_AREAS = 4
"""Fewest areas that have quarters."""


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        least_share: The smallest change that is reported, as a share of the earlier figure.
    """

    least_share: float = 0.1


def _band(result: IndicatorResult, own: float, benchmark: BenchmarkPoint) -> tuple[str, int] | None:
    """Return the quarter of the area's own figure and the number of areas; None below four."""
    figures = sorted(float(rounded(value, result.decimals)) for value in (own, *benchmark.figures))
    if len(figures) < MIN_AREAS or figures[0] == figures[-1]:
        return None
    printed = float(rounded(own, result.decimals))
    band = quartile_band(printed, quartiles(figures), result.direction)
    return None if band is None else (band, len(figures))


def _fall(result: IndicatorResult, least_share: float) -> tuple[Point, Point] | None:
    """Return the figures before and after a change for the worse that is large enough."""
    if result.change is None:
        return None
    points = {point.period: point for point in result.points}
    before, after = points[result.change.before], points[result.change.after]
    worse = -result.change.amount if result.direction == "higher" else result.change.amount
    if before.value is None or worse <= 0 or worse < least_share * abs(before.value):
        return None
    return before, after


def _benchmarks(
    result: IndicatorResult, before: Point
) -> Iterator[tuple[BenchmarkPoint, BenchmarkPoint, str]]:
    """Yield both benchmarks and the title of each comparator set, sets of equal areas once."""
    seen: set[frozenset[str]] = set()
    for comparison in result.comparisons:
        areas = frozenset(member.area for member in comparison.members)
        then = comparison.at(before.period)
        if then is not None and areas not in seen:
            seen.add(areas)
            yield then, comparison.latest, comparison.title


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each fall that the band of the indicator does not show."""
    least_share = context.chosen(Options).least_share
    with_rule = {choice.indicator for choice in context.portfolio.manifest.rules}
    for id_, result in sorted(context.indicators.items()):
        fall = _fall(result, least_share)
        if id_ not in with_rule or result.direction not in ("higher", "lower") or fall is None:
            continue
        before, after = fall
        for then, now, title in _benchmarks(result, before):
            old_band = _band(result, before.value or 0.0, then)
            new_band = _band(result, after.value or 0.0, now)
            if old_band is None or new_band is None:
                continue
            (old, __), (new, count) = old_band, new_band
            if new <= old and new != WORST:
                yield context.diagnostic(
                    _(
                        "{title}: {change}, and {band} of {number} areas ({comparator}). Does the band "
                        "say enough?",
                        title=result.title,
                        change=_change_text(result, before, after),
                        band=_band_text(old, new),
                        number=count,
                        comparator=title,
                    ),
                    about=id_,
                    facts=(before.fact, after.fact, then.fact, now.fact),
                )
            break


def _change_text(result: IndicatorResult, before: Point, after: Point) -> str:
    first, last = before.value or 0.0, after.value or 0.0
    size = difference(abs(last - first), result.decimals, result.unit, result.unit_text)
    old, new = (amount(value, result.decimals, result.unit_text) for value in (first, last))
    words = N_("it fell by {size}, from {old} {before} to {new} {after}")
    if last >= first:
        words = N_("it rose by {size}, from {old} {before} to {new} {after}")
    return _(
        words,
        size=size,
        old=old,
        before=before.period.phrase,
        new=new,
        after=after.period.phrase,
    )


def _band_text(before: str, after: str) -> str:
    if before == after:
        return _("stays in quarter {band}", band=after)
    return _("goes from quarter {before} to {after}", before=before, after=after)


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR505",
            "A relative band hides a fall",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
            options=Options,
        )
    ]
