"""The peer of a national evaluation: a plain loop over figures, one by one.

It uses the same formulas of `sendframe.statistics`, in their forms for single figures, and
looks each thing up once a group. So it is what somebody writes who has the formulas and no columns.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sendframe.evaluation import NEIGHBOURS
from sendframe.model import Indicator, Observation
from sendframe.statistics import (
    mean,
    pooled,
    quartile_band,
    quartiles,
    rank,
    wilson_interval,
    xmr_limits,
)

__all__ = ["Tables", "national_loop"]

Tables = dict[str, list[tuple[Any, ...]]]
Rates = dict[str, tuple[float, Observation]]


def national_loop(
    figures: Iterable[Observation],
    indicators: Sequence[Indicator],
    kinds: Mapping[str, str],
    neighbours: Mapping[str, Sequence[str]],
) -> Tables:
    """Return the rows of the three tables that `sendframe.evaluate_areas` gives.

    It knows one release, one kind of area, shares only, and no breaks: less than ours looks at.
    """
    known = {each.id: each for each in indicators}
    groups: dict[tuple[str, Any], Rates] = defaultdict(dict)
    series: dict[tuple[str, str], list[tuple[Any, float]]] = defaultdict(list)
    for each in figures:
        if each.value is None or each.dimensions:
            continue
        rate = _rate(each, known[each.indicator])
        groups[each.indicator, each.period][each.area] = rate, each
        series[each.indicator, each.area].append((each.period, rate))
    tables: Tables = {"standings": [], "averages": [], "limits": []}
    for (name, _), group in sorted(groups.items(), key=lambda pair: (pair[0][0], pair[0][1].year)):
        _compare(known[name], group, kinds, neighbours, tables)
    for (name, area), points in sorted(series.items()):
        ordered = sorted(points, key=lambda point: point[0].year)
        years = [period.year for period, _ in ordered]
        apart = [later - earlier for earlier, later in pairwise(years)]
        follows = [False, *(years_apart <= 1.5 * min(apart) for years_apart in apart)]
        found = xmr_limits([rate for _, rate in ordered], follows=follows)
        assert found is not None
        tables["limits"].append(
            (
                name, area, ordered[0][0], ordered[-1][0], found.points, found.mean,
                found.mean_range, found.lower, found.upper, found.trial, (),
            )
        )  # fmt: skip
    return tables


def _rate(figure: Observation, indicator: Indicator) -> float:
    if figure.numerator is None or not figure.denominator or indicator.factor is None:
        return figure.value or 0.0
    return figure.numerator / figure.denominator * indicator.factor


def _compare(
    indicator: Indicator,
    group: Rates,
    kinds: Mapping[str, str],
    neighbours: Mapping[str, Sequence[str]],
    tables: Tables,
) -> None:
    """Add the rows of one indicator and period."""
    ordered = sorted(rate for rate, _ in group.values())
    bounds, factor = quartiles(ordered), indicator.factor or 1.0
    for area, (rate, figure) in sorted(group.items()):
        top, bottom = figure.numerator, figure.denominator
        assert top is not None
        assert bottom is not None
        interval = wilson_interval(int(top), int(bottom))
        tables["standings"].append(
            (
                indicator.id,
                kinds[area],
                area,
                figure.period,
                rate,
                interval.lower * factor,
                interval.upper * factor,
                rank(rate, ordered, indicator.direction),
                len(ordered),
                quartile_band(rate, bounds, indicator.direction),
                figure.release,
                None,
                (),  # no figure of the made-up country is in doubt
            )
        )
        wanted = neighbours[area]
        found = [group[each] for each in wanted if each in group]
        missing = tuple(sorted(each for each in wanted if each not in group))
        tops = [each.numerator for _, each in found if each.numerator is not None]
        bottoms = [each.denominator for _, each in found if each.denominator is not None]
        together = pooled(tops, bottoms)
        tables["averages"].append(
            (
                NEIGHBOURS,
                indicator.id,
                area,
                figure.period,
                mean([rate for rate, _ in found]),
                len(found),
                missing,
                None if together is None else together * factor,
                len(found),
                missing,
            )
        )
