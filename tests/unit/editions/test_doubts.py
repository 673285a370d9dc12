"""Figures of two editions that are in doubt, and what an area accepted of that."""

from datetime import date, timedelta
from typing import Any

import attrs

from sendframe.editions import diff_documents, diff_portfolios
from sendframe.model import AcceptedException, Observation, ObservationSet
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, small, text

from .small_documents import only

DAY = date(2026, 1, 31)


def compared(*rows: Observation, **more: Any) -> list[str | None]:
    """Return what each figure of the sample became, where these are the figures now."""
    new = attrs.evolve(small(rate(), *rows), **more)
    differences = diff_portfolios(small(rate(), seen(2020, 52, 100)), new)
    return [difference.after for difference in differences if difference.thing == "figure"]


def test_a_comparison_of_portfolios_has_doubts() -> None:
    """Of every area, by its own series and by the comparators of the portfolio."""
    slip = seen(2024, 510, 10_000)
    assert compared(seen(2023, 49, 100), slip)[1:2] == ["5.100 (510 of 10,000) (in doubt: SFR407)"]
    plain = seen(2023, 71, 100).changed(numerator=None, denominator=None)
    here, there = plain.changed(value=7.2), plain.changed(area=COUNTRY)
    assert compared(here, there)[0] == "7.200 (in doubt: SFR407)"
    other = (plain.changed(area=OTHER), plain.changed(area=OTHER, value=7.2, period=slip.period))
    assert compared(*other)[1] == "7.200 (in doubt: SFR407)"


def test_what_an_area_accepted_settles_its_doubts_until_it_expires() -> None:
    """On the day of the portfolio; without a day nothing is known to hold still."""
    rows = seen(2023, 49, 100), seen(2024, 510, 10_000), seen(2023, 49, 100, area=OTHER)
    rows = (*rows, seen(2024, 510, 10_000, area=OTHER))
    manifest = small(rate()).manifest
    for about, expires, as_at, marks in (
        ("rate", DAY, DAY, [False, True]),
        (None, DAY, DAY, [False, True]),
        ("other", DAY, DAY, [True, True]),
        ("rate", DAY - timedelta(days=1), DAY, [True, True]),
        ("rate", DAY, None, [True, True]),
    ):
        exception = AcceptedException(
            id="e", code="SFR407", about=about, owner_role="Analyst", reason=text("True"),
            expires_on=expires,
        )  # fmt: skip
        changed = manifest.changed(accepted_exceptions=(exception,), as_at=as_at)
        after = [words for words in compared(*rows, manifest=changed) if words and "5.100" in words]
        assert ["in doubt" in words for words in after] == marks


def test_a_comparison_of_sets_has_the_marks_that_definitions_give() -> None:
    """And the figures that stand in tables beside the documents, where these are given."""
    old = small(rate(), seen(2023, 49, 100), seen(2024, 50, 100))
    new = small(rate(), seen(2023, 49, 100), seen(2024, 510, 10_000))
    before, after = (next(portfolio.of(ObservationSet)) for portfolio in (old, new))
    assert only(diff_documents(before, after)).after == "5.100 (510 of 10,000)"
    known = {"rate": rate()}
    marked = "5.100 (510 of 10,000) (in doubt: SFR407)"
    assert only(diff_documents(before, after, indicators=known)).after == marked
    tables = old.observations, new.observations
    found = only(diff_documents(before, before, indicators=known, tables=tables))
    assert found.after == marked
    assert found.ids == (AREA,)
