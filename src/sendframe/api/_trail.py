"""From a sentence of a report down to the rows it was read from."""

from sendframe.disclosure import apply, policy_named
from sendframe.evaluation import Trails, trails_of
from sendframe.model import Evaluation, Portfolio

__all__ = ["why"]


def why(evaluation: Evaluation, portfolio: Portfolio, wanted: str) -> Trails:
    """Return the whole way from what a report says down to everything that was read for it.

    Args:
        evaluation: What is known of the area.
        portfolio: The documents it was made from.
        wanted: Id of a fact; that of an indicator, priority or criterion, a space and that of a
            rule or check; the ids that a report has for one sentence, with spaces between; or
            what an id begins with.

    Returns:
        The trails, or the ids that begin so where there are several. It is internal: what
        disclosure control keeps out of reports stands in it, and is marked as ``withheld``.

    Raises:
        UnknownName: Nothing has that id, or one that begins so; or there is no such disclosure
            policy.
    """
    policy = policy_named(portfolio.manifest.disclosure_policy)
    shown = frozenset(apply(evaluation, portfolio, policy).evaluation.facts)
    return trails_of(
        evaluation, wanted, frozenset(fact.id for fact in evaluation.facts if fact not in shown)
    )
