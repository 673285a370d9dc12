"""What figures of a survey or an audit bear: nothing from a sample that is not known or chose itself."""

from datetime import date

import attrs
import pytest

from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    CalendarYear,
    ComparatorSet,
    Evidence,
    EvidenceRegister,
    IndicatorResult,
    LevelTarget,
    Measure,
    NoOptions,
    RuleChoice,
    Sample,
    Score,
    Strategy,
)
from sendframe.scoring import ScoringContext, ScoringRule
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text
from tests.unit.evaluation.test_derived import catalogue, evaluated, portfolio, result

DRAWN = Sample(size=120, how_selected="drawn by lot", self_selecting=False)
OPEN = Sample(size=120, how_selected="whoever chose to answer", self_selecting=True)
ASKED = "Are you heard?"


def survey(year: int | None, sample: Sample | None = DRAWN, question: str | None = ASKED, **more):
    """Return a survey whose figure is the rate's."""
    return Evidence(
        **{
            "id": f"survey-{year}",
            "kind": "survey",
            "title": text("Survey"),
            "period": None if year is None else CalendarYear(year=year),
            "sample": sample,
            "question": None if question is None else text(question),
            "indicators": ("rate",),
            **more,
        }
    )


ROWS = (
    seen(2022, 50, 100),
    seen(2023, 60, 100),
    seen(2024, 70, 100),
    seen(2024, 40, 100, area=COUNTRY),
)


def told(*evidence: Evidence, rows=ROWS, sampled: bool = False) -> IndicatorResult:
    """Return what is made of a rate with a target, a benchmark and a rule that scores all."""
    register = EvidenceRegister(id="register", title=text("Evidence"), evidence=evidence)
    measure = Measure(
        id="heard",
        statement=text("Families are heard"),
        indicators=("rate",),
        target=LevelTarget(level=60, due=CalendarYear(year=2026)),
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    rule = ScoringRule("near", "Near", "A manual.", _better, NoOptions)
    portfolio = small(
        rate(sampled=sampled),
        *rows,
        documents=(register, plan),
        rules=(RuleChoice(indicator="rate", rule="near"),),
        comparator_sets=(
            ComparatorSet(id="all", title=text("All"), kind="country", areas=(COUNTRY,), method="single"),
        ),
    )  # fmt: skip
    catalogue = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "dist", "1.0")})
    made = evaluate(portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=catalogue)
    (result,) = made.indicators
    return result


def _better(context: ScoringContext) -> Score:
    return context.score(
        band="up",
        label="better",
        tone="better",
        statement=f"{len(context.points)} points.",
        formula="2 > 1",
        source="made up",
    )


def test_a_drawn_sample_is_worked_with() -> None:
    """With base, selection and question known, change, trend, benchmark and score are there."""
    found = told(*map(survey, (2022, 2023, 2024)))
    assert found.not_compared is None
    assert found.change is not None
    assert found.trend == "rising"
    assert [each.value for each in found.comparisons] == [40]
    assert [each.reached for each in found.targets] == [True]
    assert [each.statement for each in found.scores] == ["3 points."]


def test_figures_that_are_of_no_sample_are_left_alone() -> None:
    """Evidence without a sample and a question changes nothing, and neither does none."""
    figures = survey(2024, None, None, kind="quantitative")
    for each in (told(), told(figures)):
        assert each.not_compared is None
        assert each.trend == "rising"


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (survey(2024, OPEN), "those who answered chose themselves"),
        (survey(None, OPEN), "those who answered chose themselves"),
        (survey(2024, None), "nothing says how many were asked or looked at"),
        (survey(2024, Sample(size=9)), "nothing says how they were chosen"),
        (survey(2024, DRAWN, None), "nothing says what was asked"),
        (survey(2023), "no evidence says of whom"),
    ],
)
def test_nothing_is_worked_out_from_a_sample_that_does_not_bear_it(
    evidence: Evidence, reason: str
) -> None:
    """The figure stands, with the reason; change, trend, benchmark, gap and score do not."""
    found = told(evidence, sampled=True)
    assert found.latest is not None
    assert found.latest.value == 70
    assert found.not_compared == (
        f"Of a sample, and {reason} (2024): nothing is worked out from it."
    )
    assert found.change is None
    assert found.trend is None
    assert found.comparisons == ()
    assert [(each.gap, each.reached) for each in found.targets] == [(None, None)]
    assert found.scores == ()
    assert [(each.rule, each.reason) for each in found.refusals] == [("near", found.not_compared)]


def test_all_evidence_of_a_figure_has_to_bear_it() -> None:
    """One of two surveys is enough to spoil it, whichever comes first."""
    open_ = survey(2024, OPEN, id="open")
    for evidence in ((survey(2024), open_), (open_, survey(2024))):
        found = told(*evidence, sampled=True)
        assert found.not_compared is not None
        assert "chose themselves" in found.not_compared


def test_an_indicator_says_itself_that_it_is_of_a_sample() -> None:
    """Then a figure without any evidence is not worked with."""
    assert told(sampled=True).not_compared is not None


def test_an_audit_needs_no_question() -> None:
    """Cases that were looked at were asked nothing; how they were drawn is enough."""
    audits = [survey(year, question=None, kind="dip-sample") for year in (2022, 2023, 2024)]
    assert told(*audits).trend == "rising"


def test_the_base_may_stand_beside_the_figure() -> None:
    """Where the figure has a denominator, the sample need not say its size again."""
    drawn = Sample(how_selected="every tenth family", self_selecting=False)
    assert told(survey(None, drawn)).not_compared is None
    bare = seen(2024, None, None, value=70.0, symbol=None)
    assert "how many" in str(told(survey(None, drawn), rows=(bare,)).not_compared)


def test_nothing_is_compared_across_a_changed_question() -> None:
    """Other words are another figure: no change, no trend, and a rule sees one point alone."""
    found = told(survey(2022), survey(2023), survey(2024, question="Do you feel heard?"))
    assert found.not_compared is None
    assert found.change is None
    assert found.trend is None
    assert [each.statement for each in found.scores] == ["1 points."]
    assert [each.value for each in found.comparisons] == [40]


def test_a_figure_before_that_bears_nothing_is_not_compared_with() -> None:
    """The latest is worked with; one from people who chose themselves is not set beside it."""
    found = told(survey(2022), survey(2023, OPEN), survey(2024))
    assert found.not_compared is None
    assert found.change is None
    assert [each.statement for each in found.scores] == ["1 points."]


def test_without_figures_there_is_nothing_to_say() -> None:
    """An indicator of a sample that has no figure yet has no reason to give."""
    assert told(survey(2024, OPEN), rows=()).not_compared is None


def derived(*evidence: Evidence) -> IndicatorResult:
    """Return what is worked out, by a formula, from the rates that the evidence is about."""
    register = EvidenceRegister(id="register", title=text("Evidence"), evidence=evidence)
    area = portfolio(*ROWS)
    area = attrs.evolve(area, documents=(*area.documents, register))
    return result(evaluated(area, catalogue()))


def test_nothing_is_derived_from_a_sample_that_does_not_bear_it() -> None:
    """A formula is refused with the name of the figure and the reason."""
    found = derived(survey(None, OPEN))
    assert found.points == ()
    (refusal,) = found.refusals
    assert refusal.reason == (
        "It is worked out from 'rate'. Of a sample, and those who answered chose themselves "
        "(2024): nothing is worked out from it."
    )


def test_only_answers_to_the_latest_question_are_derived_from() -> None:
    """So that nothing compares across a changed question by way of a formula."""
    assert len(derived(*map(survey, (2022, 2023, 2024))).points) == 3
    changed = derived(survey(2022, question="Other?"), survey(2023), survey(2024))
    assert [str(each.period) for each in changed.points] == ["2023", "2024"]


def test_what_nobody_may_compare_has_no_change_either() -> None:
    """Nor a trend: of an open survey only the figures stand."""
    for earlier in (OPEN, DRAWN):
        found = told(survey(2022, earlier), survey(2023, earlier), survey(2024, OPEN))
        assert found.not_compared is not None
        assert (found.change, found.trend) == (None, None)


def test_a_year_without_a_figure_needs_no_sample() -> None:
    """The question is the same before and after it, so that the series does not break there."""
    rows = (ROWS[0], seen(2023, None, None, symbol="x"), ROWS[2], ROWS[3])
    found = told(survey(2022), survey(2024), rows=rows)
    assert [each.statement for each in found.scores] == ["3 points."]
