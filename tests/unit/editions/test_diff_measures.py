"""Differences between measures and due dates of two editions."""

import pytest

from sendframe.model import (
    BenchmarkTarget,
    CalendarYear,
    DateInWords,
    LevelTarget,
    Measure,
    MeasureActual,
    MeasureMilestone,
    Month,
    RangeTarget,
    Responsible,
    WordsTarget,
)
from tests.unit.conftest import text
from tests.unit.editions.small_documents import (
    strategy,
    words,
)


def test_measures_are_told_by_what_they_aim_for() -> None:
    """A new target, and a target that is gone, are both told in words."""
    measure = Measure(id="m", statement=text("More plans on time."))
    aimed = measure.changed(target=LevelTarget(level=75.5, due=Month(year=2026, month=12)))
    assert words(strategy(measures=(measure,)), strategy(measures=(aimed,))) == [
        "Other aim, ‘target’ of the measure ‘More plans on time.’: new is ‘75.5 by December 2026’."
    ]


def test_where_a_measure_stands_is_one_change_with_its_date() -> None:
    """Other words for it are another state, and no rewording; its lead is named."""
    measure = Measure(id="m", statement=text("More say."))
    before = measure.changed(actual=MeasureActual(statement=text("Drafted")))
    after = measure.changed(
        actual=MeasureActual(statement=text("Agreed"), on=Month(year=2025, month=7)),
        leads=(Responsible(role="head of help"),),
    )
    assert words(strategy(measures=(before,)), strategy(measures=(after,))) == [
        "Changed, ‘where it stands’ of the measure ‘More say.’: ‘Drafted’ became ‘Agreed (July 2025)’.",
        "New under ‘who leads it’ of the measure ‘More say.’: head of help.",
    ]


LATER = DateInWords(text="when funded")
PINNED = CalendarYear(year=2024)
MARCH = Month(year=2027, month=3)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("target", LevelTarget(level=65, due=LATER), "65 (when funded)"),
        ("target", RangeTarget(low=2, high=3, due=LATER), "2 to 3 (when funded)"),
        ("target", RangeTarget(low=2, high=3, due=MARCH), "2 to 3 from March 2027 on"),
        ("target", WordsTarget(statement=text("Fewer"), due=LATER), "Fewer (when funded)"),
        ("target", WordsTarget(statement=text("Fewer"), due=MARCH), "Fewer (by March 2027)"),
        (
            "target",
            BenchmarkTarget(statement=text("England"), period=PINNED, due=LATER),
            "England (2024), when funded",
        ),
        (
            "milestones",
            (MeasureMilestone(due=LATER, level=4, statement=text("Four")),),
            "4, Four (when funded)",
        ),
    ],
)
def test_a_due_date_in_words_stands_by_itself(field: str, value: object, told: str) -> None:
    """It may begin with a preposition of its own, such as in "by the end of the plan"."""
    measure = Measure(id="m", statement=text("More plans on time."))
    new = measure.changed(**{field: value})
    (sentence,) = words(strategy(measures=(measure,)), strategy(measures=(new,)))
    assert sentence.endswith(f"‘{told}’.")
