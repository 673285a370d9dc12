"""One reading of one file by a mapping: each row becomes figures, or is left out for a reason."""

import re
from math import isclose
from typing import TypeAlias

import attrs

from sendframe.plugins import (
    FrozenMap,
    Import,
    MappedFile,
    ObservedArea,
    Period,
    Release,
    ReleaseMapping,
    SymbolMeaning,
)

from .area import AreaColumns
from .gathered import Gathered, codes_of, shape_problem
from .mapped import Columns, Figure, columns_of
from .parts import PartColumn
from .period import january_of, period_of
from .sheet import Row, Sheet, broken
from .tally import Tally

__all__ = ["ALL", "STANDARD", "Options", "Reading"]

STANDARD = ("time_period", "time_identifier", "geographic_level")
"""The columns that every such file has."""

ALL = "all"
"""Asks for every breakdown."""

MOST_FIGURES = 3_000_000
FEWEST_HELD = 10
"""With fewer figures than this that were worked out, none says that columns were swapped."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?")


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


_Made: TypeAlias = tuple[float | str, float | None, float | None]
"""The figure or the symbol for it, numerator and denominator."""


@attrs.frozen
class _Place:
    """What a row is about."""

    area: ObservedArea
    period: Period
    parts: FrozenMap[str]


@attrs.define(eq=False, slots=False)
class Reading:
    """One reading of one file.

    Attributes:
        sheet: The table.
        mapping: The release.
        file: What the columns of the file hold.
        options: What is wanted of it.
        tally: Where rows are counted and problems told.
    """

    sheet: Sheet
    mapping: ReleaseMapping
    file: MappedFile
    options: Options
    tally: Tally

    def __attrs_post_init__(self) -> None:
        sheet = self.sheet
        self.symbols: dict[str, SymbolMeaning] = {**self.mapping.symbols, **self.options.symbols}
        self.status = self.options.status or self.mapping.status
        self.release: Release = self.options.release or self.mapping.release
        self.columns: Columns = columns_of(sheet, self.file, self._is_wanted, self.tally)
        self.when, self.which = (sheet.places(each)[0] for each in STANDARD[:2])
        self.places = AreaColumns.of(sheet)
        found = (PartColumn.of(each, sheet) for each in self.file.filters)
        self.filters = []
        for mapped, each in zip(self.file.filters, found, strict=True):
            if each is not None:
                self.filters.append(each)
                continue
            message = f"the file has no column '{mapped.column[0]}', so no row is about a part"
            help_ = "Name the column in the mapping as the file does."
            self.tally.tell("dfe.column", message, help_, severity="warning")
        self.period_in = january_of if self.file.period == "january" else period_of
        self.wanted_parts = frozenset(self.options.breakdowns)
        self.asked = codes_of(self.options.areas, self.tally)
        self.newest = ""
        self.gathered = Gathered(self.tally)
        self.seen: dict[tuple[tuple[str, str], ...], FrozenMap[str]] = {}
        self.joined: dict[tuple[int, int], FrozenMap[str]] = {}
        self.held: dict[str, list[int]] = {}
        self.unpublished: dict[str, int] = {}
        self.topics: set[str] = set()

    def _is_wanted(self, indicator: str) -> bool:
        return not self.options.indicators or indicator in self.options.indicators

    def read(self) -> Import:
        """Read every row."""
        for row in self.sheet.rows:
            reason = self._row(row)
            if reason is None:
                self.tally.use()
            else:
                self.tally.leave_out(row, reason)
        self._look_for_swapped()
        self._tell_unpublished()
        self._tell_missed()
        self._hold_newest()
        return self.gathered.made(self.release, self.symbols)

    def _row(self, row: Row) -> str | None:
        """Read a row; return why it is left out, None where something of it was used."""
        reason = shape_problem(row, self.sheet, self.tally)
        if reason is not None:
            return reason
        place = self._place(row)
        if isinstance(place, str):
            return place
        self.newest = max(self.newest, row.cells[self.when].strip())
        return self._figures(row, place)

    def _place(self, row: Row) -> _Place | str:
        """Return what a row is about, or why it is left out."""
        parts: dict[str, str] = {}
        for each in self.filters:
            part = each.part(row.cells)
            if part is None:
                continue
            self.topics.add(part[0])
            if each.whole and not {ALL, part[0]} & self.wanted_parts:
                return f"it is about a part of the whole: {part[0]}"
            parts[part[0]] = part[1]
        area = self.places.area(row)
        if isinstance(area, str):
            return area
        if area is None:
            message = "the code of the area is none, or its name is missing"
            help_ = "Columns may have been swapped: get the file again."
            self.tally.tell("dfe.area", message, help_, row)
            return "its area cannot be read"
        if self.asked and area.code not in self.asked:
            return "its area was not asked for"
        period = self.period_in(row.cells[self.when], row.cells[self.which])
        if period is None:
            message = "time_period and time_identifier name no period together"
            self.tally.tell("dfe.period", message, "Look whether columns were swapped.", row)
            return "its period cannot be read"
        return _Place(area, period, self._whole_or_part(parts))

    def _figures(self, row: Row, place: _Place) -> str | None:
        for name in self.columns.disagreeing(row):
            message = "the column stands twice, and its cells differ"
            self.tally.tell("dfe.cell", message, "Keep the right one.", row, name)
        before = len(self.gathered.rows)
        for figure in self.columns.figures:
            made = self._figure(row, figure)
            if made is None:
                continue
            found, above, below = made
            self.gathered.add(
                row,
                figure.indicator,
                place.area,
                place.period,
                found,
                numerator=above,
                denominator=below,
                dimensions=self._joined(place.parts, figure.dimensions),
                status=self.status,
            )
        if len(self.gathered.rows) > MOST_FIGURES:
            message = f"the file holds more than {MOST_FIGURES:,} figures"
            help_ = "Ask for fewer areas, indicators or breakdowns with options."
            raise broken(self.sheet.name, message, help_, row.line)
        if len(self.gathered.rows) == before:
            return "none of its columns holds a figure that is read"
        return None

    def _whole_or_part(self, parts: dict[str, str]) -> FrozenMap[str]:
        """Return parts as one and the same value, however many rows are about them."""
        key = tuple(parts.items())
        if key not in self.seen:
            self.seen[key] = FrozenMap(parts)
        return self.seen[key]

    def _joined(self, parts: FrozenMap[str], more: FrozenMap[str]) -> FrozenMap[str]:
        """Return both together: one and the same value for the same two."""
        if not more:
            return parts
        key = (
            id(parts),
            id(more),
        )  # both live as long as this reading, and hashing them takes long
        if key not in self.joined:
            self.joined[key] = FrozenMap({**parts, **more})
        return self.joined[key]

    def _figure(self, row: Row, figure: Figure) -> _Made | None:
        """Return figure or symbol, and its counts; None where a cell cannot be read."""
        value = self._number(row, figure.value)
        top = self._number(row, figure.numerator)
        bottom = self._number(row, figure.denominator)
        if "" in (value, top, bottom):
            return None
        above = top if isinstance(top, float) else None
        below = bottom if isinstance(bottom, float) else None
        symbol = next((each for each in (value, bottom, top) if isinstance(each, str)), None)
        if above is not None and below and figure.factor is not None and self._is_absent(value):
            # Both counts are published. What is suppressed is never worked out.
            name = self.columns.named(figure.value or ())
            self.unpublished[name] = self.unpublished.get(name, 0) + 1
            return above / below * figure.factor, above, below
        if symbol is not None and not isinstance(value, float):
            return symbol, above, below
        if above is None or not below or figure.factor is None:
            # Without a denominator there is no rate, whatever is published.
            return (value, above, below) if isinstance(value, float) and below != 0 else None
        rate = above / below * figure.factor
        if figure.value is not None and isinstance(value, float):
            return (
                (rate, above, below)
                if self._agree(row, figure.value, value, rate)
                else (value, None, None)
            )
        return rate, above, below

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

    def _is_absent(self, value: float | str | None) -> bool:
        """Say whether a symbol says that a figure is not available, and nothing else."""
        return isinstance(value, str) and self.symbols[value].kind == "not_available"

    def _agree(self, row: Row, places: tuple[int, ...], published: float, rate: float) -> bool:
        """Say whether a figure worked out from its counts is the one published, but for rounding."""
        name = self.columns.named(places)
        held = self.held.setdefault(name, [0, 0])
        held[0] += 1
        text = row.cells[places[0]].strip()
        decimals = len(text.partition(".")[2].rstrip("0")) if "." in text else 0
        if isclose(published, rate, abs_tol=0.5 * 10 ** -max(decimals, 1) + 1e-9):
            return True
        held[1] += 1
        message = f"the counts give {rate:.2f}, and {published:g} is published"
        help_ = "The published figure is taken, without its counts; look whether it is a slip."
        self.tally.tell("dfe.rate", message, help_, row, name, severity="warning")
        return False

    def _tell_unpublished(self) -> None:
        for name, count in sorted(self.unpublished.items()):
            message = f"{count:,} percentages are not published, and both of their counts are"
            help_ = "They are worked out from the counts."
            self.tally.tell("dfe.counts", message, help_, None, name, severity="note")

    def _tell_missed(self) -> None:
        """Tell what options ask for and no row holds."""
        held = {each.indicator for each in self.columns.figures}
        for each in sorted(set(self.options.indicators) - held):
            message = f"the file holds no figures of '{each[:80]}', which 'indicators' asks for"
            self.tally.tell("dfe.option", message, "Look for a slip in the id.", severity="warning")
        for each in sorted(self.wanted_parts - self.topics - {ALL}):
            known = ", ".join(sorted(self.topics)) or "none"
            message = f"no row is about parts by '{each[:80]}', which 'breakdowns' asks for"
            help_ = f"There are: {known}."
            self.tally.tell("dfe.option", message, help_, severity="warning")

    def _look_for_swapped(self) -> None:
        for name, (held, apart) in sorted(self.held.items()):
            if held >= FEWEST_HELD and apart * 2 > held:
                message = f"in {apart:,} of {held:,} rows the counts do not give what is published"
                help_ = "Columns were swapped, or the mapping names others than it means."
                self.tally.tell("dfe.swapped", message, help_, None, name)

    def _hold_newest(self) -> None:
        wanted = self.file.newest
        if self.options.release or wanted is None or not self.newest or self.newest == wanted:
            return
        message = (
            f"the newest period here is {self.newest}, and that of "
            f"'{self.mapping.release.title}' is {wanted}"
        )
        help_ = (
            "If rows are missing, get the file again; if it is of another release, say which "
            "with --option release=@FILE."
        )
        self.tally.tell("dfe.release", message, help_)
