"""Transfers between phases of education, and their indicators."""

from ._clock import Clock
from ._column import in_year_of
from ._indicator import indicator
from ._measure import Count, Share, count, share
from ._record_type import Record, code, day

__all__ = ["CLOCKS", "INDICATORS", "Transfer"]


class Transfer(Record):
    """Children and young people with a plan who move to another phase of education."""

    transfer_on = day("the next phase begins")
    amended_on = day("the plan was reviewed and amended, and names where they will go")
    kind = code(
        "phase that they move to",
        {
            "school": "to school, or from one phase of school to another",
            "post-16": "from secondary school to a post-16 institution",
        },
    )


_LAW = "Special Educational Needs and Disability Regulations 2014, regulation 18"
BEFORE_15_FEBRUARY = Clock(
    "transfer-before-15-february",
    "Review and amend the plan before 15 February of the year in which the child moves to school, "
    "or to another phase of school.",
    _LAW,
    Transfer.transfer_on,
    Transfer.amended_on,
    before=in_year_of(Transfer.transfer_on, 2, 15),
)
BEFORE_31_MARCH = Clock(
    "transfer-before-31-march",
    "Review and amend the plan before 31 March of the year in which the young person moves from "
    "secondary school to a post-16 institution.",
    _LAW,
    Transfer.transfer_on,
    Transfer.amended_on,
    before=in_year_of(Transfer.transfer_on, 3, 31),
)
CLOCKS = (BEFORE_15_FEBRUARY, BEFORE_31_MARCH)

_BY = ("area", "year")
_SCHOOL = Transfer.kind.is_in("school")
_POST_16 = Transfer.kind.is_in("post-16")


@indicator("ehc.transfers-to-school", unit="count", by=_BY)
def transfers_to_school(_: type[Transfer]) -> Count:
    """Transfers to school, or to another phase of school, that are due in the year."""
    return count(_SCHOOL, when=BEFORE_15_FEBRUARY.due)


@indicator("ehc.transfers-before-15-february", unit="%", by=_BY)
def transfers_before_15_february(_: type[Transfer]) -> Share:
    """Of the transfers to school or within it, those with an amended plan before 15 February."""
    return share(BEFORE_15_FEBRUARY.met, of=_SCHOOL, when=BEFORE_15_FEBRUARY.due)


@indicator("ehc.transfers-to-post-16", unit="count", by=_BY)
def transfers_to_post_16(_: type[Transfer]) -> Count:
    """Transfers from secondary school to a post-16 institution that are due in the year."""
    return count(_POST_16, when=BEFORE_31_MARCH.due)


@indicator("ehc.transfers-before-31-march", unit="%", by=_BY)
def transfers_before_31_march(_: type[Transfer]) -> Share:
    """Of the transfers to a post-16 institution, those with an amended plan before 31 March."""
    return share(BEFORE_31_MARCH.met, of=_POST_16, when=BEFORE_31_MARCH.due)


INDICATORS = (
    transfers_to_school,
    transfers_before_15_february,
    transfers_to_post_16,
    transfers_before_31_march,
)
