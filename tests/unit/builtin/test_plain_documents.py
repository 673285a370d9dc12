"""What children and young people are owed: a date, a picture, a check, easy words, honest labels."""

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    Closing,
    CriterionEntry,
    DifferenceMade,
    Document,
    EvidenceRegister,
    Month,
    Notice,
    Picture,
    Promise,
    Publication,
    ReaderCheck,
    Reply,
    SelfEvaluation,
    Text,
    Voice,
)
from tests.unit.builtin.craft_check import DAY, action, diagnostics, plan
from tests.unit.builtin.plain_check import plan_for, worded
from tests.unit.conftest import AREA, text

DUE = Month(year=2026, month=6)
CHECK = ReaderCheck(checked_by="an officer", readers="youth forum", checked_on=DAY)
PICTURE = Picture(icon="bus", alt="A bus")


def messages(code: str, *documents: Document, **options: object) -> list[str]:
    """Return what a check reports."""
    reported = diagnostics(code, *documents, **options)
    return [item.message for item in reported if isinstance(item, Notice)]


def replying(**fields: object) -> EvidenceRegister:
    """Return a reply to a voice."""
    voice = Voice(id="v", who="parent-carers", words=text("Listen."))
    given = {"id": "r", "voices": ("v",), "state": "not_yet", "statement": worded("We will do it.")}
    reply = Reply(**{**given, **fields})
    return EvidenceRegister(id="e", title=text("E"), voices=(voice,), replies=(reply,))


def doing(**fields: object) -> ActionRegister:
    """Return a register with an action that has words for young people."""
    return ActionRegister(
        id="register", title=text("R"), actions=(action(**{"title": worded("Do it"), **fields}),)
    )


def promising(*actions: Action, **fields: object) -> tuple[Document, ...]:
    """Return an edition with a promise, and the actions of it."""
    promise = Promise(said=worded("We said so."), **fields)
    entry = CriterionEntry(id="entry", criterion="q", promises=(promise,))
    edition = SelfEvaluation(
        id="sef",
        title=text("S"),
        area=AREA,
        edition="spring",
        criteria_sets=("c",),
        entries=(entry,),
    )
    return edition, ActionRegister(id="register", title=text("R"), actions=actions)


@pytest.mark.parametrize(
    ("words", "is_dated"),
    [
        ("We will do it.", False),
        ("We may do it.", False),
        ("May we do it? We march.", False),
        ("We will do it soon, and one day you see.", False),
        ("We will do it in May.", True),
        ("We will do it by the end of May.", True),
        ("We will do it by the end of term.", True),
        ("We will do it in March.", True),
        ("We will do it next week.", True),
        ("We will do it before Christmas.", True),
        ("We will do it in 2027.", True),
        ("We will do it within two weeks.", True),
        ("We will write your plan in 20 weeks.", True),
    ],
)
def test_words_that_say_when(words: str, is_dated: bool) -> None:
    """Months, seasons, years and spans of time do; "may" and "soon" do not."""
    assert (messages("SFR608", replying(statement=worded(words))) == []) is is_dated


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({}, 1),
        ({"state": "partly"}, 1),
        ({"state": "done"}, 0),
        ({"state": "cannot", "because": text("No money.")}, 0),
        ({"due": DUE}, 0),
        ({"statement": text("We will do it.")}, 0),
        ({"because": worded("The room opens in June.")}, 0),
        ({"statement": worded("We will.", "friendly", "young-people")}, 1),
    ],
)
def test_a_reply_that_is_not_done_has_a_date(fields: dict[str, object], count: int) -> None:
    """In `due` or in its words, if it has words for young people; it is reported once."""
    reported = messages("SFR608", replying(**fields))
    assert (
        reported == ["the reply 'r' is written for 'young-people' and does not say by when"] * count
    )


def test_an_open_action_has_a_date() -> None:
    """One that is closed needs none."""
    assert messages("SFR608", doing()) == [
        "the action 'a' is written for 'young-people' and does not say by when"
    ]
    closed = Closing(
        closed_on=DUE,
        wanted=text("W"),
        did=text("D"),
        difference=DifferenceMade(none_yet=text("N")),
    )
    for fields in ({"due": DUE}, {"closing": closed}, {"title": text("Do it")}):
        assert messages("SFR608", doing(**fields)) == []


def test_an_open_promise_has_a_date() -> None:
    """Its own or that of an action; one that is kept or given up needs none."""
    assert messages("SFR608", *promising()) == [
        "promise 1 of 'entry' is written for 'young-people' and does not say by when"
    ]
    assert messages("SFR608", *promising(progress="partly")) != []
    assert messages("SFR608", *promising(progress="kept")) == []
    assert messages("SFR608", *promising(progress="cannot", because=text("No money."))) == []
    assert messages("SFR608", *promising(due=DUE)) == []
    assert messages("SFR608", *promising(action(due=DUE), actions=("a",))) == []
    assert len(messages("SFR608", *promising(action(), actions=("a",)))) == 1


def test_only_the_newest_edition_promises() -> None:
    """A promise of an earlier edition is followed up in the newest one."""
    earlier, register = promising()
    assert isinstance(earlier, SelfEvaluation)
    newest = earlier.changed(id="newest", previous="sef", entries=())
    assert messages("SFR608", earlier, newest, register) == []


def test_pictures_are_missed_only_where_they_are_wanted() -> None:
    """One diagnostic a document, with the first three places; a picture of a reply counts."""
    terms = plan_for("We listen.", "friendly", "young-people", vision=worded("We act."))
    assert messages("SFR609", terms) == []
    (reported,) = diagnostics("SFR609", terms, replying(picture=PICTURE), wanted=True)
    assert isinstance(reported, Notice)
    assert (
        reported.message == "3 of 3 texts of 'plan' for children and young people have no picture"
    )
    assert [reported.pointer, *(place.pointer for place in reported.related)] == [
        "/introduction/variants/young-people",
        "/introduction/variants/friendly",
        "/vision/variants/young-people",
    ]
    with_one = plan(introduction=worded("We listen.", picture=PICTURE), vision=worded("We act."))
    assert messages("SFR609", with_one, wanted=True) == [
        "1 of 2 texts of 'plan' for children and young people has no picture"
    ]


def test_words_that_nobody_checked_are_counted() -> None:
    """One diagnostic a document, with the first three places."""
    fields = {name: worded("We act.") for name in ("vision", "monitoring_approach", "note")}
    (reported,) = diagnostics("SFR610", plan(**fields, introduction=worded("A.", checks=(CHECK,))))
    assert isinstance(reported, Notice)
    assert reported.message == (
        "3 of 4 texts of 'plan' for children and young people were not checked with their readers"
    )
    assert len({reported.pointer, *(place.pointer for place in reported.related)}) == 3
    assert messages("SFR610", plan(introduction=worded("A.", checks=(CHECK,)))) == []


HARD = "Individual expectations regarding educational opportunities necessitate communication "
"""Seven words, all of them long."""


def test_a_hundred_words_have_a_grade() -> None:
    """99 have none, and easy ones are not reported; texts of one document count together."""
    hard = (HARD * 20).split()
    assert messages("SFR611", plan_for(" ".join(hard[:99]))) == []
    (message,) = messages("SFR611", plan_for(" ".join(hard[:100]), "friendly", "young-people"))
    assert "from 100 words in one sentence" in message
    two = plan_for(" ".join(hard[:50]), vision=worded(" ".join(hard[:50])))
    assert "from 100 words in 2 sentences" in messages("SFR611", two)[0]
    assert messages("SFR611", plan_for("We help you. You tell us so. " * 20)) == []
    assert messages("SFR611", two, grade=90.0) == []


@pytest.mark.parametrize(
    ("title", "kind", "count"),
    [
        (text("Our strategy: Easy Read version"), "pdf", 1),
        (text("Our easy-read strategy"), "pdf", 1),
        (text("EasyRead"), "pdf", 1),
        (worded("Easy Read", "friendly"), "pdf", 1),
        (worded("Easy Read", "friendly", checks=(CHECK,)), "easy-read", 0),
        (text("Easy Read").changed(checks=(CHECK,)), "easy-read", 0),
        (text("A strategy that is easy to read"), "friendly-read", 0),
        (text("Our strategy"), "easy-read", 1),
        (None, "easy-read", 1),
        (None, "friendly-read", 0),
    ],
)
def test_easy_read_is_a_label_with_a_standard(title: Text | None, kind: str, count: int) -> None:
    """It is reported in titles, and as a kind of publication, unless readers have tested it."""
    publication = Publication(id="p", kind=kind, title=title)
    reported = messages("SFR612", plan(publications=(publication,)))
    assert (
        reported == ["the publication 'p' is called Easy Read, and no reader has tested it"] * count
    )
    if title is not None and kind == "pdf":
        assert messages("SFR612", plan(title=title)) == [
            "the title of 'plan' says Easy Read, and no reader has tested it"
        ]
