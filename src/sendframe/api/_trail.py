"""Trace a sentence of a report to the rows it rests on."""

from sendframe.disclosure import apply, policy_named
from sendframe.evaluation import Trails, trails_of
from sendframe.model import Evaluation, Portfolio

__all__ = ["why"]


def why(evaluation: Evaluation, portfolio: Portfolio, wanted: str) -> Trails:
    """Return the trail from a fact of a report to all data that it rests on.

    Args:
        evaluation: The evaluation of the area.
        portfolio: The documents that were evaluated.
        wanted: Id of a fact; the id of an indicator, priority or criterion, a space and the id of a
            rule or check; the ids of one sentence of a report, separated by spaces; or the
            beginning of an id.

    Returns:
        The trails, or the matching ids if there are several. They are internal: facts that
        disclosure control withholds from reports are marked as ``withheld``.

    Raises:
        UnknownName: No id equals or begins with *wanted*, or there is no such disclosure policy.
    """
    policy = policy_named(portfolio.manifest.disclosure_policy)
    shown = frozenset(apply(evaluation, portfolio, policy).evaluation.facts)
    return trails_of(
        evaluation, wanted, frozenset(fact.id for fact in evaluation.facts if fact not in shown)
    )
