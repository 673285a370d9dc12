"""The figures of some rows of a mapped file, a column at a time: numbers, symbols and rates."""

import re
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import isclose, isnan, nan
from typing import TypeAlias

import attrs

from sendframe.plugins import NumberParser, Severity, SymbolMeaning

from .column_mapping import FigureColumns, MappedColumns
from .csv_table import CsvTable, Row
from .mapped_rows import LARGEST, MappedRows
from .row_account import RowAccount

__all__ = ["FigureReader", "FigureRows"]

_FIRST = -1  # problems of a row that come before those of its figures

_WRITTEN = {
    "with a per cent sign": re.compile(r"[+-]?[0-9]+([.,][0-9]+)?\s*%"),
    "with commas between thousands": re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?"),
    "with a comma before decimals": re.compile(r"[+-]?[0-9]+,[0-9]+"),
    "with a sign before them": re.compile(r"\+[0-9]+(\.[0-9]+)?"),
}
"""Numbers as spreadsheets write them, by what has to be changed."""

_UNREADABLE = ""
"""Stands in place of a cell that is neither number nor symbol, which is reported."""


@attrs.frozen(eq=False)
class FigureRows:
    """One figure of some rows. A row has either a number or a symbol, or it is not read.

    Attributes:
        value: The figure; NaN where a symbol stands.
        symbols: By row, what stands in its place.
        numerator: What was counted; NaN where it is not known.
        denominator: Of what; NaN where it is not known.
        decimals: Decimals with which it was printed; -1 where it was not.
        unread: Rows that hold no figure.
    """

    value: "array[float]"
    symbols: dict[int, str]
    numerator: "array[float]"
    denominator: "array[float]"
    decimals: "array[int]"
    unread: list[int]


_Figure: TypeAlias = tuple[float, str | None, float, float, int]
"""Figure, symbol, numerator, denominator and decimals of one row."""


@attrs.frozen(eq=False)
class _Quantity:
    """The numbers of some rows.

    Attributes:
        numbers: The numbers; NaN where none stands.
        others: By row what stands instead: a symbol, or nothing where a cell was unreadable.
    """

    numbers: "array[float]"
    others: Mapping[int, str]


@attrs.define(eq=False)
class FigureReader:
    """Reads the figures of rows.

    Attributes:
        table: The table.
        columns: Where its figures stand.
        symbols: Meaning of each symbol.
        account: Where cells that cannot be read are reported.
        compared: By column of published figures, how many were compared with what their counts
            give, and how many differ.
        unpublished: By column, how many figures are not published though both counts are.
        without_rate: By column, how many rates there are not because their denominator is 0, and
            the first row.
        written: By column and way of writing, how many cells are numbers that a spreadsheet wrote
            otherwise than the standard does, and the first row.
        negative: By column, how many figures are below 0, and the first row.
    """

    table: CsvTable
    columns: MappedColumns
    symbols: Mapping[str, SymbolMeaning]
    account: RowAccount
    compared: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    unpublished: dict[str, int] = attrs.field(factory=dict)
    without_rate: dict[str, tuple[int, Row]] = attrs.field(factory=dict)
    written: dict[tuple[str, str], tuple[int, Row]] = attrs.field(factory=dict)
    negative: dict[str, tuple[int, Row]] = attrs.field(factory=dict)
    _parser: NumberParser = attrs.field(factory=NumberParser)

    def read(self, rows: Sequence[Row]) -> list[FigureRows]:
        """Return each figure of some rows, in the order of the mapping."""
        cells = MappedRows(rows, self.columns.places, self._parser)
        self._report_repeated(cells)
        figures = enumerate(self.columns.figures)
        return [self._figure(cells, figure, order) for order, figure in figures]

    def _report_repeated(self, rows: MappedRows) -> None:
        """Report columns that stand twice in the header and differ in a row."""
        for places in self.columns.repeated:
            for row, cells in zip(
                rows.rows, zip(*map(rows.cells, places), strict=True), strict=True
            ):
                if len(set(cells)) > 1:
                    message = "the column stands twice, and its cells differ"
                    name = self._name(places)
                    help_ = "Keep the right one."
                    self.account.report("dfe.cell", message, help_, row, name, order=_FIRST)

    def _name(self, places: Sequence[int]) -> str:
        """Return the name of the first of some columns, as the file writes it."""
        return self.table.header[places[0]]

    def _figure(self, rows: MappedRows, figure: FigureColumns, order: int) -> FigureRows:
        value, top, bottom = (
            self._quantity(rows, places, order, is_count=places is not figure.value)
            for places in (figure.value, figure.numerator, figure.denominator)
        )
        special = {*value.others, *top.others, *bottom.others}
        if figure.denominator is not None:
            special.update(rows.zeros(figure.denominator))
        values, tops, bottoms = value.numbers[:], top.numbers[:], bottom.numbers[:]
        if figure.factor_of_counts is not None:
            values = _rates(tops, bottoms, figure.factor_of_counts)
            if figure.value is not None:
                numbers = value.numbers
                for row in self._differing(rows, figure, numbers, values, special, order):
                    values[row] = numbers[row]
            if figure.is_of_counts:
                special |= {row for row, rate in enumerate(values) if rate > LARGEST}
        decimals = rows.decimals(figure.value)[:] if figure.value else array("q", [-1]) * len(rows)
        symbols: dict[int, str] = {}
        unread: list[int] = []
        for row in special:
            cells = [part.others.get(row, part.numbers[row]) for part in (value, top, bottom)]
            made = self._special(figure, cells[0], cells[1], cells[2], decimals[row])
            if made is None:
                unread.append(row)
                if _UNREADABLE not in cells:
                    self._count_without_rate(figure, rows.rows[row])
                continue
            values[row], symbol, tops[row], bottoms[row], decimals[row] = made
            if symbol is not None:
                symbols[row] = symbol
        return FigureRows(values, symbols, tops, bottoms, decimals, unread)

    def _quantity(
        self, rows: MappedRows, places: tuple[int, ...] | None, order: int, *, is_count: bool
    ) -> _Quantity:
        """Return the sum of some columns; a symbol in one of them stands for the sum."""
        if places is None:
            return _Quantity(array("d", [nan]) * len(rows), {})
        others = {row: self._other(rows, row, places, order) for row in rows.gaps(places)}
        numbers = rows.numbers(places)
        strange = rows.strange(places, is_count=is_count)
        if not is_count:
            self._count_negative(rows, places, numbers)
        for row in strange:
            if row not in others:
                kind = "count" if is_count else "figure"
                message = f"{numbers[row]:g} is no {kind}"
                help_ = "Look whether columns were swapped, or the cell is a slip."
                at = rows.rows[row]
                self.account.report("dfe.cell", message, help_, at, self._name(places), order=order)
                others[row] = _UNREADABLE
        return _Quantity(numbers, others)

    def _count_negative(
        self, rows: MappedRows, places: tuple[int, ...], numbers: Sequence[float]
    ) -> None:
        below = [row for row, number in enumerate(numbers) if number < 0.0]
        if below:
            count, first = self.negative.get(self._name(places), (0, rows.rows[below[0]]))
            self.negative[self._name(places)] = count + len(below), first

    def _other(self, rows: MappedRows, row: int, places: Sequence[int], order: int) -> str:
        """Return the symbol that stands in place of a number; nothing where none does."""
        place = places[0]
        if len(places) > 1:
            place = next(place for place in places if isnan(rows.numbers((place,))[row]))
        text = rows.cells(place)[row]
        if text in self.symbols:
            return text
        written = next((way for way, pattern in _WRITTEN.items() if pattern.fullmatch(text)), None)
        if written is not None:
            key = self._name((place,)), written
            count, first = self.written.get(key, (0, rows.rows[row]))
            self.written[key] = count + 1, first
            return _UNREADABLE
        message = "the cell is no number and no symbol" if text else "the cell is empty"
        help_ = f"Symbols known here: {', '.join(sorted(self.symbols)) or 'none'}."
        name = self._name((place,))
        self.account.report("dfe.cell", message, help_, rows.rows[row], name, order=order)
        return _UNREADABLE

    def _special(
        self,
        figure: FigureColumns,
        value: float | str,
        top: float | str,
        bottom: float | str,
        decimals: int,
    ) -> _Figure | None:
        """Return the figure of a row in which a symbol stands, or the denominator is 0.

        None where a cell is unreadable, and where nothing is left to be read.
        """
        if _UNREADABLE in (value, top, bottom):
            return None
        above, below = (nan if isinstance(part, str) else part for part in (top, bottom))
        if isinstance(value, str) and self._is_not_available(value):
            # What is suppressed is never worked out.
            (rate,) = _rates([above], [below], figure.factor_of_counts or nan)
            if not isnan(rate):  # both counts are published
                name = self._name(figure.value or ())
                self.unpublished[name] = self.unpublished.get(name, 0) + 1
                return rate, None, above, below, -1
        if isinstance(value, str) or figure.is_of_counts:
            symbols = (part for part in (value, bottom, top) if isinstance(part, str))
            symbol = next(symbols, None)
            # Counts that give no rate: of 0, or larger than any figure.
            return None if symbol is None else (nan, symbol, above, below, -1)
        # Without a denominator there is no rate, whatever is published.
        return None if below == 0 else (value, None, above, below, decimals)

    def _count_without_rate(self, figure: FigureColumns, row: Row) -> None:
        name = self._name(figure.value or figure.denominator or ())
        count, first = self.without_rate.get(name, (0, row))
        self.without_rate[name] = count + 1, first

    def report_counted(self) -> None:
        """Report once a column what concerns many rows: how numbers are written, and rates of nothing."""
        for (name, way), (count, row) in sorted(self.written.items()):
            cells = "1 cell is" if count == 1 else f"{count:,} cells are"
            message = f"{cells} written {way}, first here"
            help_ = "Write numbers as 60.5: digits, and a point before decimals."
            self.account.report("dfe.cell", message, help_, row, name)
        for name, (count, row) in sorted(self.negative.items()):
            figures = "1 figure is" if count == 1 else f"{count:,} figures are"
            message = f"{figures} below 0, first here"
            help_ = "Look whether it can be: no count and no share is."
            self.account.report("dfe.cell", message, help_, row, name, severity="warning")
        for name, (count, row) in sorted(self.without_rate.items()):
            rates = "1 rate is" if count == 1 else f"{count:,} rates are"
            message = f"{rates} not read: the denominator is 0, first here"
            help_ = "Nothing has to be done: of nothing there is no rate."
            self.account.report("dfe.counts", message, help_, row, name, severity="note")

    def _is_not_available(self, symbol: str) -> bool:
        """Say whether a symbol says that a figure is not available, and nothing else."""
        return self.symbols[symbol].kind == "not_available"

    def _differing(  # noqa: PLR0913  # what is compared, and where it stands
        self,
        rows: MappedRows,
        figure: FigureColumns,
        published: Sequence[float],
        rates: Sequence[float],
        special: Collection[int],
        order: int,
    ) -> list[int]:
        """Report figures that differ from what their counts give by more than rounding.

        Returns:
            The rows whose published figure is kept all the same.
        """
        places = figure.value or ()
        texts = rows.cells(places[0])
        tolerance = {text: _tolerance(text) for text in set(texts)}
        # A symbol gives NaN, from which everything differs.
        differing = [
            row
            for row, (number, rate, text) in enumerate(zip(published, rates, texts, strict=True))
            if not abs(number - rate) <= tolerance[text]
            and row not in special
            and not isclose(number, rate, abs_tol=tolerance[text])
        ]
        name = self._name(places)
        compared, before = self.compared.get(name, (0, 0))
        self.compared[name] = (
            compared + len(rows) - len(special),
            before + len(differing),
        )
        severity: Severity = "note" if figure.uses_counts else "warning"
        help_ = (
            "The rate of the counts is the figure, as the mapping says (rate_from)."
            if figure.uses_counts
            else "Both are kept, and the figure is not scored; look whether one is a slip."
        )
        for row in differing:
            message = f"the counts give {rates[row]:.2f}, and {published[row]:g} is published"
            at = rows.rows[row]
            self.account.report("SFR414", message, help_, at, name, severity=severity, order=order)
        return [] if figure.uses_counts else differing


def _rates(tops: Iterable[float], bottoms: Iterable[float], factor: float) -> "array[float]":
    """Return what counts give; NaN where one of them is missing or the denominator is 0."""
    return array(
        "d",
        [
            top / bottom * factor if bottom else nan
            for top, bottom in zip(tops, bottoms, strict=True)
        ],
    )


@lru_cache(maxsize=16_384)
def _tolerance(text: str) -> float:
    """Return by how much a figure may differ from its rate, from the decimals it is printed with."""
    decimals = len(text.partition(".")[2].rstrip("0"))
    return 0.5 * 10.0 ** -max(decimals, 1) + 1e-9
