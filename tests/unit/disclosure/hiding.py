"""Small tables of counts, and what is hidden in them."""

from collections.abc import Mapping
from datetime import date

from sendframe.disclosure import (
    POLICIES,
    DisclosurePolicy,
    EarlierEditions,
    ShownFigures,
    disclose,
)
from sendframe.figures import figures_of
from sendframe.model import (
    CalendarYear,
    FrozenMap,
    Indicator,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Period,
    ShownRecord,
    SymbolMeaning,
)
from tests.unit.conftest import AREA, rate, text

DAY = date(2026, 1, 31)
YEAR = CalendarYear(year=2024)
CAUTIOUS = POLICIES["cautious"]


def count(id_: str, **more: object) -> Indicator:
    """Return an indicator that is a count of people."""
    return rate("neutral", id=id_, unit="count", factor=None, **more)


def seen_count(
    id_: str,
    value: float | None,
    period: Period = YEAR,
    *,
    area: str = AREA,
    symbol: str = "c",
    **dimensions: str,
) -> Observation:
    """Return one figure of a count; None is one that the publisher hid."""
    return Observation(
        indicator=id_,
        area=area,
        period=period,
        value=value,
        symbol=symbol if value is None else None,
        dimensions=FrozenMap(dimensions),
    )


def seen_rate(
    id_: str, top: float, bottom: float, period: Period = YEAR, **dimensions: str
) -> Observation:
    """Return one rate with its counts."""
    return Observation(
        indicator=id_,
        area=AREA,
        period=period,
        value=top / bottom * 100,
        numerator=top,
        denominator=bottom,
        dimensions=FrozenMap(dimensions),
    )


def hide(
    indicators: tuple[Indicator, ...],
    *rows: Observation,
    policy: DisclosurePolicy = CAUTIOUS,
    within: Mapping[str, str] = FrozenMap(),
    record: ShownRecord | None = None,
) -> ShownFigures:
    """Return what may be shown of some figures."""
    figures = ObservationSet(
        id="figures",
        title=text("Figures"),
        symbols=FrozenMap(
            {
                "c": SymbolMeaning(kind="suppressed", meaning="suppressed"),
                "x": SymbolMeaning(kind="not_available", meaning="not available"),
            }
        ),
        areas=tuple(
            ObservedArea(code=part, name=part, kind="locality", within=whole)
            for part, whole in within.items()
        ),
    )
    table = Observations.of(
        ((row, Origin("figures.json", entry=number)) for number, row in enumerate(rows, 1)),
        (figures,),
    )
    earlier = EarlierEditions.of(() if record is None else (record,))
    return disclose(figures_of(table, indicators, as_at=DAY), policy, earlier=earlier)


def hidden(shown: ShownFigures) -> set[str]:
    """Return each hidden cell without the area and the period."""
    return {
        " ".join((cell.split()[0], *(word for word in cell.split() if "=" in word)))
        for cell in shown.hidden_cells
    }
