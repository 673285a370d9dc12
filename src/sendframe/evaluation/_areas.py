"""Compare the figures of many areas, for all periods and indicators at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import attrs

from sendframe.figures import FAULTS, Figures, doubted_rows, follows_of
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

from ._area_averages import Group, area_averages
from ._area_footing import AreaFooting, footing_of
from ._area_members import comparator_members, sets_by_area
from ._area_table import AreaEvaluation, AreaLimits, AreaStanding, AreaTable, TableBuilder

__all__ = ["NEIGHBOURS", "area_tables"]

NEIGHBOURS = "neighbours"
"""Id of the comparator of an area's own neighbours."""

_NO_NEIGHBOURS: Mapping[str, Sequence[str]] = FrozenMap()


def area_tables(
    figures: Figures,
    *,
    neighbours: Mapping[str, Sequence[str]] = _NO_NEIGHBOURS,
    neighbours_id: str = NEIGHBOURS,
    comparators: Iterable[ComparatorSet] = (),
    banded: bool = True,
) -> AreaEvaluation:
    """Return standings, averages and limits of many areas, for all periods and indicators at once.

    A pure function: the same arguments give the same result, to the last bit, in whichever order
    the figures came.

    Only totals of the same period and of areas of the same kind are compared; limits are computed
    from periods of the same type with no break between them. Indicators that come from a sample
    are skipped, since there is no evidence here about their samples. An area has its rank, band and
    averages among those whose figures may be compared with its own: about the same people, where
    both say whom (``basis``). A figure with a fault has a
    row with the fault and no rank, and is in no average and no limits. A figure in doubt beside its
    own series or a benchmark is marked; see `sendframe.figures.doubted_rows`.

    Counts grow with the size of an area, so they are neither ranked nor averaged. An indicator
    that is neutral or has a range as its target has no rank and no band.

    Args:
        figures: The figures, with the kind of each area.
        neighbours: By code of an area, the codes of the areas it is compared with.
        neighbours_id: Id of the comparator of an area's own neighbours.
        comparators: Sets of areas that every area is compared with. The area itself is left out
            of its own benchmark; mean and pooled figure are both given, whatever the set's method.
        banded: Whether areas get quarter bands; all are None otherwise.

    Returns:
        Three tables of columns. They are internal: disclosure control has not been applied.

    Raises:
        InvalidValue: An area is compared with areas of another kind than its own or with one area
            twice, or a comparator set mixes kinds.

    Source:
        Quartile bands, ranks and neighbour averages as in the Local Authority Interactive Tool
        (Department for Education); see `sendframe.statistics` for the formulas.
    """
    others = tuple(comparators)
    sets = comparator_members(neighbours, neighbours_id, others, figures.observations)
    groups, columns, footing = list(_groups(figures)), _columns(figures), footing_of(figures)
    doubts = doubted_rows(figures, sets_by_area(neighbours, others, figures))
    return AreaEvaluation(
        standings=_standings(figures, groups, columns, footing, doubts, banded=banded),
        averages=area_averages(figures, groups, columns.area, sets, footing),
        limits=_limits(figures, columns, doubts),
    )


def _columns(figures: Figures) -> "_Columns":
    """Return the columns of figures as lists, so that each value is looked up once."""
    width, table = max(len(figures.areas), 1), figures.observations
    area = [key % width for key in figures.key]
    return _Columns(
        area=area,
        code=list(map(figures.areas.__getitem__, area)),
        kind=list(map(figures.area_kinds.__getitem__, area)),
        release=list(table.release.take(figures.table_row)),
        usable=[
            value == value and not fault  # noqa: PLR0124  # not NaN
            for value, fault in zip(figures.value, figures.fault, strict=True)
        ],
    )


@attrs.frozen(eq=False)
class _Columns:
    """Area, release and usability of each row, as lists.

    Attributes:
        area: Index of the area.
        code: Code of the area.
        kind: Kind of the area.
        release: Id of the release.
        usable: Whether there is a figure without a fault.
    """

    area: list[int]
    code: list[str]
    kind: list[str | None]
    release: list[str | None]
    usable: list[bool]


def _groups(figures: Figures) -> Iterator[Group]:
    """Yield each indicator and period, with the rows of totals that have a figure."""
    for indicator in figures.indicators:
        if indicator.sampled:
            continue
        for period, dimensions_index, start, stop in figures.groups(indicator.id):
            if dimensions_index == 0:
                value = figures.value
                rows = [row for row in range(start, stop) if value[row] == value[row]]
                yield Group(indicator, figures.periods[period], rows)


def _standings(  # noqa: PLR0913  # the parts of one calculation
    figures: Figures,
    groups: Iterable[Group],
    columns: _Columns,
    footing: AreaFooting,
    doubts: Mapping[int, tuple[str, ...]],
    *,
    banded: bool,
) -> AreaTable[AreaStanding]:
    """Return the interval, rank and band of each figure among those of its kind and period."""
    table = TableBuilder(AreaStanding)
    for indicator, period, rows in groups:
        for kind, rows_of_kind in groupby(rows, columns.kind.__getitem__):
            group_rows = list(rows_of_kind)
            size, codes = len(group_rows), [columns.code[row] for row in group_rows]
            usable_rows = [row for row in group_rows if columns.usable[row]]
            compared = kind is not None and not indicator.is_count
            direction = indicator.direction if compared else None
            standing = _standing_of(
                figures, usable_rows, direction, footing, compared=compared, banded=banded
            )
            lower, upper = _intervals(figures, group_rows, indicator.factor)
            table.add(
                indicator=[indicator.id] * size,
                kind=[kind] * size,
                area=codes,
                period=[period] * size,
                lower=lower,
                upper=upper,
                release=[columns.release[row] for row in group_rows],
                doubts=[doubts.get(row, ()) for row in group_rows],
                **(
                    standing.columns()
                    if len(usable_rows) == size
                    else standing.columns_with_faults(figures, group_rows)
                ),
            )
    return table.build()


@attrs.frozen(eq=False)
class _Standing:
    """Ranks and bands of the figures of one group that have no fault.

    Attributes:
        rows: Rows of the figures.
        rates: The figures.
        ranks: Their ranks.
        bands: Their bands.
        sizes: Number of figures that each is compared with, itself among them; None where they
            are not compared.
    """

    rows: Sequence[int]
    rates: Sequence[float]
    ranks: Sequence[int | None]
    bands: Sequence[Band | None]
    sizes: Sequence[int | None]

    def columns(self) -> dict[str, Sequence[object]]:
        """Return the columns of a group in which no figure has a fault."""
        return {
            "value": self.rates,
            "rank": self.ranks,
            "among": self.sizes,
            "band": self.bands,
            "fault": [None] * len(self.rows),
        }

    def columns_with_faults(
        self, figures: Figures, group: Sequence[int]
    ) -> dict[str, Sequence[object]]:
        """Return the columns of a group in which some figures have a fault."""
        index = {row: position for position, row in enumerate(self.rows)}
        columns = self.columns()
        with_rank: dict[str, Sequence[object]] = {
            name: [columns[name][index[row]] if row in index else None for row in group]
            for name in ("rank", "among", "band")
        }
        return with_rank | {
            "value": [
                self.rates[index[row]] if row in index else figures.value[row] for row in group
            ],
            "fault": [_fault(figures.fault[row]) for row in group],
        }


def _standing_of(  # noqa: PLR0913  # the parts of one calculation
    figures: Figures,
    rows: Sequence[int],
    direction: str | None,
    footing: AreaFooting,
    *,
    compared: bool,
    banded: bool,
) -> _Standing:
    """Return ranks and bands of figures, each among those that it may be compared with."""
    rates, count = [figures.rate[row] for row in rows], len(rows)
    places: list[int | None] = [None] * count
    bands: list[Band | None] = [None] * count
    sizes: list[int | None] = [None] * count
    everyone = range(count)
    peers = footing.peers(rows) if footing.is_mixed(rows) else [(everyone, everyone)]
    for own, others in peers:
        rates_of_others = [rates[place] for place in others]
        own_ranks = dict(zip(others, ranks(rates_of_others, direction) or (), strict=False))
        band_of = _bands(rates_of_others, direction) if banded else {}
        for place in own:
            places[place] = own_ranks.get(place)
            bands[place] = band_of.get(rates[place])
            sizes[place] = len(others) if compared else None
    return _Standing(rows, rates, places, bands, sizes)


def _fault(number: int) -> str | None:
    return FAULTS[number - 1].code if number else None


def _intervals(
    figures: Figures, rows: Sequence[int], factor: float | None
) -> tuple[list[float | None], list[float | None]]:
    """Return 95 per cent Wilson intervals; None where the counts are not those of a share."""
    if factor is None:
        return [None] * len(rows), [None] * len(rows)
    z, no_interval = z_score(0.95), (None, None)
    columns = (
        [column[row] for row in rows]
        for column in (figures.numerator, figures.denominator, figures.fault)
    )
    bounds = [
        wilson_bounds(numerator, denominator, z)
        if 0 <= numerator <= denominator
        and denominator
        and not (fault or numerator % 1 or denominator % 1)
        else no_interval
        for numerator, denominator, fault in zip(*columns, strict=True)
    ]
    lower = [None if bound is None else bound * factor for bound, _ in bounds]
    return lower, [None if bound is None else bound * factor for _, bound in bounds]


def _bands(rates: Sequence[float], direction: str | None) -> dict[float, Band | None]:
    """Return the band of each figure; empty where figures cannot be divided into quarters."""
    ordered = sorted(rates)
    if not ordered or not has_bands(len(ordered), ordered[0], ordered[-1], direction):
        return {}
    bounds = quartiles(ordered)
    return {rate: quartile_band(rate, bounds, direction) for rate in set(ordered)}


def _limits(
    figures: Figures, columns: _Columns, doubts: Mapping[int, tuple[str, ...]]
) -> AreaTable[AreaLimits]:
    """Return the XmR limits of each series."""
    table = TableBuilder(AreaLimits)
    types = sorted({period.series for period in figures.periods})
    type_of = [types.index(period.series) for period in figures.periods]
    follows: dict[tuple[int, ...], tuple[bool, ...]] = {}
    for indicator in figures.indicators:
        if indicator.sampled:
            continue
        series: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for period, dimensions_index, start, stop in figures.groups(indicator.id):
            if dimensions_index == 0:
                kind = type_of[period]
                for row in range(start, stop):
                    series.setdefault((columns.area[row], kind), []).append((row, period))
        limits_of_areas = []
        for key, cells in sorted(series.items()):
            newest = figures.segment[cells[-1][0]]
            comparable = [
                (row, period)
                for row, period in cells
                if columns.usable[row] and figures.segment[row] == newest
            ]
            periods = tuple(period for _, period in comparable)
            if periods not in follows:  # most areas have figures for the same periods
                follows[periods] = follows_of([figures.periods[period] for period in periods])
            limits = xmr_limits(
                [figures.rate[row] for row, _ in comparable], follows=follows[periods]
            )
            if limits is not None:
                doubted = (row for row, _ in comparable if row in doubts)
                codes = {code for row in doubted for code in doubts[row]}
                limits_of_areas.append(
                    (key[0], comparable[0][1], comparable[-1][1], tuple(sorted(codes)), limits)
                )
        table.add(
            indicator=[indicator.id] * len(limits_of_areas),
            area=[figures.areas[area] for area, *_ in limits_of_areas],
            first=[figures.periods[first] for _, first, *_ in limits_of_areas],
            last=[figures.periods[last] for _, _, last, *_ in limits_of_areas],
            doubts=[codes for *_, codes, _ in limits_of_areas],
            **{name: [getattr(item[-1], name) for item in limits_of_areas] for name in _OF_LIMITS},
        )
    return table.build()


_OF_LIMITS = ("points", "mean", "mean_range", "lower", "upper", "trial")
