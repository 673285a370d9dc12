"""Each sentence leads down to the place it was read from, and each score says how it came about."""

import re
from datetime import date
from pathlib import Path

import pytest

from sendframe.errors import UnknownName
from sendframe.evaluation import MemberFacts, Trail, find_trails
from sendframe.model import Discrepancy, Evaluation, Fact, Portfolio, Score, Text
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate, figures_in

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = Catalogue.discover(third_party=False)
PLACE = re.compile(r"; ([^;]+?), (?:line \d+|entry \d+|\$[^;]*)$")


@pytest.fixture(scope="module", params=["herefordshire", "wyeford"])
def example(request: pytest.FixtureRequest) -> tuple[Path, Portfolio, Evaluation]:
    """Return the folder, the portfolio and the evaluation of an example."""
    portfolio = request.getfixturevalue(request.param)
    day = portfolio.manifest.as_at
    made = evaluate(portfolio, portfolio.observations, as_at=day, catalogue=CATALOGUE)
    return EXAMPLES / request.param, portfolio, made


Example = tuple[Path, Portfolio, Evaluation]


def test_every_fact_leads_to_a_place_in_a_file(example: Example) -> None:
    """Whatever an evaluation says, each leaf of its trail names a file that is there, and a place."""
    folder, portfolio, evaluation = example
    members = MemberFacts(portfolio, figures_in(portfolio, as_at=evaluation.as_at))
    looked_at = 0
    for fact in evaluation.facts:
        (trail,) = find_trails(evaluation, fact.id, facts_behind=members.facts_behind).trails
        for leaf in trail.leaves:
            place = PLACE.search(leaf.source or "")
            assert place, f"{fact.id} leads to {leaf.id}, whose source is {leaf.source}"
            assert (folder / place[1]).is_file(), leaf.source
            looked_at += 1
    assert looked_at > len(evaluation.facts) > 150


def test_every_figure_leads_to_its_own_row(herefordshire: Portfolio, example: Example) -> None:
    """A point of a series has the row of the table that holds it as its source."""
    folder, portfolio, evaluation = example
    facts = {each.id: each for each in evaluation.facts}
    found = 0
    for result in evaluation.indicators:
        for point in result.points:
            source = facts[point.fact].source
            place = re.search(r"; ([^;]+\.csv), line (\d+)$", source or "")
            if place is None:
                continue
            row = (folder / place[1]).read_text("utf-8").splitlines()[int(place[2]) - 1].split(",")
            assert row[0] == result.indicator
            assert row[1] == portfolio.manifest.area.code
            if point.value is not None:
                assert float(row[4]) == point.value
            found += 1
    assert found > 20
    assert herefordshire.documents


def about_subjects(evaluation: Evaluation) -> list[Score]:
    """Return the scores about priorities and criteria."""
    return [each for result in evaluation.subjects for each in result.scores]


def test_every_score_says_how_it_came_about(example: Example) -> None:
    """A score has facts that exist, a formula with numbers, a source and one plain sentence."""
    _, _, evaluation = example
    known = {each.id for each in evaluation.facts}
    scores = [each for result in evaluation.indicators for each in result.scores]
    assert len(scores) >= 7
    for each in (*scores, *about_subjects(evaluation)):
        assert each.facts, each.rule
        assert set(each.facts) <= known
        assert re.search(r"\d", each.formula), each.formula
        assert each.source
        assert re.fullmatch(r"[^\n]+[.]", each.statement), each.statement
        assert not re.search(r"[.?!] [A-Z]", each.statement), each.statement


def test_a_score_about_a_priority_or_criterion_has_a_trail(wyeford: Portfolio) -> None:
    """A profile in words leads down to the facts it was made of, as a rating does."""
    day = wyeford.manifest.as_at
    evaluation = evaluate(wyeford, wyeford.observations, as_at=day, catalogue=CATALOGUE)
    scores = about_subjects(evaluation)
    assert {each.rule for each in scores} == {"commitment-progress", "evidence-profile", "voice"}
    for each in scores:
        (trail,) = find_trails(evaluation, f"{each.about} {each.rule}").trails
        assert (trail.kind, trail.formula, trail.source) == ("score", each.formula, each.source)
        assert [below.id for below in trail.rests_on] == list(each.facts)


def test_refusals_and_questions_rest_on_facts_that_exist(example: Example) -> None:
    """Every id of a fact that a refusal or a question names is that of a fact."""
    _, _, evaluation = example
    known = {each.id for each in evaluation.facts}
    named = [each.facts for each in evaluation.discrepancies]
    named += [each.facts for result in evaluation.indicators for each in result.refusals]
    assert all(set(each) <= known for each in named)
    assert evaluation.discrepancies
    assert all(each.facts for each in evaluation.discrepancies)


def test_what_was_told_is_not_told_again(example: Example) -> None:
    """In each trail a fact is gone through once, however many others rest on it."""
    _, _, evaluation = example

    def gone_through(trail: Trail) -> list[str]:
        mine = [] if trail.again else [trail.id]
        return mine + [id_ for each in trail.rests_on for id_ in gone_through(each)]

    for fact in evaluation.facts:
        (trail,) = find_trails(evaluation, fact.id).trails
        ids = gone_through(trail)
        assert len(ids) == len(set(ids))


def made(*facts: Fact, **more: object) -> Evaluation:
    """Return an evaluation that holds these facts."""
    return Evaluation(
        id="e",
        title=Text(default="E"),
        portfolio="p",
        area="ZZ0000001",
        area_name="Somewhere",
        as_at=date(2026, 1, 31),
        facts=facts,
        **more,
    )


READ = Fact(id="read", statement="It is 3.", value=3.0, unit="count", source="a; f.csv, line 2")
MADE = Fact(id="made", statement="It rose.", derived_from=("read",))


def test_a_circle_ends() -> None:
    """Facts that rest on each other, as a faulty plug-in may say, do not go round for ever."""
    one = Fact(id="one", statement="One.", derived_from=("two",))
    two = Fact(id="two", statement="Two.", derived_from=("one",))
    (trail,) = find_trails(made(one, two), "one").trails
    assert trail.rests_on[0].rests_on[0] == Trail("one", "fact", "One.", again=True)
    assert list(trail.leaves) == []


def test_a_fact_that_is_not_there_is_told() -> None:
    """A score or a fact that names a fact which nothing holds shows that it does."""
    (trail,) = find_trails(
        made(Fact(id="one", statement="One.", derived_from=("gone",))), "one"
    ).trails
    assert trail.rests_on[0].statement == "The evaluation has no fact of this id."
    assert trail.rests_on[0].source is None
    assert [leaf.id for leaf in trail.leaves] == ["gone"]


@pytest.mark.parametrize(
    ("wanted", "matches", "trails"),
    [
        ("read", ("read",), 1),
        ("  read  made ", ("read", "made"), 2),
        ("read read", ("read",), 1),
        ("rea", ("read",), 1),
        ("rule SFR4", ("rule SFR411",), 1),
    ],
)
def test_an_id_several_and_the_beginning_of_one_are_found(
    wanted: str, matches: tuple[str, ...], trails: int
) -> None:
    """A report's ids may be given as they are copied, or by a beginning that only one has."""
    question = Discrepancy(code="SFR411", about="rule", question="Is it so?", facts=("made",))
    found = find_trails(made(READ, MADE, discrepancies=(question,)), wanted)
    assert found.matches == matches
    assert len(found.trails) == trails


def test_an_exact_id_goes_before_others_that_begin_so() -> None:
    """Where one id is the beginning of another it still means itself."""
    longer = Fact(id="read/more", statement="More.", source="b")
    assert find_trails(made(READ, longer), "read").matches == ("read",)
    several = find_trails(made(READ, longer), "rea")
    assert (several.matches, several.trails) == (("read", "read/more"), ())


@pytest.mark.parametrize("wanted", ["", "reads", "read nothing"])
def test_an_id_that_nothing_has_is_refused_with_those_there_are(wanted: str) -> None:
    """The exception knows all ids, so that a program can offer near ones."""
    with pytest.raises(UnknownName) as caught:
        find_trails(made(READ, MADE), wanted)
    assert caught.value.known == ("made", "read")
    assert "there are: made, read" in str(caught.value)


def test_near_ids_are_told_where_there_are_too_many_to_list() -> None:
    """Of a hundred ids and more only those that were probably meant are told, if any."""
    many = made(*(Fact(id=f"fact/{number}", statement="One.") for number in range(101)))
    with pytest.raises(UnknownName, match="near ones: fact/77"):
        find_trails(many, "fakt/77")
    with pytest.raises(UnknownName) as caught:
        find_trails(many, "zzz")
    assert str(caught.value) == "no fact, score or question is called 'zzz'"


def test_a_rule_that_was_chosen_twice_has_two_trails() -> None:
    """Where a rule scored one indicator with two options, both scores are told."""
    with_all = Score(
        rule="r",
        about="i",
        band="b",
        label="l",
        tone="neutral",
        statement="S.",
        formula="1",
        source="s",
        facts=("read",),
    )
    base = evaluate_small()
    twice = base.indicators[0].changed(scores=(with_all, with_all.changed(label="m")))
    found = find_trails(base.changed(indicators=(twice,), facts=(READ,)), "i r", {"read"})
    assert [each.label for each in found.trails] == ["l", "m"]
    assert all(each.withheld and each.rests_on[0].withheld for each in found.trails)


def evaluate_small() -> Evaluation:
    """Return the evaluation of one small indicator."""
    from sendframe.evaluation import NoCatalogue
    from tests.unit.conftest import rate, seen, small

    portfolio = small(rate(), seen(2024, 1, 2))
    return evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=NoCatalogue()
    )
