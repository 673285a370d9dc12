"""Some rows of a mapped file, whose cells are parsed column by column when they are first needed."""

from array import array
from collections.abc import Sequence
from math import isnan

from sendframe.plugins import NumberParser

from .csv_table import Row, cells_at

__all__ = ["LARGEST", "MappedRows"]

LARGEST = 2.0**53 - 1
"""Larger numbers are not exact, and no figure is one."""

_LEAST_COUNT = 1e-6
"""What is counted, in whatever thousands, is 0 or more than this."""


class MappedRows:
    """Some rows, whose cells are parsed column by column when they are first needed."""

    def __init__(self, rows: Sequence[Row], places: Sequence[int], parser: NumberParser) -> None:
        self.rows = rows
        self._parser = parser
        cells = map(cells_at(places), (row.cells for row in rows))
        self._columns = dict(zip(places, zip(*cells, strict=True), strict=True))
        self._cells: dict[int, list[str]] = {}
        self._numbers: dict[tuple[int, ...], array[float]] = {}
        self._gaps: dict[tuple[int, ...], list[int]] = {}
        self._zeros: dict[tuple[int, ...], list[int]] = {}
        self._strange: dict[tuple[tuple[int, ...], bool], list[int]] = {}
        self._decimals: dict[tuple[int, ...], array[int]] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, place: int) -> list[str]:
        """Return the cells of a column without spaces around them."""
        if place not in self._cells:
            self._cells[place] = list(map(str.strip, self._columns[place]))
        return self._cells[place]

    def numbers(self, places: tuple[int, ...]) -> "array[float]":
        """Return the sum of some columns in each row; NaN where one of them has no number."""
        if places not in self._numbers:
            columns = [self._parser.numbers(self.cells(place)) for place in places]
            single = len(columns) == 1
            self._numbers[places] = (
                columns[0] if single else array("d", map(sum, zip(*columns, strict=True)))
            )
        return self._numbers[places]

    def gaps(self, places: tuple[int, ...]) -> list[int]:
        """Return the rows in which some columns have no sum."""
        if places not in self._gaps:
            numbers = self.numbers(places)
            has_gaps = isnan(sum(numbers))  # one NaN makes the sum one
            self._gaps[places] = (
                [row for row, number in enumerate(numbers) if isnan(number)] if has_gaps else []
            )
        return self._gaps[places]

    def zeros(self, places: tuple[int, ...]) -> list[int]:
        """Return the rows in which the sum of some columns is 0."""
        if places not in self._zeros:
            numbers = self.numbers(places)
            self._zeros[places] = (
                [row for row, number in enumerate(numbers) if number == 0] if 0 in numbers else []
            )
        return self._zeros[places]

    def strange(self, places: tuple[int, ...], *, is_count: bool) -> list[int]:
        """Return the rows in which the sum of some columns can be no count, or no figure."""
        key = places, is_count
        if key not in self._strange:
            numbers = enumerate(self.numbers(places))
            self._strange[key] = (
                [
                    row
                    for row, number in numbers
                    if number < 0.0 or 0.0 < number < _LEAST_COUNT or number > LARGEST
                ]
                if is_count
                else [row for row, number in numbers if not -LARGEST <= number <= LARGEST]
            )
        return self._strange[key]

    def decimals(self, places: tuple[int, ...]) -> "array[int]":
        """Return with how many decimals the sum of some columns is printed."""
        if places not in self._decimals:
            columns = [self._parser.decimals(self.cells(place)) for place in places]
            single = len(columns) == 1
            self._decimals[places] = (
                columns[0] if single else array("q", map(max, zip(*columns, strict=True)))
            )
        return self._decimals[places]
