"""Figures written as a table that `read_table` reads back."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import islice, repeat
from operator import add
from typing import Any, NamedTuple

from sendframe.model import (
    Coded,
    FrozenMap,
    Observations,
    Period,
    is_number_text,
    period_text,
    row_keys,
)

from ._table_header import COLUMNS

__all__ = ["written_table"]

_SPECIAL = re.compile('[",\r\n]')
_LINES_AT_A_TIME = 16_384
"""So many lines are encoded together, so that a large table is not held as text and as bytes."""

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
    numbers = _value_cells(table) if as_read else _number_cells(table.value)
    symbols = _cells(table.symbol, {"symbol": map(_word, table.symbol.values)})
    groups = (
        _cells(table.indicator, {"indicator": map(_word, table.indicator.values)}),
        _cells(table.area, {"area": map(_word, table.area.values)}),
        _cells(
            table.period,
            {
                "period_kind": (str(period.kind) for period in table.period.values),
                "period": map(_period, table.period.values),
            },
        ),
        # Each row has either a number or a symbol.
        _Columns(["value"], map(add, numbers, symbols.cells) if symbols.names else numbers),
        _numbers("numerator", table.numerator),
        _numbers("denominator", table.denominator),
        _cells(table.status, {"status": map(_word, table.status.values)}),
        _cells(table.release, {"release": map(_word, table.release.values)}),
        _cells(table.source_file, {"source_file": map(_word, table.source_file.values)}),
        _numbers("source_row", table.source_row),
        _cells(
            table.dimensions,
            {
                f"dimension.{name}": map(partial(_part, name), table.dimensions.values)
                for name in names
            },
        ),
    )
    kept = [group for group in groups if group.names]
    lines = list(map(",".join, zip(*(group.cells for group in kept), strict=True)))
    order = range(len(lines)) if as_read else _order(table, names)
    ordered = map(lines.__getitem__, order)
    text = io.BytesIO()
    text.write((",".join(name for group in kept for name in group.names) + "\n").encode())
    while chunk := list(islice(ordered, _LINES_AT_A_TIME)):
        text.write(("\n".join(chunk) + "\n").encode())
    return text.getvalue()


class _Columns(NamedTuple):
    """Some neighbouring columns, none of which stands empty, and the cells of each row in them."""

    names: Sequence[str]
    cells: Iterable[str]


def _cells(column: Coded[Any], texts: Mapping[str, Iterable[str]]) -> _Columns:
    """Return the columns that depend on one column of a table; each different value is written once.

    Args:
        column: The column.
        texts: For each column that is written, the cell of each different value.
    """
    cells = {name: list(cells_of_values) for name, cells_of_values in texts.items()}
    kept = {name: own for name, own in cells.items() if name in _NEEDED or any(own)}
    joined = list(map(",".join, zip(*kept.values(), strict=True)))
    if len(joined) == 1:
        return _Columns(list(kept), repeat(joined[0], len(column)))
    return _Columns(list(kept), map(joined.__getitem__, column.buffer))


def _numbers(name: str, column: Iterable[float | None]) -> _Columns:
    """Return a column of numbers."""
    cells = _number_cells(column)
    return _Columns([name] if any(cells) else [], cells)


class _NumberCells(dict[float | None, str]):
    """The cell of each different number, which is written once."""

    def __missing__(self, number: float | None) -> str:
        self[number] = cell = "" if number is None else repr(number)
        return cell


def _number_cells(column: Iterable[float | None]) -> list[str]:
    """Return the cells of a column of numbers."""
    return list(map(_NumberCells().__getitem__, column))


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


def _order(table: Observations, names: Sequence[str]) -> list[int]:
    """Return the rows in the order of their keys."""
    last_first: tuple[tuple[Coded[Any], Iterable[Any]], ...] = (
        (table.release, map(_word, table.release.values)),
        (
            table.dimensions,
            (tuple(_part(name, parts) for name in names) for parts in table.dimensions.values),
        ),
        (table.period, ((str(period.kind), _period(period)) for period in table.period.values)),
        (table.area, map(_word, table.area.values)),
        (table.indicator, map(_word, table.indicator.values)),
    )
    columns: list[tuple[Coded[Any], Sequence[int]]] = []
    step = 1
    for column, keys in last_first:
        key_of_value = list(keys)
        places = {key: place * step for place, key in enumerate(sorted(set(key_of_value)))}
        columns.append((column, list(map(places.__getitem__, key_of_value))))
        step *= max(len(places), 1)
    numbers = row_keys(columns, len(table))
    return sorted(range(len(numbers)), key=numbers.__getitem__)


def _word(word: str | None) -> str:
    if word is None or not _SPECIAL.search(word):
        return word or ""
    # Until Python 3.13 csv.writer leaves a lone carriage return as it is, and csv.reader fails.
    return '"' + word.replace('"', '""') + '"'


def _period(period: Period) -> str:
    return _word(period_text(period))


def _part(name: str, parts: FrozenMap[str]) -> str:
    return _word(parts.get(name))
