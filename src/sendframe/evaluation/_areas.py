"""Many areas, periods and indicators at once, as facts to compare by: no judgement, no colour."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, compress, pairwise
from typing import Any

import attrs

from sendframe.errors import InvalidValue
from sendframe.model import ComparatorSet, FrozenMap, Indicator, Observations
from sendframe.statistics import Column, Engine, EngineName, engine_of

from ._area_cells import Cells, cells_of, take
from ._area_table import AreaAverage, AreaEvaluation, AreaLimits, AreaStanding, AreaTable

__all__ = ["NEIGHBOURS", "evaluate_areas"]

NEIGHBOURS = "neighbours"
"""What the comparator of an area's own neighbours is called."""

_NOBODY: Mapping[str, Sequence[str]] = FrozenMap()


def evaluate_areas(  # noqa: PLR0913  # told everything
    observations: Observations,
    indicators: Iterable[Indicator],
    *,
    as_at: date,
    neighbours: Mapping[str, Sequence[str]] = _NOBODY,
    called: str = NEIGHBOURS,
    comparators: Iterable[ComparatorSet] = (),
    engine: EngineName | None = None,
) -> AreaEvaluation:
    """Set the figures of many areas beside each other, for all periods and indicators at once.

    A pure function: the same arguments give the same result, to the last bit, whichever engine
    works it out and in whichever order the figures come.

    Only like is set beside like: figures of the whole, never of its parts; one period; areas of
    one kind; for limits, periods of one type with no break between them. Where several releases
    give a figure, that of the newest one known on *as_at* counts, and each row names its release;
    a symbol in it takes the figure back. Projected figures are left out, and management
    information counts only for indicators that are. Indicators that come from a sample are left
    out: no evidence is at hand here that says of whom the figures are.

    Counts grow with the size of an area, so they are neither ranked nor averaged. A neutral
    indicator, and one with a range to be in, has no rank and no band.

    Figures under a former code of an area are those of the area, where `Observations.present_codes`
    says so. Areas come out under their present codes.

    Args:
        observations: The figures, with the kind of each area.
        indicators: The indicators asked for.
        as_at: The day; what was published later, or begins later, is left out.
        neighbours: By code of an area, the codes of those it is compared with.
        called: What the comparator of an area's own neighbours is called.
        comparators: Sets of areas that every area is compared with. The area itself is left out
            of its own; plain mean and pooled figure are both given, whatever the set's method.
        engine: ``numpy`` or ``python``; numpy where it is installed, unless given.

    Returns:
        Three tables of columns. They are internal: they have not been through disclosure control.

    Raises:
        InvalidValue: Two indicators have one id, an area is compared with areas of another kind
            than its own or with one area twice, or a comparator set mixes kinds.
        ImportError: numpy was asked for and is not installed.

    Source:
        Quartile bands, ranks and neighbour averages as in the Local Authority Interactive Tool
        (Department for Education); see `sendframe.statistics` for the formulas.
    """
    asked = tuple(indicators)
    if len({each.id for each in asked}) != len(asked):
        problem = "two indicators have the same id"
        raise InvalidValue("evaluate_areas", "/indicators", problem)
    asked = tuple(each for each in asked if not each.sampled)
    sets = _sets(neighbours, called, tuple(comparators), observations)
    others = {code for each in sets.values() for codes in each.values() for code in codes}
    chosen = engine_of(engine)
    cells = cells_of(observations, asked, others, as_at, chosen)
    rates = _Rates.of(observations, cells, chosen)
    names = _names(cells, chosen)
    return AreaEvaluation(
        standings=_standings(observations, cells, rates, names),
        averages=_averages(cells, rates, sets, names),
        limits=_limits(cells, rates, names),
    )


_Members = dict[str | None, tuple[str, ...]]
"""The areas compared with, by the area compared; None for every area that is not named."""


def _sets(
    neighbours: Mapping[str, Sequence[str]],
    called: str,
    comparators: Sequence[ComparatorSet],
    table: Observations,
) -> dict[str, _Members]:
    """Return the areas compared with, by comparator and area, after a look at their kinds."""
    found: dict[str, _Members] = {}
    own: _Members = {}
    if neighbours:
        found[called] = own
    for given, near in sorted(neighbours.items()):
        area, where = table.present_code(given), f"/neighbours/{given}"
        codes = [table.present_code(each) for each in near]
        if len(set(codes)) != len(codes):
            raise InvalidValue("evaluate_areas", where, "an area is named twice")
        if area in own:
            problem = f"{area} has neighbours under two of its codes"
            raise InvalidValue("evaluate_areas", where, problem)
        kind = table.kind_of(area)
        wrong = sorted(each for each in codes if table.kind_of(each) not in (None, kind))
        if wrong and kind is not None:
            problem = f"{wrong[0]} is an area of another kind than {area}"
            raise InvalidValue("evaluate_areas", where, problem)
        own[area] = tuple(sorted(set(codes) - {area}))
    for each in comparators:
        where = f"/comparators/{each.id}"
        members = {table.present_code(code) for code in each.areas}
        mixed = sorted({kind for code in members if (kind := table.kind_of(code)) is not None})
        if mixed[1:]:
            problem = f"mixes areas of the kinds {' and '.join(mixed)}"
            raise InvalidValue("evaluate_areas", where, problem)
        if each.id in found:
            problem = "this id is taken; give the comparator set another"
            raise InvalidValue("evaluate_areas", where, problem)
        found[each.id] = {None: tuple(sorted(members))}
    return dict(sorted(found.items()))


@attrs.frozen(eq=False)
class _Rates:
    """Figures and counts of the cells, in the engine's form."""

    engine: Engine
    figures: Any
    tops: Any
    bottoms: Any
    factors: Any

    @classmethod
    def of(cls, table: Observations, cells: Cells, engine: Engine) -> "_Rates":
        """Work each figure out from its counts."""
        values, tops, bottoms = (
            engine.taken(engine.numbers(each), cells.row)
            for each in (table.value, table.numerator, table.denominator)
        )
        factors = engine.taken(
            engine.numbers([each.factor for each in cells.indicators]), cells.indicator
        )
        return cls(engine, engine.rates(values, tops, bottoms, factors), tops, bottoms, factors)


_Names = dict[str, tuple[Any, ...]]


def _names(cells: Cells, engine: Engine) -> _Names:
    """Return what each cell is about: columns that the tables share."""
    areas = engine.listed(cells.area)
    return {
        "indicator": tuple(
            take([each.id for each in cells.indicators], engine.listed(cells.indicator))
        ),
        "kind": tuple(take(cells.kinds, areas)),
        "area": tuple(take(cells.areas, areas)),
        "period": tuple(take(cells.periods, engine.listed(cells.period))),
    }


def _standings(
    table: Observations, cells: Cells, rates: _Rates, names: _Names
) -> AreaTable[AreaStanding]:
    engine = rates.engine
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys(cells.kinds))}
    kind = engine.taken(engine.coded(kinds, cells.kinds), cells.area)
    starts = engine.starts(cells.indicator, cells.period, kind)
    heads = [cells.indicators[each] for each in _at(cells.indicator, starts[:-1], engine)]
    compared = [
        each.unit != "count" and names["kind"][row] is not None
        for each, row in zip(heads, starts[:-1], strict=True)
    ]
    directions = [
        each.direction if may else "neutral" for each, may in zip(heads, compared, strict=True)
    ]
    lower, upper = engine.intervals(rates.tops, rates.bottoms, rates.factors)
    found = engine.standings(rates.figures, starts, directions)
    among: list[int | None] = []
    for (start, end), may in zip(pairwise(starts), compared, strict=True):
        among += [end - start if may else None] * (end - start)
    return _table(
        AreaStanding,
        **names,
        value=engine.listed(rates.figures),
        lower=lower,
        upper=upper,
        rank=found.rank,
        among=among,
        band=found.band,
        release=take(table.release, engine.listed(cells.row)),
    )


def _averages(
    cells: Cells, rates: _Rates, sets: Mapping[str, _Members], names: _Names
) -> AreaTable[AreaAverage]:
    """Return the averages of every comparator; areas that are compared with none have no row."""
    starts = rates.engine.starts(cells.indicator, cells.period)
    counts = [each.unit == "count" for each in cells.indicators]
    number_of = {code: number for number, code in enumerate(cells.areas)}
    made: list[tuple[tuple[Any, ...], ...]] = []
    for comparator, by_area in sets.items():
        everyone = by_area.get(None, ())
        members = [
            tuple([number_of[each] for each in by_area.get(code, everyone) if each != code])
            for code in cells.areas
        ]
        found = rates.engine.averages(
            rates.figures, rates.tops, rates.bottoms, rates.factors, starts, cells.area, members,
            cells.areas,
        )  # fmt: skip
        kept = [True] * len(names["area"])
        if any(counts) or not all(members):
            kept = [
                bool(members[area]) and not counts[number]
                for number, area in zip(
                    rates.engine.listed(cells.indicator),
                    rates.engine.listed(cells.area),
                    strict=True,
                )
            ]
        columns = {"comparator": (comparator,) * len(kept), **names, **found._asdict()}
        part = (columns[each.name] for each in attrs.fields(AreaAverage))
        made.append(
            tuple(tuple(each) if all(kept) else tuple(compress(each, kept)) for each in part)
        )
    if len(made) == 1:
        return AreaTable(AreaAverage, made[0])
    width = len(attrs.fields(AreaAverage))
    return AreaTable(
        AreaAverage, tuple(tuple(chain(*(each[at] for each in made))) for at in range(width))
    )


def _limits(cells: Cells, rates: _Rates, names: _Names) -> AreaTable[AreaLimits]:
    engine = rates.engine
    kept = engine.sound(cells.series)  # what lies before a break is left out
    order, starts = engine.arranged(
        *(engine.taken(each, kept) for each in (cells.indicator, cells.area, cells.series))
    )
    rows = engine.taken(kept, order)
    found = engine.limits(engine.taken(rates.figures, rows), starts)
    first = _at(rows, starts[:-1], engine)
    last = _at(rows, [end - 1 for end in starts[1:]], engine)
    return _table(
        AreaLimits,
        indicator=take(names["indicator"], first),
        area=take(names["area"], first),
        first=take(names["period"], first),
        last=take(names["period"], last),
        **found._asdict(),
    )


def _at(column: Column, rows: Sequence[int], engine: Engine) -> list[int]:
    return engine.listed(engine.taken(column, rows))


def _table(view: type[Any], **columns: Iterable[Any]) -> AreaTable[Any]:
    return AreaTable(view, tuple([tuple(columns[each.name]) for each in attrs.fields(view)]))
