"""Benchmarks beside the area's own figure, each with its method and what it rests on."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import fsum
from statistics import median

import attrs

from sendframe.model import (
    AreaFigure,
    ComparatorSet,
    Comparison,
    Indicator,
    Observations,
    Period,
)
from sendframe.statistics import amount

from ._facts import FactBook
from ._ground import Ground
from ._series import figure, latest_by_period, period_key

__all__ = ["METHODS", "compare"]

METHODS = {
    "single": "its own published figure",
    "mean": "plain mean of the areas' rates",
    "pooled": "pooled: all areas' counts together",
    "median": "median of the areas' rates",
}
"""What each method is called in words."""


@attrs.frozen
class _Figure:
    row: int
    area: str
    value: float
    numerator: float | None
    denominator: float | None


def _rate(
    indicator: Indicator, value: float, numerator: float | None, denominator: float | None
) -> float:
    """Return a rate from its counts, unrounded; the published figure where there are none."""
    if indicator.factor is None or numerator is None or not denominator:
        return value
    return numerator / denominator * indicator.factor


def _figures(
    indicator: Indicator,
    observations: Observations,
    areas: Sequence[str],
    period: Period,
    as_at: date,
) -> list[_Figure]:
    found = []
    for area in areas:
        rows = observations.series(indicator.id, area)
        for row in latest_by_period(observations, rows, indicator, as_at):
            value = observations.value[row]
            if observations.period[row] == period and value is not None:
                top, bottom = observations.numerator[row], observations.denominator[row]
                rate = _rate(indicator, value, top, bottom)
                found.append(_Figure(row, area, rate, top, bottom))
    return found


def _join(
    method: str, found: Sequence[_Figure], indicator: Indicator
) -> tuple[float | None, float | None, float | None, list[_Figure]]:
    """Return the benchmark, the counts behind it, and the areas it rests on."""
    if method == "pooled":
        counted = [
            (each, each.numerator, each.denominator)
            for each in found
            if each.numerator is not None and each.denominator
        ]
        if not counted or indicator.factor is None:
            return None, None, None, []
        top = fsum(numerator for _, numerator, _ in counted)
        bottom = fsum(denominator for _, _, denominator in counted)
        return top / bottom * indicator.factor, top, bottom, [each for each, _, _ in counted]
    if not found:
        return None, None, None, []
    values = [each.value for each in found]
    if method == "single":
        return values[0], found[0].numerator, found[0].denominator, list(found)
    middle = median(values) if method == "median" else fsum(values) / len(values)
    return middle, None, None, list(found)


def compare(  # noqa: PLR0913  # told everything
    indicator: Indicator,
    observations: Observations,
    comparator: ComparatorSet,
    own: str,
    period: Period,
    as_at: date,
    book: FactBook,
    ground: Ground,
) -> Comparison | None:
    """Return a benchmark for one period; None for counts, which grow with the size of an area.

    The area itself is left out of its own benchmark.
    """
    if indicator.unit == "count":
        return None
    areas = _others(comparator, own, observations)
    found = _figures(indicator, observations, areas, period, as_at)
    value, top, bottom, used = _join(comparator.method, found, indicator)
    missing = tuple(sorted(set(areas) - {each.area for each in used}))
    title = str(comparator.title)
    noted = _note_areas(indicator, observations, used, period, book)
    fact = book.add(
        f"indicator/{indicator.id}/comparison/{comparator.id}/{period_key(period)}",
        _statement(indicator, comparator, period, value, len(used), len(areas)),
        value=value,
        unit=indicator.unit,
        derived_from=tuple(noted.values()),
        source=ground.source(f"{title}; {METHODS[comparator.method]}", comparator),
    )
    return Comparison(
        comparator=comparator.id,
        title=title,
        method=comparator.method,
        period=period,
        value=value,
        numerator=top,
        denominator=bottom,
        areas=len(used),
        missing=missing,
        members=_members(areas, used, noted, observations),
        fact=fact,
    )


def _others(comparator: ComparatorSet, own: str, observations: Observations) -> list[str]:
    """Return the areas of a set without the area itself; one under two codes counts once."""
    by_code: dict[str, str] = {}
    for each in comparator.areas:
        by_code.setdefault(observations.present_code(each), each)
    by_code.pop(observations.present_code(own), None)
    return list(by_code.values())


def _note_areas(
    indicator: Indicator,
    observations: Observations,
    used: Sequence[_Figure],
    period: Period,
    book: FactBook,
) -> dict[str, str]:
    """Note the figure of each area a benchmark rests on, and return the fact of each."""
    facts = {}
    for each in used:
        name = observations.name_of(each.area)
        counts = ""
        if each.numerator is not None and each.denominator:
            counts = f" ({amount(each.numerator)} of {amount(each.denominator)})"
        facts[each.area] = book.add(
            f"indicator/{indicator.id}/area/{each.area}/{period_key(period)}",
            f"{indicator.title}: {name}, {period}: {figure(each.value, indicator)}{counts}.",
            value=each.value,
            unit=indicator.unit,
            source=observations.source(each.row),
        )
    return facts


def _members(
    areas: Sequence[str],
    used: Sequence[_Figure],
    noted: Mapping[str, str],
    observations: Observations,
) -> tuple[AreaFigure, ...]:
    known = {each.area: each for each in used}
    found = []
    for area in areas:
        name, has = observations.name_of(area), known.get(area)
        member = AreaFigure(area=area, name=name)
        if has is not None:
            top, bottom = has.numerator, has.denominator
            member = member.changed(
                value=has.value, numerator=top, denominator=bottom, fact=noted[area]
            )
        found.append(member)
    return tuple(found)


def _statement(  # noqa: PLR0913  # told everything
    indicator: Indicator,
    comparator: ComparatorSet,
    period: Period,
    value: float | None,
    used: int,
    wanted: int,
) -> str:
    head = f"{indicator.title}: {comparator.title}, {period}"
    if value is None:
        return f"{head}: no figure."
    rests = "" if comparator.method == "single" else f", {used} of {wanted} areas"
    return f"{head}: {figure(value, indicator)} ({METHODS[comparator.method]}{rests})."
