"""From a sentence of a report down to the rows it was read from."""

from datetime import date

from sendframe.disclosure import apply, policy_named
from sendframe.evaluation import Trails, trails_of
from sendframe.model import Evaluation, Portfolio
from sendframe.plugins import Catalogue

from ._evaluation import evaluate

__all__ = ["why"]


def why(
    portfolio: Portfolio,
    wanted: str,
    *,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
) -> Trails:
    """Return the whole way from what a report says down to everything that was read for it.

    Args:
        portfolio: The documents of the area.
        wanted: Id of a fact; that of an indicator, a space and that of a rule or check; the ids
            that a report has for one sentence, with spaces between; or what an id begins with.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: What may run; the installed plug-ins unless given.

    Returns:
        The trails, or the ids that begin so where there are several. It is internal: what
        disclosure control keeps out of reports stands in it, and is marked as ``withheld``.

    Raises:
        MissingDate: Neither the call nor the portfolio says at which day.
        UnknownName: Nothing has that id, or one that begins so; or there is no such disclosure
            policy.
    """
    evaluation = evaluate(portfolio, as_at=as_at, catalogue=catalogue)
    return trails_of(evaluation, wanted, _withheld(evaluation, portfolio))


def _withheld(evaluation: Evaluation, portfolio: Portfolio) -> frozenset[str]:
    """Return the facts that reports do not show as they are."""
    policy = policy_named(portfolio.manifest.disclosure_policy)
    shown = frozenset(apply(evaluation, portfolio, policy).evaluation.facts)
    return frozenset(each.id for each in evaluation.facts if each not in shown)
