"""What a scoring rule is told, and how it answers."""

from datetime import date
from inspect import Parameter, signature

import attrs
import pytest

from sendframe.model import (
    Direction,
    NoOptions,
    Refusal,
    Snapshot,
    Source,
    StatutoryStandard,
    Text,
)
from sendframe.scoring import Needs, RuleTarget, ScoringContext, SubjectContext
from sendframe.statistics import xmr_limits
from sendframe.testing import scoring_context
from tests.unit.conftest import rate


@attrs.frozen
class Margin:
    """Options of a made-up rule."""

    by: float = 1.0


def context(options: object) -> ScoringContext:
    """Return what a made-up rule is told of an indicator without figures."""
    return ScoringContext(
        rule="near",
        indicator=rate(),
        points=(),
        latest=None,
        targets=(),
        measures=(),
        comparisons=(),
        options=options,
        as_at=date(2026, 1, 31),
        made_by="near 1.0",
    )


def test_options_are_handed_over_as_their_own_class() -> None:
    """A rule asks for its options by their class, and is given the portfolio's choice."""
    assert context(Margin(2.0)).chosen(Margin) == Margin(2.0)


def test_options_of_another_class_are_refused() -> None:
    """A rule that asks for another class than it declared is told the class it asked for."""
    with pytest.raises(TypeError, match="the options of near are not NoOptions"):
        context(Margin()).chosen(NoOptions)


def test_answers_name_the_rule_and_its_maker() -> None:
    """Scores and refusals say which rule of which distribution made them, about what."""
    told = context(NoOptions())
    score = told.score(
        band="near",
        label="near",
        tone="neutral",
        statement="It is near.",
        formula="1 - 1 = 0",
        source="made up",
    )
    refusal = told.refuse("There is no figure.", "indicator/rate/2024")
    for answer in (score, refusal):
        assert (answer.rule, answer.about, answer.made_by) == ("near", "rate", "near 1.0")
    assert refusal.facts == ("indicator/rate/2024",)


@pytest.mark.parametrize("kind", [ScoringContext, SubjectContext])
def test_every_part_of_a_context_is_named(kind: type) -> None:
    """So that a part more breaks no test of a plug-in that makes one."""
    parts = signature(kind).parameters.values()
    assert {part.kind for part in parts} == {Parameter.KEYWORD_ONLY}


def without_targets(context: ScoringContext) -> ScoringContext:
    """Return what a rule is told where no measure has a target."""
    return attrs.evolve(context, targets=(), measures=())


def with_another(context: ScoringContext) -> ScoringContext:
    """Return what a rule is told where another measure has the same target."""
    (target,), (measure,) = context.targets, context.measures
    return attrs.evolve(
        context,
        targets=(target, target.changed(measure="other")),
        measures=(measure, measure.changed(id="other")),
    )


def with_intended_direction(direction: str, context: ScoringContext) -> ScoringContext:
    """Return what a rule is told where the measure has a direction of its own."""
    (measure,) = context.measures
    return attrs.evolve(context, measures=(measure.changed(intended_direction=direction),))


def not_stated(context: ScoringContext) -> ScoringContext:
    """Return what a rule is told where nobody stated which way is better."""
    return attrs.evolve(context, indicator=context.indicator.changed(direction=None))


def without_number(context: ScoringContext) -> ScoringContext:
    """Return what a rule is told where the target is words alone."""
    (target,) = context.targets
    return attrs.evolve(context, targets=(target.changed(low=None, high=None, gap=None),))


def not_comparable(context: ScoringContext) -> ScoringContext:
    """Return what a rule is told where the latest figure is for part of a year."""
    (target,) = context.targets
    reason = "2025-26 is counted only up to a day, and the target is for whole periods."
    parts = {"gap": None, "reached": None, "not_compared": reason}
    return attrs.evolve(context, targets=(target.changed(**parts),))


NEUTRAL = "The indicator is neutral: neither direction is better, so it is not rated."
NOT_STATED = "It is not stated which way is better, so it is not rated."
SIXTY = scoring_context([50.0], target=60.0)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (without_targets(SIXTY), "There is no target."),
        (with_another(SIXTY), "There are several targets; the option 'measure' must name one."),
        (scoring_context([50.0], target=60.0, direction="neutral"), NEUTRAL),
        (with_intended_direction("neutral", SIXTY), NEUTRAL),
        (not_stated(SIXTY), NOT_STATED),
        (with_intended_direction("higher", not_stated(SIXTY)), NOT_STATED),
        (without_number(SIXTY), "The target has no number."),
        (scoring_context([], target=60.0), "There is no figure."),
        (
            scoring_context([50.0, None], target=60.0),
            "There is no figure for 2021 (x: not available).",
        ),
        (
            not_comparable(SIXTY),
            "2025-26 is counted only up to a day, and the target is for whole periods.",
        ),
    ],
)
def test_a_target_that_cannot_be_used_is_a_reason(told: ScoringContext, reason: str) -> None:
    """A rule that asks for the target is told why there is none that it may compare with."""
    found = told.target()
    assert isinstance(found, Refusal)
    assert found.reason == reason


LAW = StatutoryStandard(
    statement=Text(default="Within 20 weeks of the request."),
    source=Source(title="The law"),
    level=100,
)


@pytest.mark.parametrize(
    ("direction", "target", "level", "label"),
    [
        ("higher", 99.0, 100.0, "on target, by law 100%"),
        ("higher", 100.0, 100.0, "on target"),
        ("higher", 60.0, None, "on target"),
        ("lower", 21.0, 20.5, "on target, by law 20.5%"),
        ("lower", 20.0, 20.0, "on target"),
    ],
)
def test_a_target_below_a_duty_is_never_reached_without_it(
    direction: Direction, target: float, level: float | None, label: str
) -> None:
    """A target one below the duty, and at it: the words for a figure at target name the duty."""
    sample = scoring_context([target], target=target, direction=direction)
    law = LAW.changed(level=level)
    told = attrs.evolve(sample, indicator=sample.indicator.changed(statutory_standard=law))
    found = told.target()
    assert isinstance(found, RuleTarget)
    assert found.duty == (level if "law" in label else None)
    assert told.beside_duty("on target", found) == label


def test_a_range_is_no_step_towards_a_duty() -> None:
    """A target that is a range has no nearer end on the way to a duty."""
    sample = scoring_context([50.0], target=60.0)
    measure = sample.measures[0].changed(intended_direction="range")
    (target,) = sample.targets
    told = attrs.evolve(
        sample,
        indicator=sample.indicator.changed(statutory_standard=LAW),
        measures=(measure,),
        targets=(target.changed(low=40.0, high=60.0, gap=0.0),),
    )
    found = told.target()
    assert isinstance(found, RuleTarget)
    assert found.duty is None


@pytest.mark.parametrize("direction", ["higher", "lower", "range"])
@pytest.mark.parametrize("end", ["low", "high"])
def test_a_target_with_one_end_is_to_reach_that_end(direction: str, end: str) -> None:
    """Whichever way is better: the end that it does not have is no number."""
    (target,) = SIXTY.targets
    only = target.changed(**{"low": None, "high": None, end: 60.0})
    context = attrs.evolve(with_intended_direction(direction, SIXTY), targets=(only,))
    reached = context.target()
    assert isinstance(reached, RuleTarget)
    assert reached.level == 60.0


def test_of_several_targets_a_rule_may_choose_one() -> None:
    """It names the measure: another name is refused, and the right one gives its target."""
    told = with_another(SIXTY)
    refusal = told.target("third")
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "No target of the measure third."
    for measure in ("sample.measure", "other"):
        found = told.target(measure)
        assert isinstance(found, RuleTarget)
        assert (found.measure.id, found.position.measure) == (measure, measure)
        assert (found.level, found.gap) == (60.0, 10.0)


def test_what_has_no_limits_draws_none() -> None:
    """One figure has a mean, and no limits; a percentage is drawn from 0 to 100."""
    context = scoring_context([1.0, 99.0] * 6)
    assert context.chart_limits(xmr_limits([1.0])) is None
    assert context.chart_limits(None) is None
    drawn = context.chart_limits(xmr_limits(context.values))
    assert drawn is not None
    assert (drawn.lower, drawn.upper, drawn.trial) == (0.0, 100.0, False)


def begun(first: date, *values: float) -> ScoringContext:
    """Return yearly figures from 2020 on whose limits began anew on a day, cut off there."""
    context = scoring_context(values)
    return attrs.evolve(context, limits_from=Snapshot(on=first)).since_limits_began()


@pytest.mark.parametrize(
    ("first", "years"),
    [
        (date(2020, 12, 31), [2021, 2022]),
        (date(2021, 1, 1), [2021, 2022]),
        (date(2021, 1, 2), [2022]),
    ],
)
def test_limits_begin_with_the_first_period_that_begins_no_earlier(
    first: date, years: list[int]
) -> None:
    """A year that begins on the day before is left out; the others stay what they are."""
    cut = begun(first, 1.0, 2.0, 3.0)
    assert [point.period.first_day.year for point in cut.figures] == years
    assert len(cut.left_out) == 3 - len(years)
    assert cut.latest == scoring_context([1.0, 2.0, 3.0]).latest


def test_limits_of_a_whole_series_begin_where_it_does() -> None:
    """Without a period nothing is cut off; with one, restated figures before it do not matter."""
    context = scoring_context([1.0, 2.0])
    assert context.since_limits_began() is context
    restated = attrs.evolve(
        context, older=context.points, limits_from=Snapshot(on=date(2021, 1, 1))
    )
    assert restated.since_limits_began().older == context.points[1:]


def test_too_few_figures_since_limits_began_are_a_reason() -> None:
    """The reason names the period and counts those before it."""
    refusal = begun(date(2022, 1, 1), 1.0, 2.0, 3.0).check_needs(Needs(points=2))
    assert refusal is not None
    assert refusal.reason == (
        "It takes 2 figures that may be compared, and there is 1. Left out: 2; limits are computed "
        "anew from 1 January 2022."
    )


def test_symbols_are_not_counted_among_what_is_left_out() -> None:
    """Only figures could have been enough."""
    told = scoring_context([None, 1.0])
    bare = attrs.evolve(told, points=told.points[1:], left_out=told.points[:1])
    refusal = bare.check_needs(Needs(points=2))
    assert refusal is not None
    assert refusal.reason == "It takes 2 figures that may be compared, and there is 1."
