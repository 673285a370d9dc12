"""Total to date typed as a month, a quarter or a snapshot.

What it checks
    Whether counts of months, quarters or days look like totals from the start of a year: from its
    first period on they only rise, by steps about as large as the first of them. Looked at are
    counts of four periods or more that begin with April, September or January, or with the first
    quarter.

    It does not find totals of rates, series that begin later in the year, totals below 10, and years in
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

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, totals_to_date
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each year of counts that look like totals to date."""
    indicators = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        for year in totals_to_date(indicators[id_], result.points):
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
