"""What an evaluation says of small made-up portfolios."""

from collections.abc import Iterator
from datetime import date

import attrs
import pytest

from sendframe.checks import Check, CheckContext
from sendframe.errors import Diagnostic, Location, Related
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    BenchmarkTarget,
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    Evaluation,
    Indicator,
    LevelTarget,
    Measure,
    Observation,
    Portfolio,
    RangeTarget,
    Strategy,
    WordsTarget,
)
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, small, text

DAY = date(2026, 1, 31)


def told(portfolio: Portfolio, as_at: date = DAY) -> Evaluation:
    """Return the evaluation without rules."""
    return evaluate(portfolio, portfolio.observations, as_at=as_at, catalogue=NoCatalogue())


def plan(*measures: Measure) -> Strategy:
    """Return a plan with measures."""
    return Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        measures=measures,
    )


def test_a_newer_release_replaces_an_older_one() -> None:
    """Of two figures for one period the one of the newer release counts."""
    portfolio = small(rate(), seen(2024, 1, 4), seen(2024, 3, 4, release="r2"))
    (result,) = told(portfolio).indicators
    assert [each.value for each in result.points] == [75.0]


def test_a_release_of_the_future_is_not_known_yet() -> None:
    """Evaluated before a release was published, the earlier figure counts."""
    portfolio = small(rate(), seen(2024, 1, 4), seen(2024, 3, 4, release="r2"))
    (result,) = told(portfolio, date(2025, 3, 1)).indicators
    assert [each.value for each in result.points] == [25.0]


def test_management_information_is_never_joined() -> None:
    """A published series takes in no management information, nor a projection."""
    portfolio = small(
        rate(),
        seen(2023, 1, 4),
        seen(2024, 2, 4, status="management-information"),
        seen(2025, 3, 4, status="projected"),
    )
    (result,) = told(portfolio).indicators
    assert [str(each.period) for each in result.points] == ["2023"]


@pytest.mark.parametrize(
    ("values", "trend"),
    [
        ((1, 2, 3), "rising"),
        ((3, 2, 2), "falling"),
        ((2, 2, 2), "level"),
        ((1, 3, 2), "mixed"),
        ((1, 2), None),
    ],
)
def test_a_trend_needs_three_points(values: tuple[int, ...], trend: str | None) -> None:
    """Three comparable points say rising, falling, level or mixed; two say nothing."""
    rows = [seen(2020 + n, value, 4) for n, value in enumerate(values)]
    (result,) = told(small(rate(), *rows)).indicators
    assert result.trend == trend


def test_nothing_is_compared_across_a_break() -> None:
    """Change and trend stop at a comparability break."""
    broken = ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("New form"))
    rows = [seen(year, year - 2020, 10) for year in range(2021, 2025)]
    (result,) = told(small(rate(breaks=(broken,)), *rows)).indicators
    assert result.change is None
    assert result.trend is None


def test_a_symbol_before_leaves_no_change() -> None:
    """Where the period before holds a symbol there is no change."""
    rows = (seen(2023, None, None, symbol="x"), seen(2024, 1, 4))
    (result,) = told(small(rate(), *rows)).indicators
    assert result.change is None
    assert result.points[0].meaning == "not available"


COMPARED = [
    ("mean", (OTHER, COUNTRY), 62.5, 2, ()),
    ("pooled", (OTHER, COUNTRY), 5 / 12 * 100, 2, ()),
    ("median", (OTHER, COUNTRY, AREA), 62.5, 2, ()),
    ("single", (COUNTRY,), 25.0, 1, ()),
    ("mean", (OTHER, "ZZ0000009"), 100.0, 1, ("ZZ0000009",)),
    ("single", ("ZZ0000009",), None, 0, ("ZZ0000009",)),
]


@pytest.mark.parametrize(("method", "areas", "value", "used", "missing"), COMPARED)
def test_benchmarks_say_what_they_rest_on(
    method: str, areas: tuple[str, ...], value: float | None, used: int, missing: tuple[str, ...]
) -> None:
    """Each method gives its figure, how many areas it rests on, and which are missing."""
    comparator = ComparatorSet(
        id="c", title=text("Others"), kind="custom", areas=areas, method=method
    )
    portfolio = small(
        rate(),
        seen(2024, 1, 2),
        seen(2024, 2, 2, area=OTHER),
        seen(2024, 3, 12, area=COUNTRY) if method != "pooled" else seen(2024, 3, 10, area=COUNTRY),
        comparator_sets=(comparator,),
    )
    (result,) = told(portfolio).indicators
    (found,) = result.comparisons
    assert found.value == (None if value is None else pytest.approx(value))
    assert (found.areas, found.missing) == (used, missing)


def test_counts_are_compared_with_nobody() -> None:
    """A count grows with the size of an area, so it has no benchmark."""
    count = rate("neutral", unit="count", factor=None)
    (result,) = told(small(count, seen(2024, 1, 2))).indicators
    assert result.comparisons == ()


def test_pooling_needs_counts() -> None:
    """Without counts nothing is pooled, and the areas are named as missing."""
    comparator = ComparatorSet(
        id="c", title=text("Others"), kind="custom", areas=(OTHER,), method="pooled"
    )
    other = Observation(indicator="rate", area=OTHER, period=CalendarYear(year=2024), value=50.0)
    portfolio = small(rate(), seen(2024, 1, 2), other, comparator_sets=(comparator,))
    (result,) = told(portfolio).indicators
    assert (result.comparisons[0].value, result.comparisons[0].missing) == (None, (OTHER,))


DUE = CalendarYear(year=2025)
TARGETS = [
    (LevelTarget(level=60.0, due=DUE), "higher", 10.0, False, "60% or more"),
    (LevelTarget(level=40.0, due=DUE), "higher", 0.0, True, "40% or more"),
    (LevelTarget(level=40.5, due=DUE), "lower", 9.5, False, "40.5% or less"),
    (LevelTarget(level=60.0, due=DUE), "neutral", 10.0, None, "60%"),
    (RangeTarget(low=20.0, high=45.0, due=DUE), "range", 5.0, False, "between 20% and 45%"),
    (WordsTarget(statement=text("Fewer waits.")), "lower", None, None, "Fewer waits"),
    (
        BenchmarkTarget(
            statement=text("England 2021."), period=CalendarYear(year=2021), value=55.0, due=DUE
        ),
        "higher",
        5.0,
        False,
        "England 2021",
    ),
]


@pytest.mark.parametrize(("target", "direction", "gap", "reached", "words"), TARGETS)
def test_targets_of_every_kind_have_a_position(
    target: object, direction: str, gap: float | None, reached: bool | None, words: str
) -> None:
    """Level, range, pinned benchmark and words only: each says how far off the figure is."""
    measure = Measure(
        id="m",
        statement=text("More on time"),
        intended_direction=direction,
        indicators=("rate",),
        target=target,
    )
    (result,) = told(small(rate(), seen(2024, 1, 2), documents=(plan(measure),))).indicators
    (position,) = result.targets
    assert (position.gap, position.reached, position.statement) == (gap, reached, words)


def test_a_measure_without_a_target_has_no_position() -> None:
    """A measure without a number is a measure, and has no position."""
    measure = Measure(id="m", statement=text("More on time"), indicators=("rate",))
    (result,) = told(small(rate(), seen(2024, 1, 2), documents=(plan(measure),))).indicators
    assert (result.targets, result.measures) == ((), ("m",))


def test_the_result_names_its_inputs(herefordshire: Portfolio) -> None:
    """Every file of the portfolio, and each document it takes in, has the hash of its contents."""
    found = told(herefordshire)
    forms = {each.path: each.form for each in found.inputs}
    assert forms["strategy.json"] == "rfc8785"
    assert forms["figures/observations.csv"] == "raw"
    assert len(forms) == len(herefordshire.documents) + 2


def test_the_same_input_gives_an_equal_result(wyeford: Portfolio) -> None:
    """Evaluating twice gives equal values."""
    assert told(wyeford) == told(wyeford)


def test_an_indicator_keeps_its_direction(herefordshire: Portfolio) -> None:
    """Process counts are neutral in the result as they are in the definition."""
    directions = {each.indicator: each.direction for each in told(herefordshire).indicators}
    assert directions["ehc-requests"] == "neutral"
    assert directions["ehc-plans-within-20-weeks"] == "higher"


def test_indicators_are_attrs_values() -> None:
    """An indicator can be changed into a new one with attrs' own tools."""
    assert attrs.evolve(rate(), decimals=2).decimals == 2
    assert isinstance(rate(), Indicator)


def test_a_check_knows_the_kinds_of_section_of_the_catalogue() -> None:
    """Those of sendframe and of each plug-in that may run."""
    asked: list[tuple[str, ...]] = []

    def run(context: CheckContext) -> tuple[()]:
        asked.append(context.section_kinds)
        return ()

    check = Provided(Check("KENT001", "A", "A.", run), "kent", "sendframe-kent", "1.0")
    sections = dict.fromkeys(("kent.plans", "a"), check)
    catalogue = NoCatalogue(checks={"KENT001": check}, sections=sections)
    evaluate(small(rate()), as_at=DAY, catalogue=catalogue)
    assert asked == [("a", "kent.plans")]


@pytest.mark.parametrize(
    "wrong",
    [
        [Diagnostic("kent.good", "a finding under the code of another check")],
        [Diagnostic("kent.bad", "its own"), Diagnostic("SFR001", "a code of sendframe")],
        ["a sentence"],
        [None],
    ],
)
def test_a_check_that_reports_something_else_has_failed(wrong: list[object]) -> None:
    """Only diagnostics of its own code are accepted: of any other, all that it found is dropped."""
    known = {
        "kent.bad": Check("kent.bad", "t", "m", lambda _: iter(wrong)),
        "kent.good": Check("kent.good", "t", "m", lambda context: [context.diagnostic("seen")]),
    }
    checks = {
        code: Provided(check, "kent", "sendframe-kent", "1.2.0") for code, check in known.items()
    }
    found = evaluate(small(rate()), as_at=DAY, catalogue=NoCatalogue(checks=checks))
    (failure,) = found.failures
    assert (failure.contribution, failure.phase) == ("kent.bad", "run")
    assert failure.error_type == (
        "it yields something else than diagnostics of its own code kent.bad"
    )
    assert [(notice.code, notice.message) for notice in found.notices] == [("kent.good", "seen")]


@pytest.mark.parametrize("asks", [False, True])
@pytest.mark.parametrize("fault", ["", Related(Location("strategy.json"), "")])
def test_a_finding_that_cannot_be_kept_is_a_failure_of_its_check(
    asks: bool, fault: str | Related
) -> None:
    """A finding that says nothing fails its own check; what the others find is kept."""

    def wrong(context: CheckContext) -> Iterator[Diagnostic]:
        yield context.diagnostic(
            fault if isinstance(fault, str) else "x", related=(fault,) * bool(fault)
        )

    def right(context: CheckContext) -> Iterator[Diagnostic]:
        place = Location("strategy.json", "/id")
        yield context.diagnostic("Is it so?", related=(Related(place, "see here"),))

    checks = {
        code: Provided(Check(code, "t", "m", run, asks=asks), "kent", "sendframe-kent", "1.2.0")
        for code, run in (("kent.bad", wrong), ("kent.good", right))
    }
    portfolio = small(rate())
    found = evaluate(
        portfolio, portfolio.observations, as_at=DAY, catalogue=NoCatalogue(checks=checks)
    )
    (failure,) = found.failures
    assert (failure.contribution, failure.error_type) == ("kent.bad", "InvalidValue")
    (kept,) = found.discrepancies if asks else found.notices
    assert kept.code == "kent.good"
    (end,) = kept.related
    assert (end.document, end.pointer, end.message) == ("strategy.json", "/id", "see here")
