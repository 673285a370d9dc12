"""The real example gives the figures that were published."""

import csv
from datetime import date
from pathlib import Path

import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import Evaluation, IndicatorResult, Portfolio
from sendframe.reports._phrase import figure_text
from sendframe.statistics import amount
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, seen, small

RATE = "ehc-plans-within-20-weeks"
EXTRACT = Path(__file__).parents[2] / "data" / "dfe-timeliness-extract" / "timeliness.csv"


@pytest.fixture(scope="module")
def evaluation(herefordshire: Portfolio) -> Evaluation:
    """Return what is known about the real example, without any rule."""
    return evaluate(
        herefordshire,
        herefordshire.observations,
        as_at=date(2025, 12, 31),
        catalogue=NoCatalogue(),
    )


@pytest.fixture(scope="module")
def timeliness(evaluation: Evaluation) -> IndicatorResult:
    """Return the 20-week rate, exceptions left out."""
    return next(each for each in evaluation.indicators if each.indicator == RATE)


def test_the_series_is_the_published_one(timeliness: IndicatorResult) -> None:
    """The 20-week rate reads 90.1, 91.0, 85.5, 74.7, 77.1, 67.6 for 2019 to 2024."""
    shown = [amount(each.value or 0.0, 1) for each in timeliness.points]
    assert shown == ["90.1", "91.0", "85.5", "74.7", "77.1", "67.6"]
    assert [str(each.period) for each in timeliness.points] == [str(y) for y in range(2019, 2025)]


def test_the_latest_point_has_its_counts(timeliness: IndicatorResult) -> None:
    """2024 is 225 of 333."""
    assert timeliness.latest is not None
    assert (timeliness.latest.numerator, timeliness.latest.denominator) == (225, 333)


@pytest.mark.parametrize(
    ("comparator", "shown", "method", "areas"),
    [
        ("england", "46.4", "single", 1),
        ("neighbours-2025", "49.9", "mean", 10),
        ("neighbours-2025-pooled", "42.4", "pooled", 10),
    ],
)
def test_benchmarks_are_the_worked_ones(
    timeliness: IndicatorResult, comparator: str, shown: str, method: str, areas: int
) -> None:
    """England is 46.4, the neighbours 49.9 as a plain mean and 42.4 pooled, of ten areas."""
    found = next(each for each in timeliness.comparisons if each.comparator == comparator)
    assert amount(found.value or 0.0, 1) == shown
    assert (found.method, found.areas, found.missing) == (method, areas, ())


@pytest.mark.parametrize(
    ("indicator", "shown"),
    [
        ("ehc-requests-refused", "20.3"),
        ("ehc-request-decisions-within-6-weeks", "97.6"),
        ("annual-review-decisions-within-4-weeks", "25.3"),
        ("tribunal-appeal-rate", "1.6"),
        ("tribunal-appeal-rate-in-development", "2.6"),
    ],
)
def test_rates_have_the_denominators_of_dfe(
    evaluation: Evaluation, indicator: str, shown: str
) -> None:
    """Each rate of the area is the one that was published, with the publisher's denominator."""
    found = next(each for each in evaluation.indicators if each.indicator == indicator)
    assert found.latest is not None
    assert amount(found.latest.value or 0.0, 1) == shown
    assert found.denominator


@pytest.mark.parametrize(
    ("indicator", "shown"),
    [
        ("ehc-requests-refused", "25.2"),
        ("ehc-request-decisions-within-6-weeks", "84.8"),
        ("annual-review-decisions-within-4-weeks", "44.4"),
    ],
)
def test_england_has_the_denominators_of_dfe(
    evaluation: Evaluation, indicator: str, shown: str
) -> None:
    """England's rates are those with DfE's denominators: 25.2, 84.8 and 44.4 per cent."""
    found = next(each for each in evaluation.indicators if each.indicator == indicator)
    england = next(each for each in found.comparisons if each.comparator == "england")
    assert amount(england.value or 0.0, 1) == shown


def test_the_break_of_2023_is_not_crossed(timeliness: IndicatorResult) -> None:
    """Change is from 2023 to 2024, and no trend is told from two comparable years."""
    assert timeliness.change is not None
    assert amount(timeliness.change.amount, 1) == "-9.5"
    assert timeliness.trend is None


def test_every_fact_can_be_traced(evaluation: Evaluation) -> None:
    """Each fact names facts it was worked out from, or what it was read from."""
    known = {each.id for each in evaluation.facts}
    for fact in evaluation.facts:
        assert fact.source or fact.derived_from, fact.id
        assert set(fact.derived_from) <= known


def test_dorset_reads_as_no_rate() -> None:
    """Dorset's real row of 2024 (585 plans, none without exceptions) reads as "no rate"."""
    with EXTRACT.open(encoding="utf-8-sig", newline="") as stream:
        row = next(each for each in csv.DictReader(stream) if each["la_name"] == "Dorset")
    assert (row["plans_issued_den"], row["plans_issued_den_ex"]) == ("585", "0")
    observed = seen(
        2024,
        float(row["plans_issued_20_weeks_ex"]),
        float(row["plans_issued_den_ex"]),
        symbol=row["PC_plans_issued_20_weeks_ex"],
    )
    portfolio = small(rate(), observed)
    found = evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=NoCatalogue()
    )
    (result,) = found.indicators
    assert result.latest is None
    assert figure_text(result, result.points[0]) == "no rate (x)"
    assert "no rate (0 of 0) (x: not available)" in found.facts[0].statement
    assert found.area == AREA
