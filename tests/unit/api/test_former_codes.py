"""An area is found under each code it ever had, whoever writes which."""

from datetime import date

import attrs
import pytest

import sendframe
from sendframe.documents import neighbour_list
from sendframe.model import (
    AreaName,
    AreaRegister,
    CalendarYear,
    ComparatorSet,
    Comparison,
    Evaluation,
    FormerCode,
    Portfolio,
    RegisteredArea,
)
from tests.unit.conftest import AREA, OTHER, rate, seen, small, text

RATE = "ehc-plans-within-20-weeks"
ONCE = "ZZ0000902"


def compared(evaluation: Evaluation, indicator: str, comparator: str) -> Comparison:
    """Return the benchmark of 2024."""
    result = next(item for item in evaluation.indicators if item.indicator == indicator)
    return next(
        item
        for item in result.comparisons
        if item.comparator == comparator and item.period == CalendarYear(year=2024)
    )


def test_a_set_of_present_codes_finds_figures_under_former_ones(
    herefordshire: Portfolio,
) -> None:
    """The release of 2025 writes Somerset and North Yorkshire as counties; both are found."""
    codes = tuple(item.area for item in neighbour_list("2025").of("E06000019"))
    assert not set(codes) <= set(herefordshire.observations.area)
    sets = tuple(
        set_.changed(areas=codes) if set_.edition == "2025" else set_
        for set_ in herefordshire.manifest.comparator_sets
    )
    portfolio = attrs.evolve(
        herefordshire, manifest=herefordshire.manifest.changed(comparator_sets=sets)
    )
    evaluation = sendframe.evaluate(portfolio)
    mean = compared(evaluation, RATE, "neighbours-2025")
    pooled = compared(evaluation, RATE, "neighbours-2025-pooled")
    assert (round(mean.value or 0, 1), mean.areas, mean.missing) == (49.9, 10, ())
    assert (round(pooled.value or 0, 1), pooled.areas, pooled.missing) == (42.4, 10, ())
    names = {member.area: member.name for member in mean.members}
    assert names["E06000066"] == "Somerset"


def fictional(*areas: str) -> Portfolio:
    """Return a portfolio whose neighbour once had another code, compared with these areas."""
    register = AreaRegister(
        id="areas",
        title=text("Areas"),
        edition="2025",
        areas=(
            RegisteredArea(
                code=OTHER,
                kind="local-authority",
                names=(AreaName(source="nobody", name="Marlbeck"),),
                former_codes=(FormerCode(code=ONCE, valid_to=date(2024, 3, 31)),),
            ),
        ),
    )
    neighbours = ComparatorSet(
        id="near", title=text("Near"), kind="custom", areas=areas, method="mean"
    )
    rows = seen(2024, 1, 4), seen(2024, 3, 4, area=OTHER)
    return small(rate(), *rows, documents=(register,), comparator_sets=(neighbours,))


@pytest.mark.parametrize("areas", [(OTHER,), (ONCE,), (ONCE, OTHER), (ONCE, AREA)])
def test_a_register_of_the_portfolio_counts(areas: tuple[str, ...]) -> None:
    """Its codes are known as the packaged ones are; an area under two of them counts once."""
    result = compared(sendframe.evaluate(fictional(*areas)), "rate", "near")
    assert (result.value, result.areas, result.missing) == (75.0, 1, ())
    assert [member.name for member in result.members] == ["Marlbeck"]


def test_an_area_without_figures_is_reported_as_missing() -> None:
    """A code that nothing knows is listed with the benchmark, as an area without a figure is."""
    result = compared(sendframe.evaluate(fictional(OTHER, "ZZ0000999")), "rate", "near")
    assert (result.areas, result.missing) == (1, ("ZZ0000999",))


def test_the_area_itself_may_be_named_under_a_former_code() -> None:
    """Its own figures are found, and it is left out of its own benchmark."""
    portfolio = fictional(OTHER, ONCE)
    area = portfolio.manifest.area.changed(code=ONCE)
    moved = attrs.evolve(portfolio, manifest=portfolio.manifest.changed(area=area))
    (result,) = sendframe.evaluate(moved).indicators
    assert result.latest is not None
    assert result.latest.value == 75.0
    assert result.comparisons[0].members == ()
