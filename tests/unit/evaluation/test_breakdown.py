"""Parts of a whole, whatever their names are."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sendframe.evaluation import NoCatalogue
from sendframe.evaluation._fact_text import slug
from sendframe.model import CalendarYear, FrozenMap, Observation
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, small


def part(dimension: str, name: str) -> Observation:
    """Return one part of a count."""
    return Observation(
        indicator="rate",
        area=AREA,
        period=CalendarYear(year=2024),
        value=10,
        dimensions=FrozenMap({dimension: name}),
    )


def test_parts_may_have_any_name() -> None:
    """Names with blanks, signs and letters of other languages have facts of their own."""
    names = ("5 to 10", "5_to_10", "Łódź / Łomża", "further-education")
    rows = [part("age group", name) for name in names]
    portfolio = small(rate("neutral", unit="count", factor=None), *rows)
    found = evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=NoCatalogue()
    )
    (breakdown,) = found.indicators[0].breakdowns
    assert set(breakdown.parts) == set(names)
    assert len({each.fact for each in breakdown.parts.values()}) == len(names)


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_names_never_give_one_slug(one: str, other: str) -> None:
    """Slugs are as different as the names they stand for."""
    assert (slug(one) == slug(other)) == (one == other)


def test_long_names_still_give_short_ids_of_their_own() -> None:
    """A name of any length fits into a fact's id, and no two names share one."""
    names = ["a" * 500, "a" * 501, "é" * 500, "<" * 100, "a" * 80]
    slugs = [slug(each) for each in names]
    assert len(set(slugs)) == len(names)
    assert max(map(len, slugs)) <= 80
    assert all(re.fullmatch("[A-Za-z0-9._-]+", each) for each in slugs)
