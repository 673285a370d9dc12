"""Tables of many areas in columns, whose rows are created on demand."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, final

import attrs

from sendframe.model import Period, is_full_text, period_text, short_repr
from sendframe.statistics import Band

if TYPE_CHECKING:
    from sendframe.frames import FrameLibrary

__all__ = [
    "AreaAverage",
    "AreaEvaluation",
    "AreaLimits",
    "AreaStanding",
    "AreaTable",
    "TableBuilder",
]

V = TypeVar("V")


@final
@attrs.frozen
class AreaStanding:
    """One figure of one area, with its interval, rank and band.

    Attributes:
        indicator: Id of the indicator.
        kind: Kind of the area; None where it is not known.
        area: Code of the area.
        period: The period.
        value: The figure, unrounded: computed from its counts where there are any.
        lower: Lower bound of the 95 per cent Wilson interval, in the indicator's unit; None where
            the counts are not those of a share.
        upper: Upper bound.
        rank: Rank among the areas of its kind in this period whose figures may be compared with
            its own, 1 for the best; equal figures share the best rank. None for neutral
            indicators, for counts, and for areas of no known kind.
        among: Number of these areas, itself among them; None for counts and where the kind is
            not known.
        band: Quarter of these areas, A for the best; None where there is no rank, below four
            areas, and where all have the same figure.
        release: Id of the release of the figure.
        fault: Code of the figure's fault; it then has no rank and no band, and is in no average.
        doubts: Codes of the checks that doubt the figure, sorted; it is ranked and averaged all the
            same.
    """

    __repr__ = short_repr

    indicator: str
    kind: str | None
    area: str
    period: Period
    value: float
    lower: float | None
    upper: float | None
    rank: int | None
    among: int | None
    band: Band | None
    release: str | None
    fault: str | None
    doubts: tuple[str, ...]


@final
@attrs.frozen
class AreaAverage:
    """The mean and the pooled figure of the areas that one area is compared with, in one period.

    Attributes:
        comparator: Id of the comparator set, or ``neighbours``.
        indicator: Id of the indicator.
        area: Code of the area that is compared; it is not part of its own benchmark.
        period: The period.
        mean: Mean of their figures; None where none has one.
        areas: Number of areas in the mean.
        missing: Codes of the areas without a figure, sorted.
        pooled: Figure from the sums of their counts, in the indicator's unit; None where none has
            counts.
        counted: Number of areas in the pooled figure.
        uncounted: Codes of the areas without counts, sorted.
    """

    __repr__ = short_repr

    comparator: str
    indicator: str
    area: str
    period: Period
    mean: float | None
    areas: int
    missing: tuple[str, ...]
    pooled: float | None
    counted: int
    uncounted: tuple[str, ...]


@final
@attrs.frozen
class AreaLimits:
    """The XmR limits of one series of one area, unscreened.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        first: The oldest period of the series, which begins after the last break in comparability.
        last: The newest period.
        points: Number of figures; periods without a figure are skipped.
        mean: Mean of the figures.
        mean_range: Mean moving range, from each figure to the next; None for one figure.
        lower: The mean less 2.66 times the mean range, not limited to 0; None for one figure.
        upper: The mean plus 2.66 times the mean range; None for one figure.
        trial: True below twelve points: a figure outside the limits then means nothing.
        doubts: Codes of the checks that doubt one of the figures, sorted.
    """

    __repr__ = short_repr

    indicator: str
    area: str
    first: Period
    last: Period
    points: int
    mean: float
    mean_range: float | None
    lower: float | None
    upper: float | None
    trial: bool
    doubts: tuple[str, ...]


@final
@attrs.frozen
class AreaTable(Generic[V]):
    """A table in columns.

    Attributes:
        view: The class of a row.
        columns: The columns, in the order of the fields of *view*; all of the same length.
    """

    def __repr__(self) -> str:
        rows = f"<AreaTable of {self.view.__name__}, {len(self):,} rows>"
        return short_repr(self) if is_full_text() else rows

    view: type[V]
    columns: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        return len(self.columns[0])

    def __getitem__(self, row: int) -> V:
        return self.view(*[column[row] for column in self.columns])

    def __iter__(self) -> Iterator[V]:
        return map(self.view, *self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in _fields(self.view))

    def column(self, name: str) -> tuple[Any, ...]:
        """Return a column by its name.

        Raises:
            ValueError: There is no such column.
        """
        return self.columns[self.names.index(name)]

    def to_frame(self, library: "FrameLibrary") -> Any:
        """Return the table as a data frame, with the columns of `to_csv`.

        Args:
            library: ``polars``, ``pandas`` or ``pyarrow``.

        Raises:
            LibraryMissing: narwhals or the library is not installed.
            UnknownName: It is another library.
        """
        from sendframe.frames import make_frame  # few programs need frames
        from sendframe.model import value_columns

        types = {field.name: field.type for field in _fields(self.view)}
        return make_frame(
            value_columns(types, dict(zip(types, self.columns, strict=True))), library
        )

    def to_csv(self) -> bytes:
        """Return the table as CSV text in UTF-8: equal tables give the same bytes.

        Numbers are not rounded. A period has two columns, its kind and its text; several codes
        are in one cell, separated by spaces. An empty cell is None, or no code.
        """
        header: list[str] = []
        cells: list[Iterable[str]] = []
        for field, column in zip(_fields(self.view), self.columns, strict=True):
            if field.type == Period:
                header += [f"{field.name}_kind", field.name]
                cells.append(_period_cells(column))
            else:
                header.append(field.name)
                cells.append(_cells(column, field.type))
        lines = map(",".join, zip(*cells, strict=True))
        return "\n".join((",".join(header), *lines, "")).encode()


class TableBuilder(Generic[V]):
    """Builds a table column by column, many rows at once.

    Args:
        view: The class of a row.
    """

    def __init__(self, view: type[V]) -> None:
        self._view = view
        self._columns: dict[str, list[Any]] = {field.name: [] for field in _fields(view)}

    def add(self, **columns: Sequence[Any]) -> None:
        """Add rows, with the same number of values for each field of the view."""
        for name, values in columns.items():
            self._columns[name] += values

    def extend(self, table: AreaTable[V]) -> None:
        """Add the rows of a table."""
        self.add(**dict(zip(table.names, table.columns, strict=True)))

    def build(self) -> AreaTable[V]:
        """Return the table."""
        return AreaTable(self._view, tuple(map(tuple, self._columns.values())))


@final
@attrs.frozen
class AreaEvaluation:
    """The compared figures of many areas. Disclosure control has not been applied to them.

    Attributes:
        standings: Interval, rank and band of each figure; by indicator, period, kind and area.
        averages: Averages of the areas that each area is compared with; by comparator, then as
            above.
        limits: XmR limits of each series; by indicator, kind and area.
    """

    __repr__ = short_repr

    standings: AreaTable[AreaStanding]
    averages: AreaTable[AreaAverage]
    limits: AreaTable[AreaLimits]

    def with_bands_of(self, area: str) -> "AreaEvaluation":
        """Return the same tables with the quarter bands of one area only.

        A band is a judgement, which only that area has asked for; ranks are facts, and stay.

        Args:
            area: Present code of the area.
        """
        table = self.standings
        codes, bands = table.column("area"), table.column("band")
        kept_bands = tuple(
            band if code == area else None for code, band in zip(codes, bands, strict=True)
        )
        position = table.names.index("band")
        columns = (*table.columns[:position], kept_bands, *table.columns[position + 1 :])
        return attrs.evolve(self, standings=attrs.evolve(table, columns=columns))

    def without_accepted_doubts(
        self, area: str, accepted: Container[tuple[str, str | None]]
    ) -> "AreaEvaluation":
        """Return the same tables without those doubts of one area that it has accepted.

        Args:
            area: Present code of the area.
            accepted: Code and indicator of what it accepts; None for all indicators.
        """
        return attrs.evolve(
            self,
            standings=_without_doubts(self.standings, area, accepted),
            limits=_without_doubts(self.limits, area, accepted),
        )

    def to_csv(self) -> dict[str, bytes]:
        """Return each table as CSV, by file name; see `AreaTable.to_csv`."""
        return {
            "averages.csv": self.averages.to_csv(),
            "limits.csv": self.limits.to_csv(),
            "standings.csv": self.standings.to_csv(),
        }


def _without_doubts(
    table: AreaTable[V], area: str, accepted: Container[tuple[str, str | None]]
) -> AreaTable[V]:
    """Return a table without the accepted doubts of one area."""
    names = ("indicator", "area", "doubts")
    doubts = tuple(
        tuple(
            code
            for code in codes
            if own != area or ((code, None) not in accepted and (code, indicator) not in accepted)
        )
        for indicator, own, codes in zip(*map(table.column, names), strict=True)
    )
    position = table.names.index("doubts")
    columns = (*table.columns[:position], doubts, *table.columns[position + 1 :])
    return attrs.evolve(table, columns=columns)


def _fields(view: type) -> "tuple[attrs.Attribute[Any], ...]":
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(view)
    return fields


def _period_cells(column: Sequence[Period]) -> Iterable[str]:
    """Return kind and text of each period; by identity, since hashing a period takes longer."""
    ids = list(map(id, column))
    texts = {
        key: f"{period.kind},{period_text(period)}"
        for key, period in dict(zip(ids, column, strict=True)).items()
    }
    return map(texts.__getitem__, ids)


def _cells(column: Sequence[object], hint: Any) -> Iterable[str]:
    """Return the cells of a column: None as an empty cell, numbers unrounded, codes with spaces.

    The cells of a column are created at once, as its type needs, which is faster than `csv`.
    """
    if hint is float:
        return map(repr, column)
    if hint == float | None:
        return ["" if value is None else repr(value) for value in column]
    # Few texts, whole numbers, lists of codes and so on are in many cells, so each is made once.
    cells = {value: _cell(value) for value in set(column)}
    return map(cells.__getitem__, column)


def _cell(value: object) -> str:
    """Return a text, a whole number, codes, true, false or None as one cell of CSV."""
    if isinstance(value, tuple):
        return _quoted(" ".join(value))
    text = "" if value is None else str(value)
    return text.lower() if isinstance(value, bool) else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text as one cell of CSV."""
    special = any(sign in text for sign in ',"\r\n')
    return '"' + text.replace('"', '""') + '"' if special else text
