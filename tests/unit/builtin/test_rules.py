"""The scoring rules that sendframe brings: what they say, and when they refuse."""

from datetime import date

import pytest

from sendframe.model import (
    CalendarYear,
    FrozenMap,
    Json,
    LevelTarget,
    Measure,
    Month,
    Observation,
    Refusal,
    RuleChoice,
    Score,
    Strategy,
    Tolerance,
    WordsTarget,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text

CATALOGUE = Catalogue.discover(third_party=False)


def result(
    rule: str, indicator, *rows, options: dict[str, Json] | None = None, measures=()
) -> Score | Refusal:
    """Return what one rule makes of one indicator."""
    plan = Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        measures=measures,
    )
    choice = RuleChoice(indicator="rate", rule=rule, options=FrozenMap(options or {}))
    portfolio = small(indicator, *rows, documents=(plan,), rules=(choice,))
    found = evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=CATALOGUE
    )
    (only,) = found.indicators
    assert not found.failures
    (answer,) = (*only.scores, *only.refusals)
    return answer


def measure(level: float, tolerance: Tolerance | None = None, **more: object) -> Measure:
    """Return a measure with a level to reach."""
    return Measure(
        **{
            "id": "m",
            "statement": text("More on time"),
            "indicators": ("rate",),
            "target": LevelTarget(level=level, due=CalendarYear(year=2026)),
            "tolerance": tolerance,
            **more,
        }
    )


RELATIVE = Tolerance(amount=10.0, kind="relative")
POINTS = Tolerance(amount=10.0, kind="points")


@pytest.mark.parametrize(
    ("direction", "level", "tolerance", "band", "tone"),
    [
        ("higher", 50, None, "on", "better"),
        ("higher", 51, None, "off", "worse"),
        ("higher", 55, RELATIVE, "near", "between"),
        ("higher", 56, RELATIVE, "off", "worse"),
        ("higher", 60, POINTS, "near", "between"),
        ("lower", 50, None, "on", "better"),
        ("lower", 45, POINTS, "near", "between"),
        ("lower", 30, POINTS, "off", "worse"),
    ],
)
def test_target_with_tolerance(
    direction: str, level: float, tolerance: Tolerance | None, band: str, tone: str
) -> None:
    """On, near and off the target, with a tolerance relative to it or in points."""
    found = result(
        "target-tolerance",
        rate(direction),
        seen(2024, 1, 2),
        measures=(measure(level, tolerance),),
    )
    assert isinstance(found, Score)
    assert (found.band, found.tone) == (band, tone)
    assert found.formula
    assert found.source
    assert found.facts


REFUSED = [
    ("target-tolerance", rate(), (seen(2024, 1, 2),), {}, (), "no target"),
    ("target-tolerance", rate(), (), {}, (measure(5),), "no figure"),
    ("target-tolerance", rate("neutral"), (seen(2024, 1, 2),), {}, (measure(5),), "neutral"),
    (
        "target-tolerance",
        rate(),
        (seen(2024, 1, 2),),
        {},
        (measure(5, target=WordsTarget(statement=text("More"))),),
        "no number",
    ),
    (
        "target-tolerance",
        rate(),
        (seen(2024, 1, 2),),
        {},
        (measure(5), measure(6, id="n")),
        "several",
    ),
    (
        "target-tolerance",
        rate(),
        (seen(2024, 1, 2),),
        {"measure": "q"},
        (measure(5),),
        "measure q",
    ),
    ("direction-of-travel", rate(), (seen(2024, 1, 2),), {}, (), "takes 2 figures"),
    ("direction-of-travel", rate("neutral"), (seen(2024, 1, 2),), {}, (), "neutral"),
    ("direction-of-travel", rate("range"), (seen(2024, 1, 2),), {}, (), "range"),
    (
        "direction-of-travel",
        rate(),
        (seen(2022, 1, 2), seen(2023, None, None, symbol="x"), seen(2024, 1, 2)),
        {},
        (),
        "One of the last two periods has no figure",
    ),
    ("wilson-comparison", rate(), (), {"comparator": "country"}, (), "no figure"),
    (
        "wilson-comparison",
        rate(),
        (seen(2024, 0, 0, symbol="x"),),
        {"comparator": "country"},
        (),
        "denominator is 0",
    ),
    ("wilson-comparison", rate(), (seen(2024, 1, 2),), {"comparator": "country"}, (), "benchmark"),
    ("wilson-comparison", rate("neutral"), (seen(2024, 1, 2),), {"comparator": "c"}, (), "neutral"),
    (
        "wilson-comparison",
        rate(averaged=True),
        (seen(2024, 1.5, 2),),
        {"comparator": "country"},
        (),
        "not whole",
    ),
    (
        "wilson-comparison",
        rate(),
        (Observation(indicator="rate", area=AREA, period=CalendarYear(year=2024), value=5),),
        {"comparator": "country"},
        (),
        "not given",
    ),
    ("wilson-comparison", rate(), (seen(2024, 1, 2),), {}, (), "options"),
    ("wilson-comparison", rate(), (seen(2024, 1, 2),), {"comparator": 5}, (), "options"),
    (
        "wilson-comparison",
        rate(),
        (seen(2024, 1, 2), seen(2024, 1, 2, area=COUNTRY)),
        {"comparator": "country", "confidence": 1.5},
        (),
        "confidence",
    ),
    ("no-such-rule", rate(), (seen(2024, 1, 2),), {}, (), "not installed"),
]


@pytest.mark.parametrize(("rule", "indicator", "rows", "options", "measures", "why"), REFUSED)
def test_rules_refuse_with_a_reason(
    rule: str, indicator, rows, options, measures, why: str
) -> None:
    """A rule that cannot score says why; nothing is skipped in silence."""
    found = result(rule, indicator, *rows, options=options, measures=measures)
    assert isinstance(found, Refusal)
    assert why in found.reason


@pytest.mark.parametrize(
    ("direction", "before", "after", "allowed", "band"),
    [
        ("higher", 100, 200, 0.0, "improving"),
        ("higher", 200, 100, 0.0, "worsening"),
        ("lower", 200, 100, 0.0, "improving"),
        ("lower", 100, 200, 0.0, "worsening"),
        ("higher", 200, 200, 0.0, "level"),
        ("higher", 100, 200, 25.0, "level"),
    ],
)
def test_direction_of_travel(
    direction: str, before: int, after: int, allowed: float, band: str
) -> None:
    """Better and worse follow the indicator's direction; a small change may count as none."""
    found = result(
        "direction-of-travel",
        rate(direction),
        seen(2023, before, 400),
        seen(2024, after, 400),
        options={"allowed": allowed},
    )
    assert isinstance(found, Score)
    assert found.band == band
    assert (found.tone == "neutral") == (band == "level")


@pytest.mark.parametrize(
    ("before", "after", "more", "label", "tone"),
    [
        # 386 of 1,000 and 379 of 1,000: 0.7 points, whose interval includes none.
        ((386, 1000), (379, 1000), {}, "improving (could be random variation)", "neutral"),
        ((379, 1000), (386, 1000), {}, "worsening (could be random variation)", "neutral"),
        ((386, 1000), (300, 1000), {}, "improving", "better"),
        ((4, 8), (1, 8), {}, "improving (too few to tell a change)", "neutral"),
        ((386, 1000), (379, 1000), {"counts_of": "things"}, "improving", "better"),
        ((386, 1000), (386, 1000), {}, "no change", "neutral"),
    ],
)
def test_a_change_by_chance_is_named_so(
    before: tuple[int, int], after: tuple[int, int], more: dict[str, str], label: str, tone: str
) -> None:
    """It has no colour; a change that no test fits is taken as it is."""
    rows = seen(2023, *before), seen(2024, *after)
    found = result("direction-of-travel", rate("lower", **more), *rows)
    assert isinstance(found, Score)
    assert (found.label, found.tone) == (label, tone)
    assert found.shape == ("circle" if tone == "better" else "bar")


def months(values: dict[int, float]) -> list[Observation]:
    """Return figures of months, numbered from January 2023."""
    return [
        seen(2024, None, None, symbol="x").changed(
            period=Month(year=2023 + at // 12, month=at % 12 + 1), value=value, symbol=None
        )
        for at, value in values.items()
    ]


XMR = tuple(50.0 + step for step in (0, 2) * 9)


def test_no_step_is_formed_across_a_month_without_a_figure() -> None:
    """48 to 54 in two months is no step of one month; the limits are those of the other steps."""
    values = dict(enumerate(XMR))
    values[16], values[17] = 54.0, 56.0
    whole = result("xmr-variation", rate(), *months(values))
    gap = dict(values)
    del gap[15]
    apart = result("xmr-variation", rate(), *months(gap))
    assert isinstance(whole, Score)
    assert isinstance(apart, Score)
    assert "mean step of 2.0 percentage points" in apart.formula
    assert "mean step of 2.0 percentage points" in whole.formula
    assert "17 points" in apart.formula
    symbol = [row for row in months(values) if row.period != Month(year=2024, month=4)]
    hidden = seen(2024, None, None, symbol="x").changed(period=Month(year=2024, month=4))
    assert result("xmr-variation", rate(), *symbol, hidden) == apart


def test_a_month_without_a_figure_interrupts_a_run() -> None:
    """Seven points above the mean are a shift; with a month missing between, nobody knows."""
    low, high = (50.0, 50.6) * 6, (51.6, 51.0, 51.6, 51.0, 51.6, 51.0, 51.6)
    values = dict(enumerate((*low, *high)))
    shift = result("xmr-variation", rate(), *months(values))
    assert isinstance(shift, Score)
    assert shift.band == "improvement"
    later = {at if at < 15 else at + 1: value for at, value in values.items()}
    interrupted = result("xmr-variation", rate(), *months(later))
    assert isinstance(interrupted, Score)
    assert interrupted.band == "common-cause"


@pytest.mark.parametrize(
    ("direction", "own", "country", "band"),
    [
        ("higher", 225, 0.464, "better"),
        ("higher", 225, 0.8, "worse"),
        ("higher", 225, 0.7, "similar"),
        ("lower", 225, 0.464, "worse"),
        ("lower", 225, 0.8, "better"),
    ],
)
def test_comparison_by_interval(direction: str, own: int, country: float, band: str) -> None:
    """The benchmark inside the interval is similar; outside, the direction decides."""
    found = result(
        "wilson-comparison",
        rate(direction),
        seen(2024, own, 333),
        seen(2024, country * 1000, 1000, area=COUNTRY),
        options={"comparator": "country"},
    )
    assert isinstance(found, Score)
    assert found.band == band
    assert "62.4% to 72.4%" in found.formula


def test_every_worked_example_comes_true() -> None:
    """Each rule has a score and a refusal among its examples, and gives what they say."""
    for id_, provided in CATALOGUE.scoring_rules.items():
        rule = provided.record
        found = [rule.score(*each.given) for each in rule.examples]
        assert found == [each.gives for each in rule.examples], id_
        assert {type(each) for each in found} == {Score, Refusal}, id_


def test_every_rule_has_a_manual() -> None:
    """The manual of each rule says what it does, when it refuses, and where it comes from."""
    for provided in CATALOGUE.scoring_rules.values():
        for heading in ("What it does", "When it refuses", "Options", "Source"):
            assert heading in provided.record.manual, provided.record.id
