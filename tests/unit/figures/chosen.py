"""Figures of two made-up areas and a country, as they count on one day."""

from datetime import date

from sendframe.figures import Figures, figures_of
from sendframe.model import (
    Indicator,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Release,
)
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, text

DAY = date(2026, 1, 31)

META = ObservationSet(
    id="figures",
    title=text("Figures"),
    areas=(
        ObservedArea(code=AREA, name="Wyeford", kind="local-authority", basis="resident"),
        ObservedArea(code=OTHER, name="Marlbeck", kind="local-authority"),
        ObservedArea(code=COUNTRY, name="Ardenia", kind="country"),
    ),
    releases=(
        Release(id="b", title="Old", publisher="Office", published_on=date(2025, 1, 1)),
        Release(id="a", title="New", publisher="Office", published_on=date(2025, 6, 1)),
    ),
)


def table(*rows: Observation) -> Observations:
    """Return a table of figures, with two releases."""
    return Observations.of(
        ((row, Origin("figures.json", entry=n)) for n, row in enumerate(rows, 1)), (META,)
    )


def chosen(*rows: Observation, indicator: Indicator | None = None, as_at: date = DAY) -> Figures:
    """Return the figures of one indicator that count on a day."""
    return figures_of(table(*rows), [indicator or rate()], as_at=as_at)
