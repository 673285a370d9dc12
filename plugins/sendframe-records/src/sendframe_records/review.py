"""Annual reviews of EHC plans, and their indicators."""

from ._clock import Clock
from ._indicator import indicator
from ._measure import Count, Share, count, share
from ._record_type import Record, day
from ._span import weeks

__all__ = ["CLOCKS", "INDICATORS", "Review"]


class Review(Record):
    """Annual reviews, one record for each meeting."""

    met_on = day("the review meeting was held")
    decided_on = day("the family was told whether the plan is kept, amended or ceased")
    amended_on = day("the amended final plan was sent; none where it was not amended")

    order = ((met_on, decided_on), (decided_on, amended_on))


DECISION_IN_4_WEEKS = Clock(
    "review-decision-in-4-weeks",
    "Tell the family the decision, with the proposed changes, within four weeks of the meeting.",
    "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin), on the Special Educational "
    "Needs and Disability Regulations 2014",
    Review.met_on,
    Review.decided_on,
    limit=weeks(4),
)
AMENDED_IN_12_WEEKS = Clock(
    "amended-plan-in-12-weeks",
    "Send the amended final plan within twelve weeks of the meeting.",
    "Special Educational Needs and Disability Regulations 2014, regulation 22(3): eight weeks from "
    "the notice, which is due four weeks after the meeting ([2022] EWHC 493 (Admin))",
    Review.met_on,
    Review.amended_on,
    limit=weeks(12),
)
CLOCKS = (DECISION_IN_4_WEEKS, AMENDED_IN_12_WEEKS)

_BY = ("area", "year")


@indicator("ehc.review-meetings", unit="count", by=_BY)
def review_meetings(r: type[Review]) -> Count:
    """Review meetings whose decision fell due in the year."""
    return count(r.met_on.known, when=DECISION_IN_4_WEEKS.due)


@indicator("ehc.review-decisions-within-4-weeks", unit="%", by=_BY)
def review_decisions_within_4_weeks(r: type[Review]) -> Share:
    """Of the review meetings whose decision fell due in the year, those decided in four weeks."""
    return share(DECISION_IN_4_WEEKS.met, of=r.met_on.known, when=DECISION_IN_4_WEEKS.due)


@indicator("ehc.amended-plans", unit="count", by=_BY)
def amended_plans(r: type[Review]) -> Count:
    """Amended final plans sent in the year after a review."""
    return count(r.amended_on.known, when=r.amended_on)


@indicator("ehc.amended-plans-within-12-weeks", unit="%", by=_BY)
def amended_plans_within_12_weeks(r: type[Review]) -> Share:
    """Of the amended final plans sent in the year, those sent in twelve weeks of the meeting."""
    return share(AMENDED_IN_12_WEEKS.met, of=r.amended_on.known, when=r.amended_on)


INDICATORS = (
    review_meetings,
    review_decisions_within_4_weeks,
    amended_plans,
    amended_plans_within_12_weeks,
)
