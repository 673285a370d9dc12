"""Plan older than the inspection.

What it checks
    Whether a plan was begun, approved or published since the report of the newest inspection, half
    a year after that report. Periods, approvals, publications and sources of all plans that are
    neither superseded nor expired count, drafts included. Nothing is reported where one of these
    plans is a summary or has none of these dates: then it is not known. Half a year, 183 days,
    is this check's own measure: the option `days` sets another one.

    Whether a newer plan answers the inspection is not checked.

Why it matters
    The report asks the partnership to update its plan. A plan that was written before it cannot
    answer it, and the next inspection begins with that question.

Example:
    The report was published in February, the only plan was adopted the year before, and it is
    October.

How to put it right
    Update the plan and add the day of its approval or publication, or add the plan that answers
    the inspection.

Source
    Area SEND inspection reports: Ofsted and the Care Quality Commission "ask that the local area
    partnership updates and publishes its strategic plan based on the recommendations set out in
    this report".
"""

from collections.abc import Iterator
from datetime import date

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Day,
    Diagnostic,
    Review,
    Strategy,
    begun_by,
    hookimpl,
    older_than,
)
from sendframe.plugins import gettext as _


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        days: How many days there are to update a plan after a report.
    """

    days: int = 183


def _newest_inspection(context: CheckContext) -> tuple[Review, date] | None:
    """Return the inspection that was published last, with the day; None where there is none."""
    published = [
        (review, review.published_on.last_day)
        for review in context.portfolio.of(Review)
        if review.kind == "inspection"
        and review.published_on is not None
        and review.published_on.is_dated
        and begun_by(review.published_on, context.as_at)
    ]
    return max(published, key=lambda pair: pair[1], default=None)


def _days(plan: Strategy) -> Iterator[date]:
    """Yield each day on which a plan was begun, approved or published, the last possible one."""
    if plan.period:
        yield plan.period.starts.last_day
    yield from (approval.on.last_day for approval in plan.approvals if approval.on)
    yield from (form.published.last_day for form in plan.publications if form.published)
    yield from (source.published_on for source in plan.sources if source.published_on)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic where no plan is newer than the report of the newest inspection."""
    newest = _newest_inspection(context)
    if newest is None or not context.plans:
        return
    review, published_on = newest
    if not older_than(published_on, context.chosen(Options).days, context.as_at):
        return
    if any(plan.completeness == "summary" for plan in context.plans):
        return
    last_days = [max(_days(plan), default=None) for plan in context.plans]
    if all(day is not None and day < published_on for day in last_days):
        yield context.diagnostic(
            _(
                "the report of '{id}' was published on {day}, and no plan was begun, approved or "
                "published since",
                id=review.id,
                day=Day(on=published_on),
            ),
            at=review,
            about=review.id,
            help="Update the plan, and add the day of its approval or publication.",
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR815",
            "Plan older than the inspection",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
            options=Options,
        )
    ]
