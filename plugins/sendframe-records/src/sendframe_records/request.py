"""Requests for an EHC needs assessment, with what became of them, and their indicators."""

from ._clock import Clock
from ._expression import AS_AT
from ._indicator import indicator
from ._measure import (
    Count,
    Quantile,
    Rate,
    Share,
    count,
    median_weeks,
    percentile_weeks,
    rate_per,
    share,
)
from ._record_type import Record, code, day, flag
from ._span import weeks

__all__ = ["CLOCKS", "INDICATORS", "Request"]


class Request(Record):
    """Requests for an EHC needs assessment, one record each, and what became of them.

    Source of columns and codes: Department for Education, *SEN2 person level: guide*, modules 2
    (requests), 3 (assessments) and 4 (named plan).
    """

    requested_on = day("the request was received, or the council became responsible")
    decided_on = day("the family was told whether there will be an assessment")
    outcome = code(
        "outcome of the request",
        {
            "Y": "the council proceeded with an assessment",
            "N": "the council decided not to assess",
            "A": "not decided yet",
            "W": "withdrawn, or ended before a decision",
            "H": "decided before the period of the return",
        },
    )
    refused_plan_on = day("the family was told that there will be no plan")
    plan_issued_on = day("the final plan was sent")
    ended_on = day("the request was withdrawn, or the assessment ended without a decision")
    exception = code(
        "exception to the time limits of assessment and plan",
        {
            "none": "no exception applies",
            "closed": "the school or early years setting was closed for four weeks or more",
            "circumstances": "exceptional personal circumstances",
            "absent": "absent from the area for four weeks or more",
            "recorded": "an exception applies; which one is not recorded",
        },
    )
    mediation = flag("mediation was held about the request or the assessment")
    tribunal = flag("an appeal about the request or the assessment was registered")

    order = (
        (requested_on, decided_on),
        (requested_on, plan_issued_on),
        (requested_on, refused_plan_on),
        (requested_on, ended_on),
        (decided_on, plan_issued_on),
        (decided_on, refused_plan_on),
    )


_EXCEPTIONS = (Request.exception, ("closed", "circumstances", "absent", "recorded"))

DECISION_IN_6_WEEKS = Clock(
    "decision-in-6-weeks",
    "Tell the family whether there will be an assessment within six weeks of the request.",
    "Special Educational Needs and Disability Regulations 2014, regulation 5(3)",
    Request.requested_on,
    Request.decided_on,
    limit=weeks(6),
)
NO_PLAN_IN_16_WEEKS = Clock(
    "no-plan-in-16-weeks",
    "Tell the family that there will be no plan within sixteen weeks of the request.",
    "Special Educational Needs and Disability Regulations 2014, regulation 10(1), with the "
    "exceptions of regulation 10(4)",
    Request.requested_on,
    Request.refused_plan_on,
    limit=weeks(16),
    exceptions=_EXCEPTIONS,
)
PLAN_IN_20_WEEKS = Clock(
    "plan-in-20-weeks",
    "Send the final plan within twenty weeks of the request.",
    "Special Educational Needs and Disability Regulations 2014, regulation 13(2), with the "
    "exceptions of regulations 13(3) and 10(4)",
    Request.requested_on,
    Request.plan_issued_on,
    limit=weeks(20),
    exceptions=_EXCEPTIONS,
)
CLOCKS = (DECISION_IN_6_WEEKS, NO_PLAN_IN_16_WEEKS, PLAN_IN_20_WEEKS)

_YEARS = ("area", "year")
_DECIDED = Request.decided_on.known & Request.outcome.is_in("Y", "N")
_ISSUED = Request.plan_issued_on.known
_REFUSED_PLAN = Request.refused_plan_on.known
_EXCEPTED = PLAN_IN_20_WEEKS.excepted
_ENDED = (
    (Request.plan_issued_on.known & (Request.plan_issued_on <= AS_AT))
    | (Request.refused_plan_on.known & (Request.refused_plan_on <= AS_AT))
    | (Request.ended_on.known & (Request.ended_on <= AS_AT))
    | (
        Request.outcome.known
        & Request.outcome.is_in("N", "W")
        & (~Request.decided_on.known | (Request.decided_on <= AS_AT))
    )
)
_OPEN = (Request.requested_on <= AS_AT) & ~_ENDED


@indicator("ehc.requests", unit="count", by=_YEARS)
def requests(r: type[Request]) -> Count:
    """Requests received in the year."""
    return count(r.requested_on.known, when=r.requested_on)


@indicator("ehc.requests-per-10000", unit="rate", by=_YEARS)
def requests_per_10000(r: type[Request]) -> Rate:
    """Requests received in the year for every 10,000 people aged 0 to 25."""
    known = r.requested_on.known
    return rate_per(10_000, known, population="aged-0-to-25", when=r.requested_on)


@indicator("ehc.decisions", unit="count", by=_YEARS)
def decisions(r: type[Request]) -> Count:
    """Decisions in the year whether there will be an assessment."""
    return count(_DECIDED, when=r.decided_on)


@indicator("ehc.decisions-within-6-weeks", unit="%", by=_YEARS)
def decisions_within_6_weeks(r: type[Request]) -> Share:
    """Of the decisions in the year whether there will be an assessment, those in six weeks."""
    return share(DECISION_IN_6_WEEKS.met, of=_DECIDED, when=r.decided_on)


@indicator("ehc.requests-refused", unit="%", by=_YEARS)
def requests_refused(r: type[Request]) -> Share:
    """Of the decisions in the year whether there will be an assessment, those not to assess."""
    return share(r.outcome.is_in("N"), of=_DECIDED, when=r.decided_on)


@indicator("ehc.assessments-agreed", unit="count", by=_YEARS)
def assessments_agreed(r: type[Request]) -> Count:
    """Decisions in the year to assess."""
    return count(_DECIDED & r.outcome.is_in("Y"), when=r.decided_on)


@indicator("ehc.no-plan-decisions", unit="count", by=_YEARS)
def no_plan_decisions(r: type[Request]) -> Count:
    """Assessments that ended in the year with the decision that there will be no plan."""
    return count(_REFUSED_PLAN, when=r.refused_plan_on)


@indicator("ehc.no-plan-within-16-weeks", unit="%", by=_YEARS)
def no_plan_within_16_weeks(r: type[Request]) -> Share:
    """Of the decisions in the year that there will be no plan, those told in sixteen weeks."""
    return share(NO_PLAN_IN_16_WEEKS.met, of=_REFUSED_PLAN, when=r.refused_plan_on)


@indicator("ehc.plans-issued", unit="count", by=_YEARS)
def plans_issued(r: type[Request]) -> Count:
    """First plans issued in the year."""
    return count(_ISSUED, when=r.plan_issued_on)


@indicator("ehc.plans-within-20-weeks", unit="%", by=_YEARS)
def plans_within_20_weeks(r: type[Request]) -> Share:
    """Of the plans issued in the year, those in twenty weeks, exceptions included."""
    return share(PLAN_IN_20_WEEKS.met, of=_ISSUED, when=r.plan_issued_on)


@indicator("ehc.plans-late", unit="count", by=_YEARS)
def plans_late(r: type[Request]) -> Count:
    """Plans issued in the year after more than twenty weeks, exceptions included."""
    return count(_ISSUED & ~PLAN_IN_20_WEEKS.met, when=r.plan_issued_on)


@indicator("ehc.plans-without-exception", unit="%", by=_YEARS)
def plans_without_exception(r: type[Request]) -> Share:
    """Of the plans issued in the year, those to which no exception to the time limit applies."""
    return share(~_EXCEPTED, of=_ISSUED, when=r.plan_issued_on)


@indicator("ehc.plans-within-20-weeks-excluding-exceptions", unit="%", by=_YEARS)
def plans_within_20_weeks_excluding_exceptions(r: type[Request]) -> Share:
    """Of the plans issued in the year to which no exception applies, those in twenty weeks."""
    return share(PLAN_IN_20_WEEKS.met, of=_ISSUED & ~_EXCEPTED, when=r.plan_issued_on)


@indicator("ehc.weeks-to-plan-median", unit="weeks", by=_YEARS)
def weeks_to_plan_median(r: type[Request]) -> Quantile:
    """The median number of weeks from request to final plan, of plans issued in the year."""
    return median_weeks(r.requested_on, to=r.plan_issued_on, of=_ISSUED, when=r.plan_issued_on)


@indicator("ehc.weeks-to-plan-percentile-95", unit="weeks", by=_YEARS)
def weeks_to_plan_percentile_95(r: type[Request]) -> Quantile:
    """The weeks that 95 per cent of plans issued in the year took at most."""
    return percentile_weeks(
        95, r.requested_on, to=r.plan_issued_on, of=_ISSUED, when=r.plan_issued_on
    )


@indicator("ehc.open-cases", unit="count", by=("area",))
def open_cases(_: type[Request]) -> Count:
    """Requests that are open on the day: no plan, no refusal and no end by then."""
    return count(_OPEN)


@indicator("ehc.open-cases-over-20-weeks", unit="%", by=("area",))
def open_cases_over_20_weeks(_: type[Request]) -> Share:
    """Of the requests that are open on the day, those received more than twenty weeks before."""
    return share(PLAN_IN_20_WEEKS.overdue, of=_OPEN)


@indicator("ehc.mediations", unit="count", by=_YEARS)
def mediations(r: type[Request]) -> Count:
    """Requests received in the year about which, or about the assessment, mediation was held."""
    return count(r.mediation, when=r.requested_on)


@indicator("ehc.appeals-registered", unit="count", by=_YEARS)
def appeals_registered(r: type[Request]) -> Count:
    """Requests received in the year about which, or about the assessment, an appeal was registered."""
    return count(r.tribunal, when=r.requested_on)


INDICATORS = (
    requests,
    requests_per_10000,
    decisions,
    decisions_within_6_weeks,
    requests_refused,
    assessments_agreed,
    no_plan_decisions,
    no_plan_within_16_weeks,
    plans_issued,
    plans_within_20_weeks,
    plans_late,
    plans_without_exception,
    plans_within_20_weeks_excluding_exceptions,
    weeks_to_plan_median,
    weeks_to_plan_percentile_95,
    open_cases,
    open_cases_over_20_weeks,
    mediations,
    appeals_registered,
)
