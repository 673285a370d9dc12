"""Figures as columns: what an evaluation reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, ClassVar

import attrs

from sendframe.errors import InvalidValue

from ._frozen import FrozenMap
from ._observation import Observation, ObservationSet, Release, SymbolMeaning
from ._observation_columns import as_numbers, check_columns
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


_WHOLE: FrozenMap[str] = FrozenMap()
_UNKNOWN = Origin()


def _symbols(sets: Iterable[ObservationSet]) -> FrozenMap[SymbolMeaning]:
    """Return the meaning of each symbol, for each release of the set that explains it."""
    found: dict[str, SymbolMeaning] = {}
    for one in sets:
        for symbol, meaning in one.symbols.items():
            found.setdefault(symbol, meaning)
            for release in one.releases:
                found.setdefault(f"{release.id} {symbol}", meaning)
        # What a set says of one release of its own holds over what it says of all.
        found |= {key: meaning for key, meaning in one.symbols.items() if " " in key}
    return FrozenMap(found)


@attrs.frozen(slots=False)
class Observations:
    """A table of figures, held by column; single figures are made when they are asked for.

    All columns are equally long, one row a figure. ``columns`` names those that a figure has.

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
        origin: Where it was read.
        symbols: Meaning of each symbol, by release where releases differ: keys are
            ``SYMBOL`` or ``RELEASE SYMBOL``.
        releases: The releases by id.
        areas: Name of each area by code.
        kinds: Kind of each area by code, such as ``local-authority``; areas of two kinds are
            never ranked together.
        present_codes: Present code of an area by each code it once had. Figures under either are
            of one area; they are looked up by either, and keep the code they were published with.

    Document: ``observations``, as columns.
    """

    indicator: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    period: tuple[Period, ...] = ()
    value: tuple[float | None, ...] = ()
    symbol: tuple[str | None, ...] = ()
    numerator: tuple[float | None, ...] = ()
    denominator: tuple[float | None, ...] = ()
    dimensions: tuple[FrozenMap[str], ...] = ()
    status: tuple[str, ...] = ()
    release: tuple[str | None, ...] = ()
    source_file: tuple[str | None, ...] = ()
    source_row: tuple[int | None, ...] = ()
    origin: tuple[Origin, ...] = ()
    symbols: Mapping[str, SymbolMeaning] = FrozenMap()
    releases: Mapping[str, Release] = FrozenMap()
    areas: Mapping[str, str] = FrozenMap()
    kinds: Mapping[str, str] = FrozenMap()
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
        figures: list[Observation] = []
        origin: list[Origin] = []
        for figure, place in rows:
            figures.append(figure)
            origin.append(place)
        columns = {name: tuple(map(attrgetter(name), figures)) for name in cls.columns}
        return cls._made(columns, tuple(origin), sets)

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
        origin: Sequence[Origin] | None = None,
        sets: Iterable[ObservationSet] = (),
    ) -> "Observations":
        """Make the table from whole columns, which is many times faster than figure by figure.

        Every rule that an `Observation` obeys is looked at. A column that is not given holds what
        an `Observation` has where nothing is said.

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
            origin: Where it was read.
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
        nothing = (None,) * rows
        columns: dict[str, Any] = {
            "indicator": tuple(indicator),
            "area": tuple(area),
            "period": tuple(period),
            "value": as_numbers(tuple(value)),
            "symbol": nothing if symbol is None else tuple(symbol),
            "numerator": nothing if numerator is None else as_numbers(tuple(numerator)),
            "denominator": nothing if denominator is None else as_numbers(tuple(denominator)),
            "dimensions": (_WHOLE,) * rows if dimensions is None else tuple(dimensions),
            "status": ("final",) * rows if status is None else tuple(status),
            "release": nothing if release is None else tuple(release),
            "source_file": nothing if source_file is None else tuple(source_file),
            "source_row": nothing if source_row is None else tuple(source_row),
        }
        places = (_UNKNOWN,) * rows if origin is None else tuple(origin)
        check_columns(columns)
        if len(places) != rows:
            problem = f"has {len(places)} rows, and indicator has {rows}"
            raise InvalidValue("Observations", "/origin", problem)
        return cls._made(columns, places, sets)

    @classmethod
    def _made(
        cls,
        columns: Mapping[str, Any],
        origin: tuple[Origin, ...],
        sets: Iterable[ObservationSet],
    ) -> "Observations":
        known = list(sets)
        return cls(
            **columns,
            origin=origin,
            symbols=_symbols(known),
            releases=FrozenMap({each.id: each for one in known for each in one.releases}),
            areas=FrozenMap({each.code: each.name for one in known for each in one.areas}),
            kinds=FrozenMap({each.code: each.kind for one in known for each in one.areas}),
        )

    def __len__(self) -> int:
        return len(self.indicator)

    def __getitem__(self, row: int) -> Observation:
        return Observation(**{name: getattr(self, name)[row] for name in self.columns})

    def __iter__(self) -> Iterator[Observation]:
        return (self[row] for row in range(len(self)))

    @cached_property
    def _rows(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for row, (indicator, area) in enumerate(zip(self.indicator, self.area, strict=True)):
            found.setdefault((indicator, self.present_code(area)), []).append(row)
        for rows in found.values():
            rows.sort(key=lambda row: (self.period[row].last_day, self.period[row].kind))
        return found

    def present_code(self, area: str) -> str:
        """Return the present code of an area; the code given where no other is known."""
        return self.present_codes.get(area, area)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Name of each area by its present code; what it is called under that one comes first."""
        known = sorted(self.areas.items())
        return {self.present_code(code): name for code, name in known} | dict(known)

    def name_of(self, area: str) -> str:
        """Return what the figures call an area, by any of its codes; its code where nothing does."""
        return self._names.get(area) or self._names.get(self.present_code(area), area)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        known = sorted(self.kinds.items())
        return {self.present_code(code): kind for code, kind in known} | dict(known)

    def kind_of(self, area: str) -> str | None:
        """Return the kind of an area, by any of its codes; None where it is not known."""
        return self._kinds.get(area) or self._kinds.get(self.present_code(area))

    def series(self, indicator: str, area: str) -> list[int]:
        """Return the rows of the whole, oldest first; parts of the whole are left out."""
        rows = self._rows.get((indicator, self.present_code(area)), [])
        return [row for row in rows if not self.dimensions[row]]

    def parts(self, indicator: str, area: str) -> list[int]:
        """Return the rows of the parts of the whole, oldest first."""
        rows = self._rows.get((indicator, self.present_code(area)), [])
        return [row for row in rows if self.dimensions[row]]

    def at(self, indicator: str, area: str, period: Period) -> int | None:
        """Return the row of one area and period, for the whole; None where there is none.

        Where several releases give the figure it is that of the newest; see `precedence`.
        """
        found = (row for row in self.series(indicator, area) if self.period[row] == period)
        return max(found, key=self.precedence, default=None)

    def precedence(self, row: int) -> tuple[object, ...]:
        """Return what decides between rows that are about the same: the greatest counts.

        The release published last, then the one whose id sorts last. Two rows of one release,
        which no document may hold, are told apart by what they say, so that the order of rows
        never decides.
        """
        release = self.release[row] or ""
        known = self.releases.get(release)
        published = known.published_on if known else None
        contents = (self.value[row], self.numerator[row], self.denominator[row])
        return (
            published or date.min,
            release,
            self.status[row],
            self.symbol[row] or "",
            *((each is not None, each or 0.0) for each in contents),
        )

    def meaning(self, row: int) -> str | None:
        """Return what the symbol of a row means in its release; None where none stands."""
        symbol, release = self.symbol[row], self.release[row]
        if symbol is None:
            return None
        found = self.symbols.get(f"{release} {symbol}") or self.symbols.get(symbol)
        return None if found is None else found.meaning

    def source(self, row: int) -> str:
        """Return where a figure comes from, in words: release, its file and row, and our copy."""
        release = self.releases.get(self.release[row] or "")
        title = f"{release.publisher}, {release.title}; " if release else ""
        file, at = self.source_file[row], self.source_row[row]
        published = "" if file is None else file if at is None else f"{file}, row {at}"
        return (
            f"{title}{published}; {self.origin[row]}" if published else f"{title}{self.origin[row]}"
        )
