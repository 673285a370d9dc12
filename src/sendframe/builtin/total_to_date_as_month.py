"""Total to date typed as a month, a quarter or a snapshot.

What it checks
    Whether counts of months, quarters or days look like totals from the start of a year: from its
    first period on they only rise, by steps about as large as the first of them. Looked at are
    counts of four periods or more that begin with April, September or January, or with the first
    quarter.

    Not found are totals of rates, series that begin later in the year, totals below 10, and years in
    which the total stayed the same in more than half of the periods. A number of people that grows month by month,
    such as children with a plan, is not noticed, since its steps are small beside its first figure.

Why it matters
    A table of complaints "April 5, May 11, June 16" is read as a steep rise. Where it is the total
    since April, nothing has risen at all.

Example:
    5, 11, 16, 22, 27 and 34 complaints from April to September, entered as months.

How to put it right
    Enter them as a year to date (``year_to_date``), or subtract the month before. Where the months
    are right, accept this finding in the portfolio, with a reason.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    Point,
    comparable_runs,
    hookimpl,
)
from sendframe.plugins import gettext as _

KINDS = ("month", "quarter", "snapshot")
"""Kinds of period in which a total to date may have been typed."""

FIRST_MONTHS = (4, 9, 1)
"""First months of financial, academic and calendar years."""

FEWEST = 4
"""Fewest figures of a year that show a total."""

ENOUGH = 10.0
"""A smaller total may be a rise by chance."""

LATE = 10
"""Days after which a total at the end of a month may be taken."""

MONTHS = 12


def _month(point: Point) -> int:
    """Return the month of a figure, as a number; a snapshot of early May is of April."""
    day = point.period.first_day
    if point.period.kind == "snapshot":
        day -= timedelta(days=LATE)
    return day.year * MONTHS + day.month


def _years(series: Iterable[Point], first_month: int) -> Iterator[list[Point]]:
    """Yield the figures of each year, where they begin with its first month."""
    by_year: dict[int, list[Point]] = {}
    for point in series:
        by_year.setdefault((_month(point) - first_month) // MONTHS, []).append(point)
    for points in by_year.values():
        if (_month(points[0]) - first_month) % MONTHS == 0:
            yield points


def _is_total(points: Sequence[Point]) -> bool:
    """Say whether figures rise by steps about as large as the first of them."""
    values = [point.value or 0.0 for point in points]
    steps = [after - before for before, after in pairwise(values)]
    first, last = values[0], values[-1]
    if len(values) < FEWEST or min(steps) < 0 or first <= 0 or last < ENOUGH:
        return False
    mean = (last - first) / len(steps)
    rises = sum(step > 0 for step in steps)
    return rises > len(steps) / 2 and mean / 2 <= first <= mean * 2


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each year of counts that look like totals to date."""
    indicators = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        if not result.is_count:
            continue
        points = [point for point in result.points if point.period.kind in KINDS]
        for series in comparable_runs(indicators[id_], points):
            totals = (
                year
                for first_month in FIRST_MONTHS
                for year in _years(series, first_month)
                if _is_total(year)
            )
            year = next(totals, None)
            if year is not None:
                yield context.diagnostic(
                    _(
                        "{title}: the figures from {first} to {last} only rise, like a total since "
                        "{first}",
                        title=result.title,
                        first=year[0].period,
                        last=year[-1].period,
                    ),
                    at=indicators[id_],
                    about=id_,
                    help="Enter totals as a year to date, or subtract the period before.",
                    facts=tuple(point.fact for point in year),
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR418",
            "Total to date typed as a month, a quarter or a snapshot",
            __doc__ or "",
            run,
            severity="note",
            doubts=True,
        )
    ]
