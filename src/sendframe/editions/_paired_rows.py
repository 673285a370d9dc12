"""Rows of two tables about the same cell, and what only one of the tables covers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import attrs

from sendframe.figures import precedence
from sendframe.model import Coded, Observations

__all__ = ["OneSided", "one_sided", "paired_rows"]

Side: TypeAlias = Literal["old", "new"]
_KEYS = ("indicator", "area", "period", "dimensions")


def paired_rows(old: Observations, new: Observations) -> Iterator[tuple[int | None, int | None]]:
    """Yield the rows of each indicator, area, period and part; None where a table has no such row.

    Where a table has several releases of a figure, the row of the newest counts. Cells of *new*
    come first, in the order of its rows, then those that only *old* has.
    """
    numbers = [_numbers(getattr(old, name), getattr(new, name)) for name in _KEYS]
    before, after = (_newest_rows(table, numbers) for table in (old, new))
    for key, row in after.items():
        yield before.get(key), row
    for key, row in before.items():
        if key not in after:
            yield row, None


def _numbers(old: Coded[object], new: Coded[object]) -> dict[object, int]:
    """Return a number for each value of two columns."""
    return {value: number for number, value in enumerate(dict.fromkeys((*old.values, *new.values)))}


def _newest_rows(table: Observations, numbers: Sequence[dict[object, int]]) -> dict[int, int]:
    """Return the row that counts of each cell, by one number for all that names the cell."""
    rows: dict[int, int] = {}
    for row, key in enumerate(_cell_numbers(table, numbers)):
        other = rows.setdefault(key, row)
        if other != row:
            rows[key] = max(other, row, key=lambda candidate: precedence(table, candidate))
    return rows


def _cell_numbers(table: Observations, numbers: Sequence[dict[object, int]]) -> Iterator[int]:
    columns: list[Coded[object]] = [getattr(table, name) for name in _KEYS]
    tables, step = [], 1
    for column, known in zip(columns, numbers, strict=True):
        tables.append([known[value] * step for value in column.values])
        step *= max(len(known), 1)
    first, second, third, fourth = tables
    buffers = (column.buffer for column in columns)
    for one, two, three, four in zip(*buffers, strict=True):
        yield first[one] + second[two] + third[three] + fourth[four]


@attrs.frozen
class OneSided:
    """What only one of two tables covers, so that nothing of it is compared.

    Attributes:
        release: ``old`` or ``new``, which covers it.
        kind: ``area``, or ``breakdown`` for the parts of an indicator by one or more dimensions.
        indicator: The indicator of a breakdown; None for an area.
        name: Code of the area, or the names of the dimensions.
        figures: The number of figures.
    """

    release: Side
    kind: Literal["area", "breakdown"]
    indicator: str | None
    name: str
    figures: int


def one_sided(old: Observations, new: Observations) -> tuple[OneSided, ...]:
    """Return the areas, and the breakdowns of indicators of both tables, that only one covers.

    A release may have been read in part, such as for one area or without breakdowns: what is not
    there was not withdrawn.
    """
    return (
        *_areas("old", old, new),
        *_breakdowns("old", old, new),
        *_areas("new", new, old),
        *_breakdowns("new", new, old),
    )


def _areas(release: Side, table: Observations, other: Observations) -> Iterator[OneSided]:
    counts = Counter(table.area.buffer)
    figures = {code: counts[number] for number, code in enumerate(table.area.values)}
    for code in sorted(figures.keys() - set(other.area.values)):
        yield OneSided(release, "area", None, code, figures[code])


def _breakdowns(release: Side, table: Observations, other: Observations) -> Iterator[OneSided]:
    shared = set(table.indicator.values) & set(other.indicator.values)
    counts, known = _by_breakdown(table), _by_breakdown(other)
    for indicator, names in sorted(counts.keys() - known.keys()):
        if indicator in shared and names:
            figures = counts[indicator, names]
            yield OneSided(release, "breakdown", indicator, ", ".join(names), figures)


def _by_breakdown(table: Observations) -> dict[tuple[str, tuple[str, ...]], int]:
    """Return the number of figures by indicator and the dimensions of their parts."""
    counts = Counter(zip(table.indicator.buffer, table.dimensions.buffer, strict=True))
    made: dict[tuple[str, tuple[str, ...]], int] = {}
    for (indicator, dimensions), count in counts.items():
        names = tuple(sorted(table.dimensions.values[dimensions]))
        key = table.indicator.values[indicator], names
        made[key] = made.get(key, 0) + count
    return made
