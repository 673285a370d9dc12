"""Figures of a made-up country, the same on every machine: 153 areas, 10 years, 60 indicators.

Nothing in them is real. Chance comes from a seeded generator whose whole numbers are the same in
every version of Python.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

import attrs

from sendframe.model import (
    CalendarYear,
    Indicator,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Period,
    Release,
    Text,
)

__all__ = ["Country", "make_country"]

AREAS, YEARS, INDICATORS, NEIGHBOURS = 153, 10, 60, 10
FIRST_YEAR = 2015
DIRECTIONS = ("higher", "lower", "higher", "neutral")
SYMBOLS = 50  # one figure in so many is a symbol


@attrs.frozen(eq=False)
class Country:
    """What a national evaluation is told.

    Attributes:
        indicators: The indicators.
        columns: The figures, by column.
        meta: The areas and releases.
        neighbours: By area, the areas it is compared with.
    """

    indicators: tuple[Indicator, ...]
    columns: dict[str, list[Any]]
    meta: ObservationSet
    neighbours: dict[str, tuple[str, ...]]

    def figures(self) -> list[Observation]:
        """Return the figures one by one, as frozen values."""
        names = list(self.columns)
        return [
            Observation(**dict(zip(names, row, strict=True)))
            for row in zip(*self.columns.values(), strict=True)
        ]

    def table(self) -> Observations:
        """Return the figures by column, made from columns."""
        return Observations.of_columns(**self.columns, sets=(self.meta,))


def rows_of(figures: list[Observation], origin: Origin) -> Iterator[tuple[Observation, Origin]]:
    """Yield each figure with where it was read."""
    return ((each, origin) for each in figures)


def make_country(
    areas: int = AREAS, years: int = YEARS, indicators: int = INDICATORS, seed: int = 1
) -> Country:
    """Return the figures: shares with their counts, a few of them symbols."""
    chance = Random(seed)  # nothing secret
    codes = [f"ZZ{number:07}" for number in range(1, areas + 1)]
    periods: list[Period] = [CalendarYear(year=FIRST_YEAR + each) for each in range(years)]
    made = [
        Indicator(
            id=f"indicator-{number:02}",
            title=Text(default=f"Indicator {number}"),
            unit="percent",
            unit_text="%",
            factor=100,
            direction=DIRECTIONS[number % len(DIRECTIONS)],
        )
        for number in range(indicators)
    ]
    names = "indicator area period value symbol numerator denominator release"
    columns: dict[str, list[Any]] = {name: [] for name in names.split()}
    for indicator in made:
        for code in codes:
            for period in periods:
                row = (indicator.id, code, period, *_figure(chance), "r1")
                for column, value in zip(columns.values(), row, strict=True):
                    column.append(value)
    size = min(NEIGHBOURS, areas - 1)
    return Country(
        tuple(made),
        columns,
        ObservationSet(
            id="country",
            title=Text(default="A made-up country"),
            areas=tuple(
                ObservedArea(code=each, name=f"Area {each}", kind="local-authority")
                for each in codes
            ),
            releases=(Release(id="r1", title="Figures", publisher="Nobody"),),
        ),
        {
            code: tuple(chance.sample([other for other in codes if other != code], size))
            for code in codes
        },
    )


def _figure(chance: Random) -> tuple[float | None, str | None, float | None, float | None]:
    """Return value, symbol, numerator and denominator of one figure."""
    if chance.randrange(SYMBOLS) == 0:
        return None, "x", None, None
    bottom = chance.randrange(50, 2000)
    top = bottom // 4 + chance.randrange(bottom // 2 + 1)  # no figure is six times another one
    return top / bottom * 100, None, float(top), float(bottom)
