"""Files in the layout of explore education statistics, read by a mapping."""

import re
from collections.abc import Callable, Iterable, Sequence
from math import isclose
from typing import Any

import attrs

from sendframe.plugins import (
    FrozenMap,
    Import,
    MappedFile,
    MappedFilter,
    Observations,
    ObservationSet,
    ObservedArea,
    Period,
    ReaderSource,
    Release,
    ReleaseMapping,
    SymbolMeaning,
    Text,
)

from .area import AreaColumns, area_of_number
from .mapped import Figure, columns_of, recognised
from .period import january_of, period_of
from .sheet import Broken, Row, Sheet, opened_sheet
from .tally import Tally

__all__ = ["STANDARD", "Options", "read_mapped"]

STANDARD = ("time_period", "time_identifier", "geographic_level")
"""The columns that every such file has."""

MOST_FIGURES = 3_000_000
ALL = "all"
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?")
_SLUG = re.compile("[^a-z0-9]+")


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


def read_mapped(
    source: ReaderSource, mappings: Sequence[ReleaseMapping], options: Options
) -> Import:
    """Return the figures of a file.

    Args:
        source: The file.
        mappings: What files may be: the first that it is decides.
        options: What is wanted of it.
    """
    tally = Tally(source.name)
    try:
        needed = [
            (*STANDARD, *file.recognised_by) for mapping in mappings for file in mapping.files
        ]
        sheet = opened_sheet(source, needed)
        for mapping in mappings:
            file = recognised(sheet, mapping.files)
            if file is not None:
                return _Reading(sheet, mapping, file, options, tally).read()
    except Broken as error:
        told = (*tally.diagnostics, error.diagnostic)
        return Import(account=tally.account, diagnostics=told)
    raise AssertionError  # the header was found by the columns of one of them


@attrs.define(eq=False, slots=False)
class _Reading:
    """One reading of one file."""

    sheet: Sheet
    mapping: ReleaseMapping
    file: MappedFile
    options: Options
    tally: Tally

    def __attrs_post_init__(self) -> None:
        self.symbols = {**self.mapping.symbols, **self.options.symbols}
        self.release = self.options.release or self.mapping.release
        self.columns = columns_of(self.sheet, self.file, self._is_wanted, self.tally)
        self.areas: dict[str, ObservedArea] = {}
        self.newest = ""
        self.rows: list[tuple[Any, ...]] = []
        self.parts: dict[tuple[str, str, FrozenMap[str]], FrozenMap[str]] = {}
        self.asked = frozenset(self._asked())

    def _is_wanted(self, indicator: str) -> bool:
        return not self.options.indicators or indicator in self.options.indicators

    def _asked(self) -> Iterable[str]:
        for each in self.options.areas:
            known = area_of_number(each)
            yield each if known is None else known.code

    def read(self) -> Import:
        """Read every row."""
        sheet = self.sheet
        when, which = sheet.places(STANDARD[0])[0], sheet.places(STANDARD[1])[0]
        places = AreaColumns.of(sheet)
        filters = [_Filter.of(each, sheet) for each in self.file.filters]
        period_in = january_of if self.file.period == "january" else period_of
        for row in sheet.rows:
            reason = self._row(row, when, which, places, filters, period_in)
            if reason is None:
                self.tally.use()
            else:
                self.tally.leave_out(row, reason)
        self._hold_newest()
        return self._made()

    def _row(  # noqa: PLR0913  # told everything
        self,
        row: Row,
        when: int,
        which: int,
        places: AreaColumns,
        filters: "Sequence[_Filter | None]",
        period_in: Callable[[str, str], Period | None],
    ) -> str | None:
        """Read a row; return why it is left out, None where something of it was used."""
        cells = row.cells
        if row.is_blank:
            return "it is blank"
        if len(cells) != len(self.sheet.header):
            if not any(map(str.strip, cells[1:])):
                return "it is a note below the table"
            message = f"the row has {len(cells)} cells, the header {len(self.sheet.header)}"
            self.tally.tell("dfe.row", message, "The file may be cut off: get it again.", row)
            return "it has another number of cells than the header"
        if not any(map(str.strip, cells[1:])):
            return "it is a note below the table"
        parts: dict[str, str] = {}
        for each in filters:
            if each is None or (part := each.part(cells)) is None:
                continue
            if each.whole and not {ALL, part[0]} & set(self.options.breakdowns):
                return f"it is about a part of the whole: {part[0]}"
            parts[part[0]] = part[1]
        area = places.area(row)
        if isinstance(area, str):
            if not area:
                message = "the code of the area is none, or its name is missing"
                help_ = "Columns may have been swapped: get the file again."
                self.tally.tell("dfe.area", message, help_, row)
            return area or "its area cannot be read"
        if self.asked and area.code not in self.asked:
            return "its area was not asked for"
        period = period_in(cells[when], cells[which])
        if period is None:
            message = "time_period and time_identifier name no period together"
            self.tally.tell("dfe.period", message, "Look whether columns were swapped.", row)
            return "its period cannot be read"
        self.newest = max(self.newest, cells[when].strip())
        return self._figures(row, area, period, FrozenMap(parts))

    def _figures(
        self, row: Row, area: ObservedArea, period: Period, parts: FrozenMap[str]
    ) -> str | None:
        for name in self.columns.disagreeing(row):
            message = "the column stands twice, and its cells differ"
            self.tally.tell("dfe.cell", message, "Keep the right one.", row, name)
        found = False
        for figure in self.columns.figures:
            made = self._figure(row, figure)
            if made is None:
                continue
            value, symbol, top, bottom = made
            dimensions = parts if not figure.dimensions else self._joined(parts, figure)
            self.rows.append(
                (figure.indicator, area.code, period, value, symbol, top, bottom, dimensions,
                 row.number)
            )  # fmt: skip
            found = True
        if len(self.rows) > MOST_FIGURES:
            message = f"the file holds more than {MOST_FIGURES:,} figures"
            help_ = "Ask for fewer areas, indicators or breakdowns with options."
            self.tally.tell("dfe.size", message, help_, row)
            raise Broken(self.tally.diagnostics[-1])
        if not found:
            return "none of its columns holds a figure that is read"
        self.areas.setdefault(area.code, area)
        return None

    def _joined(self, parts: FrozenMap[str], figure: Figure) -> FrozenMap[str]:
        key = (str(dict(parts)), figure.indicator, figure.dimensions)
        return self.parts.setdefault(key, FrozenMap({**parts, **figure.dimensions}))

    def _figure(
        self, row: Row, figure: Figure
    ) -> tuple[float | None, str | None, float | None, float | None] | None:
        """Return value, symbol, numerator and denominator; None where a cell cannot be read."""
        value = self._number(row, figure.value)
        top = self._number(row, figure.numerator)
        bottom = self._number(row, figure.denominator)
        if "" in (value, top, bottom):
            return None
        counts = [each if isinstance(each, float) else None for each in (top, bottom)]
        symbol = next((each for each in (value, bottom, top) if isinstance(each, str)), None)
        if isinstance(value, str) or (value is None and symbol is not None):
            return None, symbol, *counts
        if counts[0] is None or not counts[1] or figure.factor is None:
            if counts[1] == 0 and figure.value is None:
                return None
            return (value, None, *counts) if isinstance(value, float) else None
        rate = counts[0] / counts[1] * figure.factor
        if isinstance(value, float):
            self._hold(row, figure, value, rate)
        return rate, None, *counts

    def _number(self, row: Row, places: tuple[int, ...] | None) -> float | str | None:
        """Return a number or a symbol; empty text for what is neither, which is told."""
        if places is None:
            return None
        total = 0.0
        for place in places:
            text = row.cells[place].strip()
            if _NUMBER.fullmatch(text):
                total += float(text)
            elif text in self.symbols:
                return text
            else:
                said = "the cell is empty" if not text else "the cell is no number and no symbol"
                help_ = f"Symbols known here: {', '.join(sorted(self.symbols)) or 'none'}."
                self.tally.tell("dfe.cell", said, help_, row, self.sheet.header[place])
                return ""
        return total

    def _hold(self, row: Row, figure: Figure, published: float, rate: float) -> None:
        """Hold a figure worked out from its counts against the one published."""
        assert figure.value is not None  # noqa: S101  # a number was read from it
        text = row.cells[figure.value[0]].strip()
        decimals = len(text.partition(".")[2].rstrip("0")) if "." in text else 0
        tolerance = 0.5 * 10 ** -max(decimals, 1)
        if not isclose(published, rate, abs_tol=tolerance + 1e-9):
            message = f"the counts give {rate:.2f}, and {published:g} is published"
            help_ = "Look whether columns were swapped; the figure worked out is used."
            name = self.columns.named(figure.value)
            self.tally.tell("dfe.rate", message, help_, row, name, severity="warning")

    def _hold_newest(self) -> None:
        wanted = self.mapping.newest.get(self.file.id)
        if self.options.release or wanted is None or not self.newest or self.newest == wanted:
            return
        message = (
            f"the newest period here is {self.newest}, and that of "
            f"'{self.mapping.release.title}' is {wanted}"
        )
        help_ = "Say which release it is with --option release=@FILE."
        self.tally.tell("dfe.release", message, help_)

    def _made(self) -> Import:
        tally = self.tally
        if tally.failed:
            return Import(account=tally.account, diagnostics=tally.diagnostics)
        if not tally.used:
            tally.tell("dfe.file", "no row of the file is used", "Look at the account of rows.")
            return Import(account=tally.account, diagnostics=tally.diagnostics)
        known = ObservationSet(
            id=self.release.id,
            title=Text(default=self.release.title),
            symbols=FrozenMap(dict(sorted(self.symbols.items()))),
            areas=tuple(self.areas[code] for code in sorted(self.areas)),
            releases=(self.release,),
        )
        names = ("indicator", "area", "period", "value", "symbol", "numerator", "denominator",
                 "dimensions", "source_row")  # fmt: skip
        columns = dict(zip(names, zip(*self.rows, strict=True), strict=True))
        count = len(self.rows)
        table = Observations.of_columns(
            **columns,
            status=(self.options.status or self.mapping.status,) * count,
            release=(self.release.id,) * count,
            source_file=(self.sheet.name,) * count,
            sets=(known,),
        )
        return Import(known, account=tally.account, diagnostics=tally.diagnostics, table=table)


@attrs.frozen(eq=False)
class _Filter:
    column: int
    topic: int | None
    dimension: str
    whole: frozenset[str]
    seen: dict[tuple[str, str], tuple[str, str]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, mapped: MappedFilter, sheet: Sheet) -> "_Filter | None":
        places = [place for name in mapped.column for place in sheet.places(name)]
        if not places:
            return None
        topic = None if mapped.topic is None else (sheet.places(mapped.topic) or [None])[0]
        whole = frozenset(map(str.casefold, mapped.whole))
        return cls(places[0], topic, mapped.dimension or "part", whole)

    def part(self, cells: Sequence[str]) -> tuple[str, str] | None:
        """Return dimension and name of the part that a row is about; None for the whole."""
        label = cells[self.column].strip()
        if label.casefold() in self.whole:
            return None
        topic = "" if self.topic is None else cells[self.topic].strip()
        key = (topic, label)
        if key not in self.seen:
            name = _SLUG.sub("-", topic.casefold()).strip("-") or self.dimension
            self.seen[key] = (name, label)
        return self.seen[key]
