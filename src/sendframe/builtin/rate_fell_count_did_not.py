"""A rate fell though the count did not.

What it checks
    Whether a rate for which higher is better fell although its numerator did not, from one period to
    the next that it may be compared with.

    It does not find rates without a numerator, rates for which lower is better, and falls from a figure
    that may not be compared.

Why it matters
    Completing overdue cases adds late ones to the denominator: the rate falls while as many children
    as before are served on time. In 2024 the 20-week rate fell in 20 of 148 areas although no fewer
    plans were on time.

Example:
    222 of 288 plans on time become 225 of 333: the rate falls from 77.1% to 67.6%.

How to put it right
    Show the counts with the rate, and how many cases are still open. The software asks; people
    decide.

Source
    DfE, Education, health and care plans, reporting year 2025 (first release): timeliness.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, amount, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each rate that fell although its numerator did not."""
    for id_, result in sorted(context.indicators.items()):
        if result.direction != "higher" or result.change is None or result.change.amount >= 0:
            continue
        points = {point.period: point for point in result.points}
        before, after = points[result.change.before], points[result.change.after]
        if before.numerator is None or after.numerator is None:
            continue
        if after.numerator >= before.numerator:
            yield context.diagnostic(
                _(
                    "{title}: the rate fell while the count went from {first} to {last}. "
                    "Were older cases being cleared?",
                    title=result.title,
                    first=amount(before.numerator),
                    last=amount(after.numerator),
                ),
                about=id_,
                facts=(before.fact, after.fact, result.change.fact),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR411",
            "A rate fell though the count did not",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
