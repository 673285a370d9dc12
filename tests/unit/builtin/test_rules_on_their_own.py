"""The scoring rules that sendframe brings, told what they are told without an evaluation."""

from datetime import date
from itertools import chain

import attrs
import pytest

from sendframe.model import (
    AcademicYear,
    Baseline,
    CalendarYear,
    DateInWords,
    FinancialYear,
    LevelTarget,
    Measure,
    MeasureMilestone,
    Month,
    Point,
    RangeTarget,
    Refusal,
    Score,
    Source,
    StatutoryStandard,
    Text,
    Tolerance,
    YearToDate,
)
from sendframe.scoring import ScoringContext
from sendframe.testing import scoring_context
from tests.unit.builtin.telling import RULES, band, told
from tests.unit.positions import position
from tests.unit.scoring.test_guards import reason, statuses


@pytest.mark.parametrize(
    ("direction", "values", "expected"),
    [
        ("higher", (60, 80), "on"),
        ("higher", (60, 72), "on"),
        ("higher", (60, 71.9), "no-worse"),
        ("higher", (71.9, 71.9), "no-worse"),
        ("higher", (72, 71.9), "worse"),
        ("lower", (95, 88), "on"),
        ("lower", (95, 90), "no-worse"),
        ("lower", (85, 90), "worse"),
    ],
)
def test_target_and_travel(direction, values, expected: str) -> None:
    """Within a tenth, and beyond it no worse or worse than a year before."""
    context = scoring_context(values, direction=direction, target=80)
    assert band(told("target-and-travel", context)) == expected


def test_target_and_travel_says_what_is_reached() -> None:
    """On the target itself no distance is told; words and tolerance may be chosen."""
    reached = told("target-and-travel", scoring_context([80], target=80), on="Green")
    assert isinstance(reached, Score)
    assert (reached.label, reached.statement) == ("Green", "80.0% reaches the target (80%).")
    far = scoring_context([60, 70], target=80)
    assert band(told("target-and-travel", far, within=12.5)) == "on"
    own = scoring_context([60, 70], target=80, tolerance=Tolerance(amount=9.9, kind="points"))
    assert band(told("target-and-travel", own, within=50.0)) == "no-worse"


def test_target_and_travel_needs_the_year_before_only_where_it_is_missed() -> None:
    """A gap in the series is no year before; a provisional figure may be accepted."""
    gap = scoring_context([60, None, 61, None, 70], target=80)
    assert "year before has no figure" in reason(told("target-and-travel", gap))
    mixed = statuses(scoring_context([60, 70], target=80), "final", "provisional")
    assert "provisional" in reason(told("target-and-travel", mixed))
    assert band(told("target-and-travel", mixed, accept_revised=True)) == "no-worse"
    assert "no target" in reason(told("target-and-travel", scoring_context([60])))
    assert "neutral" in reason(
        told("target-and-travel", scoring_context([60], direction="neutral", target=80))
    )
    assert "no figure" in reason(told("target-and-travel", scoring_context([None], target=80)))


def measured(
    periods: tuple[object, ...],
    values: tuple[float, ...],
    measure: Measure,
    *,
    direction: str = "higher",
) -> ScoringContext:
    """Return what a rule is told about figures of any kind of period, and one measure."""
    base = scoring_context(values, direction=direction)
    points = tuple(
        each.changed(period=period) for each, period in zip(base.points, periods, strict=True)
    )
    found = position(measure, base.indicator, points[-1])
    assert found is not None
    return attrs.evolve(
        base, points=points, latest=points[-1], targets=(found,), measures=(measure,)
    )


def measure(**more: object) -> Measure:
    """Return a measure that leads from 60 in March to 75 in December 2026."""
    return Measure(
        **{
            "id": "m",
            "statement": Text(default="More"),
            "indicators": ("sample",),
            "baseline": Baseline(value=60, period=Month(year=2025, month=3)),
            "target": LevelTarget(level=75, due=Month(year=2026, month=12)),
            **more,
        }
    )


MONTHS = (Month(year=2025, month=3), Month(year=2025, month=9))
STEPS = (
    MeasureMilestone(due=Month(year=2026, month=3), level=71),
    MeasureMilestone(due=Month(year=2025, month=9), level=68),
    MeasureMilestone(due=Month(year=2025, month=12), statement=Text(default="Most of them")),
    MeasureMilestone(due=Month(year=2025, month=1), level=99),
    MeasureMilestone(due=Month(year=2027, month=1), level=99),
)


@pytest.mark.parametrize(
    ("value", "milestones", "path", "expected"),
    [
        (64.3, (), "supplied", "on-track"),
        (64.2, (), "supplied", "behind"),
        (67.9, STEPS, "supplied", "behind"),
        (68.0, STEPS, "supplied", "on-track"),
        (67.9, STEPS, "linear", "on-track"),
    ],
)
def test_trajectory(value: float, milestones, path: str, expected: str) -> None:
    """183 of 640 days are 4.3 points of 15; a milestone within the way asks for what it says."""
    context = measured(MONTHS, (60, value), measure(milestones=milestones))
    assert band(told("trajectory", context, path=path)) == expected


def test_trajectory_ends_at_its_target() -> None:
    """Later the target itself is expected; milestones are counted in the sentence."""
    late = (MONTHS[0], Month(year=2028, month=1))
    assert band(told("trajectory", measured(late, (60, 74.9), measure()))) == "behind"
    found = told("trajectory", measured(MONTHS, (60, 68), measure(milestones=STEPS)))
    assert isinstance(found, Score)
    assert "by 2 milestones to 75.0% by December 2026" in found.statement


@pytest.mark.parametrize(
    ("context", "why"),
    [
        (measured(MONTHS, (60, 61), measure(baseline=None)), "no baseline"),
        (
            measured(MONTHS, (60, 61), measure(target=LevelTarget(level=75, due=MONTHS[0]))),
            "not due after its baseline",
        ),
        (
            measured(
                MONTHS,
                (60, 61),
                measure(target=LevelTarget(level=75, due=DateInWords(text="ongoing"))),
            ),
            "due 'ongoing', which is no date",
        ),
        (
            measured(
                MONTHS,
                (60, 61),
                measure(
                    intended_direction="range",
                    target=RangeTarget(low=60, high=75, due=Month(year=2026, month=12)),
                ),
            ),
            "The target is a range",
        ),
        (
            measured((FinancialYear(start_year=2024),), (61,), measure()),
            "periods of different types",
        ),
        (statuses(measured(MONTHS, (60, 61), measure()), "final", "provisional"), "provisional"),
        (scoring_context([1.0]), "no target"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_trajectory_refuses(context: ScoringContext, why: str) -> None:
    """Each lack has its own reason."""
    assert why in reason(told("trajectory", context))


def test_a_year_to_date_is_never_set_beside_a_whole_year() -> None:
    """The guard of period bases, for a cumulative figure against a full-year baseline."""
    until = YearToDate(year_kind="financial", year=2025, until=date(2025, 9, 30))
    start = Baseline(value=60, period=FinancialYear(start_year=2024))
    context = measured((until,), (30,), measure(baseline=start))
    for rule in ("distance-travelled", "trajectory"):
        assert "is counted only up to a day, and the target is for whole periods" in reason(
            told(rule, context)
        )


def test_distance_travelled_at_its_start() -> None:
    """Nought per cent is none of the way, and no worse."""
    context = measured(MONTHS, (60, 60), measure())
    found = told("distance-travelled", context)
    assert isinstance(found, Score)
    assert (found.band, found.tone) == ("none", "between")
    assert "no baseline" in reason(
        told("distance-travelled", measured(MONTHS, (60, 60), measure(baseline=None)))
    )
    mixed = statuses(context, "final", "provisional")
    assert "provisional" in reason(told("distance-travelled", mixed))
    assert "no target" in reason(told("distance-travelled", scoring_context([1.0])))


def test_distance_travelled_leads_to_the_end_of_a_range() -> None:
    """A range from 0 to 10 is reached at 10 where less is better."""
    aim = RangeTarget(low=0, high=10, due=Month(year=2026, month=9))
    start = Baseline(value=46, period=MONTHS[0])
    context = measured(MONTHS, (46, 28), measure(target=aim, baseline=start), direction="lower")
    found = told("distance-travelled", context)
    assert isinstance(found, Score)
    assert found.label == "part of the way (50.0%)"


def events(
    count: float, *, benchmark: float | None = 20.0, direction: str = "lower"
) -> ScoringContext:
    """Return what a rule is told about events for each 10,000 people."""
    base = scoring_context(
        [count / 50_000 * 10_000],
        direction=direction,
        unit="per-10000",
        benchmark=benchmark,
        denominator=50_000,
    )
    indicator = base.indicator.changed(factor=10_000.0)
    point: Point = base.points[0].changed(numerator=count)
    return attrs.evolve(base, indicator=indicator, points=(point,), latest=point)


@pytest.mark.parametrize(("count", "expected"), [(60, "better"), (100, "similar"), (130, "worse")])
def test_rates_are_compared_by_byars_interval(count: float, expected: str) -> None:
    """100 events of 50,000 people lie between 16.3 and 24.3 for each 10,000."""
    found = told("wilson-comparison", events(count), comparator="others")
    assert isinstance(found, Score)
    assert found.band == expected
    assert found.formula.startswith(f"Byar 95% interval of {count} of 50,000")
    assert "Byar" in found.source


def test_few_events_are_no_rate_to_compare() -> None:
    """Nine are refused, and so are figures without a factor, and no benchmark."""
    assert "at least 10" in reason(told("wilson-comparison", events(9), comparator="others"))
    weeks = scoring_context([5.0], unit="weeks", benchmark=4.0)
    point = weeks.points[0].changed(numerator=50.0, denominator=10.0)
    counted = attrs.evolve(weeks, latest=point, points=(point,))
    assert "no factor" in reason(told("wilson-comparison", counted, comparator="others"))
    nobody = told("wilson-comparison", events(60, benchmark=None), comparator="others")
    assert "no benchmark" in reason(nobody)


def test_words_are_the_areas_own() -> None:
    """The labels of a rule may be chosen; the shapes and bands stay."""
    near = scoring_context([70], target=75, tolerance=Tolerance(amount=10, kind="relative"))
    found = told("target-tolerance", near, near="Amber")
    assert isinstance(found, Score)
    assert (found.band, found.label, found.shape) == ("near", "Amber", "diamond")
    with pytest.raises(ValueError, match="near"):
        RULES["target-tolerance"].record.options(near="")


@pytest.mark.parametrize(
    ("rule", "value", "label"),
    [
        ("target-tolerance", 75.0, "on target, by law 100%"),
        ("target-tolerance", 70.0, "near target, by law 100%"),
        ("target-tolerance", 60.0, "off target"),
        ("target-and-travel", 70.0, "on or near target, by law 100%"),
    ],
)
def test_a_step_below_a_duty_is_never_called_good_without_it(
    rule: str, value: float, label: str
) -> None:
    """A target of 75 per cent, where the law asks for all: its label names the duty."""
    tolerance = Tolerance(amount=10, kind="relative")
    sample = scoring_context([value], target=75, tolerance=tolerance)
    law = StatutoryStandard(
        statement=Text(default="For every plan."), source=Source(title="The law"), level=100
    )
    indicator = sample.indicator.changed(statutory_standard=law)
    found = told(rule, attrs.evolve(sample, indicator=indicator))
    assert isinstance(found, Score)
    assert found.label == label


@pytest.mark.parametrize("rule", [each for each in RULES if hasattr(RULES[each].record, "needs")])
def test_each_rule_declares_what_it_needs_and_refuses_below(rule: str) -> None:
    """One point fewer than the declared number is refused; without a better way too."""
    record = RULES[rule].record
    assert record.needs is not None
    options = {"comparator": "others"} if "comparator" in str(attrs.fields(record.options)) else {}
    values = ((50.0, 52.0) * 6)[: record.needs.points - 1]
    few = scoring_context(values, target=60, members=(1.0, 2.0, 3.0))
    assert isinstance(told(rule, few, **options), Refusal)
    if record.needs.direction:
        enough = scoring_context((50.0,) * 12, direction="neutral", members=(1.0, 2.0, 3.0))
        assert "neutral" in reason(told(rule, enough, **options))
    if record.needs.settled:
        count = max(record.needs.points, 2)
        start = (2020, 50.0)
        long = scoring_context(((50.0, 52.0) * 6)[:count], target=60, baseline=start)
        mixed = statuses(long, *chain(("final",) * (count - 1), ("provisional",)))
        assert "provisional" in reason(told(rule, mixed, **options))
        assert isinstance(told(rule, mixed, accept_revised=True, **options), Score)


def test_periods_of_other_kinds_are_no_series() -> None:
    """Academic years beside calendar years are left out, and the reason says so."""
    indicator = scoring_context([1.0]).indicator
    context = attrs.evolve(
        scoring_context([5.0], first_year=2024),
        left_out=(
            Point(
                period=AcademicYear(start_year=2022),
                value=4.0,
                status="final",
                fact=f"indicator/{indicator.id}/academic",
            ),
        ),
    )
    said = reason(told("direction-of-travel", context))
    assert "Left out: 1; 2022/23 and 2024 are periods of different types." in said
    assert CalendarYear(year=2024) == context.points[0].period
