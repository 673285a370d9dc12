"""Indicator without observations.

What it checks
    Each indicator of the portfolio has at least one figure or symbol for the area.

    Whether the figures are recent, or for the periods that matter, is not checked.

Why it matters
    An indicator without figures gives false comfort: it is in the plan and shows nothing.

Example:
    "Advice within six weeks" is defined, and no document has a figure for the area.

How to put it right
    Add figures, or remove the indicator until there are some.

Source
    Area SEND inspection reports on data that is not known or not shared.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each indicator without figures."""
    indicators = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        if not result.points and not result.breakdowns:
            yield context.diagnostic(
                _("there is no figure for the indicator '{id}'", id=id_),
                at=indicators.get(id_),
                about=id_,
                help="Add figures to an observation set, or take the indicator out.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR303",
            "Indicator without observations",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
