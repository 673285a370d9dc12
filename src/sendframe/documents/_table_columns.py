"""A sound table of figures, read by columns: each different word is checked once."""

import csv
import io
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, compress, islice
from typing import Any

from sendframe.model import (
    Coded,
    CodedBuilder,
    FrozenMap,
    Integers,
    NumberParser,
    Numbers,
    Observations,
    ObservationSet,
    parse_period,
    paused_garbage_collection,
)

from ._table_cells import explained_symbols, parse_day, parse_row_number
from ._table_header import dimension_columns, header_problems

__all__ = ["read_columns"]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")

ROWS_AT_A_TIME = 16_384
"""So many rows are held as text; the rest of the memory is that of the columns."""


def read_columns(data: bytes, file: str | None, meta: ObservationSet) -> Observations | None:
    """Return the figures of a table in which every row is sound; None for any other.

    Args:
        data: The CSV: UTF-8 with or without a byte order mark, a header, commas.
        file: The file that its rows are said to be read from.
        meta: The document that says what symbols mean and which areas and releases there are.
    """
    if b"\0" in data:
        return None
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    reader = csv.reader(text, strict=True)
    try:
        header = next(reader, [])
        if any(header_problems(header, file)):
            return None
        columns = _Columns(header, explained_symbols(meta))
        with paused_garbage_collection():
            for lines, rows in _chunks(reader):
                columns.add(lines, rows)
            table = columns.table(file)
    except (UnicodeDecodeError, csv.Error, ValueError):
        return None
    areas = {area.code for area in meta.areas}
    releases = {release.id for release in meta.releases} | {None}
    known = areas.issuperset(table.area.values) and releases.issuperset(table.release.values)
    return table if known and len(set(table.identities())) == len(table) else None


def _chunks(reader: Any) -> Iterator[tuple[Iterable[int], list[list[str]]]]:
    """Yield rows that are not blank, some at a time, with the line in which each begins."""
    first = reader.line_num + 1
    while rows := list(islice(reader, ROWS_AT_A_TIME)):
        lines = _lines(rows, first, reader.line_num)
        first = reader.line_num + 1
        if filled := list(filter(None, rows)):
            yield (lines if len(filled) == len(rows) else compress(lines, rows)), filled


def _lines(rows: Sequence[Sequence[str]], first: int, last: int) -> Iterable[int]:
    """Return the line in which each of some rows begins; a cell in quotes may have several."""
    if last - first + 1 == len(rows):
        return range(first, last + 1)
    lengths = (1 + sum(len(_LINE_BREAK.findall(cell)) for cell in row) for row in rows[:-1])
    return accumulate(lengths, initial=first)


_PARSERS: dict[str, Callable[[Any], Any]] = {
    "indicator": str,
    "area": str,
    "period": lambda pair: parse_period(*pair),
    "symbol": lambda cell: cell or None,
    "status": lambda cell: cell or "final",
    "release": lambda cell: cell or None,
    "source_file": lambda cell: cell or None,
    "retrieved_on": lambda cell: parse_day(cell) if cell else None,
}
"""What the cells of a column of words mean."""

_COUNTS = ("numerator", "denominator")


class _Columns:
    """The columns of a table while its rows are read."""

    def __init__(self, header: Sequence[str], symbols: frozenset[str]) -> None:
        self._header = header
        self._symbols = symbols
        self._dimensions = dimension_columns(header)
        names = {*header, "symbol", *(["dimensions"] if self._dimensions else [])}
        parsers = _PARSERS | {"dimensions": self._parts}
        self._words: dict[str, CodedBuilder[Any]] = {
            name: CodedBuilder(parse) for name, parse in parsers.items() if name in names
        }
        self._numbers = {name: array("d") for name in ("value", *_COUNTS) if name in names}
        self._decimals = array("q")
        self._source_rows = array("q")
        self._lines = array("q")
        self._parser = NumberParser()

    def add(self, lines: Iterable[int], rows: Iterable[Sequence[str]]) -> None:
        """Add some rows.

        Raises:
            ValueError: A row has more or fewer cells than the header, or a cell holds something
                else than its column may.
        """
        cells: dict[str, Any] = dict(zip(self._header, zip(*rows, strict=True), strict=True))
        numbers = {name: self._parser.numbers(cells[name]) for name in self._numbers}
        for name, column in numbers.items():
            self._numbers[name].extend(column)
            others = {cells[name][row] for row in _rows_without_number(column)}
            if not others <= (self._symbols if name == "value" else {""}):
                raise ValueError(name)
        cells["symbol"] = _symbols(cells["value"], numbers["value"])
        self._decimals.extend(self._parser.decimals(cells["value"]))
        if "source_row" in cells:
            self._source_rows.extend(
                [parse_row_number(cell) if cell else -1 for cell in cells["source_row"]]
            )
        cells["period"] = zip(cells["period_kind"], cells["period"], strict=True)
        cells["dimensions"] = zip(*(cells[name] for name in self._dimensions), strict=True)
        for name, words in self._words.items():
            words.extend(cells[name])
        self._lines.extend(lines)

    def table(self, file: str | None) -> Observations:
        """Return the figures.

        Raises:
            ValueError: A row is no figure.
        """
        columns: dict[str, Any] = {name: words.column() for name, words in self._words.items()}
        days = columns.pop("retrieved_on", Coded([None])).values
        numbers: dict[str, Any] = {
            name: Numbers.of_buffer(column) for name, column in self._numbers.items()
        }
        rows = Integers.of_buffer(self._source_rows) if self._source_rows else None
        table = Observations.of_columns(
            **columns,
            **numbers,
            source_row=rows,
            decimals=Integers.of_buffer(self._decimals),
            origin_file=file,
            origin_line=Integers.of_buffer(self._lines),
        )
        for day in days:
            if day is not None:
                table[0].changed(retrieved_on=day)  # no column, but its cells must be sound
        return table

    def _parts(self, cells: Sequence[str]) -> FrozenMap[str]:
        pairs = zip(self._dimensions.values(), cells, strict=True)
        return FrozenMap({name: cell for name, cell in pairs if cell})


def _rows_without_number(numbers: "array[float]") -> list[int]:
    return [row for row, number in enumerate(numbers) if number != number]  # noqa: PLR0124


def _symbols(cells: Sequence[str], numbers: "array[float]") -> list[str]:
    """Return the symbol in each row; nothing where a number stands."""
    symbols = [""] * len(cells)
    for row in _rows_without_number(numbers):
        symbols[row] = cells[row]
    return symbols
