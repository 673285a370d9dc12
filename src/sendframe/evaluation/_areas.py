"""Many areas, periods and indicators at once, as facts to compare by: no judgement, no colour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import attrs

from sendframe.figures import FAULTS, Figures
from sendframe.model import ComparatorSet, FrozenMap
from sendframe.statistics import (
    Band,
    has_bands,
    quartile_band,
    quartiles,
    ranks,
    wilson_bounds,
    xmr_limits,
    z_score,
)

from ._area_averages import Group, averages_of, members_of
from ._area_table import AreaEvaluation, AreaLimits, AreaStanding, AreaTable, TableBuilder

__all__ = ["NEIGHBOURS", "area_tables"]

NEIGHBOURS = "neighbours"
"""What the comparator of an area's own neighbours is called."""

_NOBODY: Mapping[str, Sequence[str]] = FrozenMap()


def area_tables(
    figures: Figures,
    *,
    neighbours: Mapping[str, Sequence[str]] = _NOBODY,
    called: str = NEIGHBOURS,
    comparators: Iterable[ComparatorSet] = (),
) -> AreaEvaluation:
    """Return how the figures of many areas compare, for all periods and indicators at once.

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
    groups, columns = list(_groups(figures)), _columns(figures)
    return AreaEvaluation(
        standings=_standings(figures, groups, columns),
        averages=averages_of(figures, groups, columns.area, sets),
        limits=_limits(figures, columns),
    )


def _columns(figures: Figures) -> "_Columns":
    """Return the columns of figures as lists, which are read faster than they are worked out."""
    width, table = max(len(figures.areas), 1), figures.observations
    area = [key % width for key in figures.key]
    return _Columns(
        area=area,
        code=list(map(figures.areas.__getitem__, area)),
        kind=list(map(figures.area_kinds.__getitem__, area)),
        release=list(map(table.release.__getitem__, figures.table_row)),
        usable=[
            value == value and not fault  # noqa: PLR0124  # not NaN
            for value, fault in zip(figures.value, figures.fault, strict=True)
        ],
    )


@attrs.frozen(eq=False)
class _Columns:
    """What each row is about, as lists.

    Attributes:
        area: Number of the area.
        code: Its code.
        kind: Its kind.
        release: Id of the release.
        usable: Whether there is a figure, and it does not contradict itself.
    """

    area: list[int]
    code: list[str]
    kind: list[str | None]
    release: list[str | None]
    usable: list[bool]


def _groups(figures: Figures) -> Iterator[Group]:
    """Yield each indicator and period, with the rows of the whole that have a figure."""
    for indicator in figures.indicators:
        if indicator.sampled:
            continue
        for period, part, start, stop in figures.groups(indicator.id):
            if part == 0:
                value = figures.value
                rows = [at for at in range(start, stop) if value[at] == value[at]]
                yield Group(indicator, figures.periods[period], rows)


def _standings(
    figures: Figures, groups: Iterable[Group], columns: _Columns
) -> AreaTable[AreaStanding]:
    """Return where each figure stands among those of its kind and period."""
    table = TableBuilder(AreaStanding)
    for indicator, period, rows in groups:
        for kind, members in groupby(rows, columns.kind.__getitem__):
            group = list(members)
            size, codes = len(group), [columns.code[at] for at in group]
            sound = [at for at in group if columns.usable[at]]
            compared = kind is not None and not indicator.is_count
            direction = indicator.direction if compared else "neutral"
            rates = [figures.rate[at] for at in sound]
            standing = _Standing(
                sound,
                rates,
                ranks(rates, direction) or (None,) * len(sound),
                _bands(rates, direction),
                len(sound) if compared else None,
            )
            lower, upper = _intervals(figures, group, indicator.factor)
            table.add(
                indicator=[indicator.id] * size,
                kind=[kind] * size,
                area=codes,
                period=[period] * size,
                lower=lower,
                upper=upper,
                release=[columns.release[at] for at in group],
                **(standing.columns() if len(sound) == size else standing.among(figures, group)),
            )
    return table.made()


@attrs.frozen(eq=False)
class _Standing:
    """Where the figures of one group stand that do not contradict themselves.

    Attributes:
        rows: Their rows.
        rates: The figures.
        ranks: Their ranks.
        bands: The band of each figure.
        size: How many there are; None where they are not compared.
    """

    rows: Sequence[int]
    rates: Sequence[float]
    ranks: Sequence[int | None]
    bands: Mapping[float, Band | None]
    size: int | None

    def columns(self) -> dict[str, Sequence[object]]:
        """Return the columns of a group in which no figure contradicts itself."""
        return {
            "value": self.rates,
            "rank": self.ranks,
            "among": [self.size] * len(self.rows),
            "band": list(map(self.bands.get, self.rates)),
            "fault": [None] * len(self.rows),
        }

    def among(self, figures: Figures, group: Sequence[int]) -> dict[str, Sequence[object]]:
        """Return the columns of a group in which some do."""
        place = {at: number for number, at in enumerate(self.rows)}
        columns = self.columns()
        there: dict[str, Sequence[object]] = {
            name: [columns[name][place[at]] if at in place else None for at in group]
            for name in ("rank", "among", "band")
        }
        return there | {
            "value": [self.rates[place[at]] if at in place else figures.value[at] for at in group],
            "fault": [_fault(figures.fault[at]) for at in group],
        }


def _fault(number: int) -> str | None:
    return FAULTS[number - 1].code if number else None


def _intervals(
    figures: Figures, rows: Sequence[int], factor: float | None
) -> tuple[list[float | None], list[float | None]]:
    """Return 95 per cent Wilson intervals; nothing where the counts are not those of a share."""
    if factor is None:
        return [None] * len(rows), [None] * len(rows)
    z, nothing = z_score(0.95), (None, None)
    columns = (
        [column[at] for at in rows]
        for column in (figures.numerator, figures.denominator, figures.fault)
    )
    bounds = [
        wilson_bounds(top, bottom, z)
        if 0 <= top <= bottom and bottom and not (fault or top % 1 or bottom % 1)
        else nothing
        for top, bottom, fault in zip(*columns, strict=True)
    ]
    lower = [None if bound is None else bound * factor for bound, _ in bounds]
    return lower, [None if bound is None else bound * factor for _, bound in bounds]


def _bands(rates: Sequence[float], direction: str) -> dict[float, Band | None]:
    """Return the band of each figure; nothing where there are no quarters to speak of."""
    ordered = sorted(rates)
    if not ordered or not has_bands(len(ordered), ordered[0], ordered[-1], direction):
        return {}
    bounds = quartiles(ordered)
    return {rate: quartile_band(rate, bounds, direction) for rate in set(ordered)}


def _limits(figures: Figures, columns: _Columns) -> AreaTable[AreaLimits]:
    """Return how far each series wanders."""
    table = TableBuilder(AreaLimits)
    types = sorted({period.series for period in figures.periods})
    type_of = [types.index(period.series) for period in figures.periods]
    for indicator in figures.indicators:
        if indicator.sampled:
            continue
        series: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for period, part, start, stop in figures.groups(indicator.id):
            if part == 0:
                kind = type_of[period]
                for at in range(start, stop):
                    series.setdefault((columns.area[at], kind), []).append((at, period))
        found = []
        for key, cells in sorted(series.items()):
            newest = figures.segment[cells[-1][0]]
            kept = [
                (at, period)
                for at, period in cells
                if columns.usable[at] and figures.segment[at] == newest
            ]
            limits = xmr_limits([figures.rate[at] for at, _ in kept])
            if limits is not None:
                found.append((key[0], kept[0][1], kept[-1][1], limits))
        table.add(
            indicator=[indicator.id] * len(found),
            area=[figures.areas[area] for area, *_ in found],
            first=[figures.periods[first] for _, first, *_ in found],
            last=[figures.periods[last] for _, _, last, _ in found],
            **{name: [getattr(each[-1], name) for each in found] for name in _OF_LIMITS},
        )
    return table.made()


_OF_LIMITS = ("points", "mean", "mean_range", "lower", "upper", "trial")
