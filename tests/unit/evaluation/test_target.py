"""Where the latest figure stands to what was aimed for, and where that cannot be said."""

from datetime import date

import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    Baseline,
    BenchmarkTarget,
    CalendarYear,
    DateInWords,
    FinancialYear,
    LevelTarget,
    Measure,
    Month,
    Period,
    Point,
    RangeTarget,
    Strategy,
    Target,
    TargetPosition,
    When,
    WordsTarget,
    YearToDate,
)
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.positions import position as target_position

DUE = CalendarYear(year=2026)
TO_DATE = YearToDate(year_kind="financial", year=2025, until=date(2025, 9, 30))
LAST_TO_DATE = YearToDate(year_kind="financial", year=2024, until=date(2024, 9, 30))


def position(
    target: Target,
    period: Period,
    *,
    baseline: Period | None = None,
    direction: str | None = "higher",
    **more: object,
) -> TargetPosition:
    """Return where 75.0% in a period stands to a target."""
    measure = Measure(
        id="m",
        statement=text("More on time"),
        indicators=("rate",),
        baseline=None if baseline is None else Baseline(value=50.0, period=baseline),
        target=target,
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    area = small(rate(direction, **more), seen(2024, 3, 4, period=period), documents=(plan,))
    (result,) = evaluate(area, as_at=date(2026, 1, 31), catalogue=NoCatalogue()).indicators
    (found,) = result.targets
    return found


LEVEL = LevelTarget(level=70, due=DUE)


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (DUE, "the target is 80% or more by 2026; "),
        (DateInWords(text="by the end"), "the target is 80% or more (by the end); "),
    ],
)
def test_a_due_date_in_words_stands_by_itself(due: When, told: str) -> None:
    """It may begin with a preposition of its own, and it may be "ongoing"."""
    measure = Measure(
        id="m", statement=text("More"), indicators=("rate",), target=LevelTarget(level=80, due=due)
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    area = small(rate("higher"), seen(2024, 3, 4), documents=(plan,))
    evaluation = evaluate(area, as_at=date(2026, 1, 31), catalogue=NoCatalogue())
    (statement,) = (fact.statement for fact in evaluation.facts if fact.id.startswith("measure/"))
    assert told in statement


@pytest.mark.parametrize(
    ("target", "direction", "gap", "reached"),
    [
        (LEVEL, "higher", 0.0, True),
        (LEVEL, "lower", 5.0, False),
        (LEVEL, "range", 5.0, False),
        (LEVEL, "neutral", 5.0, None),
        (LEVEL, None, 5.0, None),
        (LevelTarget(level=80, due=DUE), "higher", 5.0, False),
        (LevelTarget(level=75, due=DUE), "higher", 0.0, True),
        (LevelTarget(level=75, due=DUE), "lower", 0.0, True),
        (RangeTarget(low=70, high=80, due=DUE), "higher", 0.0, True),
        (RangeTarget(low=80, high=90, due=DUE), "higher", 5.0, False),
        (RangeTarget(low=10, high=20, due=DUE), "higher", 55.0, False),
        (WordsTarget(statement=text("Better."), due=DUE), "higher", None, None),
    ],
)
def test_a_target_is_reached_inside_what_is_aimed_for(
    target: Target, direction: str | None, gap: float | None, *, reached: bool | None
) -> None:
    """Its ends are inside; where no way is better nothing is reached, and words have no gap."""
    found = position(target, CalendarYear(year=2024), direction=direction)
    assert (found.gap, found.reached, found.not_compared) == (gap, reached, None)


def test_a_target_of_nought_is_missed_by_what_is_below_it() -> None:
    """A score of -5 is five off a target of 0 or more, and a score of 5 reaches it."""
    target, period = LevelTarget(level=0, due=DUE), CalendarYear(year=2024)
    measure = Measure(id="m", statement=text("Up"), indicators=("rate",), target=target)
    for value, gap in ((-5.0, 5.0), (5.0, 0.0)):
        latest = Point(period=period, value=value, status="final", fact="indicator/rate/2024")
        found = target_position(measure, rate("higher", unit="score"), latest)
        assert found is not None
        assert (found.gap, found.reached) == (gap, value == 5)


PART = (
    "2025-26 to 30 September 2025 is counted only up to a day, and the target is for whole periods."
)


@pytest.mark.parametrize(
    ("target", "more"),
    [
        (LEVEL, {}),
        (LEVEL, {"period_type": "financial_year"}),
        (LEVEL, {"baseline": FinancialYear(start_year=2023)}),
        (LEVEL, {"baseline": FinancialYear(start_year=2023), "period_type": "year_to_date"}),
        (RangeTarget(low=70, high=80, due=DUE), {}),
        (
            BenchmarkTarget(
                statement=text("England's 70%"),
                comparator="england",
                period=FinancialYear(start_year=2023),
                value=70,
                due=DUE,
            ),
            {"period_type": "year_to_date"},
        ),
    ],
)
def test_a_year_to_date_never_reaches_a_target_for_whole_years(
    target: Target, more: dict[str, object]
) -> None:
    """Neither reached nor missed, whether the target, its baseline or the indicator says so."""
    found = position(target, TO_DATE, **more)
    assert (found.gap, found.reached, found.not_compared) == (None, None, PART)


@pytest.mark.parametrize("more", [{"period_type": "year_to_date"}, {"baseline": LAST_TO_DATE}])
def test_a_target_to_date_is_reached_by_a_figure_to_date(more: dict[str, object]) -> None:
    """Where it says that it is for such periods, and by no whole year then."""
    assert position(LEVEL, TO_DATE, **more).reached is True
    whole = position(LEVEL, FinancialYear(start_year=2024), **more)
    assert (whole.reached, whole.gap) == (None, None)
    assert whole.not_compared is not None


@pytest.mark.parametrize("period", [CalendarYear(year=2024), Month(year=2025, month=3)])
def test_a_target_of_no_type_is_for_whole_periods_of_any(period: Period) -> None:
    """Where nothing says of which type, any whole one may reach it."""
    assert position(LEVEL, period).reached is True
