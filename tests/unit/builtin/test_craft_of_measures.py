"""Checks of what a plan promises: outcomes, commitments, targets and baselines."""

import pytest

from sendframe.model import (
    ActionRegister,
    Baseline,
    BenchmarkTarget,
    CalendarYear,
    Commitment,
    Indicator,
    LevelTarget,
    Measure,
    Outcome,
    Priority,
    RangeTarget,
    Source,
    StatutoryStandard,
    Strategy,
    SuccessCriterion,
    WordsTarget,
)
from tests.unit.builtin.craft_check import action, diagnostics, plan
from tests.unit.conftest import rate, text

# Outcomes, by SFR806


def outcome(id_: str = "o") -> Outcome:
    """Return an outcome."""
    return Outcome(id=id_, statement=text("I get help."))


def priority(**fields: object) -> Priority:
    """Return a priority."""
    return Priority(id="p", order=1, statement=text("Help"), **fields)


def measure(*serves: str, **fields: object) -> Measure:
    """Return a measure."""
    return Measure(
        **{
            "id": "m",
            "statement": text("More"),
            "intended_direction": "higher",
            "serves": serves,
            **fields,
        }
    )


def test_outcomes_that_nothing_measures_are_counted() -> None:
    """Those of priorities and those of the plan itself."""
    of_priority = priority(outcomes=(outcome("a"), outcome("b")))
    (notice,) = diagnostics(
        "SFR806",
        plan(outcomes=(outcome("c"),), priorities=(of_priority,), measures=(measure("b"),)),
    )
    assert notice.message == "2 of 3 outcomes of the plan 'plan' have no measure: 'c' and 'a'"
    assert notice.severity == "note"


def test_a_measure_of_an_ended_plan_or_of_a_commitment_is_none() -> None:
    """What a plan that is over measured is measured no more."""
    of_priority = priority(
        outcomes=(outcome(),), commitments=(Commitment(id="c", statement=text("We will")),)
    )
    current = plan(priorities=(of_priority,), measures=(measure("c"),))
    ended = plan("old", status="superseded", measures=(measure("o", id="n"),))
    assert len(diagnostics("SFR806", current, ended)) == 1


@pytest.mark.parametrize(
    "plans",
    [
        (plan(priorities=(priority(outcomes=(outcome(),)),), measures=(measure("o"),)),),
        (plan(priorities=(priority(outcomes=(outcome(),)),), measures=(measure("p"),)),),
        (plan(outcomes=(outcome(),), measures=(measure("plan"),)),),
        (
            plan(priorities=(priority(outcomes=(outcome(),)),)),
            plan("other", measures=(measure("o"),)),
        ),
        (plan(outcomes=(outcome(),), status="expired"),),
        (plan(outcomes=(outcome(),), completeness="summary"),),
        (plan(),),
    ],
)
def test_an_outcome_is_measured_by_itself_or_by_its_priority(plans: tuple[Strategy, ...]) -> None:
    """In any plan; one that is over or a summary is not reported."""
    assert diagnostics("SFR806", *plans) == ()


# Success criteria, by SFR807


def register(**fields: object) -> ActionRegister:
    """Return a register with one action."""
    return ActionRegister(id="register", title=text("Register"), actions=(action(**fields),))


def commitment(id_: str = "c", **fields: object) -> Commitment:
    """Return a commitment that one action carries out."""
    return Commitment(**{"id": id_, "statement": text("We will"), "actions": ("a",), **fields})


def test_commitments_of_which_nobody_will_know_whether_they_are_kept_are_counted() -> None:
    """Those of priorities and those of the plan itself."""
    (notice,) = diagnostics("SFR807", register(), plan(commitments=(commitment(),)))
    assert notice.message == (
        "nothing says how one will know that one commitment of the plan 'plan' is kept: 'c'"
    )
    two = plan(commitments=(commitment("d"),), priorities=(priority(commitments=(commitment(),)),))
    (notice,) = diagnostics("SFR807", register(), two)
    assert "2 commitments of the plan 'plan' are kept: 'd' and 'c'" in notice.message


def test_a_difference_without_a_number_is_no_success_criterion() -> None:
    """A hope in words, such as that families know whom to call, does not say how one will know."""
    vague = plan(commitments=(commitment(difference=text("Families know whom to call.")),))
    assert len(diagnostics("SFR807", register(), vague)) == 1


def test_a_measure_with_neither_target_nor_direction_is_no_success_criterion() -> None:
    """It names what is looked at, and not what would be good."""
    bare = plan(commitments=(commitment(),), measures=(measure("c", intended_direction=None),))
    assert len(diagnostics("SFR807", register(), bare)) == 1
    words = WordsTarget(statement=text("Most say so."))
    aimed = bare.changed(measures=(measure("c", intended_direction=None, target=words),))
    assert diagnostics("SFR807", register(), aimed) == ()


CRITERION = SuccessCriterion(id="s", statement=text("Nine of ten"))


@pytest.mark.parametrize(
    ("document", "fields"),
    [
        (plan(commitments=(commitment(what_we_will_see=text("Nine of ten")),)), {}),
        (plan(commitments=(commitment(difference=text("A term sooner for 30")),)), {}),
        (plan(commitments=(commitment(),)), {"success_criteria": (CRITERION,)}),
        (plan(commitments=(commitment(),), measures=(measure("c"),)), {}),
        (plan(priorities=(priority(commitments=(commitment(),)),), measures=(measure("p"),)), {}),
        (plan(commitments=(commitment(actions=()),)), {}),
        (plan(commitments=(commitment(),), completeness="summary"), {}),
        (plan(commitments=(commitment(),), status="superseded"), {}),
    ],
)
def test_what_we_will_see_a_criterion_or_a_measure_is_enough(
    document: Strategy, fields: dict[str, object]
) -> None:
    """A commitment without actions is the matter of another check."""
    assert diagnostics("SFR807", register(**fields), document) == ()


# Target and baseline, by SFR808


DUE = CalendarYear(year=2026)


def aiming(
    target: object, start: float | None = 60.0, direction: str | None = "higher", **fields: object
) -> Strategy:
    """Return a plan with one measure of the rate."""
    baseline = Baseline(value=start, statement=None if start is not None else text("Low"))
    aimed = measure(
        intended_direction=direction,
        indicators=("rate",),
        baseline=baseline,
        target=target,
        **fields,
    )
    return plan(measures=(aimed,))


def level(value: float) -> LevelTarget:
    """Return a level to be reached."""
    return LevelTarget(level=value, due=DUE)


def between(low: float, high: float) -> RangeTarget:
    """Return a range to be reached."""
    return RangeTarget(low=low, high=high, due=DUE)


def pinned(value: float | None) -> BenchmarkTarget:
    """Return a benchmark to be reached."""
    return BenchmarkTarget(
        statement=text("As Ardenia"), period=CalendarYear(year=2023), value=value, due=DUE
    )


def test_a_target_that_is_its_baseline_is_reported() -> None:
    """With the number, at the target."""
    (notice,) = diagnostics("SFR808", aiming(level(60)))
    assert notice.message == "the target of the measure 'm' is its baseline, 60"
    assert (notice.pointer, notice.severity) == ("/measures/0/target", "warning")


@pytest.mark.parametrize(
    ("document", "better"),
    [
        (aiming(level(59.5)), "59.5, its baseline is 60, and higher"),
        (aiming(pinned(59.5)), "59.5, its baseline is 60, and higher"),
        (aiming(between(40, 90)), "40, its baseline is 60, and higher"),
        (aiming(level(60.5), direction="lower"), "60.5, its baseline is 60, and lower"),
        (aiming(between(40, 90), direction="lower"), "90, its baseline is 60, and lower"),
        (aiming(level(59.5), direction=None), "59.5, its baseline is 60, and higher"),
    ],
)
def test_a_target_that_asks_for_a_step_back_is_reported(document: Strategy, better: str) -> None:
    """Which way is better comes from the measure, or else from its indicator."""
    (notice,) = diagnostics("SFR808", document)
    assert notice.message == f"the target of the measure 'm' is {better} is better"


def test_without_a_direction_only_the_same_number_is_reported() -> None:
    """A measure without an indicator may go either way."""
    same, other = (measure(intended_direction=None, baseline=Baseline(value=60.0)),) * 2
    same, other = same.changed(target=level(60)), other.changed(target=level(50))
    assert len(diagnostics("SFR808", plan(measures=(same,)))) == 1
    assert diagnostics("SFR808", plan(measures=(other,))) == ()
    ranged = other.changed(target=between(50, 70))
    assert diagnostics("SFR808", plan(measures=(ranged,))) == ()


@pytest.mark.parametrize(
    "document",
    [
        aiming(level(60.5)),
        aiming(level(59.5), direction="lower"),
        aiming(between(61, 90)),
        aiming(between(10, 20), direction="lower"),
        aiming(level(60), direction="neutral"),
        aiming(between(50, 70), direction="range"),
        aiming(level(60), start=None),
        aiming(pinned(None)),
        aiming(None),
        aiming(WordsTarget(statement=text("Most"))),
        aiming(level(100), start=100.0),
        aiming(level(0), start=0.0, direction="lower"),
        aiming(level(60)).changed(status="superseded"),
    ],
)
def test_a_better_target_or_one_that_cannot_be_better_is_not_reported(document: Strategy) -> None:
    """Nor is what is meant to stay, what has no number, and a plan that is over."""
    assert diagnostics("SFR808", document) == ()


def test_a_target_that_keeps_to_the_law_is_not_reported() -> None:
    """Where the level that the law requires is reached, keeping it is enough."""
    standard = StatutoryStandard(
        statement=text("The duty"), source=Source(title="The law"), level=6.0
    )
    weeks: Indicator = rate("lower", statutory_standard=standard, unit="weeks")
    document = aiming(level(6), start=6.0, direction="lower")
    assert diagnostics("SFR808", document, indicator=weeks) == ()
    assert len(diagnostics("SFR808", document)) == 1


# A direction without a baseline, by SFR809


def test_measures_that_go_somewhere_from_nowhere_are_counted() -> None:
    """Up or down, with or without a target."""
    (notice,) = diagnostics("SFR809", plan(measures=(measure(),)))
    assert notice.message == (
        "in the plan 'plan', one measure is meant to go up or down and does not say from where: 'm'"
    )
    down = measure(id="n", intended_direction="lower", baseline=Baseline())
    (notice,) = diagnostics("SFR809", plan(measures=(measure(), down)))
    assert "2 measures are meant to go up or down and do not say" in notice.message


@pytest.mark.parametrize(
    "document",
    [
        plan(measures=(measure(baseline=Baseline(value=0.0)),)),
        plan(measures=(measure(baseline=Baseline(statement=text("One of three clubs"))),)),
        plan(measures=(measure(intended_direction="range"),)),
        plan(measures=(measure(intended_direction="neutral"),)),
        plan(measures=(measure(intended_direction=None),)),
        plan(measures=(measure(),), completeness="summary"),
        plan(measures=(measure(),), status="expired"),
        plan(),
    ],
)
def test_a_baseline_in_words_is_one_and_no_direction_needs_none(document: Strategy) -> None:
    """A baseline of nought is one, too."""
    assert diagnostics("SFR809", document) == ()
