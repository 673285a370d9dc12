"""Local Authority Interactive Tool (LAIT).

What it does
    Reads the data of LAIT in long form, a figure a row, with the 86 measures of special
    educational needs and disabilities that this plug-in has a definition of (`dfe.lait`): each
    gives an indicator ``dfe.lait.`` and its short name. Areas are known by their DfE number. Year
    names are read by the measure's type of year: ``2016/17`` and ``2016-17 (OT)`` are two years,
    ``2016`` is the year by which the measure names itself, and ``(prov)`` makes a figure
    provisional. What Excel makes of decimals, such as ``7.0000000000000007E-2``, is rounded to
    fifteen significant figures, which is what Excel keeps.

    ``-`` stands for a figure that LAIT does not have.

When it refuses
    A measure or an area is not known, a name of a year does not fit the measure, a value is
    neither number nor ``-``: told by row and column, and nothing is used.

Options
    ``areas``, ``indicators``, ``release``.

Source
    Department for Education, Local Authority Interactive Tool, and its data dictionary.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress, repeat
from math import isnan, nan

import attrs

from sendframe.plugins import (
    CodedBuilder,
    FrozenMap,
    Import,
    Indicator,
    IndicatorSet,
    NumberParser,
    ObservedArea,
    Period,
    Reader,
    ReaderSource,
    Release,
    SymbolMeaning,
    chosen_options,
    is_number_text,
    parse_period,
)

from .area import area_of_number, requested_codes
from .bundled_data import load_bundled
from .csv_table import CsvTable, Row, UnreadableFile, open_table
from .figure_table import FigureTable
from .mapped_rows import LARGEST
from .row_account import Rejection, RowAccount

__all__ = ["READER", "measures"]

COLUMNS = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")
RELEASE = Release(
    id="dfe.lait",
    title="Local Authority Interactive Tool",
    publisher="Department for Education",
    licence="Open Government Licence v3.0",
)
SYMBOLS = FrozenMap({"-": SymbolMeaning(kind="not_available", meaning="no figure in LAIT")})
_KEPT = 15
"""Excel keeps so many significant figures."""

_TWO_YEARS = re.compile("(20[0-9]{2})[/-]([0-9]{2})")
_ONE_YEAR = re.compile("20[0-9]{2}")
_MARK = re.compile(r" \((OT|prov)\)$")


@attrs.frozen
class Options:
    """Options of the reader.

    Attributes:
        areas: GSS codes or DfE numbers of the areas that are read; all unless given.
        indicators: Ids of the indicators that are read; all unless given.
        release: The release, with the day it was taken from the tool.
    """

    areas: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    release: Release = RELEASE


@cache
def measures() -> dict[str, Indicator]:
    """Return the measures that are known, by short name."""
    document = load_bundled("lait", IndicatorSet)
    return {
        column.value: indicator
        for indicator in document.indicators
        for column in indicator.columns
        if column.value is not None
    }


@lru_cache(maxsize=1024)
def year_of(name: str, period_type: str | None) -> tuple[Period, str] | None:
    """Return the period of a LAIT year, and the status of its figures; None for no such year.

    Examples:
        >>> period, status = year_of("2025 (prov)", "academic_year")
        >>> str(period), status
        ('reporting year 2025', 'provisional')
        >>> str(year_of("2016-17 (OT)", "financial_year")[0])
        '2016-17'
        >>> year_of("2016/17", "calendar_year") is None
        True
    """
    mark = _MARK.search(name)
    status = "provisional" if mark and mark[1] == "prov" else "final"
    unmarked = _MARK.sub("", name)
    two = _TWO_YEARS.fullmatch(unmarked)
    if two and period_type in {"academic_year", "financial_year"}:
        between = "/" if period_type == "academic_year" else "-"
        try:
            return parse_period(period_type, f"{two[1]}{between}{two[2]}"), status
        except ValueError:
            return None
    if not _ONE_YEAR.fullmatch(unmarked):
        return None
    # A measure of academic years that names one year does not say which two it means.
    kind = "calendar_year" if period_type == "calendar_year" else "reporting_year"
    return parse_period(kind, unmarked), status


_NO_AREA = Rejection(
    "its area is not known",
    "dfe.area",
    "the number is of no known area",
    "LAIT numbers areas as the DfE does: look whether columns were swapped.",
    "LA Number",
)
_NO_VALUE = Rejection(
    "its value cannot be read",
    "dfe.cell",
    "the cell is no number and no symbol",
    "The symbol of LAIT is -.",
    "Values",
)


class _TableReader:
    """Reads one table, column by column."""

    def __init__(self, table: CsvTable, options: Options, account: RowAccount) -> None:
        self._table = table
        self._options = options
        self._account = account
        self._requested = requested_codes(options.areas, account)
        self._parser = NumberParser()
        self._figures = FigureTable(
            indicator=CodedBuilder(self._indicator_of),
            area=CodedBuilder(self._area_of),
            period=CodedBuilder(lambda cells: self._year_of(cells, 0)),
            status=CodedBuilder(lambda cells: self._year_of(cells, 1)),
            symbol=CodedBuilder(self._symbol_of),
        )

    def read(self) -> Import:
        """Read every row."""
        for rows in self._table.chunks():
            self._read_rows(self._account.data_rows(rows, self._table))
        read = {place for name in COLUMNS for place in self._table.places(name)}
        names = enumerate(self._table.header)
        self._account.columns_not_read = tuple(
            name for place, name in names if name and place not in read
        )
        self._account.read_as = f"'{READER.title}' of '{self._options.release.title}'"
        return self._figures.make_import(self._options.release, SYMBOLS, self._account)

    def _read_rows(self, rows: Sequence[Row]) -> None:
        places = [self._table.places(name)[0] for name in COLUMNS]
        short, year, _, value, number = ([row.cells[place] for row in rows] for place in places)
        figures = self._figures
        years = list(zip(short, year, strict=True))
        texts = list(map(_as_excel_keeps_it, map(str.strip, value)))
        numbers = self._parser.numbers(texts)
        builders = (figures.indicator, figures.area, figures.period, figures.symbol)
        symbols = [
            text if isnan(number) or abs(number) > LARGEST else None
            for number, text in zip(numbers, texts, strict=True)
        ]
        cells: tuple[Sequence[object], ...] = (short, number, years, symbols)
        codes = [builder.codes_of(part) for builder, part in zip(builders, cells, strict=True)]
        is_read = self._account.accept(rows, *zip(builders, codes, strict=True))
        for builder, part in zip(builders, codes, strict=True):
            builder.extend_codes(compress(part, is_read))
        figures.status.extend(compress(years, is_read))
        figures.value.extend(compress(numbers, is_read))
        figures.decimals.extend(compress(self._parser.decimals(texts), is_read))
        figures.source_row.extend(row.number for row in compress(rows, is_read))
        used = sum(is_read)
        figures.dimensions.extend(repeat(FrozenMap(), used))
        for counts in (figures.numerator, figures.denominator):
            counts.extend(repeat(nan, used))
        self._account.count_used(used)

    def _indicator_of(self, short: str) -> str | Rejection:
        measure = measures().get(short.strip())
        if measure is None:
            return Rejection("its measure is not among those of the plug-in")
        if self._options.indicators and measure.id not in self._options.indicators:
            return Rejection("its indicator was not asked for")
        return measure.id

    def _symbol_of(self, text: str | None) -> str | Rejection | None:
        return text if text is None or text in SYMBOLS else _NO_VALUE

    def _area_of(self, number: str) -> ObservedArea | Rejection:
        area = area_of_number(number.strip().removesuffix(".0"))
        if area is None:
            return _NO_AREA
        is_requested = not self._requested or area.code in self._requested
        return area if is_requested else Rejection("its area was not asked for")

    def _year_of(self, cells: tuple[str, str], part: int) -> Period | str | Rejection:
        """Return the period of a measure and a year, or the status of its figures."""
        short, year = cells
        measure = measures().get(short.strip())
        period_type = None if measure is None else measure.period_type
        parsed = year_of(year.strip(), period_type)
        if parsed is None:
            message = f"this is no year of a measure by {period_type}"
            help_ = "Look for a slip in the name."
            return Rejection("its period cannot be read", "dfe.period", message, help_, "Years")
        return parsed[part]


def _as_excel_keeps_it(text: str) -> str:
    """Return a number with the fifteen significant figures that Excel keeps.

    Examples:
        >>> _as_excel_keeps_it("7.0000000000000007E-2"), _as_excel_keeps_it("67.6")
        ('0.07', '67.6')
    """
    if len(text) <= _KEPT or not is_number_text(text):
        return text
    return f"{float(text):.{_KEPT}g}"


def _read(source: ReaderSource, options: object) -> Import:
    chosen = chosen_options(options, Options, "dfe.lait")
    account = RowAccount(source.name)
    try:
        return _TableReader(open_table(source, [COLUMNS]), chosen, account).read()
    except UnreadableFile as error:
        diagnostics = (*account.diagnostics, error.diagnostic)
        return Import(account=account.account, diagnostics=diagnostics)


READER = Reader("dfe.lait", "Local Authority Interactive Tool", __doc__ or "", _read, Options)
