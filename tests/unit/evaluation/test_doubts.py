"""A figure in doubt is scored and compared, and marked wherever it stands until it is settled."""

from collections.abc import Iterable
from datetime import date

import attrs
import pytest

from sendframe.checks import Check, CheckContext
from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    AcceptedException,
    Evaluation,
    FrozenMap,
    IndicatorResult,
    LevelTarget,
    Measure,
    Month,
    RuleChoice,
    Strategy,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, seen, small, text

DAY = date(2026, 1, 31)
OWN = Catalogue.discover(third_party=False)
ROWS = (
    seen(2023, 60, 100),
    seen(2024, 66, 110),
    seen(2024, 30, 50, dimensions=FrozenMap({"sex": "girls"})),
    seen(2024, 36, 60, dimensions=FrozenMap({"sex": "boys"})),
)
POINT, TARGET = "indicator/rate/2024", "measure/m/rate/target"
PART = "indicator/rate/sex/girls/2024"


def doubting(*facts: str, doubts: bool = True) -> Check:
    """Return a check that doubts figures by their facts."""

    def run(context: CheckContext) -> Iterable[Diagnostic]:
        yield context.diagnostic("It looks odd", about="rate", facts=facts)

    return Check("SFR499", "Odd", "A manual.", run, doubts=doubts)


def evaluated(check: Check, *, until: date | None = None, about: str = "rate") -> Evaluation:
    """Return an area with a target and a rule, checked by one check."""
    measure = Measure(
        id="m",
        statement=text("More on time"),
        indicators=("rate",),
        target=LevelTarget(level=50, due=Month(year=2027, month=1)),
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    accepted = (
        ()
        if until is None
        else (
            AcceptedException(
                id="e",
                code=check.id,
                about=about,
                reason=text("Asked the publisher: it is right."),
                owner_role="Data lead",
                expires_on=until,
            ),
        )
    )
    rules = (
        RuleChoice(indicator="rate", rule="target-tolerance"),
        RuleChoice(indicator="rate", rule="direction-of-travel"),
    )
    portfolio = small(rate(), *ROWS, documents=(plan,), rules=rules, accepted_exceptions=accepted)
    provided = Provided(check, "kent", "sendframe-kent", "1.0")
    names = ("target-tolerance", "direction-of-travel")
    catalogue = NoCatalogue(
        scoring_rules={name: OWN.scoring_rules[name] for name in names},
        checks={check.id: provided},
    )
    return evaluate(portfolio, as_at=DAY, catalogue=catalogue)


def only(made: Evaluation) -> IndicatorResult:
    """Return the only indicator of an evaluation."""
    (result,) = made.indicators
    return result


def statements(made: Evaluation) -> dict[str, str]:
    """Return the statement of each fact."""
    return {fact.id: fact.statement for fact in made.facts}


def test_a_point_in_doubt_is_marked_and_scored() -> None:
    """Its scores, its target and its change are those of any figure."""
    plain, made = only(evaluated(doubting())), only(evaluated(doubting(POINT)))
    assert [point.doubts for point in made.points] == [(), ("SFR499",)]
    assert made.latest == made.points[-1]
    assert made.change == plain.change
    assert [target.reached for target in made.targets] == [True]
    assert [score.label for score in made.scores] == [score.label for score in plain.scores]
    assert all(score.statement.endswith("is in doubt.") for score in made.scores)
    assert made.reading is not None
    assert made.reading.remarks[-1] == "in doubt"
    assert "in doubt" not in str(plain.reading.remarks if plain.reading else "")


def test_the_facts_say_why_and_what_rests_on_it() -> None:
    """So do the changes, breakdowns and targets that were computed from it, and nothing else."""
    plain, made = (statements(evaluated(doubting(*facts))) for facts in ((), (POINT,)))
    changed = {
        fact: made[fact].removeprefix(plain[fact]) for fact in made if made[fact] != plain[fact]
    }
    assert changed == {
        POINT: " It is in doubt: It looks odd.",
        "indicator/rate/change": " It rests on a figure in doubt.",
        TARGET: " It rests on a figure in doubt.",
    }


def test_a_target_and_a_part_in_doubt_are_marked() -> None:
    """Each by the fact that a check names; the figure itself is not in doubt then."""
    made = only(evaluated(doubting(TARGET, PART)))
    assert [target.doubts for target in made.targets] == [("SFR499",)]
    (breakdown,) = made.breakdowns
    assert {name: part.doubts for name, part in breakdown.parts.items()} == {
        "boys": (),
        "girls": ("SFR499",),
    }
    assert not any(point.doubts for point in made.points)
    by_rule = {score.rule: score.statement for score in made.scores}
    assert by_rule["target-tolerance"].endswith("is in doubt.")
    assert not by_rule["direction-of-travel"].endswith("is in doubt.")
    assert made.reading is not None
    assert made.reading.remarks[-1] == "in doubt"


@pytest.mark.parametrize(
    ("until", "about", "is_marked"),
    [
        (date(2026, 1, 30), "rate", True),
        (date(2026, 1, 31), "rate", False),
        (date(2026, 2, 1), "rate", False),
        (date(2026, 2, 1), "another", True),
    ],
)
def test_only_an_accepted_exception_settles_it(until: date, about: str, *, is_marked: bool) -> None:
    """Of its code and its subject, until the day it expires; the notice keeps the reason."""
    made = evaluated(doubting(POINT), until=until, about=about)
    assert (only(made).points[-1].doubts == ("SFR499",)) is is_marked
    assert ("in doubt" in statements(made)[POINT]) is is_marked
    (notice,) = made.notices
    assert (notice.accepted is None) is is_marked


def test_other_checks_doubt_no_figure() -> None:
    """A finding about something else names facts without casting doubt on them."""
    made = evaluated(doubting(POINT, doubts=False))
    assert not any(point.doubts for point in only(made).points)
    assert "in doubt" not in statements(made)[POINT]


def test_a_fact_that_is_no_figure_is_left_as_it_is() -> None:
    """A change is computed: the figures that it was computed from are what can be doubted."""
    made = evaluated(doubting("indicator/rate/change", "indicator/unknown/2024"))
    assert statements(made) == statements(evaluated(doubting()))


def test_a_part_in_doubt_leaves_the_reading_of_the_whole() -> None:
    """The latest figure does not rest on it."""
    made = only(evaluated(doubting(PART)))
    assert made.reading == only(evaluated(doubting())).reading


def test_what_rests_on_two_figures_in_doubt_says_so_once() -> None:
    """A change from one to the other, for one."""
    made = statements(evaluated(doubting(POINT, "indicator/rate/2023")))
    assert made["indicator/rate/change"].count("in doubt") == 1


def test_a_notice_keeps_no_facts_and_a_question_needs_ids() -> None:
    """What is no id of a fact doubts nothing in a notice; in a question it is a failure."""
    found = evaluated(doubting("no fact at all"))
    assert [notice.code for notice in found.notices] == ["SFR499"]
    assert found.failures == ()
    asking = attrs.evolve(doubting("no fact at all", doubts=False), asks=True)
    found = evaluated(asking)
    assert (found.notices, found.discrepancies) == ((), ())
    assert [failure.contribution for failure in found.failures] == ["SFR499"]
