"""A table of figures in columns, from documents and readers, for `sendframe.figures`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from sendframe.language import gettext as _

from ._column import Coded, Integers, Numbers
from ._column_check import checked_columns, column_of
from ._frozen import FrozenMap
from ._full_text import is_full_text
from ._observation import Observation, ObservationSet, Release, SymbolMeaning
from ._origin import Origin
from ._period import Period
from ._row_keys import row_keys
from ._short_repr import short_repr
from ._symbol_meanings import symbol_meanings

if TYPE_CHECKING:
    from sendframe.frames import FrameLibrary

__all__ = ["Observations"]


@attrs.frozen(slots=False)
class Observations:
    """A table of figures in columns; `Observation` objects are created on demand.

    All columns have the same length, with one row for each figure. ``columns`` names those that
    are fields of an `Observation`. Tables with equal rows are equal.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        period: The period.
        value: The figure, in the indicator's unit; None where there is a symbol instead.
        symbol: Symbol in place of a figure.
        numerator: The numerator.
        denominator: The denominator; 0 means that there is no rate.
        dimensions: Dimensions of a part of a total; empty for the total.
        status: Provisional, revised, final and so on.
        release: Id of its release.
        source_file: File of the release that contains it.
        source_row: Row of that file, from 1.
        decimals: Decimal places of the published figure; None where they are not known, and then
            those of its indicator count.
        origin_file: File that it was read from; None for figures made in Python.
        origin_line: Line of a table, from 1; None outside tables.
        origin_entry: Position in the ``observations`` of a document, from 1; None in a table.
        symbols: Meaning of each symbol, by release where releases differ: keys are
            ``SYMBOL`` or ``RELEASE SYMBOL``.
        releases: The releases by id.
        areas: Name of each area by code.
        kinds: Kind of each area by code; areas of two kinds are never ranked together.
        bases: The people that figures of an area are about, by code: ``resident``, ``registered``
            or ``responsible``; where it is known.
        wholes: The area that an area is a part of, by code.
        present_codes: Present code of an area by each of its former codes. Figures under any of
            these codes belong to the same area, can be looked up by any of them, and keep the
            code they were published with.

    Document: ``observations``, as columns.
    """

    def __repr__(self) -> str:
        return short_repr(self) if is_full_text() else f"<Observations of {len(self):,} rows>"

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
    wholes: Mapping[str, str] = FrozenMap()
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
    _origin_columns: ClassVar[tuple[str, ...]] = (
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
        """Return the table of single figures and the sets they belong to.

        Args:
            rows: Each figure with its origin.
            sets: Observation sets that explain symbols, releases and areas.
        """
        pairs = list(rows)
        figures = [figure for figure, _ in pairs]
        columns: dict[str, Any] = {
            name: [getattr(figure, name) for figure in figures] for name in cls.columns
        }
        return cls._from_columns(
            columns,
            sets,
            origin_file=Coded([origin.file for _, origin in pairs]),
            origin_line=Integers([origin.line for _, origin in pairs]),
            origin_entry=Integers([origin.entry for _, origin in pairs]),
        )

    @classmethod
    def of_columns(  # noqa: PLR0913  # one argument for each column
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
        """Return the table of whole columns, which is many times faster than figure by figure.

        Every rule of an `Observation` is checked, each different value once. A column that is not
        given has the default values of an `Observation`. `Coded`, `Numbers` and `Integers` are
        used as they are; other sequences are converted.

        Args:
            indicator: Id of the indicator, row by row.
            area: Code of the area.
            period: The period.
            value: The figure; None where there is a symbol instead.
            symbol: Symbol in place of a figure.
            numerator: The numerator.
            denominator: The denominator.
            dimensions: Dimensions of a part of a total; empty for the total.
            status: Provisional, revised, final and so on.
            release: Id of its release.
            source_file: File of the release that contains it.
            source_row: Row of that file, from 1.
            decimals: Decimal places of the published figure.
            origin_file: The file that all rows were read from.
            origin_line: Line of that file, from 1.
            sets: Observation sets that explain symbols, releases and areas.

        Raises:
            InvalidValue: The columns have different lengths, or a row is no valid figure; the pointer
                begins with the index of the row, from 0.

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
        return cls._from_columns(columns, sets)

    @classmethod
    def _from_columns(
        cls, columns: Mapping[str, Any], sets: Iterable[ObservationSet], **origins: object
    ) -> "Observations":
        """Return the table of columns that are valid already."""
        rows = len(columns["indicator"])
        set_list = list(sets)
        areas = [area for observation_set in set_list for area in observation_set.areas]
        names = (*cls.columns, *cls._origin_columns)
        compact = {name: column_of(name, columns.get(name), rows) for name in names}
        return cls(
            **(compact | origins),
            symbols=symbol_meanings(set_list),
            releases=FrozenMap(
                {release.id: release for each in set_list for release in each.releases}
            ),
            areas=FrozenMap({area.code: area.name for area in areas}),
            kinds=FrozenMap({area.code: area.kind for area in areas}),
            bases=FrozenMap({area.code: area.basis for area in areas if area.basis}),
            wholes=FrozenMap({area.code: area.within for area in areas if area.within}),
        )

    @classmethod
    def joined(
        cls, tables: Sequence["Observations"], sets: Iterable[ObservationSet] = ()
    ) -> "Observations":
        """Return several tables as one, in the order given.

        Args:
            tables: The tables; their own explanations of symbols, releases and areas are dropped.
            sets: Observation sets that explain symbols, releases and areas.
        """
        return cls._from_columns(cls._joined_columns(tables), sets)

    @classmethod
    def _joined_columns(cls, tables: Sequence["Observations"]) -> dict[str, Any]:
        names = (*cls.columns, *cls._origin_columns)
        full = [table for table in tables if len(table)] or [cls()]
        if len(full) == 1:
            return {name: getattr(full[0], name) for name in names}
        return {
            name: getattr(full[0], name).joined([getattr(table, name) for table in full])
            for name in names
        }

    @classmethod
    def from_frame(
        cls, frame: Any, *, missing: str | None = None, sets: Iterable[ObservationSet] = ()
    ) -> "Observations":
        """Return the table of a data frame, one row for each figure.

        The columns are those of `to_frame`, in any order; ``indicator``, ``area``, the two of the
        period and ``value`` are needed. None, NaN and an empty text are missing values.

        Args:
            frame: A frame of polars, pandas, pyarrow or another library that narwhals reads.
            missing: Symbol of the rows that have neither a figure nor a symbol.
            sets: Observation sets that explain symbols, releases and areas.

        Raises:
            InvalidDocument: It is no table of figures. Every problem has its row, from 0, and its
                column; no number of the frame is repeated.
            InvalidValue: *missing* is no symbol.
            LibraryMissing: narwhals is not installed.
            TypeError: It is no data frame, or a lazy one.
        """
        from ._observation_frame import table_columns  # few programs need frames

        return cls._from_columns(table_columns(frame, missing), sets)

    def to_frame(self, library: "FrameLibrary") -> Any:
        """Return the table as a data frame, one row for each figure.

        The columns are ``indicator``, ``area``, ``period_kind``, ``period`` (see `period_text`),
        ``dimension.NAME`` for each dimension, ``value``, ``symbol``, ``numerator``,
        ``denominator``, ``status``, ``release``, ``source_file``, ``source_row``, ``decimals``,
        ``origin_file``, ``origin_line`` and ``origin_entry``. `from_frame` returns an equal table,
        but for what symbols, releases and areas mean. Whether a figure contradicts itself or is
        in doubt depends on its indicator: `sendframe.api.figure_marks` returns columns of both.

        Args:
            library: ``polars``, ``pandas`` or ``pyarrow``.

        Raises:
            LibraryMissing: narwhals or the library is not installed.
            UnknownName: It is another library.
        """
        from ._observation_frame import frame_of  # few programs need frames

        names = (*self.columns, *self._origin_columns)
        return frame_of({name: getattr(self, name) for name in names}, library)

    def identities(self) -> list[int]:
        """Return a number for each row, the same for rows of the same figure.

        These are rows of the same indicator, area, period, dimensions and release. The numbers
        mean nothing in another table.
        """
        columns: list[tuple[Coded[Any], range]] = []
        step = 1
        for column in (self.release, self.dimensions, self.period, self.area, self.indicator):
            end = step * max(len(column.values), 1)
            columns.append((column, range(0, end, step)))
            step = end
        return row_keys(columns, len(self))

    def take(self, rows: Sequence[int]) -> "Observations":
        """Return the table of some rows, in the order given."""
        names = (*self.columns, *self._origin_columns)
        return attrs.evolve(self, **{name: getattr(self, name).take(rows) for name in names})

    def __add__(self, other: "Observations") -> "Observations":
        """Return both tables as one, this one first.

        This table's explanations of symbols, releases and areas take precedence. An explanation
        of a symbol in one release takes precedence over one for all releases.
        """
        columns = self._joined_columns((self, other))
        for name in ("symbols", "releases", "areas", "kinds", "bases", "wholes", "present_codes"):
            columns[name] = FrozenMap({**getattr(other, name), **getattr(self, name)})
        own = {key: meaning for key, meaning in other.symbols.items() if " " in key}
        columns["symbols"] = FrozenMap({**columns["symbols"], **own})
        return Observations(**columns)

    def __len__(self) -> int:
        return len(self.indicator)

    def __getitem__(self, row: int) -> Observation:
        return Observation(**{name: getattr(self, name)[row] for name in self.columns})

    def __iter__(self) -> Iterator[Observation]:
        return (self[row] for row in range(len(self)))

    def origin(self, row: int) -> Origin:
        """Return the origin of a figure."""
        return Origin(self.origin_file[row], self.origin_line[row], self.origin_entry[row])

    def present_code(self, area: str) -> str:
        """Return the present code of an area; the code given where no other is known."""
        return self.present_codes.get(area, area)

    def _by_present_code(self, by_code: Mapping[str, str]) -> dict[str, str]:
        """Return a mapping by every code of an area; an entry of the code itself takes precedence."""
        pairs = sorted(by_code.items())
        return {self.present_code(code): value for code, value in pairs} | dict(pairs)

    @cached_property
    def _names(self) -> dict[str, str]:
        return self._by_present_code(self.areas)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return self._by_present_code(self.kinds)

    def name_of(self, area: str) -> str:
        """Return the name of an area by any of its codes; the code where it has no name."""
        return self._names.get(area) or self._names.get(self.present_code(area), area)

    def kind_of(self, area: str) -> str | None:
        """Return the kind of an area, by any of its codes; None where it is not known."""
        return self._kinds.get(area) or self._kinds.get(self.present_code(area))

    def meaning(self, row: int) -> str | None:
        """Return the meaning of a row's symbol in its release; None where it has none."""
        symbol_meaning = self.symbol_meaning(row)
        return None if symbol_meaning is None else symbol_meaning.meaning

    def symbol_meaning(self, row: int) -> SymbolMeaning | None:
        """Return what a row's symbol means in its release, with its kind; None where it has none."""
        symbol = self.symbol[row] or ""
        return self.symbols.get(f"{self.release[row]} {symbol}") or self.symbols.get(symbol)

    def source(self, row: int) -> str:
        """Return the source of a figure as text: release, its file and row, and our copy."""
        release = self.releases.get(self.release[row] or "")
        title = f"{release.publisher}, {release.title}; " if release else ""
        file, row_in_file = self.source_file[row], self.source_row[row]
        published = file and f"{file}; "
        if file is not None and row_in_file is not None:
            published = _("{file}, row {number}", file=file, number=row_in_file) + "; "
        return f"{title}{published or ''}{self.origin(row)}"
