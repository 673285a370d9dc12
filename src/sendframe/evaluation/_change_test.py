"""Decide whether a change is more than random variation."""

import attrs

from sendframe.figures import Figure, Series, follows_of
from sendframe.model import ChangeTest, Indicator, Period
from sendframe.scoring import usable_counts
from sendframe.statistics import (
    Interval,
    difference_interval,
    rate_difference_interval,
    special_causes,
    xmr_limits,
)

__all__ = ["ChangeVerdict", "change_test"]

FEWEST = 10
"""With fewer people, or fewer events, no test is made."""


@attrs.frozen
class ChangeVerdict:
    """The result of the test of a change.

    Attributes:
        test: The result; None where no test fits the figures.
        interval: The 95% interval of the change in the indicator's unit, where one was computed.
    """

    test: ChangeTest | None = None
    interval: Interval | None = None


def change_test(
    series: Series, before: Figure, after: Figure, limits_from: Period | None = None
) -> ChangeVerdict:
    """Return whether the change between two figures is more than random variation.

    Twelve figures or more: whether the latest is a signal of an XmR chart. A share of people:
    the interval of the difference of two proportions. A count of people: that of two rates with
    the same population. Counts of things and money, such as sessions, are not independent events,
    so no test fits them.

    Args:
        series: The figures that may be compared with the latest.
        before: The figure before the latest.
        after: The latest figure.
        limits_from: First period whose figures an XmR chart is made of; None for all.

    Source:
        Newcombe (1998), Statistics in Medicine 17:873-890, method 10; Zou and Donner (2008),
        Statistics in Medicine 27:1693-1702; NHS England, Making Data Count.
    """
    figures = [
        figure
        for figure in series.sound
        if limits_from is None or figure.period.first_day >= limits_from.first_day
    ]
    values = [figure.sound or 0.0 for figure in figures]
    follows = follows_of([figure.period for figure in figures])
    limits = xmr_limits(values, screened=True, follows=follows)
    if limits is not None and limits.upper is not None and not limits.trial:
        causes = special_causes(values, limits, follows)
        return ChangeVerdict("beyond" if causes[-1] else "random")
    indicator = after.indicator
    if not indicator.counts_people:
        return ChangeVerdict()
    if indicator.is_count:
        return _of_counts(before, after)
    if indicator.is_share and indicator.factor is not None:
        return _of_shares(before, after, indicator)
    return ChangeVerdict("too_few")


def _of_shares(before: Figure, after: Figure, indicator: Indicator) -> ChangeVerdict:
    counts = [usable_counts(figure.numerator, figure.denominator) for figure in (after, before)]
    if any(isinstance(count, str) or count[1] < FEWEST for count in counts):
        return ChangeVerdict("too_few")
    (now, earlier) = counts
    interval = difference_interval(now, earlier)  # type: ignore[arg-type]  # neither is a reason
    factor = indicator.factor or 1.0
    return _tested(Interval(interval.lower * factor, interval.upper * factor))


def _of_counts(before: Figure, after: Figure) -> ChangeVerdict:
    counts = [usable_counts(figure.value, 1.0, "events") for figure in (after, before)]
    if any(isinstance(count, str) for count in counts):
        return ChangeVerdict("too_few")
    now, earlier = counts
    return _tested(rate_difference_interval(now, earlier))  # type: ignore[arg-type]  # as above


def _tested(interval: Interval) -> ChangeVerdict:
    includes_zero = interval.lower <= 0 <= interval.upper
    return ChangeVerdict("random" if includes_zero else "beyond", interval)
