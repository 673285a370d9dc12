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

from .area import area_of_number, is_called
from .gathered import Gathered, codes_of, shape_problem
from .sheet import Broken, Row, Sheet, opened_sheet
from .tally import Tally

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
_COUNT = re.compile(r"[0-9]{1,3}(,[0-9]{3})*|[0-9]+")
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


@attrs.define(eq=False, slots=False)
class _Table:
    sheet: Sheet
    options: Options
    tally: Tally

    def __attrs_post_init__(self) -> None:
        self.asked = codes_of(self.options.areas, self.tally)
        self.gathered = Gathered(self.tally)

    def read(self) -> Import:
        heading = next(self.sheet.rows, None)
        groups = [] if heading is None else list(_groups(self.sheet, heading, self.tally))
        if heading is not None:
            self.tally.leave_out(heading, "it is a second row of headings")
        if not groups and not self.tally.failed:
            message = "no year has the columns appeals, decisions and rate"
            self.tally.tell("dfe.column", message, "Look whether it is the right table.")
        ended = not groups
        for row in self.sheet.rows:
            reason = "it is a note below the table" if ended else self._row(row, groups)
            if reason is None:
                self.tally.use()
            else:
                self.tally.leave_out(row, reason)
            ended = ended or row.cells[0].strip().casefold().startswith("sources")
        return self.gathered.made(self.options.release, SYMBOLS)

    def _row(self, row: Row, groups: Sequence[_Group]) -> str | None:
        reason = shape_problem(row, self.sheet, self.tally)
        if reason is not None:
            return reason
        name, number = row.cells[0].strip(), row.cells[1].strip()
        if name.casefold().startswith("sources"):
            return "it is a heading or a note"
        if not number and _ENGLAND.fullmatch(name):
            area: ObservedArea | None = ENGLAND
        elif not number:
            return "it has no DfE number"
        else:
            area = area_of_number(number.removesuffix(".0"))
        if area is None:
            help_ = "Correct the number, or leave the row out."
            self.tally.tell("dfe.area", "the DfE number is of no known area", help_, row, "LA code")
            return "its area is not known"
        if self.asked and area.code not in self.asked:
            return "its area was not asked for"
        if not is_called(area, name):
            message = f"the DfE number is that of {area.name}, and the row has another name"
            help_ = "The row is left out; correct its number to have it read."
            self.tally.tell("dfe.area", message, help_, row, "LA code", severity="warning")
            return "its number is that of another area"
        for group in groups:
            self._group(row, area, group)
        return None

    def _group(self, row: Row, area: ObservedArea, group: _Group) -> None:
        places = [each for each in (group.appeals, group.decisions, group.rate) if each is not None]
        if not any(row.cells[each].strip() for each in places):
            return  # an area that was not there in the year
        period = parse_period("calendar_year", group.year)
        if group.appeals is not None:
            count = self._cell(row, group.appeals, is_rate=False)
            if count is not None:
                self.gathered.add(row, "dfe.tribunal-appeals", area, period, count)
        decisions = self._cell(row, group.decisions, is_rate=False)
        rate = self._cell(row, group.rate, is_rate=True)
        if rate is not None:
            of = decisions if isinstance(decisions, float) and decisions else None
            self.gathered.add(row, group.rate_of, area, period, rate, denominator=of)

    def _cell(self, row: Row, place: int, *, is_rate: bool) -> float | str | None:
        """Return a number or a symbol; None for what is neither, which is told."""
        text = row.cells[place].strip()
        if not text:
            message = "the cell is empty, so there is no figure"
            help_ = "Nothing has to be done."
            self.tally.tell("dfe.empty", message, help_, row, _letters(place), severity="note")
            return None
        if text in SYMBOLS:
            return text
        if is_rate and (match := _RATE.fullmatch(text)):
            return float(match[1])
        if not is_rate and text == "-":
            return 0.0
        if not is_rate and _COUNT.fullmatch(text):
            return float(text.replace(",", ""))
        kind = "percentage" if is_rate else "number"
        help_ = f"Symbols known here: {', '.join(SYMBOLS)}."
        message = f"the cell is no {kind} and no symbol"
        self.tally.tell("dfe.cell", message, help_, row, _letters(place))
        return None


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


def _groups(sheet: Sheet, heading: Row, tally: Tally) -> Iterator[_Group]:
    """Yield the columns of each year; a group that is laid out otherwise is told."""
    years = [
        (place, each[:4]) for place, each in enumerate(sheet.header) if _YEAR.fullmatch(each[:4])
    ]
    ends = [place for place, _ in years[1:]] + [len(sheet.header)]
    for (start, year), end in zip(years, ends, strict=True):
        names = [_plain(each) for each in heading.cells[start:end]]
        if tuple(names[:3]) != _ORDER:
            message = f"the columns of {year} are not appeals, decisions and rate"
            help_ = "Look whether columns were moved: get the file again."
            tally.tell("dfe.column", message, help_, heading, _letters(start))
            continue
        yield _Group(year, start, start + 1, start + 2, "dfe.tribunal-appeal-rate")
        more = [each.removeprefix("in development:").strip() for each in names[3:5]]
        if tuple(more) == _ORDER[1:] and names[3].startswith("in development"):
            rate_of = "dfe.tribunal-appeal-rate-in-development"
            yield _Group(year, None, start + 3, start + 4, rate_of)


def _read(source: ReaderSource, options: object) -> Import:
    chosen = chosen_options(options, Options, "dfe.tribunal")
    tally = Tally(source.name)
    try:
        sheet = opened_sheet(source, [("Local Authority", "LA code", "2014")])
        return _Table(sheet, chosen, tally).read()
    except Broken as error:
        told = (*tally.diagnostics, error.diagnostic)
        return Import(account=tally.account, diagnostics=told)


READER = Reader("dfe.tribunal", "SEND tribunal appeal rate", __doc__ or "", _read, Options)
