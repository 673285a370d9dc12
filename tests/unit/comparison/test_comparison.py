"""What each kind of difference is told as, and in which words."""

from datetime import date

import pytest

from sendframe.api import compare
from sendframe.comparison import (
    Difference,
    DifferenceKind,
    compare_documents,
    compare_portfolios,
    names_of,
    sentence,
)
from sendframe.errors import CannotCompare
from sendframe.model import (
    Action,
    ActionRegister,
    Body,
    CalendarYear,
    Closing,
    CodeList,
    Commitment,
    CoProduction,
    Criterion,
    CriterionEntry,
    Day,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    Governance,
    Judgement,
    LevelTarget,
    Measure,
    MeasureMilestone,
    Month,
    Observation,
    ObservationSet,
    Priority,
    Promise,
    RangeTarget,
    Relation,
    Responsible,
    RuleChoice,
    SelfEvaluation,
    Status,
    Step,
    Strategy,
    Text,
    Tolerance,
    Variant,
    Voice,
    WordsTarget,
    freeze,
)
from tests.unit.conftest import AREA, rate, seen, small, text


def strategy(**fields: object) -> Strategy:
    """Return a small strategy."""
    given = {"id": "s", "title": text("Plan"), "kind": "strategy", "area": AREA, "status": "draft"}
    return Strategy(**{**given, **fields})


def actions(*found: Action) -> ActionRegister:
    """Return a register of actions."""
    return ActionRegister(id="a", title=text("Actions"), actions=found)


def action(**fields: object) -> Action:
    """Return an action."""
    return Action(**{"id": "clubs", "title": text("Open clubs"), **fields})


def edition(name: str, *entries: CriterionEntry, **fields: object) -> SelfEvaluation:
    """Return an edition of a self-evaluation."""
    return SelfEvaluation(
        **{
            "id": f"sef-{name}",
            "title": text(f"Self-evaluation, {name}"),
            "area": AREA,
            "edition": name,
            "criteria_sets": ("questions",),
            "entries": entries,
            **fields,
        }
    )


def judged(name: str, value: str, **fields: object) -> CriterionEntry:
    """Return an entry with a judgement."""
    given = {"id": f"j-{name}", "value": value, "by": "partnership", "on": date(2025, 4, 1)}
    judgement = Judgement(**{**given, **fields})
    return CriterionEntry(id=f"e-{name}", criterion="q1", judgement=judgement)


def only(found: tuple[Difference, ...]) -> Difference:
    """Return the one difference there is."""
    (one,) = found
    return one


def words(old: object, new: object, **names: str) -> list[str]:
    """Return what is said of two documents."""
    return [sentence(each) for each in compare_documents(old, new, names=names)]


def test_judgements_of_two_editions_are_compared_by_their_criterion() -> None:
    """Entries and judgements have other ids in each edition, and are still the same."""
    old, new = edition("spring", judged("s", "low")), edition("autumn", judged("a", "high"))
    assert words(old, new, q1="Do we listen?", low="Low", high="High") == [
        "The judgement of ‘Do we listen?’ changed from ‘Low’ to ‘High’. No reason is given."
    ]


def test_a_judgement_given_again_is_told_as_such() -> None:
    """The same value on another day is a difference, and is said to be the same value."""
    old = edition("spring", judged("s", "low"))
    new = edition("autumn", judged("a", "low", on=date(2025, 10, 1), previous="low"))
    assert words(old, new, q1="Do we listen?") == [
        "The judgement of ‘Do we listen?’ stays; it was given again on 1 October 2025."
    ]


def test_under_a_heading_the_thing_is_not_named_again() -> None:
    """A sentence can stand under a heading that names the criterion."""
    old, new = edition("spring", judged("s", "low")), edition("autumn", judged("a", "high"))
    found = only(compare_documents(old, new))
    assert sentence(found, alone=False) == (
        "The judgement changed from ‘low’ to ‘high’. No reason is given."
    )


def test_an_entry_that_lost_its_criterion_is_gone() -> None:
    """An entry about another criterion is another entry."""
    old = edition("spring", judged("s", "low"))
    new = edition("autumn", CriterionEntry(id="e-a", criterion="q2"))
    assert [each.kind for each in compare_documents(old, new)] == ["added", "removed"]


def test_steps_of_editions_differ_by_what_was_done_not_when() -> None:
    """Each edition has its own days; what is told is a step more, and what was not agreed."""
    drafted = Step(kind="drafted", by="partnership", on=Day(on=date(2025, 3, 1)))
    again = drafted.changed(on=Day(on=date(2025, 9, 1)), dissent=text("Too kind."))
    published = Step(kind="published", body="council")
    old, new = edition("spring", steps=(drafted,)), edition("autumn", steps=(again, published))
    assert words(old, new, council="the council") == [
        (
            "Other words for ‘dissent’ of ‘drafted’ of the self-evaluation ‘Self-evaluation, autumn’: "
            "new is ‘Too kind.’"
        ),
        (
            "New under ‘steps’ of the self-evaluation ‘Self-evaluation, autumn’: "
            "published: the council."
        ),
    ]


@pytest.mark.parametrize(
    ("before", "after", "kind", "said"),
    [
        (
            Status(value="on-track", on=date(2025, 1, 1)),
            Status(value="behind", on=date(2025, 6, 1), reason=text("No staff.")),
            "status_changed",
            (
                "Status, ‘delivery’ of the action ‘Open clubs’: ‘on-track’ became ‘behind’. "
                "Reason: No staff."
            ),
        ),
        (
            Status(value="on-track", on=date(2025, 1, 1)),
            Status(value="on-track", on=date(2025, 6, 1)),
            "confirmed",
            "The delivery status of ‘Open clubs’ stays; it was given again on 1 June 2025.",
        ),
        (
            Status(value="on-track", on=date(2025, 1, 1), reason=text("Going well.")),
            Status(value="on-track", on=date(2025, 1, 1), reason=text("Going.")),
            "reworded",
            (
                "Other words for ‘delivery, reason’ of the action ‘Open clubs’: "
                "‘Going well.’ became ‘Going.’"
            ),
        ),
        (
            None,
            Status(value="on-track", on=date(2025, 1, 1)),
            "status_changed",
            "Status, ‘delivery’ of the action ‘Open clubs’: new is ‘on-track’.",
        ),
        (
            Status(value="on-track", on=date(2025, 1, 1)),
            None,
            "status_changed",
            "Status, ‘delivery’ of the action ‘Open clubs’: gone is ‘on-track’.",
        ),
    ],
)
def test_statuses(
    before: Status | None, after: Status | None, kind: DifferenceKind, said: str
) -> None:
    """Another status is told with its reason; the same one given again as such."""
    found = only(
        compare_documents(actions(action(delivery=before)), actions(action(delivery=after)))
    )
    assert (found.kind, sentence(found)) == (kind, said)


def test_closing_an_action_changes_its_status() -> None:
    """An action that was closed is told with what was done; its words may change later."""
    shut = Closing(
        closed_on=date(2025, 5, 1),
        wanted=text("Fun."),
        did=text("Ten clubs."),
        difference=text("Joy."),
    )
    later = shut.changed(closed_on=date(2025, 6, 1), did=text("Nine clubs."))
    assert words(actions(action()), actions(action(closing=shut))) == [
        "Status, ‘closing’ of the action ‘Open clubs’: new is ‘Ten clubs. Joy.’"
    ]
    assert words(actions(action(closing=shut)), actions(action(closing=later))) == [
        (
            "Changed, ‘closing, closed on’ of the action ‘Open clubs’: "
            "‘1 May 2025’ became ‘1 June 2025’."
        ),
        (
            "Other words for ‘closing, did’ of the action ‘Open clubs’: "
            "‘Ten clubs.’ became ‘Nine clubs.’"
        ),
    ]


def test_due_dates_slip_by_their_last_possible_day() -> None:
    """A month instead of its last day has not slipped; a date that is new or gone has not either."""
    month, day = Month(year=2025, month=5), Day(on=date(2025, 5, 31))
    found = compare_documents(actions(action(due=day)), actions(action(due=month)))
    assert only(found).kind == "brought_forward"
    assert only(compare_documents(actions(action()), actions(action(due=month)))).kind == "changed"
    same = Month(year=2025, month=5)
    assert compare_documents(actions(action(due=month)), actions(action(due=same))) == ()


def test_variants_and_their_checks_are_told() -> None:
    """A variant that is new, gone or another is told under its name."""
    plain = Text(default="We listen.", variants=FrozenMap({"friendly": Variant(text="We hear.")}))
    polish = plain.changed(
        variants=FrozenMap({"friendly": Variant(text="We hear.", language="en-GB")}),
        wording="verbatim",
    )
    bare = Text(default="We listen.")
    assert words(strategy(vision=bare), strategy(vision=plain)) == [
        "Other words for ‘vision, friendly’ of the strategy ‘Plan’: new is ‘We hear.’"
    ]
    assert [each.kind for each in compare(strategy(vision=plain), strategy(vision=polish))] == [
        "changed",
        "changed",
    ]


def test_members_without_ids_are_paired_by_what_they_are_about() -> None:
    """A relation to the same plan, a role at the same body: what differs is told, not both."""
    old = strategy(relations=(Relation(kind="delivers", title="Big plan"),))
    new = strategy(
        relations=(Relation(kind="delivers", title="Big plan", link="https://a.example/"),)
    )
    assert words(old, new) == [
        "Changed, ‘link’ of ‘Big plan’ of the strategy ‘Plan’: new is ‘https://a.example/’."
    ]
    told = CoProduction(level="told", with_whom=("schools",))
    more = told.changed(with_whom=("schools", "health teams"))
    assert words(strategy(co_production=(told,)), strategy(co_production=(more,))) == [
        "New under ‘with whom’ of ‘level: told, with whom: schools; health teams’ of the strategy ‘Plan’: health teams."
    ]
    first = action(action_leads=(Responsible(role="head", body="council"),))
    second = action(action_leads=(Responsible(role="deputy"),))
    assert words(actions(first), actions(second), council="the council") == [
        "New under ‘who leads it’ of the action ‘Open clubs’: deputy.",
        "No longer under ‘who leads it’ of the action ‘Open clubs’: head, the council.",
    ]


def test_statements_that_say_nearly_the_same_are_one_that_was_reworded() -> None:
    """A sentence of which a word changed is told as reworded, not as one gone and one new."""
    old = CriterionEntry(
        id="e", criterion="q1", working_well=(text("Two of the four hubs are open to all."),)
    )
    new = old.changed(working_well=(text("Three of the four hubs are open to all."),))
    found = only(compare_documents(edition("a", old), edition("a", new)))
    assert found.kind == "reworded"
    many = tuple(text(f"Sentence number {n} of a very long list of them.") for n in range(60))
    more = tuple(text(f"Sentence number {n} of a very long list of those.") for n in range(60))
    found = compare_documents(
        edition("a", old.changed(working_well=many)), edition("a", old.changed(working_well=more))
    )
    assert {each.kind for each in found} == {"added", "removed"}, "too many to hold together"


def test_a_thing_moves_with_what_is_in_it_into_a_thing_that_is_new() -> None:
    """A commitment that went into a new priority is told as moved, and nothing as gone twice."""
    listen = Commitment(id="listen", statement=text("We will listen."))
    old = strategy(
        priorities=(Priority(id="p1", order=1, statement=text("Old"), commitments=(listen,)),)
    )
    new = strategy(
        priorities=(
            Priority(id="p9", order=1, statement=text("Quite another"), commitments=(listen,)),
        )
    )
    assert words(old, new) == [
        "New: the priority ‘Quite another’.",
        "The commitment ‘We will listen.’ moved from ‘Old’ to ‘Quite another’.",
        "Gone: the priority ‘Old’.",
    ]


def test_of_two_things_with_one_wording_the_one_in_place_is_the_same() -> None:
    """Where ids are gone, a thing that stands where the old one stood is taken first."""
    same = "We will open ten holiday clubs for everybody."
    old = strategy(
        priorities=(
            Priority(
                id="p1",
                order=1,
                statement=text("One"),
                commitments=(Commitment(id="a", statement=text(same)),),
            ),
            Priority(id="p2", order=2, statement=text("Two")),
        )
    )
    new = strategy(
        priorities=(
            Priority(
                id="p1",
                order=1,
                statement=text("One"),
                commitments=(Commitment(id="c", statement=text(same)),),
            ),
            Priority(
                id="p2",
                order=2,
                statement=text("Two"),
                commitments=(Commitment(id="b", statement=text(same)),),
            ),
        )
    )
    assert [(each.kind, each.id) for each in compare(old, new)] == [
        ("renamed", "c"),
        ("added", "b"),
    ]


def test_measures_are_told_by_what_they_aim_for() -> None:
    """A new target, and a target that is gone, are both told in words."""
    measure = Measure(id="m", statement=text("More plans on time."))
    aimed = measure.changed(target=LevelTarget(level=75.5, due=Month(year=2026, month=12)))
    assert words(strategy(measures=(measure,)), strategy(measures=(aimed,))) == [
        "Other aim, ‘target’ of the measure ‘More plans on time.’: new is ‘75.5 by December 2026’."
    ]


def test_figures_are_new_withdrawn_or_restated() -> None:
    """A figure that another release repeats is the same; its counts are told where it is another."""
    one, two = seen(2023, 1, 2), seen(2024, 3, 4)
    old = small(rate(), one, two)
    new = small(rate(), seen(2024, 2, 4, release="r2"), seen(2025, None, None, symbol="x"))
    assert [sentence(each) for each in compare_portfolios(old, new)] == [
        "Restated: Plans on time: Wyeford, 2024: 75 (3 of 4) became 50 (2 of 4).",
        "New figure for Plans on time: Wyeford, 2025: x.",
        "Withdrawn: the figure for Plans on time: Wyeford, 2023, which was 50 (1 of 2).",
    ]
    again = small(rate(), one.changed(release="r2"), two)
    assert compare_portfolios(old, again) == ()


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
    names = names_of(register)
    assert names["v"] == "what parent carers said about waiting, June 2025"
    assert names["w"] == "what practitioners said"
    assert words(register.changed(voices=()), register) == [
        "New: the voice ‘what parent carers said about waiting, June 2025’.",
        "New: the voice ‘what practitioners said’.",
    ]


def test_documents_of_two_kinds_cannot_be_compared() -> None:
    """The error names both kinds."""
    with pytest.raises(CannotCompare, match="'strategy' and 'action-register'"):
        compare(strategy(), actions())
    with pytest.raises(CannotCompare, match="'portfolio' and 'document'"):
        compare(small(rate()), actions())


def test_criteria_and_evidence_are_told_by_their_own_words() -> None:
    """A criterion is called by its wording; evidence that speaks for more is told as a link."""
    criterion = Criterion(id="q", code="1", wording=text("Do we listen?"), kind="impact")
    shown = names_of(EvidenceRegister(id="e", title=text("E")))
    assert shown == {"e": "E"}
    piece = Evidence(id="ev", kind="survey", title=text("Survey"))
    old = EvidenceRegister(id="e", title=text("E"), evidence=(piece,))
    new = old.changed(evidence=(piece.changed(supports=("q",)),))
    found = only(compare_documents(old, new, names={"q": str(criterion.wording)}))
    assert (found.kind, found.ids) == ("linked", ("q",))
    assert (
        sentence(found) == "Now named under ‘supports’ of the evidence ‘Survey’: ‘Do we listen?’."
    )


def test_a_difference_says_what_it_stands_in() -> None:
    """Programs find what a thing stands in, the nearest first, and where it was and is."""
    old, new = edition("spring", judged("s", "low")), edition("autumn", judged("a", "high"))
    found = only(compare_documents(old, new))
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
    body = Body(id="b", name="Board", kind="board")
    old = Governance(id="g", title=text("Who decides"), area=AREA, bodies=(body,))
    new = old.changed(bodies=(body.changed(chair_is_independent=True),))
    assert words(old, new) == ["Changed, ‘chair is independent’ of the body ‘Board’: new is ‘yes’."]


def test_a_member_that_is_about_nothing_is_paired_by_its_words() -> None:
    """A promise without a commitment is known by what was said."""
    before = Promise(said=text("We will call every family back."), became=text("Not yet."))
    entry = CriterionEntry(id="e", criterion="q1", promises=(before,))
    after = entry.changed(promises=(before.changed(became=text("Done.")),))
    found = only(compare_documents(edition("a", entry), edition("a", after)))
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
    found = compare_documents(edition("a", old), edition("a", new))
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
