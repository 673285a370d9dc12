"""Select the rows of a table that count: known on the day, newest release, one for each cell."""

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
    row_keys,
)

__all__ = ["Selection", "precedence", "select_rows"]

_PROJECTED, _MANAGEMENT = "projected", "management-information"
_LEFT_OUT = -(1 << 62)
"""Added to the key of a row that does not count: the sum stays negative."""


@attrs.frozen(eq=False)
class Selection:
    """The rows that count, sorted by indicator, period, dimensions, kind of area and area.

    Attributes:
        periods: The periods, oldest first.
        dimensions: The sets of dimensions; that of the total, which is empty, is the first.
        areas: Present codes of the areas, sorted by kind and code; those of no known kind first.
        area_kinds: Kind of each area.
        keys: The cell of each row as one number: its indicator, period, dimensions and area.
        table_rows: Row of the table.
        restated: 1 where an older release has another figure for the same cell.
    """

    periods: tuple[Period, ...]
    dimensions: tuple[FrozenMap[str], ...]
    areas: tuple[str, ...]
    area_kinds: tuple[str | None, ...]
    keys: "array[int]"
    table_rows: "array[int]"
    restated: bytearray


def precedence(table: Observations, row: int) -> tuple[object, ...]:
    """Return the sort key by which one of several rows of the same cell wins: the greatest.

    The release published last wins, then the one whose id sorts last. Two rows of one release,
    which no document may contain, are ordered by their contents, so that the order of rows never
    matters.
    """
    contents = (table.value[row], table.numerator[row], table.denominator[row])
    return (
        *_release_order(table, table.release[row]),
        table.status[row],
        table.symbol[row] or "",
        *((number is not None, number or 0.0) for number in contents),
    )


def _release_order(table: Observations, release: str | None) -> tuple[date, str]:
    known_release = table.releases.get(release or "")
    published_on = known_release.published_on if known_release else None
    return published_on or date.min, release or ""


def select_rows(table: Observations, indicators: Sequence[Indicator], as_at: date) -> Selection:
    """Select the rows that count.

    Args:
        table: The figures.
        indicators: The indicators, sorted by id, each once.
        as_at: The day; figures that are published later or begin later are skipped.
    """
    periods = tuple(
        sorted(
            (period for period in table.period.values if begun_by(period, as_at)),
            key=lambda period: (
                period.last_day,
                period.first_day,
                period.kind,
                period_text(period),
            ),
        )
    )
    total: FrozenMap[str] = FrozenMap()
    breakdowns = sorted(
        (dimensions_value for dimensions_value in table.dimensions.values if dimensions_value),
        key=lambda dimensions_value: tuple(dimensions_value.items()),
    )
    dimensions = (total, *breakdowns)
    codes = {table.present_code(code) for code in table.area.values}
    areas = tuple(sorted(codes, key=lambda code: (table.kind_of(code) or "", code)))
    width = len(areas)
    by_period = width * len(dimensions)
    by_indicator = by_period * len(periods)
    period_offset = {period: index * by_period for index, period in enumerate(periods)}
    dimensions_offset = {
        dimensions_value: index * width for index, dimensions_value in enumerate(dimensions)
    }
    area_offset = {code: index for index, code in enumerate(areas)}
    indicator_offset = {period.id: index * by_indicator for index, period in enumerate(indicators)}
    keys = row_keys(
        [
            (
                table.indicator,
                [indicator_offset.get(id_, _LEFT_OUT) for id_ in table.indicator.values],
            ),
            (
                table.period,
                [period_offset.get(period, _LEFT_OUT) for period in table.period.values],
            ),
            (table.dimensions, [dimensions_offset[parts] for parts in table.dimensions.values]),
            (table.area, [area_offset[table.present_code(code)] for code in table.area.values]),
        ],
        len(table),
    )
    keys = _without_releases(table, keys, _release_and_status(table, indicators, as_at))
    counted = [row for row, key in enumerate(keys) if key >= 0]
    counted.sort(key=keys.__getitem__)
    rows, restated = _newest(table, counted, keys)
    return Selection(
        periods=periods,
        dimensions=dimensions,
        areas=areas,
        area_kinds=tuple(map(table.kind_of, areas)),
        keys=array("q", map(keys.__getitem__, rows)),
        table_rows=rows,
        restated=restated,
    )


def _release_and_status(
    table: Observations, indicators: Sequence[Indicator], as_at: date
) -> list[list[list[int]]]:
    """Return the number to add to a key, by indicator, release and status of the row."""
    management = {
        indicator.id
        for indicator in indicators
        if indicator.series_status == "management_information"
    }
    is_future = [
        not known_by(known_release.published_on if known_release else None, as_at)
        for known_release in (table.releases.get(release or "") for release in table.release.values)
    ]

    def offset(status: str, *, is_late: bool, is_management: bool) -> int:
        fits = status != _PROJECTED and (status == _MANAGEMENT) == is_management
        return 0 if fits and not is_late else _LEFT_OUT

    tables = {
        is_management: [
            [
                offset(status, is_late=is_late, is_management=is_management)
                for status in table.status.values
            ]
            for is_late in is_future
        ]
        for is_management in (False, True)
    }
    return [tables[id_ in management] for id_ in table.indicator.values]


def _without_releases(
    table: Observations,
    keys: list[int],
    release_and_status: Sequence[Sequence[Sequence[int]]],
) -> list[int]:
    """Return the key of each row: negative for one whose release or status does not count."""
    different = {id(by_release): by_release for by_release in release_and_status}
    if not any(any(by_status) for by_release in different.values() for by_status in by_release):
        return keys
    codes = zip(
        keys, table.indicator.buffer, table.release.buffer, table.status.buffer, strict=True
    )
    return [key + release_and_status[i][r][s] for key, i, r, s in codes]


def _newest(
    table: Observations, counted: Sequence[int], keys: Sequence[int]
) -> "tuple[array[int], bytearray]":
    """Return the winning row of each cell, and whether it restates another figure."""
    if all(keys[first] != keys[second] for first, second in pairwise(counted)):
        return array("q", counted), bytearray(len(counted))
    rows, restated = array("q"), bytearray()
    sorted_keys = [keys[row] for row in counted]
    start, end = 0, len(counted)
    ranks = {
        order: rank
        for rank, order in enumerate(
            sorted({_release_order(table, release) for release in table.release.values})
        )
    }
    ranks_of_releases = [ranks[_release_order(table, release)] for release in table.release.values]
    release, value = table.release.buffer, table.value.buffer
    while start < end:
        stop = start + 1
        while stop < end and sorted_keys[stop] == sorted_keys[start]:
            stop += 1
        if stop - start > 1:
            candidates = counted[start:stop]
            newest_rank = max(ranks_of_releases[release[row]] for row in candidates)
            newest = [row for row in candidates if ranks_of_releases[release[row]] == newest_rank]
            best = (
                newest[0]
                if len(newest) == 1
                else max(newest, key=lambda candidate: precedence(table, candidate))
            )
            newest_value = value[best]
            restated.append(
                newest_value == newest_value  # noqa: PLR0124  # not NaN: there is a figure
                and any(
                    value[row] == value[row] and value[row] != newest_value for row in candidates
                )
            )
        else:
            best = counted[start]
            restated.append(0)
        rows.append(best)
        start = stop
    return rows, restated
