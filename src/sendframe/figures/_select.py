"""Which rows of a table count: known on the day, of the newest release, one for each cell."""

from array import array
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import attrs

from sendframe.model import (
    FrozenMap,
    Indicator,
    Observations,
    Period,
    begun_by,
    known_by,
    period_text,
)

__all__ = ["Selection", "precedence", "select"]

_PROJECTED, _MANAGEMENT = "projected", "management-information"
_LEFT_OUT = -(1 << 62)
"""Added to the key of a row that does not count: the sum stays negative."""


@attrs.frozen(eq=False)
class Selection:
    """The rows that count, sorted by indicator, period, part, kind of area and area.

    Attributes:
        periods: The periods, oldest first.
        parts: The parts of a whole; the whole itself is the first.
        areas: Present codes of the areas, sorted by kind and code; those of no known kind first.
        kinds: Kind of each area.
        keys: The cell of each row as one number: its indicator, period, part and area.
        rows: The row of the table.
        restated: 1 where an older release gives another figure for the same cell.
    """

    periods: tuple[Period, ...]
    parts: tuple[FrozenMap[str], ...]
    areas: tuple[str, ...]
    kinds: tuple[str | None, ...]
    keys: "array[int]"
    rows: "array[int]"
    restated: bytearray


def precedence(table: Observations, row: int) -> tuple[object, ...]:
    """Return what decides between rows that are about the same: the greatest counts.

    The release published last, then the one whose id sorts last. Two rows of one release, which
    no document may hold, are told apart by what they say, so that the order of rows never decides.
    """
    contents = (table.value[row], table.numerator[row], table.denominator[row])
    return (
        *_release_order(table, table.release[row]),
        table.status[row],
        table.symbol[row] or "",
        *((number is not None, number or 0.0) for number in contents),
    )


def _release_order(table: Observations, release: str | None) -> tuple[date, str]:
    known = table.releases.get(release or "")
    published = known.published_on if known else None
    return published or date.min, release or ""


def select(table: Observations, indicators: Sequence[Indicator], as_at: date) -> Selection:
    """Choose the rows that count.

    Args:
        table: The figures.
        indicators: The indicators asked for, sorted by id, each once.
        as_at: The day; what was published or begins later is left out.
    """
    periods = tuple(
        sorted(
            (period for period in table.period.values if begun_by(period, as_at)),
            key=lambda each: (each.last_day, each.first_day, each.kind, period_text(each)),
        )
    )
    whole: FrozenMap[str] = FrozenMap()
    others = sorted(
        (part for part in table.dimensions.values if part), key=lambda part: tuple(part.items())
    )
    parts = (whole, *others)
    codes = {table.present_code(code) for code in table.area.values}
    areas = tuple(sorted(codes, key=lambda code: (table.kind_of(code) or "", code)))
    width = len(areas)
    by_period = width * len(parts)
    by_indicator = by_period * len(periods)
    period_number = {period: at * by_period for at, period in enumerate(periods)}
    part_number = {part: at * width for at, part in enumerate(parts)}
    area_number = {code: at for at, code in enumerate(areas)}
    indicator_number = {each.id: at * by_indicator for at, each in enumerate(indicators)}
    keys = _keys(
        table,
        [indicator_number.get(id_, _LEFT_OUT) for id_ in table.indicator.values],
        [period_number.get(period, _LEFT_OUT) for period in table.period.values],
        [part_number[part] for part in table.dimensions.values],
        [area_number[table.present_code(code)] for code in table.area.values],
        _release_and_status(table, indicators, as_at),
    )
    kept = [row for row, key in enumerate(keys) if key >= 0]
    kept.sort(key=keys.__getitem__)
    rows, restated = _newest(table, kept, keys)
    return Selection(
        periods=periods,
        parts=parts,
        areas=areas,
        kinds=tuple(map(table.kind_of, areas)),
        keys=array("q", map(keys.__getitem__, rows)),
        rows=rows,
        restated=restated,
    )


def _release_and_status(
    table: Observations, indicators: Sequence[Indicator], as_at: date
) -> list[list[list[int]]]:
    """Return what is added to a key, by indicator, release and status of the row."""
    management = {each.id for each in indicators if each.series_status == "management_information"}
    future = [
        not known_by(known.published_on if known else None, as_at)
        for known in (table.releases.get(release or "") for release in table.release.values)
    ]

    def added(status: str, *, late: bool, managed: bool) -> int:
        fits = status != _PROJECTED and (status == _MANAGEMENT) == managed
        return 0 if fits and not late else _LEFT_OUT

    tables = {
        managed: [
            [added(status, late=late, managed=managed) for status in table.status.values]
            for late in future
        ]
        for managed in (False, True)
    }
    return [tables[id_ in management] for id_ in table.indicator.values]


def _keys(  # noqa: PLR0913  # one column each
    table: Observations,
    indicator: Sequence[int],
    period: Sequence[int],
    part: Sequence[int],
    area: Sequence[int],
    extra: Sequence[Sequence[Sequence[int]]],
) -> list[int]:
    """Return the key of each row: negative for one that does not count."""
    codes = zip(
        table.indicator.buffer, table.period.buffer, table.dimensions.buffer, table.area.buffer,
        table.release.buffer, table.status.buffer, strict=True,
    )  # fmt: skip
    if not any(added for by_release in extra for added in map(any, by_release)):
        return [indicator[i] + period[p] + part[d] + area[a] for i, p, d, a, _, _ in codes]
    return [
        indicator[i] + period[p] + part[d] + area[a] + extra[i][r][s] for i, p, d, a, r, s in codes
    ]


def _newest(
    table: Observations, kept: Sequence[int], keys: Sequence[int]
) -> "tuple[array[int], bytearray]":
    """Return one row a cell, that which takes precedence, and whether it restates another."""
    if all(keys[one] != keys[two] for one, two in pairwise(kept)):
        return array("q", kept), bytearray(len(kept))
    rows, restated = array("q"), bytearray()
    sorted_keys = [keys[row] for row in kept]
    start, end = 0, len(kept)
    ranks = {
        order: rank
        for rank, order in enumerate(
            sorted({_release_order(table, release) for release in table.release.values})
        )
    }
    rank_of = [ranks[_release_order(table, release)] for release in table.release.values]
    release, value = table.release.buffer, table.value.buffer
    while start < end:
        stop = start + 1
        while stop < end and sorted_keys[stop] == sorted_keys[start]:
            stop += 1
        if stop - start > 1:
            run = kept[start:stop]
            top = max(rank_of[release[row]] for row in run)
            newest = [row for row in run if rank_of[release[row]] == top]
            best = (
                newest[0] if len(newest) == 1 else max(newest, key=lambda r: precedence(table, r))
            )
            now = value[best]
            restated.append(
                now == now  # noqa: PLR0124  # not NaN: there is a figure
                and any(value[row] == value[row] and value[row] != now for row in run)
            )
        else:
            best = kept[start]
            restated.append(0)
        rows.append(best)
        start = stop
    return rows, restated
