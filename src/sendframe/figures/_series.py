"""The series of one area: its comparable figures, its change and its trend."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Literal, final

import attrs

from sendframe.model import Indicator, Period, Point, short_repr

from ._comparability import (
    NotComparable,
    why_not_comparable,
    why_not_one_series,
    why_points_not_comparable,
)
from ._figure import Figure

__all__ = ["SHORTEST_TREND", "Series", "Trend", "comparable_runs", "follows_of", "trend"]

SHORTEST_TREND = 3
"""Fewest comparable figures that have a trend."""

Trend = Literal["rising", "falling", "level", "mixed"]


@final
@attrs.frozen
class Series:
    """The figures of one area that belong to the series of its latest, and those that do not.

    Attributes:
        figures: Figures of the series, oldest first, including the latest; some may have a symbol
            in place of a number, or a fault.
        left_out: The other figures, oldest first, each with the reason.
    """

    __repr__ = short_repr

    figures: tuple[Figure, ...] = ()
    left_out: tuple[tuple[Figure, NotComparable], ...] = ()

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "Series":
        """Return the series of an area's latest figure from all its figures, oldest first."""
        ordered = tuple(figures)
        if not ordered:
            return cls()
        bases = (figure.basis for figure in reversed(ordered) if figure.basis is not None)
        latest = attrs.evolve(ordered[-1], basis=next(bases, None))
        pairs = [(figure, why_not_one_series(figure, latest)) for figure in ordered[:-1]]
        return cls(
            figures=(*(figure for figure, reason in pairs if reason is None), ordered[-1]),
            left_out=tuple((figure, reason) for figure, reason in pairs if reason is not None),
        )

    @property
    def latest(self) -> Figure | None:
        """The latest figure, which may have a symbol; None where there is none."""
        return self.figures[-1] if self.figures else None

    @property
    def sound(self) -> tuple[Figure, ...]:
        """The figures that have a number and no fault."""
        return tuple(figure for figure in self.figures if figure.sound is not None)

    @property
    def last_two(self) -> tuple[Figure, Figure] | None:
        """The latest figure and the one before; None where they may not be compared."""
        if not self.figures[1:]:
            return None
        before, after = self.figures[-2:]
        have_values = before.value is not None and after.value is not None
        return (
            (before, after) if have_values and why_not_comparable(before, after) is None else None
        )

    @property
    def older(self) -> tuple[Figure, ...]:
        """The figures from an older release than one that restated others of the series.

        A figure is restated where a later release has another one for the same period. Figures of
        releases before that one were not revised with it, so they may not be comparable.
        """
        restating = [_release_order(figure) for figure in self._all if figure.restated]
        if not restating:
            return ()
        newest = max(restating)
        return tuple(figure for figure in self.figures if _release_order(figure) < newest)

    @property
    def _all(self) -> tuple[Figure, ...]:
        return (*(figure for figure, _ in self.left_out), *self.figures)


def comparable_runs(indicator: Indicator, points: Iterable[Point]) -> tuple[tuple[Point, ...], ...]:
    """Return points in groups that may be compared with each other, each oldest first.

    Points without a figure or with a fault are in no group.

    Args:
        indicator: The indicator, with the breaks in its series.
        points: Points of an area, oldest first.

    Examples:
        >>> from sendframe.model import CalendarYear, FinancialYear, Text
        >>> rate = Indicator(id="r", title=Text(default="R"), unit="percent", direction="higher")
        >>> periods = CalendarYear(year=2022), FinancialYear(start_year=2022), CalendarYear(year=2023)
        >>> points = [
        ...     Point(period=period, value=5.0, status="final", fact=f"indicator/r/{number}")
        ...     for number, period in enumerate(periods)
        ... ]
        >>> [[str(point.period) for point in run] for run in comparable_runs(rate, points)]
        [['2022', '2023'], ['2022-23']]
    """
    runs: list[list[Point]] = []
    for point in points:
        if point.sound is None:
            continue
        for run in runs:
            if why_points_not_comparable(indicator, run[-1], point) is None:
                run.append(point)
                break
        else:
            runs.append([point])
    return tuple(map(tuple, runs))


_WITHOUT_LENGTH = ("day", "snapshot", "rolling_year", "year_to_date", "term_to_date", "span")
"""Kinds of periods whose own length does not say when the next one is."""

_GAP = 1.5
"""A period so many times further from the one before than the next one would be is not next."""


def follows_of(periods: Sequence[Period]) -> tuple[bool, ...]:
    """Return for each period whether it is the one right after the period before it.

    Months, quarters, terms, weeks and years follow where none of them lies between, unless all are
    further apart, such as the Januaries of a yearly count. Snapshots, periods to date and rolling
    years follow where they are about as far apart as most of them.

    Args:
        periods: Periods that have figures, of one type, oldest first.

    Returns:
        As many values; the first is False, since it follows none.

    Examples:
        >>> from sendframe.model import Month
        >>> follows_of([Month(year=2025, month=month) for month in (1, 2, 4, 5)])
        (False, True, False, True)
    """
    distances = [(later.last_day - earlier.last_day).days for earlier, later in pairwise(periods)]
    if not distances:
        return (False,) * len(periods)
    usual, shortest = median(distances), min(distances)
    expected = (
        usual
        if later.kind in _WITHOUT_LENGTH
        else max(shortest, (later.last_day - later.first_day).days + 1)
        for later in periods[1:]
    )
    return (False, *(far <= _GAP * next_ for far, next_ in zip(distances, expected, strict=True)))


def _release_order(figure: Figure) -> tuple[date, str]:
    return figure.published_on or date.min, figure.release or ""


def trend(values: Sequence[float]) -> Trend | None:
    """Return the direction of a series of comparable figures.

    Args:
        values: The figures, oldest first.

    Returns:
        None for fewer than three figures.

    Examples:
        >>> trend([52.4, 67.6, 53.4]), trend([1.0, 1.0, 2.0]), trend([1.0, 2.0])
        ('mixed', 'rising', None)
    """
    if len(values) < SHORTEST_TREND:
        return None
    steps = [later - earlier for earlier, later in pairwise(values)]
    if all(step == 0 for step in steps):
        return "level"
    if all(step >= 0 for step in steps):
        return "rising"
    if all(step <= 0 for step in steps):
        return "falling"
    return "mixed"
