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
from functools import cache, lru_cache

import attrs

from sendframe.plugins import (
    FrozenMap,
    Import,
    Indicator,
    IndicatorSet,
    Period,
    Reader,
    ReaderSource,
    Release,
    SymbolMeaning,
    chosen_options,
    parse_period,
)

from .area import area_of_number
from .gathered import Gathered, codes_of, shape_problem
from .packaged import packaged
from .sheet import Broken, Row, Sheet, opened_sheet
from .tally import Tally

__all__ = ["READER", "measures"]

COLUMNS = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")
RELEASE = Release(
    id="dfe.lait",
    title="Local Authority Interactive Tool",
    publisher="Department for Education",
    licence="Open Government Licence v3.0",
)
SYMBOLS = FrozenMap({"-": SymbolMeaning(kind="not_available", meaning="no figure in LAIT")})
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?")
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
    found = packaged("lait", IndicatorSet)
    return {
        column.value: each
        for each in found.indicators
        for column in each.columns
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
    said = _MARK.sub("", name)
    two = _TWO_YEARS.fullmatch(said)
    if two and period_type in {"academic_year", "financial_year"}:
        between = "/" if period_type == "academic_year" else "-"
        try:
            return parse_period(period_type, f"{two[1]}{between}{two[2]}"), status
        except ValueError:
            return None
    if not _ONE_YEAR.fullmatch(said):
        return None
    # A measure of academic years that names one year does not say which two it means.
    kind = "calendar_year" if period_type == "calendar_year" else "reporting_year"
    return parse_period(kind, said), status


@attrs.define(eq=False, slots=False)
class _Reading:
    sheet: Sheet
    options: Options
    tally: Tally

    def __attrs_post_init__(self) -> None:
        found = [self.sheet.places(each)[0] for each in COLUMNS]
        self.short, self.year, self.name, self.value, self.number = found
        self.asked = codes_of(self.options.areas, self.tally)
        self.known = measures()
        self.gathered = Gathered(self.tally)

    def read(self) -> Import:
        for row in self.sheet.rows:
            reason = self._row(row)
            if reason is None:
                self.tally.use()
            else:
                self.tally.leave_out(row, reason)
        return self.gathered.made(self.options.release, SYMBOLS)

    def _row(self, row: Row) -> str | None:
        reason = shape_problem(row, self.sheet, self.tally)
        if reason is not None:
            return reason
        measure = self.known.get(row.cells[self.short].strip())
        if measure is None:
            return "its measure is not among those of the plug-in"
        if self.options.indicators and measure.id not in self.options.indicators:
            return "its indicator was not asked for"
        area = area_of_number(row.cells[self.number].strip().removesuffix(".0"))
        if area is None:
            help_ = "LAIT numbers areas as the DfE does: look whether columns were swapped."
            self.tally.tell("dfe.area", "the number is of no known area", help_, row, "LA Number")
            return "its area is not known"
        if self.asked and area.code not in self.asked:
            return "its area was not asked for"
        year = year_of(row.cells[self.year].strip(), measure.period_type)
        if year is None:
            message = f"this is no year of a measure by {measure.period_type}"
            self.tally.tell("dfe.period", message, "Look for a slip in the name.", row, "Years")
            return "its period cannot be read"
        text = row.cells[self.value].strip()
        if text not in SYMBOLS and not _NUMBER.fullmatch(text):
            message = "the cell is no number and no symbol"
            self.tally.tell("dfe.cell", message, "The symbol of LAIT is -.", row, "Values")
            return "its value cannot be read"
        period, status = year
        figure = text if text in SYMBOLS else float(f"{float(text):.15g}")
        self.gathered.add(row, measure.id, area, period, figure, status=status)
        return None


def _read(source: ReaderSource, options: object) -> Import:
    chosen = chosen_options(options, Options, "dfe.lait")
    tally = Tally(source.name)
    try:
        return _Reading(opened_sheet(source, [COLUMNS]), chosen, tally).read()
    except Broken as error:
        told = (*tally.diagnostics, error.diagnostic)
        return Import(account=tally.account, diagnostics=told)


READER = Reader("dfe.lait", "Local Authority Interactive Tool", __doc__ or "", _read, Options)
