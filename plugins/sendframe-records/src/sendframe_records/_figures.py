"""Aggregates as figures that may leave: disclosure control, and the account as provenance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import attrs

from sendframe.disclosure import DisclosurePolicy, ShownFigures, disclose, policy_by_name
from sendframe.plugins import (
    CalendarYear,
    FrozenMap,
    Indicator,
    IndicatorSet,
    Observations,
    ObservationSet,
    Period,
    Release,
    Snapshot,
    SymbolMeaning,
    Text,
    YearToDate,
    load_document,
)
from sendframe.plugins.commands import figures_of

from ._aggregate import Aggregate
from ._indicator import RecordIndicator
from ._mapping import RecordsMapping
from ._measure import Count, Measure, Quantile, Rate
from ._problem import NotSafe, RecordsProblem

__all__ = ["DEFINITIONS", "SafeFigures", "definitions", "disclosed", "known_of", "observations_of"]

DEFINITIONS = (
    Path(__file__).parent.parent / "sendframe_records_data" / "indicators" / "records.json"
)
_TOO_FEW, _NOBODY = "u", "z"
_STATUS = "management-information"


@attrs.frozen(eq=False)
class SafeFigures:
    """Figures after disclosure control.

    Attributes:
        known: What symbols, areas and the release mean.
        table: The figures. Hidden ones have a symbol, and neither numerator nor denominator.
        hidden: How many are hidden.
    """

    known: ObservationSet
    table: Observations
    hidden: int


@cache
def definitions() -> Mapping[str, Indicator]:
    """Return the definitions of the packaged indicators, by id."""
    document = load_document(DEFINITIONS)
    assert isinstance(document, IndicatorSet)  # noqa: S101  # a file of this package
    return {indicator.id: indicator for indicator in document.indicators}


def observations_of(
    aggregates: Iterable[Aggregate],
    indicators: Sequence[RecordIndicator],
    defined: Mapping[str, Indicator],
    mapping: RecordsMapping,
    as_at: date,
) -> Observations:
    """Return aggregates as figures, before disclosure control: they must not leave.

    Counts and shares of the total area are sums over its areas; its quantiles are aggregates already.

    Args:
        aggregates: The aggregates.
        indicators: How they were computed.
        defined: Their definitions, by id.
        mapping: The areas, the years and the populations.
        as_at: The day that figures are about.

    Raises:
        RecordsProblem: An indicator has no definition, or a population lacks a year.
    """
    measures = {indicator.id: indicator.measure for indicator in indicators}
    undefined = sorted(measures.keys() - defined.keys())
    if undefined:
        message = f"there is no definition of the indicator {undefined[0]}"
        raise RecordsProblem(message)
    rows = [
        row
        for row in _with_total(aggregates, measures, mapping)
        if row.year is None or mapping.complete_from is None or row.year >= mapping.complete_from
    ]
    columns: dict[str, list[object]] = {
        name: [] for name in ("value", "symbol", "numerator", "denominator")
    }
    kept = []
    for row in rows:
        cell = _cell(row, measures[row.indicator], mapping)
        if cell is None:
            continue
        kept.append(row)
        for name, value in zip(columns, cell, strict=True):
            columns[name].append(value)
    return Observations.of_columns(
        indicator=[row.indicator for row in kept],
        area=[row.area for row in kept],
        period=[_period(row.year, as_at) for row in kept],
        dimensions=[_dimensions(row) for row in kept],
        status=[_STATUS] * len(kept),
        release=[_release_id(mapping, as_at)] * len(kept),
        sets=(known_of(mapping, as_at),),
        **columns,  # type: ignore[arg-type]  # four columns of one type each
    )


def _with_total(
    aggregates: Iterable[Aggregate], measures: Mapping[str, Measure], mapping: RecordsMapping
) -> Iterator[Aggregate]:
    """Yield aggregates, and the sums of the total area; its quantiles are among the aggregates."""
    sums: dict[tuple[str, int | None, str | None, str | None], tuple[int, int | None]] = {}
    for row in aggregates:
        yield row
        if mapping.total_area is not None and not isinstance(measures[row.indicator], Quantile):
            key = (row.indicator, row.year, row.dimension, row.group)
            count, of = sums.get(key, (0, None))
            sums[key] = count + row.count, None if row.of is None else (of or 0) + row.of
    if mapping.total_area is not None:
        code = mapping.total_area.code
        for (indicator, year, dimension, group), (count, of) in sums.items():
            yield Aggregate(indicator, code, year, dimension, group, count, of)


_Cell = tuple[float | None, str | None, float | None, float | None]
"""Value, symbol, numerator and denominator."""


def _cell(row: Aggregate, measure: Measure, mapping: RecordsMapping) -> _Cell | None:
    """Return the figure of an aggregate; None for a rate without the people of its year."""
    count = float(row.count)
    if isinstance(measure, Count):
        return count, None, None, None
    if isinstance(measure, Quantile):
        return (None, _TOO_FEW, None, None) if row.weeks is None else (row.weeks, None, None, count)
    if isinstance(measure, Rate):
        people = mapping.populations.get(measure.population, {}).get((row.area, row.year or 0))
        return None if not people else (count / people * measure.per, None, count, float(people))
    if not row.of:
        return None, _NOBODY, None, 0.0
    return count / row.of * 100, None, count, float(row.of)


@cache
def _period(year: int | None, as_at: date) -> Period:
    if year is None:
        return Snapshot(on=as_at)
    if year == as_at.year and as_at != date(year, 12, 31):
        return YearToDate(year_kind="calendar", year=year, until=as_at)
    return CalendarYear(year=year)


@cache
def _dimensions_of(dimension: str, group: str) -> FrozenMap[str]:
    return FrozenMap({dimension: group})


_TOTAL: FrozenMap[str] = FrozenMap()


def _dimensions(row: Aggregate) -> FrozenMap[str]:
    if row.dimension is None or row.group is None:
        return _TOTAL
    return _dimensions_of(row.dimension, row.group)


def _release_id(mapping: RecordsMapping, as_at: date) -> str:
    return f"{mapping.id}-{as_at.isoformat()}"


def known_of(mapping: RecordsMapping, as_at: date, note: str | None = None) -> ObservationSet:
    """Return what symbols, areas and the release of figures mean.

    Args:
        mapping: The mapping of the records.
        as_at: The day that figures are about.
        note: The account of the rows, as it may be published.
    """
    areas = (*mapping.areas, *([mapping.total_area] if mapping.total_area else []))
    return ObservationSet(
        id=mapping.id,
        title=Text(default=mapping.title),
        symbols=FrozenMap(
            {
                _TOO_FEW: SymbolMeaning(
                    kind="not_available", meaning="too few cases for a median or a percentile"
                ),
                _NOBODY: SymbolMeaning(
                    kind="not_applicable", meaning="nobody is in the denominator"
                ),
            }
        ),
        areas=tuple(sorted(areas, key=lambda area: area.code)),
        releases=(
            Release(
                id=_release_id(mapping, as_at),
                title=mapping.title,
                publisher=mapping.publisher,
                published_on=as_at,
                note=note,
            ),
        ),
    )


def disclosed(  # keyword arguments
    table: Observations,
    indicators: Sequence[Indicator],
    known: ObservationSet,
    *,
    as_at: date,
    policy: str = "cautious",
) -> SafeFigures:
    """Return figures with small numbers hidden, and what they could be worked out from.

    Args:
        table: The figures, as computed.
        indicators: Their definitions.
        known: What symbols, areas and releases mean.
        as_at: The day that figures are about.
        policy: The policy of disclosure control.

    Raises:
        NotSafe: A hidden number may follow from what is shown; then nothing may be written.
    """
    chosen = policy_by_name(policy)
    figures = figures_of(table, indicators, as_at=as_at)
    shown = disclose(figures, chosen)
    if shown.without_proof:
        number = len(shown.without_proof)
        message = (
            f"{number:,} small numbers could be worked out from the others, such as that of "
            f"{shown.without_proof[0].partition(' ')[0]}; nothing is written. "
            "Leave an indicator or a breakdown out."
        )
        raise NotSafe(message)
    return SafeFigures(
        known.changed(symbols=FrozenMap({**known.symbols, chosen.symbol: _hidden_meaning(chosen)})),
        _safe_table(table, shown, chosen),
        len(shown.hidden_cells),
    )


def _hidden_meaning(policy: DisclosurePolicy) -> SymbolMeaning:
    return SymbolMeaning(kind="suppressed", meaning=policy.meaning)


def _safe_table(table: Observations, shown: ShownFigures, policy: DisclosurePolicy) -> Observations:
    """Return only figures that disclosure control looked at, without what it hides."""
    rows = sorted(range(len(shown)), key=lambda row: shown.table_row[row])
    kept = [shown.table_row[row] for row in rows]
    hidden = [bool(shown.hidden[row]) for row in rows]
    part = table.take(kept)

    def shown_only(name: str) -> list[float | None]:
        values = list(getattr(part, name))
        return [None if is_hidden else v for v, is_hidden in zip(values, hidden, strict=True)]

    symbols = [
        policy.symbol if is_hidden else symbol
        for symbol, is_hidden in zip(part.symbol, hidden, strict=True)
    ]
    return Observations.of_columns(
        indicator=list(part.indicator),
        area=list(part.area),
        period=list(part.period),
        value=shown_only("value"),
        symbol=symbols,
        numerator=shown_only("numerator"),
        denominator=shown_only("denominator"),
        dimensions=list(part.dimensions),
        status=list(part.status),
        release=list(part.release),
    )
