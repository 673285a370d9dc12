"""What differs between portfolios and their figures, and how things are called."""

import pytest

from sendframe.api import compare
from sendframe.editions import (
    diff_documents,
    diff_portfolios,
    sentence,
    titles_of,
)
from sendframe.errors import CannotCompare
from sendframe.model import (
    Body,
    CalendarYear,
    CodeList,
    Criterion,
    CriterionEntry,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    Governance,
    Measure,
    MeasureMilestone,
    Month,
    Observation,
    ObservationSet,
    Promise,
    RangeTarget,
    RuleChoice,
    Stance,
    Tolerance,
    Voice,
    WordsTarget,
    freeze,
)
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.editions.small_documents import (
    actions,
    edition,
    judged,
    only,
    strategy,
    words,
)


def test_figures_are_new_withdrawn_or_restated() -> None:
    """A figure that another release repeats is the same; its counts are told where it is another."""
    one, two = seen(2023, 1, 2), seen(2024, 3, 4)
    old = small(rate(), one, two)
    new = small(rate(), seen(2024, 2, 4, release="r2"), seen(2025, None, None, symbol="x"))
    assert [sentence(each) for each in diff_portfolios(old, new)] == [
        "Restated: Plans on time: Wyeford, 2024: 75 (3 of 4) became 50 (2 of 4).",
        "New figure for Plans on time: Wyeford, 2025: x.",
        "Withdrawn: the figure for Plans on time: Wyeford, 2023, which was 50 (1 of 2).",
    ]
    again = small(rate(), one.changed(release="r2"), two)
    assert diff_portfolios(old, again) == ()


def test_a_figure_that_contradicts_itself_is_named_so() -> None:
    """Before and after, and where it is new or withdrawn; by the indicators of its portfolio."""
    old = small(rate(), seen(2023, 1, 2).changed(value=99.0), seen(2024, 3, 4))
    new = small(rate(), seen(2024, 3, 4).changed(value=-5.0), seen(2025, 1, 4, status="revised"))
    assert [sentence(each) for each in diff_portfolios(old, new)] == [
        (
            "Restated: Plans on time: Wyeford, 2024: 75 (3 of 4) became "
            "-5 (3 of 4) (the figure is impossible)."
        ),
        "New figure for Plans on time: Wyeford, 2025: 25 (1 of 4), revised.",
        (
            "Withdrawn: the figure for Plans on time: Wyeford, 2023, which was "
            "99 (1 of 2) (the figure does not agree with its counts)."
        ),
    ]


def test_of_several_releases_the_figure_of_the_newest_is_compared() -> None:
    """Which release holds does not hang on the order of rows, in portfolios and in documents."""
    first, second = seen(2024, 1, 4), seen(2024, 2, 4, release="r2")
    old = small(rate(), first)
    for rows in ((first, second), (second, first)):
        new = small(rate(), *rows)
        assert [sentence(each) for each in diff_portfolios(old, new)] == [
            "Restated: Plans on time: Wyeford, 2024: 25 (1 of 4) became 50 (2 of 4)."
        ]
        before, after = (next(each.of(ObservationSet)) for each in (old, new))
        assert only(diff_documents(before, after)).after == "50 (2 of 4)"


def test_things_of_two_kinds_may_have_one_id() -> None:
    """A name, or another id, is that of a thing of the kind a field refers to, and of no other."""
    piece = Evidence(id="hall", kind="survey", title=text("Survey in the hall"))
    register = EvidenceRegister(id="e", title=text("Evidence"), evidence=(piece,))
    body = Body(id="hall", name="The hall committee", kind="board")
    bodies = Governance(id="g", title=text("Bodies"), area=AREA, bodies=(body,))
    entry = CriterionEntry(id="en", criterion="q1")
    cited = edition("spring", entry), edition("spring", entry.changed(evidence=("hall",)))
    names = titles_of(register, bodies)
    assert only(diff_documents(*cited, titles=names)).after == "Survey in the hall"
    theme = Voice(id="v", who="practitioners", summary=text("Cold."), theme="room")
    voices = (
        register.changed(voices=(theme,)),
        register.changed(voices=(theme.changed(theme="hall"),)),
    )
    assert only(diff_documents(*voices, titles=names)).after == "hall"

    moved = body.changed(id="council-hall")
    old = small(rate(), documents=(register, bodies, cited[1]))
    new = small(rate(), documents=(register, bodies.changed(bodies=(moved,)), cited[1]))
    assert only(diff_portfolios(old, new)).kind == "renamed"


def test_figures_of_a_document_are_compared_as_those_of_a_portfolio() -> None:
    """An observation set by itself tells its figures too, with their parts and their status."""
    figure = Observation(
        indicator="plans",
        area=AREA,
        period=CalendarYear(year=2024),
        value=1.25,
        dimensions=FrozenMap({"phase": "early"}),
        status="provisional",
    )
    old = ObservationSet(id="o", title=text("Figures"))
    new = old.changed(observations=(figure,))
    assert words(old, new) == [
        "New figure for plans: ZZ0000001, 2024, phase early: 1.250, provisional."
    ]


def test_documents_of_a_portfolio_come_and_go() -> None:
    """A document is new or gone as a whole; one that is alone of its kind is the same."""
    plan = strategy(id="old-plan")
    old = small(rate(), documents=(plan,))
    new = small(rate(), documents=(strategy(id="new-plan"), actions()))
    assert [sentence(each) for each in compare(old, new)] == [
        "The strategy ‘Plan’ has another id: ‘old-plan’ became ‘new-plan’.",
        "New: the register of actions ‘Actions’.",
    ]
    assert [each.kind for each in compare(new, old)] == ["renamed", "removed"]


def test_a_voice_is_called_by_who_spoke_and_not_by_their_words() -> None:
    """The words of people are theirs: names of voices say who, about what and when."""
    voice = Voice(
        id="v",
        who="parent-carers",
        words=text("We were forgotten."),
        theme="waiting",
        on=Month(year=2025, month=6),
    )
    silent = Voice(id="w", who="practitioners", summary=text("Too much paper."))
    register = EvidenceRegister(id="e", title=text("Evidence"), voices=(voice, silent))
    names = titles_of(register)
    assert names["voice", "v"] == "what parent carers said about waiting, June 2025"
    assert names["voice", "w"] == "what practitioners said"
    assert words(register.changed(voices=()), register) == [
        "New: the voice ‘what parent carers said about waiting, June 2025’.",
        "New: the voice ‘what practitioners said’.",
    ]


def test_what_people_said_is_not_repeated() -> None:
    """Other words of a voice are a difference; neither the old words nor the new ones are shown."""
    voice = Voice(id="v", who="parent-carers", words=text("We were forgotten."))
    old = EvidenceRegister(id="e", title=text("Evidence"), voices=(voice,))
    new = old.changed(voices=(voice.changed(words=text("We were left out.")),))
    who, not_repeated = "what parent carers said", "[what people said is not repeated here]"
    assert words(old, new) == [f"Other words for the voice ‘{who}’: {not_repeated}"]


def test_documents_of_two_kinds_cannot_be_compared() -> None:
    """The error names both kinds."""
    with pytest.raises(CannotCompare, match="'strategy' and 'action-register'"):
        compare(strategy(), actions())
    with pytest.raises(CannotCompare, match="'portfolio' and 'document'"):
        compare(small(rate()), actions())


def test_criteria_and_evidence_are_told_by_their_own_words() -> None:
    """A criterion is called by its wording; evidence that speaks for more is told as a link."""
    criterion = Criterion(id="q", code="1", wording=text("Do we listen?"), kind="impact")
    shown = titles_of(EvidenceRegister(id="e", title=text("E")))
    assert shown == {("evidence-register", "e"): "E"}
    piece = Evidence(id="ev", kind="survey", title=text("Survey"))
    old = EvidenceRegister(id="e", title=text("E"), evidence=(piece,))
    new = old.changed(evidence=(piece.changed(stances=(Stance(claim="q", side="for"),)),))
    found = only(diff_documents(old, new, titles={("criterion", "q"): str(criterion.wording)}))
    assert found.kind == "added"
    assert sentence(found) == (
        "New under ‘stances’ of the evidence ‘Survey’: claim: Do we listen?, side: for."
    )


def test_a_difference_says_what_it_stands_in() -> None:
    """Programs find what a thing stands in, the nearest first, and where it was and is."""
    old, new = edition("spring", judged("s", "low")), edition("autumn", judged("a", "high"))
    found = only(diff_documents(old, new))
    assert [(each.thing, each.id) for each in found.within] == [
        ("criterion-entry", "e-a"),
        ("self-evaluation", "sef-autumn"),
    ]
    assert found.old is not None
    assert found.new is not None
    assert (found.old.pointer, found.new.pointer) == ("/entries/0/judgement",) * 2


def test_maps_are_told_key_by_key() -> None:
    """A name of a code that is another is told under its key, and the rest is left alone."""
    codes = CodeList(
        id="phases", dimension="phase", version="1", codes=FrozenMap({"a": "early", "b": "late"})
    )
    old = ObservationSet(id="o", title=text("Figures"), code_lists=(codes,))
    other = codes.changed(codes=FrozenMap({"a": "early years", "b": "late"}))
    assert words(old, old.changed(code_lists=(other,))) == [
        "Changed, ‘codes, a’ of the code list ‘phases’: ‘early’ became ‘early years’."
    ]


def test_parts_without_words_are_told_member_by_member() -> None:
    """A rule that was chosen, with its options, and a chair who is independent."""
    rule = RuleChoice(indicator="rate", rule="target", options=FrozenMap({"measure": "m"}))
    assert [sentence(each) for each in compare(small(rate()), small(rate(), rules=(rule,)))] == [
        (
            "New under ‘rules’ of the portfolio ‘Wyeford’: "
            "indicator: Plans on time, rule: target, options: measure: m."
        )
    ]
    profile = FrozenMap({"recent_months": 6})
    about = [RuleChoice(about=each, rule="evidence-profile") for each in ("p", "q")]
    changed = about[1].changed(options=profile)
    old_rules, new_rules = small(rate(), rules=(*about,)), small(rate(), rules=(about[0], changed))
    (found,) = compare(old_rules, new_rules)
    assert "‘about: q, rule: evidence-profile’ became" in sentence(found)
    body = Body(id="b", name="Board", kind="board")
    old = Governance(id="g", title=text("Who decides"), area=AREA, bodies=(body,))
    new = old.changed(bodies=(body.changed(chair_is_independent=True),))
    assert words(old, new) == ["Changed, ‘chair is independent’ of the body ‘Board’: new is ‘yes’."]


def test_a_member_that_is_about_nothing_is_paired_by_its_words() -> None:
    """A promise without a commitment is known by what was said."""
    before = Promise(said=text("We will call every family back."), became=text("Not yet."))
    entry = CriterionEntry(id="e", criterion="q1", promises=(before,))
    after = entry.changed(promises=(before.changed(became=text("Done.")),))
    found = only(diff_documents(edition("a", entry), edition("a", after)))
    assert (found.kind, found.field) == ("reworded", "promises/became")


def test_what_plug_ins_keep_is_told_as_json() -> None:
    """Raw JSON under ``extensions`` is told as a whole, by plug-in."""
    old = strategy(extensions=freeze({"kent": {"a": 1}, "same": 0}))
    new = strategy(extensions=freeze({"kent": {"a": 2}, "same": 0}))
    assert words(old, new) == [
        'Changed, ‘extensions, kent’ of the strategy ‘Plan’: ‘{"a": 1}’ became ‘{"a": 2}’.'
    ]


def test_each_statement_is_paired_once() -> None:
    """Of two new statements that are like one old one, the likest is the same."""
    old = CriterionEntry(id="e", criterion="q1", changing=(text("Two of four hubs are open now."),))
    new = old.changed(
        changing=(text("Three of four hubs are open now."), text("Two of four hubs are open now!?"))
    )
    found = diff_documents(edition("a", old), edition("a", new))
    assert sorted((each.kind, each.after) for each in found) == [
        ("added", "Three of four hubs are open now."),
        ("reworded", "Two of four hubs are open now!?"),
    ]


def test_targets_and_milestones_are_told_in_words() -> None:
    """Each kind of target, a tolerance and a milestone can be read."""
    measure = Measure(
        id="m",
        statement=text("More plans on time."),
        target=RangeTarget(low=70, high=80, due=Month(year=2026, month=12)),
        tolerance=Tolerance(amount=2, kind="points"),
        milestones=(MeasureMilestone(due=Month(year=2026, month=6), level=65),),
    )
    other = measure.changed(
        target=WordsTarget(statement=text("Nearly all.")),
        tolerance=Tolerance(amount=10, kind="relative"),
        milestones=(MeasureMilestone(due=Month(year=2026, month=6), statement=text("Most.")),),
    )
    assert words(strategy(measures=(measure,)), strategy(measures=(other,))) == [
        (
            "Other aim, ‘target’ of the measure ‘More plans on time.’: "
            "‘70 to 80 from December 2026 on’ became ‘Nearly all.’"
        ),
        (
            "Other aim, ‘milestones’ of the measure ‘More plans on time.’: "
            "‘65 by June 2026’ became ‘Most. by June 2026’."
        ),
        (
            "Other aim, ‘tolerance’ of the measure ‘More plans on time.’: "
            "‘2 either way’ became ‘10 per cent of the target’."
        ),
    ]
