"""SEND tribunal appeal rate.

What it does
    Reads the table of appeals to the First-tier Tribunal (SEND), by local authority and calendar
    year: a spreadsheet that was saved as CSV, with a title, two rows of headings, one group of
    columns a year, and footnotes. Appeals and the rate are read as they were published; the rate
    is never worked out. The series of the newest year that is marked "in development" is an
    indicator of its own.

    A dash is 0 in a column of counts. What else stands for a figure is told in the table itself:
    ``..`` and ``x`` for not available, ``~`` for suppressed.

When it refuses
    A group of columns has another order than appeals, decisions, rate; an area has no DfE number
    that is known; a cell is neither number nor symbol.

Options
    ``areas``, ``release``.

Source
    Ministry of Justice, SEND Appeal rate table 1.
"""

import re
from collections.abc import Iterator, Sequence
from math import nan

import attrs

from sendframe.plugins import (
    FrozenMap,
    Import,
    ObservedArea,
    Reader,
    ReaderSource,
    Release,
    SymbolMeaning,
    chosen_options,
    parse_period,
)

from .area import area_of_number, is_called, requested_codes
from .csv_table import CsvTable, Row, UnreadableFile, open_table
from .figure_table import FigureTable
from .row_account import RowAccount

__all__ = ["READER"]

RELEASE = Release(
    id="dfe.tribunal-appeal-rate",
    title="SEND Appeal rate table 1: appeal rate to the SEND Tribunal based on total appealable "
    "decisions, by local authority",
    publisher="Ministry of Justice",
    licence="Open Government Licence v3.0",
)
SYMBOLS = FrozenMap(
    {
        "..": SymbolMeaning(kind="not_available", meaning="not available"),
        "x": SymbolMeaning(
            kind="not_available", meaning="not available; the table does not explain it"
        ),
        "~": SymbolMeaning(kind="suppressed", meaning="suppressed"),
    }
)
ENGLAND = ObservedArea(code="E92000001", name="England", kind="country")
_YEAR = re.compile("20[0-9]{2}")
_ORDER = ("appeals registered", "total appealable decisions", "send tribunal appeal rate")
_MARKS = re.compile("[0-9,]+$")
_COUNT = re.compile(r"[0-9]{1,3}(,[0-9]{3}){0,4}|[0-9]{1,15}")
_RATE = re.compile(r"([0-9]{1,3}(\.[0-9]+)?)%")
_ENGLAND = re.compile("england total[0-9,]*", re.IGNORECASE)


@attrs.frozen
class Options:
    """Options of the reader.

    Attributes:
        areas: GSS codes or DfE numbers of the areas that are read; all unless given.
        release: The release, where it is another than the table usually is.
    """

    areas: tuple[str, ...] = ()
    release: Release = RELEASE


@attrs.frozen
class _Group:
    """Columns of one year: appeals, decisions and rate; appeals are not given twice."""

    year: str
    appeals: int | None
    decisions: int
    rate: int
    rate_of: str


class _TableReader:
    """Reads one table, row by row: it has two hundred of them."""

    def __init__(self, table: CsvTable, options: Options, account: RowAccount) -> None:
        self._table = table
        self._options = options
        self._account = account
        self._requested = requested_codes(options.areas, account)
        self._figures = FigureTable()

    def read(self) -> Import:
        """Read every row."""
        heading = next(self._table.rows, None)
        groups = [] if heading is None else list(_groups(self._table, heading, self._account))
        if heading is not None:
            self._account.count_left_out(heading, "it is a second row of headings")
        if not groups and not self._account.has_errors:
            message = "no year has the columns appeals, decisions and rate"
            self._account.report("dfe.column", message, "Look whether it is the right table.")
        has_ended = not groups
        for row in self._table.rows:
            if has_ended:
                self._account.count_left_out(row, "it is a note below the table")
            else:
                for data_row in self._account.data_rows([row], self._table):
                    self._read_row(data_row, groups)
            has_ended = has_ended or _is_source_note("".join(row.cells[:1]))
        self._account.read_as = f"'{READER.title}' of '{self._options.release.title}'"
        return self._figures.make_import(self._options.release, SYMBOLS, self._account)

    def _read_row(self, row: Row, groups: Sequence[_Group]) -> None:
        area = self._area(row)
        if isinstance(area, str):
            self._account.count_left_out(row, area)
            return
        for group in groups:
            self._read_group(row, area, group)
        self._account.count_used()

    def _area(self, row: Row) -> ObservedArea | str:
        """Return the area of a row, or why the row is left out."""
        name, number = row.cells[0].strip(), row.cells[1].strip()
        if _is_source_note(name):
            return "it is a heading or a note"
        if number:
            area = area_of_number(number.removesuffix(".0"))
        elif _ENGLAND.fullmatch(name):
            area = ENGLAND
        else:
            return f"it has no DfE number: {name[:80]}"
        report = self._account.report
        if area is None:
            help_ = "Correct the number, or leave the row out."
            report("dfe.area", "the DfE number is of no known area", help_, row, "LA code")
            return "its area is not known"
        if self._requested and area.code not in self._requested:
            return "its area was not asked for"
        if not is_called(area, name):
            message = f"the DfE number is that of {area.name}, and the row has another name"
            help_ = "The row is left out; correct its number to have it read."
            report("dfe.area", message, help_, row, "LA code", severity="warning")
            return f"its number is that of another area: {name[:80]}"
        return area

    def _read_group(self, row: Row, area: ObservedArea, group: _Group) -> None:
        columns = (group.appeals, group.decisions, group.rate)
        if not any(row.cells[place].strip() for place in columns if place is not None):
            return  # an area that was not there in the year
        period = parse_period("calendar_year", group.year)
        if group.appeals is not None:
            count = self._cell(row, group.appeals, is_rate=False)
            if count is not None:
                self._figures.add(row, "dfe.tribunal-appeals", area, period, count)
        decisions = self._cell(row, group.decisions, is_rate=False)
        rate = self._cell(row, group.rate, is_rate=True)
        if rate is not None:
            of = decisions if isinstance(decisions, tuple) and decisions[0] else (nan, -1)
            self._figures.add(row, group.rate_of, area, period, rate, denominator=of[0])

    def _cell(self, row: Row, place: int, *, is_rate: bool) -> tuple[float, int] | str | None:
        """Return a number with its decimals, or a symbol; None for neither, which is reported."""
        text = row.cells[place].strip()
        column = _letters(place)
        if not text:
            message = "the cell is empty, so there is no figure"
            help_ = "Nothing has to be done."
            self._account.report("dfe.empty", message, help_, row, column, severity="note")
            return None
        if text in SYMBOLS:
            return text
        if is_rate and (match := _RATE.fullmatch(text)):
            return float(match[1]), len(match[1].partition(".")[2])
        if not is_rate and text == "-":
            return 0.0, 0
        if not is_rate and _COUNT.fullmatch(text):
            return float(text.replace(",", "")), 0
        kind = "percentage" if is_rate else "number"
        help_ = f"Symbols known here: {', '.join(SYMBOLS)}."
        message = f"the cell is no {kind} and no symbol"
        self._account.report("dfe.cell", message, help_, row, column)
        return None


def _is_source_note(text: str) -> bool:
    """Say whether the sources are named here, below which there are only notes."""
    return text.strip().casefold().startswith("sources")


def _plain(heading: str) -> str:
    """Return a heading without the marks of footnotes.

    Examples:
        >>> _plain("Total Appealable Decisions1,9")
        'total appealable decisions'
    """
    return _MARKS.sub("", " ".join(heading.split())).strip().casefold()


def _letters(place: int) -> str:
    """Return the name that a spreadsheet gives a column.

    Examples:
        >>> _letters(0), _letters(25), _letters(26)
        ('A', 'Z', 'AA')
    """
    place += 1
    name = ""
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


def _groups(table: CsvTable, heading: Row, account: RowAccount) -> Iterator[_Group]:
    """Yield the columns of each year; a group that is laid out otherwise is reported."""
    years = [
        (place, title[:4]) for place, title in enumerate(table.header) if _YEAR.fullmatch(title[:4])
    ]
    ends = [place for place, _ in years[1:]] + [len(table.header)]
    for (start, year), end in zip(years, ends, strict=True):
        names = [_plain(text) for text in heading.cells[start:end]]
        if tuple(names[:3]) != _ORDER:
            message = f"the columns of {year} are not appeals, decisions and rate"
            help_ = "Look whether columns were moved: get the file again."
            account.report("dfe.column", message, help_, heading, _letters(start))
            continue
        yield _Group(year, start, start + 1, start + 2, "dfe.tribunal-appeal-rate")
        more = [name.removeprefix("in development:").strip() for name in names[3:5]]
        if tuple(more) == _ORDER[1:] and names[3].startswith("in development"):
            rate_of = "dfe.tribunal-appeal-rate-in-development"
            yield _Group(year, None, start + 3, start + 4, rate_of)


def _read(source: ReaderSource, options: object) -> Import:
    chosen = chosen_options(options, Options, "dfe.tribunal")
    account = RowAccount(source.name)
    try:
        table = open_table(source, [("Local Authority", "LA code", "2014")])
        return _TableReader(table, chosen, account).read()
    except UnreadableFile as error:
        diagnostics = (*account.diagnostics, error.diagnostic)
        return Import(account=account.account, diagnostics=diagnostics)


READER = Reader("dfe.tribunal", "SEND tribunal appeal rate", __doc__ or "", _read, Options)
