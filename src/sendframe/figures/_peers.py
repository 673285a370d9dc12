"""What an area is compared with, as a series with a past of its own."""

from collections.abc import Mapping, Sequence
from math import fsum
from statistics import median
from typing import final

import attrs

from sendframe.model import ComparatorSet, Indicator, Period
from sendframe.statistics import mean, pooled

from ._figures import Figures

__all__ = ["METHODS", "PeerFigure", "PeerSeries", "peers_of"]

METHODS = {
    "single": "its own published figure",
    "mean": "plain mean of the areas' rates",
    "pooled": "pooled: all areas' counts together",
    "median": "median of the areas' rates",
}
"""What each method is called in words."""


@final
@attrs.frozen
class PeerFigure:
    """What the areas of a comparator set have together in one period.

    Attributes:
        period: The period.
        value: Their figure, unrounded; None where none of them has one.
        top: What was counted, where the figure has counts.
        bottom: Of what.
        rows: Rows of the figures it rests on.
        missing: Codes of the areas without a figure, sorted.
    """

    period: Period
    value: float | None
    top: float | None
    bottom: float | None
    rows: tuple[int, ...]
    missing: tuple[str, ...]


@final
@attrs.frozen
class PeerSeries:
    """A comparator set beside the series of an area.

    Attributes:
        comparator: The set.
        areas: Codes of its areas as the set names them; the area itself is not among them.
        figures: Their figure in each period asked for, oldest first.
    """

    comparator: ComparatorSet
    areas: tuple[str, ...]
    figures: tuple[PeerFigure, ...]


def peers_of(
    figures: Figures,
    comparator: ComparatorSet,
    indicator: Indicator,
    *,
    own: str,
    periods: Sequence[Period],
) -> PeerSeries:
    """Return what an area is compared with, period by period.

    An area whose figure contradicts itself counts as one without a figure. The area itself is
    left out of its own benchmark, and one that is named under two codes counts once.

    Args:
        figures: The figures.
        comparator: The areas, and how their figures become one.
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
    for area in by_code:
        for at, part in figures.rows(indicator.id, area):
            period = figures.period_of(at)
            known = figures.value[at] == figures.value[at]  # not NaN
            if part == 0 and period in rows and known and not figures.fault[at]:
                rows[period][area] = at
    return PeerSeries(
        comparator=comparator,
        areas=tuple(by_code.values()),
        figures=tuple(
            _together(figures, comparator.method, indicator, period, rows[period], by_code)
            for period in periods
        ),
    )


def _together(  # noqa: PLR0913  # each is a part of one question
    figures: Figures,
    method: str,
    indicator: Indicator,
    period: Period,
    rows: Mapping[str, int],
    by_code: Mapping[str, str],
) -> PeerFigure:
    """Return the figure of several areas in one period, and what it rests on."""
    used = list(rows.values())
    value: float | None = None
    top: float | None = None
    bottom: float | None = None
    if method == "pooled":
        used = [at for at in used if figures.top[at] >= 0 and figures.bottom[at] > 0]
        tops, bottoms = ([column[at] for at in used] for column in (figures.top, figures.bottom))
        share = pooled(tops, bottoms)
        if share is None or indicator.factor is None:
            used = []
        else:
            value, top, bottom = share * indicator.factor, fsum(tops), fsum(bottoms)
    elif method == "single" and used:
        only = figures.figure(used[0])
        value, top, bottom = only.rate, only.top, only.bottom
    elif used:
        rates = [figures.rate[at] for at in used]
        value = median(rates) if method == "median" else mean(rates)
    there = set(used)
    missing = sorted(code for area, code in by_code.items() if rows.get(area) not in there)
    return PeerFigure(period, value, top, bottom, tuple(used), tuple(missing))
