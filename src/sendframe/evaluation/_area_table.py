"""What is known about many areas, by column: one row is made when it is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, final

import attrs

from sendframe.model import Period, period_text
from sendframe.statistics import Band

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
    """One figure of one area, and where it stands among those of other areas.

    Attributes:
        indicator: Id of the indicator.
        kind: Kind of the area; None where it is not known.
        area: Code of the area.
        period: The period.
        value: The figure, unrounded: worked out from its counts where there are any.
        lower: Lower bound of the 95 per cent Wilson interval, in the indicator's unit; None where
            the counts are not those of a share.
        upper: Upper bound.
        rank: Place among the areas of its kind in this period, 1 for the best; equal figures
            share the best place they take. None where no way is better, for counts, and for
            areas of no known kind.
        among: How many areas of its kind have a figure; None for counts and where the kind is
            not known.
        band: Quarter of these areas, A for the best; None where there is no rank, below four
            areas, and where all have the same figure.
        release: Id of the release that the figure was taken from.
        fault: Code of what contradicts itself in the figure; then it has no rank and no band,
            and no average holds it.
    """

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


@final
@attrs.frozen
class AreaAverage:
    """What the areas that one area is compared with have together, in one period.

    Attributes:
        comparator: Id of the comparator set, or ``neighbours``.
        indicator: Id of the indicator.
        area: Code of the area that is compared; it is not part of its own benchmark.
        period: The period.
        mean: Plain mean of their figures; None where none has one.
        areas: How many areas the mean rests on.
        missing: Codes of those without a figure, sorted.
        pooled: All their counts together, in the indicator's unit; None where none has counts.
        counted: How many areas that rests on.
        uncounted: Codes of those without counts, sorted.
    """

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
    """How far the figures of one area wander: the XmR limits of one series, unscreened.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        first: The oldest period that counts; a break in comparability lies before it, if any.
        last: The newest.
        points: How many figures there are; a period without one is passed over.
        mean: Their mean.
        mean_range: Mean of the steps from each figure to the next; None of one figure.
        lower: The mean less 2.66 times that; not cut off at 0. None of one figure.
        upper: The mean and 2.66 times that.
        trial: True below twelve points: then nothing may be made of a figure outside.
    """

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


@final
@attrs.frozen
class AreaTable(Generic[V]):
    """A table held by column.

    Attributes:
        view: What one row is.
        columns: The columns, in the order of the fields of *view*; all equally long.
    """

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
        return tuple(each.name for each in _fields(self.view))

    def column(self, name: str) -> tuple[Any, ...]:
        """Return a column by its name.

        Raises:
            ValueError: There is no such column.
        """
        return self.columns[self.names.index(name)]

    def to_csv(self) -> bytes:
        """Return the table as CSV text in UTF-8: equal tables give the same bytes.

        Numbers are not rounded. A period has two columns, its kind and its text; several codes
        stand in one cell, with spaces between. An empty cell is None, or no code.
        """
        header: list[str] = []
        cells: list[Iterable[str]] = []
        for field, column in zip(_fields(self.view), self.columns, strict=True):
            if field.type == Period:
                header += [f"{field.name}_kind", field.name]
                cells += [[period.kind for period in column], _period_texts(column)]
            else:
                header.append(field.name)
                cells.append(_cells(column))
        lines = map(",".join, zip(*cells, strict=True))
        return "".join(f"{line}\n" for line in (",".join(header), *lines)).encode()


class TableBuilder(Generic[V]):
    """Collects the rows of a table column by column, many at once.

    Args:
        view: What one row is.
    """

    def __init__(self, view: type[V]) -> None:
        self._view = view
        self._columns: dict[str, list[Any]] = {field.name: [] for field in _fields(view)}

    def add(self, **columns: Sequence[Any]) -> None:
        """Add rows: for each field of the view as many values as for the others."""
        for name, values in columns.items():
            self._columns[name] += values

    def made(self) -> AreaTable[V]:
        """Return the table."""
        return AreaTable(self._view, tuple(map(tuple, self._columns.values())))


@final
@attrs.frozen
class AreaEvaluation:
    """What figures of many areas say beside each other. It has not been through disclosure control.

    Attributes:
        standings: Each figure: its interval, rank and band; by indicator, period, kind and area.
        averages: What it is compared with; by comparator, then as above.
        limits: How far each series wanders; by indicator, kind and area.
    """

    standings: AreaTable[AreaStanding]
    averages: AreaTable[AreaAverage]
    limits: AreaTable[AreaLimits]

    def with_bands_of(self, area: str | None) -> "AreaEvaluation":
        """Return the same with the quarter bands of one area alone.

        A band judges, and nobody but that area has asked for one; ranks are facts, and stay.

        Args:
            area: Its present code; None where none has asked.
        """
        table = self.standings
        codes, bands = table.column("area"), table.column("band")
        kept = tuple(
            band if code == area else None for code, band in zip(codes, bands, strict=True)
        )
        at = table.names.index("band")
        columns = (*table.columns[:at], kept, *table.columns[at + 1 :])
        return attrs.evolve(self, standings=attrs.evolve(table, columns=columns))

    def to_csv(self) -> dict[str, bytes]:
        """Return each table as CSV, by the name of a file; see `AreaTable.to_csv`."""
        return {
            "averages.csv": self.averages.to_csv(),
            "limits.csv": self.limits.to_csv(),
            "standings.csv": self.standings.to_csv(),
        }


def _fields(view: type) -> "tuple[attrs.Attribute[Any], ...]":
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(view)
    return found


def _period_texts(column: Sequence[Period]) -> list[str]:
    texts = {
        id(period): period_text(period)
        for period in dict(zip(map(id, column), column, strict=True)).values()
    }
    return [texts[id(period)] for period in column]


def _cells(column: Sequence[object]) -> Iterable[str]:
    """Return the cells of a column: None as nothing, numbers unrounded, codes with spaces between.

    Of a table as large as this the cells of one column are made at once, as each type needs;
    `csv` would look at every character of every number.
    """
    types = set(map(type, column)) - {type(None)}
    if types <= {float, int}:
        return ["" if value is None else repr(value) for value in column]
    if types == {bool}:
        return [str(value).lower() for value in column]
    joined = [" ".join(value) if isinstance(value, tuple) else value or "" for value in column]
    texts = {text: _quoted(str(text)) for text in set(joined)}
    return map(texts.__getitem__, joined)


def _quoted(text: str) -> str:
    """Return a text as one cell of CSV."""
    special = any(sign in text for sign in ',"\r\n')
    return '"' + text.replace('"', '""') + '"' if special else text
