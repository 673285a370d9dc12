"""What was known at the cut-off of an edition, and what came after it."""

from datetime import date

from sendframe.model import IndicatorResult, PeriodValue, Point, begun_by, known_by

from ._context import BuildContext
from ._edition_index import shown_by_indicator

__all__ = [
    "came_after",
    "cut_off_of",
    "is_publication_known",
    "points_known_on",
    "was_known_on",
    "was_published_by",
]


def cut_off_of(context: BuildContext) -> date:
    """Return the last day whose figures the newest edition used; else the day of the evaluation."""
    edition = context.edition
    as_at = context.evaluation.as_at
    return as_at if edition is None or edition.data_cut_off is None else edition.data_cut_off


def was_known_on(when: PeriodValue | None, day: date) -> bool:
    """Say whether something dated *when* was over on a day; without a date it is taken as known."""
    return when is None or not when.is_dated or known_by(when.last_day, day)


def came_after(when: PeriodValue | None, day: date) -> bool:
    """Say whether something began only after a day; what has no date did not."""
    return when is not None and when.is_dated and not begun_by(when, day)


def points_known_on(context: BuildContext, result: IndicatorResult, day: date) -> tuple[Point, ...]:
    """Return the figures that were known on a day, the oldest first.

    A figure was known if its release was published by then, or if evidence of that time names the
    indicator and is about that period or a later one: observations have their newest release only.
    A release without a day of publication is taken as known; see `is_publication_known`.
    """
    covered = max(
        (
            item.period.last_day
            for item in shown_by_indicator(context).get(result.indicator, ())
            if item.period is not None and item.on is not None and was_known_on(item.on, day)
        ),
        default=date.min,
    )
    return tuple(
        point
        for point in result.points
        if point.sound is not None
        and known_by(point.period.last_day, day)
        and (was_published_by(context, point, day) or known_by(point.period.last_day, covered))
    )


def was_published_by(context: BuildContext, point: Point, day: date) -> bool:
    """Say whether a figure was published by a day; without a date it is taken as published."""
    return known_by(_published_on(context, point), day)


def is_publication_known(context: BuildContext, point: Point) -> bool:
    """Say whether the day is known on which a figure was published."""
    return _published_on(context, point) is not None


def _published_on(context: BuildContext, point: Point) -> date | None:
    release = context.portfolio.observations.releases.get(point.release or "")
    return release.published_on if release else None
