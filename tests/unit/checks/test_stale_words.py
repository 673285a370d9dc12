"""Figures that have changed since somebody put them in simple words."""

import pytest

from sendframe.checks import figures_by_fact, stale_facts
from sendframe.evaluation import NoCatalogue
from sendframe.model import SimplifiedFact, Variant
from tests.evaluating import evaluate
from tests.unit.conftest import rate, seen, small
from tests.unit.reports.small_report import DAY

OLD, NEW = "indicator/rate/2023", "indicator/rate/2024"


@pytest.mark.parametrize(
    ("facts", "problems"),
    [
        ([(NEW, "75.0%")], []),
        ([(OLD, "25.0%"), (NEW, "75.0%")], []),
        ([(NEW, "74.0%")], [f"'{NEW}' was 74.0%, and is 75.0%"]),
        ([(OLD, "25.0%")], [f"'{OLD}' was 25.0%, and there is a newer figure: 75.0% in 2024"]),
        ([("indicator/gone", "1%")], ["there is no figure 'indicator/gone' any more; it was 1%"]),
        ([("indicator/rate/2022", "20.0%"), (NEW, "75.0%")],
         ["'indicator/rate/2022' was 20.0%, and is not available"]),
    ],
)  # fmt: skip
def test_what_has_changed_is_named(facts: list[tuple[str, str]], problems: list[str]) -> None:
    """With both values; a figure that is there no more has the meaning of its symbol."""
    area = small(rate(), seen(2022, None, None, symbol="x"), seen(2023, 10, 40), seen(2024, 30, 40))
    results = evaluate(area, as_at=DAY, catalogue=NoCatalogue()).indicators
    words = Variant(
        text="3 of 4.",
        simplifies=tuple(SimplifiedFact(fact=fact, value=value) for fact, value in facts),
    )
    assert [text for _, text in stale_facts(words, figures_by_fact(results))] == problems
