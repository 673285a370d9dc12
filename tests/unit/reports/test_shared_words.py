"""What several sections share: sentences about changes, plans and challenges."""

from datetime import date

from sendframe.disclosure import POLICIES
from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    ActionRegister,
    Body,
    CalendarYear,
    Challenge,
    Day,
    DifferenceMade,
    Document,
    FinancialYear,
    FrozenMap,
    Governance,
    IndicatorResult,
    PlanPeriod,
    Point,
    Quarter,
    Rationale,
    Score,
    Variant,
)
from sendframe.reports import (
    BuildContext,
    Mark,
    by_when,
    differences_by_entry,
    edition_sentences,
    latest_text,
    mark_of,
    moved_due_dates,
    period_and_status,
    plan_sentences,
    plugin_problems,
    raised_challenges,
    when_in_plain_words,
)
from tests.evaluating import disclosed
from tests.unit.conftest import AREA, text
from tests.unit.reports.small_report import BOARD, DAY, of, plan
from tests.unit.reports.two_editions import ACTIONS, AUTUMN, CRITERIA, EVIDENCE, SPRING
from tests.unit.reports.walking import said


def context(*documents: Document, public: bool = True) -> BuildContext:
    """Return the context of a report of some documents."""
    shown = disclosed(
        of(*documents), POLICIES["published-figures"], as_at=DAY, catalogue=NoCatalogue()
    )
    return BuildContext(shown, BOARD.changed(public=public))


def test_differences_stand_with_the_entry_they_are_about() -> None:
    """Those of the whole edition stand apart, and there is none without an edition before."""
    both = context(SPRING, AUTUMN, CRITERIA, EVIDENCE, ACTIONS)
    by_entry = differences_by_entry(both)
    assert set(by_entry) == {"", "a1"}
    assert any("contributors" in each.text for each in edition_sentences(both))
    assert differences_by_entry(context(SPRING, CRITERIA)) == {}


def test_an_action_that_moved_since_the_edition_before_is_told_with_the_reason() -> None:
    """What moved before that edition is not, and without an edition nothing is."""
    both = context(SPRING, AUTUMN, CRITERIA, EVIDENCE, ACTIONS)
    (moved,) = moved_due_dates(both, ACTIONS.actions)
    assert moved.text == (
        "‘Call every family’ was moved from September 2025 to March 2026. Why: No staff."
    )
    assert isinstance(ACTIONS, ActionRegister)
    assert list(moved_due_dates(context(ACTIONS), ACTIONS.actions)) == []


def test_changes_of_a_plan_name_no_evidence_that_is_hidden() -> None:
    """Nor what only editors need."""
    reason = Rationale(statement=text("Families wait."))
    old = plan("old", rationale=(reason,), note=text("Old."))
    shown = old.changed(
        rationale=(reason.changed(evidence=("survey", "secret")),), note=text("New.")
    )
    words = said(tuple(plan_sentences(context(old, shown, EVIDENCE), old, shown)))
    assert "Survey" in words
    assert "secret" not in words
    assert "note" not in words


def test_a_plan_has_its_period_and_its_status() -> None:
    """Without a period there is the status alone."""
    period = PlanPeriod(starts=CalendarYear(year=2023), ends=CalendarYear(year=2025))
    assert period_and_status(plan(period=period)) == "2023 to 2025; status: adopted."
    assert period_and_status(plan()) == "Status: adopted."


def test_a_challenge_counts_from_the_day_it_was_raised() -> None:
    """One of the day after the report is not there yet."""
    challenges = tuple(
        Challenge(
            id=id_,
            body="board",
            raised_by="parent carer",
            raised_on=Day(on=on),
            statement=text("Why?"),
        )
        for id_, on in (("then", date(2025, 5, 1)), ("later", date(2026, 2, 1)))
    )
    body = Body(id="board", name="Board", kind="board")
    document = Governance(id="g", title=text("G"), area=AREA, bodies=(body,), challenges=challenges)
    assert [each.id for each in raised_challenges(context(document))] == ["then"]


def test_without_a_failure_there_is_no_list() -> None:
    """Nothing failed, and nothing is missing."""
    assert plugin_problems(context()) == []


def test_a_latest_figure_has_its_counts_and_its_period() -> None:
    """Without counts it has none; a score keeps its word, its shape and its tone in a mark."""
    latest = Point(
        period=CalendarYear(year=2024), value=67.6, numerator=225.0, denominator=333.0,
        status="final", fact="f",
    )  # fmt: skip
    result = IndicatorResult(
        indicator="i", title="A rate", direction="higher", unit="percent", unit_text="%", decimals=1
    )
    assert latest_text(result, latest) == "67.6% (225 of 333), 2024"
    assert latest_text(result, latest.changed(numerator=None)) == "67.6%, 2024"
    score = Score(
        rule="r", about="i", band="b", label="near", shape="diamond", tone="between",
        statement="S.", formula="f", source="s",
    )  # fmt: skip
    assert mark_of(score) == Mark("near", "diamond", "between")


def test_own_words_are_those_of_the_readers_or_none() -> None:
    """A profile without a variant has the standard words; that there is no difference is no text."""
    plain = Variant(text="We are late.")
    late = text("The work is behind.").changed(variants=FrozenMap({"young-people": plain}))
    standard = context()
    assert standard.own_words(late) == "The work is behind."
    assert standard.own_words(None) is None
    shown = disclosed(of(), POLICIES["published-figures"], as_at=DAY, catalogue=NoCatalogue())
    young = BuildContext(shown, BOARD.changed(variant="young-people"))
    assert young.own_words(late) == "We are late."
    assert young.own_words(DifferenceMade(text=late)) == "We are late."
    assert young.own_words(DifferenceMade(none_yet=late)) is None
    assert young.own_words(text("The work is behind.")) is None


def test_a_financial_year_ends_in_march() -> None:
    """In plain words it is the month by which it is over; other times keep their words."""
    assert by_when(FinancialYear(start_year=2026)) == "By March 2027"
    assert by_when(Quarter(year_kind="financial", year=2025, quarter=4)) == (
        "Between January and March 2026"
    )
    assert when_in_plain_words(CalendarYear(year=2026)) == "2026"
