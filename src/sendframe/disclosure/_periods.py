"""Counts of one period that are sums of those of others: months and years to date, terms and years."""

from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from itertools import pairwise

from sendframe.figures import Figures
from sendframe.model import Indicator, Period

from ._cells import Cells, Role

__all__ = ["relate_periods"]

_ROLES: tuple[Role, ...] = ("value", "numerator", "denominator")
_STOCKS = ("snapshot",)
"""Kinds of period, and bases of a cohort, of what is counted on a day and not over time."""

_Spans = dict[tuple[date, date], int]


def relate_periods(cells: Cells, figures: Figures) -> None:
    """Relate counts of periods that begin on the same day, of one indicator or of its steps.

    The longer one is the shorter one and a step. The step is the count of the days between, where
    there is one, and else a cell that is printed nowhere. So a year is related to its terms, and a
    year to date to its months and to the whole year.
    """
    for spans in _series(cells, figures).values():
        _relate_spans(cells, spans)


def _series(cells: Cells, figures: Figures) -> dict[tuple[int, int, Role], _Spans]:
    """Return the cells by first and last day, for each series of an area and set of dimensions."""
    series: dict[tuple[int, int, Role], _Spans] = {}
    by_period = figures.cells_of_a_period
    for index, indicator in enumerate(figures.indicators):
        if not _is_over_time(indicator):
            continue
        group = figures.indicator_indexes.get(indicator.steps_of or "", index)
        for key in figures.key[figures.bounds[index] : figures.bounds[index + 1]]:
            period = figures.periods[key // by_period % len(figures.periods)]
            if period.kind in _STOCKS:
                continue
            for role in _ROLES:
                cell = cells.of(key, role)
                if cell is None:
                    continue
                spans = series.setdefault((group, key % by_period, role), {})
                same = spans.setdefault(_span(period), cell)
                if same != cell and cells.counts[same] == cells.counts[cell]:
                    cells.relate(same, (cell,))
    return series


def _span(period: Period) -> tuple[date, date]:
    """Return the days of a period; of a term those to the first day on which the next may begin."""
    first, last = period.first_day, period.last_day
    if period.kind == "term" and first.month == 1:
        return first, date(first.year, 3, 31)
    return first, last


def _is_over_time(indicator: Indicator) -> bool:
    return indicator.counts_people and indicator.cohort_basis not in _STOCKS


def _relate_spans(cells: Cells, spans: _Spans) -> None:
    ends: dict[date, list[date]] = {}
    for first, last in spans:
        ends.setdefault(first, []).append(last)
    waiting = list(ends)
    heapify(waiting)
    while waiting:
        first = heappop(waiting)
        for shorter, longer in pairwise(sorted(ends[first])):
            step = (shorter + timedelta(days=1), longer)
            total_cell, part = spans[first, longer], spans[first, shorter]
            if step in spans:
                cells.relate(total_cell, (part, spans[step]))
                continue
            count = cells.counts[total_cell] - cells.counts[part]
            if count >= 0 and cells.unknown.isdisjoint((total_cell, part)):
                spans[step] = cells.add((cells.names[total_cell][0], "step"), count, 0)
                cells.relations.append((total_cell, part, spans[step]))
                if step[0] not in ends:
                    heappush(waiting, step[0])
                ends.setdefault(step[0], []).append(longer)
