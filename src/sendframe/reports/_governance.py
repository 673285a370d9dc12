"""What people asked bodies, as several sections need it."""

from sendframe.model import Challenge, Governance, begun_by

from ._context import BuildContext, once_a_report

__all__ = ["raised_challenges"]


@once_a_report
def raised_challenges(context: BuildContext) -> list[Challenge]:
    """Return the challenges that were raised up to the day of the evaluation."""
    return [
        challenge
        for document in context.portfolio.of(Governance)
        for challenge in document.challenges
        if begun_by(challenge.raised_on, context.evaluation.as_at)
    ]
