"""Figures written as a table that `read_table` reads back."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from sendframe.model import Coded, FrozenMap, Observations, Period, is_number_text, period_text

from ._table_header import COLUMNS

__all__ = ["written_table"]

T = TypeVar("T")

_SPECIAL = re.compile('[",\r\n]')
_NEEDED = tuple(name for name, needed in COLUMNS.items() if needed)


def written_table(table: Observations, *, as_read: bool = False) -> bytes:
    """Return the figures of a table of columns, sorted, without columns that would stand empty.

    The order is that of indicator, area, period, parts and release; it never depends on the order
    in which the figures came.

    Args:
        table: The figures.
        as_read: Whether to keep the order of the rows, and the decimals of each figure, so that
            the table that is read back is equal.
    """
    names = sorted({name for parts in table.dimensions.values for name in parts})
    symbols = _cells(table.symbol, _word)
    numbers = _value_cells(table) if as_read else _number_cells(table.value)
    columns = {
        "indicator": _cells(table.indicator, _word),
        "area": _cells(table.area, _word),
        "period_kind": _cells(table.period, lambda period: str(period.kind)),
        "period": _cells(table.period, _period),
        "value": [number or symbol for number, symbol in zip(numbers, symbols, strict=True)],
        "numerator": _number_cells(table.numerator),
        "denominator": _number_cells(table.denominator),
        "status": _cells(table.status, _word),
        "release": _cells(table.release, _word),
        "source_file": _cells(table.source_file, _word),
        "source_row": _number_cells(table.source_row),
    }
    for name in names:
        columns[f"dimension.{name}"] = _cells(table.dimensions, partial(_part, name))
    kept = {name: cells for name, cells in columns.items() if name in _NEEDED or any(cells)}
    lines = list(map(",".join, zip(*kept.values(), strict=True)))
    order = range(len(lines)) if as_read else _order(table, names)
    text = "\n".join([",".join(kept), *map(lines.__getitem__, order)])
    return f"{text}\n".encode()


def _order(table: Observations, names: Sequence[str]) -> list[int]:
    """Return the rows in the order of their keys."""
    numbers = [0] * len(table)
    for column, keys in (
        (table.indicator, [(_word(id_),) for id_ in table.indicator.values]),
        (table.area, [(_word(code),) for code in table.area.values]),
        (table.period, [(str(period.kind), _period(period)) for period in table.period.values]),
        (
            table.dimensions,
            [tuple(_part(name, parts) for name in names) for parts in table.dimensions.values],
        ),
        (table.release, [(_word(id_),) for id_ in table.release.values]),
    ):
        if len(keys) > 1:
            places = {key: place for place, key in enumerate(sorted(set(keys)))}
            ranks = [places[key] for key in keys]
            pairs = zip(numbers, map(ranks.__getitem__, column.buffer), strict=True)
            numbers = [number * len(places) + rank for number, rank in pairs]
    return sorted(range(len(numbers)), key=numbers.__getitem__)


def _cells(column: Coded[T], cell: Callable[[T], str]) -> list[str]:
    """Return the cells of a column; each different value is written once."""
    cells = list(map(cell, column.values))
    return list(map(cells.__getitem__, column.buffer))


def _number_cells(column: Iterable[float | None]) -> list[str]:
    """Return the cells of a column of numbers; each different one is written once."""
    numbers = list(column)
    cells = {number: "" if number is None else repr(number) for number in set(numbers)}
    return list(map(cells.__getitem__, numbers))


def _value_cells(table: Observations) -> list[str]:
    """Return the cells of the figures, each with its decimals where these are known."""
    cells = _number_cells(table.value)
    pairs = zip(table.value, table.decimals, strict=True)
    for row, (number, decimals) in enumerate(pairs):
        if number is not None and decimals is not None:
            cell = f"{number:.{decimals}f}"
            is_kept = float(cell) == number and is_number_text(cell)
            cells[row] = cell if is_kept else cells[row]
    return cells


def _word(word: str | None) -> str:
    if word is None or not _SPECIAL.search(word):
        return word or ""
    # Until Python 3.13 csv.writer leaves a lone carriage return as it is, and csv.reader fails.
    return '"' + word.replace('"', '""') + '"'


def _period(period: Period) -> str:
    return _word(period_text(period))


def _part(name: str, parts: FrozenMap[str]) -> str:
    return _word(parts.get(name))
