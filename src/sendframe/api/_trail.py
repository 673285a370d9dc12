"""Trace a sentence of a report to the rows it rests on."""

from datetime import date

import attrs

from sendframe.evaluation import MemberFacts, TrailSearch, find_trails
from sendframe.model import Evaluation, Portfolio, short_repr
from sendframe.plugins import Catalogue

from ._evaluation import disclosed_evaluation, evaluate, figures_for

__all__ = ["Explained", "why"]


@attrs.frozen
class Explained:
    """What a trail was looked up in, and what was found.

    Attributes:
        evaluation: The evaluation of all figures; it is internal.
        trails: The trails.
    """

    __repr__ = short_repr

    evaluation: Evaluation
    trails: TrailSearch


def why(
    portfolio: Portfolio,
    wanted: str,
    *,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
) -> Explained:
    """Return everything that a sentence of a report rests on, down to the published rows.

    Args:
        portfolio: The documents of the area.
        wanted: Id of a fact; that of an indicator, priority or criterion, a space and that of a
            rule or check; the ids that a report has for one sentence, with spaces between; or
            what an id begins with.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: What may run; the installed plug-ins unless given.

    Returns:
        The trails, or the matching ids if there are several. They are internal: facts that
        disclosure control withholds from reports are marked as ``withheld``.

    Raises:
        MissingDate: Neither the call nor the portfolio says at which day.
        UnknownName: Nothing has that id, or one that begins so; or there is no such disclosure
            policy.
    """
    figures = figures_for(portfolio, as_at=as_at)
    evaluation = evaluate(portfolio, as_at=as_at, catalogue=catalogue)
    disclosed = disclosed_evaluation(portfolio, figures, catalogue=catalogue)
    shown = frozenset(disclosed.evaluation.facts)
    withheld = frozenset(fact.id for fact in evaluation.facts if fact not in shown)
    members = MemberFacts(portfolio, figures)
    return Explained(evaluation, find_trails(evaluation, wanted, withheld, members.facts_behind))
