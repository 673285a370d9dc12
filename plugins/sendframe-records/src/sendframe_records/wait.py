"""Children and young people waiting for a service, and their indicators."""

from ._expression import AS_AT
from ._indicator import indicator
from ._measure import (
    Count,
    Quantile,
    Share,
    count,
    days_between,
    median_weeks,
    percentile_weeks,
    share,
)
from ._record_type import Record, code, day

__all__ = ["CLOCKS", "INDICATORS", "Wait"]


class Wait(Record):
    """Referrals to a service, one record each."""

    referred_on = day("the referral was received")
    seen_on = day("the first appointment was kept")
    ended_on = day("the referral ended without an appointment")
    service = code("service that they wait for")

    order = ((referred_on, seen_on), (referred_on, ended_on))


CLOCKS = ()

_LEFT = (Wait.seen_on.known & (Wait.seen_on <= AS_AT)) | (
    Wait.ended_on.known & (Wait.ended_on <= AS_AT)
)
_WAITING = (Wait.referred_on <= AS_AT) & ~_LEFT
_WAITED = days_between(Wait.referred_on, AS_AT)
_BY = ("area", "service")


@indicator("ehc.waiting", unit="count", by=_BY)
def waiting(_: type[Wait]) -> Count:
    """Children and young people waiting on the day."""
    return count(_WAITING)


@indicator("ehc.waits-median", unit="weeks", by=_BY)
def waits_median(w: type[Wait]) -> Quantile:
    """The median number of weeks waited by those waiting on the day."""
    return median_weeks(w.referred_on, to=AS_AT, of=_WAITING)


@indicator("ehc.waits-percentile-95", unit="weeks", by=_BY)
def waits_percentile_95(w: type[Wait]) -> Quantile:
    """The weeks that 95 per cent of those waiting on the day have waited at most."""
    return percentile_weeks(95, w.referred_on, to=AS_AT, of=_WAITING)


@indicator("ehc.waits-over-18-weeks", unit="%", by=_BY)
def waits_over_18_weeks(_: type[Wait]) -> Share:
    """Of those waiting on the day, those who have waited more than 18 weeks."""
    return share(_WAITED > 7 * 18, of=_WAITING)


@indicator("ehc.waits-over-52-weeks", unit="%", by=_BY)
def waits_over_52_weeks(_: type[Wait]) -> Share:
    """Of those waiting on the day, those who have waited more than 52 weeks."""
    return share(_WAITED > 7 * 52, of=_WAITING)


INDICATORS = (
    waiting,
    waits_median,
    waits_percentile_95,
    waits_over_18_weeks,
    waits_over_52_weeks,
)
