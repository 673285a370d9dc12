"""Many areas, periods and indicators at once, as facts to compare by: no judgement, no colour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sendframe.figures import FAULTS, Figures
from sendframe.model import ComparatorSet, FrozenMap, Indicator
from sendframe.statistics import (
    Band,
    has_bands,
    quartile_band,
    quartiles,
    ranks,
    wilson_interval,
    xmr_limits,
)

from ._area_averages import averages_of, members_of
from ._area_table import AreaAverage, AreaEvaluation, AreaLimits, AreaStanding, AreaTable

__all__ = ["NEIGHBOURS", "evaluate_areas"]

NEIGHBOURS = "neighbours"
"""What the comparator of an area's own neighbours is called."""

_NOBODY: Mapping[str, Sequence[str]] = FrozenMap()
_Row = tuple[Any, ...]


def evaluate_areas(
    figures: Figures,
    *,
    neighbours: Mapping[str, Sequence[str]] = _NOBODY,
    called: str = NEIGHBOURS,
    comparators: Iterable[ComparatorSet] = (),
) -> AreaEvaluation:
    """Compare the figures of many areas, for all periods and indicators at once.

    A pure function: the same arguments give the same result, to the last bit, in whichever order
    the figures came.

    Only like is compared with like: figures of the whole, never of its parts; one period; areas of
    one kind; for limits, periods of one type with no break between them. Indicators that come
    from a sample are left out: no evidence is at hand here that says of whom the figures are. A
    figure that contradicts itself has a row with its fault, and no rank; no average or limit
    holds it.

    Counts grow with the size of an area, so they are neither ranked nor averaged. A neutral
    indicator, and one with a range to be in, has no rank and no band.

    Args:
        figures: The figures, with the kind of each area.
        neighbours: By code of an area, the codes of those it is compared with.
        called: What the comparator of an area's own neighbours is called.
        comparators: Sets of areas that every area is compared with. The area itself is left out
            of its own; plain mean and pooled figure are both given, whatever the set's method.

    Returns:
        Three tables of columns. They are internal: they have not been through disclosure control.

    Raises:
        InvalidValue: An area is compared with areas of another kind than its own or with one area
            twice, or a comparator set mixes kinds.

    Source:
        Quartile bands, ranks and neighbour averages as in the Local Authority Interactive Tool
        (Department for Education); see `sendframe.statistics` for the formulas.
    """
    sets = members_of(neighbours, called, tuple(comparators), figures.observations)
    groups = list(_groups(figures))
    return AreaEvaluation(
        standings=_table(AreaStanding, _standings(figures, groups)),
        averages=_table(AreaAverage, averages_of(figures, groups, sets)),
        limits=_table(AreaLimits, _limits(figures)),
    )


def _table(view: type[Any], rows: Iterable[_Row]) -> AreaTable[Any]:
    columns = tuple(zip(*rows, strict=True))
    width = len(view.__attrs_attrs__)
    return AreaTable(view, columns or ((),) * width)


def _groups(figures: Figures) -> Iterator[tuple[int, int, list[int]]]:
    """Yield each indicator and period, with the rows of the whole that have a figure."""
    for number, indicator in enumerate(figures.indicators):
        if indicator.sampled:
            continue
        for period, part, start, stop in figures.groups(indicator.id):
            if part == 0:
                yield number, period, [at for at in range(start, stop) if _is_known(figures, at)]


def _is_known(figures: Figures, at: int) -> bool:
    return figures.value[at] == figures.value[at]  # not NaN


def _standings(
    figures: Figures, groups: Iterable[tuple[int, int, Sequence[int]]]
) -> Iterator[_Row]:
    """Yield the rows of the table of standings, as the fields of `AreaStanding`."""
    table, kinds = figures.observations, figures.kinds
    for number, period, rows in groups:
        indicator = figures.indicators[number]
        for kind, members in groupby(rows, lambda at: kinds[figures.area_of(at)]):
            group = list(members)
            sound = [at for at in group if not figures.fault[at]]
            compared = kind is not None and not indicator.is_count
            direction = indicator.direction if compared else "neutral"
            rates = [figures.rate[at] for at in sound]
            places = dict(zip(sound, ranks(rates, direction) or (), strict=False))
            bands = _bands(rates, direction)
            for at in group:
                rate, fault = figures.rate[at], figures.fault[at]
                lower, upper = _interval(figures, at, indicator)
                yield (
                    indicator.id,
                    kind,
                    figures.areas[figures.area_of(at)],
                    figures.periods[period],
                    rate if not fault else figures.value[at],
                    lower,
                    upper,
                    places.get(at),
                    len(sound) if compared and not fault else None,
                    None if fault else bands.get(rate),
                    table.release[figures.row[at]],
                    FAULTS[fault - 1].code if fault else None,
                )


def _interval(
    figures: Figures, at: int, indicator: Indicator
) -> tuple[float, float] | tuple[None, None]:
    """Return the 95 per cent Wilson interval; nothing where the counts are not those of a share."""
    top, bottom, factor = figures.top[at], figures.bottom[at], indicator.factor
    if factor is None or figures.fault[at] or not 0 <= top <= bottom or not bottom:
        return None, None
    if top % 1 or bottom % 1:
        return None, None
    found = wilson_interval(int(top), int(bottom))
    return found.lower * factor, found.upper * factor


def _bands(rates: Sequence[float], direction: str) -> dict[float, Band | None]:
    """Return the band of each figure; nothing where there are no quarters to speak of."""
    ordered = sorted(rates)
    if not ordered or not has_bands(len(ordered), ordered[0], ordered[-1], direction):
        return {}
    bounds = quartiles(ordered)
    return {rate: quartile_band(rate, bounds, direction) for rate in set(ordered)}


def _limits(figures: Figures) -> Iterator[_Row]:
    """Yield the rows of the table of limits, as the fields of `AreaLimits`."""
    types = sorted({period.series for period in figures.periods})
    type_of = [types.index(period.series) for period in figures.periods]
    for indicator in figures.indicators:
        if indicator.sampled:
            continue
        series: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for period, part, start, stop in figures.groups(indicator.id):
            if part == 0:
                for at in range(start, stop):
                    key = figures.area_of(at), type_of[period]
                    series.setdefault(key, []).append((period, at))
        for (area, _), cells in sorted(series.items()):
            newest = figures.segment[cells[-1][1]]
            kept = [
                (period, at)
                for period, at in cells
                if figures.segment[at] == newest
                and _is_known(figures, at)
                and not figures.fault[at]
            ]
            limits = xmr_limits([figures.rate[at] for _, at in kept])
            if limits is not None:
                first, last = (figures.periods[kept[place][0]] for place in (0, -1))
                yield (
                    indicator.id,
                    figures.areas[area],
                    first,
                    last,
                    limits.points,
                    limits.mean,
                    limits.mean_range,
                    limits.lower,
                    limits.upper,
                    limits.trial,
                )
