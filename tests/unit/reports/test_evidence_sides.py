"""What speaks for a judgement and what against it, published or not, and what people said."""

from datetime import date

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    AreaForDevelopment,
    Consent,
    CriterionEntry,
    Day,
    DifferenceMade,
    EvidenceAnswer,
    Month,
    PartnerView,
    Sample,
    Stance,
    Voice,
)
from sendframe.reports import (
    EvidenceSides,
    against_sentences,
    counts_in,
    evidence_note,
    evidence_of_statement,
    evidence_sides,
    for_sentences,
    has_expired,
    hidden_sentence,
    neutral_sentences,
    view_sentence,
    voice_sentence,
    voices_about,
)
from tests.unit.conftest import text
from tests.unit.reports.edition_context import (
    AS_AT,
    CUT_OFF,
    about,
    build_context,
    edition,
    evidence,
    register,
)
from tests.unit.reports.two_editions import judgement

ENTRY = CriterionEntry(id="e", criterion="q1", judgement=judgement("j", "low"))
CONSENT = Consent(given_by="a parent", profiles=("sef-update",), covers="both")
VOICE = Voice(
    id="v",
    who="parent-carers",
    words=text("Nobody rang."),
    on=Month(year=2025, month=3),
    consent=CONSENT,
    stances=(Stance(claim="q1", side="for"),),
)


def sides_of(*items: object, **more: object) -> EvidenceSides:
    """Return the sides of evidence that one entry cites unless something else is given."""
    entry = ENTRY.changed(**{"evidence": tuple(item.id for item in items), **more})
    return evidence_sides(about(edition(entry), register(*items)), entry)  # type: ignore[arg-type]  # fields by name


def test_evidence_is_told_apart_by_its_side() -> None:
    """In the order in which the entry cites it; what is not there is left out."""
    against = evidence("c", stances=(Stance(claim="j", side="against"),))
    items = (evidence("b", "for"), evidence("a", "for"), against, evidence("d"))
    sides = sides_of(*items, evidence=("a", "b", "c", "d", "lost"))
    assert [item.id for item in sides.in_favour] == ["a", "b"]
    assert [item.id for item in sides.against] == ["c"]
    assert [item.id for item in sides.neither] == ["d"]
    assert sides.unanswered == (against,)


@pytest.mark.parametrize(
    ("day", "counts"),
    [(date(2025, 10, 30), 1), (date(2025, 10, 31), 1), (date(2025, 11, 1), 0)],
)
def test_what_speaks_against_it_counts_uncited_if_it_was_known(day: date, counts: int) -> None:
    """What speaks for it must be cited."""
    on = Day(on=day)
    items = (evidence("a", "against", on=on), evidence("b", "for", on=on))
    sides = sides_of(*items, evidence=())
    assert len(sides.against) == counts
    assert sides.in_favour == ()


def test_of_hidden_evidence_only_number_and_side_are_told() -> None:
    """And whether that against it is answered."""
    hidden = {"publishable": False}
    items = (
        evidence("a", "against", **hidden),
        evidence("b", "against", **hidden),
        evidence("c", "for", **hidden),
        evidence("d", **hidden),
    )
    sides = sides_of(*items, answers=(EvidenceAnswer(evidence="a", answer=text("Old.")),))
    assert (sides.hidden_against, sides.hidden_for, sides.hidden_neither) == (2, 1, 1)
    assert (sides.hidden, sides.hidden_answered, sides.against) == (4, 1, ())


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (EvidenceSides(hidden_for=1), "It speaks for this judgement."),
        (EvidenceSides(hidden_neither=3), "All take no side."),
        (
            EvidenceSides(hidden_against=1, hidden_for=2),
            "1 speaks against this judgement; it is not answered; 2 speak for this judgement.",
        ),
        (
            EvidenceSides(hidden_against=1, hidden_answered=1),
            "It speaks against this judgement; it is answered.",
        ),
        (
            EvidenceSides(hidden_against=2),
            "Both speak against this judgement; none of them is answered.",
        ),
        (
            EvidenceSides(hidden_against=2, hidden_answered=2),
            "Both speak against this judgement; all are answered.",
        ),
        (
            EvidenceSides(hidden_against=3, hidden_answered=2, hidden_neither=1),
            "3 speak against this judgement; 2 of them are answered; 1 takes no side.",
        ),
    ],
)
def test_hidden_evidence_is_counted_in_words(sides: EvidenceSides, words: str) -> None:
    """Its number and its side, as somebody would say it."""
    assert hidden_sentence(sides).text == words


def test_how_many_are_hidden_is_said_first() -> None:
    """In words up to nine."""
    assert hidden_sentence(EvidenceSides(hidden_for=1)).label == (
        "One more piece of evidence is not published."
    )
    assert hidden_sentence(EvidenceSides(hidden_for=10)).label.startswith("10 more pieces")


def test_a_statement_is_told_from_evidence_by_its_counts() -> None:
    """The first piece whose summary has one of them."""
    assert counts_in("In 1,131 of 1,196 cases") == {("1131", "1196")}
    items = [evidence("a"), evidence("b", summary=text("16 of the 21 families."))]
    assert evidence_of_statement("It was 16 of 21.", items) == items[1]
    assert evidence_of_statement("It was 16 of 22.", items) is None
    assert evidence_of_statement("It is better.", items) is None


def test_each_statement_has_the_source_that_it_repeats() -> None:
    """Other evidence follows with its title; no difference yet is said as that."""
    repeated = evidence("a", "for", summary=text("16 of 21."), source_body="Office")
    items = (repeated, evidence("b", "for"), evidence("c", "for", summary=text("Good")))
    entry = ENTRY.changed(
        working_well=(text("It was 16 of 21."),),
        changing=(text("More come."),),
        difference=(
            DifferenceMade(text=text("They know.")),
            DifferenceMade(none_yet=text("Soon.")),
        ),
        evidence=("a", "b", "c"),
    )
    context = about(edition(entry), register(*items))
    said = [(item.label, item.text, item.note) for item in for_sentences(context, entry)]
    day = "31 October 2025."
    assert said == [
        ("", "It was 16 of 21.", f"Office; {day}"),
        ("", "More come.", ""),
        ("Difference:", "They know.", ""),
        ("No difference yet:", "Soon.", ""),
        ("", "Paper b.", day),
        ("Paper c:", "Good.", day),
    ]


def test_statements_without_evidence_say_so() -> None:
    """Where there is no statement either, nothing is said."""
    entry = ENTRY.changed(working_well=(text("Good."),))
    said = [item.text for item in for_sentences(about(edition(entry)), entry)]
    assert said == ["Good.", "No evidence is named."]
    assert list(for_sentences(about(edition(ENTRY)), ENTRY)) == []


def test_evidence_that_takes_no_side_is_printed_once_in_full() -> None:
    """A later criterion has its title only."""
    entry = ENTRY.changed(evidence=("a",))
    context = about(edition(entry), register(evidence("a", summary=text("Much."))))
    (full,) = neutral_sentences(context, entry, ())
    assert (full.label, full.text) == ("Paper a:", "Much.")
    (short,) = neutral_sentences(context, entry, ("a",))
    assert (short.text, short.note) == ("Paper a.", "See above.")


@pytest.mark.parametrize(
    ("day", "expired"),
    [(date(2026, 1, 30), True), (date(2026, 1, 31), False), (date(2026, 2, 1), False)],
)
def test_evidence_has_expired_the_day_after(day: date, expired: bool) -> None:
    """On its last day it may still be relied on; afterwards its title says so."""
    item = evidence("a", "for", summary=text("Much."), expires_on=day)
    entry = ENTRY.changed(evidence=("a",))
    context = about(edition(entry), register(item))
    assert has_expired(context, item) is expired
    (said,) = for_sentences(context, entry)
    assert ("out of date since" in said.label) is expired


def test_a_note_says_who_was_asked_and_how() -> None:
    """A survey without a number says so; what is not known is left out."""
    context = build_context()
    sample = Sample(
        size=131, population=655, how_selected="all were written to", self_selecting=True
    )
    asked = evidence("a", kind="survey", sample=sample, question=text("Were needs found?"))
    assert evidence_note(context, asked) == (
        "31 October 2025; 131 of 655; all were written to; people chose to take part, so it does "
        "not speak for all; asked: “Were needs found?”."
    )
    alone = evidence("a", kind="survey", on=None, sample=Sample(self_selecting=False))
    assert evidence_note(context, alone) == "how many answered is not known."
    assert evidence_note(context, evidence("a", on=None, sample=Sample(size=3))) == "3."
    assert evidence_note(context, evidence("a", on=None)) == ""


def test_each_piece_against_it_is_answered_or_said_not_to_be() -> None:
    """Hidden pieces are counted, and what must get better has an action or says it has none."""
    items = (
        evidence("a", "against", summary=text("Late")),
        evidence("b", "against"),
        evidence("c", "against", publishable=False),
    )
    entry = ENTRY.changed(
        evidence=("a", "b", "c"),
        answers=(EvidenceAnswer(evidence="a", answer=text("We accept this.")),),
        areas_for_development=(
            AreaForDevelopment(statement=text("Two more!"), actions=("open",)),
            AreaForDevelopment(statement=text("Letters"), actions=("lost",)),
        ),
    )
    actions = ActionRegister(
        id="actions", title=text("Actions"), actions=(Action(id="open", title=text("Open")),)
    )
    context = about(edition(entry), register(*items), actions)
    said = [(item.label, item.text) for item in against_sentences(context, entry)]
    assert said == [
        ("Paper a:", "Late."),
        ("Our answer:", "We accept this."),
        ("", "Paper b."),
        ("Not answered.", "No answer to this is given."),
        (
            "One more piece of evidence is not published.",
            "It speaks against this judgement; it is not answered.",
        ),
        ("", "Two more!"),
        ("", "Letters."),
    ]
    assert [item.note for item in against_sentences(context, entry)][-2:] == [
        "",
        "No action is named.",
    ]


@pytest.mark.parametrize(
    ("until", "heard"),
    [(date(2026, 1, 30), False), (date(2026, 1, 31), True), (date(2026, 2, 1), True)],
)
def test_words_are_printed_while_consent_lasts(until: date, heard: bool) -> None:
    """The last day of the consent counts, on the day of the evaluation."""
    voice = VOICE.changed(consent=CONSENT.changed(until=until))
    context = about(edition(ENTRY), register(voices=(voice,)), as_at=AS_AT)
    assert (len(voices_about(context, ENTRY)) == 1) is heard


@pytest.mark.parametrize(
    ("day", "heard"),
    [(date(2025, 10, 30), True), (CUT_OFF, True), (date(2025, 11, 1), False)],
)
def test_what_was_said_after_the_cut_off_is_left_out(day: date, heard: bool) -> None:
    """On the cut-off itself it was known."""
    context = about(edition(ENTRY), register(voices=(VOICE.changed(on=Day(on=day)),)))
    assert (len(voices_about(context, ENTRY)) == 1) is heard


def test_a_voice_may_be_cited_or_be_about_a_priority() -> None:
    """A voice about something else is left out, and so is evidence."""
    loose = VOICE.changed(stances=())
    context = about(edition(ENTRY), register(evidence("a"), voices=(loose,)))
    assert voices_about(context, ENTRY) == ()
    assert voices_about(context, ENTRY.changed(evidence=("v",))) == (loose,)
    distant = VOICE.changed(stances=(Stance(claim="p1", side="against"),))
    context = about(edition(ENTRY), register(voices=(distant,)))
    assert voices_about(context, ENTRY) == ()
    assert voices_about(context, ENTRY, ("p1",)) == (distant,)


def test_words_are_quoted_and_summaries_are_not() -> None:
    """With who and when, as far as it is known."""
    context = build_context()
    words = voice_sentence(context, VOICE)
    assert (words.text, words.quoted, words.note) == (
        "“Nobody rang.”",
        True,
        "A parent or carer, March 2025.",
    )
    summary = VOICE.changed(words=None, summary=text("They wait."), on=None, who="school-governors")
    said = voice_sentence(context, summary)
    assert (said.text, said.quoted, said.note) == ("They wait.", False, "School governors.")


def test_nothing_against_it_says_nothing() -> None:
    """Without evidence against it and without anything to get better."""
    assert list(against_sentences(about(edition(ENTRY)), ENTRY)) == []


def test_a_view_is_in_the_words_of_the_partner() -> None:
    """Silence is said to be none; an answer stands beside the words."""
    context = build_context()
    silent = view_sentence(context, PartnerView(who="the forum", view="no_view_recorded"))
    assert (silent.text, silent.note) == ("No view of the forum is recorded.", "")
    spoken = view_sentence(
        context,
        PartnerView(
            who="The forum", view="partly", statement=text("Too slow."), answer=text("Yes.")
        ),
    )
    assert (spoken.label, spoken.text) == ("The forum agrees in part:", "“Too slow.”")
    assert spoken.note == "Our answer: Yes."
