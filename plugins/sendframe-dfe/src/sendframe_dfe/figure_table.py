"""The figures read from a file, by column, and the import they become."""

from array import array
from collections.abc import Mapping
from math import nan
from typing import Any

import attrs

from sendframe.plugins import (
    Coded,
    CodedBuilder,
    FrozenMap,
    Import,
    Integers,
    Numbers,
    Observations,
    ObservationSet,
    ObservedArea,
    Period,
    Release,
    SymbolMeaning,
    Text,
)

from .csv_table import Row
from .row_account import RowAccount

__all__ = ["FigureTable"]


def _itself(value: Any) -> Any:
    return value


@attrs.define(eq=False)
class FigureTable:
    """The columns of figures while a file is read, one row a figure.

    Attributes:
        indicator: Ids of indicators.
        area: Areas, of which each that has a figure is listed in the import.
        period: Periods.
        dimensions: Which part of the whole it is about.
        symbol: What stands in place of a figure; None for a figure.
        status: Status of the figures.
        value: The figures; NaN where a symbol stands.
        numerator: What was counted; NaN where it is not known.
        denominator: Of what; NaN where it is not known.
        decimals: Decimals with which figures were printed; -1 where they were not.
        source_row: Row of the file.
    """

    indicator: CodedBuilder[Any] = attrs.field(factory=lambda: CodedBuilder(_itself))
    area: CodedBuilder[Any] = attrs.field(factory=lambda: CodedBuilder(_itself))
    period: CodedBuilder[Any] = attrs.field(factory=lambda: CodedBuilder(_itself))
    dimensions: CodedBuilder[Any] = attrs.field(factory=lambda: CodedBuilder(_itself))
    symbol: CodedBuilder[Any] = attrs.field(factory=lambda: CodedBuilder(_itself))
    status: CodedBuilder[Any] = attrs.field(factory=lambda: CodedBuilder(_itself))
    value: "array[float]" = attrs.field(factory=lambda: array("d"))
    numerator: "array[float]" = attrs.field(factory=lambda: array("d"))
    denominator: "array[float]" = attrs.field(factory=lambda: array("d"))
    decimals: "array[int]" = attrs.field(factory=lambda: array("q"))
    source_row: "array[int]" = attrs.field(factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.value)

    def add(  # noqa: PLR0913  # a figure has this many parts
        self,
        row: Row,
        indicator: str,
        area: ObservedArea,
        period: Period,
        figure: tuple[float, int] | str,
        *,
        denominator: float = nan,
    ) -> None:
        """Add a final figure of the whole: a number with its decimals, or a symbol for it."""
        value, decimals = (nan, -1) if isinstance(figure, str) else figure
        self.indicator.extend((indicator,))
        self.area.extend((area,))
        self.period.extend((period,))
        self.dimensions.extend((FrozenMap(),))
        self.symbol.extend((figure if isinstance(figure, str) else None,))
        self.status.extend(("final",))
        self.value.append(value)
        self.numerator.append(nan)
        self.denominator.append(denominator)
        self.decimals.append(decimals)
        self.source_row.append(row.number)

    def make_import(
        self, release: Release, symbols: Mapping[str, SymbolMeaning], account: RowAccount
    ) -> Import:
        """Return the import of the figures; it holds none where something is wrong.

        Args:
            release: What the figures are from.
            symbols: What its symbols mean.
            account: What became of the rows, and what is wrong with them.
        """
        if not account.has_errors and not len(self):
            account.report("dfe.file", "no row of the file is used", "Look at the account of rows.")
        if account.has_errors:
            return Import(account=account.account, diagnostics=account.diagnostics)
        areas = self.area.column()
        first = {area.code: area for area in reversed(areas.values)}
        known = ObservationSet(
            id=release.id,
            title=Text(default=release.title),
            symbols=FrozenMap(dict(sorted(symbols.items()))),
            areas=tuple(first[code] for code in sorted(first)),
            releases=(release,),
        )
        rows = len(self)
        table = Observations.of_columns(
            indicator=self.indicator.column(),
            area=Coded.of_codes([area.code for area in areas.values], areas.buffer),
            period=self.period.column(),
            value=Numbers.of_buffer(self.value),
            symbol=self.symbol.column(),
            numerator=Numbers.of_buffer(self.numerator),
            denominator=Numbers.of_buffer(self.denominator),
            dimensions=self.dimensions.column(),
            status=self.status.column(),
            release=Coded.of_one(release.id, rows),
            source_file=Coded.of_one(account.file, rows),
            source_row=Integers.of_buffer(self.source_row),
            decimals=Integers.of_buffer(self.decimals),
            sets=(known,),
        )
        return Import(known, account=account.account, diagnostics=account.diagnostics, table=table)
