"""Where a file holds what a mapping names: which columns make which figure."""

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property
from itertools import chain

import attrs

from sendframe.plugins import FrozenMap, MappedFigure, MappedFile, Quantity, ReleaseMapping

from .csv_table import CsvTable
from .row_account import RowAccount

__all__ = ["FigureColumns", "MappedColumns", "find_columns", "recognised_files"]

CODE = "dfe.column"


def recognised_files(
    table: CsvTable, mappings: Sequence[ReleaseMapping]
) -> list[tuple[ReleaseMapping, MappedFile]]:
    """Return the files of releases that a table may be, by its columns: one or two a release.

    Of the files of one release those are taken that are recognised by the most columns.
    """
    header = {name.casefold() for name in table.header}
    fitting: list[tuple[ReleaseMapping, MappedFile]] = []
    for mapping in mappings:
        files = [
            file for file in mapping.files if set(map(str.casefold, file.recognised_by)) <= header
        ]
        most = max((len(file.recognised_by) for file in files), default=0)
        fitting += [(mapping, file) for file in files if len(file.recognised_by) == most]
    return fitting


@attrs.frozen(eq=False)
class FigureColumns:
    """One figure of each row: where its numbers stand.

    Attributes:
        indicator: The indicator.
        value: Columns of the published figure, which are added; None where it is worked out.
        numerator: Columns of what was counted.
        denominator: Columns of what it is counted of.
        factor: What numerator divided by denominator is multiplied by.
        uses_counts: Whether the rate of the counts stands where the published figure differs.
        dimensions: What part of the whole it is about.
    """

    indicator: str
    value: tuple[int, ...] | None
    numerator: tuple[int, ...] | None
    denominator: tuple[int, ...] | None
    factor: float | None
    uses_counts: bool
    dimensions: FrozenMap[str]

    @property
    def factor_of_counts(self) -> float | None:
        """The factor where both counts are there, so that they give the figure."""
        return None if None in (self.numerator, self.denominator) else self.factor

    @property
    def is_of_counts(self) -> bool:
        """Whether the figure is what its counts give, or there is none."""
        return self.value is None or self.uses_counts

    @property
    def places(self) -> Iterator[int]:
        """Every column that is read."""
        for columns in (self.value, self.numerator, self.denominator):
            yield from columns or ()


@attrs.frozen(eq=False, slots=False)
class MappedColumns:
    """Where the figures of a file stand.

    Attributes:
        figures: The figures of each row.
        repeated: Columns that are read and stand twice: their cells must agree.
    """

    figures: tuple[FigureColumns, ...]
    repeated: tuple[tuple[int, ...], ...]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Every column that is read."""
        figures = (figure.places for figure in self.figures)
        return tuple(sorted({*chain.from_iterable(figures), *chain.from_iterable(self.repeated)}))


def find_columns(
    table: CsvTable, file: MappedFile, wanted: Callable[[str], bool], account: RowAccount
) -> MappedColumns:
    """Find the columns of a file; what is not there is reported, and nothing is made up for it.

    Args:
        table: The table.
        file: What its columns hold.
        wanted: Says whether an indicator is asked for.
        account: Where what is missing is reported.
    """
    finder = _Finder(table, account)
    mapped = [finder.figure(figure) for figure in file.figures if wanted(figure.indicator)]
    figures = tuple(figure for figure in mapped if figure is not None)
    used = {place for figure in figures for place in figure.places}
    for name in sorted({name.casefold() for name in table.header if name}):
        if len(table.places(name)) > 1 and not used & set(table.places(name)):
            message = f"the header names '{name[:80]}' twice; nothing is read from it"
            account.report(CODE, message, "Nothing has to be done.", severity="note")
    groups = (tuple(table.places(table.header[place])) for place in sorted(used))
    repeated = dict.fromkeys(places for places in groups if len(places) > 1)
    return MappedColumns(figures, tuple(repeated))


@attrs.frozen(eq=False)
class _Finder:
    table: CsvTable
    account: RowAccount

    def figure(self, mapped: MappedFigure) -> FigureColumns | None:
        """Return where a figure stands; None where the file does not hold it."""
        value, top, bottom = (
            self._quantity(quantity)
            for quantity in (mapped.value, mapped.numerator, mapped.denominator)
        )
        counted = top is not None and bottom is not None and mapped.factor is not None
        uses_counts = mapped.rate_from == "counts"
        quantities = (mapped.value, mapped.numerator, mapped.denominator)
        missing = [
            quantity
            for quantity, places in zip(quantities, (value, top, bottom), strict=True)
            if quantity is not None and places is None
        ]
        if not counted and (uses_counts or value is None):
            if not mapped.optional:
                self._report_missing(mapped, missing[-1 if uses_counts else 0])
            return None
        for quantity in missing:
            if not mapped.optional:
                self._report_unread(mapped, quantity)
        return FigureColumns(
            indicator=mapped.indicator,
            value=value,
            numerator=top,
            denominator=bottom,
            factor=mapped.factor,
            uses_counts=uses_counts,
            dimensions=mapped.dimensions,
        )

    def _quantity(self, quantity: Quantity | None) -> tuple[int, ...] | None:
        if quantity is None:
            return None
        for name in quantity.column:
            places = self.table.places(name)
            if places:
                return (places[0],)
        parts = [self.table.places(name) for name in quantity.sum_of]
        return tuple(places[0] for places in parts) if parts and all(parts) else None

    def _report_unread(self, mapped: MappedFigure, quantity: Quantity) -> None:
        """Report a column that is not there though the figure can be read without it."""
        name = (*quantity.column, *quantity.sum_of)[0]
        near = get_close_matches(name, self.table.header, 1, 0.85)
        self.account.report(
            CODE,
            f"the file has no column '{name}': {mapped.indicator} is read without it",
            "Name the column in the mapping as the file does.",
            severity="warning",
            suggestion=near[0] if near else None,
        )

    def _report_missing(self, mapped: MappedFigure, quantity: Quantity) -> None:
        """Report a column without which a figure cannot be read."""
        names = (*quantity.column, *quantity.sum_of)
        lacking = next(name for name in names if not self.table.places(name))
        near = get_close_matches(lacking, self.table.header, 1, 0.85)
        self.account.report(
            CODE,
            f"the file has no column '{lacking}', so {mapped.indicator} is not read",
            "Nothing, if this release does not hold it; else name its column in a mapping.",
            severity="note",
            suggestion=near[0] if near else None,
        )
