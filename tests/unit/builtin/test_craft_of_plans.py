"""Checks of plans: their time, their actions and assessments, and who was asked."""

from datetime import date, timedelta

import pytest

from sendframe.model import (
    ActionRegister,
    Approval,
    CalendarYear,
    Commitment,
    Consultation,
    Day,
    ImpactAssessment,
    Month,
    PlanPeriod,
    Publication,
    Relation,
    Review,
    Source,
    Strategy,
)
from tests.unit.builtin.craft_check import DAY, action, around, diagnostics, plan
from tests.unit.conftest import AREA, text

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
