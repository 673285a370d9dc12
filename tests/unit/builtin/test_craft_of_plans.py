"""Checks of plans: their time, their outcomes, commitments and measures, and who was asked."""

from datetime import date, timedelta

import pytest

from sendframe.model import (
    ActionRegister,
    Approval,
    Baseline,
    BenchmarkTarget,
    CalendarYear,
    Commitment,
    Consultation,
    Day,
    ImpactAssessment,
    Indicator,
    LevelTarget,
    Measure,
    Month,
    Outcome,
    PlanPeriod,
    Priority,
    Publication,
    RangeTarget,
    Relation,
    Review,
    Source,
    StatutoryStandard,
    Strategy,
    SuccessCriterion,
    WordsTarget,
)
from tests.unit.builtin.craft_check import DAY, action, around, diagnostics, plan
from tests.unit.conftest import AREA, rate, text

PERIOD = PlanPeriod(starts=Month(year=2023, month=2), ends=Month(year=2026, month=1))
"""It ends on the day of the evaluation."""
PAST = PlanPeriod(starts=Month(year=2022, month=1), ends=Month(year=2025, month=8))


def related(kind: str, other: str | None = None) -> dict[str, object]:
    """Return a relation to another plan, or to one that is not in the portfolio."""
    relation = Relation(kind=kind, strategy=other, title=None if other else "Another plan")
    return {"relations": (relation,)}


# Without an impact assessment, by SFR821


def test_an_adopted_plan_needs_an_equality_impact_assessment() -> None:
    """Another assessment is none of equality; each plan is reported by itself."""
    data = ImpactAssessment(id="data", kind="data-protection")
    (notice,) = diagnostics("SFR821", plan(assessments=(data,)))
    assert notice.message == (
        "the plan 'plan' was adopted, and no equality impact assessment of it is given"
    )
    assert (notice.about, notice.severity) == ("plan", "note")


@pytest.mark.parametrize(
    "more",
    [
        {"assessments": (ImpactAssessment(id="equality", kind="equality"),)},
        {"status": "draft"},
        {"status": "superseded"},
        {"completeness": "summary"},
    ],
)
def test_a_plan_that_is_assessed_or_not_adopted_is_not_reported(more: dict[str, object]) -> None:
    """Nor is one of which the documents hold a summary only."""
    assert diagnostics("SFR821", plan(**more)) == ()


# Past its end, by SFR804


def test_a_plan_is_reported_from_the_day_after_its_end() -> None:
    """On its last day it is still in force."""
    assert around("SFR804", plan(period=PERIOD), last=DAY) == [0, 0, 1]
    (notice,) = diagnostics("SFR804", plan(period=PAST))
    assert notice.message == (
        "the plan 'plan' ended with August 2025, its status is still \"adopted\", and no plan in "
        "force supersedes it"
    )
    assert (notice.about, notice.severity) == ("plan", "warning")


def test_an_extended_plan_ends_with_its_extension() -> None:
    """The day it was extended to takes the place of the period's end."""
    extended = plan(period=PAST, extended_to=Day(on=DAY), status="extended")
    assert around("SFR804", extended, last=DAY) == [0, 0, 1]


@pytest.mark.parametrize("status", ["draft", "in-consultation", "superseded", "expired"])
def test_a_plan_that_is_not_in_force_by_its_status_is_not_reported(status: str) -> None:
    """A draft is not in force yet, and what is over says so."""
    assert diagnostics("SFR804", plan(period=PAST, status=status)) == ()


def test_a_plan_without_a_period_is_not_reported() -> None:
    """When it ends is not known."""
    assert diagnostics("SFR804", plan()) == ()


@pytest.mark.parametrize(
    "plans",
    [
        (plan(period=PAST), plan("new", **related("supersedes", "plan"))),
        (plan(period=PAST, **related("superseded-by", "new")), plan("new")),
        (plan(period=PAST, **related("superseded-by")),),
    ],
)
def test_a_plan_that_another_one_supersedes_is_not_reported(plans: tuple[Strategy, ...]) -> None:
    """Whichever of the two says so, and even if the other one is elsewhere."""
    assert diagnostics("SFR804", *plans) == ()


@pytest.mark.parametrize(
    "plans",
    [
        (plan(period=PAST), plan("new", status="draft", **related("supersedes", "plan"))),
        (plan(period=PAST, **related("superseded-by", "new")), plan("new", status="draft")),
        (plan(period=PAST), plan("new", **related("part-of", "plan"))),
    ],
)
def test_a_draft_supersedes_nothing_yet(plans: tuple[Strategy, ...]) -> None:
    """Nor does a plan that is related in another way."""
    assert len(diagnostics("SFR804", *plans)) == 1


# Two plans of one kind, by SFR805


NOW = PlanPeriod(starts=Month(year=2025, month=9), ends=Month(year=2028, month=8))


def test_two_plans_of_one_kind_are_reported_while_both_are_in_force() -> None:
    """From the first day of the new one to the last day of the old one."""
    plans = (plan("old", period=PERIOD), plan("new", period=NOW))
    assert around("SFR805", *plans, last=date(2025, 9, 1)) == [0, 1, 1]
    assert around("SFR805", *plans, last=DAY) == [1, 1, 0]
    (notice,) = diagnostics("SFR805", *plans)
    assert notice.message == (
        "two plans of the kind \"strategy\" are in force, and neither names the other: 'old' and "
        "'new'"
    )


def test_a_plan_that_supersedes_one_in_force_is_reported() -> None:
    """One of the two cannot be in force."""
    new = plan("new", period=NOW, **related("supersedes", "old"))
    (notice,) = diagnostics("SFR805", plan("old", period=PERIOD), new)
    assert "though one supersedes the other" in notice.message


@pytest.mark.parametrize(
    "other",
    [
        plan("other", period=NOW, kind="reform-plan"),
        plan("other", period=NOW, status="draft"),
        plan("other", period=NOW, status="superseded"),
        plan("other", period=NOW, **related("part-of", "old")),
        plan("other", period=PAST),
        plan("other"),
    ],
)
def test_another_kind_another_time_or_a_relation_explains_two_plans(other: Strategy) -> None:
    """A draft, a part, a plan that is over and one without a period are no second plan."""
    assert diagnostics("SFR805", plan("old", period=PERIOD), other) == ()


@pytest.mark.parametrize(("kinds", "count"), [(("part-of", "part-of"), 0), (("part-of", "x"), 1)])
def test_two_parts_of_the_same_plan_belong_together(kinds: tuple[str, str], count: int) -> None:
    """Where both are related to a third plan in the same way, that plan says what is what."""
    one, other = (plan(kind, period=NOW, **related(kind)) for kind in kinds)
    assert len(diagnostics("SFR805", one, other.changed(id="other"))) == count


@pytest.mark.parametrize("kind", ["supersedes", "superseded-by"])
def test_two_plans_that_supersede_the_same_one_are_still_two(kind: str) -> None:
    """Succession explains when a plan counts, and not why there are two."""
    plans = (plan(name, period=NOW, **related(kind)) for name in ("one", "other"))
    assert len(diagnostics("SFR805", *plans)) == 1


# Commitments without actions, by SFR301


def test_a_commitment_without_action_is_reported_unless_the_plan_is_a_summary() -> None:
    """A one-page guide leaves out who does what."""
    promise = Commitment(id="c", statement=text("We will listen"))
    (notice,) = diagnostics("SFR301", plan(commitments=(promise,)))
    assert (notice.about, notice.severity) == ("c", "warning")
    summary = plan(commitments=(promise,), completeness="summary")
    assert diagnostics("SFR301", summary) == ()
    kept = plan(commitments=(promise.changed(actions=("a",)),))
    register = ActionRegister(id="r", title=text("R"), actions=(action(),))
    assert diagnostics("SFR301", kept, register) == ()


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


# Consultations, by SFR811


def consulted(closed_on: date | None = DAY, **fields: object) -> tuple[Consultation, ...]:
    """Return a consultation."""
    return (Consultation(id="q", closed_on=closed_on and Day(on=closed_on), **fields),)


def test_after_adoption_what_changed_is_due_once_the_consultation_is_over() -> None:
    """On its last day people may still answer."""
    document = plan(consultations=consulted())
    assert around("SFR811", document, last=DAY) == [0, 0, 1]
    (notice,) = diagnostics("SFR811", document, as_at=DAY + timedelta(days=1))
    assert notice.message == (
        "the consultation 'q' closed on 31 January 2026, and nothing says what changed because of it"
    )


@pytest.mark.parametrize("status", ["draft", "in-consultation"])
def test_before_adoption_there_are_three_months_to_read_the_answers(status: str) -> None:
    """An area may set another number of days."""
    document = plan(status=status, consultations=consulted())
    assert around("SFR811", document, last=DAY + timedelta(days=92)) == [0, 0, 1]
    assert around("SFR811", document, last=DAY + timedelta(days=14), days=14) == [0, 0, 1]


@pytest.mark.parametrize(
    "document",
    [
        plan(consultations=consulted(what_changed=text("Help while you wait"))),
        plan(consultations=consulted(None)),
        plan(consultations=consulted(), completeness="summary"),
        plan(consultations=consulted(), status="superseded"),
    ],
)
def test_what_changed_an_open_end_a_summary_and_an_ended_plan_are_not_reported(
    document: Strategy,
) -> None:
    """There is nothing to ask for, or nobody to ask."""
    assert diagnostics("SFR811", document, as_at=date(2027, 1, 1)) == ()


# A plan older than the inspection, by SFR815


PUBLISHED = date(2025, 3, 20)
LAST = date(2025, 9, 19)
"""The 183rd day after."""


def inspection(published_on: date | None = PUBLISHED, **fields: object) -> Review:
    """Return an inspection."""
    return Review(
        **{
            "id": "inspection",
            "title": text("Inspection"),
            "area": AREA,
            "kind": "inspection",
            "published_on": published_on and Day(on=published_on),
            **fields,
        }
    )


def approved(on: date | None) -> Strategy:
    """Return a plan that was approved on a day."""
    return plan(approvals=(Approval(body="council", on=Day(on=on) if on else None),))


OLD = approved(date(2025, 3, 19))


def test_half_a_year_after_a_report_a_plan_should_be_newer() -> None:
    """The day of the report is the first of the days after which a plan is newer."""
    assert around("SFR815", inspection(), OLD, last=LAST) == [0, 0, 1]
    (notice,) = diagnostics("SFR815", inspection(), OLD)
    assert notice.message == (
        "the report of 'inspection' was published on 20 March 2025, and no plan was begun, approved "
        "or published since"
    )
    assert diagnostics("SFR815", inspection(), approved(PUBLISHED)) == ()
    assert around("SFR815", inspection(), OLD, last=PUBLISHED + timedelta(days=90), days=90) == [
        0,
        0,
        1,
    ]


def test_the_newest_report_counts() -> None:
    """A plan that answers the inspection before it is older than the newest."""
    former = inspection(date(2021, 1, 15), id="former")
    assert [item.about for item in diagnostics("SFR815", inspection(), former, OLD)] == [
        "inspection"
    ]


@pytest.mark.parametrize(
    "newer",
    [
        approved(date(2025, 6, 17)),
        plan(period=NOW),
        plan(publications=(Publication(id="p", kind="full", published=CalendarYear(year=2025)),)),
        plan(sources=(Source(title="The plan", published_on=date(2025, 8, 1)),)),
        plan("draft", status="draft", period=NOW),
    ],
)
def test_any_date_after_the_report_makes_a_plan_newer(newer: Strategy) -> None:
    """A period that began, an approval, a publication, a source; one plan is enough."""
    assert diagnostics("SFR815", inspection(), OLD.changed(id="old"), newer) == ()


@pytest.mark.parametrize(
    "documents",
    [
        (inspection(), OLD, plan("undated")),
        (inspection(), OLD.changed(completeness="summary")),
        (inspection(), approved(None)),
        (inspection(),),
        (inspection(), OLD.changed(status="superseded")),
        (inspection(None), OLD),
        (inspection(DAY + timedelta(days=1)), OLD),
        (inspection(kind="peer-review"), OLD),
        (OLD,),
    ],
)
def test_where_it_is_not_known_nothing_is_reported(documents) -> None:
    """No date, a summary, no plan, no report, or one of another kind."""
    assert diagnostics("SFR815", *documents) == ()
