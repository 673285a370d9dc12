"""Figures of a few made-up areas, for the tests of many areas beside each other."""

from datetime import date
from typing import Any

import attrs

from sendframe.evaluation import AreaEvaluation, area_tables
from sendframe.figures import figures_of
from sendframe.model import (
    FrozenMap,
    Indicator,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Release,
)
from tests.unit.conftest import rate, seen, text

DAY = date(2026, 1, 31)
CODES = tuple(f"ZZ000000{number}" for number in range(1, 7))
COUNTRY = "ZZC000001"
TOPS = (10.0, 20.0, 20.0, 40.0, 50.0, None)


def table(*rows: Observation) -> Observations:
    """Return figures of six authorities and a country, with two releases."""
    meta = ObservationSet(
        id="figures",
        title=text("Figures"),
        areas=(
            *(ObservedArea(code=each, name=each, kind="local-authority") for each in CODES),
            ObservedArea(code=COUNTRY, name="Ardenia", kind="country"),
        ),
        releases=(
            Release(id="r1", title="First", publisher="Office", published_on=date(2025, 1, 1)),
            Release(id="r2", title="Second", publisher="Office", published_on=date(2025, 6, 1)),
        ),
    )
    return Observations.of(((row, Origin()) for row in rows), (meta,))


def with_bases(figures: Observations, bases: dict[str, str | None]) -> Observations:
    """Return figures whose areas are about the people of a basis."""
    known = {code: basis for code, basis in bases.items() if basis is not None}
    return attrs.evolve(figures, bases=FrozenMap(known))


def found(
    *rows: Observation, indicator: Indicator | None = None, as_at: date = DAY, **more: Any
) -> AreaEvaluation:
    """Return what is known of one indicator."""
    figures = figures_of(table(*rows), (indicator or rate(),), as_at=as_at)
    return area_tables(figures, **more)


def year_of(tops: tuple[float | None, ...], year: int = 2024, **more: Any) -> list[Observation]:
    """Return one figure an area, out of 100; a symbol where there is none."""
    return [
        seen(
            year,
            top,
            None if top is None else 100,
            area=code,
            symbol="x" if top is None else None,
            **more,
        )
        for code, top in zip(CODES, tops, strict=False)
    ]
