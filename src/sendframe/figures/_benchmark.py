"""Compute the benchmark of a comparator set, as a series of figures."""

from collections.abc import Mapping, Sequence
from math import fsum, isnan
from statistics import median
from typing import final

import attrs

from sendframe.model import ComparatorSet, Indicator, Period, short_repr
from sendframe.statistics import mean, pooled

from ._comparability import NotComparableCode, why_not_comparable
from ._figure import Figure
from ._figures import Figures

__all__ = ["METHODS", "BenchmarkFigure", "BenchmarkSeries", "benchmark_series"]

METHODS = {
    "single": "its own published figure",
    "mean": "plain mean of the areas' rates",
    "pooled": "pooled: all areas' counts together",
    "median": "median of the areas' rates",
}
"""Description of each method."""


@final
@attrs.frozen
class BenchmarkFigure:
    """The combined figure of the areas of a comparator set in one period.

    Attributes:
        period: The period.
        value: The figure, unrounded; None where no area has one.
        numerator: The numerator, where the figure has counts.
        denominator: The denominator, where the figure has counts.
        rows: Rows of the figures that it was computed from.
        missing: Codes of the areas without a figure that may be compared, sorted.
        left_out: Those of them that have a figure, each with the code of the reason why it is not
            used; see `NotComparable`.
    """

    __repr__ = short_repr

    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    rows: tuple[int, ...]
    missing: tuple[str, ...]
    left_out: tuple[tuple[str, NotComparableCode], ...] = ()


@final
@attrs.frozen
class BenchmarkSeries:
    """The benchmark of a comparator set in several periods.

    Attributes:
        comparator: The set.
        areas: Codes of its areas as the set names them, without the area that is compared.
        figures: The combined figure of each period, oldest first.
    """

    __repr__ = short_repr

    comparator: ComparatorSet
    areas: tuple[str, ...]
    figures: tuple[BenchmarkFigure, ...]


def benchmark_series(
    figures: Figures,
    comparator: ComparatorSet,
    indicator: Indicator,
    *,
    own: str,
    periods: Sequence[Period],
) -> BenchmarkSeries:
    """Return the benchmark of an area, period by period.

    A figure that may not be compared with the area's own, such as one with a fault or one of an area
    of its kind about other people, counts as missing; a country and a region count all people of
    their areas, whichever way each of those counts. The area itself is left out of its own benchmark, and
    an area that is named under two codes counts once.

    Args:
        figures: The figures.
        comparator: The areas, and the method that combines their figures.
        indicator: The indicator.
        own: Code of the area that is compared.
        periods: The periods, oldest first.
    """
    table = figures.observations
    by_code: dict[str, str] = {}
    for code in comparator.areas:
        by_code.setdefault(table.present_code(code), code)
    by_code.pop(table.present_code(own), None)
    rows: dict[Period, dict[str, int]] = {period: {} for period in periods}
    left_out: dict[Period, dict[str, NotComparableCode]] = {period: {} for period in periods}
    own_figures = _own_figures(figures, indicator, own)
    asked_for = {number: period for number, period in enumerate(figures.periods) if period in rows}
    for area, code in by_code.items():
        for row, index in figures.rows(indicator.id, area):
            period = asked_for.get(figures.period_index_of(row))
            has_value = figures.value[row] == figures.value[row]  # not NaN
            if index == 0 and period is not None and has_value:
                problem = _why_not(figures, row, own_figures.get(period))
                if problem is None:
                    rows[period][area] = row
                else:
                    left_out[period][code] = problem
    return BenchmarkSeries(
        comparator=comparator,
        areas=tuple(by_code.values()),
        figures=tuple(
            attrs.evolve(
                _combined(figures, comparator.method, indicator, period, rows[period], by_code),
                left_out=tuple(sorted(left_out[period].items())),
            )
            for period in periods
        ),
    )


def _own_figures(figures: Figures, indicator: Indicator, own: str) -> Mapping[Period, Figure]:
    """Return the area's own figures by period; none where no figure is of other people."""
    if len(set(figures.observations.bases.values())) < 2:  # noqa: PLR2004  # one basis is no other
        return {}
    # Its own fault says nothing of the others.
    series = figures.series(indicator.id, own)
    return {figure.period: attrs.evolve(figure, fault=None) for figure in series}


def _why_not(figures: Figures, row: int, own: Figure | None) -> NotComparableCode | None:
    """Return the code of the reason why a figure may not be compared with the area's own."""
    if figures.fault[row]:
        return "fault"
    kind_of = figures.observations.kind_of
    if own is None or kind_of(own.area) != figures.area_kinds[figures.area_of(row)]:
        return None
    problem = why_not_comparable(own, figures.figure(row))
    return None if problem is None else problem.code


def _combined(  # noqa: PLR0913  # the parts of one calculation
    figures: Figures,
    method: str,
    indicator: Indicator,
    period: Period,
    rows: Mapping[str, int],
    by_code: Mapping[str, str],
) -> BenchmarkFigure:
    """Return the combined figure of several areas in one period."""
    used = list(rows.values())
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    if method == "pooled":
        used = [
            row
            for row in used
            if not isnan(figures.numerator[row]) and figures.denominator[row] > 0
        ]
        numerators, denominators = (
            [column[row] for row in used] for column in (figures.numerator, figures.denominator)
        )
        share = pooled(numerators, denominators)
        if share is None or indicator.factor is None:
            used = []
        else:
            value, numerator, denominator = (
                share * indicator.factor,
                fsum(numerators),
                fsum(denominators),
            )
    elif method == "single" and used:
        own_figure = figures.figure(used[0])
        value, numerator, denominator = (
            own_figure.rate,
            own_figure.numerator,
            own_figure.denominator,
        )
    elif used:
        rates = [figures.rate[row] for row in used]
        value = median(rates) if method == "median" else mean(rates)
    with_figure = set(used)
    missing = sorted(code for area, code in by_code.items() if rows.get(area) not in with_figure)
    return BenchmarkFigure(period, value, numerator, denominator, tuple(used), tuple(missing))
