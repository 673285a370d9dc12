"""Which reviews were made under the area SEND inspection framework of Ofsted and CQC.

What it does
    Takes a review of the kind ``inspection`` that names the framework, or names Ofsted or the
    Care Quality Commission among its reviewers; and one that names neither framework nor
    reviewers. Inspections that name others, and peer reviews, stocktakes and visits, are left
    alone. So is what began before the framework did.

Source
    Area SEND inspections: framework and handbook, Ofsted and the Care Quality Commission: "for
    use from 2023".
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from sendframe.plugins import Portfolio, Review

__all__ = ["FIRST_DAY", "inspections", "is_under_framework"]

FIRST_DAY: Final = date(2023, 1, 1)
"""No inspection under this framework began before."""

_NAMES = ("area send", "ofsted", "care quality commission", "cqc")


def is_under_framework(review: Review) -> bool:
    """Say whether a review is an inspection under this framework."""
    if review.kind != "inspection" or (review.starts_on and review.starts_on.last_day < FIRST_DAY):
        return False
    named = " / ".join((review.framework or "", *review.reviewers)).casefold().replace("/", " ")
    return not named.strip() or any(name in named for name in _NAMES)


def inspections(portfolio: Portfolio) -> Iterator[Review]:
    """Yield the inspections of a portfolio under this framework, in its order."""
    return (review for review in portfolio.of(Review) if is_under_framework(review))
