"""A file of a release, read by the mapping that says what its columns hold."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, compress
from typing import Any, cast

import attrs

from sendframe.plugins import (
    CodedBuilder,
    FrozenMap,
    Import,
    MappedFile,
    ObservedArea,
    Period,
    Release,
    ReleaseMapping,
    SymbolMeaning,
)

from .area import AreaColumns, requested_codes
from .breakdown import BreakdownColumn
from .column_mapping import find_columns
from .csv_table import CsvTable, Row, cells_at, unreadable
from .figure_table import FigureTable
from .first_release import FirstRelease
from .mapped_figures import FigureReader, FigureRows
from .period import january_of, period_of, why_no_period
from .repeated_rows import RepeatedRows
from .row_account import Rejection, RowAccount
from .totals import Totals

__all__ = ["ALL", "STANDARD", "MappedFileReader", "Options"]

STANDARD = ("time_period", "time_identifier", "geographic_level")
"""The columns that every such file has."""

ALL = "all"
"""Asks for every breakdown."""

MOST_FIGURES = 3_000_000
FEWEST_COMPARED = 10
"""With fewer figures than this that were worked out, none says that columns were swapped."""


@attrs.frozen
class Options:
    """Options of the readers of releases.

    Attributes:
        areas: GSS codes or DfE numbers of the areas that are read; all unless given.
        indicators: Ids of the indicators that are read; all unless given.
        breakdowns: Names of the dimensions whose parts are read beside the whole; ``all`` for
            every one.
        release: The release, where it is not the one that the mapping names.
        status: Status of the figures, where it is not that of the mapping.
        symbols: Meaning of symbols that the mapping does not name.
    """

    areas: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = ()
    release: Release | None = None
    status: str | None = None
    symbols: FrozenMap[SymbolMeaning] = FrozenMap()


class MappedFileReader:
    """Reads one file.

    Args:
        table: The table.
        mapping: The release.
        file: What the columns of the file hold.
        options: What is wanted of it.
        account: Where rows are counted and problems reported.
    """

    def __init__(
        self,
        table: CsvTable,
        mapping: ReleaseMapping,
        file: MappedFile,
        options: Options,
        account: RowAccount,
    ) -> None:
        self._table = table
        self._mapping = mapping
        self._file = file
        self._options = options
        self._account = account
        self._symbols = {**mapping.symbols, **options.symbols}
        self._first = FirstRelease(table, mapping, file)
        columns = find_columns(table, file, self._is_wanted, account)
        self._figures = FigureReader(table, columns, self._symbols, account)
        self._when, which = (table.places(name)[0] for name in STANDARD[:2])
        self._area_columns = AreaColumns.of(table)
        self._breakdowns = list(self._find_breakdowns())
        places = [place for column in self._breakdowns for place in column.places]
        self._keys = (
            cells_at(places),
            cells_at(self._area_columns.places),
            cells_at([self._when, which]),
        )
        self._parse_period = january_of if file.period == "january" else period_of
        self._requested = requested_codes(options.areas, account)
        self._newest = ""
        self._totals = Totals(self._breakdowns)
        self._unread_places = self._find_unread()
        self._repeated = RepeatedRows(self._unread_places, self._figures.columns.places)
        self._topics: set[str] = set()
        self._parts: CodedBuilder[FrozenMap[str] | Rejection] = CodedBuilder(self._parts_of)
        self._made = FigureTable(
            area=CodedBuilder(self._area_of),
            period=CodedBuilder(self._period_of),
            dimensions=CodedBuilder(self._dimensions_of),
        )

    def _is_wanted(self, indicator: str) -> bool:
        return not self._options.indicators or indicator in self._options.indicators

    def _find_breakdowns(self) -> Iterable[BreakdownColumn]:
        for mapped in self._file.filters:
            column = BreakdownColumn.of(
                mapped, self._table, named_all=self._file.period != "january"
            )
            if column is not None:
                yield column
                continue
            message = f"the file has no column '{mapped.column[0]}', so no row is about a part"
            help_ = "Name the column in the mapping as the file does."
            self._account.report("dfe.column", message, help_, severity="warning")

    def read(self) -> Import:
        """Read every row."""
        for rows in self._table.chunks():
            self._read_rows(self._account.data_rows(rows, self._table))
        self._figures.report_counted()
        self._report_swapped()
        self._report_unpublished()
        self._report_unmatched_options()
        self._check_newest()
        self._totals.report(self._made.period.values, self._table, self._account)
        release = self._options.release or self._first.release(self._account)
        self._account.read_as = f"'{self._file.title}' of '{release.title}'"
        self._account.columns_not_read = tuple(
            self._table.header[place] for place in self._unread_places
        )
        self._repeated.report(self._table, self._account)
        return self._made.make_import(release, self._symbols, self._account)

    def _find_unread(self) -> tuple[int, ...]:
        """Return where the columns stand of which nothing is used, in the order of the file."""
        read = {*self._figures.columns.places, *self._area_columns.places, self._when}
        read.update(self._table.places(STANDARD[1]))
        read.update(place for column in self._breakdowns for place in column.places)
        names = enumerate(self._table.header)
        return tuple(place for place, name in names if name and place not in read)

    def _read_rows(self, rows: Sequence[Row]) -> None:
        """Read some rows: what each is about, and then its figures."""
        cells = [row.cells for row in rows]
        builders = (self._parts, self._made.area, self._made.period)
        codes = [
            builder.codes_of(map(key, cells))
            for builder, key in zip(builders, self._keys, strict=True)
        ]
        self._totals.see(cells, codes[0], codes[2], self._parts.values)
        is_read = self._account.accept(rows, *zip(builders, codes, strict=True))
        times = {row[self._when] for row in compress(cells, is_read)}
        self._newest = max([self._newest, *map(str.strip, times)])
        if any(is_read):
            parts, areas, periods = (array("I", compress(part, is_read)) for part in codes)
            self._repeated.see(list(compress(rows, is_read)), (parts, areas, periods))
            self._first.compare(
                (row, self._made.area.values[area])
                for row, part, area in zip(compress(rows, is_read), parts, areas, strict=True)
                if not self._parts.values[part]
            )
            self._add_figures(list(compress(rows, is_read)), parts, areas, periods)

    def _parts_of(self, cells: Sequence[str]) -> FrozenMap[str] | Rejection:
        """Return which part of the whole rows are about."""
        parts: dict[str, str] = {}
        labels = zip(self._breakdowns, cells[::2], cells[1::2], strict=True)
        for column, topic, label in labels:
            part = column.part(topic, label)
            if part is None:
                continue
            self._topics.add(part[0])
            if not part[1]:
                name = self._table.header[column.column]
                return Rejection(f"it does not say what it is about: an empty cell in '{name}'")
            if column.whole and not {ALL, part[0]} & set(self._options.breakdowns):
                return Rejection(f"it is about a part of the whole: {part[0]}")
            parts[part[0]] = part[1]
        return FrozenMap(parts)

    def _area_of(self, cells: Sequence[str]) -> ObservedArea | Rejection:
        area = self._area_columns.area(cells)
        if isinstance(area, Rejection):
            return area
        is_requested = not self._requested or area.code in self._requested
        return area if is_requested else Rejection("its area was not asked for")

    def _period_of(self, cells: tuple[str, str]) -> Period | Rejection:
        period = self._parse_period(*cells)
        if period is not None:
            return period
        if self._file.period == "january" and period_of(*cells) is not None:
            reason = f"it is not of an academic year, each January of which is counted: {cells[1]}"
            return Rejection(reason[:120])
        return why_no_period(*cells)

    def _dimensions_of(self, key: tuple[int, int]) -> FrozenMap[str]:
        """Return what a figure is about: the part that its row is about, and its own."""
        part, figure = key
        parts = cast("FrozenMap[str]", self._parts.values[part])  # the row was not left out
        return FrozenMap({**parts, **self._figures.columns.figures[figure].dimensions})

    def _add_figures(
        self,
        rows: Sequence[Row],
        parts: "array[int]",
        areas: "array[int]",
        periods: "array[int]",
    ) -> None:
        """Add the figures of rows, in the order in which they stand in the file."""
        made, columns = self._made, self._figures.columns.figures
        figures = self._figures.read(rows)
        count = len(columns)
        is_read = _flags(figures, len(rows))

        def kept(cells: "array[Any]") -> Iterable[Any]:
            return cells if is_read is None else compress(cells, is_read)

        def by_row(cells: "Sequence[array[Any]]") -> Iterable[Any]:
            return kept(_by_row(cells))

        before = len(made)
        made.value.extend(by_row([figure.value for figure in figures]))
        made.numerator.extend(by_row([figure.numerator for figure in figures]))
        made.denominator.extend(by_row([figure.denominator for figure in figures]))
        made.decimals.extend(by_row([figure.decimals for figure in figures]))
        made.symbol.extend_codes(by_row([self._symbol_codes(figure) for figure in figures]))
        indicators = made.indicator.codes_of(figure.indicator for figure in columns)
        made.indicator.extend_codes(kept(indicators * len(rows)))
        made.area.extend_codes(by_row([areas] * count))
        made.period.extend_codes(by_row([periods] * count))
        made.dimensions.extend_codes(kept(self._dimension_codes(parts)))
        made.source_row.extend(by_row([array("q", [row.number for row in rows])] * count))
        status = made.status.codes_of([self._options.status or self._mapping.status])
        made.status.extend_codes(status * (len(made) - before))
        if is_read is None:
            self._account.count_used(len(rows))
        else:
            self._count(rows, is_read)
        self._check_size(rows)

    def _symbol_codes(self, figure: FigureRows) -> "array[int]":
        codes = self._made.symbol.codes_of([None]) * len(figure.value)
        symbols = figure.symbols
        for row, code in zip(symbols, self._made.symbol.codes_of(symbols.values()), strict=True):
            codes[row] = code
        return codes

    def _dimension_codes(self, parts: "array[int]") -> "array[int]":
        """Return what each figure is about, row by row, by the parts that rows are about."""
        numbers = range(len(self._figures.columns.figures))
        by_part = {
            part: self._made.dimensions.codes_of((part, number) for number in numbers)
            for part in set(parts)
        }
        return array("I", chain.from_iterable(map(by_part.__getitem__, parts)))

    def _count(self, rows: Sequence[Row], is_read: bytearray) -> None:
        """Count rows; those are left out of which no figure is read."""
        count = len(self._figures.columns.figures)
        for number, row in enumerate(rows):
            if any(is_read[number * count : (number + 1) * count]):
                self._account.count_used()
            else:
                reason = "none of its columns holds a figure that is read"
                self._account.count_left_out(row, reason)

    def _check_size(self, rows: Sequence[Row]) -> None:
        """Refuse a file with too many figures.

        Raises:
            UnreadableFile: There are more than are read.
        """
        if len(self._made) <= MOST_FIGURES:
            return
        number = self._made.source_row[MOST_FIGURES]
        line = next(row.line for row in rows if row.number == number)
        message = f"the file holds more than {MOST_FIGURES:,} figures"
        help_ = "Ask for fewer areas, indicators or breakdowns with options."
        raise unreadable(self._table.name, message, help_, line)

    def _report_swapped(self) -> None:
        for name, (compared, differing) in sorted(self._figures.compared.items()):
            if compared >= FEWEST_COMPARED and differing * 2 > compared:
                message = f"in {differing:,} of {compared:,} rows the counts do not give what is published"
                help_ = "Columns were swapped, or the mapping names others than it means."
                self._account.report("dfe.swapped", message, help_, None, name)

    def _report_unpublished(self) -> None:
        for name, count in sorted(self._figures.unpublished.items()):
            rates = "1 percentage is" if count == 1 else f"{count:,} percentages are"
            message = f"{rates} not published, and both of the counts are"
            help_ = "They are worked out from the counts."
            self._account.report("dfe.counts", message, help_, None, name, severity="note")

    def _report_unmatched_options(self) -> None:
        """Report what options ask for and no row holds."""
        options = self._options
        indicators = {figure.indicator for figure in self._figures.columns.figures}
        for id_ in sorted(set(options.indicators) - indicators):
            message = f"the file holds no figures of '{id_[:80]}', which 'indicators' asks for"
            help_ = "Look for a slip in the id."
            self._account.report("dfe.option", message, help_, severity="warning")
        for name in sorted(set(options.breakdowns) - self._topics - {ALL}):
            known = ", ".join(sorted(self._topics)) or "none"
            message = f"no row is about parts by '{name[:80]}', which 'breakdowns' asks for"
            help_ = f"There are: {known}."
            self._account.report("dfe.option", message, help_, severity="warning")

    def _check_newest(self) -> None:
        """Report a file whose newest figures are not those of the release."""
        wanted, newest = self._file.newest, self._newest
        if self._options.release or wanted is None or not newest or newest == wanted:
            return
        message = (
            f"the newest period here is {newest}, and that of "
            f"'{self._mapping.release.title}' is {wanted}"
        )
        help_ = (
            "If rows are missing, get the file again; if it is of another release, say which "
            "with --option release=@FILE."
        )
        self._account.report("dfe.release", message, help_)


def _flags(figures: Sequence[FigureRows], rows: int) -> bytearray | None:
    """Return which figures are read, row by row; None where all of them are."""
    count = len(figures)
    if figures and not any(figure.unread for figure in figures):
        return None
    is_read = bytearray(b"\1") * (rows * count)
    for place, figure in enumerate(figures):
        for row in figure.unread:
            is_read[row * count + place] = 0
    return is_read


def _by_row(columns: "Sequence[array[Any]]") -> "array[Any]":
    """Return the cells of columns row by row."""
    count = len(columns)
    cells = columns[0] * count if columns else array("d")
    for place, column in enumerate(columns):
        cells[place::count] = column
    return cells
