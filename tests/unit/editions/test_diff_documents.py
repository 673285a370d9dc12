"""What each kind of difference is told as, and in which words."""

from datetime import date

import attrs
import pytest

from sendframe.api import compare
from sendframe.editions import Difference, DifferenceKind, diff_documents, sentence
from sendframe.editions._value_text import value_text
from sendframe.model import (
    AreaForDevelopment,
    Closing,
    CoProduction,
    CriterionEntry,
    DateInWords,
    Day,
    DifferenceMade,
    DueChange,
    FrozenMap,
    Month,
    Priority,
    Relation,
    Responsible,
    Status,
    Step,
    Text,
    Variant,
    Workstream,
)
from tests.unit.conftest import text
from tests.unit.editions.small_documents import (
    action,
    actions,
    edition,
    judged,
    only,
    strategy,
    words,
)

QUESTION = {("criterion", "q1"): "Do we listen?"}
VALUES = {("scale-value", "low"): "Low", ("scale-value", "high"): "High"}
COUNCIL = {("body", "council"): "the council"}


def test_judgements_of_two_editions_are_compared_by_their_criterion() -> None:
    """Entries and judgements have other ids in each edition, and are still the same."""
    old, new = edition("spring", judged("s", "low")), edition("autumn", judged("a", "high"))
    assert words(old, new, QUESTION | VALUES) == [
        "The judgement of ‘Do we listen?’ changed from ‘Low’ to ‘High’. No reason is given."
    ]


def test_a_judgement_given_again_is_told_as_such() -> None:
    """The same value on another day is a difference, and is said to be the same value."""
    old = edition("spring", judged("s", "low"))
    new = edition("autumn", judged("a", "low", on=date(2025, 10, 1), previous="low"))
    assert words(old, new, QUESTION) == [
        "The judgement of ‘Do we listen?’ stays; it was given again on 1 October 2025."
    ]


def test_under_a_heading_the_thing_is_not_named_again() -> None:
    """A sentence can stand under a heading that names the criterion."""
    old, new = edition("spring", judged("s", "low")), edition("autumn", judged("a", "high"))
    found = only(diff_documents(old, new))
    assert sentence(found, alone=False) == (
        "The judgement changed from ‘low’ to ‘high’. No reason is given."
    )
    again = edition("autumn", judged("a", "low", on=date(2025, 10, 1), previous="low"))
    stays = only(diff_documents(old, again))
    assert (
        sentence(stays, alone=False) == "The judgement stays; it was given again on 1 October 2025."
    )


def test_evidence_that_is_no_longer_cited_is_named_with_what_it_was_for() -> None:
    """Evidence comes and goes; the sentence says for which entry, unless a heading does."""
    entry = CriterionEntry(id="e", criterion="q1")
    without, cited = edition("spring", entry), edition("autumn", entry.changed(evidence=("ev",)))
    names = QUESTION | {("evidence", "ev"): "Survey"}
    gone = only(diff_documents(cited, without, titles=names))
    assert sentence(gone) == "No longer cited as evidence for the entry ‘Do we listen?’: ‘Survey’."
    assert sentence(gone, alone=False) == "No longer cited as evidence: ‘Survey’."
    new = only(diff_documents(without, cited, titles=names))
    assert sentence(new) == "New evidence for the entry ‘Do we listen?’: ‘Survey’."
    assert sentence(new, alone=False) == "New evidence: ‘Survey’."


def test_a_judgement_that_moved_is_not_the_one_in_its_old_place() -> None:
    """What is paired by its id is not paired again by where it stood."""
    entry = judged("s", "low")
    placed = judged("new", "high").changed(id=entry.id)
    moved = CriterionEntry(id="other", criterion="q2", judgement=entry.judgement)
    changes = diff_documents(edition("spring", entry), edition("autumn", placed, moved))
    assert [change.kind for change in changes] == ["added", "added", "moved"]


def test_an_entry_that_lost_its_criterion_is_gone() -> None:
    """An entry about another criterion is another entry."""
    old = edition("spring", judged("s", "low"))
    new = edition("autumn", CriterionEntry(id="e-a", criterion="q2"))
    assert [each.kind for each in diff_documents(old, new)] == ["added", "removed"]


def test_steps_of_editions_differ_by_what_was_done_not_when() -> None:
    """Each edition has its own days; what is told is a step more, and what was not agreed."""
    drafted = Step(kind="drafted", by="partnership", on=Day(on=date(2025, 3, 1)))
    again = drafted.changed(on=Day(on=date(2025, 9, 1)), dissent=text("Too kind."))
    published = Step(kind="published", body="council")
    old, new = edition("spring", steps=(drafted,)), edition("autumn", steps=(again, published))
    assert words(old, new, COUNCIL) == [
        (
            "Other words for ‘dissent’ of ‘drafted’ of the self-evaluation ‘Self-evaluation, autumn’: "
            "new is ‘Too kind.’"
        ),
        (
            "New under ‘steps’ of the self-evaluation ‘Self-evaluation, autumn’: "
            "published: the council."
        ),
    ]
    alone = edition("winter", steps=(again, published, Step(kind="published")))
    assert words(new, alone, COUNCIL)[-1].endswith("Self-evaluation, winter’: published.")


@pytest.mark.parametrize(
    ("before", "after", "kind", "said"),
    [
        (
            Status(value="on-track", on=Day(on=date(2025, 1, 1))),
            Status(value="behind", on=Day(on=date(2025, 6, 1)), reason=text("No staff.")),
            "status_changed",
            (
                "Status, ‘delivery’ of the action ‘Open clubs’: ‘on-track’ became ‘behind’. "
                "Reason: No staff."
            ),
        ),
        (
            Status(value="on-track", on=Day(on=date(2025, 1, 1))),
            Status(value="on-track", on=Day(on=date(2025, 6, 1))),
            "confirmed",
            "The delivery status of ‘Open clubs’ stays; it was given again on 1 June 2025.",
        ),
        (
            Status(value="on-track", on=Day(on=date(2025, 1, 1)), reason=text("Going well.")),
            Status(value="on-track", on=Day(on=date(2025, 1, 1)), reason=text("Going.")),
            "reworded",
            (
                "Other words for ‘delivery, reason’ of the action ‘Open clubs’: "
                "‘Going well.’ became ‘Going.’"
            ),
        ),
        (
            None,
            Status(value="on-track", on=Day(on=date(2025, 1, 1))),
            "status_changed",
            "Status, ‘delivery’ of the action ‘Open clubs’: new is ‘on-track’.",
        ),
        (
            Status(value="on-track", on=Day(on=date(2025, 1, 1))),
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
    found = only(diff_documents(actions(action(delivery=before)), actions(action(delivery=after))))
    assert (found.kind, sentence(found)) == (kind, said)
    values = tuple(each.value for each in (before, after) if isinstance(each, Status))
    assert found.ids == (values if kind == "status_changed" else ())


def test_closing_an_action_changes_its_status() -> None:
    """An action that was closed is told with what was done; its words may change later."""
    shut = Closing(
        closed_on=Day(on=date(2025, 5, 1)),
        wanted=text("Fun."),
        did=text("Ten clubs."),
        difference=DifferenceMade(text=text("Joy.")),
    )
    later = shut.changed(closed_on=Day(on=date(2025, 6, 1)), did=text("Nine clubs."))
    assert words(actions(action()), actions(action(closing=shut))) == [
        "Status, ‘closing’ of the action ‘Open clubs’: new is ‘Ten clubs. Joy.’"
    ]
    assert words(actions(action(closing=shut)), actions(action(closing=later))) == [
        (
            "Changed, ‘closing, closed on’ of the action ‘Open clubs’: "
            "‘1 May 2025’ became ‘1 June 2025’."
        ),
        (
            "Other words for ‘closing, what we did’ of the action ‘Open clubs’: "
            "‘Ten clubs.’ became ‘Nine clubs.’"
        ),
    ]


def test_due_dates_slip_by_their_last_possible_day() -> None:
    """A month instead of its last day has not slipped; a date that is new or gone has not either."""
    month, day = Month(year=2025, month=5), Day(on=date(2025, 5, 31))
    found = diff_documents(actions(action(due=day)), actions(action(due=month)))
    assert only(found).kind == "brought_forward"
    assert only(diff_documents(actions(action()), actions(action(due=month)))).kind == "changed"
    same = Month(year=2025, month=5)
    assert diff_documents(actions(action(due=month)), actions(action(due=same))) == ()


def test_a_due_date_in_words_neither_slips_nor_is_brought_forward() -> None:
    """Nobody knows whether it is later than a month; that it is another one is said."""
    month, words_ = Month(year=2025, month=5), DateInWords(text="ongoing")
    for one, other in ((month, words_), (words_, month)):
        found = only(diff_documents(actions(action(due=one)), actions(action(due=other))))
        assert found.kind == "changed"


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


def test_a_wording_said_once_is_no_other_wording() -> None:
    """Only what became of a text counts: where its document says the same, nothing changed."""
    bare, quoted = Text(default="We listen."), Text(default="We listen.", wording="verbatim")
    old = strategy(vision=quoted)
    once = "Changed, the strategy ‘Plan’: new is ‘verbatim’."
    assert words(old, strategy(vision=bare, wording="verbatim")) == [once]
    assert words(strategy(vision=bare), strategy(vision=bare, wording="verbatim")) == [once]
    (other,) = words(old, strategy(vision=bare))
    assert other == "Changed, ‘vision, wording’ of the strategy ‘Plan’: gone is ‘verbatim’."
    each, every = (
        strategy(priorities=(Priority(id="p", order=1, title=title),), **wording)
        for title, wording in ((quoted, {}), (bare, {"wording": "verbatim"}))
    )
    assert words(each, every) == [once]


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
    assert words(actions(first), actions(second), COUNCIL) == [
        "New under ‘who leads it’ of the action ‘Open clubs’: deputy.",
        "No longer under ‘who leads it’ of the action ‘Open clubs’: head, the council.",
    ]


def test_statements_that_say_nearly_the_same_are_one_that_was_reworded() -> None:
    """A sentence of which a word changed is told as reworded, not as one gone and one new."""
    old = CriterionEntry(
        id="e", criterion="q1", working_well=(text("Two of the four hubs are open to all."),)
    )
    new = old.changed(working_well=(text("Three of the four hubs are open to all."),))
    found = only(diff_documents(edition("a", old), edition("a", new)))
    assert found.kind == "reworded"
    many = tuple(text(f"Sentence number {n} of a very long list of them.") for n in range(60))
    more = tuple(text(f"Sentence number {n} of a very long list of those.") for n in range(60))
    found = diff_documents(
        edition("a", old.changed(working_well=many)), edition("a", old.changed(working_well=more))
    )
    assert {each.kind for each in found} == {"added", "removed"}, "too many to hold together"


def test_words_that_are_a_member_are_told_under_their_list() -> None:
    """The words are quoted once, as what became what, and not as the name of their own member too."""
    old = CriterionEntry(
        id="e",
        criterion="q1",
        areas_for_development=(AreaForDevelopment(statement=text("Two hubs must open soon.")),),
    )
    new = old.changed(
        areas_for_development=(AreaForDevelopment(statement=text("Three hubs must open soon.")),)
    )
    (told,) = words(edition("a", old), edition("a", new))
    assert told.startswith("Other words for ‘areas for development’ of ")
    assert told.endswith(": ‘Two hubs must open soon.’ became ‘Three hubs must open soon.’")


def test_small_words_are_those_of_their_value() -> None:
    """Yes and no; who took a step where that is no body; a place in a list."""
    assert [value_text(value, {}, ()) for value in (True, False)] == ["yes", "no"]
    step = Step(kind="drafted", by="the partnership")
    assert value_text(step, {}, ()) == "drafted: the partnership"
    moved = Difference("moved", "action", "clubs", "Open clubs", before="1", after="3")
    assert sentence(moved) == "The action ‘Open clubs’ moved from ‘1’ to ‘3’."
    placed = attrs.evolve(moved, field="place")
    assert sentence(placed) == "The action ‘Open clubs’ moved from 1 to 3 of its list."


def test_a_due_date_that_moved_has_the_reason_of_its_new_entry_alone() -> None:
    """A reason that was there before is that of an earlier move."""
    may, june = (Month(year=2025, month=month) for month in (5, 6))
    entry = DueChange(due=may, changed_on=date(2025, 1, 1), reason=text("No hall."))
    old, new = action(due=may, due_history=(entry,)), action(due=june, due_history=(entry,))
    assert only(diff_documents(actions(old), actions(new))).reason is None
    first = diff_documents(actions(action(due=may)), actions(new))
    assert [each.reason for each in first if each.kind == "slipped"] == ["No hall."]


def test_a_reference_that_is_new_replaces_none() -> None:
    """One difference: there was nothing that could no longer be referred to."""
    old, new = (
        strategy(workstreams=(Workstream(id="w", title=text("Help"), delivery_group=group),))
        for group in (None, "g")
    )
    assert [(each.kind, each.ids) for each in diff_documents(old, new)] == [("linked", ("g",))]
    assert [(each.kind, each.ids) for each in diff_documents(new, old)] == [("unlinked", ("g",))]
