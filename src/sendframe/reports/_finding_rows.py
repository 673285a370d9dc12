"""Findings of inspections and other reviews, with what became of them."""

from datetime import date

import attrs

from sendframe.model import Action, Finding, FollowUp, Review, Text, short_repr

from ._action_state import state_of
from ._context import BuildContext
from ._edition_index import verdicts_by_finding

__all__ = ["FindingState", "finding_states", "newest_reviews", "quotation"]

STRENGTH = "strength"


@attrs.frozen
class FindingState:
    """A finding with what is done about it and what was said of it later.

    Attributes:
        finding: The finding.
        actions: The actions that are in the portfolio.
        verdicts: Later looks at it, each with its verdict.
    """

    __repr__ = short_repr

    finding: Finding
    actions: tuple[Action, ...] = ()
    verdicts: tuple[tuple[FollowUp, Text], ...] = ()


def newest_reviews(context: BuildContext) -> tuple[Review, ...]:
    """Return the reviews that this report may show, the newest first; undated ones before them."""

    def last_day(review: Review) -> date:
        when = review.ends_on or review.published_on
        return when.last_day if when is not None else date.max

    reviews = sorted(context.portfolio.of(Review), key=lambda review: review.id)
    return tuple(sorted(reviews, key=last_day, reverse=True))


def finding_states(context: BuildContext, review: Review) -> tuple[FindingState, ...]:
    """Return the findings that are no strengths: those without action first, those done last."""
    states = [
        FindingState(
            finding=finding,
            actions=tuple(
                context.actions[id_] for id_ in finding.actions if id_ in context.actions
            ),
            verdicts=tuple(
                (look, verdict.verdict)
                for _, look, verdict in verdicts_by_finding(context).get(finding.id, ())
            ),
        )
        for finding in review.findings
        if finding.kind != STRENGTH
    ]

    def urgency(state: FindingState) -> int:
        if not state.actions:
            return 0
        return 2 if all(state_of(context, action).is_closed for action in state.actions) else 1

    return tuple(sorted(states, key=urgency))


def quotation(review: Review, context: BuildContext, text: Text) -> str:
    """Return words of a review in quotation marks, unless they are put in other words."""
    words = context.words(text)
    return words if review.wording_of(text) == "paraphrased" else f"“{words}”"
