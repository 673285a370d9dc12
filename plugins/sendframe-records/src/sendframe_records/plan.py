"""EHC plans that a council keeps, and their indicators."""

from ._expression import AS_AT
from ._indicator import indicator
from ._measure import Count, Share, count, share
from ._record_type import Record, bands, code, day
from ._span import years

__all__ = ["CLOCKS", "INDICATORS", "Plan"]


class Plan(Record):
    """EHC plans that a council keeps or kept, one record each.

    Source of the codes of needs and of settings: Department for Education, *SEN2 person level:
    guide* and *Education, health and care plans*; settings are the groups of that publication.
    """

    born_on = day("the child or young person was born")
    issued_on = day("the first plan was issued")
    reviewed_on = day("the plan was last reviewed, with a decision")
    ceased_on = day("the plan ceased")
    need = code(
        "primary need",
        {
            "SPLD": "specific learning difficulty",
            "MLD": "moderate learning difficulty",
            "SLD": "severe learning difficulty",
            "PMLD": "profound and multiple learning difficulty",
            "SEMH": "social, emotional and mental health",
            "SLCN": "speech, language and communication needs",
            "HI": "hearing impairment",
            "VI": "vision impairment",
            "MSI": "multi-sensory impairment",
            "PD": "physical disability",
            "ASD": "autistic spectrum disorder",
            "DS": "Down syndrome",
            "OTH": "other difficulty",
        },
    )
    setting = code(
        "where they are educated",
        {
            "early-years": "early years setting",
            "mainstream": "mainstream school",
            "special": "special school",
            "alternative": "alternative provision, or pupil referral unit",
            "further": "further education",
            "elsewhere": "educated elsewhere",
            "not-in-education": "not in education, employment or training, or waiting for a place",
        },
    )
    age = bands(
        {
            "under-5": born_on > AS_AT - years(5),
            "5-to-10": born_on > AS_AT - years(11),
            "11-to-15": born_on > AS_AT - years(16),
            "16-to-19": born_on > AS_AT - years(20),
            "20-to-25": born_on > AS_AT - years(26),
        }
    )

    order = ((born_on, issued_on), (issued_on, reviewed_on), (issued_on, ceased_on))


CLOCKS = ()

_CEASED = Plan.ceased_on.known & (Plan.ceased_on <= AS_AT)
_KEPT = (Plan.issued_on <= AS_AT) & ~_CEASED
_REVIEWED = Plan.reviewed_on.known & (Plan.reviewed_on <= AS_AT)
_REVIEW_OVERDUE = (_REVIEWED & (Plan.reviewed_on + years(1) <= AS_AT)) | (
    ~_REVIEWED & (Plan.issued_on + years(1) <= AS_AT)
)
"""Children and Families Act 2014, section 44(1): in each period of twelve months that starts with
the day of the plan, or of the last review. The anniversary is outside that period."""


@indicator("ehc.plans", unit="count", by=("area", "need", "age", "setting"))
def plans(_: type[Plan]) -> Count:
    """Plans that the council keeps on the day, by primary need, age on the day and setting."""
    return count(_KEPT)


@indicator("ehc.reviews-overdue", unit="%", by=("area",))
def reviews_overdue(_: type[Plan]) -> Share:
    """Of the plans kept on the day, those not reviewed in the twelve months since they were made or last reviewed."""
    return share(_REVIEW_OVERDUE, of=_KEPT)


@indicator("ehc.plans-ceased", unit="count", by=("area", "year"))
def plans_ceased(p: type[Plan]) -> Count:
    """Plans that ceased in the year."""
    return count(p.ceased_on.known, when=p.ceased_on)


INDICATORS = (plans, reviews_overdue, plans_ceased)
