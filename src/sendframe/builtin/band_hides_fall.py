"""A relative band hides a fall.

What it checks
    Whether a figure got worse by a tenth or more from one period to the next while its quarter
    among other areas, A to D, did not. The quarters are worked out for both periods, from the
    areas of the first comparator set that has four figures or more, and the area itself, as
    published. It is asked of indicators that the portfolio chose a rule for, and not where the
    quarter is the last: that hides nothing.

Why it matters
    A band says where an area stands among others, not how children fare. Where all fall together
    the band stays, and a board that sees nothing but the band sees nothing.

Example:
    Herefordshire's 20-week rate fell from 77.1% in 2023 to 67.6% in 2024, and stayed in quarter B
    of all areas of England.

How to put it right
    Show the figure and its change beside the band. The software asks; people decide.

Options
    ``least_share``: the smallest change that is asked about, as a share of the earlier figure;
    0.1 unless given.

Source
    Quartile banding of the Local Authority Interactive Tool (DfE); figures from DfE, Education,
    health and care plans, reporting year 2025 (first release): timeliness.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    BenchmarkPoint,
    Check,
    CheckContext,
    Diagnostic,
    IndicatorResult,
    Point,
    amount,
    difference,
    hookimpl,
    quartile_band,
    quartiles,
    rounded,
)

LAST = "D"
"""The quarter of the areas that do worst."""

FEWEST = 4
"""Fewer areas than this have no quarters."""


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        least_share: The smallest change that is asked about, as a share of the earlier figure.
    """

    least_share: float = 0.1


def _band(result: IndicatorResult, own: float, found: BenchmarkPoint) -> tuple[str, int] | None:
    """Return the quarter of the area's own figure, and of how many areas; None below four."""
    figures = sorted(float(rounded(each, result.decimals)) for each in (own, *found.figures))
    if len(figures) < FEWEST or figures[0] == figures[-1]:
        return None
    printed = float(rounded(own, result.decimals))
    band = quartile_band(printed, quartiles(figures), result.direction)
    return None if band is None else (band, len(figures))


def _fall(result: IndicatorResult, least_share: float) -> tuple[Point, Point] | None:
    """Return the figures before and after a change for the worse that is large enough."""
    if result.change is None:
        return None
    points = {each.period: each for each in result.points}
    before, after = points[result.change.before], points[result.change.after]
    worse = -result.change.amount if result.direction == "higher" else result.change.amount
    if before.value is None or worse <= 0 or worse < least_share * abs(before.value):
        return None
    return before, after


def _sets(
    result: IndicatorResult, before: Point
) -> Iterator[tuple[BenchmarkPoint, BenchmarkPoint, str]]:
    """Yield the benchmarks of both periods and their title, one for each set of areas."""
    seen: set[frozenset[str]] = set()
    for comparison in result.comparisons:
        areas = frozenset(member.area for member in comparison.members)
        then = comparison.at(before.period)
        if then is not None and areas not in seen:
            seen.add(areas)
            yield then, comparison.latest, comparison.title


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    least_share = context.chosen(Options).least_share
    ruled = {each.indicator for each in context.portfolio.manifest.rules}
    for id_, result in sorted(context.indicators.items()):
        fall = _fall(result, least_share)
        if id_ not in ruled or result.direction not in ("higher", "lower") or fall is None:
            continue
        before, after = fall
        for then, now, title in _sets(result, before):
            one = _band(result, before.value or 0.0, then)
            two = _band(result, after.value or 0.0, now)
            if one is None or two is None:
                continue
            if two[0] <= one[0] and two[0] != LAST:
                yield context.diagnostic(
                    f"{result.title}: {_said(result, before, after)}, and "
                    f"{_stayed(one[0], two[0])} of {two[1]} areas ({title}). "
                    "Does the band say enough?",
                    about=id_,
                    facts=(before.fact, after.fact, then.fact, now.fact),
                )
            break


def _said(result: IndicatorResult, before: Point, after: Point) -> str:
    first, last = before.value or 0.0, after.value or 0.0
    by = difference(abs(last - first), result.decimals, result.unit, result.unit_text)
    one, two = (amount(each, result.decimals, result.unit_text) for each in (first, last))
    verb = "fell" if last < first else "rose"
    return f"it {verb} by {by}, from {one} in {before.period} to {two} in {after.period}"


def _stayed(before: str, after: str) -> str:
    if before == after:
        return f"stays in quarter {after}"
    return f"goes from quarter {before} to {after}"


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
