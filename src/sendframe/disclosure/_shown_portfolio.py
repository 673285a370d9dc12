"""The documents of a portfolio without the figures that may not be shown."""

from math import nan
from typing import TypeAlias

import attrs

from sendframe.model import (
    Coded,
    FrozenMap,
    Numbers,
    Observation,
    Observations,
    ObservationSet,
    Portfolio,
    SymbolMeaning,
)

from ._shown_figures import ShownFigures
from ._shown_inputs import shown_inputs

__all__ = ["shown_portfolio"]

_Place: TypeAlias = tuple[str | None, int | None]


def shown_portfolio(portfolio: Portfolio, shown: ShownFigures) -> Portfolio:
    """Return a portfolio in which the symbol of the policy stands for each figure that is not shown.

    Sections and checks of a plug-in read the table of figures as well. Of people it has only what
    is shown: a figure that is hidden has no number in it, and neither has one that does not count,
    such as that of an earlier release of the same figure.

    Args:
        portfolio: The documents.
        shown: What may be shown of its figures, or of others.
    """
    table = portfolio.observations
    rows = _masked_rows(portfolio, shown)
    masked = _masked(table, rows, shown.policy.symbol)
    places = {(table.origin_file[row], table.origin_entry[row]) for row in rows}
    known: set[_Place] = {*zip(table.origin_file, table.origin_entry, strict=True)} - places
    things = _things(portfolio)
    documents = tuple(
        _masked_set(document, file, known, things, shown)
        if isinstance(document, ObservationSet)
        else document
        for file, document in zip(portfolio.files(), portfolio.documents, strict=True)
    )
    inputs = shown_inputs(portfolio.inputs, shown)
    result = attrs.evolve(portfolio, documents=documents, inputs=inputs, observations=masked)
    if portfolio.is_valid:
        result.mark_valid()
    return result


def _things(portfolio: Portfolio) -> frozenset[str]:
    """Return the indicators whose counts are not of people."""
    indicators = portfolio.indicators().values()
    return frozenset(indicator.id for indicator in indicators if not indicator.counts_people)


def _masked_rows(portfolio: Portfolio, shown: ShownFigures) -> list[int]:
    """Return the rows of the table of a portfolio whose numbers are not shown."""
    table, things = portfolio.observations, _things(portfolio)
    kept: set[int] = set()
    if shown.observations.value is table.value:
        kept = {at for at, hidden in zip(shown.table_row, shown.hidden, strict=True) if not hidden}
    return [
        row
        for row, indicator in enumerate(table.indicator)
        if row not in kept and indicator not in things
    ]


def _masked(table: Observations, rows: list[int], symbol: str) -> Observations:
    """Return a table with a symbol for the numbers of some rows."""
    symbols = [*table.symbol]
    for row in rows:
        symbols[row] = symbols[row] or symbol
    return attrs.evolve(
        table,
        symbol=Coded(symbols),
        value=_without(table.value, rows),
        numerator=_without(table.numerator, rows),
        denominator=_without(table.denominator, rows),
    )


def _without(column: Numbers, rows: list[int]) -> Numbers:
    numbers: list[float] = [*column.buffer]
    for row in rows:
        numbers[row] = nan
    return Numbers.of_buffer(numbers)


def _masked_set(
    document: ObservationSet,
    file: str | None,
    known: set[_Place],
    things: frozenset[str],
    shown: ShownFigures,
) -> ObservationSet:
    """Return a set of figures with a symbol for those that are not shown."""
    if not document.observations:
        return document
    policy = shown.policy
    observations = tuple(
        row
        if row.indicator in things or (file, entry) in known
        else _without_numbers(row, policy.symbol)
        for entry, row in enumerate(document.observations, 1)
    )
    if observations == document.observations:
        return document
    meaning = SymbolMeaning(kind="suppressed", meaning=policy.meaning)
    symbols = FrozenMap({policy.symbol: meaning, **document.symbols})
    return document.changed(observations=observations, symbols=symbols)


def _without_numbers(row: Observation, symbol: str) -> Observation:
    return row.changed(value=None, numerator=None, denominator=None, symbol=row.symbol or symbol)
