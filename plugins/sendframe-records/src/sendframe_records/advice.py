"""Pieces of advice for EHC needs assessments, and their indicators."""

from ._clock import Clock
from ._indicator import indicator
from ._measure import Count, Share, count, share
from ._record_type import Record, code, day
from ._span import weeks

__all__ = ["CLOCKS", "INDICATORS", "Advice"]


class Advice(Record):
    """Pieces of advice that a council asked for during assessments, one record each."""

    asked_on = day("the council asked for the advice")
    given_on = day("the advice was given")
    service = code("service that gives the advice")

    order = ((asked_on, given_on),)


ADVICE_IN_6_WEEKS = Clock(
    "advice-in-6-weeks",
    "Give advice for an assessment within six weeks of being asked.",
    "Special Educational Needs and Disability Regulations 2014, regulation 8",
    Advice.asked_on,
    Advice.given_on,
    limit=weeks(6),
)
CLOCKS = (ADVICE_IN_6_WEEKS,)

_BY = ("area", "year", "service")


@indicator("ehc.advice-due", unit="count", by=_BY)
def advice_due(a: type[Advice]) -> Count:
    """Pieces of advice that fell due in the year."""
    return count(a.asked_on.known, when=ADVICE_IN_6_WEEKS.due)


@indicator("ehc.advice-within-6-weeks", unit="%", by=_BY)
def advice_within_6_weeks(a: type[Advice]) -> Share:
    """Of the advice that fell due in the year, that given in six weeks; late if never given."""
    return share(ADVICE_IN_6_WEEKS.met, of=a.asked_on.known, when=ADVICE_IN_6_WEEKS.due)


INDICATORS = (advice_due, advice_within_6_weeks)
