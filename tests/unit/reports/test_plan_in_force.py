"""Which plan is printed as the strategy, and what may be drawn and said of it."""

from datetime import date

import pytest

from sendframe.model import (
    Action,
    Baseline,
    BenchmarkTarget,
    CalendarYear,
    Closing,
    ComparabilityBreak,
    Day,
    DifferenceMade,
    FinancialYear,
    Indicator,
    LevelTarget,
    Measure,
    Month,
    Observation,
    PlanPeriod,
    RangeTarget,
    WordsTarget,
)
from sendframe.reports import PathChart
from tests.unit.builtin.test_friendly_read import register, words_of
from tests.unit.conftest import rate, seen, small, text
from tests.unit.reports.small_report import plan, priority, report
from tests.unit.reports.walking import parts, said


def measured(
    target: object, baseline: Baseline | None, direction: str = "higher"
) -> list[PathChart]:
    """Return the paths of a priority with one measure."""
    measure = Measure(
        id="m", statement=text("More on time."), indicators=("rate",), target=target,
        baseline=baseline, serves=("help",),
    )  # fmt: skip
    documents = (plan(priorities=(priority(),), measures=(measure,)),)
    portfolio = small(rate(direction), seen(2023, 10, 40), seen(2024, 20, 40), documents=documents)
    model = report(portfolio, "priority-pages")
    return [part for part in parts(model.sections) if isinstance(part, PathChart)]


DUE = CalendarYear(year=2026)
START = Baseline(value=24.0, period=CalendarYear(year=2023))


@pytest.mark.parametrize(
    ("target", "direction", "aim"),
    [
        (LevelTarget(level=75, due=DUE), "higher", "75"),
        (RangeTarget(low=60, high=90, due=DUE), "higher", "60"),
        (RangeTarget(low=0, high=10, due=DUE), "lower", "10"),
        (BenchmarkTarget(statement=text("As A."), period=DUE, value=55, due=DUE), "higher", "55"),
    ],
)
def test_a_path_leads_from_start_to_aim(target: object, direction: str, aim: str) -> None:
    """The start is the figure of the series now known; of a range the end reached first is the aim."""
    (path,) = measured(target, START, direction)
    assert (path.start.text, path.now.text, path.aim.text) == ("25", "50", aim)
    assert path.start.facts
    assert path.title == "More on time (out of 100)"


@pytest.mark.parametrize(
    ("target", "baseline"),
    [
        (None, START),
        (LevelTarget(level=75, due=DUE), None),
        (WordsTarget(statement=text("Better.")), START),
        (RangeTarget(low=0, high=10, due=DUE), START),
        (LevelTarget(level=75, due=DUE), Baseline(statement=text("Low."))),
        (
            BenchmarkTarget(statement=text("As A."), period=DUE, value=55, due=DUE),
            Baseline(value=24.0, period=FinancialYear(start_year=2023)),
        ),
    ],
)
def test_without_start_or_aim_there_is_no_path(target: object, baseline: Baseline | None) -> None:
    """Nothing is drawn that nobody wrote; a range has no first end on a figure without direction."""
    direction = "neutral" if isinstance(target, RangeTarget) else "higher"
    assert measured(target, baseline, direction) == []


def test_a_start_that_the_series_does_not_have_is_the_one_written_down() -> None:
    """It rests on no fact, and needs no period."""
    (path,) = measured(LevelTarget(level=75, due=DUE), Baseline(value=24.0))
    assert (path.start.label, path.start.text, path.start.facts) == ("Start", "24", ())


def in_2027() -> dict[str, object]:
    """Return a period from 2027 on."""
    return {"period": PlanPeriod(starts=CalendarYear(year=2027), ends=CalendarYear(year=2029))}


def test_a_draft_or_later_strategy_is_not_printed_beside_the_one_in_force() -> None:
    """The one in force is the strategy; a draft alone makes the report a draft, and says so."""
    now, draft = plan(vision=text("Now.")), plan("next", status="draft", vision=text("Next."))
    later = plan("later", vision=text("Later."), **in_2027())
    words = words_of(small(rate(), documents=(now, draft, later)), "vision")
    assert "Now." in words
    assert "Next." not in words
    assert "Later." not in words
    alone = report(small(rate(), documents=(draft,)), "vision", public=True)
    assert "Next." in said(alone)
    (reason,) = alone.draft
    assert "a plan in force. This one is a draft, or begins later." in reason


def test_a_strategy_whose_time_is_over_says_so() -> None:
    """On the day after its last day, and not on that day; an extension counts."""
    period = PlanPeriod(starts=CalendarYear(year=2024), ends=Day(on=date(2026, 1, 31)))
    ended_ = plan(vision=text("Now."), period=period)
    model = report(small(rate(), documents=(ended_,)), "vision", public=True)
    assert model.draft == ()
    over = plan(
        vision=text("Now."),
        period=PlanPeriod(starts=CalendarYear(year=2024), ends=Day(on=date(2026, 1, 30))),
    )
    (reason,) = report(small(rate(), documents=(over,)), "vision", public=True).draft
    assert "The time of this one ended with 30 January 2026." in reason
    extended = over.changed(extended_to=CalendarYear(year=2026))
    assert report(small(rate(), documents=(extended,)), "vision", public=True).draft == ()


def test_two_strategies_are_named() -> None:
    """So that nobody takes them for one."""
    both = (plan(vision=text("One.")), plan("other", vision=text("Two.")))
    words = words_of(small(rate(), documents=both), "vision")
    assert "One.\nThe plan:" in words
    assert "Two.\nThe other:" in words


def test_a_path_is_not_drawn_where_figures_may_not_be_compared() -> None:
    """Across a break, to another type of period, from a hidden start, or of a figure in doubt."""
    measure = Measure(
        id="m", statement=text("More on time"), indicators=("rate",),
        target=LevelTarget(level=75, due=DUE), baseline=START, serves=("help",),
    )  # fmt: skip

    def drawn(indicator: Indicator, start: Observation, one: Measure = measure) -> bool:
        documents = (plan(priorities=(priority(),), measures=(one,)),)
        portfolio = small(indicator, start, seen(2024, 20, 40), documents=documents)
        model = report(portfolio, "priority-pages")
        words = said(model)
        paths = [part for part in parts(model.sections) if isinstance(part, PathChart)]
        assert paths or "More on time." in words  # in words alone
        return bool(paths)

    assert drawn(rate(), seen(2023, 10, 40))
    broken = ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("New rules."))
    assert not drawn(rate(breaks=(broken,)), seen(2023, 10, 40))
    assert not drawn(rate(), seen(2023, None, None, symbol="x"))
    month = measure.changed(baseline=Baseline(value=24.0, period=Month(year=2023, month=3)))
    assert not drawn(rate(), seen(2023, 10, 40), month)


def test_an_aim_whose_date_has_passed_says_so() -> None:
    """On the day after its last day."""
    (path,) = measured(LevelTarget(level=75, due=CalendarYear(year=2025)), START)
    assert path.aim.label == "Aim, 2025 (passed)"
    (path,) = measured(LevelTarget(level=75, due=CalendarYear(year=2026)), START)
    assert path.aim.label == "Aim, 2026"


def test_a_closed_action_is_closed_whatever_its_status_says() -> None:
    """One action has one state in all reports, and no date to come."""
    closing = Closing(
        closed_on=Day(on=date(2026, 1, 15)),
        wanted=text("A club."),
        did=text("A club."),
        difference=DifferenceMade(text=text("Friends.")),
    )
    action = Action(id="a", title=text("Open"), due=Month(year=2026, month=6), closing=closing)
    portfolio = small(
        rate(), documents=(plan(priorities=(priority(actions=("a",)),)), register(action))
    )
    assert "closed" in words_of(portfolio, "priority-pages")
    assert words_of(portfolio, "by-when") == ""
