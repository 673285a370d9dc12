"""Which figures of many areas may be set beside each other: like with like, one row a cell."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar

import attrs

from sendframe.model import Indicator, Observations, Period, period_text
from sendframe.statistics import Column, Engine

from ._series import is_usable

__all__: list[str] = []

T = TypeVar("T")

BEFORE_BREAK = -1
"""The series of a cell that must not be compared with the newest."""


@attrs.frozen(eq=False)
class Cells:
    """One row a figure, sorted by indicator, period, kind and area; each told by its number.

    Attributes:
        indicators: The indicators, sorted by id.
        periods: The periods, oldest first.
        areas: Present codes of the areas, sorted by kind and code; those of no known kind come first.
        kinds: Kind of each area.
        row: Row of the table.
        indicator: Number of the indicator.
        period: Number of the period.
        area: Number of the area.
        series: Number of the type of period: only periods of one are comparable. -1 where a break
            in comparability lies after it.
    """

    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    areas: tuple[str, ...]
    kinds: tuple[str | None, ...]
    row: Column
    indicator: Column
    period: Column
    area: Column
    series: Column


def cells_of(
    table: Observations,
    indicators: Iterable[Indicator],
    others: Iterable[str],
    as_at: date,
    engine: Engine,
) -> Cells:
    """Choose the rows that count.

    Args:
        table: The figures.
        indicators: The indicators asked for, each once.
        others: Codes of areas that may have no figure but are compared with.
        as_at: The day; what was published or begins later is left out.
        engine: What sorts.
    """
    asked = tuple(sorted(indicators, key=lambda each: each.id))
    periods, period_of = _periods(table, as_at)
    given = {code: table.present_code(code) for code in {*table.area, *others}}
    codes = sorted(set(given.values()), key=lambda code: (table.kind_of(code) or "", code))
    number = {code: at for at, code in enumerate(codes)}
    indicator = engine.coded({each.id: at for at, each in enumerate(asked)}, table.indicator)
    period = engine.coded(period_of, map(id, table.period))
    area = engine.coded({each: number[code] for each, code in given.items()}, table.area)
    rows = engine.sound(indicator, period, *_barred(table, asked, as_at, engine))
    rows = _in_order(table, rows, (indicator, period, area), engine)
    series = _series(asked, periods, rows, (indicator, period, area), engine)
    # A symbol takes back what an older release said, and ends there: it never becomes a rank.
    there = engine.known(engine.taken(engine.numbers(table.value), rows))
    rows = engine.taken(rows, there)
    return Cells(
        indicators=asked,
        periods=periods,
        areas=tuple(codes),
        kinds=tuple(map(table.kind_of, codes)),
        row=rows,
        indicator=engine.taken(indicator, rows),
        period=engine.taken(period, rows),
        area=engine.taken(area, rows),
        series=engine.taken(series, there),
    )


def take(column: Sequence[T], rows: Iterable[int]) -> list[T]:
    """Return some rows of a column."""
    return list(map(column.__getitem__, rows))


def _by_identity(column: Sequence[T]) -> dict[int, T]:
    """Return the values of a column by their identity.

    Rows share them, and an identity is far cheaper than a hash of what a value holds.
    """
    return dict(zip(map(id, column), column, strict=True))


def _periods(table: Observations, as_at: date) -> tuple[tuple[Period, ...], dict[int, int]]:
    """Return the periods that have begun, oldest first, and the number of each by identity."""
    known = _by_identity(table.period)
    begun = {each for each in known.values() if each.first_day <= as_at}
    ordered = sorted(
        begun, key=lambda each: (each.last_day, each.first_day, each.kind, period_text(each))
    )
    number = {each: at for at, each in enumerate(ordered)}
    return tuple(ordered), {key: number[each] for key, each in known.items() if each in number}


def _barred(
    table: Observations, asked: Sequence[Indicator], as_at: date, engine: Engine
) -> list[Column]:
    """Return columns that are -1 for parts of a whole, and for what was not known or does not count."""
    found: list[Column] = []
    parts = _by_identity(table.dimensions)
    if any(parts.values()):
        whole = {key: 0 for key, each in parts.items() if not each}
        found.append(engine.coded(whole, map(id, table.dimensions)))
    sources = set(zip(table.release, table.status, strict=True))
    kinds = {each.series_status for each in asked}
    usable = {
        (release, status, kind): 0
        for release, status in sources
        for kind in kinds
        if is_usable(table.releases.get(release or ""), status, kind, as_at)
    }
    if len(usable) < len(sources) * len(kinds):
        kind_of = {each.id: each.series_status for each in asked}
        wanted = map(kind_of.get, table.indicator)
        found.append(engine.coded(usable, zip(table.release, table.status, wanted, strict=True)))
    return found


def _in_order(
    table: Observations, rows: Column, columns: Sequence[Column], engine: Engine
) -> Column:
    """Return one row a cell, in order; where there are several, the one that takes precedence."""
    order, starts = engine.arranged(*(engine.taken(each, rows) for each in columns))
    found = engine.taken(rows, order)
    if len(starts) - 1 == len(found):
        return found
    listed = engine.listed(found)
    return [max(listed[start:end], key=table.precedence) for start, end in pairwise(starts)]


def _series(
    asked: Sequence[Indicator],
    periods: Sequence[Period],
    rows: Column,
    columns: Sequence[Column],
    engine: Engine,
) -> Column:
    """Return the number of each row's type of period; -1 where a break lies after it."""
    names = sorted({each.series for each in periods})
    number_of: Any = [names.index(each.series) for each in periods]
    indicator, period, area = (engine.taken(each, rows) for each in columns)
    found = engine.taken(number_of, period)
    broken = {number for number, each in enumerate(asked) if each.breaks}
    if not broken:
        return found
    ends = engine.listed(period)
    keys = list(
        zip(engine.listed(indicator), engine.listed(area), engine.listed(found), strict=True)
    )
    newest = dict(zip(keys, ends, strict=True))  # periods ascend, so the last one stays

    def footing(number: int, at: int) -> int:
        """Return how many breaks lie before the end of a period: equal ones are comparable."""
        return sum(
            each.first_period.first_day <= periods[at].last_day for each in asked[number].breaks
        )

    return [
        BEFORE_BREAK
        if key[0] in broken and footing(key[0], at) != footing(key[0], newest[key])
        else key[2]
        for key, at in zip(keys, ends, strict=True)
    ]
