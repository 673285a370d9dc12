"""The figures gathered from a file, and the import they become."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from sendframe.plugins import (
    FrozenMap,
    Import,
    Observations,
    ObservationSet,
    ObservedArea,
    Period,
    Release,
    SymbolMeaning,
    Text,
)

from .area import area_of_number, is_code
from .sheet import Row, Sheet
from .tally import Tally

__all__ = ["Gathered", "codes_of", "shape_problem"]

_WHOLE: FrozenMap[str] = FrozenMap()


def codes_of(areas: Iterable[str], tally: Tally) -> frozenset[str]:
    """Return the codes of areas that were asked for by GSS code or DfE number.

    A number of no known area is told; a code that the register does not hold may be in the file.
    """
    found = set()
    for each in areas:
        area = area_of_number(each)
        if area is None and not is_code(each):
            help_ = "Name it by its GSS code or its DfE number; `sendframe areas list` has them."
            tally.tell("dfe.area", "the option 'areas' names no known area", help_)
        found.add(each if area is None else area.code)
    return frozenset(found)


def shape_problem(row: Row, sheet: Sheet, tally: Tally) -> str | None:
    """Return why the cells of a row are no data; None where they are."""
    if row.is_blank:
        return "it is blank"
    if not any(map(str.strip, row.cells[1:])):
        return "it is a heading or a note"
    if len(row.cells) == len(sheet.header):
        return None
    message = f"the row has {len(row.cells)} cells, the header {len(sheet.header)}"
    tally.tell("dfe.row", message, "The file may be cut off: get it again.", row)
    return "it has another number of cells than the header"


@attrs.define(eq=False)
class Gathered:
    """Gathers figures.

    Attributes:
        tally: Where rows are counted and problems told.
        areas: The areas that have a figure, by code.
        rows: The figures.
    """

    tally: Tally
    areas: dict[str, ObservedArea] = attrs.field(factory=dict)
    rows: list[tuple[Any, ...]] = attrs.field(factory=list)

    def add(  # noqa: PLR0913  # a figure has this many parts
        self,
        row: Row,
        indicator: str,
        area: ObservedArea,
        period: Period,
        figure: float | str,
        *,
        numerator: float | None = None,
        denominator: float | None = None,
        dimensions: FrozenMap[str] = _WHOLE,
        status: str = "final",
    ) -> None:
        """Add a figure, which is a number, or the symbol that stands for one."""
        is_symbol = isinstance(figure, str)
        self.areas.setdefault(area.code, area)
        self.rows.append(
            (
                indicator,
                area.code,
                period,
                None if is_symbol else figure,
                figure if is_symbol else None,
                numerator,
                denominator,
                dimensions,
                status,
                row.number,
            )
        )

    def made(self, release: Release, symbols: Mapping[str, SymbolMeaning]) -> Import:
        """Return what was gathered; no figure where something is wrong."""
        tally = self.tally
        if not tally.failed and not self.rows:
            tally.tell("dfe.file", "no row of the file is used", "Look at the account of rows.")
        if tally.failed:
            return Import(account=tally.account, diagnostics=tally.diagnostics)
        known = ObservationSet(
            id=release.id,
            title=Text(default=release.title),
            symbols=FrozenMap(dict(sorted(symbols.items()))),
            areas=tuple(self.areas[code] for code in sorted(self.areas)),
            releases=(release,),
        )
        names = (
            "indicator",
            "area",
            "period",
            "value",
            "symbol",
            "numerator",
            "denominator",
            "dimensions",
            "status",
            "source_row",
        )
        columns: dict[str, Any] = dict(zip(names, zip(*self.rows, strict=True), strict=True))
        count = len(self.rows)
        table = Observations.of_columns(
            **columns,
            release=(release.id,) * count,
            source_file=(tally.file,) * count,
            sets=(known,),
        )
        return Import(known, account=tally.account, diagnostics=tally.diagnostics, table=table)
