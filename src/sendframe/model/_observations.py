"""Figures as columns: what documents and readers make, and what `sendframe.figures` reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

import attrs

from ._column import Coded, Integers, Numbers
from ._column_check import checked_columns, column_of
from ._frozen import FrozenMap
from ._observation import Observation, ObservationSet, Release, SymbolMeaning
from ._period import Period

__all__ = ["Observations", "Origin"]


@attrs.frozen
class Origin:
    """Where a figure was read.

    Attributes:
        file: The file, with ``/`` between folders; None for figures made in Python.
        line: Line of a table, from 1; None where it is no table.
        entry: Place in the ``observations`` of a document, from 1; None in a table.

    Document: ``observations``; the place of a row.
    """

    file: str | None = None
    line: int | None = None
    entry: int | None = None

    def __str__(self) -> str:
        place = self.file or "figures given in Python"
        if self.line is not None:
            return f"{place}, line {self.line}"
        return place if self.entry is None else f"{place}, entry {self.entry}"


@attrs.frozen(slots=False)
class Observations:
    """A table of figures, held by column; single figures are made when they are asked for.

    All columns are equally long, one row a figure. ``columns`` names those that a figure has.
    Two tables are equal where each row holds the same.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        period: The period.
        value: The figure, in the indicator's unit; None where a symbol stands.
        symbol: What stands in place of a figure.
        numerator: What was counted.
        denominator: Of what; 0 means that there is no rate.
        dimensions: Which part of the whole it is about; empty for the whole.
        status: Provisional, revised, final and so on.
        release: Where it was taken from.
        source_file: File of the release that it stands in.
        source_row: Row of that file, from 1.
        decimals: Decimal places that the figure was printed with; None where nobody knows, then
            those of its indicator count.
        origin_file: File that it was read from; None for figures made in Python.
        origin_line: Line of a table, from 1; None where it is no table.
        origin_entry: Place in the ``observations`` of a document, from 1; None in a table.
        symbols: Meaning of each symbol, by release where releases differ: keys are
            ``SYMBOL`` or ``RELEASE SYMBOL``.
        releases: The releases by id.
        areas: Name of each area by code.
        kinds: Kind of each area by code, such as ``local-authority``; areas of two kinds are
            never ranked together.
        bases: Whose figures those of an area are, by code: ``resident``, ``registered`` or
            ``responsible``; where it is known.
        present_codes: Present code of an area by each code it once had. Figures under either are
            of one area; they are looked up by either, and keep the code they were published with.

    Document: ``observations``, as columns.
    """

    indicator: Coded[str] = Coded()
    area: Coded[str] = Coded()
    period: Coded[Period] = Coded()
    value: Numbers = Numbers()
    symbol: Coded[str | None] = Coded()
    numerator: Numbers = Numbers()
    denominator: Numbers = Numbers()
    dimensions: Coded[FrozenMap[str]] = Coded()
    status: Coded[str] = Coded()
    release: Coded[str | None] = Coded()
    source_file: Coded[str | None] = Coded()
    source_row: Integers = Integers()
    decimals: Integers = Integers()
    origin_file: Coded[str | None] = Coded()
    origin_line: Integers = Integers()
    origin_entry: Integers = Integers()
    symbols: Mapping[str, SymbolMeaning] = FrozenMap()
    releases: Mapping[str, Release] = FrozenMap()
    areas: Mapping[str, str] = FrozenMap()
    kinds: Mapping[str, str] = FrozenMap()
    bases: Mapping[str, str] = FrozenMap()
    present_codes: Mapping[str, str] = FrozenMap()

    columns: ClassVar[tuple[str, ...]] = (
        "indicator",
        "area",
        "period",
        "value",
        "symbol",
        "numerator",
        "denominator",
        "dimensions",
        "status",
        "release",
        "source_file",
        "source_row",
    )
    _places: ClassVar[tuple[str, ...]] = (
        "decimals",
        "origin_file",
        "origin_line",
        "origin_entry",
    )

    @classmethod
    def of(
        cls,
        rows: Iterable[tuple[Observation, Origin]],
        sets: Iterable[ObservationSet] = (),
    ) -> "Observations":
        """Make the table from single figures and the sets they belong to.

        Args:
            rows: Each figure with where it was read.
            sets: What symbols, releases and areas mean.
        """
        pairs = list(rows)
        figures = [figure for figure, _ in pairs]
        columns: dict[str, Any] = {
            name: [getattr(figure, name) for figure in figures] for name in cls.columns
        }
        return cls._made(
            columns,
            sets,
            origin_file=Coded([origin.file for _, origin in pairs]),
            origin_line=Integers([origin.line for _, origin in pairs]),
            origin_entry=Integers([origin.entry for _, origin in pairs]),
        )

    @classmethod
    def of_columns(  # noqa: PLR0913  # a table has this many columns
        cls,
        *,
        indicator: Sequence[str],
        area: Sequence[str],
        period: Sequence[Period],
        value: Sequence[float | None],
        symbol: Sequence[str | None] | None = None,
        numerator: Sequence[float | None] | None = None,
        denominator: Sequence[float | None] | None = None,
        dimensions: Sequence[FrozenMap[str]] | None = None,
        status: Sequence[str] | None = None,
        release: Sequence[str | None] | None = None,
        source_file: Sequence[str | None] | None = None,
        source_row: Sequence[int | None] | None = None,
        decimals: Sequence[int | None] | None = None,
        origin_file: str | None = None,
        origin_line: Sequence[int | None] | None = None,
        sets: Iterable[ObservationSet] = (),
    ) -> "Observations":
        """Make the table from whole columns, which is many times faster than figure by figure.

        Every rule that an `Observation` obeys is checked, each different value once. A column
        that is not given holds what an `Observation` has where nothing is said. `Coded`,
        `Numbers` and `Integers` are taken as they are; other sequences become one of them.

        Args:
            indicator: Id of the indicator, row by row.
            area: Code of the area.
            period: The period.
            value: The figure; None where a symbol stands.
            symbol: What stands in place of a figure.
            numerator: What was counted.
            denominator: Of what.
            dimensions: Which part of the whole it is about; empty for the whole.
            status: Provisional, revised, final and so on.
            release: Where it was taken from.
            source_file: File of the release that it stands in.
            source_row: Row of that file, from 1.
            decimals: Decimal places that the figure was printed with.
            origin_file: The file that all rows were read from.
            origin_line: Line of that file, from 1.
            sets: What symbols, releases and areas mean.

        Raises:
            InvalidValue: The columns are not equally long, or a row is no figure; the pointer
                begins with the number of the row, from 0.

        Examples:
            >>> from sendframe.model import CalendarYear
            >>> year = CalendarYear(year=2024)
            >>> table = Observations.of_columns(
            ...     indicator=["rate", "rate"], area=["E06000019", "E10000017"],
            ...     period=[year, year], value=[67.6, None], symbol=[None, "x"],
            ... )
            >>> len(table), table[0].value
            (2, 67.6)
        """
        rows = len(indicator)
        given: dict[str, Sequence[Any] | None] = {
            "indicator": indicator,
            "area": area,
            "period": period,
            "value": value,
            "symbol": symbol,
            "numerator": numerator,
            "denominator": denominator,
            "dimensions": dimensions,
            "status": status,
            "release": release,
            "source_file": source_file,
            "source_row": source_row,
        }
        optional = {"decimals": decimals, "origin_line": origin_line}
        columns = checked_columns(given | optional, rows)
        columns["origin_file"] = Coded.of_one(origin_file, rows)
        return cls._made(columns, sets)

    @classmethod
    def _made(
        cls, columns: Mapping[str, Any], sets: Iterable[ObservationSet], **places: object
    ) -> "Observations":
        """Return the table of columns that are known to be sound."""
        rows = len(columns["indicator"])
        known = list(sets)
        areas = [area for one in known for area in one.areas]
        names = (*cls.columns, *cls._places)
        made = {name: column_of(name, columns.get(name), rows) for name in names}
        return cls(
            **(made | places),
            symbols=_symbols(known),
            releases=FrozenMap({release.id: release for one in known for release in one.releases}),
            areas=FrozenMap({area.code: area.name for area in areas}),
            kinds=FrozenMap({area.code: area.kind for area in areas}),
            bases=FrozenMap({area.code: area.basis for area in areas if area.basis is not None}),
        )

    @classmethod
    def joined(
        cls, tables: Sequence["Observations"], sets: Iterable[ObservationSet] = ()
    ) -> "Observations":
        """Return several tables as one, in the order given.

        Args:
            tables: The tables; what they say of symbols, releases and areas is left out.
            sets: What symbols, releases and areas mean.
        """
        return cls._made(cls._joined_columns(tables), sets)

    @classmethod
    def _joined_columns(cls, tables: Sequence["Observations"]) -> dict[str, Any]:
        names = (*cls.columns, *cls._places)
        full = [table for table in tables if len(table)] or [cls()]
        if len(full) == 1:
            return {name: getattr(full[0], name) for name in names}
        return {
            name: getattr(full[0], name).joined([getattr(table, name) for table in full])
            for name in names
        }

    def identities(self) -> list[int]:
        """Return a number for each row, the same for two rows that are about the same figure.

        These are rows of the same indicator, area, period, dimensions and release. The numbers
        mean nothing in another table.
        """
        columns = (self.indicator, self.area, self.period, self.dimensions, self.release)
        numbers = [0] * len(self)
        for column in columns:
            count = len(column.values)
            if count > 1:
                pairs = zip(numbers, column.buffer, strict=True)
                numbers = [number * count + code for number, code in pairs]
        return numbers

    def take(self, rows: Sequence[int]) -> "Observations":
        """Return the table of some rows, in the order given."""
        names = (*self.columns, *self._places)
        return attrs.evolve(self, **{name: getattr(self, name).take(rows) for name in names})

    def __add__(self, other: "Observations") -> "Observations":
        """Return both tables as one, this one first.

        What this one says of symbols, releases and areas holds over what the other says; what one
        of them says of a symbol in a release of its own holds over what the other says of all.
        """
        made = self._joined_columns((self, other))
        for name in ("symbols", "releases", "areas", "kinds", "bases", "present_codes"):
            made[name] = FrozenMap({**getattr(other, name), **getattr(self, name)})
        own = {key: meaning for key, meaning in other.symbols.items() if " " in key}
        made["symbols"] = FrozenMap({**made["symbols"], **own})
        return Observations(**made)

    def __len__(self) -> int:
        return len(self.indicator)

    def __getitem__(self, row: int) -> Observation:
        return Observation(**{name: getattr(self, name)[row] for name in self.columns})

    def __iter__(self) -> Iterator[Observation]:
        return (self[row] for row in range(len(self)))

    def origin(self, row: int) -> Origin:
        """Return where a figure was read."""
        return Origin(self.origin_file[row], self.origin_line[row], self.origin_entry[row])

    def present_code(self, area: str) -> str:
        """Return the present code of an area; the code given where no other is known."""
        return self.present_codes.get(area, area)

    def _by_present_code(self, known: Mapping[str, str]) -> dict[str, str]:
        """Return what is known of areas by every code; what stands under the code itself first."""
        pairs = sorted(known.items())
        return {self.present_code(code): value for code, value in pairs} | dict(pairs)

    @cached_property
    def _names(self) -> dict[str, str]:
        return self._by_present_code(self.areas)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return self._by_present_code(self.kinds)

    def name_of(self, area: str) -> str:
        """Return what the figures call an area, by any of its codes; its code where nothing does."""
        return self._names.get(area) or self._names.get(self.present_code(area), area)

    def kind_of(self, area: str) -> str | None:
        """Return the kind of an area, by any of its codes; None where it is not known."""
        return self._kinds.get(area) or self._kinds.get(self.present_code(area))

    def meaning(self, row: int) -> str | None:
        """Return what the symbol of a row means in its release; None where none stands."""
        symbol, release = self.symbol[row], self.release[row]
        if symbol is None:
            return None
        known = self.symbols.get(f"{release} {symbol}") or self.symbols.get(symbol)
        return None if known is None else known.meaning

    def source(self, row: int) -> str:
        """Return where a figure comes from, in words: release, its file and row, and our copy."""
        release = self.releases.get(self.release[row] or "")
        title = f"{release.publisher}, {release.title}; " if release else ""
        file, at = self.source_file[row], self.source_row[row]
        published = "" if file is None else f"{file}; " if at is None else f"{file}, row {at}; "
        return f"{title}{published}{self.origin(row)}"


def _symbols(sets: Iterable[ObservationSet]) -> FrozenMap[SymbolMeaning]:
    """Return the meaning of each symbol, for each release of the set that explains it."""
    meanings: dict[str, SymbolMeaning] = {}
    for one in sets:
        for symbol, meaning in one.symbols.items():
            meanings.setdefault(symbol, meaning)
            for release in one.releases:
                meanings.setdefault(f"{release.id} {symbol}", meaning)
        # What a set says of one release of its own holds over what it says of all.
        meanings |= {key: meaning for key, meaning in one.symbols.items() if " " in key}
    return FrozenMap(meanings)
